"""Keep of the candidates of a paragraph those likely to report, one per act of attribution."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from math import exp

from pipelines.transform.annotate.quotes.candidates import Candidate, disjoint
from pipelines.transform.annotate.quotes.figures import (
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
from pipelines.transform.annotate.quotes.readings import Chosen, Reading, agreeing_odds, likely
from pipelines.transform.annotate.quotes.relations import sure_reports
from pipelines.transform.annotate.quotes.sources import choose_source
from pipelines.transform.annotate.quotes.variants import variants

LEAST_CUE_SHARE = 0.05
LEAST_SHARE_FOR_VARIANTS = 0.15
LEAST_LOG_ODDS = -2.5
"""Readings below it are dropped before their source is looked for, which takes the most time."""
BY_POSITION = 2.5
"""Log-odds that a label of a transcript, or nothing but a name and a verb behind marks, tells who speaks."""
WITH_VARIANTS = frozenset({"clause", "complement", "object", "noun"})
FINISHED = frozenset({",", ".", "!", "?"})


def choose(page: Page, candidates: list[Candidate]) -> list[Chosen]:
    """The likely candidates by place; of two with mostly the same words the likelier one stays."""
    readings: dict[int, list[Reading]] = defaultdict(list)
    for candidate, log_odds in contenders(page, candidates):
        readings[candidate.cue].append(Reading(candidate, exp(log_odds), candidate.words()))
    kept = _kept_apart(readings)
    kept = [_without_next_cue(one, kept, readings[one.candidate.cue]) for one in kept]
    kept.sort(key=lambda one: (one.candidate.start, one.candidate.cue))
    for number, one in enumerate(kept):
        one.number = number
    return kept


def _kept_apart(readings: dict[int, list[Reading]]) -> list[Chosen]:
    """The likely readings, surest first, none of mostly the same words as a surer one.

    One that holds the cue of the surer is read anew without it: ``insisted that it was safe, claiming that``.
    """
    waiting = sorted([one for of_cue in readings.values() for one in likely(of_cue)], key=_by_likelihood)
    kept: list[Chosen] = []
    holding: dict[int, list[int]] = defaultdict(list)
    read_anew: set[int] = set()
    while waiting:
        one = waiting.pop(0)
        beside = {number for word in one.words if word in holding for number in holding[word]}
        rival = next((kept[number] for number in sorted(beside) if one.mostly_shares(kept[number])), None)
        if rival is None:
            for word in one.words:
                holding[word].append(len(kept))
            kept.append(one)
        elif rival.candidate.cue in one.words and one.candidate.cue not in read_anew:
            read_anew.add(one.candidate.cue)
            others = likely(readings[one.candidate.cue], {rival.candidate.cue, *rival.words})
            waiting = sorted([*waiting, *others], key=_by_likelihood)
    return kept


def _by_likelihood(one: Chosen) -> tuple[float, float, int, int]:
    return -one.likelihood, -one.own_share, one.candidate.start, one.candidate.cue


def _without_next_cue(one: Chosen, kept: list[Chosen], readings: list[Reading]) -> Chosen:
    """A reading that holds a later cue of the same speaker, ended before it if both together are likelier so."""
    later = [other for other in kept if _is_second_cue(one, other)]
    if not later:
        return one
    shorter = likely(readings, {other.candidate.cue for other in later})
    if not shorter:
        return one
    surest = max(other.likelihood for other in later)
    is_likelier = agreeing_odds(shorter[0], readings) * surest > agreeing_odds(one, readings) * (1 - surest)
    return shorter[0] if is_likelier else one


def _is_second_cue(one: Chosen, other: Chosen) -> bool:
    """Whether another report of the same speaker has its cue in the content of one: ``said it was safe and warned``."""
    cue, source = other.candidate.cue, other.candidate.source
    return source is not None and source == one.candidate.source and cue > one.candidate.cue and cue in one.words


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
