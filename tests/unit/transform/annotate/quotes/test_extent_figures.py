import pytest

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.extent_figures import extent_figures
from tests.unit.transform.annotate.quotes.conftest import OpenPage

TEXT = "Ida Holm said the lock was “as good as new,” while she opened the bridge."


def clause(start: int, end: int) -> Candidate:
    return Candidate("clause_bare", 2, "say", 1, [(start, end)])


@pytest.mark.parametrize(
    ("last_word", "figure"),
    [
        pytest.param("new", "before_marks_comma", id="ends_with_the_marks"),
        pytest.param("bridge", "over_marks_comma", id="runs_over_them"),
    ],
)
def test_sign_where_content_ends_or_runs_on(page_of: OpenPage, last_word: str, figure: str) -> None:
    page = page_of(TEXT)
    found = extent_figures(page, clause(3, page.lowers.index(last_word) + 1))
    assert figure in found
    assert [name for name in found if name.startswith(figure) and "advcl" in name]


def test_word_that_opens_the_phrase_behind(page_of: OpenPage) -> None:
    page = page_of(TEXT)
    found = extent_figures(page, clause(3, page.lowers.index("new") + 1))
    assert [name for name in found if name.startswith("before_while_")]


def test_content_that_ends_its_sentence_has_nothing_behind(page_of: OpenPage) -> None:
    page = page_of(TEXT)
    found = extent_figures(page, clause(3, len(page.texts) - 1))
    assert not [name for name in found if name.startswith("before_")]


def test_content_before_its_cue_ends_where_the_cue_begins(page_of: OpenPage) -> None:
    page = page_of("The lock is safe, Holm said.")
    cue = page.lowers.index("said")
    assert extent_figures(page, Candidate("clause_before", cue, "say", cue - 1, [(0, 4)])) == []
