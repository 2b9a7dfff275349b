import pytest

from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import (
    SourceArticle,
    SourceBlock,
    Stated,
    check_article,
    check_text,
    place_blocks,
    place_body,
)


def test_blocks_stand_where_their_places_say() -> None:
    text, placed = place_blocks(
        [SourceBlock("headline", "Rain"), SourceBlock("body", " It rains \n here. "), SourceBlock("body", " \n")]
    )

    assert text == "Rain\n\nIt rains\nhere."
    assert [(kind, text[start:end]) for kind, start, end in placed] == [
        ("headline", "Rain"),
        ("body", "It rains\nhere."),
    ]


@pytest.mark.parametrize(
    ("headline", "body", "text"),
    [
        pytest.param("Rain", "It rains.\r\n \r\n\r\nIt pours. ", "Rain\n\nIt rains.\n\nIt pours.", id="blank lines"),
        pytest.param("Rain", "Rain\nIt rains.", "Rain\nIt rains.", id="begins with it"),
        pytest.param(None, "It rains.", "It rains.", id="none"),
        pytest.param("Rain \n falls", "It rains.", "Rain falls\n\nIt rains.", id="broken headline"),
    ],
)
def test_headline_stands_above_the_text(headline: str | None, body: str, text: str) -> None:
    assert place_body(headline, body) == text


@pytest.mark.parametrize(
    ("text", "error_code"),
    [
        pytest.param(" \r\n\t", "blank", id="white space"),
        pytest.param("\ufeff", "blank", id="byte order mark"),
        pytest.param("It\x00rains", "binary", id="NUL"),
        pytest.param("It rains \ud800", "undecodable", id="half a character"),
    ],
)
def test_texts_that_cannot_be_kept(text: str, error_code: str) -> None:
    with pytest.raises(RejectedInputError) as raised:
        check_text(text)

    assert raised.value.error_code == error_code


def test_what_is_stated_must_be_characters_too() -> None:
    with pytest.raises(RejectedInputError, match="half of a surrogate pair"):
        check_article(SourceArticle("It rains.", "text", b"", stated=Stated(headline="Rain \ud800")))
