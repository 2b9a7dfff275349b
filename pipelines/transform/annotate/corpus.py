"""Read all articles of a corpus, each once per text, day, layout and version of the rules."""

import shutil
from collections.abc import Callable
from pathlib import Path

import polars as pl

from pipelines.transform.annotate.chunks import cut_chunks, reading_ids
from pipelines.transform.annotate.readings import drop_stale, kept_readings, load_annotations
from pipelines.transform.annotate.workers import read_chunks

OnStart = Callable[[int], None]
OnRead = Callable[[int], None]

LANGUAGES = ["en"]
"""Languages that the model and the rules are for; a text whose language could not be told is read too."""


def annotate_corpus(
    articles: pl.DataFrame,
    paragraphs: pl.DataFrame,
    folder: Path,
    *,
    workers: int,
    chunk_size: int,
    on_start: OnStart,
    on_read: OnRead,
) -> dict[str, pl.DataFrame]:
    """Read what has not been read, and put all annotations together; articles in other languages have none.

    Args:
        articles: As the schema ``StructuredArticles``.
        paragraphs: As the schema ``Paragraphs``.
        folder: Where readings are kept. A run that dies leaves the chunks that it has finished.
        workers: Processes that read. With nothing to read none is started, and spaCy is not loaded.
        chunk_size: Most articles per chunk; the rows are the same for any.
        on_start: Told how many articles will be read.
        on_read: Told, each time, how many have been read.

    Returns:
        One frame per name in ``ANNOTATION_TABLES``, sorted by primary key.
    """
    readable = articles.filter(pl.col("language_code").is_in(LANGUAGES).fill_null(True))
    wanted = reading_ids(readable, paragraphs)
    unread = wanted.join(kept_readings(folder), on="reading_id", how="anti")
    on_start(unread.height)
    read_chunks(cut_chunks(unread, readable, paragraphs, chunk_size, workers), folder, workers, on_read)
    readings = kept_readings(folder).join(wanted, on=["article_id", "reading_id"], how="semi")
    drop_stale(folder, readings)
    return load_annotations(folder, readings)


def forget_readings(folder: Path) -> None:
    """Remove all readings, so that every article is read anew."""
    shutil.rmtree(folder, ignore_errors=True)
