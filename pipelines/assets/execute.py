"""Run the job in this process, as the command line does; its history is that of the web interface."""

import gc
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import dagster as dg

from pipelines.assets.quick_history import quick_history
from pipelines.assets.triggers import onrecord_job
from pipelines.definitions import defs
from pipelines.progress import ReadingProgress
from pipelines.transform.annotate.engines import Engine
from pipelines.writer_lock import is_free

ALLOCATIONS_BETWEEN_COLLECTIONS = 100_000
"""The names of a large corpus are millions of objects without circles: to look for these as often as is usual takes a
fifth of the time of resolving people."""

GRACE = timedelta(minutes=1)
"""A run takes the writer's lock within seconds of its start."""


class JobResult(NamedTuple):
    """How a run ended.

    Attributes:
        run_id: Dagster's run id.
        failures: What each failed step says; empty if the warehouse was published.
        seconds: Seconds that each stage took, in the order of the pipeline.
    """

    run_id: str
    failures: list[str]
    seconds: dict[str, float]


def execute_job(
    inboxes: list[str],
    warehouse: Path,
    overrides: Path | None,
    *,
    full_refresh: bool,
    engine: Engine,
    progress: ReadingProgress,
) -> JobResult:
    """Run all stages.

    Args:
        inboxes: Folders of raw articles and addresses of inboxes elsewhere.
        warehouse: Folder of the published file.
        overrides: Folder of corrections by people, if there are any.
        full_refresh: Whether to read every article anew.
        engine: Who reads.
        progress: Told how far reading is.
    """
    config = {
        "inboxes": inboxes,
        "folder": str(warehouse),
        "overrides": str(overrides or ""),
        "full_refresh": full_refresh,
    }
    gc.set_threshold(ALLOCATIONS_BETWEEN_COLLECTIONS)
    with quick_history(), dg.DagsterInstance.get() as instance:
        end_dead_runs(instance, warehouse)
        result = defs.resolve_job_def(onrecord_job.name).execute_in_process(
            run_config={
                "resources": {"warehouse": {"config": config}},
                "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
            },
            instance=instance,
            resources={"reading_engine": engine, "reading_progress": progress},
            raise_on_error=False,
        )
    failures = [_message(event) for event in result.all_events if event.is_step_failure]
    return JobResult(result.run_id, failures, _seconds(result))


def end_dead_runs(instance: dg.DagsterInstance, warehouse: Path) -> None:
    """Mark runs that were killed as failed; the queue would wait for them for ever.

    A run at work holds the writer's lock, or waits for one that does. So when the lock is free, no run is at work.
    """
    if not is_free(warehouse):
        return
    started = dg.RunsFilter(
        statuses=[dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED],
        created_before=datetime.now(UTC) - GRACE,
    )
    for run in instance.get_runs(filters=started):
        instance.report_run_failed(run, "The process of this run has ended: it was killed, or the machine stopped.")


def _message(event: dg.DagsterEvent) -> str:
    """What went wrong, without the frames of Dagster that it passed through."""
    failure = event.step_failure_data
    if failure.user_failure_data and failure.user_failure_data.description:
        return failure.user_failure_data.description
    error = failure.error
    while error and error.cause:
        error = error.cause
    return error.message.strip() if error else f"step {event.step_key} failed"


def _seconds(result: dg.ExecuteInProcessResult) -> dict[str, float]:
    stages = _stages()
    seconds = dict.fromkeys(stages.values(), 0.0)
    for event in result.all_events:
        if event.is_step_success:
            seconds[stages[event.node_name]] += event.step_success_data.duration_ms / 1000
    return seconds


def _stages() -> dict[str, str]:
    """The group of assets that each step belongs to, in the order of the definitions."""
    steps = {
        assets.node_def.name: next(iter(assets.group_names_by_key.values()))
        for assets in defs.assets or []
        if isinstance(assets, dg.AssetsDefinition)
    }
    return steps | {check.node_def.name: "audit" for check in defs.asset_checks or []}
