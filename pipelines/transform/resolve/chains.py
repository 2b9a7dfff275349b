"""Follow links between rows, to where they end."""

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
    both = pl.concat([links.select("number", "original"), links.select(number="original", original="number")])
    label = pl.arange(count, dtype=pl.UInt32, eager=True)
    while True:
        nearest = both.with_columns(label=label.gather(both["original"])).group_by("number").agg(pl.col("label").min())
        found = pl.DataFrame({"number": pl.arange(count, dtype=pl.UInt32, eager=True)}).join(
            nearest, on="number", how="left", maintain_order="left"
        )["label"]
        smallest = pl.select(pl.min_horizontal(label, found)).to_series()
        smallest = smallest.gather(smallest)
        if smallest.equals(label):
            return label
        label = smallest
