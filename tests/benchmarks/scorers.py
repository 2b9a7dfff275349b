"""The scorers that lie beside the benchmarks' data: found by path, fed with what `onrecord annotate` writes."""

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

Json = dict[str, Any]


class Benchmark(NamedTuple):
    """Articles with human annotation, their scorer, and how our output is given to it.

    Attributes:
        name: What is measured; several sets may measure one thing.
        gold: File of articles, one JSON object a line.
        scorer: File of the scorer.
        score: Scorer's module, gold articles and our articles in; its figures out.
    """

    name: str
    gold: str
    scorer: str
    score: Callable[[ModuleType, list[Json], list[Json]], Json]


def read_json_lines(path: Path) -> list[Json]:
    """All objects of a file that has one a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def load_scorer(path: Path) -> ModuleType:
    """Import a scorer from its file."""
    spec = importlib.util.spec_from_file_location(f"scorer_of_{path.parent.name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def speech(article: Json) -> list[Json]:
    """Our quotations of one article as the scorer wants them, those that report no speech left out."""
    return [
        {
            "quote_spans": [[span["char_start"], span["char_end"]] for span in quote["spans"]],
            "speaker_start": quote["speaker_char_start"],
            "speaker_end": quote["speaker_char_end"],
            "confidence": quote["confidence"],
        }
        for quote in article["quotes"]
        if quote["quote_type"] != "fragment"
    ]


def score_quotes(scorer: ModuleType, gold: list[Json], ours: list[Json]) -> Json:
    """Quotations and their speakers."""
    rows = {one["article_id"]: speech(read) for one, read in zip(gold, ours, strict=True)}
    return scorer.evaluate(gold, rows)  # type: ignore[no-any-return]


def score_people(scorer: ModuleType, gold: list[Json], ours: list[Json]) -> Json:
    """People named, who is who, and pronouns."""
    rows = {
        one["article_id"]: [
            {
                "person_id": number,
                "mentions": [[m["char_start"], m["char_end"], m["mention_type"]] for m in person["mentions"]],
            }
            for number, person in enumerate(read["people"])
        ]
        for one, read in zip(gold, ours, strict=True)
    }
    return scorer.score(gold, rows)  # type: ignore[no-any-return]


def score_dates(scorer: ModuleType, gold: list[Json], ours: list[Json]) -> Json:
    """Expressions of time and the days they name; those that name none are left out."""
    rows = {
        one["article_id"]: [
            {
                "start": found["char_start"],
                "end": found["char_end"],
                "date_start": found["date_start"],
                "date_end": found["date_end"],
            }
            for found in read["dates"]
            if found["date_start"]
        ]
        for one, read in zip(gold, ours, strict=True)
    }
    return scorer.score(gold, rows)  # type: ignore[no-any-return]


def score_places(scorer: ModuleType, gold: list[Json], ours: list[Json]) -> Json:
    """Names of places and where they are; demonyms are scored apart."""
    names, demonyms = (
        [row for rows in place_mentions(gold, ours, kind) for row in rows] for kind in ("name", "demonym")
    )
    found = scorer.score(gold, demonyms, gold_filter=lambda mention: mention.get("demonym"))
    return {**scorer.score_names(gold, names), "demonyms": found}


def place_mentions(gold: list[Json], ours: list[Json], mention_type: str) -> list[list[Json]]:
    """Our mentions of places in each article as the scorer wants them."""
    return [
        [
            {
                "doc_id": one["doc_id"],
                "start": mention["char_start"],
                "end": mention["char_end"],
                "lat": place.get("latitude"),
                "lon": place.get("longitude"),
                "country_code": place.get("country_code"),
                "geonameid": place["place_id"],
                "confidence": mention["confidence"],
            }
            for place in read["places"]
            for mention in place["mentions"]
            if mention["mention_type"] == mention_type
        ]
        for one, read in zip(gold, ours, strict=True)
    ]


BENCHMARKS = [
    Benchmark("quotes", "quotes/polnear_dev.jsonl", "quotes/score.py", score_quotes),
    Benchmark("people", "people/gum_dev.jsonl", "people/score_people.py", score_people),
    Benchmark("dates", "dates/gum_dev.jsonl", "dates/score_dates.py", score_dates),
    Benchmark("places in LGL", "places/lgl.jsonl", "places/score_places.py", score_places),
    Benchmark("places in GeoVirus", "places/geovirus.jsonl", "places/score_places.py", score_places),
]
