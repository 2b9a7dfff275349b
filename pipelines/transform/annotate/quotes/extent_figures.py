"""Figures of where content ends: the signs and phrases that it runs over, and what stands behind its end."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page
from pipelines.transform.annotate.quotes.ranges import STOP_TAGS

DASHES = frozenset({"—", "–", "-", "--", ";"})
OPENING_LABELS = frozenset({"mark", "prep", "advcl"})
"""Labels of words that open a phrase without a sign before it."""
TOLD_BY_WORD = frozenset({"mark", "prep", "advmod", "cc"})
"""Labels of words that tell by themselves what phrase they open."""


def extent_figures(page: Page, candidate: Candidate) -> list[str]:
    """Each place where content that stands behind its cue might have ended, and where it does."""
    start, end = candidate.content[-1]
    if start < candidate.cue:
        return []
    found = []
    for first, token in _openings(page, start, end):
        found += _opening_figures(page, candidate, "over", first, token)
    last = page.sentence_end[end - 1]
    if end < last - 1:
        following = next((token for token in range(end, last - 1) if page.tags[token] not in STOP_TAGS), last - 1)
        found += _opening_figures(page, candidate, "before", end, following)
    return found


def _openings(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a phrase may open: the first of the signs before it, and its first word."""
    first = start + 1
    for token in range(start + 1, end):
        tag = page.tags[token]
        if tag in STOP_TAGS:
            continue
        if first < token or tag == "CC" or page.deps[token] in OPENING_LABELS:
            yield first, token
        first = token + 1


def _opening_figures(page: Page, candidate: Candidate, side: str, first: int, token: int) -> list[str]:
    """The sign before a phrase, its label and what it hangs on, and the word it opens with."""
    head = _head(page, token)
    above, label = page.heads[head], page.deps[head]
    start, end = candidate.content[-1]
    where = "cue" if above == candidate.cue else "content" if start <= above < end else "elsewhere"
    sign = f"{side}_{_sign(page, first, token)}"
    found = [sign, f"{sign}_{label}_{where}", f"{side}_{label}_{where}"]
    if page.deps[token] in TOLD_BY_WORD:
        found.append(f"{side}_{page.lowers[token]}_{where}")
    if label == "conj":
        found.append(f"{side}_conj_{page.tags[head]}_{page.tags[above]}_{where}")
    return found


def _head(page: Page, token: int) -> int:
    """The word that a phrase hangs by; behind a conjunction that of the second part."""
    if page.deps[token] == "cc":
        joined = [kid for kid in page.children[page.heads[token]] if kid > token and page.deps[kid] == "conj"]
        return joined[0] if joined else token
    while page.heads[token] > token:
        token = page.heads[token]
    return token


def _sign(page: Page, first: int, token: int) -> str:
    """The sign before a word, with whether it stands beside a closing mark."""
    words = page.lowers[first - 1 : token]
    sign = "comma" if "," in words else "none" if DASHES.isdisjoint(words) else "dash"
    before = page.piece_at[first - 1]
    closes = before != NO_PIECE and page.piece_at[token] != before
    return f"marks_{sign}" if closes else sign
