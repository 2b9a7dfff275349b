"""Tell what each block of the story is: text, heading, list item, caption, credit, or matter beside the story."""

import re
from itertools import groupby, zip_longest

from pipelines.transform.structure.beside import is_beside_story
from pipelines.transform.structure.block import Block
from pipelines.transform.structure.captions import looks_like_caption, split_caption
from pipelines.transform.structure.datelines import dateline_length
from pipelines.transform.structure.titles import has_heading_shape, is_clock_line, is_marked_item

MIN_UNMARKED_ITEMS = 3
"""Short lines in a row, above which they are a list rather than headings."""

DATELINE_WITHIN = 3
"""Paragraphs of text, the first ones, in which a dateline is looked for."""

_SPEAKER = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]+:\s")


def read_story(blocks: list[Block]) -> list[Block]:
    """Type the blocks below the front, the dateline of the first paragraph parted from it."""
    typed = [part for block in _captions(blocks) for part in _own_type(block)]
    return _with_dateline(_headings(typed))


def _captions(blocks: list[Block]) -> list[Block]:
    """Part captions from credits; a block above a credit that stands alone may be its caption."""
    parted = [part for block in blocks for part in split_caption(block)]
    return [
        block.typed("caption")
        if block.block_type == "body" and below and below.block_type == "credit" and looks_like_caption(block)
        else block
        for block, below in zip_longest(parted, parted[1:])
    ]


def _own_type(block: Block) -> list[Block]:
    if block.block_type != "body":
        return [block]
    if is_beside_story(block.text):
        return [block.typed("other")]
    return [block.typed("list_item")] if is_marked_item(block.text) else [block]


def _headings(blocks: list[Block]) -> list[Block]:
    """Type as headings the short lines with text below; a row of them, or such lines after a colon, are a list."""
    runs = [(may_be_headings, list(run)) for may_be_headings, run in groupby(blocks, key=_may_be_heading)]
    typed: list[Block] = []
    for number, (may_be_headings, run) in enumerate(runs):
        below = runs[number + 1][1][0] if number + 1 < len(runs) else None
        typed += _type_run(run, typed[-1] if typed else None, below) if may_be_headings else run
    return typed


def _may_be_heading(block: Block) -> bool:
    return block.block_type == "body" and has_heading_shape(block.text)


def _type_run(run: list[Block], above: Block | None, below: Block | None) -> list[Block]:
    is_announced = above and above.block_type == "body" and above.text.endswith(":")
    if len(run) >= MIN_UNMARKED_ITEMS or (is_announced and not is_clock_line(run[0].text)):
        return [block.typed("list_item") for block in run]
    has_text_below = below is not None and below.block_type != "other"
    return [block.typed("heading") for block in run] if has_text_below else run


def _with_dateline(blocks: list[Block]) -> list[Block]:
    """Part the dateline from the paragraph that it begins; a standfirst or two may stand above."""
    colon_allowed = not _is_transcript(blocks)
    first = [number for number, block in enumerate(blocks) if block.block_type == "body"][:DATELINE_WITHIN]
    for number in first:
        block = blocks[number]
        length = dateline_length(block.text, colon_allowed=colon_allowed and number == first[0])
        if length:
            parts = block.part(0, length, "dateline") + block.part(length, len(block.text), "body")
            return blocks[:number] + parts + blocks[number + 1 :]
    return blocks


def _is_transcript(blocks: list[Block]) -> bool:
    return sum(bool(_SPEAKER.match(block.text)) for block in blocks) > 1
