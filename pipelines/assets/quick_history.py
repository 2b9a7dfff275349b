"""Dagster's history without the waiting: it must survive a killed run, but need not be on disk before the next step."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import get_ident
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import Dialect


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
    three times in each. Here connections are used again by the thread that opened them, and only checkpoints wait. A
    killed process loses nothing; a power cut loses at most the last events.
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
        yield
    finally:
        event.remove(Engine, "do_connect", connect)
        for connection in opened:
            sqlite3.Connection.close(connection)
