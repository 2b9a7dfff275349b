"""The job, and what starts it besides people: a daily schedule, and a sensor on the inboxes."""

from pathlib import Path

import dagster as dg

from pipelines.assets.resources import Warehouse
from pipelines.extract.inbox import list_inboxes, listing_digest
from pipelines.extract.remote.addresses import scheme_of

onrecord_job = dg.define_asset_job(
    "onrecord",
    selection=dg.AssetSelection.all(),
    description="From the inboxes to the published warehouse.",
    executor_def=dg.in_process_executor,
)

daily_schedule = dg.ScheduleDefinition(
    name="daily",
    job=onrecord_job,
    cron_schedule="0 5 * * *",
    description="Every morning at five, UTC.",
)


@dg.sensor(job=onrecord_job, minimum_interval_seconds=30, description="Runs when the files in the inboxes change.")
def inbox_sensor(context: dg.SensorEvaluationContext, warehouse: Warehouse) -> dg.RunRequest | dg.SkipReason:
    """Compare names, sizes and times of local files with those at the last run it asked for; opens no file."""
    folders = [Path(inbox) for inbox in warehouse.settings().inboxes if scheme_of(inbox) is None]
    digest = listing_digest(list_inboxes(folders))
    if digest == context.cursor:
        return dg.SkipReason("No file in the inboxes is new, changed or gone.")
    context.update_cursor(digest)
    return dg.RunRequest()
