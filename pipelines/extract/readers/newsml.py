"""NewsML-G2: the text items of a message or file are articles, its pictures give them captions.

Source:
    IPTC, NewsML-G2 2.36, https://iptc.org/std/NewsML-G2/guidelines/
"""

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from pipelines.extract.fields import SourcePart, article_of, place_marked, stated_by
from pipelines.extract.inputs import Input
from pipelines.extract.limits import Limits
from pipelines.extract.markup import HTML, blocks_of
from pipelines.extract.readers.newsml_pictures import captions_by_item, word_of
from pipelines.extract.readers.nitf import NitfStory, read_story
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.safe_xml import XML_LANGUAGE, line_of, parse_xml
from pipelines.extract.source_articles import (
    Found,
    RejectedPart,
    SkippedPart,
    SourceArticle,
    SourceBlock,
)

SOURCE_FORMAT = "newsml-g2"
WITHHELD = ("canceled", "withheld")
"""Statuses of items that are not, or no longer, to be published."""


def read(source: Input) -> Iterator[Found]:
    """Read the items one by one.

    Raises:
        RejectedInputError: If the file is no XML, or declares entities of its own.
    """
    content = source.read()
    root, encoding = parse_xml(content)
    is_message = root.tag == "newsmessage"
    items = [item for group in root.iterchildren("itemset") for item in group] if is_message else [root]
    captions = captions_by_item(items)
    for number, item in enumerate(items, start=1):
        locator = f"#{number}" if is_message else ""
        own_content = etree.tostring(item) if is_message else content
        if not _is_article(item):
            yield SkippedPart(locator)
            continue
        part = SourcePart(own_content, locator, encoding)
        try:
            yield _read_item(item, captions.get(item.get("guid", ""), []), part, source.limits)
        except RejectedInputError as reason:
            yield RejectedPart(locator, reason)


def _is_article(item: etree._Element) -> bool:
    """Whether an item is a text; packages and pictures are no articles."""
    return item.tag == "newsitem" and word_of(item.find("itemmeta/itemclass")) in ("", "text")


def _read_item(
    item: etree._Element, captions: Sequence[SourceBlock], part: SourcePart, limits: Limits
) -> SourceArticle:
    status = word_of(item.find("itemmeta/pubstatus"))
    if status in WITHHELD:
        raise RejectedInputError("not_usable", f"The item is {status}: take it, and its earlier versions, out.")
    values = _stated(item)
    nitf, page, data = (
        item.find(f"contentset/{path}") for path in ("inlinexml//nitf", "inlinexml//html", "inlinedata")
    )
    if nitf is None and page is None:
        if data is None or data.get("encoding"):
            message = "The item has no text in it, only references: put the text into inlineXML."
            raise RejectedInputError("blank", message)
        is_html = "html" in data.get("contenttype", "")
        return article_of(values | {"text": data.text}, captions, SOURCE_FORMAT, part, limits, is_html=is_html)
    story = NitfStory(None, None, list(blocks_of(page, HTML))) if nitf is None else read_story(nitf)
    stated = stated_by(
        values | {"headline": values["headline"] or story.headline, "byline": values["byline"] or story.byline}
    )
    text, blocks = place_marked(stated.headline, [*_dateline(item, story.blocks), *story.blocks, *captions])
    return SourceArticle(text, SOURCE_FORMAT, part.content, part.locator, part.encoding, stated, blocks)


def _stated(item: etree._Element) -> dict[str, Any]:
    """What the metadata of an item say; a version counts from when it was created."""
    creators = [line_of(name) for name in item.iterfind("contentmeta/creator/name")]
    created = line_of(item.find("itemmeta/firstcreated"))
    changed = line_of(item.find("itemmeta/versioncreated"))
    language = item.find("contentmeta/language")
    provider = item.find("itemmeta/provider")
    return {
        "source_id": item.get("guid"),
        "url": next(_addresses(item), None),
        "headline": line_of(item.find("contentmeta/headline")) or line_of(item.find("itemmeta/title")) or None,
        "byline": line_of(item.find("contentmeta/by")) or creators or None,
        "publisher_name": _name(provider) or line_of(item.find("contentmeta/creditline")) or None,
        "published_at": created or changed,
        "updated_at": changed,
        "language_code": (None if language is None else language.get("tag")) or item.get(XML_LANGUAGE),
    }


def _addresses(item: etree._Element) -> Iterator[str]:
    """Addresses of pages that show the article, among what the item links to."""
    for link in item.iterfind("itemmeta/link"):
        address = link.get("href", "")
        if "html" in link.get("contenttype", "") and address.startswith(("http://", "https://")):
            yield address


def _name(party: etree._Element | None) -> str | None:
    return None if party is None else line_of(party.find("name")) or party.get("literal")


def _dateline(item: etree._Element, blocks: list[SourceBlock]) -> list[SourceBlock]:
    """The dateline of the metadata, unless the blocks begin with one."""
    dateline = line_of(item.find("contentmeta/dateline"))
    has_one = any(block.paragraph_type == "dateline" or block.text.startswith(dateline) for block in blocks[:2])
    return [SourceBlock("dateline", dateline)] if dateline and not has_one else []
