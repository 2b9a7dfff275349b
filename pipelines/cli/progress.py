"""How far reading is: a bar on a terminal, lines elsewhere."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars
from rich.text import Text

from pipelines.progress import Progress, ReadingProgress

SECONDS_BETWEEN_LINES = 5.0


@contextmanager
def reading_progress(console: Console) -> Iterator[ReadingProgress]:
    """The kind of progress that fits the console."""
    if not console.is_terminal:
        yield ProgressLines(console)
        return
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), _ArticlesPerSecond(), TimeRemainingColumn())
    with Bars(*columns, console=console, transient=True) as bars:
        yield ProgressBar(bars)


class ProgressBar:
    """Counts articles on a bar, with articles per second and the time left."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._task = bars.add_task("reading", total=None)

    def start(self, article_count: int) -> None:
        """Reading begins."""
        self._bars.reset(self._task, total=article_count)
        if not article_count:
            self._bars.console.print(Progress(article_count).line(), highlight=False)

    def advance(self, article_count: int) -> None:
        """So many more articles have been read."""
        self._bars.advance(self._task, article_count)


class ProgressLines:
    """Says the same in a line every few seconds."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def start(self, article_count: int) -> None:
        """Reading begins."""
        self._progress = Progress(article_count)
        self._say()

    def advance(self, article_count: int) -> None:
        """So many more articles have been read."""
        self._progress.advance(article_count)
        if self._progress.is_done or time.monotonic() - self._last_line > SECONDS_BETWEEN_LINES:
            self._say()

    def _say(self) -> None:
        self._last_line = time.monotonic()
        self._console.print(self._progress.line(), highlight=False, soft_wrap=True)


class _ArticlesPerSecond(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f} articles/s" if task.speed else "")
