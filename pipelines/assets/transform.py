"""Raw articles to structure and annotations: the part of the pipeline that looks at one article at a time."""

from collections.abc import Iterator

import dagster as dg
from polars import DataFrame as Frame

from pipelines.assets.resources import Warehouse
from pipelines.assets.tables import WRITER_POOL, table_asset, table_out
from pipelines.progress import ReadingProgress
from pipelines.schemas import ANNOTATION_TABLES
from pipelines.stages import readings_places
from pipelines.transform.annotate.corpus import annotate_corpus, forget_readings
from pipelines.transform.annotate.engines import start_engine
from pipelines.transform.resolve.copies import find_copies
from pipelines.transform.structure.structure import structure_articles


@dg.multi_asset(
    outs={
        name: table_out(name, "structure", "python") for name in ("structured_articles", "paragraphs", "byline_authors")
    },
    pool=WRITER_POOL,
)
def structure(raw_articles: Frame, raw_paragraphs: Frame) -> tuple[Frame, Frame, Frame]:
    """Find headline, byline, day and paragraphs of each article."""
    return structure_articles(raw_articles, raw_paragraphs)


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
def article_copies(structured_articles: Frame) -> Frame:
    """Find copies and wire stories."""
    return find_copies(structured_articles)
