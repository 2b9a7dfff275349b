"""Raw articles to structure and annotations: the part of the pipeline that looks at one article at a time."""

from collections.abc import Iterable, Iterator

import dagster as dg
from polars import DataFrame as Frame
from polars import concat

from pipelines.assets.changed_structure import patches_of_structure
from pipelines.assets.resources import Warehouse
from pipelines.assets.tables import WRITER_POOL, table_out
from pipelines.progress import ReadingProgress
from pipelines.schemas import ANNOTATION_TABLES
from pipelines.stages import readings_places
from pipelines.stages.tables import Patch, StageTable
from pipelines.transform.annotate.corpus import annotate_corpus, forget_readings
from pipelines.transform.annotate.engines import Engine
from pipelines.transform.resolve.copies import COMPARED_COLUMNS, RUN_WORDS, find_copies
from pipelines.transform.resolve.similar import sign_texts
from pipelines.transform.structure.structure import NOTHING, Structured, structure_articles

STRUCTURE_TABLES = ("structured_articles", "paragraphs", "byline_authors", "structure_keys")
"""In the order in which they are written: the last one vouches for the others."""

COPY_TABLES = ("text_signatures", "article_copies")
TEXT_COLUMNS = ("article_id", "text")


@dg.multi_asset(
    outs={name: table_out(name, "structure", "python") for name in STRUCTURE_TABLES},
    pool=WRITER_POOL,
)
def structure(
    warehouse: Warehouse,
    reading_engine: dg.ResourceParam[Engine],
    raw_articles: StageTable,
    raw_paragraphs: StageTable,
) -> Iterator[dg.Output[Patch]]:
    """Find headline, byline, day and paragraphs of each article that is new or changed."""
    made = [warehouse.stage(name) for name in STRUCTURE_TABLES]
    changes = warehouse.changes(STRUCTURE_TABLES, (raw_articles, raw_paragraphs))
    reading_engine.prepare(raw_articles.rows_of(changes[0] if changes else None, ["article_id"]).height)
    patches: Iterable[Patch]
    if changes is None:
        before = NOTHING if warehouse.full_refresh else Structured(*(table.frame_if_any() for table in made))
        made[-1].remove()  # a run that dies between two files must not leave a key to both
        whole = structure_articles(raw_articles.frame(), raw_paragraphs.frame(), before)
        patches = (Patch(None, frame) for frame in whole)
    else:
        patches = patches_of_structure(raw_articles, raw_paragraphs, changes, made)
    yield from (dg.Output(patch, output_name=name) for name, patch in zip(STRUCTURE_TABLES, patches, strict=True))


@dg.multi_asset(
    outs={name: table_out(name, "annotate", "spacy") for name in ANNOTATION_TABLES},
    pool=WRITER_POOL,
)
def annotations(
    warehouse: Warehouse,
    reading_engine: dg.ResourceParam[Engine],
    reading_progress: dg.ResourceParam[ReadingProgress],
    structured_articles: StageTable,
    paragraphs: StageTable,
) -> Iterator[dg.Output[Patch]]:
    """Read the articles that have not been read, and put all annotations together."""
    settings = warehouse.settings()
    folder, storage = readings_places(settings.warehouse, settings.readings)
    if warehouse.full_refresh:
        forget_readings(folder, storage)
    changes = warehouse.changes(ANNOTATION_TABLES, (structured_articles, paragraphs))
    changed = concat(changes).unique() if changes else None
    tables = annotate_corpus(
        structured_articles.rows_of(changed),
        paragraphs.rows_of(changed),
        folder,
        changed=None if changed is None else changed.select(article_id="group_key"),
        storage=storage,
        engine=reading_engine,
        chunk_size=settings.chunk_size,
        on_start=reading_progress.start,
        on_read=reading_progress.advance,
    )
    yield from (dg.Output(Patch(changed, frame), output_name=name) for name, frame in tables.items())


@dg.multi_asset(outs={name: table_out(name, "resolve", "polars") for name in COPY_TABLES}, pool=WRITER_POOL)
def article_copies(warehouse: Warehouse, structured_articles: StageTable) -> tuple[Patch, Frame]:
    """Find copies and wire stories."""
    changes = warehouse.changes(COPY_TABLES, [structured_articles])
    changed = changes[0] if changes else None
    signed = Patch(changed, sign_texts(structured_articles.rows_of(changed, TEXT_COLUMNS), RUN_WORDS))

    def texts_of(articles: Frame) -> Frame:
        return structured_articles.rows_of(articles.select(group_key="article_id"), TEXT_COLUMNS)

    signatures = warehouse.stage("text_signatures").with_patch(signed)
    return signed, find_copies(structured_articles.frame(COMPARED_COLUMNS), signatures, texts_of, warehouse.memory())
