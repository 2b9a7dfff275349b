import pytest

from pipelines.transform.annotate.quotes.up_to_marks import up_to_marks_candidates
from tests.unit.transform.annotate.quotes.conftest import OpenPage, words


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param(
            "The mayor said on Monday the harbour had “more than one leak” in its wall.",
            ["the harbour had “more than one leak"],
            id="behind_where_and_when",
        ),
        pytest.param(
            "Holm told the council that the wall, an old one, was “full of holes.”",
            ["that the wall, an old one, was “full of holes."],
            id="with_that",
        ),
    ],
)
def test_clause_from_its_verb_to_the_mark(page_of: OpenPage, text: str, content: list[str]) -> None:
    page = page_of(text)
    assert [words(page, candidate.content) for candidate in up_to_marks_candidates(page)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Holm called the wall “full of holes.”", id="no_verb_between"),
        pytest.param("Renn mocked the docks, Holm shot back, “We built them.”", id="another_verb_hands_over"),
    ],
)
def test_what_is_no_clause(page_of: OpenPage, text: str) -> None:
    assert list(up_to_marks_candidates(page_of(text))) == []
