from datetime import date
from typing import Any, NamedTuple

import polars as pl
import pytest

from pipelines.schemas.quotes import Quotes
from pipelines.schemas.spoken import SpokenRuns
from pipelines.schemas.working import ArticleCopies, StructuredArticles
from pipelines.transform.resolve.spoken_words import spoken_words
from pipelines.transform.resolve.statements import (
    article_sources,
    compare_with_first,
    describe_statements,
    find_statements,
)

WHOLE = "The harbour wall was built for another century, and every storm this winter has taken a piece of it away."
TRIMMED = "every storm this winter has taken a piece of it away"
ALTERED = "The harbour wall was built for another century, and every storm this spring has taken a piece of it away."
OTHER = "Nobody in the council has ever asked the fishermen where their boats should spend the winter months."
MARA, OLE = "a" * 16, "b" * 16


class Statements(NamedTuple):
    """Frames of the schemas ``QuoteClusters`` and ``QuoteClusterMembers``."""

    quote_clusters: pl.DataFrame
    quote_cluster_members: pl.DataFrame


def printed(article: str, text: str, speaker: str | None = MARA, **other: Any) -> dict[str, Any]:
    """A quotation in an article of the same letter; the day of the month is the letter's place in the alphabet."""
    return {"article": article, "text": text, "speaker_person_id": speaker} | other


def statements(*rows: dict[str, Any]) -> Statements:
    quotes = [
        {
            "quote_id": f"{number:016x}",
            "article_id": row["article"] * 16,
            "quote_type": row.get("quote_type", "direct"),
            "text": row["text"],
            "char_start": number,
            "speaker_person_id": row["speaker_person_id"],
        }
        for number, row in enumerate(rows)
    ]
    articles = {
        row["article"]: {
            "article_id": row["article"] * 16,
            "source_uri": row["article"],
            "publisher_name": row.get("publisher", row["article"]),
            "published_date": date(2025, 3, 1 + ord(row["article"]) - ord("a")),
            "names_agency": row.get("names_agency", False),
        }
        for row in rows
    }
    original = {row["article"]: row["copies"] * 16 for row in rows if "copies" in row}
    copies = [{"article_id": one * 16, "duplicate_of_article_id": original.get(one)} for one in articles]
    given = pl.DataFrame(quotes, schema=Quotes.create_empty().schema)
    spoken = spoken_words(given, SpokenRuns.create_empty())
    sources = article_sources(
        pl.DataFrame(list(articles.values()), schema=StructuredArticles.create_empty().schema),
        pl.DataFrame(copies, schema=ArticleCopies.create_empty().schema),
    )
    found = find_statements(spoken.quotes, spoken.new_runs, sources, lambda _: given.select("quote_id", "text"))
    texts = given.select("quote_id", "text")
    return Statements(
        describe_statements(found, texts.rename({"quote_id": "first_quote_id"})), compare_with_first(found, texts)
    )


@pytest.mark.parametrize(
    ("text", "speaker", "is_same"),
    [
        pytest.param(WHOLE, MARA, True, id="same words"),
        pytest.param(WHOLE.upper().replace(",", " –"), MARA, True, id="case and punctuation"),
        pytest.param(TRIMMED, MARA, True, id="trimmed"),
        pytest.param(ALTERED, MARA, True, id="a word altered"),
        pytest.param(TRIMMED, None, True, id="speaker not told"),
        pytest.param(WHOLE, OLE, False, id="another speaker"),
        pytest.param(OTHER, MARA, False, id="other words"),
        pytest.param("every storm this winter", MARA, False, id="too few words"),
    ],
)
def test_same_statement(text: str, speaker: str | None, is_same: bool) -> None:
    found = statements(printed("a", WHOLE), printed("b", text, speaker))

    assert found.quote_clusters.height == is_same
    assert found.quote_cluster_members.height == 2 * is_same


def test_a_statement_is_described_by_its_earliest_form() -> None:
    found = statements(printed("c", ALTERED), printed("a", WHOLE, None), printed("b", TRIMMED), printed("b", OTHER))

    (cluster,) = found.quote_clusters.iter_rows(named=True)
    assert cluster["text"] == WHOLE
    assert cluster["speaker_person_id"] == MARA
    assert (cluster["quote_count"], cluster["article_count"], cluster["form_count"]) == (3, 3, 3)
    assert (cluster["first_seen_date"], cluster["last_seen_date"]) == (date(2025, 3, 1), date(2025, 3, 3))
    shown = dict(found.quote_cluster_members.select("quote_id", "difference").rows())
    assert shown[f"{1:016x}"] is None
    assert "this [-winter-]{+spring+} has" in shown[f"{0:016x}"]
    assert shown[f"{2:016x}"].startswith("[-The harbour wall was built for another century, and-] every storm")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param({}, 2, id="two publishers"),
        pytest.param({"publisher": "a"}, 1, id="one publisher twice"),
        pytest.param({"copies": "a"}, 1, id="a copy"),
        pytest.param({"names_agency": True}, 2, id="an agency and a publisher"),
    ],
)
def test_independent_sources(more: dict[str, Any], expected: int) -> None:
    found = statements(printed("a", WHOLE), printed("b", WHOLE, **more))

    assert found.quote_clusters["independent_source_count"].to_list() == [expected]


def test_stories_of_agencies_are_one_source() -> None:
    found = statements(*(printed(letter, WHOLE, names_agency=True) for letter in "abc"))

    assert found.quote_clusters["independent_source_count"].to_list() == [1]


def test_two_people_never_share_a_statement() -> None:
    found = statements(printed("a", TRIMMED, None), printed("b", WHOLE, OLE), printed("c", WHOLE), printed("d", WHOLE))

    assert found.quote_clusters["speaker_person_id"].n_unique() == found.quote_clusters.height
    assert found.quote_cluster_members.height == 4


def test_within_one_article_it_is_no_news() -> None:
    assert statements(printed("a", WHOLE), printed("a", TRIMMED)).quote_clusters.is_empty()


def test_fragments_are_left_alone() -> None:
    assert statements(*(printed(letter, WHOLE, quote_type="fragment") for letter in "ab")).quote_clusters.is_empty()


def test_order_of_the_quotations_does_not_matter() -> None:
    rows = [
        printed(letter, text) for letter, text in zip("abcdefgh", [WHOLE, TRIMMED, ALTERED, OTHER] * 2, strict=True)
    ]

    forwards, backwards = statements(*rows), statements(*reversed(rows))

    assert forwards.quote_clusters.height == 2
    assert forwards.quote_clusters["text"].sort().equals(backwards.quote_clusters["text"].sort())


def test_no_quotations() -> None:
    found = statements()

    assert found.quote_clusters.is_empty()
    assert found.quote_cluster_members.is_empty()
