"""Give the articles of one publisher one publisher's name."""

import polars as pl

_FOLDER = pl.col("source_uri").str.extract(r"^([^/]+)/")
_SLUG = pl.col("publisher_name").str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", "-").str.strip_chars("-")


def name_publishers(articles: pl.DataFrame) -> pl.DataFrame:
    """Name publishers that only a folder tells as the headers of other articles in that folder do.

    ``harbor-post/a.txt``, which states no publisher, is of the Harbor Post if another file of the folder says so. Of
    several ways to print the name, the most frequent counts, then the first in the alphabet.

    Args:
        articles: Reads ``source_uri`` and ``publisher_name``.

    Returns:
        The articles in their order.
    """
    printed = (
        articles.select("publisher_name", folder=_FOLDER, slug=_SLUG)
        .filter((pl.col("slug") == pl.col("folder")) & (pl.col("publisher_name") != pl.col("folder")))
        .group_by("folder", "publisher_name")
        .len()
        .sort("len", "publisher_name", descending=[True, False])
        .unique("folder", keep="first", maintain_order=True)
    )
    names = dict(printed.select("folder", "publisher_name").iter_rows())
    return articles.with_columns(
        pl.when(pl.col("publisher_name") == _FOLDER)
        .then(pl.col("publisher_name").replace(names))
        .otherwise("publisher_name")
    )
