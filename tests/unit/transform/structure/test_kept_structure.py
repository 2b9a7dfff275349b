"""Articles that are as they were keep the layout that was read before, and the result is that of reading all."""

from datetime import UTC, date, datetime

import polars as pl
import pytest

from pipelines.schemas.working import RawParagraphs
from pipelines.transform.structure import structure as module
from pipelines.transform.structure import version
from pipelines.transform.structure.layout import Layout, Source, read_layout
from pipelines.transform.structure.structure import Structured, structure_articles
from tests.unit.transform.structure.test_structure import NO_BLOCKS, raw_article, raw_articles

NAMED = "Title: Ferries sail again\nPublisher: Harbor Post\nAuthor: Bo Berg\n\nThe ferries of Tarn sail again."
ARTICLES = [
    raw_article(1, "harbor-post/a.txt", "The port of Tarn is open.\n\nIt was shut for a week after the storm."),
    raw_article(2, "harbor-post/b.txt", NAMED),
    raw_article(3, "courier/c.txt"),
]
CHANGES = {
    "text": "A second storm has shut the port of Tarn.",
    "modified_at": datetime(2025, 4, 1, tzinfo=UTC),
    "published_date": date(2025, 4, 2),
    "byline": "By Cy Dahl",
    "publisher_name": "Tarn Courier",
    "source_uri": "tarn/a.txt",
    "source_format": "markdown",
}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the articles whose layout was read."""
    paths: list[str] = []

    def noted(text: str, source: Source) -> Layout:
        paths.append(source.source_uri)
        return read_layout(text, source)

    monkeypatch.setattr(module, "read_layout", noted)
    return paths


def assert_same(one: Structured, other: Structured) -> None:
    for name, frame in one._asdict().items():
        assert frame.equals(getattr(other, name)), name


def test_nothing_is_read_again(read: list[str]) -> None:
    raw = raw_articles(*ARTICLES)
    before = structure_articles(raw, NO_BLOCKS)
    read.clear()

    assert_same(structure_articles(raw, NO_BLOCKS, before), before)
    assert read == []


@pytest.mark.parametrize("column", CHANGES)
def test_changed_article_is_read_and_no_other(column: str, read: list[str]) -> None:
    before = structure_articles(raw_articles(*ARTICLES), NO_BLOCKS)
    read.clear()
    changed = ARTICLES[0] | {column: CHANGES[column]}
    raw = raw_articles(changed, *ARTICLES[1:])
    after = structure_articles(raw, NO_BLOCKS, before)

    assert read == [changed["source_uri"]]
    assert_same(after, structure_articles(raw, NO_BLOCKS))


def test_removed_and_added_articles() -> None:
    before = structure_articles(raw_articles(*ARTICLES), NO_BLOCKS)
    raw = raw_articles(ARTICLES[0], raw_article(4, "courier/d.txt"))

    assert_same(structure_articles(raw, NO_BLOCKS, before), structure_articles(raw, NO_BLOCKS))


def test_publisher_named_by_an_article_that_has_left_or_comes_back() -> None:
    with_name, without = raw_articles(*ARTICLES), raw_articles(ARTICLES[0], ARTICLES[2])
    before = structure_articles(with_name, NO_BLOCKS)
    left = structure_articles(without, NO_BLOCKS, before)
    back = structure_articles(with_name, NO_BLOCKS, left)

    assert before.articles["publisher_name"].to_list() == ["Harbor Post", "Harbor Post", "courier"]
    assert left.articles["publisher_name"].to_list() == ["harbor-post", "courier"]
    assert_same(back, before)


def test_article_whose_source_marks_other_blocks_is_read(read: list[str]) -> None:
    blocks = pl.DataFrame(
        [
            {
                "source_uri": "courier/c.txt",
                "paragraph_index": 0,
                "paragraph_type": kind,
                "char_start": 0,
                "char_end": 19,
            }
            for kind in ("heading", "body")
        ],
        schema=RawParagraphs.create_empty().schema,
    )
    raw = raw_articles(*ARTICLES)
    before = structure_articles(raw, blocks[:1])
    read.clear()
    after = structure_articles(raw, blocks[1:], before)

    assert read == ["courier/c.txt"]
    assert_same(after, structure_articles(raw, blocks[1:]))


def test_another_version_of_the_rules_reads_all(read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    raw = raw_articles(*ARTICLES)
    before = structure_articles(raw, NO_BLOCKS)
    read.clear()
    monkeypatch.setattr(version, "structure_version", lambda: "another")
    after = structure_articles(raw, NO_BLOCKS, before)

    assert sorted(read) == sorted(str(article["source_uri"]) for article in ARTICLES)
    assert after.articles.equals(before.articles)
    assert after.keys.filter(pl.col("structure_id").is_in(before.keys["structure_id"].implode())).is_empty()
