"""Recognise what is printed with a story but is about it or beside it: who reported it, corrections, links, rights."""

import re

from pipelines.transform.structure.agencies import AGENCY
from pipelines.transform.structure.block import has_more_words

MAX_WORDS = 60
"""A longer block is text, whatever words it ends with."""

_WORK = r"(?:reporting|writing|editing|research|production)"
_BEGINNINGS = [
    rf"\(?(?:additional |further )?{_WORK}(?:(?:,| and|;) (?:additional )?{_WORK})*(?: for [\w ]{{2,40}})? by\b",
    r"\(?(?:compiled|edited|written) by ",
    r"(?:correction|clarification|editor[’']s note|update|note to readers)s?\b[^.]{0,30}:",
    r"(?:this|an earlier version of this|a previous version of this) (?:story|article|post|report|version)\b.{0,40}"
    r"\b(?:updated|corrected|clarified|edited|incorrectly|misstated|misspelled|misidentified|appeared|originally)",
    r"read (?:more|the (?:rest|full|whole|entire))\b",
    r"(?:related|see also|more|watch|listen|also read)(?: stories| on| here)?:",
    r"(?:click here|sign up (?:for|here)|subscribe (?:to|now|here)|share this)",
    r"[\"“]?follow \S+(?: \S+){0,3} (?:on|at) (?:twitter|facebook|x\b)",
    r"(?:©|copyright\b|\(c\) ?\d{4}|all rights reserved)",
    r"(?:advertis(?:e)?ment|https?://\S+|\(?(?:end|ends|more)\)?)\W*$",
]
_ENDING_WORDS = ("contributed", "reported from", "wrote from", "all rights reserved")
"""Without one of these `_ENDING` finds nothing, and to look for it takes longer."""

_ENDING = re.compile(
    r"\b(?:contributed(?: reporting)?(?: to this (?:story|report|article))?|(?:reported|wrote) from [A-Z][^.]{1,80}"
    r"|all rights reserved)[^.]{0,60}\.?\)?$"
)
_BEGINNING = re.compile("|".join(_BEGINNINGS), re.IGNORECASE)
_SOURCE_LINE = re.compile(
    rf"(?:source:? |from |the |via ){{0,4}}{AGENCY}(?: (?:news agency|newswire|report))?\.?", re.IGNORECASE
)
_MAX_SOURCE_LINE_CHARS = 80
"""Longer than any line that is one."""


def is_beside_story(printed: str) -> bool:
    """Whether a block is not part of the story; an ornament without a letter or digit is not either."""
    if not any(map(str.isalnum, printed)) or is_source_line(printed):
        return True
    return bool(_BEGINNING.match(printed)) or _ends_beside_story(printed)


def is_source_line(printed: str) -> bool:
    """Whether a line is nothing but the name of an agency."""
    return len(printed) <= _MAX_SOURCE_LINE_CHARS and bool(_SOURCE_LINE.fullmatch(printed))


def _ends_beside_story(printed: str) -> bool:
    may_end = any(words in printed for words in _ENDING_WORDS) and not has_more_words(printed, MAX_WORDS)
    return may_end and bool(_ENDING.search(printed))
