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
        pytest.param(
            "Holm told the Lund Post the wall was “full of holes” on Monday.",
            ["the wall was “full of holes"],
            id="behind_who_is_told",
        ),
        pytest.param(
            "Holm told him the wall was “full of holes” on Monday.",
            ["the wall was “full of holes"],
            id="behind_a_pronoun_that_is_told",
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


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param(
            "Holm called Renn’s three old walls “full of holes.”", ["Renn’s three old walls “full of holes."], id="noun"
        ),
        pytest.param(
            "It is what Renn called a “sorry old wall” of clay.", ["what", "a “sorry old wall"], id="relative"
        ),
    ],
)
def test_thing_named_in_marks_where_the_parse_errs(page_of: OpenPage, text: str, content: list[str]) -> None:
    page = page_of(text)
    page.deps = ["dep" if dep == "oprd" else dep for dep in page.deps]
    found = [words(page, one.content) for one in up_to_marks_candidates(page)]
    assert content in found
