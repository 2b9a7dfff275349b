"""What a person has corrected is followed, and what a correction holds for is counted."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from pipelines.schemas.overrides import StatedOverrides
from pipelines.schemas.working import (
    ArticleCopies,
    LocalPeople,
    LocalPersonMentions,
    LocalPersonRoles,
    LocalQuoteSpans,
    PlaceSpans,
)
from pipelines.transform.gazetteer import Gazetteer, load_gazetteer
from pipelines.transform.resolve.overrides import count_matches, false_quotes, person_links, place_links
from pipelines.transform.resolve.people import resolve_people
from pipelines.transform.resolve.people_tables import ResolvedPeople
from pipelines.transform.resolve.places import resolve_places

FIRST, SECOND, THIRD = "1" * 16, "2" * 16, "3" * 16
PARIS_IN_TEXAS = 4717560

ARTICLES = pl.DataFrame(
    {
        "article_id": [FIRST, SECOND, THIRD],
        "source_uri": ["a.txt", "b.txt", "c.txt"],
        "url": ["http://tarn.example/a", None, None],
        "publisher_name": pl.Series([None] * 3, dtype=pl.String),
        "published_date": [date(2031, 3, day) for day in (1, 2, 3)],
    }
)


def overrides(*rows: dict[str, Any]) -> pl.DataFrame:
    signed = {"file_name": "x.csv", "line_number": 2, "author_name": "Ola", "made_date": date(2031, 3, 4)}
    filled = [signed | {"override_id": f"{number:016x}", "reason": "seen"} | row for number, row in enumerate(rows)]
    return StatedOverrides.validate(pl.DataFrame(filled, schema=StatedOverrides.create_empty().schema))


def people(*named: tuple[str, str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """People and their one mention in articles, given as article and full name."""
    persons, mentions = [], []
    for number, (article, name) in enumerate(named):
        here = {"article_id": article, "local_person": number}
        given, _, family = name.rpartition(" ")
        persons.append(here | {"person_name": name, "given_name": given or None, "family_name": family})
        mentions.append(
            here
            | {"char_start": number * 50, "char_end": number * 50 + len(name), "sentence_index": 0, "text": name}
            | {"confidence": 0.9, "method": "full name", "mention_type": "name", "alias_name": name}
        )
    return (
        pl.DataFrame(persons, schema=LocalPeople.create_empty().schema),
        pl.DataFrame(mentions, schema=LocalPersonMentions.create_empty().schema),
    )


def resolve(stated: pl.DataFrame, *named: tuple[str, str]) -> ResolvedPeople:
    local_people, mentions = people(*named)
    organization_ids = pl.DataFrame(
        schema={"article_id": pl.String, "local_organization": pl.UInt32, "organization_id": pl.String}
    )
    links = person_links(stated, local_people, mentions, ARTICLES)
    roles = LocalPersonRoles.create_empty()
    return resolve_people(
        local_people, mentions, roles, ARTICLES, organization_ids, ArticleCopies.create_empty(), links
    )


NAMED = [(FIRST, "Mara Lind"), (SECOND, "Marita Lindqvist"), (THIRD, "Marita Lindqvist")]


@pytest.mark.parametrize(
    ("article", "names"),
    [
        pytest.param(None, ["Mara Lind"], id="everywhere"),
        pytest.param("b.txt", ["Mara Lind", "Marita Lindqvist"], id="in one article"),
    ],
)
def test_name_is_given_to_another_person(article: str | None, names: list[str]) -> None:
    said = {"override_type": "same person", "text": "Marita Lindqvist", "person_name": "Mara Lind", "article": article}
    resolved = resolve(overrides(said), *NAMED)

    ids = dict(resolved.person_mentions.select("article_id", "person_id").iter_rows())
    decided = resolved.person_mentions.filter(pl.col("method") == "override")
    assert sorted(resolved.person_aliases["alias_name"].unique()) == ["Mara Lind", "Marita Lindqvist"]
    assert ids[FIRST] == ids[SECOND]
    assert (ids[THIRD] == ids[FIRST]) == (len(names) == 1)
    assert decided["confidence"].to_list() == [1.0] * (3 - len(names))


def test_correction_keeps_the_key_of_the_person() -> None:
    said = {"override_type": "same person", "text": "Mara Lind", "person_name": "Marita Lindqvist"}

    before, after = resolve(overrides(), *NAMED), resolve(overrides(said), *NAMED)

    assert after.people["person_id"].to_list() == [
        key for key, name in before.people.select("person_id", "person_name").iter_rows() if name == "Marita Lindqvist"
    ]


def test_two_people_of_one_name_are_parted() -> None:
    said = {
        "override_type": "different people",
        "text": "Marita Lindqvist",
        "article": "c.txt",
        "other_article": "b.txt",
    }

    before, after = resolve(overrides(), *NAMED), resolve(overrides(said), *NAMED)

    assert (before.people.height, after.people.height) == (2, 3)
    assert set(before.people["person_id"]) < set(after.people["person_id"])


def test_correction_that_holds_for_nothing_is_counted_as_such() -> None:
    stated = overrides(
        {"override_type": "same person", "text": "Mara Lind", "person_name": "Nobody Known"},
        {"override_type": "same person", "text": "Mara Lind", "person_name": "Marita Lindqvist", "article": "b.txt"},
        {"override_type": "same person", "text": "Marita Lindqvist", "person_name": "Mara Lind"},
        {"override_type": "not a quote", "text": "Rain Man", "article": "http://tarn.example/a"},
    )
    spans = pl.DataFrame(
        [
            {"article_id": FIRST, "local_quote": 4, "span_index": number, "char_start": 0, "char_end": 1, "text": text}
            for number, text in enumerate(["Rain", "Man"])
        ],
        schema=LocalQuoteSpans.create_empty().schema,
    )

    quotes = false_quotes(stated, spans, ARTICLES)
    counted = count_matches(stated, *person_links(stated, *people(*NAMED), ARTICLES), quotes)

    assert quotes.select("article_id", "local_quote").rows() == [(FIRST, 4)]
    assert counted["matched_count"].to_list() == [0, 0, 2, 1]


@pytest.mark.parametrize(
    ("place_id", "matched"),
    [
        pytest.param(PARIS_IN_TEXAS, 2, id="another place"),
        pytest.param(None, 2, id="no place"),
        pytest.param(1, 0, id="place that nobody knows"),
    ],
)
def test_place_is_the_one_that_was_given(place_id: int | None, matched: int) -> None:
    gazetteer: Gazetteer = load_gazetteer()
    spans = pl.DataFrame(
        [
            {"article_id": article, "char_start": 5, "char_end": 10, "sentence_index": 0, "text": "Paris"}
            | {"mention_type": "name", "lookup_name": "Paris", "is_dateline": False}
            for article in (FIRST, SECOND)
        ],
        schema=PlaceSpans.create_empty().schema,
    )
    stated = overrides({"override_type": "place", "text": "Paris", "place_id": place_id})

    links = place_links(stated, spans, ARTICLES, gazetteer.places)
    mentions = resolve_places(spans, ARTICLES, gazetteer, links).place_mentions

    assert links.height == matched
    if matched:
        assert mentions["place_id"].to_list() == [place_id] * 2
        assert mentions["method"].to_list() == ["override"] * 2
