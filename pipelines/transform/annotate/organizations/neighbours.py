"""Find names of organizations by the words beside them: “the journal Floe”, “Waterkring NV”, “the Hearth party”."""

import re
from collections.abc import Callable, Iterator

_NAME = r"(?!\S+-based)[A-Z][\w’'&.-]*[\w](?:\s(?:(?:of|and|for|the|&)\s)?[A-Z][\w’'&-]*\w){0,4}"
_KINDS = (
    "agency|airline|automaker|bakery|bank|brewery|broadcaster|carmaker|charity|chipmaker|company|consultancy|"
    "drugmaker|firm|insurer|journal|magazine|manufacturer|militia|newspaper|nonprofit|publisher|retailer|"
    "startup|think tank|union|utility|website"
)
_RHYTHMS = "daily|quarterly|weekly"
_LEGAL_FORMS = r"AB|AG|AS|ASA|A/S|B\.?V\.?|Corp\.?|GmbH|Inc\.?|KK|LLC|LLP|Ltd\.?|N\.?V\.?|Oyj?|PLC|plc|S\.?A\.?|SE|SpA"
_NO_NAMES = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|"
    r"President|Chair|Chief|Director|Editor|Founder|CEO|The\b|I\b|It\b|He\b|She\b|They\b|We\b)"
)
AFTER_KIND = re.compile(
    rf"\b(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s(?:[\w-]+\s){{0,2}}(?:{_KINDS})|[Tt]he\s(?:[\w-]+\s)?(?:{_RHYTHMS}))\s"
    rf"{_NO_NAMES}(?P<name>{_NAME})"
)
BEFORE_LEGAL_FORM = re.compile(rf"(?<![\w-])(?P<name>{_NAME},?\s(?:{_LEGAL_FORMS}))(?![\w-])")
BEFORE_PARTY = re.compile(
    rf"\b(?:[Tt]he|[Tt]heir|[Hh]is|[Hh]er)\s(?:[a-z-]+\s)?{_NO_NAMES}(?P<name>[A-Z][\w’-]*\w)\sparty\b"
)
NUMBERED_LOCAL = re.compile(r"(?P<name>[A-Z][\w’-]*\w(?:\s[A-Z][\w’-]*\w)*\sLocal\s\d{1,4})\b")
_LEGAL_FORM = re.compile(rf"\s(?:{_LEGAL_FORMS})(?![\w-])")
_LEGAL_FORM_AND = re.compile(rf"(?P<form>\s(?:{_LEGAL_FORMS}))\sand\s")
PATTERNS: list[tuple[re.Pattern[str], Callable[[str], object]]] = [
    (AFTER_KIND, re.compile(rf"\s(?:{_KINDS}|{_RHYTHMS})\s").search),
    (BEFORE_LEGAL_FORM, _LEGAL_FORM.search),
    (BEFORE_PARTY, lambda text: "party" in text),
    (NUMBERED_LOCAL, lambda text: "Local" in text),
]
"""Patterns, and what must hold of a text for one to match in it, quicker to tell."""


def find_by_neighbours(text: str) -> Iterator[tuple[int, int]]:
    """Start and end, within a paragraph, of names that their neighbours show to be organizations'."""
    for pattern, may_match in PATTERNS:
        if may_match(text):
            for match in pattern.finditer(text):
                yield from _one_by_one(text, *match.span("name"))


def _one_by_one(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a list, each of which ends in its legal form: ``Pell LLP and Storm plc``."""
    for form in _LEGAL_FORM_AND.finditer(text, start, end):
        yield start, form.end("form")
        start = form.end()
    yield start, end
