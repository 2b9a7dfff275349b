"""Recognise the dateline that a story begins with: place, day, agency, dash."""

import re

from pipelines.transform.structure.agencies import AGENCY
from pipelines.transform.structure.days import DAY, MONTH

_CAPS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]+"
_CAPS_PLACE = rf"{_CAPS}(?:[ /]{_CAPS}|/[A-Z]+| (?:DE|LA|EL|Y|AL) ){{0,4}}"
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
_NAMED_PLACE = rf"{_WORD}(?: (?:{_WORD}|de|la|el|of|the|upon|and)){{0,3}}"
_REGION = rf"(?:, {_NAMED_PLACE}){{1,2}}"
_DAY = rf"(?:{re.sub(r'[?]P<[a-z_]+>', '?:', DAY)}|{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})"
_ON_DAY = rf"(?:,? (?:(?i:{_DAY})))"
_WIRE = rf"(?: ?\((?:{AGENCY}|[A-Z][\w&.' -]{{1,30}})\))"
_DASH = r"(?: ?(?:[—–―\x96\x97]|--|-–) ?| - )"  # \x96 and \x97: dashes of cp1252 read as Latin-1
_NO_PLACE = (
    r"(?!(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|CORRECTION|OPINION|ANALYSIS|EDITORIAL|LIVE|VIDEO|PHOTOS?|FILE|NOTE|LETTERS?"
    r"|NEWS|REVIEW|FACT|POLL|REPORT|ALERT|DEVELOPING|WHAT|WHY|HOW|WHO|THE|READ|MORE|MUST|RELATED|YES|NO|AND|BUT|ABSTRACT"
    r"|I|AP|UK|USA?|DNC|GOP|RNC|CORRECTED|FULL|TEXT)\b[^,(]*?(?:—|–|-|:))"
)

_DATELINE = re.compile(
    rf"(?:{_NO_PLACE}{_CAPS_PLACE}(?:{_REGION})?{_ON_DAY}?{_WIRE}?{_DASH}"
    rf"|{_NAMED_PLACE}(?:{_REGION})?{_ON_DAY}?{_WIRE}{_DASH}"
    rf"|{_NAMED_PLACE}(?:{_REGION})?{_ON_DAY}{_WIRE}?{_DASH}"
    rf"|(?:{_CAPS_PLACE}|{_NAMED_PLACE})(?:{_REGION})?{_ON_DAY}? ?\({AGENCY}\)(?:{_DASH}|:?\s+(?=[A-Z“\"‘]))"
    rf"|(?:(?i:{_DAY}) )?\({AGENCY}\)(?:{_DASH}|:?\s+(?=[A-Z“\"‘])))"
)
_COLON_DATELINE = re.compile(rf"{_NO_PLACE}{_CAPS_PLACE}(?:{_REGION})?(?:{_ON_DAY}|{_WIRE})?: (?=[A-Z“\"])")
_AFTER_TITLE = re.compile(r"(?<=[a-z\d]{2})[.!?][\"”’]? (?=[A-Z(])")

MAX_TITLE_CHARS = 200


def dateline_length(paragraph: str, *, colon_allowed: bool = False) -> int:
    """How many characters of a paragraph are its dateline, the dash included; 0 if it has none.

    Args:
        paragraph: A paragraph of the body.
        colon_allowed: Whether “NEW DELHI: ” may be one; not where colons tell who speaks.
    """
    match = _DATELINE.match(paragraph) or (_COLON_DATELINE.match(paragraph) if colon_allowed else None)
    return len(match.group().rstrip()) if match else 0


def title_before_dateline(paragraph: str) -> int:
    """Where the story begins in a paragraph whose first sentence is its title; 0 if that cannot be told.

    A text that was flattened to one line still shows its dateline, and nothing but a title stands before that.
    """
    for end in _AFTER_TITLE.finditer(paragraph, 0, MAX_TITLE_CHARS):
        if dateline_length(paragraph[end.end() :]):
            return end.end()
    return 0
