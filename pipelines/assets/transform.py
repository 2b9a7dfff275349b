"""Raw articles to structure and annotations: the part of the pipeline that looks at one article at a time."""

from collections.abc import Iterator

import dagster as dg
from polars import DataFrame as Frame

from pipelines.assets.resources import Warehouse
from pipelines.assets.tables import WRITER_POOL, table_asset, table_out
from pipelines.progress import ReadingProgress
from pipelines.schemas import ANNOTATION_TABLES
from pipelines.stages import read_stage_if_any, readings_places, remove_stage
from pipelines.transform.annotate.corpus import annotate_corpus, forget_readings
from pipelines.transform.annotate.engines import start_engine
from pipelines.transform.resolve.copies import find_copies
from pipelines.transform.structure.structure import NOTHING, Structured, structure_articles

STRUCTURE_TABLES = ("structured_articles", "paragraphs", "byline_authors", "structure_keys")
"""In the order in which they are written: the last one vouches for the others."""


@dg.multi_asset(
    outs={name: table_out(name, "structure", "python") for name in STRUCTURE_TABLES},
    pool=WRITER_POOL,
)
def structure(warehouse: Warehouse, raw_articles: Frame, raw_paragraphs: Frame) -> Iterator[dg.Output[Frame]]:
    """Find headline, byline, day and paragraphs of each article that is new or changed."""
    folder = warehouse.settings().warehouse
    before = NOTHING
    if not warehouse.full_refresh:
        before = Structured(*(read_stage_if_any(folder, name) for name in STRUCTURE_TABLES))
    structured = structure_articles(raw_articles, raw_paragraphs, before)
    remove_stage(folder, STRUCTURE_TABLES[-1])  # a run that dies between two files must not leave a key to both
    for name, frame in zip(STRUCTURE_TABLES, structured, strict=True):
        yield dg.Output(frame, output_name=name)


@dg.multi_asset(
    outs={name: table_out(name, "annotate", "spacy") for name in ANNOTATION_TABLES},
    pool=WRITER_POOL,
)
def annotations(
    context: dg.AssetExecutionContext,
    warehouse: Warehouse,
    reading_progress: dg.ResourceParam[ReadingProgress],
    structured_articles: Frame,
    paragraphs: Frame,
) -> Iterator[dg.Output[Frame]]:
    """Read the articles that have not been read, and put all annotations together."""
    settings = warehouse.settings()
    folder, storage = readings_places(settings.warehouse, settings.readings)
    if warehouse.full_refresh:
        forget_readings(folder, storage)
    tables = annotate_corpus(
        structured_articles,
        paragraphs,
        folder,
        storage=storage,
        engine=start_engine(settings.engine, settings.workers, settings.ray_address),
        chunk_size=settings.chunk_size,
        on_start=reading_progress.start,
        on_read=reading_progress.advance,
    )
    yield from (dg.Output(frame, output_name=name) for name, frame in tables.items())


@table_asset("article_copies", "resolve", "polars")
def article_copies(warehouse: Warehouse, structured_articles: Frame) -> Frame:
    """Find copies and wire stories."""
    return find_copies(structured_articles, warehouse.memory())
