"""Statements that grow article by article are those that are found of all articles at once."""

import random
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl
import pytest

from pipelines.assets.changed_statements import STATEMENT_TABLES, patches_of_statements
from pipelines.assets.resources import Warehouse
from pipelines.stages import STAGE_TABLES
from pipelines.stages.tables import Patch
from pipelines.transform.resolve.statements import article_sources

LETTERS = "abcdef0123"
SPEAKERS = ["1" * 16, "2" * 16, None]
WORDS = ["harbour", "council", "winter", "bridge", "teacher", "against", "nobody", "village", "market", "station"]
MADE = ("quote_clusters", "quote_cluster_members")


class Article(NamedTuple):
    """An article as a test invents it: its quotations are texts and speakers."""

    day: date | None
    publisher: str
    original: str | None
    quotes: list[tuple[str, str | None]]


def invented(rng: random.Random) -> Article:
    """Sentences out of few words, so that many are alike."""
    quotes = []
    for _ in range(rng.randrange(6)):
        start = rng.randrange(len(WORDS))
        words = (WORDS * 2)[start : start + rng.randrange(6, 13)]
        words[rng.randrange(len(words))] = rng.choice(WORDS)
        quotes.append((" ".join(words).capitalize() + ".", rng.choice(SPEAKERS)))
    day = rng.choice([None, *(date(2031, 1, number) for number in range(1, 6))])
    return Article(day, rng.choice("xyz"), rng.choice([None, None, *LETTERS]), quotes)


def rows(table: str, given: Iterable[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(list(given), schema=STAGE_TABLES[table].create_empty().schema, orient="row")


def quotes_of(letter: str, article: Article) -> list[dict[str, Any]]:
    return [
        {
            "quote_id": f"{letter}{number:015x}",
            "article_id": letter * 16,
            "quote_type": "direct",
            "text": text,
            "char_start": number // 2,
            "speaker_person_id": speaker,
        }
        for number, (text, speaker) in enumerate(article.quotes)
    ]


def sources_of(articles: dict[str, Article]) -> pl.DataFrame:
    structured = (
        {
            "article_id": letter * 16,
            "source_uri": letter,
            "published_date": article.day,
            "publisher_name": article.publisher,
            "names_agency": article.publisher == "z",
        }
        for letter, article in articles.items()
    )
    copies = (
        {
            "article_id": letter * 16,
            "duplicate_of_article_id": article.original * 16
            if article.original in articles and article.original < letter
            else None,
        }
        for letter, article in articles.items()
    )
    return article_sources(rows("structured_articles", structured), rows("article_copies", copies))


def resolve(warehouse: Warehouse, articles: dict[str, Article]) -> None:
    """Do what the step does with quotations that have been stored."""
    quotes = warehouse.stage("quotes")
    changes = warehouse.changes(STATEMENT_TABLES, [quotes])
    made = {name: warehouse.stage(name) for name in STATEMENT_TABLES}
    patches = patches_of_statements(
        quotes, sources_of(articles), changes[0] if changes else None, made, warehouse.memory()
    )
    for name, patch in zip(STATEMENT_TABLES, patches, strict=True):
        table, origin = warehouse.stage(name), {"quotes": quotes.state.version}
        table.patch(patch, origin) if isinstance(patch, Patch) else table.write(patch, origin)


def whole(folder: Path, articles: dict[str, Article]) -> Warehouse:
    warehouse = Warehouse(folder=str(folder))
    stored = [row for letter, article in articles.items() for row in quotes_of(letter, article)]
    warehouse.stage("quotes").patch(Patch(None, rows("quotes", stored)), {})
    resolve(warehouse, articles)
    return warehouse


@pytest.fixture(autouse=True)
def unchecked_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take quotations with missing columns."""
    monkeypatch.setattr(STAGE_TABLES["quotes"], "validate", classmethod(lambda cls, frame, **_: frame.sort("quote_id")))


@pytest.mark.parametrize("seed", range(4))
def test_growth_equals_the_whole(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    articles = {letter: invented(rng) for letter in LETTERS[:6]}
    grown = whole(tmp_path / "grown", articles)

    for step in range(4):
        changed = rng.sample(LETTERS, 2)
        for letter in changed:
            articles.pop(letter, None)
            if rng.random() > 0.3:
                articles[letter] = invented(rng)
        moved = rng.choice(list(articles))
        articles[moved] = articles[moved]._replace(day=date(2031, 1, rng.randrange(1, 6)))
        stored = [row for letter in changed if letter in articles for row in quotes_of(letter, articles[letter])]
        groups = pl.DataFrame({"group_key": [letter * 16 for letter in changed]})
        grown.stage("quotes").patch(Patch(groups, rows("quotes", stored)), {})
        resolve(grown, articles)

        at_once = whole(tmp_path / f"whole {step}", articles)
        for name in MADE:
            assert grown.stage(name).frame().equals(at_once.stage(name).frame()), (step, name)


def test_only_what_has_changed_is_compared_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = " ".join(WORDS)
    articles = {letter: Article(date(2031, 1, 1), letter, None, [(said, None)]) for letter in "abc"}
    warehouse = whole(tmp_path, articles)
    before = warehouse.stage("quote_cluster_members").state.version
    articles["d"] = articles["a"]
    groups = pl.DataFrame({"group_key": ["d" * 16]})
    warehouse.stage("quotes").patch(Patch(groups, rows("quotes", quotes_of("d", articles["d"]))), {})

    resolve(warehouse, articles)

    members = warehouse.stage("quote_cluster_members")
    changed = members.changes_since(before)
    assert changed is not None
    assert changed["group_key"].to_list() == [f"d{0:015x}"]
    assert members.state.row_count == 4
