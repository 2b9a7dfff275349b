"""Measure all but the reading on a large corpus, made of replicas that have been read."""

import math
import re
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import duckdb
import polars as pl

from pipelines.load.ddl import literal
from pipelines.load.marts import read_marts
from pipelines.settings import PROJECT_ROOT
from tests.benchmarks.corpus import make_articles, write_inbox
from tests.benchmarks.measure import Figure, Usage, run

FIRST_DAILY = 10_000_000
"""First number of the articles that a daily run adds, beyond that of any corpus."""
LONGEST_QUERY = 0.5
"""Seconds."""
SAMPLE_PEOPLE = {"Sergei Markov": "quote_count", "Vladimir Putin": "mention_count"}
"""People whom the queries ask of, and by what they stand out in the sample article."""


class Load(NamedTuple):
    """A corpus that was loaded for the first time, and what all but its reading took."""

    folder: Path
    articles: int
    usage: Usage


def load(folder: Path) -> Load:
    """Load a corpus that `make_replicas` has made."""
    usage = run(folder / "inbox", folder / "warehouse", 1)
    return Load(folder, sum(1 for _ in (folder / "inbox").rglob("*.txt")), usage)


def scaling_figures(loads: Sequence[Load]) -> list[Figure]:
    """What all but the reading takes at each size, and the exponent by which it grows from one to the next."""
    figures = [
        Figure(f"CPU seconds of all but the reading of {each.articles:,} articles", f"{each.usage.cpu:.0f}", "")
        for each in loads
    ]
    return figures + [
        Figure(f"growth exponent, {few.articles:,} to {many.articles:,}", f"{exponent(few, many):.2f}", "")
        for few, many in pairwise(loads)
    ]


def exponent(few: Load, many: Load) -> float:
    """Of the power of the number of articles by which CPU time grows: 1 if twice as many take twice as long."""
    return math.log(many.usage.cpu / few.usage.cpu) / math.log(many.articles / few.articles)


def growth_figures(loaded: Load, reader: float, daily: int) -> list[Figure]:
    """Of a large corpus: what loading it took, loading it again, questions, and a day's articles added.

    Args:
        loaded: The corpus.
        reader: Words that are read per CPU second.
        daily: How many articles to add.
    """
    folder, first = loaded.folder, loaded.usage
    inbox, large = folder / "inbox", folder / "warehouse"
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in inbox.rglob("*.txt"))
    again = run(inbox, large, 1)
    database = large / "news.duckdb"
    loaded_rate = _row_count(database) / stage_seconds(first, "load", "audit")
    figures = [
        Figure("share of all but the reading in CPU time", f"{first.cpu / (first.cpu + words / reader):.1%}", "15%"),
        Figure("rows per second of loading and audit", f"{loaded_rate:,.0f}", "300,000"),
        Figure("seconds of a run with nothing new", f"{again.wall:.1f}", "10"),
        *query_figures(database),
        Figure("made quotations found with their speaker", f"{found_share(folder / 'truth.jsonl', database):.1%}", ""),
    ]
    write_inbox(folder, daily, first=FIRST_DAILY)
    added = sum(len(article.text.split()) for article in make_articles(daily, first=FIRST_DAILY))
    usage = run(inbox, large, 1)
    besides = {"": usage.wall - stage_seconds(usage, "annotate"), "CPU ": usage.cpu - added / reader}
    return figures + [
        Figure(f"{kind}seconds to add {daily} articles, besides their reading", f"{spent:.1f}", "30")
        for kind, spent in besides.items()
    ]


def query_figures(database: Path) -> list[Figure]:
    """Time every query of ``sql/queries`` and the example of every view and macro of ``sql/marts``.

    What they ask of people of the sample article is asked of those whom this corpus quotes and names most.
    """
    queries = {path.stem: path.read_text("utf-8") for path in sorted((PROJECT_ROOT / "sql/queries").glob("*.sql"))}
    queries |= {f"marts.{mart.name}": mart.example for mart in read_marts()}
    seconds = {}
    with duckdb.connect(str(database), read_only=True) as con:
        for name, query in queries.items():
            asked = _of_this_corpus(con, query)
            started = time.perf_counter()
            con.execute(asked).fetchall()
            seconds[name] = time.perf_counter() - started
    quick = sum(spent <= LONGEST_QUERY for spent in seconds.values()) / len(seconds)
    slowest = max(seconds, key=seconds.__getitem__)
    return [
        Figure(f"share of {len(seconds)} queries within {LONGEST_QUERY} s", f"{quick:.0%}", "95%"),
        Figure("slowest query, seconds", f"{seconds[slowest]:.2f} ({slowest})", ""),
    ]


def _of_this_corpus(con: duckdb.DuckDBPyConnection, query: str) -> str:
    for name, count in SAMPLE_PEOPLE.items():
        most = con.execute(f"select person_name from people order by {count} desc, person_name limit 1").fetchall()
        query = query.replace(f"'{name}'", literal(most[0][0]))
    return query


def found_share(truth: Path, database: Path) -> float:
    """Share of the quotations that were made which the warehouse has, letter for letter, with who says them."""
    with duckdb.connect(str(database), read_only=True) as con:
        found = con.sql(
            "select source_uri, quotes.text, person_name as speaker_name from quotes"
            " join articles using (article_id) join people on person_id = speaker_person_id"
        ).pl()
    letters = pl.col("text").str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()
    made = pl.read_ndjson(truth).with_columns(letters)
    matched = made.join(found.with_columns(letters), on=["source_uri", "text", "speaker_name"], how="semi")
    return matched.height / made.height


def _row_count(database: Path) -> int:
    with duckdb.connect(str(database), read_only=True) as con:
        (total,) = con.execute("select sum(row_count) from ops.tables").fetchall()[0]
    return int(total)


def stage_seconds(usage: Usage, *stages: str) -> float:
    """Seconds of some stages, as the run prints them."""
    found = dict(re.findall(r"(\w+) ([\d.]+)", usage.output.partition("seconds: ")[2].partition(";")[0]))
    return math.fsum(float(found[stage]) for stage in stages)
