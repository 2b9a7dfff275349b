"""Find the texts of quotations that are worth comparing: those that share one of their rarest runs of words.

Runs and texts are numbers, so that what is asked of each run is counted and looked up by place in arrays: to sort or to
join all runs of a large corpus takes several times as long.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pipelines.transform.resolve.sorted_groups import groups_of_sorted

RAREST_RUNS = 5
"""Runs by which a text looks for others, the rarest of those that another one has too."""

_SHIFT = 2**32
_NONE = 2**32 - 1

_TABLE_BITS = 19
_ROWS_AT_ONCE = 2**16
"""So few that a table of their places stays in the processor's cache, and that most have a place of their own."""

_SPREAD = (np.uint32(0x9E3779B1), np.uint32(0x85EBCA77))

Numbers = NDArray[np.uint32]


class _HeldRuns(NamedTuple):
    """The runs of all texts, a row each, side by side those of a text, of a speaker, and last those of nobody.

    Attributes:
        runs: Of each row its run.
        texts: Of each row the place of its text.
        lengths: Of each text its rows.
        numbers: Of each text its number.
        speakers: Of each text its speaker; ``_NONE`` for nobody.
        run_count: Runs, numbered from 0.
    """

    runs: Numbers
    texts: Numbers
    lengths: Numbers
    numbers: Numbers
    speakers: Numbers
    run_count: int

    @property
    def first_of_nobody(self) -> int:
        """The first row of a text of nobody."""
        return int(np.searchsorted(self.texts, np.searchsorted(self.speakers, _NONE)))


