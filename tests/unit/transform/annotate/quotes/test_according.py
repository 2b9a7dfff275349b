from pipelines.transform.annotate.quotes.according import according_candidates
from tests.conftest import Parse
from tests.unit.transform.annotate.quotes.conftest import OpenPage, said, words


def test_phrase_that_the_parse_makes_the_whole_sentence_ends_before_its_comma(parse: Parse) -> None:
    article = parse("According to long-time harbour master Jonas Berg, the pier “reeks of decay” and neglect.")
    assert said(article) == [("long-time harbour master Jonas Berg", ["the pier “reeks of decay” and neglect"])]


def test_what_a_survey_finds(page_of: OpenPage) -> None:
    page = page_of("In a new poll of dockers, two of three are against the pier.")
    [found] = according_candidates(page)
    assert (found.construction, page.texts[found.source or 0]) == ("in_survey", "poll")
    assert words(page, found.content) == ["two of three are against the pier"]
