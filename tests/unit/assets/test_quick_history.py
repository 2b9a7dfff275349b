"""The history is written with fewer waits, and is whole when the run has ended."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from dagster._core.storage.event_log.sqlite import sqlite_event_log
from sqlalchemy import Engine, NullPool, create_engine, text

from pipelines.assets.quick_history import quick_history

WAITS_AT_CHECKPOINTS, WAITS_AT_EVERY_COMMIT = 1, 2


@pytest.fixture
def history(tmp_path: Path) -> Engine:
    history = create_engine(f"sqlite:///{tmp_path / 'history.db'}", poolclass=NullPool)
    create_table(history)
    return history


def create_table(history: Engine) -> None:
    with history.connect() as connection:
        connection.execute(text("create table events (name text)"))
        connection.execute(text("pragma journal_mode = wal"))
        connection.commit()


def store_event(history: Engine, name: str) -> int:
    """Write as Dagster does, with a connection of its own; how this connection waits for the disk."""
    with history.begin() as connection:
        connection.execute(text("insert into events values (:name)"), {"name": name})
        return int(connection.execute(text("pragma synchronous")).scalar_one())


def test_waits_only_at_checkpoints_and_only_meanwhile(history: Engine) -> None:
    assert store_event(history, "before") == WAITS_AT_EVERY_COMMIT
    with quick_history():
        assert store_event(history, "meanwhile") == WAITS_AT_CHECKPOINTS

    assert store_event(history, "after") == WAITS_AT_EVERY_COMMIT


def test_checkpoint_comes_at_the_end_and_not_at_each_close(history: Engine, tmp_path: Path) -> None:
    log = tmp_path / "history.db-wal"
    with quick_history():
        store_event(history, "first")
        assert log.exists()
        store_event(history, "second")
        assert log.exists()

    assert not log.exists()
    with history.begin() as connection:
        assert connection.execute(text("select name from events")).scalars().all() == ["first", "second"]


def test_file_that_is_made_meanwhile_is_kept_open_too(tmp_path: Path) -> None:
    history = create_engine(f"sqlite:///{tmp_path / 'new.db'}", poolclass=NullPool)
    with quick_history():
        create_table(history)
        store_event(history, "first")

        assert (tmp_path / "new.db-wal").exists()


def test_connection_is_used_again_but_never_by_two_at_once(history: Engine) -> None:
    with quick_history():
        with history.connect() as first, history.connect() as second:
            files = [connection.connection.dbapi_connection for connection in (first, second)]
            first.execute(text("insert into events values ('never committed')"))
        with history.connect() as third:
            names = third.execute(text("select name from events")).scalars().all()
            again = third.connection.dbapi_connection

    assert files[0] is not files[1]
    assert any(again is file for file in files)
    assert not names


class OtherConnection:
    """A connection of another database: it knows no pragmas."""

    def __init__(self) -> None:
        self.inner = sqlite3.connect(":memory:")

    def __getattr__(self, name: str) -> Any:
        if name == "execute":
            raise AttributeError(name)
        return getattr(self.inner, name)


def test_history_in_another_database_is_left_alone() -> None:
    history = create_engine("sqlite://", creator=OtherConnection, poolclass=NullPool)
    with quick_history(), history.connect() as connection:
        assert connection.execute(text("select 1")).scalar_one() == 1


def test_dagster_is_given_one_engine_for_each_history(tmp_path: Path) -> None:
    events, runs = (f"sqlite:///{tmp_path / name}" for name in ("events.db", "runs.db"))
    with quick_history():
        first, again, other = (
            sqlite_event_log.create_engine(address, poolclass=NullPool) for address in (events, events, runs)
        )

    assert first is again
    assert first is not other
    assert sqlite_event_log.create_engine is create_engine
