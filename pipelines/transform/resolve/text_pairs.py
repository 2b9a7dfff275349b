"""Compare pairs of texts, each pair of the same two texts once, and remember what came of it."""

from collections.abc import Callable

import polars as pl

from pipelines.transform.resolve.memory import Memory

_HASHES = ["number_hash", "original_hash"]


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
    hashed = pairs.with_columns(hashes.gather(pairs[end]).alias(f"{end}_hash") for end in ("number", "original"))

    def find(missing: pl.DataFrame) -> pl.DataFrame:
        chosen = hashed.join(missing, on=_HASHES, how="semi").unique(_HASHES)
        found = chosen.join(compare(chosen.drop(_HASHES)), on=["number", "original"], how="left", validate="1:1")
        return found.drop("number", "original")

    known = memory.recall(name, hashed.select(_HASHES).unique(), find)
    return hashed.join(known, on=_HASHES, validate="m:1", maintain_order="left").drop(_HASHES)
