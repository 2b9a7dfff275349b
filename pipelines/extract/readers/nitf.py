"""NITF, the News Industry Text Format: one article a file.

Source:
    IPTC, NITF 3.6, https://www.iptc.org/std/NITF/3.6/documentation/nitf-documentation.html
"""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from pipelines.extract.fields import place_marked, stated_by
from pipelines.extract.inputs import Input
from pipelines.extract.markup import Vocabulary, blocks_of
from pipelines.extract.safe_xml import XML_LANGUAGE, line_of, parse_xml
from pipelines.extract.source_articles import Found, SourceArticle, SourceBlock

NITF = Vocabulary(
    types={
        "hl2": "heading",
        "li": "list_item",
        "dt": "list_item",
        "dd": "list_item",
        "media-caption": "caption",
        "media-producer": "credit",
        "credit": "credit",
        "tr": "other",
        "fn": "other",
        "note": "other",
    },
    blocks=frozenset(["block", "body.content", "bq", "dl", "media", "nitf-table", "ol", "p", "pre", "table", "ul"]),
    skipped=frozenset({"media-metadata", "media-object", "media-reference"}),
    captions=frozenset(),
)
"""The elements of ``body.content``."""


class NitfStory(NamedTuple):
    """Headline, byline and blocks below the headline of an article in NITF."""

    headline: str | None
    byline: str | list[str] | None
    blocks: list[SourceBlock]


def read(source: Input) -> Iterator[Found]:
    """Read the article.

    Raises:
        RejectedInputError: If the file is no XML, or declares entities of its own.
    """
    content = source.read()
    root, encoding = parse_xml(content)
    story = read_story(root)
    stated = stated_by(
        {
            "source_id": ":".join(filter(None, (_attribute(root, "doc-id", name) for name in ("regsrc", "id-string")))),
            "url": _attribute(root, "pubdata", "ex-ref"),
            "headline": story.headline,
            "byline": story.byline,
            "publisher_name": _attribute(root, "pubdata", "name") or _attribute(root, "doc.copyright", "holder"),
            "published_at": _attribute(root, "date.issue", "norm") or _attribute(root, "date.release", "norm"),
            "language_code": root.get(XML_LANGUAGE) or root.get("lang"),
        }
    )
    text, blocks = place_marked(stated.headline, story.blocks)
    yield SourceArticle(text, "nitf", content, encoding=encoding, stated=stated, blocks=blocks)


def read_story(root: etree._Element) -> NitfStory:
    """The story of an element ``nitf``."""
    head, content = root.find(".//body.head"), root.find(".//body.content")
    body = [] if content is None else list(blocks_of(content, NITF))
    if head is None:
        return NitfStory(None, None, body)
    headline = line_of(head.find(".//hl1")) or line_of(head.find(".//hedline"))
    persons = [line_of(person) for person in head.iterfind(".//byline/person")]
    byline = persons or line_of(head.find(".//byline")) or None
    return NitfStory(headline or None, byline, [*_above_body(head, body), *body])


def _above_body(head: etree._Element, body: list[SourceBlock]) -> Iterator[SourceBlock]:
    """Standfirsts, and the dateline unless the text begins with its place."""
    for standfirst in head.iter("hl2", "abstract"):
        yield SourceBlock("other", line_of(standfirst))
    dateline = head.find(".//dateline")
    place = "" if dateline is None else line_of(dateline.find(".//location")) or line_of(dateline)
    if place and not any(block.text.lower().startswith(place.lower()) for block in body[:2]):
        yield SourceBlock("dateline", line_of(dateline))


def _attribute(root: etree._Element, element: str, attribute: str) -> str | None:
    found = root.find(f".//{element}")
    return None if found is None else found.get(attribute)
