from tests.conftest import Parse
from tests.unit.transform.annotate.quotes.conftest import said


def test_phrase_that_the_parse_makes_the_whole_sentence_ends_before_its_comma(parse: Parse) -> None:
    article = parse("According to long-time harbour master Jonas Berg, the pier “reeks of decay” and neglect.")
    assert said(article) == [("long-time harbour master Jonas Berg", ["the pier “reeks of decay” and neglect"])]
