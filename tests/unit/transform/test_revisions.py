from typing import Any

import polars as pl
import pytest

from pipelines.schemas.articles import ArticleRevisions
from pipelines.schemas.revisions import RevisionQuotes
from pipelines.transform.revision_quotes import record_revision_quotes
from pipelines.transform.revisions import compare_revisions

ARTICLE = "a" * 16
Said = tuple[str, str | None]


def quotes(*by_revision: list[Said], article: str = ARTICLE) -> pl.DataFrame:
    rows = [
        {
            "article_id": article,
            "revision": revision,
            "quote_id": f"{revision * 100 + index:016x}",
            "quote_index": index,
            "text": text,
            "speaker_name": speaker,
        }
        for revision, said in enumerate(by_revision, start=1)
        for index, (text, speaker) in enumerate(said)
    ]
    return pl.DataFrame(rows, schema=RevisionQuotes.create_empty().schema)


def compared(texts: list[str], *said: list[Said]) -> list[dict[str, Any]]:
    rows = [{"article_id": ARTICLE, "revision": number, "text": text} for number, text in enumerate(texts, start=1)]
    revisions = pl.DataFrame(rows, schema=ArticleRevisions.create_empty().schema)
    return compare_revisions(revisions, quotes(*said)).to_dicts()


def test_words_of_the_text() -> None:
    (change,) = compared(["The wall cost two million last year.", "The wall cost three million last year."])

    assert (change["revision"], change["changed_part"], change["change_type"]) == (2, "text", "changed")
    assert (change["before_text"], change["after_text"]) == ("two", "three")
    assert change["difference"] == "The wall cost [-two-]{+three+} million last year."


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        pytest.param([("We will build it.", "Lind")], [("We will build it.", "Lind")], [], id="the same"),
        pytest.param([], [("We will build it.", "Lind")], [("added", "{+We will build it.+}")], id="added"),
        pytest.param([("We will build it.", "Lind")], [], [("removed", "[-We will build it.-]")], id="removed"),
        pytest.param(
            [("We will build it.", "Lind")],
            [("We will not build it.", "Lind")],
            [("changed", "We will {+not+} build it.")],
            id="changed",
        ),
        pytest.param(
            [("We will build it.", "Lind")],
            [("We will build it.", "Okafor")],
            [("changed", "We will build it.")],
            id="another speaker",
        ),
        pytest.param(
            [("We will build it.", None)],
            [("Nobody was hurt at the harbour.", None)],
            [("removed", "[-We will build it.-]"), ("added", "{+Nobody was hurt at the harbour.+}")],
            id="one for another",
        ),
    ],
)
def test_quotations(then: list[Said], now: list[Said], expected: list[tuple[str, str]]) -> None:
    found = compared(["Same text.", "Same text."], then, now)

    assert [(change["change_type"], change["difference"]) for change in found] == expected
    assert {change["changed_part"] for change in found} <= {"quote"}


def test_each_revision_is_compared_with_the_one_before() -> None:
    found = compared(["one two", "one three", "one four"])

    assert [(change["revision"], change["before_text"], change["after_text"]) for change in found] == [
        (2, "two", "three"),
        (3, "three", "four"),
    ]


def test_articles_of_one_revision_are_left_alone() -> None:
    assert compared(["one two"], [("We will build it.", "Lind")]) == []


def test_quotations_are_kept_when_their_revision_is_no_longer_the_current_one() -> None:
    said = [("We will build it.", "Lind")]
    published = quotes([], said)
    kept = quotes(said)
    current = pl.DataFrame({"article_id": [ARTICLE], "revision": [3]}, schema_overrides={"revision": pl.UInt32})

    recorded = record_revision_quotes(published, kept, current)

    assert recorded["revision"].to_list() == [1, 2]
    assert record_revision_quotes(published.clear(), recorded, current).equals(recorded)


def test_quotations_of_the_current_revision_are_not_kept() -> None:
    published = quotes([("We will build it.", "Lind")])

    assert record_revision_quotes(published, published.clear(), published).is_empty()


def test_quotations_of_an_article_that_is_gone_are_kept() -> None:
    published = quotes([("We will build it.", "Lind")])

    assert record_revision_quotes(published, published.clear(), published.clear()).equals(published)
