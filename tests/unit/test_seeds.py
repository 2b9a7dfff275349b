"""The seeds hold together: each folder tells its origin, and expected facts quote their articles."""

import csv
import hashlib
import tomllib
from pathlib import Path

import polars as pl
import pytest

from pipelines.extract.inbox import PROVENANCE_FILE, list_inboxes
from pipelines.extract.limits import Limits
from pipelines.extract.read import read_files

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "seeds" / "articles"
EXPECTED = ROOT / "tests" / "expected"
PUBLISHERS = sorted(path for path in ARTICLES.iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    articles = read_files(list_inboxes([ARTICLES]).files, Limits()).articles
    return dict(articles.select("source_uri", "text").iter_rows())


@pytest.mark.parametrize("folder", PUBLISHERS, ids=lambda folder: folder.name)
def test_folder_tells_the_origin_of_its_articles(folder: Path) -> None:
    (source,) = tomllib.loads((folder / PROVENANCE_FILE).read_text(encoding="utf-8"))["sources"]

    files = list(folder.glob(source["file"]))

    assert files
    assert {"producer", "url", "accessed", "licence"} <= source.keys()
    if source["url"] != "invented":
        assert [hashlib.sha256(file.read_bytes()).hexdigest() for file in files] == [source["sha256"]]


@pytest.mark.parametrize(
    ("facts", "column"),
    [
        ("quotes", "words"),
        ("no_speech", "words"),
        ("dates", "text"),
        ("places", "text"),
        ("person_roles", "role_text"),
        ("paragraphs", "starts_with"),
    ],
)
def test_expected_words_stand_in_their_article(texts: dict[str, str], facts: str, column: str) -> None:
    with (EXPECTED / f"{facts}.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["article"], row[column]) for row in csv.DictReader(file)]

    assert [row for row in rows if row[1] not in texts[row[0]]] == []


def test_every_article_has_facts(texts: dict[str, str]) -> None:
    named = pl.concat(
        [pl.read_csv(path, infer_schema=False) for path in EXPECTED.glob("*.csv") if path.stem != "known_misses"],
        how="diagonal",
    )

    assert sorted(texts.keys() - set(named["article"])) == []
