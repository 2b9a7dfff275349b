"""Keep of the candidates of a paragraph those likely to report, one per act of attribution.

All readings of one cue, and that it reports nothing, share one probability. How likely a reading is right is the sum
over those that agree with it: the same speaker, and contents that are mostly the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import exp

from pipelines.transform.annotate.quotes.candidates import Candidate, disjoint
from pipelines.transform.annotate.quotes.figures import (
    LAYOUT,
    family,
    of_content,
    of_content_relations,
    of_cue,
    of_relations,
    of_source,
    weigh,
)
from pipelines.transform.annotate.quotes.lexicon import reporting_share
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page
from pipelines.transform.annotate.quotes.relations import sure_reports
from pipelines.transform.annotate.quotes.sources import choose_source
from pipelines.transform.annotate.quotes.variants import variants

LEAST_LIKELIHOOD = 0.38
LEAST_BY_LAYOUT = 0.25
LEAST_CUE_SHARE = 0.05
LEAST_SHARE_FOR_VARIANTS = 0.15
LEAST_LOG_ODDS = -2.5
"""Readings below it are dropped before their source is looked for, which takes the most time."""
BY_POSITION = 2.5
"""Log-odds that a label of a transcript, or nothing but a name and a verb behind marks, tells who speaks."""
WITH_VARIANTS = frozenset({"clause", "complement", "object", "noun"})
SAME_CONTENT = 0.5
FINISHED = frozenset({",", ".", "!", "?"})


@dataclass(slots=True)
class Chosen:
    """A candidate with how likely it reports, and the tokens of its content."""

    candidate: Candidate
    likelihood: float
    words: set[int]
    number: int = 0
    own_share: float = 0.0


def choose(page: Page, candidates: list[Candidate]) -> list[Chosen]:
    """The likely candidates by place; of two with mostly the same words the likelier one stays."""
    readings: dict[int, list[tuple[float, Chosen]]] = defaultdict(list)
    for candidate, log_odds in contenders(page, candidates):
        readings[candidate.cue].append((exp(log_odds), Chosen(candidate, 0.0, candidate.words())))
    weighed = [one for of_cue in readings.values() for one in _likely(of_cue)]
    weighed.sort(key=lambda one: (-one.likelihood, -one.own_share, one.candidate.start, one.candidate.cue))
    kept: list[Chosen] = []
    holding: dict[int, list[int]] = defaultdict(list)
    for one in weighed:
        beside = {number for word in one.words if word in holding for number in holding[word]}
        if not any(_same(one, kept[number]) for number in beside):
            for word in one.words:
                holding[word].append(len(kept))
            kept.append(one)
    kept.sort(key=lambda one: (one.candidate.start, one.candidate.cue))
    for number, one in enumerate(kept):
        one.number = number
    return kept


def _likely(of_cue: list[tuple[float, Chosen]]) -> Iterator[Chosen]:
    """The readings of one cue that are likely enough, none sharing words with one that overlaps more with the others.

    How likely one is right is the share of those that agree with it; where it ends is best told by the reading whose
    words are expected to have most in common with the right ones.
    """
    all_odds = 1 + sum(odds for odds, _ in of_cue)
    weighed = []
    for own, one in of_cue:
        one.own_share = own / all_odds
        pairs = [(odds, _overlap(one, other), _agree(one, other)) for odds, other in of_cue]
        one.likelihood = sum(odds for odds, _, agree in pairs if agree) / all_odds
        weighed.append((sum(odds * overlap for odds, overlap, _ in pairs), one))
    taken: set[int] = set()
    for _, one in sorted(weighed, key=lambda pair: -pair[0]):
        least = LEAST_BY_LAYOUT if one.candidate.construction in LAYOUT else LEAST_LIKELIHOOD
        if one.likelihood >= least and taken.isdisjoint(one.words):
            taken |= one.words
            yield one


def _overlap(one: Chosen, other: Chosen) -> float:
    """Share of the words of two readings that both hold; none if they tell of different speakers."""
    if one.candidate.source != other.candidate.source:
        return 0.0
    return len(one.words & other.words) / len(one.words | other.words)


def _agree(one: Chosen, other: Chosen) -> bool:
    """Whether another reading has the same speaker and mostly the same words, or part of what stands in marks."""
    if one.candidate.source != other.candidate.source:
        return False
    all_words = other.words if family(one.candidate.construction) == "quoted" else one.words | other.words
    return len(one.words & other.words) >= SAME_CONTENT * len(all_words)


def contenders(page: Page, candidates: list[Candidate]) -> Iterator[tuple[Candidate, float]]:
    """The candidates that may report, each with its likeliest source and with other ends of its content.

    Yields:
        A candidate, and its log-odds against its cue reporting nothing.
    """
    fit = list(_fit_to_report(page, candidates))
    sure = sure_reports([candidate for candidate, _ in fit])
    for candidate, by_words in fit:
        if by_words is None:
            yield candidate, BY_POSITION
            continue
        by_cue, by_content = by_words
        kind = family(candidate.construction)
        by_cue += weigh(kind, of_source(page, candidate)) + weigh(kind, of_relations(candidate, sure))
        yield candidate, by_cue + by_content + weigh(kind, of_content_relations(candidate, sure))
        for reading in _other_ends(page, candidate, kind):
            by_content = weigh(kind, of_content(page, reading)) + weigh(kind, of_content_relations(reading, sure))
            yield reading, by_cue + by_content


def _fit_to_report(page: Page, candidates: list[Candidate]) -> Iterator[tuple[Candidate, tuple[float, float] | None]]:
    """The candidates that are not ruled out by their cue and content, with their sources.

    Yields:
        A candidate, and what its cue and its content weigh; None where its place alone tells that it reports.
    """
    rivals = Counter(candidate.cue for candidate in candidates)
    for candidate in candidates:
        if reporting_share(candidate.lemma, candidate.construction) < LEAST_CUE_SHARE:
            continue
        if candidate.construction == "quoted_tail" or (
            candidate.construction == "speaker_label" and page.is_transcript
        ):
            yield candidate, None
            continue
        kind = family(candidate.construction)
        _reach_over_pieces(page, candidate)
        by_cue = weigh(kind, of_cue(page, candidate, rivals[candidate.cue] - 1))
        by_content = weigh(kind, of_content(page, candidate))
        if by_cue + by_content >= LEAST_LOG_ODDS:
            candidate.source, candidate.certainty = choose_source(page, candidate, kind)
            yield candidate, (by_cue, by_content)


def _other_ends(page: Page, candidate: Candidate, kind: str) -> Iterator[Candidate]:
    """A candidate with each other end that its content may have."""
    share = reporting_share(candidate.lemma, candidate.construction)
    if kind not in WITH_VARIANTS or share < LEAST_SHARE_FOR_VARIANTS:
        return
    contents = [candidate.content]
    for name, last in variants(page, candidate):
        other = replace(candidate, variant=name, content=[*candidate.content[:-1], last])
        _reach_over_pieces(page, other)
        if other.content not in contents:
            contents.append(other.content)
            yield other


def _same(one: Chosen, other: Chosen) -> bool:
    if one.candidate.cue == other.candidate.cue and one.words & other.words:
        return True
    shared = len(one.words & other.words)
    return shared > SAME_CONTENT * len(one.words | other.words)


def _reach_over_pieces(page: Page, candidate: Candidate) -> None:
    """Content that begins in or runs into a quoted piece holds it to its end; behind a finished one it ends."""
    reached = []
    for start, end in candidate.content:
        first, last = page.piece_at[start], page.piece_at[end - 1]
        if first != NO_PIECE and page.pieces[first].start > candidate.cue:
            start = min(start, page.pieces[first].start)
        if last != NO_PIECE and not start <= candidate.cue < page.pieces[last].end:
            end = max(end, page.pieces[last].end)
        reached.append((start, _marked_end(page, start, end) if start > candidate.cue else end))
    candidate.content = disjoint(reached)


def _marked_end(page: Page, start: int, end: int) -> int:
    """Where content ends that opens with a statement in marks: in ``said, “Stop,” until he did`` with “Stop,”."""
    if page.piece_at[start] == NO_PIECE:
        return end
    piece = page.pieces[page.piece_at[start]]
    is_finished = page.lowers[piece.end - 1] in FINISHED and start == piece.start and piece.end < end
    goes_on = any(page.piece_at[token] != NO_PIECE for token in range(piece.end, end))
    return piece.end if is_finished and not goes_on else end
