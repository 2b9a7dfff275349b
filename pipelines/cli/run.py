"""``onrecord run``: load the inboxes into the warehouse and publish it."""

from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from rich.console import Console

from pipelines.cli.errors import UserError
from pipelines.cli.progress import reading_progress
from pipelines.cli.summary import print_summary
from pipelines.cli.visible import visible
from pipelines.dagster_home import prepare_dagster_home
from pipelines.extract.inbox import count_files
from pipelines.extract.overrides import read_overrides
from pipelines.extract.remote.addresses import normal_inbox, scheme_of
from pipelines.settings import Settings, load_settings
from pipelines.transform.annotate.engines import started_engine
from pipelines.transform.annotate.ray_address import knock
from pipelines.writer_lock import is_free

NOT_PUBLISHED = 1

InboxOption = Annotated[
    list[str] | None,
    typer.Option(
        help="Folder of raw articles; address of a feed or list of pages (https://) or of a prefix (s3://, gs://)."
        " May be given several times.",
        show_default=False,
    ),
]
WarehouseFolder = Annotated[Path | None, typer.Option(help="Folder of the warehouse.", show_default=False)]
OverridesFolder = Annotated[
    Path | None, typer.Option(help="Folder of corrections by people, CSV files.", show_default=False)
]


class RunFolders(NamedTuple):
    """Where a run reads and writes."""

    inboxes: list[str]
    warehouse: Path
    overrides: Path | None


def run(
    inbox: InboxOption = None,
    warehouse: WarehouseFolder = None,
    overrides: OverridesFolder = None,
    full_refresh: Annotated[bool, typer.Option("--full-refresh", help="Read every article anew.")] = False,
) -> None:
    """Load what is new or changed in the inboxes, and publish the warehouse.

    Exit code 0: published; 1: an audit or an error stopped the publish, the old release is still there.
    """
    publish_anew(find_folders(inbox, warehouse, overrides), full_refresh=full_refresh)


def find_folders(inbox: list[str] | None, warehouse: Path | None, overrides: Path | None) -> RunFolders:
    """The folders that were named, the others from the settings.

    Raises:
        UserError: If one is missing, or lies in another, or if no cluster answers.
        ValueError: If a correction cannot be read.
    """
    settings = load_settings()
    inboxes = list(map(normal_inbox, inbox or settings.inboxes))
    folder = (warehouse or settings.warehouse).resolve()
    corrections = overrides.resolve() if overrides else settings.overrides
    _check_folders(_local(inboxes), folder)
    read_overrides(corrections)
    _check_cluster(settings)
    return RunFolders(inboxes, folder, corrections)


def publish_anew(folders: RunFolders, *, full_refresh: bool = False) -> None:
    """Run the job, show how far it is, and say what it did.

    Raises:
        typer.Exit: If nothing was published.
    """
    prepare_dagster_home(folders.warehouse)
    console = Console(stderr=True)
    if not is_free(folders.warehouse):
        console.print("another run is writing this warehouse; waiting until it has ended", highlight=False)
    settings, database = load_settings(), folders.warehouse / "news.duckdb"
    with (
        started_engine(settings.engine, settings.workers, settings.ray_address) as engine,
        reading_progress(console) as progress,
    ):
        if not database.exists():  # then all files will be read
            engine.prepare(count_files(_local(folders.inboxes), at_most=settings.workers))
        from pipelines.assets.execute import execute_job  # Dagster takes a second to load

        result = execute_job(*folders, full_refresh=full_refresh, engine=engine, progress=progress)
    for failure in result.failures:
        console.print(visible(f"onrecord: {failure}"), markup=False, highlight=False, soft_wrap=True)
    if result.failures:
        console.print("onrecord: nothing was published; the release before is still there", highlight=False)
        raise typer.Exit(NOT_PUBLISHED)
    print_summary(database, result.run_id, result.seconds)


def _local(inboxes: list[str]) -> list[Path]:
    return [Path(name) for name in inboxes if scheme_of(name) is None]


def _check_folders(inboxes: list[Path], warehouse: Path) -> None:
    for inbox in inboxes:
        if not inbox.is_dir():
            raise UserError(f"--inbox {inbox}: there is no such folder; make it, or name another one")
    if warehouse.exists() and not warehouse.is_dir():
        raise UserError(f"--warehouse {warehouse}: this is a file; name a folder")
    for inbox in inboxes:
        if inbox == warehouse or warehouse in inbox.parents or inbox in warehouse.parents:
            raise UserError(f"--inbox {inbox} and --warehouse {warehouse}: one must not lie inside the other")


def _check_cluster(settings: Settings) -> None:
    if settings.engine == "ray":
        try:
            knock(settings.ray_address)
        except ConnectionError as error:
            raise UserError(str(error)) from error
