"""``onrecord forget``: withdraw articles and people, for good."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import polars as pl
import typer

from pipelines.cli.errors import UserError
from pipelines.cli.run import InboxOption, OverridesFolder, WarehouseFolder, find_folders, publish_anew
from pipelines.cli.warehouse import database_in
from pipelines.load.withdrawn import Subject, find_subjects
from pipelines.schemas.overrides import Tombstones
from pipelines.settings import load_settings
from pipelines.stages import read_tombstones, readings_places, tombstones_path, write_parquet
from pipelines.transform.annotate.corpus import forget_articles
from pipelines.transform.resolve.forgotten import name_hash
from pipelines.writer_lock import WriterLock


def forget(
    keys: Annotated[
        list[str], typer.Argument(metavar="KEY…", help="article_id, source_uri or URL; person_id or full name.")
    ],
    reason: Annotated[str, typer.Option(help="Why, to be kept in ops.tombstones; say nothing of the content.")],
    inbox: InboxOption = None,
    warehouse: WarehouseFolder = None,
    overrides: OverridesFolder = None,
) -> None:
    """Withdraw articles or people: remove every row that comes of them, and see that they do not come back.

    Publishes a release without them, removes the kept releases that hold one, and keeps tombstones without content.
    The text of other articles stays as it is, also where it names a person who was withdrawn.
    """
    folders = find_folders(inbox, warehouse, overrides)
    database = database_in(folders.warehouse)
    subjects = [_only_subject(database, key) for key in keys]
    _bury(folders.warehouse, subjects, reason)
    publish_anew(folders)
    named = ", ".join(f"the {subject.kind} {subject.key}" for subject in subjects)
    print(f"withdrawn: {named}; kept releases that held it are removed")


def _only_subject(database: Path, key: str) -> Subject:
    found = find_subjects(database, key)
    if not found:
        raise UserError(
            f"no article and no person {key!r} in {database}: give an id, a source_uri, a URL or a full name"
        )
    if len(found) > 1:
        listed = "; ".join(f"{subject.key} ({subject.kind}: {subject.name})" for subject in found)
        raise UserError(f"{key!r} is several: give one of the ids {listed}")
    return found[0]


def _bury(warehouse: Path, subjects: list[Subject], reason: str) -> None:
    """Add the tombstones, and remove what earlier runs keep of the articles' readings."""
    rows = [
        {
            "forgotten_type": subject.kind,
            "forgotten_id": subject.key,
            "name_hash": name_hash(subject.name) if subject.kind == "person" else None,
            "reason": reason,
            "forgotten_at": datetime.now(UTC),
        }
        for subject in subjects
    ]
    lock = WriterLock(warehouse)
    lock.acquire()
    try:
        added = pl.DataFrame(rows, schema=Tombstones.create_empty().schema)
        tombstones = pl.concat([read_tombstones(warehouse), added]).unique(Tombstones.primary_key(), keep="first")
        write_parquet(Tombstones.validate(tombstones).sort(Tombstones.primary_key()), tombstones_path(warehouse))
        if articles := [subject.key for subject in subjects if subject.kind == "article"]:
            forget_articles(*readings_places(warehouse, load_settings().readings), articles)
    finally:
        lock.release()
