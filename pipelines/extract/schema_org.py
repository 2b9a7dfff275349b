"""Read articles in the vocabulary of schema.org, in JSON files as in the JSON-LD of pages."""

from collections.abc import Iterator, Mapping
from typing import Any

from pipelines.extract.names import names_in, words
from pipelines.extract.source_articles import SourceBlock

OTHER_ARTICLE_TYPES = {"blogposting", "liveblogposting", "report", "socialmediaposting"}
"""Types of articles whose name does not end in “Article”, in lower case."""

MAX_NODES = 10_000
"""Objects of one source that are looked at."""


def find_article(value: Any) -> dict[str, Any] | None:
    """The first object that is an article, in lists and graphs too, with what it refers to in its graph put in."""
    nodes = list(_nodes(value))
    found = next((node for node in nodes if is_article(node)), None)
    if found is None:
        return None
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    return {key: _resolved(part, by_id) for key, part in found.items()}


def is_article(node: Mapping[str, Any]) -> bool:
    """Whether an object says that it is an article of any kind."""
    stated = node.get("@type")
    types = [str(name).rpartition("/")[2].lower() for name in (stated if isinstance(stated, list) else [stated])]
    return any(name.endswith("article") or name in OTHER_ARTICLE_TYPES for name in types)


def article_values(node: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an article by the names of our columns."""
    page = node.get("mainEntityOfPage")
    address = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    own_id = words(node.get("@id"))
    return {
        "text": node.get("articleBody") or node.get("text"),
        "headline": node.get("headline") or node.get("name"),
        "byline": node.get("author") or node.get("creator"),
        "publisher_name": node.get("publisher") or node.get("sourceOrganization"),
        "url": words(node.get("url")) or _web_address(address) or _web_address(own_id),
        "source_id": words(node.get("url")) or _web_address(address) or own_id,
        "published_at": node.get("datePublished") or node.get("dateCreated"),
        "updated_at": node.get("dateModified"),
        "language_code": node.get("inLanguage"),
    }


def caption_blocks(node: Mapping[str, Any]) -> list[SourceBlock]:
    """Captions and credits of an article's pictures."""
    images = node.get("image")
    blocks = []
    for image in images if isinstance(images, list) else [images]:
        if isinstance(image, dict):
            credit = words(image.get("creditText")) or ", ".join(names_in(image.get("creator")))
            blocks += [SourceBlock("caption", words(image.get("caption")) or ""), SourceBlock("credit", credit)]
    return [block for block in blocks if block.text]


def _web_address(value: Any) -> str | None:
    text = words(value)
    return text if text and text.startswith(("http://", "https://")) and "#" not in text else None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of lists, graphs and pages, in order."""
    waiting, seen = [value], 0
    while waiting and seen < MAX_NODES:
        part, seen = waiting.pop(), seen + 1
        if isinstance(part, list):
            waiting += reversed(part)
        elif isinstance(part, dict):
            yield part
            waiting += [part[key] for key in ("mainEntity", "@graph") if isinstance(part.get(key), dict | list)]


def _resolved(value: Any, by_id: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_resolved(part, by_id) for part in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return by_id.get(value["@id"], value)
    return value
