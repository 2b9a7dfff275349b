"""Read the article of a web page: its text without menus, comments and teasers, and what the page says of it."""

import codecs
import re
from collections.abc import Sequence
from typing import Any

from trafilatura import bare_extraction

from pipelines.extract.decode import LEGACY_ENCODINGS, Decoded, decode
from pipelines.extract.fields import place_marked
from pipelines.extract.limits import Limits
from pipelines.extract.markup import HTML, Vocabulary, blocks_of, parse_html
from pipelines.extract.page_metadata import PageMetadata, read_metadata
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import SourceArticle, SourceBlock

MIN_WORDS = 25
"""Words in paragraphs of a page that says it is an article; a picture with a caption has fewer."""

MIN_UNDECLARED_WORDS = 50
"""Words in paragraphs of a page that does not say so."""

CHARSET_WITHIN = 4_096
"""Bytes at the beginning of a page in which it may name its encoding."""

EXTRACTED = Vocabulary(
    types={"head": "heading", "item": "list_item", "row": "other"},
    blocks=frozenset({"body", "code", "list", "p", "quote", "table"}),
    breaks=frozenset({"lb"}),
    skipped=frozenset({"graphic"}),
    captions=frozenset(),
)
"""The elements of what trafilatura extracts."""

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_AS_WEB = {"ascii": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
_TEXT_ENCODINGS = re.compile(r"utf-(?:8|16)|iso8859-|cp125|koi8|euc|shift|tis|big5|gb18030|mac")
_BESIDE = "ancestor::aside or ancestor::nav or ancestor::footer or ancestor::a"


def read_page(
    content: bytes, limits: Limits, *, locator: str = "", address: str | None = None, charset: str | None = None
) -> SourceArticle:
    """Read the article of a page.

    Args:
        content: The page's bytes.
        limits: How much an input may hold.
        locator: Which part of its file the page is.
        address: Where it was fetched, if known.
        charset: Encoding that the server stated, if any.

    Raises:
        RejectedInputError: If the page has no article (``no_article``), or is broken or larger than any page.
    """
    decoded = decode_page(content, charset)
    root = parse_html(_without_declaration(decoded.text), limits)
    if root is None:
        raise _no_article()
    metadata = read_metadata(root, address)
    captions = _caption_blocks(root)
    printed = {words for element in root.iter("h1") if (words := " ".join("".join(element.itertext()).split()))}
    blocks = place_captions(_extracted(root), captions)
    if not _is_article(blocks, metadata):
        raise _no_article()
    headline = metadata.stated.headline
    below = blocks[1:] if headline and blocks[0].text in printed else blocks
    text, placed = place_marked(headline, below)
    return SourceArticle(text, "html", content, locator, decoded.encoding, metadata.stated, placed)


def decode_page(content: bytes, charset: str | None = None) -> Decoded:
    """Decode a page: by its byte order mark, what the server or the page states where that fits, else as any text.

    Raises:
        RejectedInputError: If no encoding fits.
    """
    stated = _CHARSET.search(content[:CHARSET_WITHIN])
    for label in (charset, stated[1].decode("ascii", "replace") if stated else None):
        encoding = _known_encoding(label)
        if encoding and not content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            try:
                return Decoded(content.decode(encoding), encoding)
            except UnicodeDecodeError:
                continue
    return decode(content)


def place_captions(extracted: Sequence[SourceBlock], page: Sequence[SourceBlock]) -> list[SourceBlock]:
    """Put captions and credits, which extraction drops, where they stand on the page.

    Args:
        extracted: Blocks of the text proper.
        page: All blocks of the page in order; captions count next to text of the article or to other captions.
    """
    marked = {block.text: block.paragraph_type for block in page if block.paragraph_type in ("caption", "credit")}
    known = {block.text for block in extracted}
    placed = [SourceBlock(marked.get(block.text, block.paragraph_type), block.text) for block in extracted]
    missing = [text for text in marked if text not in known]
    order = [block.text for block in page if block.text in known or block.text in marked]
    for text in missing:
        above = next((other for other in reversed(order[: order.index(text)]) if other in known), None)
        position = max((n + 1 for n, block in enumerate(placed) if block.text == above), default=0)
        placed.insert(position, SourceBlock(marked[text], text))
        known.add(text)
    return placed


def _caption_blocks(root: Any) -> list[SourceBlock]:
    """Blocks of the part of the page that holds the article, without captions of what stands beside it."""
    part = max((*root.iter("article"), *root.iter("main")), key=_size, default=root)
    beside = {
        " ".join("".join(element.itertext()).split()) for element in part.xpath(f".//figure[{_BESIDE}]//figcaption")
    }
    return [
        block
        for block in blocks_of(part, HTML)
        if block.paragraph_type != "caption" or not any(block.text in text for text in beside)
    ]


def _size(element: Any) -> int:
    return sum(map(len, element.itertext()))


def _extracted(root: Any) -> list[SourceBlock]:
    """The blocks of the text that trafilatura takes for the article."""
    found: Any = bare_extraction(root, include_comments=False)
    return list(blocks_of(found.body, EXTRACTED)) if found is not None else []


def _is_article(blocks: Sequence[SourceBlock], metadata: PageMetadata) -> bool:
    """Whether a page has the text of an article, rather than a list of teasers."""
    paragraphs = [block for block in blocks if block.paragraph_type == "body"]
    word_count = sum(len(block.text.split()) for block in paragraphs)
    if metadata.is_declared:
        return word_count >= MIN_WORDS
    headings = sum(block.paragraph_type == "heading" for block in blocks)
    return word_count >= MIN_UNDECLARED_WORDS and headings < len(paragraphs)


def _known_encoding(label: str | None) -> str | None:
    try:
        name = codecs.lookup((label or "").strip().lower()).name
    except (LookupError, ValueError):
        return None
    name = _AS_WEB.get(name, name)
    return name if name in LEGACY_ENCODINGS or _TEXT_ENCODINGS.match(name) else None


def _without_declaration(text: str) -> str:
    """The page without an XML declaration, whose encoding is that of the bytes and not of the characters."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)


def _no_article() -> RejectedInputError:
    message = "The page has no text of an article, only menus, teasers or pictures: leave it out."
    return RejectedInputError("no_article", message)
