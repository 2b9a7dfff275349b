"""Find articles that copy one another, whole or in large part.

Two texts are compared by their runs of five words. Which pairs are worth it is told by a sample: of all runs, those
whose hash is divisible by eight, so that of a run in common both texts sample it or neither does (Broder, On the
resemblance and containment of documents, 1997). Every pair so found is then compared in full.
"""

from collections.abc import Iterator

import polars as pl

from pipelines.schemas.working import ArticleCopies

RUN_WORDS = 5
SAMPLED_EVERY = 8
MIN_COPY_SHARE = 0.5
"""Share of a copy's word runs in its original: with every tenth word changed 0.6 are left."""

MIN_SAMPLED_SHARE = 0.25
"""Half of `MIN_COPY_SHARE`, as the sample of a short text may fall far from the whole."""

BATCH_SIZE = 2_000
"""Articles, or pairs of them, whose runs are in memory at once."""

_WORD = r"[\p{L}\p{N}]+"
_MULTIPLIER = pl.lit(0x9E3779B97F4A7C15, dtype=pl.UInt64)


def find_copies(articles: pl.DataFrame) -> pl.DataFrame:
    """Tie each copy to the earliest article that it copies.

    Earlier is the one with the earlier day of publication, of the same day the one whose ``source_uri`` comes first;
    articles without a day come last.

    Args:
        articles: As the schema ``StructuredArticles``.

    Returns:
        As the schema ``ArticleCopies``, sorted by key.
    """
    numbered = articles.sort("published_date", "source_uri", nulls_last=True).with_row_index("number")
    links = _compare(_candidates(numbered), numbered)
    copies = (
        numbered.join(links, on="number", how="left", validate="1:1", maintain_order="left")
        .with_columns(root=_roots(links, numbered.height))
        .with_columns(
            duplicate_of_article_id=pl.col("article_id").gather(pl.col("original")),
            is_carried_widely=pl.col("publisher_name").drop_nulls().n_unique().over("root") > 1,
        )
    )
    return ArticleCopies.validate(copies.select(ArticleCopies.column_names())).sort("article_id")


def _candidates(numbered: pl.DataFrame) -> pl.DataFrame:
    """Pairs ``number`` and ``original`` (the earlier one) that share enough of their sampled runs.

    An article is paired with the first that has a run and with the last before it: of a story in a hundred papers
    that makes two hundred pairs and not five thousand, and a copy of a copy is found as well.
    """
    sampled = pl.concat(
        _word_runs(batch).filter(pl.col("run") % SAMPLED_EVERY == 0).unique() for batch in _batches(numbered)
    ).sort("run", "number")
    earlier = [pl.col("number").first().over("run"), pl.col("number").shift().over("run")]
    return (
        pl.concat(
            sampled.select("number", "run", original=original, sampled_count=pl.len().over("number"))
            for original in earlier
        )
        .filter(pl.col("original") < pl.col("number"))
        .group_by("number", "original")
        .agg(pl.col("run").n_unique().alias("shared_count"), pl.col("sampled_count").first())
        .filter(pl.col("shared_count") >= MIN_SAMPLED_SHARE * pl.col("sampled_count"))
        .select("number", "original")
        .sort("number", "original")
    )


def _compare(pairs: pl.DataFrame, numbered: pl.DataFrame) -> pl.DataFrame:
    """The earliest ``original`` of each ``number`` that truly is one, with its ``copy_share``."""
    compared = pl.concat([_shares(batch, numbered) for batch in _batches(pairs)])
    return (
        compared.filter(pl.col("copy_share") >= MIN_COPY_SHARE)
        .sort("number", "original")
        .unique("number", keep="first", maintain_order=True)
    )


def _batches(frame: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Slices of a frame, before them an empty one, so that there is always one."""
    yield frame.clear()
    yield from frame.iter_slices(BATCH_SIZE)


def _shares(pairs: pl.DataFrame, numbered: pl.DataFrame) -> pl.DataFrame:
    wanted = pl.concat([pairs["number"], pairs["original"]]).unique().sort()
    runs = _word_runs(numbered[wanted]).unique()
    of_copy = pairs.join(runs, on="number").with_columns(run_count=pl.len().over("number", "original"))
    shared = of_copy.join(runs, left_on=["original", "run"], right_on=["number", "run"])
    return shared.group_by("number", "original").agg(copy_share=pl.len().cast(pl.Float64) / pl.col("run_count").first())


def _word_runs(numbered: pl.DataFrame) -> pl.DataFrame:
    """The runs of words of each article as hashes; case and punctuation do not count."""
    words = (
        numbered.select("number", word=pl.col("text").str.to_lowercase().str.extract_all(_WORD))
        .explode("word", empty_as_null=False)
        .with_columns(pl.col("word").hash(seed=0))
    )
    run = pl.col("word")
    for distance in range(1, RUN_WORDS):
        run = run * _MULTIPLIER + pl.col("word").shift(-distance)
    is_whole = pl.col("number").shift(1 - RUN_WORDS) == pl.col("number")
    return words.with_columns(run=run).filter(is_whole).select("number", "run")


def _roots(links: pl.DataFrame, article_count: int) -> pl.Series:
    """For each article the one that its chain of originals ends at, itself if it copies none."""
    numbers = pl.DataFrame({"number": pl.arange(article_count, dtype=pl.UInt32, eager=True)})
    original = numbers.join(links, on="number", how="left", maintain_order="left")["original"]
    root = original.fill_null(numbers["number"])
    while not (further := root.gather(root)).equals(root):
        root = further
    return root
