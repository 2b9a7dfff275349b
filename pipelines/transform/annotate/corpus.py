"""Read all articles of a corpus, each once per text, day, layout and version of the rules."""

from collections.abc import Callable, Sequence
from pathlib import Path

import polars as pl

from pipelines.transform.annotate.chunks import cut_chunks, reading_ids
from pipelines.transform.annotate.compaction import keep_together, merge_small_chunks
from pipelines.transform.annotate.engines import Engine
from pipelines.transform.annotate.object_storage import copy_chunks, remove_chunks
from pipelines.transform.annotate.readings import drop_stale, kept_readings, listed_readings, load_annotations

OnStart = Callable[[int], None]
OnRead = Callable[[int], None]

LANGUAGES = ["en"]
"""Languages that the model and the rules are for; a text whose language could not be told is read too."""

IS_READ = pl.col("language_code").is_in(LANGUAGES).fill_null(True)
"""Whether an article of the schema ``StructuredArticles`` is read; the others are stored alone."""


def annotate_corpus(
    articles: pl.DataFrame,
    paragraphs: pl.DataFrame,
    folder: Path,
    *,
    changed: pl.DataFrame | None = None,
    storage: str | None,
    engine: Engine,
    chunk_size: int,
    on_start: OnStart,
    on_read: OnRead,
) -> dict[str, pl.DataFrame]:
    """Read what has not been read, and put all annotations together; articles in other languages have none.

    Args:
        articles: As the schema ``StructuredArticles``: all, or those that changed.
        paragraphs: As the schema ``Paragraphs``, of the same articles.
        changed: ``article_id`` of the articles that came, went or changed; None if all are given. What was read of
            others stays, and is not among the annotations.
        folder: Where readings are kept. A run that dies leaves the chunks that it has finished.
        storage: URL of object storage that workers write to; the folder then holds copies. None if they write to it.
        engine: Who reads. With nothing to read it starts no worker, and spaCy is not loaded.
        chunk_size: Most articles per chunk; the rows are the same for any.
        on_start: Told how many articles will be read.
        on_read: Told, each time, how many have been read.

    Returns:
        One frame per name in ``ANNOTATION_TABLES``, sorted by primary key.
    """
    readable = articles.filter(IS_READ)
    wanted = reading_ids(readable, paragraphs)
    _copy_from(storage, folder)
    unread = wanted.join(kept_readings(folder), on="reading_id", how="anti", maintain_order="left")
    on_start(unread.height)
    chunks = cut_chunks(unread, readable, paragraphs, chunk_size, engine.workers)
    for read_count in engine.read(chunks, storage or str(folder)):
        on_read(read_count)
    if unread.height:
        _copy_from(storage, folder)
    kept = kept_readings(folder)
    readings = kept.join(wanted, on=["article_id", "reading_id"], how="semi")
    others = kept.clear() if changed is None else kept.join(changed, on="article_id", how="anti")
    merged = merge_small_chunks(pl.concat([readings, others]), folder, storage)
    _drop_all_but(set(merged["chunk_id"]), folder, storage)
    return load_annotations(folder, merged.join(wanted, on=["article_id", "reading_id"], how="semi"))


def forget_readings(folder: Path, storage: str | None) -> None:
    """Remove all readings, so that every article is read anew."""
    _drop_all_but(set(), folder, storage)


def forget_articles(folder: Path, storage: str | None, article_ids: Sequence[str]) -> None:
    """Remove all readings of articles; what is read of others stays."""
    _copy_from(storage, folder)
    is_forgotten = pl.col("article_id").is_in(article_ids)
    held = listed_readings(folder).filter(is_forgotten).select("chunk_id").unique()
    rest = kept_readings(folder).filter(~is_forgotten)
    untouched = rest.join(held, on="chunk_id", how="anti")
    parted = rest.join(held, on="chunk_id", how="semi").partition_by("chunk_id", maintain_order=True)
    kept = pl.concat([untouched, *(keep_together(chunk, folder, storage) for chunk in parted)])
    _drop_all_but(set(kept["chunk_id"]), folder, storage)


def _copy_from(storage: str | None, folder: Path) -> None:
    if storage:
        copy_chunks(storage, folder)


def _drop_all_but(needed: set[str], folder: Path, storage: str | None) -> None:
    if storage:
        remove_chunks(storage, needed)
    drop_stale(folder, needed)
