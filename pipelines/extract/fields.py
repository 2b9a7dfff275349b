"""Make articles of fields: values of any shape by the names of our columns, and a text in one of them."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pipelines.extract.dates import read_change, read_stamp
from pipelines.extract.languages import language_code
from pipelines.extract.limits import Limits
from pipelines.extract.markup import html_blocks, looks_like_html
from pipelines.extract.names import byline_of, name_of, words
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import (
    PlacedBlock,
    SourceArticle,
    SourceBlock,
    Stated,
    place_blocks,
    place_body,
)

COLUMNS = (
    "text", "headline", "byline", "publisher_name", "url", "source_id", "published_at", "published_date", "updated_at",
    "language_code",
)  # fmt: skip
"""The columns that a source can state."""

Placed = tuple[str, tuple[PlacedBlock, ...]]
"""The text of an article and its blocks; none where layout has to tell them."""


class SourcePart(NamedTuple):
    """The bytes that an article is read from: a file, or the part of one that the locator names."""

    content: bytes
    locator: str = ""
    encoding: str | None = None


def article_of(
    values: Mapping[str, Any],
    captions: Sequence[SourceBlock],
    source_format: str,
    part: SourcePart,
    limits: Limits,
    *,
    is_html: bool | None = None,
) -> SourceArticle:
    """Make an article of its fields by the names of ``COLUMNS``.

    Args:
        values: Fields; the text is a string.
        captions: Captions and credits that the source keeps apart from the text; they stand below it.
        source_format: Word of ``SOURCE_FORMATS``.
        part: What it is read from.
        limits: How much an input may hold.
        is_html: Whether the text is HTML; None to tell by the tags in it.

    Raises:
        RejectedInputError: If there is no text, or it is HTML that cannot be read.
    """
    text = values.get("text")
    if not isinstance(text, str) or not text.strip():
        raise RejectedInputError("blank", "The field of the text is empty: remove the article or write it there.")
    stated = stated_by(values)
    as_html = looks_like_html(text) if is_html is None else is_html
    place = _place_html if as_html else _place_plain
    placed = place(stated.headline, text, captions, limits)
    return SourceArticle(placed[0], source_format, part.content, part.locator, part.encoding, stated, placed[1])


def stated_by(values: Mapping[str, Any]) -> Stated:
    """What fields state; a value that cannot be read as what its column holds is left out.

    Args:
        values: By the names of ``COLUMNS``. Either of the two dates may hold a moment or a day; without an id of its
            own an article has its address.
    """
    moment, day = read_stamp(values.get("published_at"))
    stated_moment, stated_day = read_stamp(values.get("published_date"))
    moment, day = moment or stated_moment, day or stated_day
    url = words(values.get("url"))
    return Stated(
        source_id=words(values.get("source_id")) or url,
        url=url,
        headline=words(values.get("headline")),
        byline=byline_of(values.get("byline")),
        publisher_name=name_of(values.get("publisher_name")),
        published_at=moment,
        published_date=None if moment and day == moment.date() else day,
        updated_at=read_change(values.get("updated_at")),
        language_code=language_code(values.get("language_code")),
    )


def place_marked(headline: str | None, blocks: Sequence[SourceBlock]) -> Placed:
    """Text and blocks, the headline above them unless they begin with it."""
    if not headline:
        return place_blocks(blocks)
    printed = blocks[1:] if blocks and " ".join(blocks[0].text.split()) == headline else blocks
    return place_blocks([SourceBlock("headline", headline), *printed])


def _place_plain(headline: str | None, text: str, captions: Sequence[SourceBlock], limits: Limits) -> Placed:
    if not captions:
        return place_body(headline, text), ()
    body = place_body(None, text)
    parts = body.split("\n\n") if "\n\n" in body else body.split("\n")
    return place_marked(headline, [*(SourceBlock("body", part) for part in parts), *captions])


def _place_html(headline: str | None, html: str, captions: Sequence[SourceBlock], limits: Limits) -> Placed:
    blocks = html_blocks(html, limits)
    if not blocks:
        raise RejectedInputError("blank", "There is no text in the HTML: remove it or write the article into it.")
    known = {block.text for block in blocks}
    return place_marked(headline, [*blocks, *(caption for caption in captions if caption.text not in known)])
