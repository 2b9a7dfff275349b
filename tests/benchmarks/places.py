"""CPU time and memory of the gazetteer, and speed of resolving: ``python -m tests.benchmarks.places``.

It runs in a process of its own, on one thread, and prints one JSON object.
"""

import json
import random
import resource
import sys
import time

import polars as pl

from pipelines.schemas.working import PlaceSpans
from pipelines.transform.annotate.places.lexicon import load_lexicon
from pipelines.transform.gazetteer import Gazetteer, load_gazetteer
from pipelines.transform.resolve.places import resolve_places

ARTICLES = 3_000
PUBLISHERS = 60
NEAR, FAR = 8, 4
"""Towns of an article's own region, and of anywhere, that it names."""
REPEATED = 0.6
"""Share of names that are named twice: news of towns and of the world has 1.6 mentions for each name of an article."""
TOWN, CITY = 42, 60
"""Least prominence of either."""


def made_spans(gazetteer: Gazetteer) -> pl.DataFrame:
    """Spans of articles that each name towns of one region, the region and its country, and cities of anywhere."""
    chance = random.Random(1)
    places = gazetteer.places
    cities = places.filter(pl.col("place_type") == "city", pl.col("prominence") >= TOWN)
    known = cities.filter(pl.col("prominence") >= CITY)["place_name"].to_list()
    regions = cities.drop_nulls("admin1_code").group_by("admin1_code", maintain_order=True).agg("place_name")
    towns = regions["place_name"].to_list()
    countries = places.filter(pl.col("place_type") == "country")["place_name"].to_list()
    rows = []
    for article in range(ARTICLES):
        names = chance.choice(towns)[:NEAR] + chance.sample(known, FAR) + chance.sample(countries, 2)
        names += names[: int(len(names) * REPEATED)]
        rows += [_span(article, number, name) for number, name in enumerate(names)]
    return PlaceSpans.validate(pl.DataFrame(rows, schema=PlaceSpans.create_empty().schema))


def _span(article: int, number: int, name: str) -> dict[str, object]:
    return {
        "article_id": f"{article:016x}",
        "char_start": 100 * number,
        "char_end": 100 * number + len(name),
        "sentence_index": number,
        "text": name,
        "mention_type": "name",
        "lookup_name": name,
        "is_dateline": False,
    }


def main() -> None:
    """Print what was measured."""
    before, started = _megabytes(), time.process_time()
    gazetteer = load_gazetteer()
    load_lexicon()
    ready, megabytes = time.process_time() - started, _megabytes() - before
    spans = made_spans(gazetteer)
    articles = spans.select("article_id").unique(maintain_order=True).with_row_index("number")
    articles = articles.select("article_id", publisher_name=(pl.col("number") % PUBLISHERS).cast(pl.String))
    resolve_places(spans.head(100), articles, gazetteer)
    started = time.process_time()
    resolve_places(spans, articles, gazetteer)
    speed = spans.height / (time.process_time() - started)
    print(json.dumps({"ready_seconds": ready, "megabytes": megabytes, "mentions_per_second": speed}))


def _megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)


if __name__ == "__main__":
    main()
