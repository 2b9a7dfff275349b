"""One writer at a time, whichever process it is in: a lock that the system releases when its holder dies."""

import fcntl
from pathlib import Path
from typing import IO


def is_free(warehouse: Path) -> bool:
    """Whether no process writes the warehouse right now."""
    lock = WriterLock(warehouse)
    try:
        lock.acquire(wait=False)
    except BlockingIOError:
        return False
    lock.release()
    return True


class WriterLock:
    """Lock of a warehouse folder. A run from the command line and one of the daemon wait for each other by it."""

    def __init__(self, warehouse: Path) -> None:
        self._path = warehouse / ".writer.lock"
        self._file: IO[str] | None = None

    def acquire(self, *, wait: bool = True) -> None:
        """Take the lock, when no other process holds it any more.

        Raises:
            BlockingIOError: If another process holds it and this one is not to wait.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._path.open("w")
        fcntl.flock(self._file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)

    def release(self) -> None:
        """Let the next one write."""
        if self._file:
            self._file.close()
            self._file = None
