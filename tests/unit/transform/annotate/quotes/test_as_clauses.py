import pytest

from pipelines.transform.annotate.quotes.as_clauses import as_candidates, colon_candidates
from tests.unit.transform.annotate.quotes.conftest import OpenPage, words


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param("As Mayor Ida Holm noted, the bridge is not safe.", ["the bridge is not safe"], id="before"),
        pytest.param(
            "The bridge, as Ida Holm noted, is not safe.", ["The bridge", "is not safe"], id="inside_the_sentence"
        ),
    ],
)
def test_sentence_around_the_clause_is_reported(page_of: OpenPage, text: str, content: list[str]) -> None:
    page = page_of(text)
    [candidate] = as_candidates(page)
    assert candidate.source is not None
    assert (candidate.lemma, page.lowers[candidate.source], words(page, candidate.content)) == ("note", "holm", content)


@pytest.mark.parametrize("text", ["Ida Holm worked as a mason in Lund.", "She is as tall as Jan Berg."])
def test_as_without_a_clause_reports_nothing(page_of: OpenPage, text: str) -> None:
    assert list(as_candidates(page_of(text))) == []


def test_clause_behind_a_colon(page_of: OpenPage) -> None:
    page = page_of("Vik said it again: the merger would cut costs.")
    [candidate] = colon_candidates(page)
    assert (candidate.lemma, words(page, candidate.content)) == ("say", ["the merger would cut costs"])


def test_list_behind_a_colon_is_not_said(page_of: OpenPage) -> None:
    assert list(colon_candidates(page_of("Vik said it of three towns: Lund, Riga and Kiel."))) == []
