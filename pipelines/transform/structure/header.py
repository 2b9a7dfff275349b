"""Read the header that a plain-text article may begin with."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from pipelines.transform.structure.block import Block, cut

_KEYS = {
    "headline": ["title", "headline", "titel", "titre"],
    "byline": ["by", "byline", "author", "authors", "von", "autor", "par", "auteur", "por"],
    "date": ["date", "published", "publication date", "pubdate", "datum", "fecha"],
    "publisher": ["publisher", "publication", "source", "quelle", "fuente"],
    "url": ["url", "link"],
}
_FIELDS = {key: name for name, keys in _KEYS.items() for key in keys}
"""What the keys of header lines stand for; any other key of a header is kept as a block alone."""

_TELLING_KEYS = {*_KEYS["headline"], *_KEYS["date"], "byline", "url"}
"""Keys that make a header even of a single line; “By:” or “Source:” alone may begin a headline."""

_LINE = re.compile(r"[^\S\n\r]*(?P<key>[A-Za-z][A-Za-z -]{1,20}?)[^\S\n\r]*:(?P<value>[^\n\r]*)(?:\r\n|\n|\r|$)")
_RUN_ON_DATE = re.compile(r"\s*(?P<line>date\s+(?P<day>\d{4}-\d{2}-\d{2}))(?=\s)")
_BLANK = re.compile(r"[^\S\n\r]*(?:\r\n|\n|\r|$)")


@dataclass(frozen=True)
class Header:
    """What the header states, the blocks it consists of, and where the story begins."""

    stated: dict[str, str] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    end: int = 0


class _HeaderLine(NamedTuple):
    key: str
    value: str
    match: re.Match[str]


def read_header(text: str) -> Header:
    """Read lines such as ``Title: …`` up to a blank line, or `` date 2025-06-01 `` that runs on into the story.

    The value of a title is a block of type headline, its key one of type other; so is each other line as a whole.
    """
    run_on = _RUN_ON_DATE.match(text)
    if run_on:
        block = cut(text, run_on.start("line"), run_on.end("line"), "other")
        return Header({"date": run_on["day"]}, block, run_on.end())
    lines = _header_lines(text)
    if not _is_header(lines):
        return Header()
    stated: dict[str, str] = {}
    blocks: list[Block] = []
    for line in lines:
        name = _FIELDS.get(line.key)
        if name and line.value and name not in stated:
            stated[name] = line.value
        blocks += _line_blocks(text, line, is_title=name == "headline")
    return Header(stated, blocks, lines[-1].match.end())


def _line_blocks(text: str, line: _HeaderLine, *, is_title: bool) -> list[Block]:
    start, end = line.match.span()
    if not is_title:
        return cut(text, start, end, "other")
    value = line.match.start("value")
    return cut(text, start, value, "other") + cut(text, value, end, "headline")


def _header_lines(text: str) -> list[_HeaderLine]:
    lines: list[_HeaderLine] = []
    position = len(text) - len(text.lstrip())
    while position < len(text):
        match = _LINE.match(text, position)
        if not match or _BLANK.fullmatch(match.group()):
            break
        lines.append(_HeaderLine(" ".join(match["key"].lower().split()), match["value"].strip(), match))
        position = match.end()
    return lines


def _is_header(lines: list[_HeaderLine]) -> bool:
    known = [line.key for line in lines if line.key in _FIELDS]
    if not lines or lines[0].key not in _FIELDS:
        return False
    return bool(_TELLING_KEYS.intersection(known)) or len(known) > 1
