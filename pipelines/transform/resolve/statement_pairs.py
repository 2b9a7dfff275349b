"""Tell which texts of quotations say the same: pairs worth a look, scored by rapidfuzz."""

from collections.abc import Callable

import polars as pl
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from pipelines.transform.resolve.batches import in_batches
from pipelines.transform.resolve.memory import NO_MEMORY, Memory
from pipelines.transform.resolve.spoken_words import words_alone
from pipelines.transform.resolve.statement_candidates import candidate_pairs
from pipelines.transform.resolve.text_pairs import compare_pairs

TextsOf = Callable[[pl.DataFrame], pl.DataFrame]
"""Takes ``quote_id`` and ``article_id`` of some quotations and gives ``quote_id`` and ``text`` of these at least."""

MIN_WORD_SHARE = 0.8
"""Share of the shorter text's words that both have in order: one word in five may be another."""

MIN_PLACE_SCORE = 85.0
"""Of 100: the shorter text against the best place in the longer one, by characters."""

BATCH_SIZE = 100_000
"""Pairs that are compared at once."""


def statement_pairs(
    forms: pl.DataFrame, spoken: pl.DataFrame, runs: pl.DataFrame, texts_of: TextsOf, memory: Memory = NO_MEMORY
) -> pl.DataFrame:
    """Pair the texts that say the same: the shorter one is in the longer one, but for small changes.

    Persons that differ never say the same; a text without a person may say what one with a person says.

    Args:
        forms: In the order in which they were printed: ``number``, from 0, and what is told of the first quotation in
            ``spoken``: ``quote_id``, ``article_id``, ``words``, ``speaker_person_id``, and its ``row`` there.
        spoken: As the schema ``SpokenQuotes``.
        runs: As the schema ``SpokenRuns``.
        texts_of: Gives the text of a form's first quotation.
        memory: Remembers which texts say the same.

    Returns:
        ``number`` and ``original``, the smaller number, sorted. Texts that many share are not paired each with each,
        but so that they hang together.
    """

    def compare(some: pl.DataFrame) -> pl.DataFrame:
        return in_batches(_with_texts(some, forms, texts_of), BATCH_SIZE, _compared)

    speaker = pl.col("speaker_person_id").cast(pl.Categorical).to_physical()
    pairs = candidate_pairs(forms.select("row", speaker=speaker), spoken["runs"], _run_places(runs))
    compared = compare_pairs("texts_that_say_the_same", pairs, forms["words"], compare, memory)
    return compared.filter("is_same").select("number", "original")


def _run_places(runs: pl.DataFrame) -> pl.Series:
    """Of each number of a run its place among all, by the hash of the run: numbers are given in any order."""
    return runs.sort("run").with_row_index("place").sort("run_number")["place"]


def _with_texts(pairs: pl.DataFrame, forms: pl.DataFrame, texts_of: TextsOf) -> pl.DataFrame:
    """Add the words of both texts, as ``ours`` and ``theirs``."""
    numbers = pl.concat([pairs["number"], pairs["original"]]).unique()
    wanted = forms.filter(pl.col("number").is_in(numbers.implode())).select("number", "quote_id", "article_id")
    printed = texts_of(wanted.drop("number"))
    spoken = wanted.join(printed, on="quote_id", validate="1:1").select("number", words_alone("text"))
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
