from datetime import UTC, datetime

import polars as pl
import pytest

from pipelines.schemas.overrides import Tombstones
from pipelines.schemas.quotes import Quotes, QuoteSpans
from pipelines.schemas.revisions import RevisionQuotes
from pipelines.transform.resolve.forgotten import (
    name_hash,
    without_articles,
    without_authors,
    without_earlier_speakers,
    without_people,
    without_speakers,
)
from pipelines.transform.resolve.people_tables import ResolvedPeople
from pipelines.transform.resolve.quotes import ResolvedQuotes

GONE, KEPT = "a" * 16, "b" * 16


def tombstones(kind: str, key: str, name: str | None = None) -> pl.DataFrame:
    row = {"forgotten_type": kind, "forgotten_id": key, "name_hash": name and name_hash(name), "reason": "asked"}
    return Tombstones.validate(
        pl.DataFrame(
            [row | {"forgotten_at": datetime(2031, 3, 4, tzinfo=UTC)}], schema=Tombstones.create_empty().schema
        )
    )


NOTHING = Tombstones.create_empty()


def resolved() -> ResolvedPeople:
    keys = pl.DataFrame({"person_id": [GONE, KEPT]})
    named = keys.with_columns(person_name=pl.Series(["Mara Lind", "Ola Berg"]))
    return ResolvedPeople(named, keys, keys, pl.concat([keys, pl.DataFrame({"person_id": [None]})]), keys)


@pytest.mark.parametrize(
    "stone",
    [
        pytest.param(tombstones("person", GONE, "Mara Lind"), id="by key"),
        pytest.param(tombstones("person", "c" * 16, "Mara Lïnd"), id="by name under another key"),
    ],
)
def test_nothing_is_left_of_a_person(stone: pl.DataFrame) -> None:
    left = without_people(resolved(), stone)

    assert left.people["person_id"].to_list() == [KEPT]
    for frame in (left.person_aliases, left.person_roles):
        assert frame["person_id"].to_list() == [KEPT]
    assert left.person_mentions["person_id"].to_list() == [KEPT, None]
    assert left.person_ids["person_id"].to_list() == [GONE, KEPT]


def test_tombstone_holds_no_name() -> None:
    stone = tombstones("person", GONE, "Mara Lind")

    assert "Lind" not in str(stone.rows())


@pytest.mark.parametrize(
    ("stone", "left"),
    [
        pytest.param(tombstones("person", GONE, "Mara Lind"), [KEPT, None], id="person"),
        pytest.param(NOTHING, [GONE, KEPT, None], id="nothing"),
    ],
)
def test_what_a_person_said_goes_too(stone: pl.DataFrame, left: list[str | None]) -> None:
    quotes = pl.DataFrame(
        [{"quote_id": f"{number:016x}", "speaker_person_id": key} for number, key in enumerate([GONE, KEPT, None])],
        schema=Quotes.create_empty().schema,
    )
    spans = quotes.select("quote_id").join(QuoteSpans.create_empty(), on="quote_id", how="left")
    people = without_people(resolved(), stone).people

    found = without_speakers(ResolvedQuotes(quotes, spans), people, stone)

    assert found.quotes["speaker_person_id"].to_list() == left
    assert found.quote_spans.height == len(left)


def test_articles_and_authors() -> None:
    rows = pl.DataFrame({"article_id": [GONE, KEPT]})
    authors = pl.DataFrame({"author_name": ["Mara Lind", "Ola Berg"]})

    assert without_articles(rows, tombstones("article", GONE))["article_id"].to_list() == [KEPT]
    assert without_authors(authors, tombstones("person", GONE, "Mara Lind"))["author_name"].to_list() == ["Ola Berg"]


@pytest.mark.parametrize(
    ("stone", "expected"),
    [
        pytest.param(NOTHING, ["Mara Lind", "Ola Berg", None], id="nobody"),
        pytest.param(tombstones("person", GONE), ["Ola Berg", None], id="a person by key"),
        pytest.param(tombstones("person", "c" * 16, "Mara Lïnd"), ["Ola Berg", None], id="a person by name"),
        pytest.param(tombstones("article", KEPT), ["Mara Lind"], id="an article"),
    ],
)
def test_quotations_of_earlier_revisions(stone: pl.DataFrame, expected: list[str | None]) -> None:
    rows = [(GONE, GONE, "Mara Lind"), (KEPT, KEPT, "Ola Berg"), (KEPT, None, None)]
    said = pl.DataFrame(rows, schema=["article_id", "speaker_person_id", "speaker_name"], orient="row")
    quotes = pl.concat([RevisionQuotes.create_empty(), said], how="diagonal")

    left = without_earlier_speakers(quotes, stone)

    assert left["speaker_name"].sort(nulls_last=True).to_list() == expected
