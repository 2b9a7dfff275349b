from datetime import date

import polars as pl
import pytest

from pipelines.schemas.working import StructuredArticles
from tests.benchmarks.copies import copies_among

WORDS = [f"word{number}" for number in range(400)]
STORY = " ".join(WORDS[:200])
OTHER = " ".join(WORDS[200:])
EDITED = " ".join("new" if number % 20 == 7 else word for number, word in enumerate(WORDS[:200]))

Article = tuple[str, str | None, date | None, str]
MONDAY, TUESDAY = date(2025, 3, 3), date(2025, 3, 4)


def structured(*articles: Article) -> pl.DataFrame:
    rows = [
        {
            "article_id": source_uri * 16,
            "source_uri": source_uri,
            "publisher_name": publisher,
            "published_date": day,
            "text": text,
        }
        for source_uri, publisher, day, text in articles
    ]
    return pl.DataFrame(rows, schema=StructuredArticles.create_empty().schema)


def links(*articles: Article) -> dict[str, str | None]:
    copies = copies_among(structured(*articles))
    return {one[0]: other and other[0] for one, other in copies.select("article_id", "duplicate_of_article_id").rows()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(STORY, 1.0, id="same words"),
        pytest.param(STORY.upper().replace(" ", ", "), 1.0, id="other case and punctuation"),
        pytest.param(" ".join(WORDS[:60]), 1.0, id="cut short"),
        pytest.param(EDITED, 190 / 200, id="small changes"),
        pytest.param(STORY + " " + " ".join(WORDS[200:300]), 200 / 300, id="longer by half"),
        pytest.param(OTHER, None, id="other words"),
        pytest.param(" ".join(reversed(STORY.split())), None, id="same words in another order"),
        pytest.param(" ".join(WORDS[:60]) + " " + OTHER, None, id="a passage in common"),
        pytest.param("Too short.", None, id="no run of seven words"),
    ],
)
def test_share_of_the_words(text: str, expected: float | None) -> None:
    copies = copies_among(structured(("a", "Courier", MONDAY, STORY), ("b", "Courier", TUESDAY, text)))

    assert copies["copy_share"].to_list() == [None, pytest.approx(expected) if expected else None]
    assert copies["duplicate_of_article_id"].to_list() == [None, "a" * 16 if expected else None]


def test_earlier_day_is_the_original_then_the_first_source() -> None:
    assert links(("a", None, None, STORY), ("b", None, TUESDAY, STORY), ("c", None, MONDAY, STORY)) == {
        "a": "c",
        "b": "c",
        "c": None,
    }
    assert links(("b", None, MONDAY, STORY), ("a", None, MONDAY, STORY)) == {"a": None, "b": "a"}


def test_copy_of_a_story_that_joins_two_others_is_found() -> None:
    both = STORY + " " + OTHER
    expected = {"a": None, "b": None, "c": None, "d": "c"}

    assert (
        links(
            ("a", None, MONDAY, " ".join(WORDS[:180])),
            ("b", None, MONDAY, " ".join(WORDS[220:])),
            ("c", None, MONDAY, both),
            ("d", None, MONDAY, both),
        )
        == expected
    )


@pytest.mark.parametrize(
    ("publishers", "expected"),
    [
        pytest.param(["Courier", "Herald", "Courier"], True, id="two publishers"),
        pytest.param(["Courier", "Courier", "Courier"], False, id="one publisher"),
        pytest.param(["Courier", None, None], False, id="publisher unknown"),
    ],
)
def test_carried_widely(publishers: list[str | None], expected: bool) -> None:
    articles = [(uri, publisher, MONDAY, STORY) for uri, publisher in zip("abc", publishers, strict=True)]

    copies = copies_among(structured(*articles, ("d", "Gazette", MONDAY, OTHER)))

    assert copies["is_carried_widely"].to_list() == [*[expected] * 3, False]


def test_order_of_the_articles_does_not_matter() -> None:
    articles = structured(*((uri, uri, MONDAY, text) for uri, text in zip("abcd", [STORY, EDITED] * 2, strict=True)))

    assert copies_among(articles.reverse()).equals(copies_among(articles))


def test_no_articles() -> None:
    assert copies_among(structured()).height == 0
