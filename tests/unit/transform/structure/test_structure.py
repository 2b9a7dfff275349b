from datetime import UTC, date, datetime

import polars as pl
import pytest

from pipelines.schemas.working import RawArticles, RawParagraphs
from pipelines.transform.structure.structure import Structured, structure_articles, structure_texts

TEXT = """Harbour opens again

By Ann Lee and Bo Berg

4 March 2025, 14:30 CET

The port of Tarn opened again after a week of storms. Ferries to the islands sail from noon.

Cranes down

Three of the cranes have to be mended before the larger ships can be unloaded again.
"""


NO_BLOCKS = RawParagraphs.create_empty()


def raw_article(number: int, source_uri: str, text: str = TEXT) -> dict[str, object]:
    return {
        "article_id": f"{number:016x}",
        "source_uri": source_uri,
        "file_uri": source_uri,
        "source_format": "text",
        "source_encoding": "utf-8",
        "text": text,
        "content_sha256": "0" * 64,
        "modified_at": datetime(2025, 3, 9, tzinfo=UTC),
    }


def raw_articles(*rows: dict[str, object]) -> pl.DataFrame:
    return RawArticles.validate(pl.DataFrame(list(rows), schema=RawArticles.create_empty().schema))


def structured(articles: pl.DataFrame, paragraphs: pl.DataFrame = NO_BLOCKS) -> Structured:
    return structure_articles(articles, paragraphs)


def test_columns_of_an_article() -> None:
    article = structured(raw_articles(raw_article(1, "tarn-courier/a.txt"))).articles.row(0, named=True)

    assert article["publisher_name"] == "tarn-courier"
    assert article["headline"] == "Harbour opens again"
    assert article["published_at"] == datetime(2025, 3, 4, 13, 30, tzinfo=UTC)
    assert (article["published_date"], article["date_source"]) == (date(2025, 3, 4), "header line")
    assert (article["language_code"], article["word_count"]) == ("en", 50)
    assert article["text"] == TEXT


def test_paragraphs_stand_under_their_heading() -> None:
    paragraphs = structured(raw_articles(raw_article(1, "a.txt"))).paragraphs

    assert paragraphs["heading_text"].to_list() == [None] * 5 + ["Cranes down"]
    assert paragraphs["paragraph_index"].to_list() == list(range(6))


def test_file_outside_a_folder_has_no_publisher() -> None:
    assert structured(raw_articles(raw_article(1, "a.txt"))).articles["publisher_name"].to_list() == [None]


@pytest.mark.parametrize(
    ("source_uri", "publisher"),
    [
        ("courier/march.zip!9/a.txt", "courier"),
        ("march.zip!courier/a.txt", "courier"),
        ("a.zip!b.warc.gz!c.txt", None),
        ("Courier!/a.txt", "Courier!"),
    ],
)
def test_archive_is_no_folder(source_uri: str, publisher: str | None) -> None:
    assert structured(raw_articles(raw_article(1, source_uri))).articles["publisher_name"].to_list() == [publisher]


def test_authors_are_numbered_in_the_order_of_the_byline() -> None:
    authors = structured(raw_articles(raw_article(1, "a.txt"))).authors

    assert authors.select("position", "author_name").rows() == [(1, "Ann Lee"), (2, "Bo Berg")]


def test_order_of_the_articles_does_not_matter() -> None:
    rows = [raw_article(1, "a.txt"), raw_article(2, "b.txt", "Rain fell on Tarn all night, and the river rose.")]

    for one, other in zip(structured(raw_articles(*rows)), structured(raw_articles(*reversed(rows))), strict=True):
        assert one.equals(other)


def test_no_articles_give_empty_frames() -> None:
    assert [frame.height for frame in structured(raw_articles())] == [0, 0, 0, 0]


def test_bare_texts_keep_their_order_and_get_the_day_they_print() -> None:
    texts = pl.DataFrame(
        {
            "article_id": ["b" * 16, "a" * 16],
            "text": ["First line of news here.\nSecond line of news here.", TEXT],
            "published_date": pl.Series([date(2025, 1, 1), None], dtype=pl.Date),
        }
    )

    structured = structure_texts(texts)

    assert structured.articles["article_id"].to_list() == ["b" * 16, "a" * 16]
    assert structured.articles["published_date"].to_list() == [date(2025, 1, 1), date(2025, 3, 4)]
    assert structured.paragraphs["article_id"].value_counts().sort("article_id")["count"].to_list() == [6, 2]


@pytest.mark.parametrize(
    ("source_uri", "expected"),
    [
        pytest.param("associated-press/a.txt", True, id="folder of an agency"),
        pytest.param("tarn-courier/a.txt", False, id="folder of a paper"),
        pytest.param("reuters.txt", False, id="no folder"),
    ],
)
def test_publisher_that_is_an_agency(source_uri: str, expected: bool) -> None:
    articles = structured(raw_articles(raw_article(1, source_uri))).articles

    assert articles["names_agency"].to_list() == [expected]


def test_language_is_that_of_the_text_not_of_the_header() -> None:
    text = "Title: Der Hafen\nPublisher: Tarn\n\nDer Hafen ist seit Dienstag nach einer Woche Sturm wieder offen."

    assert structured(raw_articles(raw_article(1, "a.txt", text))).articles["language_code"].to_list() == ["de"]
