"""Measure the reading on articles that people have annotated, beside the best open systems.

Run ``python -m tests.benchmarks.accuracy DIR`` with the folder of the benchmarks (``make accuracy BENCH=DIR``). All
articles go through ``onrecord annotate`` in one process; the scorers are those of the folder.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from tests.benchmarks.calibration import PAIRS, Bin, calibrate
from tests.benchmarks.scorers import BENCHMARKS, Benchmark, Json, load_scorer, read_json_lines

ONRECORD = Path(sys.executable).with_name("onrecord")


class Row(NamedTuple):
    """A figure of the table: where the scorer gives it, and what others reach, in percent."""

    benchmark: str
    label: str
    path: str
    best_open: float | None = None
    goal: float | None = None
    annotators: float | None = None


ROWS = [
    Row("quotes", "quoted stretches of 4 words or more, with speaker", "fragments.with_speaker.f1", 82.2, 93, 97.1),
    Row("quotes", "direct, with speaker", "direct.e2e.f1", 67.6, 90, 98.2),
    Row("quotes", "mixed, with speaker", "mixed.e2e.f1", 61.4, 78, 88.7),
    Row("quotes", "direct and mixed, with speaker", "quoted.e2e.f1", 62.9, 84, 94.3),
    Row("quotes", "indirect, with speaker", "indirect.e2e.f1", 41.5, 58, 69.9),
    Row("quotes", "all, with speaker", "all.e2e.f1", 49.1, 66, 76.0),
    Row("people", "named persons", "person.f1", 78.9, 92),
    Row("people", "who is who", "cluster.f1", 71.8, 85),
    Row("people", "pronouns, precision", "pronoun.precision", 66, 88),
    Row("people", "pronouns, recall", "pronoun.recall", 50, 75),
    Row("dates", "found", "found.f1", 68.9, 85),
    Row("dates", "right day", "right.f1", 36.8, 78),
    Row("places in LGL", "found", "f1", 81.3, 90),
    Row("places in LGL", "right of found", "acc161id", 85.7, 94),
    Row("places in LGL", "right end to end", "acc161id_e2e", 70.1, 81),
    Row("places in LGL", "country right", "country_acc", None, 96),
    Row("places in LGL", "demonyms found", "demonyms.f1", None, 90),
    Row("places in GeoVirus", "found", "f1", 90.5, 90),
    Row("places in GeoVirus", "right of found", "acc161id", 94.2, 94),
    Row("places in GeoVirus", "right end to end", "acc161id_e2e", 85.6, 81),
    Row("places in GeoVirus", "country right", "country_acc", None, 96),
]


class Measured(NamedTuple):
    """One benchmark, measured."""

    benchmark: Benchmark
    scorer: ModuleType
    gold: list[Json]
    ours: list[Json]


def main() -> int:
    """Print the table; where the folder is missing, say so and succeed."""
    options = _options()
    console = Console(width=None if sys.stdout.isatty() else 120)
    if not options.folder.is_dir():
        console.print(f"No benchmarks in {options.folder}: nothing to measure. Give their folder as BENCH=DIR.")
        return 0
    chosen = [each for each in BENCHMARKS if each.name.split()[0] in options.only]
    chosen = [each._replace(gold=options.quotes_file) if each.name == "quotes" else each for each in chosen]
    measured = _measure(options.folder, chosen, options.limit)
    console.print(_table(measured))
    for each in measured:
        pairs_of = PAIRS.get(each.benchmark.name.split()[0])
        if pairs_of:
            pairs = pairs_of(each.scorer, each.gold, each.ours)
            bins, error = calibrate(pairs)
            console.print(f"\nConfidence of {each.benchmark.name}: expected calibration error {error:.3f}")
            console.print(_calibration_table(bins))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the reading on annotated articles.")
    parser.add_argument("folder", type=Path, help="folder of the benchmarks")
    kinds = ["quotes", "people", "dates", "places"]
    parser.add_argument("--only", nargs="+", choices=kinds, default=kinds, help="what to measure")
    parser.add_argument("--quotes-file", default="quotes/polnear_dev.jsonl", help="articles to measure quotes on")
    parser.add_argument("--limit", type=int, help="articles of each set, from the first")
    return parser.parse_args()


def _measure(folder: Path, benchmarks: list[Benchmark], limit: int | None) -> list[Measured]:
    gold = [read_json_lines(folder / each.gold)[:limit] for each in benchmarks]
    ours = iter(_annotate([article for articles in gold for article in articles]))
    return [
        Measured(benchmark, load_scorer(folder / benchmark.scorer), articles, [next(ours) for _ in articles])
        for benchmark, articles in zip(benchmarks, gold, strict=True)
    ]


def _annotate(articles: list[Json]) -> list[Json]:
    """Read all articles with the command line; an article of several sets is read once for each."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        with source.open("w", encoding="utf-8") as lines:
            for number, article in enumerate(articles):
                given = {"article_id": str(number), "text": article["text"]}
                given |= {"published_date": article["published_date"]} if article.get("published_date") else {}
                lines.write(json.dumps(given) + "\n")
        subprocess.run([str(ONRECORD), "annotate", str(source), str(target)], check=True)
        return read_json_lines(target)


def _table(measured: list[Measured]) -> Table:
    table = Table(title="Accuracy, F1 in % where nothing else is said")
    table.add_column("set")
    table.add_column("figure")
    for heading in ("here", "best open system", "goal", "annotators"):
        table.add_column(heading, justify="right")
    for each in measured:
        figures = each.benchmark.score(each.scorer, each.gold, each.ours)
        for row in ROWS:
            if row.benchmark == each.benchmark.name:
                others = (row.best_open, row.goal, row.annotators)
                table.add_row(row.benchmark, row.label, _percent(figures, row.path), *map(_printed, others))
    return table


def _percent(figures: Any, path: str) -> str:
    for key in path.split("."):
        figures = figures[key]
    return _printed(None if figures is None else 100 * figures)


def _printed(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.1f}"


def _calibration_table(bins: list[Bin]) -> Table:
    table = Table()
    for heading in ("rows", "stated", "right"):
        table.add_column(heading, justify="right")
    for each in bins:
        table.add_row(str(each.rows), f"{each.stated:.2f}", f"{each.right:.2f}")
    return table


if __name__ == "__main__":
    sys.exit(main())
