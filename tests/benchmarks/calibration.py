"""Whether a stated confidence is the share that is right: ten bins, and the expected calibration error."""

from types import ModuleType
from typing import NamedTuple

from tests.benchmarks.scorers import Json, speech

BINS = 10


class Bin(NamedTuple):
    """Rows of about one confidence: how many, what they state on average, and the share that is right."""

    rows: int
    stated: float
    right: float


def confidence_and_truth(scorer: ModuleType, gold: list[Json], ours: list[Json]) -> list[tuple[float, bool]]:
    """For each quotation found its confidence, and whether its content and its speaker are right."""
    return [
        pair
        for one, read in zip(gold, ours, strict=True)
        for pair in _in_article(scorer, one["text"], one["quotes"], speech(read))
    ]


def _in_article(scorer: ModuleType, text: str, gold: list[Json], found: list[Json]) -> list[tuple[float, bool]]:
    letters = [[scorer.alnum(text, scorer.spans_of(row, "quote")) for row in rows] for rows in (gold, found)]
    gold_of = {ours: theirs for theirs, (ours, _) in scorer.match(*letters).items()}
    return [
        (row["confidence"] or 0.0, number in gold_of and _has_speaker(scorer, text, gold[gold_of[number]], row))
        for number, row in enumerate(found)
    ]


def _has_speaker(scorer: ModuleType, text: str, gold: Json, found: Json) -> bool:
    right = scorer.speaker_ok(text, gold, found)
    return not scorer.spans_of(found, "speaker") if right is None else bool(right)


def calibrate(pairs: list[tuple[float, bool]]) -> tuple[list[Bin], float]:
    """Cut rows into ten bins by confidence; the error is the mean distance of stated and true, weighed by rows."""
    bins = []
    for number in range(BINS):
        inside = [pair for pair in pairs if min(int(pair[0] * BINS), BINS - 1) == number]
        if inside:
            count = len(inside)
            bins.append(Bin(count, sum(c for c, _ in inside) / count, sum(r for _, r in inside) / count))
    error = sum(each.rows * abs(each.stated - each.right) for each in bins) / max(len(pairs), 1)
    return bins, error
