"""Measure speed: ``make bench``. Each figure is a ratio of two things measured in turn on the same machine.

The corpus is made (see `corpus`), so that every machine measures the same text.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.corpus import make_articles, write_inbox

ARTICLES = 400
ROUNDS = 3
CITRON_SHARE = 2_500 / 4_000
"""Words per CPU second of BBC Citron beside a plain model at 4,000, as published."""
GENDER_GAP_SHARE = 4_400 / 4_000
"""The same of the Gender Gap Tracker's way of working."""


class Usage(NamedTuple):
    """What a child process and its children took, in seconds."""

    cpu: float
    wall: float


class Figure(NamedTuple):
    """One line of the table."""

    what: str
    value: str
    goal: str


def usage_of(command: list[str], **environment: str) -> Usage:
    """Run a command to its end and measure it.

    Raises:
        subprocess.CalledProcessError: If it fails.
    """
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, env=os.environ | environment, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Usage(cpu, time.perf_counter() - started)


def words_per_cpu_second(way: str, texts: Path) -> float:
    """Words read per CPU second, in a process of its own, the loading of the model left out."""
    command = [sys.executable, "-m", "tests.benchmarks.reading", way, str(texts)]
    result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return float(result["words"] / result["cpu_seconds"])


def run(folder: Path, workers: int) -> Usage:
    """Run the whole pipeline on the inbox of a folder."""
    command = [str(Path(sys.executable).with_name("onrecord")), "run", "--inbox", str(folder / "inbox")]
    return usage_of([*command, "--warehouse", str(folder / f"warehouse-{workers}")], ONRECORD_WORKERS=str(workers))


def reading_figures(folder: Path) -> tuple[float, list[Figure]]:
    """Reading beside the plain model, in alternation; also the words per CPU second of the plain model."""
    texts = folder / "texts.json"
    texts.write_text(json.dumps([article.text for article in make_articles(ARTICLES)]), encoding="utf-8")
    pairs = [(words_per_cpu_second("plain", texts), words_per_cpu_second("onrecord", texts)) for _ in range(ROUNDS)]
    ratio = statistics.median(ours / plain for plain, ours in pairs)
    plain = statistics.median(plain for plain, _ in pairs)
    return plain, [
        Figure("words per CPU second, plain nlp.pipe of the full model", f"{plain:,.0f}", ""),
        Figure("reading against the plain model", f"{ratio:.2f}", "> 1"),
        Figure("reading against BBC Citron's way of working", f"{ratio / CITRON_SHARE:.2f}", "4"),
        Figure("reading against the Gender Gap Tracker's way of working", f"{ratio / GENDER_GAP_SHARE:.2f}", "2"),
    ]


def pipeline_figures(folder: Path, plain: float) -> list[Figure]:
    """The whole pipeline: against the plain model, on one and two processes, and again with nothing new."""
    write_inbox(folder, ARTICLES)
    words = sum(len(article.text.split()) for article in make_articles(ARTICLES))
    one, two, again = run(folder, 1), run(folder, 2), run(folder, 2)
    return [
        Figure("whole pipeline against the plain model", f"{words / one.cpu / plain:.2f}", "2.2"),
        Figure("two processes against one, wall clock", f"{one.wall / two.wall:.2f}", "1.8"),
        Figure(f"seconds of a run of {ARTICLES} articles on two processes", f"{two.wall:.1f}", ""),
        Figure("seconds of a run with nothing new", f"{again.wall:.1f}", "10"),
    ]


def main() -> None:
    """Print the table and write it to ``warehouse/bench.md``."""
    with tempfile.TemporaryDirectory() as name:
        plain, figures = reading_figures(Path(name))
        figures += pipeline_figures(Path(name), plain)
    lines = ["| what | measured | goal |", "| --- | ---: | ---: |", *(f"| {' | '.join(line)} |" for line in figures)]
    table = "\n".join(lines)
    print(table)
    Path("warehouse/bench.md").write_text(table + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
