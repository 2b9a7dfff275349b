from pathlib import Path

import duckdb
import polars as pl
import pytest
import sqlglot
from sqlglot import exp

from pipelines.load.marts import Mart, create_marts, read_marts
from pipelines.load.tables import build_database
from tests.unit.conftest import PERSON, ROWS, TEXT, frame, span

MARTS = read_marts()


def ask(warehouse: Path, question: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(warehouse), read_only=True) as con:
        return con.sql(question).fetchall()


@pytest.mark.parametrize("mart", MARTS, ids=lambda mart: mart.name)
def test_header_names_just_what_is_read(mart: Mart) -> None:
    tree = sqlglot.parse_one(mart.body, dialect="duckdb")
    steps = {step.alias for step in tree.find_all(exp.CTE)}
    read = {".".join(filter(None, (table.db, table.name))) for table in tree.find_all(exp.Table)}

    assert set(mart.reads) == read - steps


@pytest.mark.parametrize("mart", MARTS, ids=lambda mart: mart.name)
def test_example_runs(mart: Mart, warehouse: Path) -> None:
    ask(warehouse, mart.example)


def test_each_is_described_in_the_database(warehouse: Path) -> None:
    comments = ask(warehouse, "select comment from duckdb_views() where schema_name = 'marts'") + ask(
        warehouse, "select comment from duckdb_functions() where schema_name = 'marts'"
    )

    assert len(comments) == len(MARTS)
    assert all(comment and "One row per" in str(comment) for (comment,) in comments)


def test_copies_are_not_counted_again(warehouse: Path) -> None:
    assert ask(warehouse, "select quote_count, article_count from marts.quotes_by_person") == [(1, 1)]


def test_what_lies_within_a_country_is_about_it(warehouse: Path) -> None:
    found = ask(warehouse, "select place_name, depth from marts.about_place('ukraine')")

    assert found == [("Kyiv", 1)]


def test_who_said_takes_a_pattern(warehouse: Path) -> None:
    found = ask(warehouse, "select speaker_person_id, text from marts.who_said('BRIDGE|tunnel')")

    assert found == [(PERSON, "The bridge is safe,")]


def test_a_header_without_grain_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bare.sql").write_text("-- What it is.\n-- Reads:  quotes\n-- Try:    from marts.bare;\nselect 1\n")

    with pytest.raises(ValueError, match=r"bare\.sql: the header lacks Grain"):
        read_marts(tmp_path)


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        pytest.param({"speaker_person_id": PERSON, "speaker_text": "she"}, "Mara Lind", id="person"),
        pytest.param({"speaker_organization_id": "d" * 16, "speaker_text": "it"}, "Harbour Board", id="organization"),
        pytest.param({"speaker_place_id": 1, "speaker_text": "the city"}, "Tarn", id="place"),
        pytest.param({"speaker_text": "a passer-by"}, "a passer-by", id="nobody known"),
        pytest.param({}, None, id="nobody"),
    ],
)
@pytest.mark.parametrize(
    ("sentences", "context"),
    [
        pytest.param((0, 0), (None, "It rains.", "It snows."), id="first sentence"),
        pytest.param((1, 2), ("It rains.", "It snows. It hails.", "It clears."), id="two sentences"),
        pytest.param((3, 3), ("It hails.", "It clears.", None), id="last sentence"),
    ],
)
def test_a_quotation_has_its_speaker_and_the_sentences_around(
    tmp_path: Path,
    frames: dict[str, pl.DataFrame],
    speaker: dict[str, object],
    name: str | None,
    sentences: tuple[int, int],
    context: tuple[str | None, ...],
) -> None:
    quote = ROWS["quotes"][0] | dict.fromkeys(("speaker_person_id", "speaker_text")) | speaker
    printed = [
        span(TEXT) | {"sentence_index": index, "paragraph_index": 0, "text": text}
        for index, text in enumerate(["It rains.", "It snows.", "It hails.", "It clears."])
    ]
    counts = {"article_count": 1, "mention_count": 1}
    body = {
        "organization_id": "d" * 16,
        "organization_name": "Harbour Board",
        "organization_type": "company",
        "quote_count": 1,
    }
    place = {"place_id": 1, "place_name": "Tarn", "place_type": "city", "latitude": 1.0, "longitude": 1.0}
    rows = {
        "sentences": printed,
        "quotes": [quote | {"sentence_index": sentences[0], "last_sentence_index": sentences[1]}],
        "organizations": [body | counts],
        "places": [place | counts],
    }
    path = tmp_path / "speakers.duckdb"
    build_database(path, frames | {table: frame(table, made) for table, made in rows.items()})
    create_marts(path, MARTS)

    question = "select speaker_name, sentence_before, sentence_text, sentence_after from marts.quotes_in_context"
    assert ask(path, question) == [(name, *context)]
