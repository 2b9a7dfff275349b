"""Pair the quotation marks of an article, across paragraphs where a quotation is reopened."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from pipelines.transform.annotate.spans import CharSpan

MARK = re.compile(r"[“”„‟〝〞\"«»]|``|''")
OPENING = frozenset("“„‟〝«") | {"``"}
CLOSING = frozenset("”〞»") | {"''"}
CLOSES = {"“": "”", "„": "“”‟", "‟": "”", "〝": "〞", "«": "»", "``": "''", '"': '"'}
SENTENCE_END = frozenset(".,!?;:…)]’'")
SINGLE_OPEN = re.compile(r"(?<![^\s(\[—–-])[‘'](?=[^\s\d'’])")
SINGLE_CLOSE = re.compile(r"(?<=[^\s‘'])[’'](?![\w’'])")
ELISION = re.compile(r"[‘'](?:em|til|tis|twas|cause|n)\b", re.IGNORECASE)


@dataclass(slots=True)
class QuotedRegion:
    """What stands between two marks: one piece per paragraph, marks excluded."""

    pieces: list[CharSpan] = field(default_factory=list)
    is_closed: bool = False
    is_single: bool = False

    @property
    def start(self) -> int:
        """Where its first piece begins."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where its last piece ends."""
        return self.pieces[-1].end


@dataclass(frozen=True, slots=True)
class _Mark:
    """A double mark with the characters beside it; a paragraph's edge counts as a space."""

    start: int
    text: str
    before: str
    after: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def may_open(self) -> bool:
        """Straight marks tell opening from closing only by what stands beside them."""
        if self.text in OPENING:
            return True
        beside_word = not self.before.isalnum() and self.before not in SENTENCE_END and not self.after.isspace()
        return beside_word and (self.text == '"' or self.before.isspace())

    @property
    def is_inches(self) -> bool:
        return self.text == '"' and self.before.isdigit() and not self.may_open


class _Within:
    """Regions in order, none reaching into the next, to ask whether one of them holds a place."""

    def __init__(self, regions: list[QuotedRegion]) -> None:
        self._regions = regions
        self._starts = [region.start for region in regions]

    def holds(self, place: int, *, before_end: bool = False) -> bool:
        number = bisect_right(self._starts, place) - 1
        return number >= 0 and place <= self._regions[number].end - before_end


def quoted_regions(text: str, paragraphs: list[CharSpan]) -> list[QuotedRegion]:
    """Pair the marks of a text.

    A quotation left open at the end of a paragraph goes on if the next paragraph begins with an opening mark, as
    printers reopen it; otherwise it ends with its paragraph, so that a missing mark costs one quotation at most.

    Args:
        text: The article's text.
        paragraphs: Where its paragraphs stand, in order.

    Returns:
        The outermost regions, in order. Marks nested in them stay part of them.
    """
    regions: list[QuotedRegion] = []
    carried: QuotedRegion | None = None
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        is_reopened = following is not None and text.startswith("‘", following.start)
        for region in _paragraph_regions(text, paragraph, is_reopened):
            if carried is not None and not text[paragraph.start : region.start - 1].strip(" \t\n"):
                carried.pieces += region.pieces
                carried.is_closed = region.is_closed
            else:
                regions.append(region)
            carried = None
        carried = _left_open(regions, paragraph) or None
    return [region for region in regions if any(piece.end > piece.start for piece in region.pieces)]


def _left_open(regions: list[QuotedRegion], paragraph: CharSpan) -> QuotedRegion | None:
    if regions and not regions[-1].is_closed and regions[-1].end >= paragraph.start:
        return regions[-1]
    return None


def _paragraph_regions(text: str, paragraph: CharSpan, is_reopened: bool) -> list[QuotedRegion]:
    """The regions of a paragraph; one in single marks may stay open if the next paragraph reopens it."""
    double = list(_double_regions(text, paragraph))
    single = list(_single_regions(text, paragraph, double, is_reopened))
    nesting = [region for region in single if text[region.start - 1] == "‘"]
    within = _Within(nesting)
    outer = [region for region in double if not within.holds(region.start, before_end=True)]
    return sorted([*outer, *single], key=lambda region: region.start)


