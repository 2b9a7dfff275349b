import pytest

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.sources import choose_source, options
from tests.unit.transform.annotate.quotes.conftest import OpenPage


@pytest.mark.parametrize(
    ("text", "rule", "speaker"),
    [
        pytest.param("Ida Holm told Jan Berg that the bridge is not safe.", "holm", "holm", id="agrees_with_the_rule"),
        pytest.param("Ida Holm told Jan Berg that the bridge is not safe.", None, "holm", id="finds_a_subject"),
        pytest.param("Ida Holm told Jan Berg that the bridge is not safe.", "berg", "holm", id="corrects_the_rule"),
    ],
)
def test_likeliest_noun_of_the_sentence_speaks(page_of: OpenPage, text: str, rule: str | None, speaker: str) -> None:
    page = page_of(text)
    content = [(page.lowers.index("that"), page.lowers.index("."))]
    source = page.lowers.index(rule) if rule else None
    candidate = Candidate("clause_that", page.lowers.index("told"), "tell", source, content)
    chosen, certainty = choose_source(page, candidate, "clause")
    assert chosen is not None
    assert page.lowers[chosen] == speaker
    assert 0.5 < certainty <= 1


def test_words_in_marks_are_no_choice(page_of: OpenPage) -> None:
    page = page_of("“My brother saw the bridge,” Ida Holm said.")
    candidate = Candidate("quoted_after", page.lowers.index("said"), "say", None, [(1, 6)])
    assert [page.lowers[option] for option in options(page, candidate)] == ["holm"]


def test_an_impression_is_nobodys(page_of: OpenPage) -> None:
    page = page_of("The mayor seemed tired.")
    assert choose_source(page, Candidate("seeming", 2, "seem", None, [(0, 2), (3, 4)]), "clause") == (None, 1.0)
