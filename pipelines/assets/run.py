"""What the assets say of the run that they are part of."""

from importlib.metadata import version

import dagster as dg
from polars import DataFrame

from pipelines.transform.annotate.version import extractor_version
from pipelines.transform.history import RunInfo


def run_info(context: dg.AssetExecutionContext, run_inputs: DataFrame) -> RunInfo:
    """The run at work; the same for every step of it."""
    record = context.instance.get_run_record_by_id(context.run_id)
    assert record is not None, "a run that is at work has a record"
    (digest,) = run_inputs["inputs_digest"]
    return RunInfo(context.run_id, record.create_timestamp, version("onrecord"), extractor_version(), digest)
