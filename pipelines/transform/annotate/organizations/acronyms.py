"""Acronyms that an article explains: “the Harbour Safety Board (HSB)”."""

import re

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.spans import CharSpan, NameSpan
from pipelines.transform.country_names import country_of
from pipelines.transform.organization_names import initials, is_acronym, known_names, spelling_key, without_article
from pipelines.transform.organization_types import head_type

AFTER_NAME = re.compile(
    r",?\s?\(\s?(?:(?:the|or|known as|formerly)\s)?[\"“‘']?([A-Z][A-Za-z&.-]{1,9})[\"”’']?\s?[),;]|"
    r", or ([A-Z]{2,8})(?:,| [-–—])"
)

SPEAKER_LABEL = re.compile(r"(?:^|(?<=\n))\s*\(\(([A-Z]{2,5})\)\)")
"""Initials of who speaks, before what they say in an interview."""

IN_BRACKETS = re.compile(r" \(([A-Z]{2,8})\)")
EXPLAINED_BEHIND = re.compile(r"\b([A-Z]{2,8})s? (?:\[([A-Za-z][A-Za-z -]+)\]|\(([A-Za-z]?[a-z][a-z -]+)\))")
MIN_FOREIGN = 3
MAX_EXPLANATION = 120
"""Characters before an acronym in brackets that may explain it."""


def explained_acronyms(article: ParsedArticle, named: list[NameSpan], full_names: list[str]) -> dict[str, str]:
    """For each full name, as it is given for each of the names, the acronym in brackets after it."""
    explained = {}
    for name, full_name in zip(named, full_names, strict=True):
        match = AFTER_NAME.match(article.text, name.span.end)
        if match is None:
            continue
        short, printed = match[1] or match[2], article.text[name.span.start : name.span.end]
        if abbreviates(short, printed) or (short == match[1] and _is_foreign(short, printed)):
            explained[full_name] = short
    return explained


def _is_foreign(short: str, name: str) -> bool:
    """Whether an acronym in brackets is of what its known bearer is called in its own language: ``MSF``, ``RSF``."""
    is_known = spelling_key(name) in known_names() and " " in name
    return is_known and is_acronym(short) and len(short) >= MIN_FOREIGN and country_of(short) is None


def abbreviates(short: str, name: str) -> bool:
    """Whether the letters of a short form begin words of a name in its order, or at least stand in it so.

    The first letters must agree.
    """
    letters, name = short.replace(".", "").replace("-", "").lower(), without_article(name)
    if len(name.split()) < 2 or sum(char.isupper() for char in short) < 2:
        return False
    if initials(name).lower() == letters:
        return True
    position = -1
    lowered = name.lower()
    for letter in letters:
        position = lowered.find(letter, position + 1)
        if position < 0:
            return False
    return lowered[0] == letters[0]


def acronyms_of_other_phrases(article: ParsedArticle, named: list[NameSpan]) -> frozenset[str]:
    """Acronyms that the article explains by words that are no organization's name: “artificial rain (AR)”."""
    ends = {name.span.end for name in named}
    found = set()
    for match in IN_BRACKETS.finditer(article.text):
        words = article.text[max(match.start() - MAX_EXPLANATION, 0) : match.start()].split()[-len(match[1]) :]
        if match.start() not in ends and initials(" ".join(words)).endswith(match[1]):
            found.add(match[1])
    for match in EXPLAINED_BEHIND.finditer(article.text):
        phrase = match[2] or match[3]
        if initials(phrase) == match[1] and head_type(phrase) is None:
            found.add(match[1])
    return frozenset(found)


def is_speaker_label(text: str, span: CharSpan) -> bool:
    """Whether a name is the initials of a speaker, alone before a turn of an interview: ``((KG)) We had no choice``."""
    line = max(text.rfind("\n", 0, span.start), 0)
    label = SPEAKER_LABEL.match(text, line) or SPEAKER_LABEL.match(text, line + 1)
    return label is not None and label.span(1) == (span.start, span.end)
