"""Dagster's history without the waiting: it must survive a killed run, but need not be on disk before the next step."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event


@contextmanager
def quick_history() -> Iterator[None]:
    """Let the SQLite files that are opened meanwhile be written without waiting for the disk at each event.

    In a run Dagster opens, commits and closes a connection more than a thousand times, and by default waits for the
    disk three times in each. Here only checkpoints wait, and one connection per file stays open so that a checkpoint
    does not come with every close. A killed process loses nothing; a power cut loses at most the last events.
    """
    kept: dict[str, sqlite3.Connection] = {}

    def on_connect(connection: object, _: Any) -> None:
        if not isinstance(connection, sqlite3.Connection):
            return  # an instance may keep its history in another database
        connection.execute("pragma synchronous = normal")
        file = connection.execute("pragma database_list").fetchone()[2]
        if file not in kept and connection.execute("pragma journal_mode").fetchone() == ("wal",):
            kept[file] = sqlite3.connect(file, check_same_thread=False)
            kept[file].execute("pragma schema_version").fetchone()  # only from its first query on it counts as open

    event.listen(Engine, "connect", on_connect)
    try:
        yield
    finally:
        event.remove(Engine, "connect", on_connect)
        for connection in kept.values():
            connection.close()
