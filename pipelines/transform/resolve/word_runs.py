"""Texts as runs of words, the unit in which copies are counted: case and punctuation do not matter."""

import polars as pl

_WORD = r"[\p{L}\p{N}]+"
_MULTIPLIER = pl.lit(0x9E3779B97F4A7C15, dtype=pl.UInt64)


def word_runs(texts: pl.DataFrame, run_words: int) -> pl.DataFrame:
    """List the runs of words of each text as hashes.

    Args:
        texts: ``number``, ascending, and ``text``.
        run_words: Words per run. A text of fewer words has no run.

    Returns:
        ``number``, ``position`` (of the run's first word in its text, from 0) and ``run``, in the order of the text.
    """
    words = (
        texts.select("number", word=pl.col("text").str.to_lowercase().str.extract_all(_WORD))
        .explode("word", empty_as_null=False)
        .with_columns(pl.col("word").hash(seed=0), position=pl.int_range(pl.len(), dtype=pl.UInt32).over("number"))
    )
    run = pl.col("word")
    for distance in range(1, run_words):
        run = run * _MULTIPLIER + pl.col("word").shift(-distance)
    is_whole = pl.col("number").shift(1 - run_words) == pl.col("number")
    return words.with_columns(run=run).filter(is_whole).select("number", "position", "run")


def shared_shares(pairs: pl.DataFrame, runs: pl.DataFrame, run_words: int) -> pl.DataFrame:
    """Measure how much of each text stands in runs that another text has too.

    Args:
        pairs: ``number`` and ``original``, two texts each.
        runs: Rows of `word_runs`, with all runs of these texts.
        run_words: Words per run.

    Returns:
        ``number``, ``original`` and ``share``: of the words of ``number`` those covered by a run in common, 0 to 1.
        Pairs without one are left out.
    """
    start, pair = pl.col("position"), pl.col("pair")
    to_next = pl.when(pair.shift(-1) == pair).then(start.shift(-1) - start).otherwise(run_words)
    shared = (
        pairs.with_row_index("pair")
        .join(runs, on="number", maintain_order="left_right")
        .join(runs, left_on=["original", "run"], right_on=["number", "run"], how="semi", maintain_order="left")
        .with_columns(covered=to_next.fill_null(run_words).clip(upper_bound=run_words))
    )
    word_counts = runs.group_by("number").agg(word_count=pl.col("position").max() + run_words)
    return (
        shared.group_by("number", "original")
        .agg(pl.col("covered").sum())
        .join(word_counts, on="number", validate="m:1")
        .select("number", "original", share=pl.col("covered") / pl.col("word_count"))
        .sort("number", "original")
    )
