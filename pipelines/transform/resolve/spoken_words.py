"""The words of quotations, by which they are compared: what is printed otherwise may be said in the same words."""

import polars as pl

from pipelines.transform.resolve.batches import in_batches
from pipelines.transform.resolve.memory import Memory
from pipelines.transform.resolve.word_runs import word_runs

RUN_WORDS = 4

MIN_LONG_WORDS = 5
"""Words of four letters and more that a statement needs: “we will do all we can” may be anybody's."""

BATCH_SIZE = 100_000
"""Texts that are taken apart at once."""

_NOT_IN_WORD = r"[^\p{L}\p{N}]+"
_LONG_WORD = r"\p{L}{4,}"


def words_alone(text: str) -> pl.Expr:
    """The words of a column of texts in lower case, a space between them."""
    return pl.col(text).str.to_lowercase().str.replace_all(_NOT_IN_WORD, " ").str.strip_chars()


def with_words(quotes: pl.DataFrame, memory: Memory) -> pl.DataFrame:
    """Add what can be compared of quotations; those too short to tell are left out.

    Args:
        quotes: Reads ``text``.
        memory: Remembers the words of texts.

    Returns:
        ``quotes`` with ``words``, a hash that stands for the words, and ``runs``, the hashes of their runs, each once.
    """
    hashed = quotes.with_columns(text_hash=pl.col("text").hash(seed=0))

    def find(missing: pl.DataFrame) -> pl.DataFrame:
        texts = hashed.join(missing, on="text_hash", how="semi").unique("text_hash").select("text_hash", "text")
        return in_batches(texts, BATCH_SIZE, _taken_apart)

    known = memory.recall("words_of_texts", hashed.select("text_hash").unique(), find)
    long_enough = known.filter("is_long").drop("is_long")
    return hashed.join(long_enough, on="text_hash", validate="m:1").drop("text_hash")


def _taken_apart(texts: pl.DataFrame) -> pl.DataFrame:
    read = texts.with_row_index("number").with_columns(text=words_alone("text"))
    long_enough = pl.col("text").str.count_matches(_LONG_WORD) >= MIN_LONG_WORDS
    told = read.select("number", "text_hash", words=pl.col("text").hash(seed=0), is_long=long_enough)
    runs = word_runs(read.filter(long_enough).select("number", "text"), RUN_WORDS)
    held = runs.group_by("number").agg(runs=pl.col("run").unique())
    return told.join(held, on="number", how="left", validate="1:1").drop("number")
