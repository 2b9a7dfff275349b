from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.variants import variants
from tests.unit.transform.annotate.quotes.conftest import OpenPage, words


def test_other_ends_of_what_is_reported(page_of: OpenPage) -> None:
    page = page_of("Ida Holm said the bridge is not safe, but she crossed it on Monday.")
    start, cue = page.lowers.index("the"), page.lowers.index("said")
    end = page.lowers.index(",")
    found = {
        name: words(page, [content])[0]
        for name, content in variants(page, Candidate("clause_bare", cue, "say", 1, [(start, end)]))
    }
    assert found["to_sentence_end"] == "the bridge is not safe, but she crossed it on Monday"


def test_shorter_contents_end_before_commas_and_conjunctions(page_of: OpenPage) -> None:
    page = page_of("Ida Holm said the bridge is not safe, but she crossed it on Monday.")
    start, cue = page.lowers.index("the"), page.lowers.index("said")
    whole = (start, page.lowers.index("."))
    found = list(variants(page, Candidate("clause_bare", cue, "say", 1, [whole])))
    assert ("to_comma", "the bridge is not safe") in [(name, words(page, [content])[0]) for name, content in found]
    assert all(content[1] <= whole[1] for _, content in found)


def test_participle_of_the_reporter_is_not_taken_in(page_of: OpenPage) -> None:
    page = page_of("Ida Holm insists that the lock is safe, claiming that she mended it.")
    start, cue = page.lowers.index("that"), page.lowers.index("insists")
    content = (start, page.lowers.index(","))
    found = list(variants(page, Candidate("clause_that", cue, "insist", 1, [content])))
    assert [name for name, (_, end) in found if end > content[1]] == []


def test_content_before_its_cue_has_no_other_ends(page_of: OpenPage) -> None:
    page = page_of("The bridge is not safe, Ida Holm said.")
    assert list(variants(page, Candidate("clause_before", page.lowers.index("said"), "say", None, [(0, 5)]))) == []


def test_comma_that_hands_over_to_marks_ends_nothing(page_of: OpenPage) -> None:
    page = page_of("Holm said that Renn came back, and told the police, “everything he did.”")
    content = (page.lowers.index("that"), page.lowers.index("did") + 1)
    found = list(variants(page, Candidate("clause_that", page.lowers.index("said"), "say", 0, [content])))
    ends = [page.texts[end - 1] for name, (_, end) in found if name == "to_comma"]
    assert ends == ["back"]
