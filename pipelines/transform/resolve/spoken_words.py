"""The words of quotations, by which they are compared: what is printed otherwise may be said in the same words."""

from typing import NamedTuple

import polars as pl

from pipelines.schemas.spoken import SpokenQuotes, SpokenRuns
from pipelines.transform.resolve.batches import in_batches
from pipelines.transform.resolve.word_runs import word_runs

QUOTE_COLUMNS = [
    "quote_id",
    "article_id",
    "char_start",
    "quote_type",
    "text",
    "speaker_person_id",
    "speaker_organization_id",
]
"""Columns of ``quotes`` that `spoken_words` reads."""

RUN_WORDS = 4

MIN_LONG_WORDS = 5
"""Words of four letters and more that a statement needs: “we will do all we can” may be anybody's."""

BATCH_SIZE = 100_000
"""Texts that are taken apart at once."""

_NOT_IN_WORD = r"[^\p{L}\p{N}]+"
_LONG_WORD = r"\p{L}{4,}"


class Spoken(NamedTuple):
    """Frames of the schemas ``SpokenQuotes`` and ``SpokenRuns``; of the runs those that have not been known."""

    quotes: pl.DataFrame
    new_runs: pl.DataFrame


def words_alone(text: str) -> pl.Expr:
    """The words of a column of texts in lower case, a space between them."""
    return pl.col(text).str.to_lowercase().str.replace_all(_NOT_IN_WORD, " ").str.strip_chars()


def spoken_words(quotes: pl.DataFrame, known_runs: pl.DataFrame) -> Spoken:
    """Tell the words of quotations; fragments and those too short to tell are left out.

    Args:
        quotes: Columns ``QUOTE_COLUMNS``.
        known_runs: As the schema ``SpokenRuns``: numbers that are given already.
    """
    spoken = quotes.filter(pl.col("quote_type") != "fragment").with_columns(text_hash=pl.col("text").hash(seed=0))
    texts = spoken.select("text_hash", "text").unique("text_hash", maintain_order=True).with_row_index("number")
    told = in_batches(texts, BATCH_SIZE, _taken_apart)
    held = told.select("number", run="runs").explode("run")
    new = held.select(pl.col("run").unique().sort()).join(known_runs, on="run", how="anti", maintain_order="left")
    new = new.with_row_index("run_number", offset=known_runs.height).select(SpokenRuns.column_names())
    numbered = held.join(pl.concat([known_runs, new]), on="run", maintain_order="left", validate="m:1")
    lists = numbered.group_by("number", maintain_order=True).agg(runs="run_number")
    by_text = told.drop("runs").join(lists, on="number", validate="1:1")
    found = spoken.join(by_text, on="text_hash", validate="m:1")
    return Spoken(found.select(SpokenQuotes.column_names()).sort(SpokenQuotes.primary_key()), new)


def _taken_apart(texts: pl.DataFrame) -> pl.DataFrame:
    """Of each text that is long enough ``number``, ``text_hash``, ``words`` and the hashes of its ``runs``, each once.

    Runs are told from the words alone, so that the same words have the same runs.
    """
    read = texts.with_columns(text=words_alone("text"))
    long_enough = read.filter(pl.col("text").str.count_matches(_LONG_WORD) >= MIN_LONG_WORDS)
    runs = word_runs(long_enough.select("number", "text"), RUN_WORDS)
    held = runs.group_by("number").agg(runs=pl.col("run").unique())
    told = long_enough.select("number", "text_hash", words=pl.col("text").hash(seed=0))
    return told.join(held, on="number", validate="1:1")
