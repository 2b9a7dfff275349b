from pipelines.transform.annotate.quotes.nouns import noun_candidates
from tests.conftest import Parse
from tests.unit.transform.annotate.quotes.conftest import OpenPage, said, words


def test_what_a_noun_of_speech_is_said_to_be(page_of: OpenPage) -> None:
    page = page_of("Her answer was that widows can count.")
    [found] = [candidate for candidate in noun_candidates(page) if candidate.construction == "noun_is"]
    assert (page.lowers[found.cue], page.lowers[found.source or 0]) == ("answer", "her")
    assert words(page, found.content) == ["that widows can count"]


def test_what_another_noun_is(page_of: OpenPage) -> None:
    page = page_of("Her problem was that widows can count.")
    assert "noun_is" not in [candidate.construction for candidate in noun_candidates(page)]


def test_owner_is_named_without_its_ending(parse: Parse) -> None:
    assert said(parse("The union’s reply was blunt: “We will not sign a deal like that.”")) == [
        ("The union", ["We will not sign a deal like that."])
    ]
