"""How far a long piece of work is."""

import time
from collections.abc import Callable
from typing import Protocol


class ReadingProgress(Protocol):
    """Someone who is told how far reading is."""

    def start(self, article_count: int) -> None:
        """Reading begins; so many articles have not been read."""

    def advance(self, article_count: int) -> None:
        """So many more articles have been read."""


class Progress:
    """Counts articles that were read, and says how fast and how long still."""

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.total = total
        self.done = 0
        self._clock = clock
        self._started = clock()

    def advance(self, count: int) -> None:
        """So many more are done."""
        self.done += count

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return self.done >= self.total

    def line(self) -> str:
        """The state in one line, for a log."""
        if not self.total:
            return "no article to read"
        said = f"read {self.done:,} of {self.total:,} articles"
        if not self.done:
            return said
        rate = self.done / max(self._clock() - self._started, 1e-9)
        return f"{said}, {rate:.1f} per second, {(self.total - self.done) / rate:.0f} s left"
