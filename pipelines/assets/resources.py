"""What the assets are given: settings, storage of the stage files, and someone to tell of progress."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import dagster as dg
import polars as pl
from pydantic import Field, PrivateAttr

from pipelines.assets.tables import table_name
from pipelines.extract.remote.addresses import normal_inbox
from pipelines.ids import content_id
from pipelines.inputs import code_version
from pipelines.kept_memory import KeptMemory
from pipelines.progress import Progress
from pipelines.settings import Settings, load_settings
from pipelines.stages import read_tombstones
from pipelines.stages.tables import Patch, StageTable, changes_since_made
from pipelines.transform.annotate.engines import Engine, started_engine
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
        folder = self.settings().warehouse
        return KeptMemory(folder, content_id("tombstones", read_tombstones(folder).write_json()))

    def stage(self, table_name: str) -> StageTable:
        """A stage table; after a withdrawal none takes rows over, so that no byte of what was withdrawn is left."""
        folder = self.settings().warehouse
        return StageTable(folder, table_name, f"{code_version()} {read_tombstones(folder).write_json()}")

    def changes(self, made: Iterable[str], given: Sequence[StageTable]) -> list[pl.DataFrame] | None:
        """What of these tables has changed since others were made from them; None if all must be made anew."""
        return None if self.full_refresh else changes_since_made([self.stage(name) for name in made], given)


class ParquetTables(dg.ConfigurableIOManager):
    """Stores each table as its stage table; no frame is stored that breaks its schema.

    While a run lasts it holds the writer's lock of the warehouse, so that two runs never mix their files.
    """

    warehouse: Warehouse
    _lock: WriterLock = PrivateAttr()
    _read: dict[str, dict[str, str]] = PrivateAttr(default_factory=dict)
    """Of each step the tables that it was given, and their versions."""

    def setup_for_execution(self, context: dg.InitResourceContext) -> None:
        """Wait until no other process writes."""
        self._lock = WriterLock(self.warehouse.settings().warehouse)
        self._lock.acquire()

    def teardown_after_execution(self, context: dg.InitResourceContext) -> None:
        """Let the next one write."""
        self._lock.release()

    def handle_output(self, context: dg.OutputContext, obj: pl.DataFrame | Patch) -> None:
        """Validate, write, and record where and how much."""
        table = self.warehouse.stage(table_name(context.asset_key))
        made_from = self._read.get(context.step_key, {})
        if isinstance(obj, Patch):
            table.patch(obj, made_from)
        else:
            table.write(obj, made_from)
        context.add_output_metadata(
            {"dagster/row_count": table.state.row_count, "path": dg.MetadataValue.path(table.folder)}
        )

    def load_input(self, context: dg.InputContext) -> pl.DataFrame | StageTable:
        """Read the stage table, or give it unread to a step that reads only some of its rows."""
        table = self.warehouse.stage(table_name(context.asset_key))
        step = context.step_context.step.key
        self._read.setdefault(step, {})[table.name] = table.state.version
        return table if context.dagster_type.typing_type is StageTable else table.frame()


@dg.resource(required_resource_keys={"warehouse"})
def reading_engine(context: dg.InitResourceContext) -> Iterator[Engine]:
    """Who reads, for as long as a run lasts: the engine of the settings."""
    settings = context.resources.warehouse.settings()
    with started_engine(settings.engine, settings.workers, settings.ray_address) as engine:
        yield engine


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
