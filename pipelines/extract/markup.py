"""Turn markup of articles into blocks of text: headings, list items, captions, credits, paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml.html import HTMLParser

from pipelines.extract.limits import Limits
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import SourceBlock, check_text

MAX_ATTRIBUTES = 256
"""Attributes of one element; more are an attack, and the parser's time grows with their square."""

MAX_INLINE = 2_000
"""Links and spans in one paragraph; time to extract the text of a page grows with their square."""

INLINE = ("abbr", "b", "big", "cite", "em", "font", "i", "mark", "s", "small", "strong", "sub", "sup", "tt", "u")
"""Elements that say how words look; the tree is read without them."""

_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_OVERLOADED_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE}){{{MAX_ATTRIBUTES + 1}}}+")
_CREDIT_CLASS = re.compile(r"(?<![a-z])(?:credit|copyright|photographer|byline|source)", re.IGNORECASE)
_MARKUP = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|blockquote|figure|article|section|body|html)(?:\s[^<>]*)?/?>", re.I
)


@dataclass(frozen=True)
class Vocabulary:
    """Names of elements and what they mean.

    Attributes:
        types: Elements that make a block of their own type.
        blocks: Elements that make a block of the type of what they stand in.
        skipped: Elements that hold no text of the article.
        breaks: Elements that end a line.
        captions: Elements in which an element whose class says so is the credit of a picture.
    """

    types: Mapping[str, str]
    blocks: frozenset[str]
    skipped: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset({"br"})
    captions: frozenset[str] = field(default=frozenset({"figure", "figcaption"}))


HTML = Vocabulary(
    types={f"h{level}": "heading" for level in range(1, 7)}
    | {"li": "list_item", "dt": "list_item", "dd": "list_item", "figcaption": "caption", "tr": "other"},
    blocks=frozenset({
        "address", "article", "aside", "blockquote", "body", "caption", "center", "details", "div", "dl", "fieldset",
        "figure", "footer", "header", "hr", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot",
        "thead", "ul",
    }),
    skipped=frozenset({
        "audio", "button", "canvas", "embed", "form", "head", "iframe", "input", "map", "math", "nav", "noscript",
        "object", "script", "select", "style", "svg", "template", "textarea", "title", "video",
    }),
)  # fmt: skip


def looks_like_html(text: str) -> bool:
    """Whether a text has tags of HTML that part paragraphs."""
    return _MARKUP.search(text) is not None


def html_blocks(fragment: str, limits: Limits) -> list[SourceBlock]:
    """The blocks of a fragment of HTML that is all article.

    Raises:
        RejectedInputError: If it is blank, or larger or nested deeper than any article.
    """
    root = parse_html(fragment, limits)
    return [] if root is None else list(blocks_of(root, HTML))


def parse_html(text: str, limits: Limits) -> Any:
    """The tree of a page or fragment, without comments; None if there is no element.

    Raises:
        RejectedInputError: If it is blank, or larger or nested deeper than any article.
    """
    check_text(text)
    if _OVERLOADED_TAG.search(text):
        message = f"An element has more than {MAX_ATTRIBUTES:,} attributes: this is no article."
        raise RejectedInputError("too_complex", message)
    parser = HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.HTML(text, parser)
    except (etree.LxmlError, ValueError) as error:
        raise RejectedInputError("malformed", f"The HTML cannot be read ({error}): save the page anew.") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        message = "The HTML is nested deeper, or has more in one piece, than any article: save the text alone."
        raise RejectedInputError("too_complex", message)
    if root is None:
        return None
    etree.strip_tags(root, *INLINE)
    _check_elements(root, limits.page_elements)
    for quotation in root.iter("q"):
        quotation.text = "“" + (quotation.text or "")
        quotation.tail = "”" + (quotation.tail or "")
    etree.strip_tags(root, "q")
    return root


def _check_elements(root: Any, limit: int) -> None:
    if sum(1 for _ in root.iter()) > limit:
        message = f"The HTML has more than {limit:,} elements: save the text alone, or split it."
        raise RejectedInputError("too_complex", message)
    in_line = Counter(element.getparent() for element in root.iter("a", "span"))
    if in_line and max(in_line.values()) > MAX_INLINE:
        message = f"A paragraph of the HTML has more than {MAX_INLINE:,} links or spans: save the text alone."
        raise RejectedInputError("too_complex", message)


def blocks_of(root: Any, vocabulary: Vocabulary) -> Iterator[SourceBlock]:
    """The blocks of a tree of elements, in order; white space is collapsed but for line breaks."""
    kinds: list[tuple[Any, str]] = [(None, "body")]
    pieces: list[str] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            kind = _kind(element, kinds[-1][1], vocabulary)
            if kind:
                yield from _flush(pieces, kinds[-1][1])
                kinds.append((element, kind))
            if element.tag in vocabulary.skipped:
                walker.skip_subtree()
            else:
                pieces.append("\n" if element.tag in vocabulary.breaks else _collapse(element.text))
        else:
            if kinds[-1][0] is element:
                yield from _flush(pieces, kinds.pop()[1])
            pieces.append(_collapse(element.tail) if element is not root else "")
    yield from _flush(pieces, "body")


def _kind(element: Any, within: str, vocabulary: Vocabulary) -> str | None:
    """Type of the block that an element makes; None for an element within a line."""
    tag = element.tag
    if tag not in vocabulary.captions and _is_credit(element, vocabulary):
        return "credit"
    if tag in vocabulary.types:
        return vocabulary.types[tag] if within == "body" else within
    return within if tag in vocabulary.blocks else None


def _is_credit(element: Any, vocabulary: Vocabulary) -> bool:
    if not _CREDIT_CLASS.search(element.get("class") or ""):
        return False
    return any(ancestor.tag in vocabulary.captions for ancestor in element.iterancestors())


def _collapse(text: str | None) -> str:
    """The text with each run of white space as one blank, those at its ends too."""
    if not text:
        return ""
    inner = " ".join(text.split())
    return f"{' ' * text[0].isspace()}{inner}{' ' * text[-1].isspace()}" if inner else " "


def _flush(pieces: list[str], kind: str) -> Iterator[SourceBlock]:
    """What stands since the last block; an empty line parts it in two."""
    lines = [" ".join(line.split()) for line in "".join(pieces).split("\n")]
    pieces.clear()
    for part in "\n".join(lines).strip("\n").split("\n\n"):
        if part.strip():
            yield SourceBlock(kind, part.strip("\n"))
