"""Compare pairs of texts, each pair of the same two texts once, and remember what came of it."""

from collections.abc import Callable

import polars as pl

from pipelines.transform.resolve.memory import Memory

_MULTIPLIER = pl.lit(0x9E3779B97F4A7C15, dtype=pl.UInt64)


def compare_pairs(
    name: str,
    pairs: pl.DataFrame,
    hashes: pl.Series,
    compare: Callable[[pl.DataFrame], pl.DataFrame],
    memory: Memory,
) -> pl.DataFrame:
    """Add to pairs what a comparison of their texts gives.

    Args:
        name: Of the comparison, as in `Memory.recall`.
        pairs: ``number`` and ``original``.
        hashes: What stands for the text of each number.
        compare: Takes some pairs and gives them with columns for the result; pairs that it leaves out have nulls.
        memory: Remembers the results.

    Returns:
        ``pairs`` with the columns of the result, in the same order.
    """
    hashed = pairs.select(
        "number",
        "original",
        texts=pl.lit(hashes.gather(pairs["number"])) * _MULTIPLIER + pl.lit(hashes.gather(pairs["original"])),
    )

    def find(missing: pl.DataFrame) -> pl.DataFrame:
        chosen = hashed.join(missing, on="texts", how="semi").unique("texts")
        found = compare(chosen.drop("texts"))
        both = ["number", "original"]
        return chosen.join(found, on=both, how="left", validate="1:1").drop(both)

    known = memory.recall(name, hashed.select("texts").unique(), find)
    return hashed.join(known, on="texts", how="left", maintain_order="left").drop("texts")