def candidate_pairs(texts: pl.DataFrame, runs: pl.Series, run_places: pl.Series) -> pl.DataFrame:
    """Pair each text with the first and the last one, of its speaker and of all, that has one of its rarest runs.

    Args:
        texts: In the order in which they were printed, those of nobody last: ``speaker``, a number, null for nobody,
            and ``row``, the place of the text's runs in ``runs``.
        runs: Lists of numbers from 0, each once.
        run_places: Of each run its place among all, by which one of two equally rare ones is chosen.

    Returns:
        ``number`` and ``original``, the places of two texts, the smaller one second; sorted. Two persons never make a
        pair: so the first text of all that a person's makes one with is the person's own, and the last one of all too,
        unless it is of nobody.
    """
    held = _held_runs(texts, runs, run_places.len())
    is_rarest = _is_rarest(held, run_places.to_numpy())
    persons, nobody = slice(held.first_of_nobody), slice(held.first_of_nobody, None)
    of_nobody = _ends(held, nobody)
    pairs = [
        _pairs_of_persons(held, is_rarest, persons),
        _pairs_with(of_nobody[1:], held, is_rarest, persons),
        _pairs_with([*of_nobody, _ends(held, persons)[0]], held, is_rarest, nobody),
    ]
    found = pl.concat(pairs).unique().sort()
    return pl.select(number=(found // _SHIFT).cast(pl.UInt32), original=(found % _SHIFT).cast(pl.UInt32))


def _held_runs(texts: pl.DataFrame, runs: pl.Series, run_count: int) -> _HeldRuns:
    speakers = texts["speaker"].cast(pl.UInt64).fill_null(_NONE)
    order = (speakers * _SHIFT + pl.arange(texts.height, dtype=pl.UInt64, eager=True)).arg_sort()
    runs = runs.gather(texts["row"].gather(order))
    lengths = runs.list.len().to_numpy()
    return _HeldRuns(
        runs.explode(empty_as_null=False).to_numpy(),
        np.repeat(np.arange(texts.height, dtype=np.uint32), lengths),
        lengths,
        order.cast(pl.UInt32).to_numpy(),
        speakers.gather(order).cast(pl.UInt32).to_numpy(),
        run_count,
    )


def _is_rarest(held: _HeldRuns, run_places: Numbers) -> NDArray[np.bool_]:
    """Whether a row's run is one of its text's rarest, of those that another text has too."""
    rarity = _rarity(held, run_places)[held.runs]
    starts = np.cumsum(held.lengths, dtype=np.int64) - held.lengths
    limit = np.full(len(held.numbers), _NONE - 1, np.uint32)
    for length in np.unique(held.lengths[held.lengths > RAREST_RUNS]):
        texts = np.flatnonzero(held.lengths == length)
        by_text = rarity[starts[texts, np.newaxis] + np.arange(length)]
        limit[texts] = np.partition(by_text, RAREST_RUNS - 1, axis=1)[:, RAREST_RUNS - 1]
    return rarity <= np.minimum(limit, _NONE - 1)[held.texts]


def _rarity(held: _HeldRuns, run_places: Numbers) -> Numbers:
    """Of each run its place among all, the rarest first; ``_NONE`` for those that only one text has."""
    counts = np.zeros(held.run_count, np.uint32)
    np.add.at(counts, held.runs, np.uint32(1))
    rarity = np.empty_like(counts)
    rarity[np.lexsort((run_places, counts))] = np.arange(held.run_count, dtype=np.uint32)
    rarity[counts < 2] = _NONE
    return rarity


def _ends(held: _HeldRuns, rows: slice) -> list[Numbers]:
    """Of each run the first and the last text in some rows; ``_NONE`` if it is in none of them."""
    runs, numbers = held.runs[rows], held.numbers[held.texts[rows]]
    first, last = np.full(held.run_count, _NONE, np.uint32), np.zeros(held.run_count, np.uint32)
    np.minimum.at(first, runs, numbers)
    np.maximum.at(last, runs, numbers)
    return [first, np.where(first == _NONE, first, last)]


def _pairs_with(
    texts_of_runs: Sequence[Numbers], held: _HeldRuns, is_rarest: NDArray[np.bool_], rows: slice
) -> pl.Series:
    """The texts of some rows with those that are given for their rarest runs."""
    wanted = np.flatnonzero(is_rarest[rows])
    runs, ours = held.runs[rows][wanted], held.numbers[held.texts[rows][wanted]]
    return pl.concat([_pairs(ours, texts[runs]) for texts in texts_of_runs])


def _pairs_of_persons(held: _HeldRuns, is_rarest: NDArray[np.bool_], rows: slice) -> pl.Series:
    """The texts of some rows with the first and the last one of the same person that has a run of theirs."""
    runs, texts = held.runs[rows], held.texts[rows]
    some = np.flatnonzero(_may_be_twice(held, rows))
    marked = texts[some].astype(np.uint64) * 2 + is_rarest[some]
    met = pl.Series(runs[some].astype(np.uint64) * _SHIFT + marked).sort().to_numpy()
    met_texts = (met % _SHIFT // 2).astype(np.uint32)
    keys = pl.DataFrame({"run": met // _SHIFT, "speaker": held.speakers[met_texts]})
    groups = groups_of_sorted(keys, ["run", "speaker"])
    wanted = np.flatnonzero(met % 2)
    ours, place = held.numbers[met_texts[wanted]], groups.place[wanted]
    ends = (groups.starts, groups.starts + groups.sizes - 1)
    return pl.concat([_pairs(ours, held.numbers[met_texts[end[place]]]) for end in ends])


def _may_be_twice(held: _HeldRuns, rows: slice) -> NDArray[np.bool_]:
    """Whether a speaker may have the run of a row in another row: true of all that have, and of few others."""
    runs, speakers = held.runs[rows], held.speakers[held.texts[rows]]
    first_texts = np.flatnonzero(np.diff(held.speakers, prepend=_NONE))
    starts = np.searchsorted(held.texts[rows], first_texts)
    bounds = np.unique(starts[np.searchsorted(starts, np.arange(0, len(runs), _ROWS_AT_ONCE), side="right") - 1])
    found = np.empty(len(runs), np.bool_)
    last = np.empty(2**_TABLE_BITS, np.uint32)
    for start, end in pairwise([*bounds, len(runs)]):
        spread = runs[start:end] * _SPREAD[0] ^ speakers[start:end] * _SPREAD[1]
        place = spread >> np.uint32(32 - _TABLE_BITS)
        row = np.arange(end - start, dtype=np.uint32)
        last[place] = row
        is_taken = np.zeros(len(last), np.bool_)
        is_taken[place[last[place] != row]] = True
        found[start:end] = is_taken[place]
    return found


def _pairs(ours: Numbers, theirs: Numbers) -> pl.Series:
    """The two numbers of each pair in one, the larger first; none with itself or with ``_NONE``."""
    is_pair = (ours != theirs) & (theirs != _NONE)
    ours, theirs = ours[is_pair], theirs[is_pair]
    return pl.Series(np.maximum(ours, theirs).astype(np.uint64) * _SHIFT + np.minimum(ours, theirs)).unique()
