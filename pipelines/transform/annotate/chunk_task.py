"""The unit of work of the reading: one chunk in, its readings kept. Whoever runs it, it is the same."""

from pathlib import Path

import polars as pl

from pipelines.ids import article_id
from pipelines.transform.annotate.object_storage import is_url, put_chunk
from pipelines.transform.annotate.readings import write_chunk
from pipelines.transform.structure.structure import structure_texts

Chunk = tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]
"""Readings, articles and paragraphs, as from `cut_chunks`."""

CHUNKS_AHEAD = 2
"""Chunks per worker that are handed out: enough to keep it busy, few enough to keep memory flat."""

ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "POLARS_MAX_THREADS": "1"}
"""Environment of a process that reads: one per core, and the same sums in the same order everywhere.

Numpy and polars look at it when they are loaded."""

WARM_UP = (
    "“It is safe,” said Ada Quill, the mayor of Norwich, on Monday.\n\n"
    "The Norwich Harbour Authority told reporters that its chief, Ms. Quill, would resign."
)
"""A text that needs the model and nearly all tables of words."""


def prepare_to_read() -> None:
    """Load what this process reads with, by reading a text of its own."""
    from pipelines.transform.annotate.model import process_model
    from pipelines.transform.annotate.reader import annotate_chunk

    row = {"article_id": article_id("warm-up"), "text": WARM_UP, "published_date": None}
    texts = pl.DataFrame([row], schema_overrides={"published_date": pl.Date})
    annotate_chunk(*structure_texts(texts), process_model())


def read_chunk(chunk: Chunk, target: str) -> int:
    """Read a chunk and keep it.

    Args:
        chunk: What to read.
        target: Folder, or URL of object storage, where finished chunks are kept.

    Returns:
        How many articles it held.
    """
    from pipelines.transform.annotate.model import process_model  # only a worker pays for spaCy
    from pipelines.transform.annotate.reader import annotate_chunk

    readings, articles, paragraphs = chunk
    annotations = annotate_chunk(articles, paragraphs, process_model())
    if is_url(target):
        put_chunk(target, readings, annotations)
    else:
        write_chunk(Path(target), readings, annotations)
    return articles.height


def articles_of(chunk: Chunk) -> str:
    """Name a chunk's articles for a message."""
    return ", ".join(chunk[1]["source_uri"])
