"""Publish a release with one atomic rename, keep the last ones, and go back to one of them.

A reader that has the published file open keeps the release it opened: the rename gives the name to a new file and
leaves the old one to those who read it.
"""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

READ_ONLY = 0o444
ID_FORMAT = "%Y%m%dT%H%M%S%fZ"
WRITER_LEFT = "close the program that writes to the file, or delete the log if none does"


class PublishRefusedError(Exception):
    """The warehouse is in a state in which publishing would harm it; the message says how to mend it."""


class Release(NamedTuple):
    """A published file that was kept. ``release_id`` is the moment it was published, and sorts by it."""

    release_id: str
    path: Path
    published_at: datetime
    byte_size: int
    is_current: bool


def publish(new_file: Path, database: Path, kept_releases: int) -> Release:
    """Make a new file the published one and keep it among the releases.

    Args:
        new_file: An audited file on the same disk, closed by its writer.
        database: The published file, ``news.duckdb``.
        kept_releases: How many earlier releases stay for roll-back.

    Raises:
        PublishRefusedError: If a write-ahead log lies beside either file.
    """
    _refuse_wal(new_file, "the new file was not closed by its writer; run again")
    _refuse_wal(database, WRITER_LEFT)
    release_id = datetime.now(UTC).strftime(ID_FORMAT)
    kept = releases_folder(database) / f"{release_id}.duckdb"
    kept.parent.mkdir(parents=True, exist_ok=True)
    new_file.chmod(READ_ONLY)
    _sync(new_file)
    new_file.replace(kept)
    _sync(kept.parent)
    _point_to(kept, database)
    for old in list_releases(database)[kept_releases + 1 :]:
        old.path.unlink()
    return list_releases(database)[0]


def list_releases(database: Path) -> list[Release]:
    """The kept releases, newest first."""
    current = database.stat().st_ino if database.exists() else None
    return [
        Release(
            path.stem,
            path,
            datetime.strptime(path.stem, ID_FORMAT).replace(tzinfo=UTC),
            path.stat().st_size,
            path.stat().st_ino == current,
        )
        for path in sorted(releases_folder(database).glob("*.duckdb"), reverse=True)
    ]


def rollback(database: Path, release_id: str) -> Release:
    """Publish a kept release again. The next run publishes a new one as usual.

    Raises:
        KeyError: If no release of that id is kept.
        PublishRefusedError: If a write-ahead log lies beside the published file.
    """
    found = {release.release_id: release for release in list_releases(database)}
    _point_to(found[release_id].path, database)
    return found[release_id]._replace(is_current=True)


def releases_folder(database: Path) -> Path:
    """Where the releases are kept: on the same disk, since the published name is a second link to one of them."""
    return database.parent / "releases"


def _point_to(kept: Path, database: Path) -> None:
    _refuse_wal(database, WRITER_LEFT)
    aside = database.with_name(f".{database.name}.new")
    aside.unlink(missing_ok=True)
    aside.hardlink_to(kept)
    aside.replace(database)
    _sync(database.parent)


def _refuse_wal(file: Path, mend: str) -> None:
    log = file.with_name(f"{file.name}.wal")
    if log.exists():
        raise PublishRefusedError(f"a write-ahead log lies beside {file.name}: {log}: {mend}")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
