"""Find articles that copy one another, whole or in large part.

Which pairs are worth comparing is told by MinHash-LSH, and each pair so found is compared in full. With planted copies
(`tests.benchmarks.copies`) this finds all but 1 of 7,000 in 20,000 articles of one pattern, in 8 CPU seconds. A sample
of the word runs, by hashes divisible by eight, found 84 % in 6 seconds, as runs that many articles have lead it astray;
the signatures of datasketch took ten times as long as those of rensa. Missed are copies of less than a tenth of a long
article.
"""

from collections.abc import Callable

import polars as pl

from pipelines.schemas.working import ArticleCopies
from pipelines.transform.resolve.batches import in_batches
from pipelines.transform.resolve.chains import roots
from pipelines.transform.resolve.memory import NO_MEMORY, Memory
from pipelines.transform.resolve.similar import similar_pairs
from pipelines.transform.resolve.text_pairs import compare_pairs
from pipelines.transform.resolve.word_runs import shared_shares, word_runs

COMPARED_COLUMNS = ["article_id", "source_uri", "published_date", "publisher_name"]
"""Columns of ``structured_articles`` that `find_copies` reads."""

TextsOf = Callable[[pl.DataFrame], pl.DataFrame]
"""Takes ``article_id`` of some articles and gives ``article_id`` and ``text`` of these at least."""

RUN_WORDS = 7
"""Long enough that stories told in the same set phrases have little in common."""

MIN_COPY_SHARE = 0.5
"""Share of a copy's words in its original: with every tenth word changed, 0.7 to 0.9 are left."""

PAIRS_AT_ONCE = 2_000
"""Pairs of articles whose runs are in memory at once."""


def find_copies(
    articles: pl.DataFrame, signatures: pl.DataFrame, texts_of: TextsOf, memory: Memory = NO_MEMORY
) -> pl.DataFrame:
    """Tie each copy to the earliest article that it copies.

    Earlier is the one with the earlier day of publication, of the same day the one whose ``source_uri`` comes first;
    articles without a day come last.

    Args:
        articles: Columns ``COMPARED_COLUMNS`` of all articles.
        signatures: From `sign_texts`, with runs of ``RUN_WORDS`` words, a row per article.
        texts_of: Gives texts of articles.
        memory: Remembers what texts share.

    Returns:
        As the schema ``ArticleCopies``, sorted by key.
    """
    numbered = (
        articles.sort("published_date", "source_uri", nulls_last=True)
        .with_row_index("number")
        .join(signatures, on="article_id", how="left", validate="1:1", maintain_order="left")
    )
    links = _compare(similar_pairs(numbered["signature"]), numbered, texts_of, memory)
    copies = (
        numbered.join(links, on="number", how="left", validate="1:1", maintain_order="left")
        .with_columns(root=roots(links, numbered.height))
        .with_columns(
            duplicate_of_article_id=pl.col("article_id").gather(pl.col("original")),
            is_carried_widely=pl.col("publisher_name").drop_nulls().n_unique().over("root") > 1,
        )
    )
    return ArticleCopies.validate(copies.select(ArticleCopies.column_names())).sort("article_id")


def _compare(pairs: pl.DataFrame, numbered: pl.DataFrame, texts_of: TextsOf, memory: Memory) -> pl.DataFrame:
    """The earliest ``original`` of each ``number`` that truly is one, with its ``copy_share``."""

    def shares(some: pl.DataFrame) -> pl.DataFrame:
        return in_batches(some, PAIRS_AT_ONCE, lambda batch: _shares(batch, numbered, texts_of))

    return (
        compare_pairs(f"shares_of_{RUN_WORDS}_words", pairs, numbered["text_hash"], shares, memory)
        .filter(pl.col("copy_share") >= MIN_COPY_SHARE)
        .sort("number", "original")
        .unique("number", keep="first", maintain_order=True)
    )


def _shares(pairs: pl.DataFrame, numbered: pl.DataFrame, texts_of: TextsOf) -> pl.DataFrame:
    wanted = numbered.select("number", "article_id")[pl.concat([pairs["number"], pairs["original"]]).unique().sort()]
    texts = wanted.join(texts_of(wanted), on="article_id", validate="1:1", maintain_order="left")
    return shared_shares(pairs, word_runs(texts, RUN_WORDS), RUN_WORDS).rename({"share": "copy_share"})
