"""Remember what pure functions of single values gave, so that a run on a large corpus finds only what is new."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

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


class Recalled(NamedTuple):
    """The results that were known, and those that had to be found."""

    known: pl.DataFrame
    found: pl.DataFrame

    @property
    def all(self) -> pl.DataFrame:
        """Both."""
        return pl.concat([self.known, self.found]) if self.found.height else self.known


def recall_from(known: pl.DataFrame | None, wanted: pl.DataFrame, find: Find) -> Recalled:
    """Take results from those that are known, and find the others.

    Args:
        known: What earlier calls returned for the same function; None if there were none.
        wanted: As in `Memory.recall`.
        find: As in `Memory.recall`.
    """
    if known is None:
        found = find(wanted)
        return Recalled(found.clear(), found)
    marked = wanted.join(known.with_columns(is_known=True), on=wanted.columns, how="left", nulls_equal=True)
    kept = marked.filter("is_known").select(known.columns)
    missing = marked.filter(pl.col("is_known").is_null()).select(wanted.columns)
    return Recalled(kept, find(missing).select(known.columns) if missing.height else kept.clear())
