"""Remember what pure functions of single values gave, so that a run on a large corpus finds only what is new."""

from collections.abc import Callable
from typing import Protocol

import polars as pl

Find = Callable[[pl.DataFrame], pl.DataFrame]


class Memory(Protocol):
    """Holds results from run to run. No row depends on what it holds, only how long the row takes."""

    def recall(self, name: str, wanted: pl.DataFrame, find: Find) -> pl.DataFrame:
        """Give the results of a function for some values.

        Args:
            name: Which function; one per version of the code.
            wanted: The values, each once; any number of columns, nulls allowed.
            find: Takes some of the rows of ``wanted`` and gives them back, in any order, with columns for the result.

        Returns:
            One row per row of ``wanted``, in any order: its columns and those of the result.
        """


class NoMemory:
    """Finds everything anew."""

    def recall(self, name: str, wanted: pl.DataFrame, find: Find) -> pl.DataFrame:
        """Find all results."""
        return find(wanted)


NO_MEMORY = NoMemory()


def recall_from(known: pl.DataFrame | None, wanted: pl.DataFrame, find: Find) -> pl.DataFrame:
    """Take results from those that are known, and find the others.

    Args:
        known: What an earlier call returned for the same function; None if there was none.
        wanted: As in `Memory.recall`.
        find: As in `Memory.recall`.
    """
    if known is None:
        return find(wanted)
    kept = known.join(wanted, on=wanted.columns, how="semi", nulls_equal=True)
    missing = wanted.join(kept, on=wanted.columns, how="anti", nulls_equal=True)
    return pl.concat([kept, find(missing).select(kept.columns)]) if missing.height else kept
