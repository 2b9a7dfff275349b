"""Whether a stated confidence is the share that is right: ten bins, and the expected calibration error."""

from collections.abc import Callable
from types import ModuleType
from typing import NamedTuple

from tests.benchmarks.scorers import Json, place_mentions, speech

BINS = 10
RIGHT_KM = 161

Pairs = list[tuple[float, bool]]
"""For each row what it states of itself, and whether it is right."""


class Bin(NamedTuple):
    """Rows of about one confidence: how many, what they state on average, and the share that is right."""

    rows: int
    stated: float
    right: float


def quotes(scorer: ModuleType, gold: list[Json], ours: list[Json]) -> Pairs:
    """For each quotation found its confidence, and whether its content and its speaker are right."""
    return [
        pair
        for one, read in zip(gold, ours, strict=True)
        for pair in _in_article(scorer, one["text"], one["quotes"], speech(read))
    ]


def _in_article(scorer: ModuleType, text: str, gold: list[Json], found: list[Json]) -> Pairs:
    letters = [[scorer.alnum(text, scorer.spans_of(row, "quote")) for row in rows] for rows in (gold, found)]
    gold_of = {ours: theirs for theirs, (ours, _) in scorer.match(*letters).items()}
    return [
        (row["confidence"] or 0.0, number in gold_of and _has_speaker(scorer, text, gold[gold_of[number]], row))
        for number, row in enumerate(found)
    ]


def _has_speaker(scorer: ModuleType, text: str, gold: Json, found: Json) -> bool:
    right = scorer.speaker_ok(text, gold, found)
    return not scorer.spans_of(found, "speaker") if right is None else bool(right)


def people(scorer: ModuleType, gold: list[Json], ours: list[Json]) -> Pairs:
    """For each mention tied to a person its confidence, and whether it is a mention of whom most of them are."""
    return [
        pair
        for one, read in zip(gold, ours, strict=True)
        for pair in _mentions_of_people(scorer, one["people"], [each["mentions"] for each in read["people"]])
    ]


def _mentions_of_people(scorer: ModuleType, gold: list[Json], found: list[list[Json]]) -> Pairs:
    spans = [(start, end, who) for who, person in enumerate(gold) for start, end, _ in person["mentions"]]
    named = [
        [(mention, _owner(scorer, mention, spans)) for mention in mentions if mention["confidence"] is not None]
        for mentions in found
    ]
    shared = [[sum(who == number for _, who in mentions) for number in range(len(gold))] for mentions in named]
    partner = dict(scorer.assign(shared))
    return [
        (mention["confidence"], who is not None and partner.get(number) == who)
        for number, mentions in enumerate(named)
        for mention, who in mentions
    ]


def _owner(scorer: ModuleType, mention: Json, spans: list[tuple[int, int, int]]) -> int | None:
    found = scorer.owner((mention["char_start"], mention["char_end"]), spans)
    return None if found is None else spans[found][2]


def places(scorer: ModuleType, gold: list[Json], ours: list[Json]) -> Pairs:
    """For each name of a place that was found and tied to one its confidence, and whether it is the right one."""
    pairs = []
    for one, found in zip(gold, place_mentions(gold, ours, "name"), strict=True):
        known = [mention for mention in one["mentions"] if scorer.names_only(mention) and mention["lat"] is not None]
        for number, ours_number in scorer.match(known, found):
            place = found[ours_number]
            if place["confidence"] is not None:
                pairs.append((place["confidence"], _is_there(scorer, known[number], place)))
    return pairs


def _is_there(scorer: ModuleType, gold: Json, place: Json) -> bool:
    away = scorer.haversine(gold["lat"], gold["lon"], place["lat"], place["lon"])
    return bool(away <= RIGHT_KM or (gold["geonameid"] is not None and gold["geonameid"] == place["geonameid"]))


PAIRS: dict[str, Callable[[ModuleType, list[Json], list[Json]], Pairs]] = {
    "quotes": quotes,
    "people": people,
    "places": places,
}
"""How to tell which rows are right, by the first word of a benchmark's name."""


def calibrate(pairs: Pairs) -> tuple[list[Bin], float]:
    """Cut rows into ten bins by confidence; the error is the mean distance of stated and true, weighed by rows."""
    bins = []
    for number in range(BINS):
        inside = [pair for pair in pairs if min(int(pair[0] * BINS), BINS - 1) == number]
        if inside:
            count = len(inside)
            bins.append(Bin(count, sum(c for c, _ in inside) / count, sum(r for _, r in inside) / count))
    error = sum(each.rows * abs(each.stated - each.right) for each in bins) / max(len(pairs), 1)
    return bins, error
