"""Captions of the pictures of a NewsML-G2 message, by the text item that they belong to."""

from collections.abc import Iterator, Sequence

from lxml import etree

from pipelines.extract.safe_xml import line_of
from pipelines.extract.source_articles import SourceBlock

PICTURE_CLASSES = ("picture", "graphic", "video")
CAPTION_ROLES = ("caption", "")


def captions_by_item(items: Sequence[etree._Element]) -> dict[str, list[SourceBlock]]:
    """Blocks of type caption and credit by the guid of a text item.

    A picture belongs to a text that links to it, or that stands first in a package's group with it.
    """
    pictures = {
        item.get("guid", ""): list(_caption(item))
        for item in items
        if word_of(item.find("itemmeta/itemclass")) in PICTURE_CLASSES
    }
    found: dict[str, list[SourceBlock]] = {}
    for text, picture in dict.fromkeys(pair for item in items for pair in _pairs(item)):
        if text not in pictures and picture in pictures:
            found.setdefault(text, []).extend(pictures[picture])
    return found


def word_of(element: etree._Element | None) -> str:
    """A word of a controlled vocabulary, without the vocabulary's alias or address; empty without an element."""
    if element is None:
        return ""
    word: str = element.get("qcode", "").rpartition(":")[2] or element.get("uri", "").rpartition("/")[2]
    return word.strip().lower()


def _pairs(item: etree._Element) -> Iterator[tuple[str, str]]:
    """Guids of a text and of what goes with it."""
    if item.tag == "packageitem":
        for group in item.iterfind("groupset/group"):
            first, *others = [ref.get("residref", "") for ref in group.iterfind("itemref")] or [""]
            yield from ((first, other) for other in others)
    else:
        yield from ((item.get("guid", ""), link.get("residref", "")) for link in item.iterfind("itemmeta/link"))


def _caption(item: etree._Element) -> Iterator[SourceBlock]:
    for description in item.iterfind("contentmeta/description"):
        if description.get("role", "").rpartition(":")[2] in CAPTION_ROLES:
            yield SourceBlock("caption", line_of(description))
            break
    yield SourceBlock("credit", line_of(item.find("contentmeta/creditline")))
