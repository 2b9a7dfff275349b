"""Find the pairs of texts of quotations that may be one statement: blocked by runs of words, scored by rapidfuzz.

All runs of all texts are sorted once, so that those who share one stand side by side: half the time of joining them.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from pipelines.transform.resolve.batches import in_batches
from pipelines.transform.resolve.memory import NO_MEMORY, Memory
from pipelines.transform.resolve.sorted_groups import groups_of_sorted
from pipelines.transform.resolve.spoken_words import words_alone
from pipelines.transform.resolve.text_pairs import compare_pairs

RAREST_RUNS = 5
"""Runs by which a text looks for others, the rarest of those that another one has too."""

MIN_WORD_SHARE = 0.8
"""Share of the shorter text's words that both have in order: one word in five may be another."""

MIN_PLACE_SCORE = 85.0
"""Of 100: the shorter text against the best place in the longer one, by characters."""

_SHIFT = 2**32

BATCH_SIZE = 100_000
"""Pairs that are compared at once."""


def statement_pairs(forms: pl.DataFrame, memory: Memory = NO_MEMORY) -> pl.DataFrame:
    """Pair the texts that say the same: the shorter one is in the longer one, but for small changes.

    Persons that differ never say the same; a text without a person may say what one with a person says.

    Args:
        forms: ``number``, from 0 and ascending, ``words`` and ``runs`` as of `with_words`, ``text`` as printed and
            ``speaker_person_id``.
        memory: Remembers which texts say the same.

    Returns:
        ``number`` and ``original``, the smaller number, sorted. Texts that many share are not paired each with each,
        but so that they hang together.
    """

    def compare(some: pl.DataFrame) -> pl.DataFrame:
        return in_batches(_with_texts(some, forms), BATCH_SIZE, _compared)

    compared = compare_pairs("texts_that_say_the_same", _candidates(forms), forms["words"], compare, memory)
    return compared.filter("is_same").select("number", "original")


def _candidates(forms: pl.DataFrame) -> pl.DataFrame:
    """Each text with the first and the last one, of its speaker and of all, that has one of its rarest runs."""
    speakers = forms["speaker_person_id"].rank("dense")
    held = _held_runs(forms.with_columns(speaker=speakers))
    of_run, of_speaker = groups_of_sorted(held, ["run"]), groups_of_sorted(held, ["run", "speaker"])
    rarest = _rarest(
        held.select("number", run=of_run.place, run_of_speaker=of_speaker.place, text_count=of_run.sizes[of_run.place])
    )
    ours = rarest["number"].to_numpy()
    near = [_pairs(ours, end[rarest["run_of_speaker"]]) for end in of_speaker.ends(held["number"])]
    far = [_pairs(ours, end[rarest["run"]]) for end in of_run.ends(held["number"])]
    pairs = pl.concat([*near, *(_of_one_speaker(some, speakers) for some in far)]).unique().sort()
    return _taken_apart(pairs)


def _held_runs(forms: pl.DataFrame) -> pl.DataFrame:
    """``run``, ``speaker`` and ``number`` of each text that has the run, sorted by them."""
    texts = forms.select("speaker", "number", run="runs").sort("speaker", "number", nulls_last=True)
    return texts.explode("run").drop_nulls("run").sort("run", maintain_order=True)


def _rarest(held: pl.DataFrame) -> pl.DataFrame:
    """Of the runs of each text that another one has too, those that the fewest have."""
    by_count = pl.col("number").cast(pl.UInt64) * _SHIFT + pl.col("text_count")
    shared = held.filter(pl.col("text_count") > 1).sort(by_count, maintain_order=True)
    texts = groups_of_sorted(shared, ["number"])
    return shared.filter(np.arange(shared.height) - texts.starts[texts.place] < RAREST_RUNS)


def _pairs(ours: NDArray[np.uint32], theirs: NDArray[np.uint32]) -> pl.Series:
    """The two numbers of each pair in one, the larger first; none with itself."""
    met = pl.DataFrame({"ours": ours, "theirs": theirs}).filter(pl.col("ours") != pl.col("theirs"))
    larger, smaller = pl.max_horizontal("ours", "theirs"), pl.min_horizontal("ours", "theirs")
    return met.select(larger.cast(pl.UInt64) * _SHIFT + smaller).to_series().unique()


def _taken_apart(pairs: pl.Series) -> pl.DataFrame:
    return pl.select(number=(pairs // _SHIFT).cast(pl.UInt32), original=(pairs % _SHIFT).cast(pl.UInt32))


def _of_one_speaker(pairs: pl.Series, speakers: pl.Series) -> pl.Series:
    """The pairs that two persons do not speak."""
    ours, theirs = (speakers.gather(numbers) for numbers in _taken_apart(pairs))
    return pairs.filter(ours.is_null() | theirs.is_null() | (ours == theirs))


def _with_texts(pairs: pl.DataFrame, forms: pl.DataFrame) -> pl.DataFrame:
    """Add the words of both texts, as ``ours`` and ``theirs``."""
    numbers = pl.concat([pairs["number"], pairs["original"]]).unique()
    spoken = forms.filter(pl.col("number").is_in(numbers.implode())).select("number", words_alone("text"))
    ours, theirs = spoken.rename({"text": "ours"}), spoken.rename({"number": "original", "text": "theirs"})
    return pairs.join(ours, on="number", validate="m:1").join(theirs, on="original", validate="m:1")


def _compared(pairs: pl.DataFrame) -> pl.DataFrame:
    """Whether each pair passes both scores: by words, which is quick, and then by characters."""
    passed = pairs
    for scores, limit in ((_word_shares, MIN_WORD_SHARE), (_place_scores, MIN_PLACE_SCORE)):
        found = scores(passed["ours"].to_list(), passed["theirs"].to_list())
        passed = passed.filter(pl.Series(found, dtype=pl.Float64) >= limit)
    both = ["number", "original"]
    told = passed.select(*both, is_same=pl.lit(value=True))
    return pairs.select(both).join(told, on=both, how="left").with_columns(pl.col("is_same").fill_null(value=False))


def _word_shares(ours: list[str], theirs: list[str]) -> list[float]:
    """Of each pair the share of the shorter text's words that both have in order."""
    words = [(one.split(), other.split()) for one, other in zip(ours, theirs, strict=True)]
    return [LCSseq.similarity(one, other) / min(len(one), len(other)) for one, other in words]


def _place_scores(ours: list[str], theirs: list[str]) -> list[float]:
    """Of each pair how well the shorter text fits the best place in the longer one."""
    scores: list[float] = process.cpdist(ours, theirs, scorer=fuzz.partial_ratio).tolist()
    return scores
