from dataclasses import replace

import pytest

from pipelines.transform.annotate.article import ParsedArticle, parsed_article
from pipelines.transform.annotate.names.credits import name_photographers
from pipelines.transform.annotate.spans import CharSpan, NameSpan
from tests.conftest import Parse


def as_credit(article: ParsedArticle) -> ParsedArticle:
    paragraphs = [replace(paragraph, paragraph_type="credit") for paragraph in article.paragraphs]
    return parsed_article(article.article_id, article.text, article.published_date, paragraphs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("(Orla Penrose/Harbor Post)", ["Orla Penrose"], id="before a stroke"),
        pytest.param("(Orla Penrose, Pool Photo via AP)", ["Orla Penrose"], id="before a comma"),
        pytest.param("Photograph: Orla Penrose", ["Orla Penrose"], id="behind a word"),
        pytest.param("Photo by Orla van Penrose for the Harbor Post", [], id="small letters leave it open"),
        pytest.param("Photograph: Orla M. Penrose-Hale for The Post", ["Orla M. Penrose-Hale"], id="for a publisher"),
        pytest.param("(AP Photo/Orla Penrose)", [], id="agency first"),
        pytest.param("Getty Images", [], id="agency alone"),
        pytest.param("Photo: Ministry of Fisheries", [], id="organization"),
    ],
)
def test_credit_begins_with_a_person(parse: Parse, text: str, expected: list[str]) -> None:
    names = name_photographers(as_credit(parse(text)), [])

    assert [text[name.span.start : name.span.end] for name in names] == expected


def test_photographer_replaces_what_the_tagger_took(parse: Parse) -> None:
    text = "(Orla Penrose/Harbor Post)"
    tagged = [NameSpan(CharSpan(1, 20), "organization")]

    assert name_photographers(as_credit(parse(text)), tagged) == [NameSpan(CharSpan(1, 13), "person")]


def test_prose_is_left_alone(parse: Parse) -> None:
    assert name_photographers(parse("Orla Penrose, the mayor, spoke."), []) == []
