"""Cut what the tagger takes along with the name of an organization: articles, possessives, brackets, other names."""

import re

from pipelines.transform.annotate.organizations.evidence import KNOWN_NAME, evidence_in_words
from pipelines.transform.annotate.organizations.heads import POSSESSORS_IN_NAMES
from pipelines.transform.annotate.places.lexicon import load_lexicon
from pipelines.transform.organization_names import possessive_names, word_set
from pipelines.transform.organization_types import head_type
from pipelines.transform.place_names import place_key

BEFORE_NAME = re.compile(
    r"(?:(?i:the|a|an|both|neither|either|many|numerous|several|like|former|now|but|and|when|while|if|as|in|at|by|for|"
    r"with|from|to|its|his|her|their|our|my|\S+-based)\s+|[\"“‘'(\[|]\s*)+"
)
AFTER_NAME = re.compile(r"(?:['’]s?|\s?[§(\[].*|\s*[\"”’'|:;,/-]|\s+(?i:and|of|for|the|in|at|-))+$", re.DOTALL)
TITLE_AFTER = re.compile(
    r"(?<! of)(?<! the)(?:\s(?:Lt|Capt|Sgt|Det|Cpl|Col|Maj|Gen|Rep|Sen|Gov|Dr|Mr|Mrs|Ms|Chief|Commandant|Coach|"
    r"Director|Judge|Spokesman|Spokeswoman|President|Chairman|Chairwoman|Manager|Superintendent)\b\.?)+$"
)
KINDS_BEFORE = word_set(
    "Airline Automaker Broadcaster Carmaker Charity Chipmaker Drugmaker Insurer Lender Magazine Newspaper Retailer "
    "Startup Watchdog"
)
"""What a firm is, in capitals because a sentence begins."""
STOP_AFTER = re.compile(r"(?<=A/S)\.$|(?<= [a-z]{3})\.$|(?<= GmbH)\.$")
JOINT = re.compile(r" and |(?<=\w)[-/](?=[A-Z])")
SLASH_AFTER = re.compile(r"(?<=[a-z])/(?=[A-Z][a-z]).*$|(?<=[a-z])/(?=[A-Z]{2}).*$", re.DOTALL)
PLACE_AFTER = re.compile(r" (?:in|near) (?P<place>[A-Z].*)$", re.DOTALL)
OTHER_NAME_BEFORE = re.compile(
    r"^.*(?<! of)(?<! for)(?<! in)(?<! on)(?<! and)(?<! to)(?<! at)(?<! against) the (?=[A-Z])"
)
OTHER_NAME_AFTER = re.compile(r"(?:, (?!Inc|Ltd|LLC|LLP|PLC|Corp|Co\b|S\.A)|\s*\n).*$", re.DOTALL)

POSSESSOR = re.compile(r"^(?:[A-Z][\w.-]*\s)*(?P<word>[A-Z][\w.-]*)['’]s?\s(?=[A-Z]\w+\s[A-Z])")


def joined_names(text: str) -> list[tuple[int, int]]:
    """Start and end of each name in what the tagger took for one: ``University of Pell and Storm College`` is two.

    Both sides of the ``and`` must be names of organizations by their own words, and the second must be more than one
    word: ``Department of Health and Human Services`` stays whole. Both sides of a hyphen must be known names.
    """
    for joint in JOINT.finditer(text):
        first, second = text[: joint.start()], text[joint.end() :]
        is_name = _is_name if joint[0] == " and " else _is_known
        if is_name(first) and is_name(second):
            return [(0, joint.start()), *((joint.end() + a, joint.end() + b) for a, b in joined_names(second))]
    return [(0, len(text))]


def _is_name(text: str) -> bool:
    """Whether words are surely an organization's: known ones, or several of which one is a head word."""
    evidence = evidence_in_words(text)
    return evidence is not None and (evidence == KNOWN_NAME or " " in text)


def _is_known(text: str) -> bool:
    return evidence_in_words(text) == KNOWN_NAME


def trimmed(text: str) -> tuple[int, int]:
    """Start and end, within a printed name, of the name alone; the whole where nothing else would be left."""
    start, end = 0, len(text)
    if text.replace("’", "'") in possessive_names():
        return start, end
    for pattern in (OTHER_NAME_AFTER, AFTER_NAME, STOP_AFTER, SLASH_AFTER, TITLE_AFTER, PLACE_AFTER):
        match = pattern.search(text[:end])
        if match and match.start() > 0 and not _is_no_place(match):
            end = match.start()
    for pattern in (OTHER_NAME_BEFORE, BEFORE_NAME):
        match = pattern.match(text, start, end)
        if match and match.end() < end:
            start = match.end()
    kind, _, name = text[start:end].partition(" ")
    if name and kind in KINDS_BEFORE and not evidence_in_words(text[start:end]):
        start += len(kind) + 1
    owner = POSSESSOR.match(text[start:end])
    if owner and owner["word"].lower() not in POSSESSORS_IN_NAMES and head_type(text[start + owner.end() : end]):
        start += owner.end()
    return start, end


def _is_no_place(match: re.Match[str]) -> bool:
    """Whether what follows ``in`` belongs to the name: ``Citizens in Action``."""
    place = match.groupdict().get("place")
    return place is not None and place_key(place) not in load_lexicon().entries
