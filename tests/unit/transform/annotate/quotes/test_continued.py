from pipelines.transform.annotate.quotes.read import read_quotes
from tests.conftest import Parse
from tests.unit.transform.annotate.quotes.conftest import said

SPEECH = "I walked on it myself and saw nothing wrong."


def test_statement_behind_a_sentence_without_marks(parse: Parse) -> None:
    article = parse(f"Holm said the pier had been closed for a week. “{SPEECH}”")
    assert said(article) == [("Holm", ["the pier had been closed for a week"]), ("Holm", [SPEECH])]
    assert [quote.method for quote in read_quotes(article)] == ["clause_bare", "continued"]


def test_statement_below_a_paragraph_that_ends_with_a_report(parse: Parse) -> None:
    article = parse(f"The town was angry, but Holm said the pier was safe.\n“{SPEECH}”")
    assert said(article)[-1] == ("Holm", [SPEECH])


def test_statement_below_a_sentence_that_reports_nothing(parse: Parse) -> None:
    article = parse(f"Holm said the pier was safe. It rained on Monday.\n“{SPEECH}”")
    assert SPEECH not in [words for _, [words] in said(article)]


def test_words_in_marks_that_open_a_sentence_of_the_writer_are_not_continued(parse: Parse) -> None:
    article = parse("Holm said many people complain. “Close it once and for all” is a slogan painted on many walls.")
    assert said(article) == [("Holm", ["many people complain"])]