def _marks(text: str, paragraph: CharSpan) -> list[_Mark]:
    marks = []
    for found in MARK.finditer(text, paragraph.start, paragraph.end):
        before = text[found.start() - 1] if found.start() > paragraph.start else " "
        after = text[found.end()] if found.end() < paragraph.end else " "
        marks.append(_Mark(found.start(), found.group(), before, after))
    return marks


def _double_regions(text: str, paragraph: CharSpan) -> Iterator[QuotedRegion]:
    """Walk over the marks of a paragraph with the mark that is open and the number of marks nested in it."""
    opened: _Mark | None = None
    depth = 0
    marks = _marks(text, paragraph)
    for number, mark in enumerate(marks):
        if opened is None:
            opened, depth = (mark if mark.may_open else None), 0
        elif _nests(opened, mark, marks[number + 1 : number + 3]):
            depth += 1
        elif _reopens(opened, mark):
            opened, depth = mark, 0
        elif depth and mark.text in CLOSING:
            depth -= 1
        elif not (mark.is_inches and _closes_later(marks[number + 1 :])):
            yield QuotedRegion([CharSpan(opened.end, mark.start)], is_closed=True)
            opened = None
    if opened is not None:
        yield QuotedRegion([CharSpan(opened.end, paragraph.end)])


def _nests(opened: _Mark, mark: _Mark, following: list[_Mark]) -> bool:
    """A mark of another kind nests; one of the same kind only if two closing marks follow."""
    if mark.text not in OPENING or mark.text in CLOSES.get(opened.text, ""):
        return False
    return opened.text == '"' or (len(following) == 2 and all(later.text in CLOSING for later in following))


def _reopens(opened: _Mark, mark: _Mark) -> bool:
    """An opening mark where a closing one was due: the earlier mark was never closed."""
    if mark.text in OPENING and mark.text not in CLOSES.get(opened.text, ""):
        return True
    return mark.text == '"' and opened.text == '"' and mark.may_open and mark.before.isspace() and mark.after.isalnum()


def _closes_later(following: list[_Mark]) -> bool:
    """Whether the next mark closes, so that a mark after a digit stands for inches."""
    return bool(following) and following[0].text == '"' and not following[0].may_open


def _single_regions(
    text: str, paragraph: CharSpan, double: list[QuotedRegion], is_reopened: bool
) -> Iterator[QuotedRegion]:
    """Quotations in single marks outside double ones, as headlines and British papers print them."""
    if all(text.find(mark, paragraph.start, paragraph.end) < 0 for mark in "‘'"):
        return
    within = _Within(double)
    at, may_close = paragraph.start, True
    while found := SINGLE_OPEN.search(text, at, paragraph.end):
        at = found.end()
        if ELISION.match(text, found.start()) or within.holds(at):
            continue
        end = _single_end(text, at, paragraph.end) if may_close else None
        may_close = end is not None
        if end is not None and not within.holds(end):
            yield QuotedRegion([CharSpan(at, end)], is_closed=True, is_single=True)
            at = end + 1
        elif end is None and is_reopened and text[found.start()] == "‘":
            yield QuotedRegion([CharSpan(at, paragraph.end)], is_single=True)
            return


def _single_end(text: str, start: int, limit: int) -> int | None:
    """The mark that closes a single quotation; after an ``s`` it may be a possessive, so a later one is preferred."""
    possessive, searched = None, start
    for found in SINGLE_CLOSE.finditer(text, start, limit):
        after = text[found.end() : found.end() + 2]
        if possessive is not None and SINGLE_OPEN.search(text, searched, found.start()):
            return possessive
        if not (text[found.start() - 1] == "s" and after[:1] == " " and after[1:].islower()):
            return found.start()
        possessive = possessive or found.start()
        searched = found.start()
    return possessive
