"""Read what stands above the story: headline, standfirst, byline, day, pictures."""

import re
from dataclasses import dataclass, field

from pipelines.transform.structure.beside import is_source_line
from pipelines.transform.structure.block import Block, has_more_words
from pipelines.transform.structure.bylines import is_byline
from pipelines.transform.structure.captions import looks_like_caption, split_caption
from pipelines.transform.structure.datelines import dateline_length, title_before_dateline
from pipelines.transform.structure.days import Published, read_published
from pipelines.transform.structure.titles import begins_as_title, is_marked_item, is_title_case, lacks_full_stop

MAX_HEADLINE_WORDS = 30
MAX_DATE_LINE_WORDS = 14

_DATE_LINE = re.compile(
    r"(?:(?:date|published|posted|updated|last updated|modified|first published|created)\b[\s:]*(?:on |at )?)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+|(?:mon|tue|wed|thu|fri|sat|sun),?\s+)?"
    r"(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4})"
    r"(?:[\s,T|·–—-]|at|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\d{1,2}(?=\s?[ap]\.?m)|[ap]\.?m\.?|[A-Z]{1,4}T?\b|Z|[+-]\d{2}:?\d{2})*",
    re.IGNORECASE,
)


@dataclass
class Front:
    """What stands above the story; ``size`` is how many blocks of the text it takes up."""

    blocks: list[Block] = field(default_factory=list)
    headline: str | None = None
    byline: str | None = None
    source_line: str | None = None
    published: Published | None = None
    size: int = 0


def read_front(blocks: list[Block], *, has_headline: bool) -> Front:
    """Read blocks from the first one on until one is none of what may stand above a story.

    Args:
        blocks: The blocks below the header.
        has_headline: Whether the header states the headline, so that no line of the text is one.
    """
    front = Front()
    for number, block in enumerate(blocks):
        if block.block_type in ("heading", "list_item"):
            break
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        has_title = has_headline or front.headline is not None
        parts = (
            _marked(block)
            or _matter(block, front, may_be_bare=has_title)
            or _picture(block, following)
            or (_standfirst(block, following) if has_title else _title(block, following, front))
        )
        if not parts:
            break
        front.blocks += parts
        front.size = number + 1
    return front


def part_title(blocks: list[Block]) -> list[Block]:
    """Part the title from a first block that runs on into the dateline; else the blocks as they are."""
    start = title_before_dateline(blocks[0].text) if blocks else 0
    if not start:
        return blocks
    return blocks[0].part(0, start, "body") + blocks[0].part(start, len(blocks[0].text), "body") + blocks[1:]


def read_date_line(printed: str) -> Published | None:
    """The day of publication, if the line is nothing but a day with what may stand around it."""
    if has_more_words(printed, MAX_DATE_LINE_WORDS) or not _DATE_LINE.fullmatch(printed):
        return None
    return read_published(printed)


def _marked(block: Block) -> list[Block]:
    """A block that its source marks as one of what may stand above a story; a caption parted from its credit."""
    if block.block_type == "caption":
        return split_caption(block)
    return [block] if block.block_type in ("credit", "headline", "other") else []


def _matter(block: Block, front: Front, *, may_be_bare: bool) -> list[Block]:
    """A line that says when, by whom or from where, as a block of type other."""
    published = read_date_line(block.text)
    if published:
        front.published = front.published or published
    elif is_source_line(block.text):
        front.source_line = front.source_line or block.text
    elif front.byline is None and is_byline(block.text, may_be_bare=may_be_bare):
        front.byline = block.text
    else:
        return []
    return [block.typed("other")]


def _picture(block: Block, following: Block | None) -> list[Block]:
    parts = split_caption(block)
    if parts != [block]:
        return parts
    under_picture = following is not None and split_caption(following)[0].block_type == "credit"
    return [block.typed("caption")] if under_picture and looks_like_caption(block) else []


def _title(block: Block, following: Block | None, front: Front) -> list[Block]:
    if following is None or not is_headline(block, following):
        return []
    front.headline = block.text
    return [block.typed("headline")]


def _standfirst(block: Block, following: Block | None) -> list[Block]:
    """What stands between the headline and the line that says by whom or when."""
    is_above_matter = following and (is_byline(following.text) or read_date_line(following.text))
    return [block.typed("other")] if is_above_matter and not has_more_words(block.text, MAX_HEADLINE_WORDS * 2) else []


def is_headline(block: Block, following: Block) -> bool:
    """Whether the first line is a title: short, above a text, and not a sentence like any other.

    A full stop speaks against it, unless every word is capitalised or the story below begins with a dateline.
    """
    if has_more_words(block.text, MAX_HEADLINE_WORDS) or not _may_be_title(block.text) or dateline_length(block.text):
        return False
    if dateline_length(following.text, colon_allowed=True) or is_byline(following.text):
        return True
    is_no_sentence = lacks_full_stop(block.text) or is_title_case(block.text) or block.text.endswith(";")
    is_above_text = len(block.text) < len(following.text) or not lacks_full_stop(following.text)
    return is_no_sentence and (is_above_text or read_date_line(following.text) is not None)


def _may_be_title(printed: str) -> bool:
    return begins_as_title(printed) and not is_marked_item(printed) and printed[-1] not in ":,"
