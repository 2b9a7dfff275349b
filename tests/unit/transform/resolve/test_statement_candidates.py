"""Which texts of quotations are worth comparing, against a plain way to say the same."""

import random

import polars as pl
import pytest

from pipelines.transform.resolve.statement_candidates import RAREST_RUNS, candidate_pairs

RUN_COUNT = 30
TEXT_SCHEMA = {"speaker": pl.UInt32, "row": pl.UInt32}


def some_texts(seed: int) -> tuple[list[int | None], list[list[int]]]:
    """Speakers and runs of texts, those of nobody last."""
    rng = random.Random(seed)
    speakers: list[int | None] = [rng.randrange(4) for _ in range(rng.randrange(30))]
    speakers += [None] * rng.randrange(12)
    return speakers, [rng.sample(range(RUN_COUNT), rng.randrange(1, 9)) for _ in speakers]


def plainly(speakers: list[int | None], runs: list[list[int]], places: list[int]) -> set[tuple[int, int]]:
    """Pairs by the words of `candidate_pairs`."""
    holders = {run: [text for text, held in enumerate(runs) if run in held] for run in range(RUN_COUNT)}
    pairs = set()
    for text, held in enumerate(runs):
        shared = [run for run in held if len(holders[run]) > 1]
        for run in sorted(shared, key=lambda run: (len(holders[run]), places[run]))[:RAREST_RUNS]:
            own = [other for other in holders[run] if speakers[other] == speakers[text]]
            for other in (own[0], own[-1], holders[run][0], holders[run][-1]):
                are_two = None not in (speakers[text], speakers[other]) and speakers[text] != speakers[other]
                if other != text and not are_two:
                    pairs.add((max(text, other), min(text, other)))
    return pairs


@pytest.mark.parametrize("seed", range(40))
def test_pairs_are_those_of_the_plain_way(seed: int) -> None:
    speakers, runs = some_texts(seed)
    places = list(range(RUN_COUNT))
    random.Random(seed).shuffle(places)
    rows = list(range(len(speakers)))
    random.Random(seed).shuffle(rows)
    texts = pl.DataFrame({"speaker": speakers, "row": rows}, schema=TEXT_SCHEMA)
    by_row = [runs[rows.index(row)] for row in range(len(rows))]

    pairs = candidate_pairs(texts, pl.Series(by_row, dtype=pl.List(pl.UInt32)), pl.Series(places, dtype=pl.UInt32))

    assert pairs.rows() == sorted(plainly(speakers, runs, places))


def test_no_texts() -> None:
    nothing = pl.Series([], dtype=pl.List(pl.UInt32))

    assert candidate_pairs(pl.DataFrame(schema=TEXT_SCHEMA), nothing, pl.Series([], dtype=pl.UInt32)).is_empty()
