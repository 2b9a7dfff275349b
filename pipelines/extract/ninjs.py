"""Read news in ninjs, the JSON format of the IPTC, in its versions 1 to 3.

Source:
    https://iptc.org/std/ninjs/userguide/. Version 2 has lists where version 1 has keys of their own (``headlines`` for
    ``headline``, ``bodies`` for ``body_text`` and ``body_xhtml``); version 3 writes the names in camel case.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pipelines.extract.markup import looks_like_html
from pipelines.extract.names import names_in, words
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import SourceBlock

TEXT_TYPES = (None, "text", "composite")
"""Values of ``type`` that are articles; the others are pictures, films, sounds, graphics, events."""

USABLE = (None, "usable")
_BODIES = ("body_html", "body_xhtml", "body_html5", "body_text")
_DESCRIPTIONS = ("description_text", "description_caption", "description_usage", "description_xhtml")


def is_ninjs(item: Mapping[str, Any]) -> bool:
    """Whether an object is a news item of ninjs."""
    standard = item.get("standard")
    if isinstance(standard, dict) and "ninjs" in str(standard.get("name")).lower():
        return True
    return "uri" in item and any(key in item for key in ("versioncreated", "versionCreated", "bodies", *_BODIES))


def is_text(item: Mapping[str, Any]) -> bool:
    """Whether a news item is an article."""
    return item.get("type") in TEXT_TYPES


def check_usable(item: Mapping[str, Any]) -> None:
    """Make sure that the source has not withheld or withdrawn a news item.

    Raises:
        RejectedInputError: If it has.
    """
    status = words(item.get("pubstatus") or item.get("pubStatus"))
    if status not in USABLE:
        message = f"Its source says that it is {status}: remove it, or forget the article if it was loaded before."
        raise RejectedInputError("not_usable", message)


def item_values(item: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a news item by the names of our columns."""
    fields = {key.lower(): value for key, value in item.items()}
    uri = words(fields.get("uri"))
    return {
        "text": _body(fields),
        "headline": fields.get("headline") or _of_role(fields.get("headlines")) or fields.get("title"),
        "byline": fields.get("byline") or fields.get("by"),
        "publisher_name": _provider(fields),
        "url": uri if uri and uri.startswith(("http://", "https://")) else None,
        "source_id": uri,
        "published_at": fields.get("contentcreated") or fields.get("firstcreated") or fields.get("versioncreated"),
        "updated_at": fields.get("versioncreated"),
        "language_code": fields.get("language"),
    }


def association_blocks(item: Mapping[str, Any]) -> list[SourceBlock]:
    """Captions and credits of a news item's pictures and films."""
    blocks = []
    for part in _associations(item.get("associations")):
        fields = {key.lower(): value for key, value in part.items()}
        if fields.get("type") in ("picture", "video", "graphic"):
            caption = next(filter(None, map(words, map(fields.get, _DESCRIPTIONS))), None)
            caption = caption or words(_of_role(fields.get("descriptions")))
            credit = words(fields.get("byline")) or words(fields.get("by")) or words(fields.get("creditline"))
            blocks += [SourceBlock("caption", caption or ""), SourceBlock("credit", credit or "")]
    return [block for block in blocks if block.text]


def _body(fields: Mapping[str, Any]) -> str | None:
    """The text: the form with markup, which keeps the paragraphs, before the plain one."""
    bodies = fields.get("bodies")
    listed = [body for body in bodies if isinstance(body, dict)] if isinstance(bodies, list) else []
    values = [fields.get(key) for key in _BODIES] + [body.get("value") for body in listed]
    texts = [value for value in values if isinstance(value, str) and value.strip()]
    return next(filter(looks_like_html, texts), texts[0] if texts else None)


def _of_role(values: Any) -> str | None:
    """The value of a list whose role is main, else its first one."""
    listed = [part for part in values if isinstance(part, dict)] if isinstance(values, list) else []
    main = sorted(listed, key=lambda part: part.get("role") != "main")
    return next((value for part in main if isinstance(value := part.get("value"), str)), None)


def _provider(fields: Mapping[str, Any]) -> str | None:
    sources = fields.get("infosources") or fields.get("infosource")
    return next(names_in(sources), None) or words(fields.get("copyrightholder"))


def _associations(value: Any) -> Iterator[dict[str, Any]]:
    """Associations of version 1, which are named, and of version 2, which are a list."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return (part for part in parts if isinstance(part, dict))
