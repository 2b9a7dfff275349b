"""Dagster's history without the waiting: it must survive a killed run, but need not be on disk before the next step."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import get_ident
from typing import Any

from dagster._core.storage.event_log.sqlite import sqlite_event_log
from dagster._core.storage.runs.sqlite import sqlite_run_storage
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Dialect

_STORAGES = (sqlite_event_log, sqlite_run_storage)
"""Where Dagster makes an engine for each connection. An engine remembers how it has put statements into words; one that
is made anew does that for each statement again, which is a quarter of the time of a small run."""


class _KeptConnection(sqlite3.Connection):
    """A connection that waits to be used again when it is closed."""

    free: list["_KeptConnection"]

    def close(self) -> None:
        self.rollback()
        self.free.append(self)


@contextmanager
def quick_history() -> Iterator[None]:
    """Let the SQLite files that are opened meanwhile be written quickly.

    In a run Dagster opens, commits and closes a connection nearly two thousand times, and by default waits for the disk
    three times in each. Here engines are kept, connections are used again by the thread that opened them, and only
    checkpoints wait. A killed process loses nothing; a power cut loses at most the last events.
    """
    free: dict[object, list[_KeptConnection]] = defaultdict(list)
    opened: list[_KeptConnection] = []

    def connect(dialect: Dialect, _: Any, arguments: list[Any], options: dict[str, Any]) -> object:
        if dialect.driver != "pysqlite" or ":memory:" in arguments:
            return None  # an instance may keep its history in another database
        waiting = free[get_ident(), *arguments, *options.items()]
        if waiting:
            return waiting.pop()
        connection = sqlite3.connect(*arguments, **options, factory=_KeptConnection)
        connection.free = waiting
        connection.execute("pragma synchronous = normal")
        opened.append(connection)
        return connection

    event.listen(Engine, "do_connect", connect)
    try:
        with _engines_kept():
            yield
    finally:
        event.remove(Engine, "do_connect", connect)
        for connection in opened:
            sqlite3.Connection.close(connection)


@contextmanager
def _engines_kept() -> Iterator[None]:
    """Let Dagster be given the engine that it has been given before for the same database."""
    made: dict[str, Engine] = {}

    def kept(address: str, **options: Any) -> Engine:
        key = f"{address} {options}"
        if key not in made:
            made[key] = create_engine(address, **options)
        return made[key]

    for storage in _STORAGES:
        vars(storage).update(create_engine=kept)
    try:
        yield
    finally:
        for storage in _STORAGES:
            vars(storage).update(create_engine=create_engine)
