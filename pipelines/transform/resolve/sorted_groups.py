"""Groups of rows that stand side by side."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray


class SortedGroups(NamedTuple):
    """Groups in the order of the rows.

    Attributes:
        starts: Of each group its first row.
        place: Of each row the place of its group among the groups.
    """

    starts: NDArray[np.int64]
    place: NDArray[np.int64]

    @property
    def sizes(self) -> NDArray[np.int64]:
        """Rows of each group."""
        return np.diff(self.starts, append=len(self.place))

    def ends(self, values: pl.Series) -> list[NDArray[np.uint32]]:
        """The smallest and the largest of the rows' values, of each group."""
        if not len(self.starts):
            return [np.empty(0, np.uint32)] * 2
        return [reduced.reduceat(values.to_numpy(), self.starts) for reduced in (np.minimum, np.maximum)]


def groups_of_sorted(rows: pl.DataFrame, columns: Sequence[str]) -> SortedGroups:
    """Find the groups of rows that are sorted by some columns, or in which equal rows stand side by side at least."""
    changes = pl.any_horizontal(pl.col(name).ne_missing(pl.col(name).shift()) for name in columns)
    is_first = rows.select(changes).to_series().to_numpy()
    return SortedGroups(np.flatnonzero(is_first), np.cumsum(is_first) - 1)
