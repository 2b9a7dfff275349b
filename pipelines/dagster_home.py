"""Where Dagster keeps its history, so that runs of the command line, the daemon and the web interface show together."""

import os
from pathlib import Path

CONFIG = """\
# Written by onrecord at first use; change it as you like.
telemetry:
  enabled: false
concurrency:
  pools:
    granularity: run # one run that writes the warehouse at a time, the others wait in the queue
    default_limit: 1
nux: # no invitation to a community over the first page
  enabled: false
compute_logs: # the log of events says it all; copying the console to files would cost each run a second
  module: dagster._core.storage.noop_compute_log_manager
  class: NoOpComputeLogManager
"""


def prepare_dagster_home(warehouse: Path) -> Path:
    """Make the folder of Dagster's history: ``DAGSTER_HOME``, by default ``dagster`` in the warehouse's folder.

    Sets the environment variable, for this process and those it starts. A ``dagster.yaml`` that is there stays.
    """
    home = Path(os.environ.get("DAGSTER_HOME") or warehouse / "dagster").resolve()
    home.mkdir(parents=True, exist_ok=True)
    config = home / "dagster.yaml"
    if not config.exists():
        config.write_text(CONFIG, encoding="utf-8")
    os.environ["DAGSTER_HOME"] = str(home)
    return home
