"""Tell which articles have to be read, and cut them into chunks. Loads no spaCy."""

import hashlib
from collections.abc import Iterator
from itertools import accumulate, pairwise

import polars as pl

from pipelines.ids import content_id
from pipelines.transform.annotate.version import extractor_version

CHUNKS_PER_WORKER = 4
"""Few articles are cut finer than ``chunk_size``, so that all workers have work and progress can be seen."""

SMALLEST_SHARE = 4
"""The last chunks get smaller, down to this part of the first, so that workers end at the same time."""

_PARAGRAPH_COLUMNS = ["paragraph_index", "paragraph_type", "char_start", "char_end"]


def reading_ids(articles: pl.DataFrame, paragraphs: pl.DataFrame) -> pl.DataFrame:
    """Hash all that a reading depends on: the article, its day, its paragraphs, and the version of the rules.

    Args:
        articles: Reads ``article_id``, ``text`` and ``published_date``.
        paragraphs: Their rows of ``paragraphs``.

    Returns:
        ``article_id`` and ``reading_id``, one row per article, sorted. Two readings of the same id are the same.
    """
    keyed = (
        articles.select("article_id", "text", pl.col("published_date").cast(pl.String))
        .join(_layouts(paragraphs), on="article_id", how="left", validate="1:1")
        .sort("article_id")
    )
    ids = [content_id("reading", extractor_version(), *row) for row in keyed.iter_rows()]
    return keyed.select("article_id", reading_id=pl.Series(ids, dtype=pl.String))


def cut_chunks(
    unread: pl.DataFrame, articles: pl.DataFrame, paragraphs: pl.DataFrame, chunk_size: int, workers: int
) -> Iterator[tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]]:
    """Cut the articles to read into chunks of readings, articles and paragraphs.

    Args:
        unread: Rows of `reading_ids`, sorted by ``article_id``.
        articles: One row per article, others among them.
        paragraphs: Rows of ``paragraphs``, others among them.
        chunk_size: Most articles per chunk.
        workers: Processes that read.
    """
    articles, paragraphs = _rows_of(articles, unread), _rows_of(paragraphs, unread)
    ends = list(accumulate(_chunk_sizes(unread.height, chunk_size, workers)))
    last = unread["article_id"].gather([end - 1 for end in ends])
    paragraph_ends = paragraphs["article_id"].search_sorted(last, "right")
    bounds = zip(pairwise([0, *ends]), pairwise([0, *paragraph_ends]), strict=True)
    for (start, end), (first, behind) in bounds:
        yield unread[start:end], articles[start:end], paragraphs[first:behind]


def _chunk_sizes(count: int, chunk_size: int, workers: int) -> Iterator[int]:
    def share(articles: int) -> int:
        return max(1, min(chunk_size, -(-articles // (workers * CHUNKS_PER_WORKER))))

    smallest = max(1, share(count) // SMALLEST_SHARE)
    while count:
        size = min(count, max(smallest, share(count)))
        yield size
        count -= size


def _rows_of(rows: pl.DataFrame, unread: pl.DataFrame) -> pl.DataFrame:
    """The rows of unread articles, in the order of these and their own."""
    kept = rows.join(unread, on="article_id", how="semi", maintain_order="left")
    return kept if kept["article_id"].is_sorted() else kept.sort("article_id", maintain_order=True)


def chunk_id(readings: pl.DataFrame) -> str:
    """Key of a chunk: what it holds the readings of."""
    return content_id("chunk", *readings["reading_id"].sort())


def _layouts(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """One digest per article of where its paragraphs are and what they are."""
    joined = (
        paragraphs.sort("article_id", "paragraph_index")
        .select("article_id", layout=pl.concat_str(_PARAGRAPH_COLUMNS, separator=" "))
        .group_by("article_id", maintain_order=True)
        .agg(pl.col("layout").str.join("\n"))
    )
    digests = [hashlib.blake2b(layout.encode(), digest_size=16).hexdigest() for layout in joined["layout"]]
    return joined.select("article_id", layout=pl.Series(digests, dtype=pl.String))
