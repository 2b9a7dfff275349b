import pytest

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


def test_statement_behind_a_bare_verb_of_speech(parse: Parse) -> None:
    assert said(parse(f"The council’s Dina Strom agreed. “{SPEECH}”")) == [("The council’s Dina Strom", [SPEECH])]


def test_statement_behind_another_deed_of_the_person(parse: Parse) -> None:
    [quote] = read_quotes(parse(f"Then she closed the book. “{SPEECH}”"))
    assert (quote.quote_type, quote.confidence) == ("direct", 0.6)


def test_statement_behind_what_happened_has_no_speaker(parse: Parse) -> None:
    assert said(parse(f"The rain stopped at noon. “{SPEECH}”")) == []


def test_reopened_marks_take_the_speaker_of_a_later_paragraph(parse: Parse) -> None:
    article = parse(f"Dov Renn said the lock was old.\n“{SPEECH}\n“It will hold,” said Ida Holm.")
    assert said(article)[1:] == [("Ida Holm", [SPEECH]), ("Ida Holm", ["It will hold,"])]


def test_verb_that_opens_the_line_above(parse: Parse) -> None:
    assert said(parse(f"Replied Holm:\n“{SPEECH}”")) == [("Holm", [SPEECH])]


def test_words_in_marks_that_open_a_sentence_of_the_writer_are_not_continued(parse: Parse) -> None:
    article = parse("Holm said many people complain. “Close it once and for all” is a slogan painted on many walls.")
    assert said(article) == [("Holm", ["many people complain"])]


@pytest.mark.parametrize("heading", ["'A long way from the pier'", "“A LONG WAY FROM THE PIER”"])
def test_heading_of_quoted_words_is_not_continued(parse: Parse, heading: str) -> None:
    article = parse(f"“{SPEECH}” Holm said.\n{heading}\nIt rained on Monday.")
    assert said(article) == [("Holm", [SPEECH])]


def test_title_in_doubled_single_marks_is_not_continued(parse: Parse) -> None:
    article = parse("Holm said it was safe. They found it in Renn's book ''The Pier That Nobody Ever Wanted.''")
    assert said(article) == [("Holm", ["it was safe"])]
