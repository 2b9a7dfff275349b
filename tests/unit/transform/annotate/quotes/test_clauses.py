import pytest

from pipelines.transform.annotate.quotes.candidates import disjoint
from pipelines.transform.annotate.quotes.clauses import clause_candidates
from pipelines.transform.annotate.quotes.propose import propose
from pipelines.transform.annotate.quotes.read import read_quotes
from tests.conftest import Parse
from tests.unit.transform.annotate.quotes.conftest import OpenPage, words


def test_clause_that_the_parse_hung_on_a_noun(page_of: OpenPage) -> None:
    page = page_of("Ida Holm told reporters on the steps that the bridge was not safe, adding that she knew.")
    found = [
        words(page, candidate.content)
        for candidate in clause_candidates(page, page.lowers.index("told"))
        if candidate.construction == "clause_that"
    ]
    assert found == [["that the bridge was not safe"]]


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
