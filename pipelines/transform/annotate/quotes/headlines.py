"""Reported speech in headlines: ``Mayor Defends New Bridge``. All words bear capitals, and no parser knows the verb."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.lexicon import verb_forms, word_share
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page
from pipelines.transform.annotate.quotes.ranges import trimmed

LEAST_SHARE = 0.2
LONGEST_HEADLINE = 30
SHORT_WORD = 4
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})


def headline_candidates(page: Page) -> Iterator[Candidate]:
    """What stands after a verb in the third person, or before one that ends the headline."""
    for start, end in _headlines(page):
        for token in range(start + 1, end):
            lemma = verb_forms().get(page.lowers[token])
            if lemma is None or page.piece_at[token] != NO_PIECE or not _is_finite(page, token, lemma):
                continue
            yield from _around_verb(page, token, lemma, start, end)


def _headlines(page: Page) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(page.texts):
        end = page.sentence_end[start]
        if end - start <= LONGEST_HEADLINE and _is_capitalised(page, start, end):
            yield start, end
        start = end


def _is_capitalised(page: Page, start: int, end: int) -> bool:
    """Whether all longer words begin with a capital."""
    long_words = [word for word in page.texts[start:end] if word.isalpha() and len(word) >= SHORT_WORD]
    return len(long_words) > 2 and not any(word[0].islower() for word in long_words)


def _is_finite(page: Page, token: int, lemma: str) -> bool:
    """Whether a form is one of the present or past, of a verb that often reports."""
    form = page.lowers[token]
    return form != lemma and not form.endswith("ing") and word_share(lemma) >= LEAST_SHARE


def _around_verb(page: Page, verb: int, lemma: str, start: int, end: int) -> Iterator[Candidate]:
    before = [token for token in range(start, verb) if page.tags[token] in NOUNS and page.piece_at[token] == NO_PIECE]
    if not before:
        return
    source = before[-1]
    after = trimmed(page, verb + 1, end)
    if page.lowers[verb - 1] == "," or page.tags[verb - 1] == "''":
        yield from _inverted(page, verb, lemma, start, after)
        return
    if after[1] - after[0] > 1 and page.tags[after[0]] == "IN":
        after = (after[0] + 1, after[1])
    if after[1] > after[0]:
        yield Candidate("headline", verb, lemma, source, [after])
        return
    phrase = page.left_edge[source]
    while phrase > start and page.lowers[phrase - 1] not in (",", ":", "-", "–", "—"):
        phrase -= 1
    first, last = trimmed(page, start, phrase)
    if last > first:
        yield Candidate("headline_end", verb, lemma, source, [(first, last)])


def _inverted(page: Page, verb: int, lemma: str, start: int, after: tuple[int, int]) -> Iterator[Candidate]:
    """``Bridge Is Unsafe, Says Engineer``."""
    nouns = [token for token in range(*after) if page.tags[token] in NOUNS]
    first, last = trimmed(page, start, verb)
    if nouns and len(nouns) == after[1] - after[0] and last > first:
        yield Candidate("headline_end", verb, lemma, nouns[-1], [(first, last)])
