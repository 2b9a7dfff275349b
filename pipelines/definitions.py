"""The pipeline: read this page top to bottom, and you have read it."""

import dagster as dg

from pipelines.assets import checks, extract, inputs, load, resolve, transform
from pipelines.assets.resources import LoggedProgress, ParquetTables, Warehouse, reading_engine
from pipelines.assets.triggers import daily_schedule, inbox_sensor, onrecord_job

warehouse = Warehouse.configure_at_launch()

defs = dg.Definitions(
    assets=[
        extract.tombstones,  # what was withdrawn and must not come back
        extract.stated_overrides,  # what people have corrected
        inputs.inputs,  # what the inboxes hold, and whether anything is new
        extract.extracted_articles,  # files of the inboxes to characters
        extract.history,  # what is new, changed, rejected or gone since the published release
        transform.structure,  # headline, byline, day, paragraphs
        transform.annotations,  # the reading: sentences, names, quotations, days of each article
        transform.article_copies,
        resolve.corpus_organizations,  # the same across articles
        resolve.corpus_people,
        resolve.corpus_places,
        resolve.corpus_quotes,
        resolve.overrides,
        resolve.people,
        resolve.places,
        resolve.article_authors,
        resolve.articles,
        resolve.revision_changes,
        resolve.statements,  # the same words in several articles
        load.new_release,  # a new DuckDB file, built aside
        load.marts,  # the views, one file of SQL each
        load.checks,  # its audit
        load.published_warehouse,  # one atomic rename
        load.renewed_warehouse,  # or, if nothing is new, the same release with one run more
    ],
    asset_checks=[checks.audit_checks],
    jobs=[onrecord_job],
    schedules=[daily_schedule],
    sensors=[inbox_sensor],
    executor=dg.in_process_executor,  # steps take less time than starting a process for each would
    resources={
        "warehouse": warehouse,
        "io_manager": ParquetTables(warehouse=warehouse),
        "reading_engine": reading_engine,
        "reading_progress": LoggedProgress(),
    },
)
