"""Follow links between rows, to where they end."""

import numpy as np
import polars as pl


def roots(links: pl.DataFrame, count: int) -> pl.Series:
    """For each row the one that its chain of originals ends at, itself if it has none.

    Args:
        links: ``number`` and ``original``; at most one row per ``number``, and no circles.
        count: Rows, numbered from 0.
    """
    numbers = pl.DataFrame({"number": pl.arange(count, dtype=pl.UInt32, eager=True)})
    original = numbers.join(links, on="number", how="left", maintain_order="left")["original"]
    root = original.fill_null(numbers["number"])
    while not (further := root.gather(root)).equals(root):
        root = further
    return root


def components(links: pl.DataFrame, count: int) -> pl.Series:
    """For each row the smallest number of those that links, in any direction, tie it to.

    Args:
        links: ``number`` and ``original``, any number of them.
        count: Rows, numbered from 0.
    """
    ends = pl.concat([links["number"], links["original"]]).to_numpy()
    tied, place = np.unique(ends, return_inverse=True)
    ours, theirs = place[: links.height], place[links.height :]
    label = np.arange(len(tied))
    while True:
        smallest = label.copy()
        np.minimum.at(smallest, ours, label[theirs])
        np.minimum.at(smallest, theirs, label[ours])
        smallest = smallest[smallest]
        if np.array_equal(smallest, label):
            break
        label = smallest
    found = np.arange(count, dtype=np.uint32)
    found[tied] = tied[label]
    return pl.Series(found)
