"""The one shape that every reader gives: an article's text, where it came from, and what its source says of it."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from pipelines.extract.rejects import RejectedInputError

BETWEEN_BLOCKS = "\n\n"
_LINE_END = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*")
_BLANKS = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{2,}")


class SourceBlock(NamedTuple):
    """A block of text that its source marks as what it is: a word of ``paragraphs.paragraph_type``."""

    paragraph_type: str
    text: str


class PlacedBlock(NamedTuple):
    """A block by its place in the article's text."""

    paragraph_type: str
    char_start: int
    char_end: int


@dataclass(frozen=True)
class Stated:
    """What a source says of its article outside the text; None for what it leaves out.

    Attributes:
        source_id: The source's own id: a URL, a guid, a ninjs uri. It keeps its article through all changes.
        url: Web address.
        headline: Headline.
        byline: Byline as printed, or the authors' names joined by commas.
        publisher_name: Publisher.
        published_at: Moment of publication in UTC.
        published_date: Day of publication as printed, where it differs from that of the moment in UTC, or alone.
        updated_at: Moment of the last change in UTC: of two versions of an article the later one counts.
        language_code: Language, ISO 639-1.
    """

    source_id: str | None = None
    url: str | None = None
    headline: str | None = None
    byline: str | None = None
    publisher_name: str | None = None
    published_at: datetime | None = None
    published_date: date | None = None
    updated_at: datetime | None = None
    language_code: str | None = None


@dataclass(frozen=True)
class SourceArticle:
    """An article as extracted.

    Attributes:
        text: Its characters; all offsets point into it.
        source_format: Word of ``SOURCE_FORMATS``.
        content: The bytes that it was read from, to hash: the file, or the article's part of it.
        locator: Which part of its file it is, such as ``#3``; empty where the file holds one article.
        encoding: Codec that made characters of the bytes.
        stated: What the source says of it.
        blocks: The blocks that its source marks, in order, covering the text; none where layout has to tell.
        retrieved_at: When it was fetched, in UTC; None where only the time of its file is known.
    """

    text: str
    source_format: str
    content: bytes
    locator: str = ""
    encoding: str | None = None
    stated: Stated = Stated()
    blocks: tuple[PlacedBlock, ...] = ()
    retrieved_at: datetime | None = None

    @property
    def content_sha256(self) -> str:
        """Hash of the bytes, in hex."""
        return hashlib.sha256(self.content).hexdigest()


class RejectedPart(NamedTuple):
    """A part of a file that cannot be loaded; the others go on."""

    locator: str
    reason: RejectedInputError


class SkippedPart(NamedTuple):
    """A part of a file that is no article, such as an image in a web archive: counted, no reject."""

    locator: str


Found = SourceArticle | RejectedPart | SkippedPart
"""What a reader yields."""


def place_blocks(blocks: Iterable[SourceBlock]) -> tuple[str, tuple[PlacedBlock, ...]]:
    """Join blocks to a text, a blank line between them, and tell where each stands; blank blocks are left out."""
    text = ""
    placed: list[PlacedBlock] = []
    for paragraph_type, words in _visible(blocks):
        start = len(text) + len(BETWEEN_BLOCKS) if text else 0
        text += (BETWEEN_BLOCKS if text else "") + words
        placed.append(PlacedBlock(paragraph_type, start, start + len(words)))
    return text, tuple(placed)


def place_body(headline: str | None, body: str) -> str:
    """Put the headline above a text that a source keeps in a field of its own, unless it begins with it.

    White space at line ends, blanks and blank lines beyond one are those of a field, not of an article, and left out,
    as in text with markup.
    """
    tidy = _BLANK_LINES.sub(BETWEEN_BLOCKS, _BLANKS.sub(" ", _LINE_END.sub("\n", body.strip())))
    title = " ".join((headline or "").split())
    if not title or tidy.partition("\n")[0] == title:
        return tidy
    return title + BETWEEN_BLOCKS + tidy


def check_article(article: SourceArticle) -> None:
    """Make sure that an article and what is stated of it can be kept, shown and counted.

    Raises:
        RejectedInputError: If the text is blank, or any of it holds NUL or half a character.
    """
    check_text(article.text)
    for stated in vars(article.stated).values():
        if isinstance(stated, str):
            _check_characters(stated)


def check_text(text: str) -> None:
    """Make sure that a text can be kept, shown and counted.

    Raises:
        RejectedInputError: If it is blank, or holds NUL or half a character.
    """
    if not text.strip("\ufeff\u200b \t\r\n") or text.isspace():
        raise RejectedInputError("blank", "There is only white space: remove it or write the article into it.")
    _check_characters(text)


def _check_characters(text: str) -> None:
    if "\x00" in text:
        raise RejectedInputError("binary", "There are NUL characters in it: save the article as plain text.")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"Character {error.start} is half of a surrogate pair: write the file anew as UTF-8."
        raise RejectedInputError("undecodable", message) from error


def _visible(blocks: Iterable[SourceBlock]) -> Iterator[SourceBlock]:
    for block in blocks:
        words = _LINE_END.sub("\n", block.text.strip())
        if words:
            yield SourceBlock(block.paragraph_type, words)
