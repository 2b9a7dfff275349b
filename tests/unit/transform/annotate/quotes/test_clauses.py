import pytest

from pipelines.transform.annotate.quotes.candidates import disjoint
from pipelines.transform.annotate.quotes.clauses import clause_candidates
from pipelines.transform.annotate.quotes.noun_phrases import subject_of
from pipelines.transform.annotate.quotes.propose import propose
from pipelines.transform.annotate.quotes.read import read_quotes
from tests.conftest import Parse
from tests.unit.transform.annotate.quotes.conftest import OpenPage, said, words


def test_clause_that_the_parse_hung_on_a_noun(page_of: OpenPage) -> None:
    page = page_of("Ida Holm told reporters on the steps that the bridge was not safe, adding that she knew.")
    found = [
        words(page, candidate.content)
        for candidate in clause_candidates(page, page.lowers.index("told"))
        if candidate.construction == "clause_that"
    ]
    assert found == [["that the bridge was not safe"]]


def test_clause_that_begins_with_a_bare_noun(page_of: OpenPage) -> None:
    page = page_of("Hugo Bann wrote in a letter to staff that pay would be cut.")
    found = [words(page, candidate.content) for candidate in clause_candidates(page, page.lowers.index("wrote"))]
    assert ["that pay would be cut"] in found


def test_joined_clauses_with_that(parse: Parse) -> None:
    article = parse("She said that the lock “was not fit for ships,” that it was old and that it would be closed.")
    assert ("She", ["that the lock “was not fit for ships,” that it was old and that it would be closed"]) in said(
        article
    )


def test_inserted_attribution_with_an_apposition(parse: Parse) -> None:
    article = parse("Tindal, said her lawyer, Piet Aro, would testify again on Tuesday.")
    assert [content for _, content in said(article)] == [["Tindal", "would testify again on Tuesday"]]


def test_second_participle_of_the_reporter(parse: Parse) -> None:
    article = parse("Bruno Holm resigned, saying he had lost the vote and adding that the dam was never safe.")
    assert said(article) == [
        ("Bruno Holm", ["he had lost the vote"]),
        ("Bruno Holm", ["that the dam was never safe"]),
    ]


def test_subject_before_a_participle_is_that_of_the_verb(parse: Parse) -> None:
    article = parse("Teel, calling the vote “a sad day for the state,” said she was “not angry, only tired.”")
    assert ("Teel", ["she was “not angry, only tired.”"]) in said(article)


def test_subject_of_an_added_participle_is_no_object(page_of: OpenPage) -> None:
    page = page_of("Meanwhile, it attacked Renn, saying he had offended the dockers.")
    assert subject_of(page, page.lowers.index("saying")) == page.lowers.index("it")


def test_auxiliary_of_a_question_names_nobody(parse: Parse) -> None:
    assert said(parse("Has he said that he will stay?")) == [("he", ["that he will stay"])]


def test_consequence_is_not_reported(page_of: OpenPage) -> None:
    page = page_of("Ida Holm warned so loudly in the hall that the windows shook.")
    found = [candidate.construction for candidate in clause_candidates(page, page.lowers.index("warned"))]
    assert "clause_that" not in found


def test_setting_behind_the_attribution_is_not_reported(parse: Parse) -> None:
    article = parse("‘Neighbours say that I must be mad,’ she said, when we walked with her along the pier.")
    [quote] = read_quotes(article)
    assert quote.quote_type == "direct"
    assert [article.text[piece.start : piece.end] for piece in quote.pieces] == ["Neighbours say that I must be mad,"]


def test_statement_ends_with_its_mark(parse: Parse) -> None:
    article = parse("She repeatedly says, “Don't you jump,” until a siren is heard.")
    [quote] = read_quotes(article)
    assert [article.text[piece.start : piece.end] for piece in quote.pieces] == ["Don't you jump,"]


@pytest.mark.parametrize(
    "text",
    ["What does the new bridge look like?", "What is the bridge expected to cost?", "How safe does the bridge seem?"],
)
def test_content_of_questions_is_in_order(page_of: OpenPage, text: str) -> None:
    contents = [candidate.content for candidate in propose(page_of(text))]
    assert contents == [disjoint(content) for content in contents]


def test_question_with_if_is_asked(page_of: OpenPage) -> None:
    page = page_of("Asked by Holm if the pier was safe, the keeper laughed.")
    found = [
        words(page, each.content)
        for each in clause_candidates(page, page.texts.index("Asked"))
        if each.construction == "clause_question"
    ]
    assert found == [["if the pier was safe"]]


def test_subject_that_the_parse_took_for_an_object(parse: Parse) -> None:
    article = parse("Holm argued the old pier, which is loved by anglers, “would not last a winter” without repairs.")
    content = "the old pier, which is loved by anglers, “would not last a winter” without repairs"
    assert said(article) == [("Holm", [content])]


def test_reading_without_the_surer_report_that_it_holds(parse: Parse) -> None:
    article = parse("Holm insisted that he has “repaired the whole wall,” claiming that the town owes him money.")
    assert said(article) == [
        ("Holm", ["that he has “repaired the whole wall,”"]),
        ("Holm", ["that the town owes him money"]),
    ]


def test_second_report_behind_marks(parse: Parse) -> None:
    article = parse("Renn said the dam was “a danger to us all,” and told the police the keys were “gone for good.”")
    assert said(article) == [
        ("Renn", ["the dam was “a danger to us all,”"]),
        ("Renn", ["the keys were “gone for good.”"]),
    ]
