"""``onrecord releases`` and ``onrecord rollback``: the kept releases, and the way back to one."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from pipelines.cli.errors import UserError
from pipelines.cli.warehouse import WarehouseOption, database_in
from pipelines.load import publish

MEGABYTE = 1_000_000


def releases(warehouse: WarehouseOption = None) -> None:
    """List the kept releases, newest first."""
    listed = Table()
    for name in ("release", "published (UTC)", "MB", "current"):
        listed.add_column(name, no_wrap=True)
    for release in publish.list_releases(database_in(warehouse)):
        published = release.published_at.strftime("%Y-%m-%d %H:%M:%S")
        size = f"{release.byte_size / MEGABYTE:.1f}"
        listed.add_row(release.release_id, published, size, "current" if release.is_current else "")
    Console().print(listed)


def rollback(
    release: Annotated[str, typer.Argument(help="Release to go back to, as `onrecord releases` lists it.")],
    warehouse: WarehouseOption = None,
) -> None:
    """Publish a kept release again."""
    database = database_in(warehouse)
    try:
        current = publish.rollback(database, release)
    except KeyError as error:
        kept = ", ".join(other.release_id for other in publish.list_releases(database))
        raise UserError(f"no release {release!r} is kept: choose one of {kept}") from error
    except publish.PublishRefusedError as error:
        raise UserError(str(error)) from error
    print(f"{database} is release {current.release_id} again; the next run publishes a new one")
