"""What the assets are given: settings, storage of the stage files, and someone to tell of progress."""

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import dagster as dg
import polars as pl
from pydantic import Field, PrivateAttr

from pipelines.assets.tables import table_name
from pipelines.extract.remote.addresses import normal_inbox
from pipelines.kept_memory import KeptMemory
from pipelines.progress import Progress
from pipelines.settings import Settings, load_settings
from pipelines.stages import read_stage, stage_path, write_stage
from pipelines.writer_lock import WriterLock


class Warehouse(dg.ConfigurableResource):  # type: ignore[type-arg]
    """Where articles come from and where the warehouse is: the settings of the environment, unless stated here.

    Attributes:
        inboxes: Folders of raw articles and addresses; empty for those of ``ONRECORD_INBOX``.
        folder: Folder of the published file; empty for that of ``ONRECORD_WAREHOUSE``.
        overrides: Folder of corrections by people; empty for that of ``ONRECORD_OVERRIDES``.
        full_refresh: Whether to read every file and every article anew.
    """

    inboxes: list[str] = Field(default_factory=list)
    folder: str = ""
    overrides: str = ""
    full_refresh: bool = False

    def settings(self) -> Settings:
        """The settings of this run."""
        stated: dict[str, Any] = {}
        if self.inboxes:
            stated["inboxes"] = tuple(map(normal_inbox, self.inboxes))
        if self.folder:
            stated["warehouse"] = Path(self.folder).resolve()
        if self.overrides:
            stated["overrides"] = Path(self.overrides).resolve()
        return replace(load_settings(), **stated)

    def memory(self) -> KeptMemory:
        """What earlier runs have found of single values."""
        return KeptMemory(self.settings().warehouse)


class ParquetTables(dg.ConfigurableIOManager):
    """Stores each table as its stage file; no frame is stored that breaks its schema.

    While a run lasts it holds the writer's lock of the warehouse, so that two runs never mix their files.
    """

    warehouse: Warehouse
    _lock: WriterLock = PrivateAttr()

    def setup_for_execution(self, context: dg.InitResourceContext) -> None:
        """Wait until no other process writes."""
        self._lock = WriterLock(self.warehouse.settings().warehouse)
        self._lock.acquire()

    def teardown_after_execution(self, context: dg.InitResourceContext) -> None:
        """Let the next one write."""
        self._lock.release()

    def handle_output(self, context: dg.OutputContext, obj: pl.DataFrame) -> None:
        """Validate, write, and record where and how much."""
        folder, name = self.warehouse.settings().warehouse, table_name(context.asset_key)
        written = write_stage(folder, name, obj)
        context.add_output_metadata(
            {"dagster/row_count": written.height, "path": dg.MetadataValue.path(stage_path(folder, name))}
        )

    def load_input(self, context: dg.InputContext) -> pl.DataFrame:
        """Read the stage file."""
        return read_stage(self.warehouse.settings().warehouse, table_name(context.asset_key))


class LoggedProgress(dg.ConfigurableResource):  # type: ignore[type-arg]
    """Tells the run's log how far reading is, in plain lines."""

    seconds_between_lines: float = 10.0
    _progress: Progress = PrivateAttr()
    _last_line: float = PrivateAttr()

    def start(self, article_count: int) -> None:
        """Reading begins."""
        self._progress = Progress(article_count)
        self._say()

    def advance(self, article_count: int) -> None:
        """So many more articles have been read."""
        self._progress.advance(article_count)
        if self._progress.is_done or time.monotonic() - self._last_line > self.seconds_between_lines:
            self._say()

    def _say(self) -> None:
        self._last_line = time.monotonic()
        dg.get_dagster_logger().info(self._progress.line())
