"""Measure speed: ``make bench``. Each figure is a ratio of two things measured in turn on the same machine, or seconds.

The corpus is made (see `corpus`), so that every machine measures the same text. ``make bench ARTICLES="1000 10000"``
loads large ones of so many articles, that repeat the first of the pipeline's run with other names and words.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.corpus import make_articles, write_inbox
from tests.benchmarks.growth import Load, growth_figures, load, scaling_figures
from tests.benchmarks.measure import Figure, Usage, run
from tests.benchmarks.replicas import make_replicas

CITRON_SHARE = 2_500 / 4_000
"""Words per CPU second of BBC Citron beside a plain model at 4,000, as published."""
GENDER_GAP_SHARE = 4_400 / 4_000
"""The same of the Gender Gap Tracker's way of working."""


def words_per_cpu_second(way: str, texts: Path) -> float:
    """Words read per CPU second, in a process of its own, the loading of the model left out."""
    command = [sys.executable, "-m", "tests.benchmarks.reading", way, str(texts)]
    result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return float(result["words"] / result["cpu_seconds"])


def reading_figures(folder: Path, count: int, rounds: int) -> tuple[float, float, list[Figure]]:
    """Reading beside the plain model, in alternation; also the words per CPU second of the plain model and of ours."""
    texts = folder / "texts.json"
    texts.write_text(json.dumps([article.text for article in make_articles(count)]), encoding="utf-8")
    pairs = [(words_per_cpu_second("plain", texts), words_per_cpu_second("onrecord", texts)) for _ in range(rounds)]
    ratio = statistics.median(ours / plain for plain, ours in pairs)
    plain, ours = (statistics.median(pair[way] for pair in pairs) for way in (0, 1))
    figures = [
        Figure("words per CPU second, plain nlp.pipe of the full model", f"{plain:,.0f}", ""),
        Figure("reading against the plain model", f"{ratio:.2f}", "> 1"),
        Figure("reading against BBC Citron's way of working", f"{ratio / CITRON_SHARE:.2f}", "4"),
        Figure("reading against the Gender Gap Tracker's way of working", f"{ratio / GENDER_GAP_SHARE:.2f}", "2"),
    ]
    return plain, ours, figures


def memory_figures(sizes: Sequence[int]) -> list[Figure]:
    """Most memory of a process that reads few and more articles."""
    command = [sys.executable, "-m", "tests.benchmarks.memory"]
    taken = [float(subprocess.check_output([*command, str(size)])) for size in sizes]
    return [
        *(
            Figure(f"MB of a process that reads {size:,} articles", f"{megabytes:.0f}", "700")
            for size, megabytes in zip(sizes, taken, strict=True)
        ),
        Figure("growth of that memory", f"{taken[-1] / taken[0]:.2f}", "1"),
    ]


def place_figures() -> list[Figure]:
    """How soon the gazetteer is ready, what it takes, and how fast places are resolved on one core."""
    command = [sys.executable, "-m", "tests.benchmarks.places"]
    found = json.loads(subprocess.check_output(command, env=os.environ | {"POLARS_MAX_THREADS": "1"}))
    return [
        Figure("CPU seconds until the gazetteer is ready", f"{found['ready_seconds']:.2f}", "1.5"),
        Figure("MB of the gazetteer in a process", f"{found['megabytes']:.0f}", "300"),
        Figure("mentions of places resolved per CPU second", f"{found['mentions_per_second']:,.0f}", "20,000"),
    ]


def pipeline_figures(folder: Path, count: int, pairs: int, plain: float) -> list[Figure]:
    """The whole pipeline: against the plain model, and on one and two processes, in turn and the quickest of each."""
    write_inbox(folder, count)
    words = sum(len(article.text.split()) for article in make_articles(count))

    def first_run(workers: int) -> Usage:
        warehouse = folder / f"warehouse-{workers}"
        shutil.rmtree(warehouse, ignore_errors=True)
        return run(folder / "inbox", warehouse, workers)

    runs = [(first_run(1), first_run(2)) for _ in range(pairs)]
    one, two = (min(same, key=lambda usage: usage.wall) for same in zip(*runs, strict=True))
    return [
        Figure("whole pipeline against the plain model", f"{words / one.cpu / plain:.2f}", "2.2"),
        Figure("two processes against one, wall clock", f"{one.wall / two.wall:.2f}", "1.8"),
        Figure(f"seconds of a run of {count} articles on two processes", f"{two.wall:.1f}", ""),
    ]


def load_replicas(folder: Path, repeated: int, copies: int) -> Load:
    """Load a corpus that repeats the first articles of the pipeline's run so many times."""
    first, large = folder / f"first-{repeated}", folder / f"large-{copies}"
    if not first.exists():
        write_inbox(first, repeated)
    make_replicas(first, folder / "warehouse-1", copies, large)
    return load(large)


def measured(folder: Path, sizes: argparse.Namespace) -> Iterator[list[Figure]]:
    """Measure one thing after the other."""
    plain, ours, figures = reading_figures(folder, sizes.read, sizes.rounds)
    yield figures
    yield memory_figures(sizes.memory)
    yield place_figures()
    yield pipeline_figures(folder, sizes.pipeline, sizes.pairs, plain)
    repeated = min(sizes.pipeline, *sizes.articles)
    loads = [load_replicas(folder, repeated, -(-size // repeated)) for size in sizes.articles]
    yield scaling_figures(loads)
    yield growth_figures(loads[-1], ours, sizes.daily)


def main() -> None:
    """Print the table, each part as soon as it is measured, and write it to ``warehouse/bench.md``."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000], help="sizes of the large corpora")
    parser.add_argument("--read", type=int, default=400, help="articles that are read beside the plain model")
    parser.add_argument("--pipeline", type=int, default=4_000, help="articles that the whole pipeline runs on")
    parser.add_argument("--pairs", type=int, default=2, help="runs of it on one and on two processes, in turn")
    parser.add_argument("--rounds", type=int, default=3, help="measurements of reading, of which the median counts")
    parser.add_argument("--memory", type=int, nargs="+", default=[200, 1_000], help="articles that one process reads")
    parser.add_argument("--daily", type=int, default=100, help="articles that are added to the large corpus")
    table = ["| what | measured | goal |", "| --- | ---: | ---: |"]
    print(*table, sep="\n")
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as name:
        for figures in measured(Path(name), parser.parse_args()):
            lines = [f"| {' | '.join(figure)} |" for figure in figures]
            print(*lines, sep="\n", flush=True)
            table += lines
    Path("warehouse/bench.md").write_text("\n".join(table) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
