"""Acronyms that an article explains: “the Harbour Safety Board (HSB)”."""

import re

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.spans import NameSpan
from pipelines.transform.organization_names import initials, without_article

AFTER_NAME = re.compile(
    r",?\s?\(\s?(?:(?:the|or|known as|formerly)\s)?[\"“‘']?([A-Z][A-Za-z&.-]{1,9})[\"”’']?\s?[),;]|, or ([A-Z]{2,8}),"
)

IN_BRACKETS = re.compile(r" \(([A-Z]{2,8})\)")
MAX_EXPLANATION = 120
"""Characters before an acronym in brackets that may explain it."""


def explained_acronyms(article: ParsedArticle, named: list[NameSpan]) -> dict[str, str]:
    """For each full name as printed, the acronym in brackets after it."""
    explained = {}
    for name in named:
        match = AFTER_NAME.match(article.text, name.span.end)
        text = article.text[name.span.start : name.span.end]
        if match and abbreviates(match[1] or match[2], text):
            explained[text] = match[1] or match[2]
    return explained


def abbreviates(short: str, name: str) -> bool:
    """Whether the letters of a short form begin words of a name in its order, or at least stand in it so.

    The first letters must agree; a foreign name's acronym (``MSF``) is not recognised.
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
    """Acronyms that the article explains by words that are no organization's name, as in “artificial rain (AR)”."""
    ends = {name.span.end for name in named}
    found = set()
    for match in IN_BRACKETS.finditer(article.text):
        words = article.text[max(match.start() - MAX_EXPLANATION, 0) : match.start()].split()[-len(match[1]) :]
        if match.start() not in ends and initials(" ".join(words)).endswith(match[1]):
            found.add(match[1])
    return frozenset(found)
