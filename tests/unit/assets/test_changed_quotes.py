"""Which articles have their quotations resolved anew: those that changed, and those whose speakers have other roles."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pipelines.assets.changed_quotes import groups_of_quotes
from pipelines.assets.resolve import people
from pipelines.assets.resources import Warehouse
from pipelines.stages import STAGE_TABLES
from pipelines.stages.tables import Patch

LIND, HOLM = "1" * 16, "2" * 16
DAYS = {"a": date(2031, 1, 1), "b": date(2031, 2, 1), "c": date(2031, 3, 1)}
OF_ARTICLE = ("local_quotes", "local_quote_spans", "person_ids", "organization_ids", "sentences")
DATED = ("structured_articles", "article_copies", "person_roles")
OF_ALL = ("stated_overrides",)
Row = Mapping[str, Any]


def copy_row(letter: str, original: str | None = None) -> Row:
    share = None if original is None else 0.9
    original_id = None if original is None else original * 16
    return {
        "article_id": letter * 16,
        "duplicate_of_article_id": original_id,
        "copy_share": share,
        "is_carried_widely": False,
    }


def role_row(letter: str, person: str, role: str) -> Row:
    return {
        "article_id": letter * 16,
        "person_id": person,
        "role_text": role,
        "text": role,
        "char_start": 0,
        "char_end": len(role),
        "stated_date": DAYS[letter],
        "sentence_index": 0,
        "confidence": 0.9,
        "method": "apposition",
    }


def quote_row(letter: str, person: str, role: str | None) -> Row:
    quote = {"quote_id": letter * 16, "article_id": letter * 16, "quote_type": "direct"}
    return quote | {"speaker_person_id": person, "speaker_role": role}


def rows(table: str, *given: Row) -> pl.DataFrame:
    """Rows of a table with what a test reads; the columns that it does not read are null."""
    return pl.DataFrame(given, schema=STAGE_TABLES[table].create_empty().schema)


def without_checks(monkeypatch: pytest.MonkeyPatch, *tables: str) -> None:
    """Take rows with missing columns."""
    for table in tables:
        schema = STAGE_TABLES[table]
        monkeypatch.setattr(schema, "validate", classmethod(lambda cls, frame, **_: frame))


@pytest.fixture
def warehouse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Warehouse:
    """Lind, a mayor since article a, is quoted in b and c; Holm in c."""
    without_checks(monkeypatch, "structured_articles", "person_roles", "quotes", "local_quotes", "place_mentions")
    warehouse = Warehouse(folder=str(tmp_path))
    frames = {name: STAGE_TABLES[name].create_empty() for name in (*OF_ARTICLE, "place_mentions", *DATED, *OF_ALL)} | {
        "structured_articles": rows(
            "structured_articles",
            *({"article_id": letter * 16, "published_date": day} for letter, day in DAYS.items()),
        ),
        "article_copies": rows("article_copies", *map(copy_row, DAYS)),
        "person_roles": rows("person_roles", role_row("a", LIND, "mayor")),
    }
    versions = {}
    for name, frame in frames.items():
        warehouse.stage(name).write(frame, {})
        versions[name] = warehouse.stage(name).state.version
    quotes = rows("quotes", quote_row("b", LIND, "mayor"), quote_row("c", HOLM, None))
    warehouse.stage("quotes").write(quotes, versions)
    warehouse.stage("quote_spans").write(rows("quote_spans"), versions)
    return warehouse


def anew(warehouse: Warehouse) -> list[str] | None:
    """First letters of the articles whose quotations are resolved anew; None for all."""
    of_article = [warehouse.stage(name) for name in OF_ARTICLE]
    structured, copies, roles = (warehouse.stage(name) for name in DATED)
    of_all = [warehouse.stage(name) for name in OF_ALL]
    groups = groups_of_quotes(
        warehouse, of_article, warehouse.stage("place_mentions"), (structured, copies, roles), of_all
    )
    return None if groups is None else sorted(key[0] for key in groups["group_key"])


def replace(warehouse: Warehouse, table: str, letter: str, *given: Row) -> None:
    """Give an article other rows in a table."""
    groups = pl.DataFrame({"group_key": [letter * 16]})
    warehouse.stage(table).patch(Patch(groups, rows(table, *given)), {})


def test_nothing_changed(warehouse: Warehouse) -> None:
    assert anew(warehouse) == []


def test_an_article_of_its_own(warehouse: Warehouse) -> None:
    replace(warehouse, "local_quotes", "c", {"article_id": "c" * 16, "local_quote": 0})

    assert anew(warehouse) == ["c"]


def test_a_role_stated_elsewhere(warehouse: Warehouse) -> None:
    replace(warehouse, "person_roles", "a", role_row("a", LIND, "minister"))

    assert anew(warehouse) == ["a", "b"]


def test_a_role_that_nobody_states_any_more(warehouse: Warehouse) -> None:
    replace(warehouse, "person_roles", "a")

    assert anew(warehouse) == ["a", "b"]


def test_a_role_that_changes_no_quotation(warehouse: Warehouse) -> None:
    replace(warehouse, "person_roles", "c", role_row("c", LIND, "minister"))

    assert anew(warehouse) == ["c"]


def test_a_role_that_only_a_copy_states(warehouse: Warehouse) -> None:
    replace(warehouse, "article_copies", "a", copy_row("a", "c"))

    assert anew(warehouse) == ["a", "b"]


def test_a_correction_changes_all(warehouse: Warehouse) -> None:
    correction = {
        "override_id": "5" * 16,
        "override_type": "not a quote",
        "file_name": "corrections.csv",
        "line_number": 2,
        "text": "“Yes.”",
        "author_name": "Ada",
        "made_date": DAYS["c"],
        "reason": "A title.",
    }
    warehouse.stage("stated_overrides").write(rows("stated_overrides", correction), {})

    assert anew(warehouse) is None


def test_what_was_made_from_unknown_tables_is_made_anew(warehouse: Warehouse) -> None:
    for role in ("minister", "governor"):
        replace(warehouse, "person_roles", "a", role_row("a", LIND, role))

    assert anew(warehouse) is None


@pytest.mark.parametrize(("place_char_start", "expected"), [(7, ["c"]), (None, [])])
def test_another_place_where_a_place_speaks(
    warehouse: Warehouse, place_char_start: int | None, expected: list[str]
) -> None:
    quote = {"article_id": "c" * 16, "local_quote": 0, "place_char_start": place_char_start}
    replace(warehouse, "local_quotes", "c", quote)
    versions = {name: warehouse.stage(name).state.version for name in (*OF_ARTICLE, "place_mentions", *DATED, *OF_ALL)}
    for name in ("quotes", "quote_spans"):
        warehouse.stage(name).write(warehouse.stage(name).frame(), versions)
    replace(warehouse, "place_mentions", "c", {"article_id": "c" * 16, "char_start": 7, "place_id": 5})

    assert anew(warehouse) == expected


def person_row(person: str) -> Row:
    return {"person_id": person, "person_name": person, "article_count": 1, "mention_count": 1}


def counts(warehouse: Warehouse) -> tuple[set[str] | None, dict[str, int]]:
    """Who is counted anew, and how many quotations everybody speaks then."""
    given = {name: warehouse.stage(name) for name in ("named_people", "quotes")}
    patch = people(warehouse, **given)
    warehouse.stage("people").patch(patch, {name: table.state.version for name, table in given.items()})
    said = dict(warehouse.stage("people").frame(["person_id", "quote_count"]).iter_rows())
    return None if patch.groups is None else set(patch.groups["group_key"]), said


def test_who_speaks_in_another_quotation_is_counted_anew(warehouse: Warehouse) -> None:
    other = "3" * 16
    warehouse.stage("named_people").write(rows("named_people", *map(person_row, (LIND, HOLM))), {})

    assert counts(warehouse) == (None, {LIND: 1, HOLM: 1})
    replace(warehouse, "quotes", "b", quote_row("b", HOLM, None))
    assert counts(warehouse) == ({LIND, HOLM}, {LIND: 0, HOLM: 2})
    warehouse.stage("named_people").write(rows("named_people", *map(person_row, (LIND, HOLM, other))), {})
    assert counts(warehouse) == ({other}, {LIND: 0, HOLM: 2, other: 0})
    replace(warehouse, "quotes", "c")
    assert counts(warehouse) == ({HOLM}, {LIND: 0, HOLM: 1, other: 0})
