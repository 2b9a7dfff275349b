import pytest

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.quotes.read import read_quotes
from pipelines.transform.annotate.spans import Attribution
from tests.conftest import Parse


def _pieces(article: ParsedArticle, quote: Attribution) -> list[str]:
    return [article.text[piece.start : piece.end] for piece in quote.pieces]


def _speaker(article: ParsedArticle, quote: Attribution) -> str | None:
    return quote.speaker and article.text[quote.speaker.start : quote.speaker.end]


@pytest.mark.parametrize(
    ("text", "pieces", "speaker"),
    [
        pytest.param(
            "“The bridge is not safe,” Mayor Ida Holm said.", ["The bridge is not safe,"], "Mayor Ida Holm", id="after"
        ),
        pytest.param(
            "“The bridge is not safe,” said Ida Holm, the mayor of Lund.",
            ["The bridge is not safe,"],
            "Ida Holm",
            id="inverted_with_apposition",
        ),
        pytest.param("She told reporters: “The bridge is not safe.”", ["The bridge is not safe."], "She", id="colon"),
        pytest.param(
            "“The bridge,” the mayor said, “is not safe.”",
            ["The bridge,", "is not safe."],
            "the mayor",
            id="interrupted",
        ),
        pytest.param(
            "“The bridge is not safe,” she said. “We must close it.”",
            ["The bridge is not safe,", "We must close it."],
            "she",
            id="goes_on_in_paragraph",
        ),
        pytest.param(
            "“The bridge is not safe,” said Ida Holm-Berger, the mayor of Lund.",
            ["The bridge is not safe,"],
            "Ida Holm-Berger",
            id="hyphenated_name",
        ),
        pytest.param(
            "“The bridge is not safe,” the 54-year-old said.",
            ["The bridge is not safe,"],
            "the 54-year-old",
            id="age_as_noun",
        ),
    ],
)
def test_direct_quotation(parse: Parse, text: str, pieces: list[str], speaker: str) -> None:
    article = parse(text)
    [quote] = read_quotes(article)
    assert (quote.quote_type, _pieces(article, quote), _speaker(article, quote)) == ("direct", pieces, speaker)


def test_adjective_with_a_hyphen_is_no_subject(parse: Parse) -> None:
    article = parse("Sergei Dornov, a pro-Kremlin, Riga-based analyst, said the bridge hasn’t been closed in earnest.")
    [quote] = read_quotes(article)
    assert _speaker(article, quote) == "Sergei Dornov"


def test_signature_in_a_line_of_its_own(parse: Parse) -> None:
    article = parse("“I crossed the bridge for forty years.”\n— Ida Holm-Berger, Lund\nThe bridge is closed.")
    [quote] = read_quotes(article)
    assert (quote.quote_type, quote.method, _speaker(article, quote)) == ("direct", "signature", "Ida Holm-Berger")


def test_verb_behind_a_label_is_the_speakers_own(parse: Parse) -> None:
    article = parse("HOLM: I thought that I owed it to the town.")
    [quote] = read_quotes(article)
    assert (quote.method, _pieces(article, quote)) == ("speaker_label", ["I thought that I owed it to the town"])


def test_second_verb_of_the_reporter_in_another_form(parse: Parse) -> None:
    article = parse("The board responded that the bridge can’t be mended quickly and emphasized the need for patience.")
    quotes = read_quotes(article)
    assert [(_speaker(article, quote), _pieces(article, quote)) for quote in quotes] == [
        ("The board", ["that the bridge can’t be mended quickly"]),
        ("The board", ["the need for patience"]),
    ]
