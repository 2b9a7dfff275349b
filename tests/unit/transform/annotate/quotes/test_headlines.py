import pytest

from pipelines.transform.annotate.quotes.headlines import headline_candidates
from tests.unit.transform.annotate.quotes.conftest import OpenPage, words


@pytest.mark.parametrize(
    ("text", "construction", "content"),
    [
        pytest.param("Mayor Holm Denounces Closed Bridge", "headline", "Closed Bridge", id="verb_in_the_middle"),
        pytest.param("Bridge Never Safe, Mayor Holm Says", "headline_end", "Bridge Never Safe", id="verb_at_end"),
        pytest.param("Bridge Never Safe, Says Mayor Holm", "headline_end", "Bridge Never Safe", id="inverted"),
        pytest.param("Mayor Holm Warns of Closed Bridge", "headline", "Closed Bridge", id="preposition"),
    ],
)
def test_verb_of_a_headline(page_of: OpenPage, text: str, construction: str, content: str) -> None:
    page = page_of(text)
    found = [
        (candidate.construction, page.lowers[candidate.source or 0], words(page, candidate.content))
        for candidate in headline_candidates(page)
    ]
    assert found == [(construction, "holm", [content])]


def test_sentences_are_no_headlines(page_of: OpenPage) -> None:
    assert list(headline_candidates(page_of("Mayor Holm denounces the closed bridge in Lund."))) == []
