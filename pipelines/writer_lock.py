"""One writer at a time, whichever process it is in: a lock that the system releases when its holder dies."""

import fcntl
from pathlib import Path
from typing import IO


class WriterLock:
    """Lock of a warehouse folder. A run from the command line and one of the daemon wait for each other by it."""

    def __init__(self, warehouse: Path) -> None:
        self._path = warehouse / ".writer.lock"
        self._file: IO[str] | None = None

    def acquire(self) -> None:
        """Wait until no other process holds the lock, and take it."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._path.open("w")
        fcntl.flock(self._file, fcntl.LOCK_EX)

    def release(self) -> None:
        """Let the next one write."""
        if self._file:
            self._file.close()
            self._file = None
