"""Which articles have their quotations resolved anew: those that changed, and those whose speakers have other roles."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pipelines.assets.changed_quotes import groups_of_quotes
from pipelines.assets.resources import Warehouse
from pipelines.stages import STAGE_TABLES
from pipelines.stages.tables import Patch

LIND, HOLM = "1" * 16, "2" * 16
DAYS = {"a": date(2031, 1, 1), "b": date(2031, 2, 1), "c": date(2031, 3, 1)}
OF_ARTICLE = ("local_quotes", "local_quote_spans", "person_ids", "organization_ids", "place_mentions", "sentences")
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
    return {"quote_id": letter * 16, "article_id": letter * 16, "speaker_person_id": person, "speaker_role": role}


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
    without_checks(monkeypatch, "structured_articles", "person_roles", "quotes", "local_quotes")
    warehouse = Warehouse(folder=str(tmp_path))
    frames = {name: STAGE_TABLES[name].create_empty() for name in (*OF_ARTICLE, *DATED, *OF_ALL)} | {
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
    groups = groups_of_quotes(
        warehouse, of_article, (structured, copies, roles), [warehouse.stage(name) for name in OF_ALL]
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
