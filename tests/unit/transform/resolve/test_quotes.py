from typing import Any

import polars as pl
import pytest

from pipelines.ids import quote_id
from pipelines.schemas.names import People, PlaceMentions
from pipelines.schemas.working import LocalQuotes, LocalQuoteSpans
from pipelines.transform.resolve.quotes import ResolvedQuotes, count_quotes, resolve_quotes

ARTICLE = "a" * 16
PERSON = "b" * 16
ORGANIZATION = "c" * 16


def local_quote(number: int, start: int, **columns: Any) -> dict[str, Any]:
    return {
        "article_id": ARTICLE,
        "local_quote": number,
        "sentence_index": 0,
        "quote_type": "direct",
        "char_start": start,
        "char_end": start + 9,
        "quoted_word_count": 2,
        "speaker_type": "unknown",
        "method": "test",
    } | columns


def piece(quote: int, index: int, text: str) -> dict[str, Any]:
    return {
        "article_id": ARTICLE,
        "local_quote": quote,
        "span_index": index,
        "char_start": index,
        "char_end": index + 1,
        "text": text,
    }


def resolve(*quotes: dict[str, Any], pieces: list[dict[str, Any]] | None = None) -> ResolvedQuotes:
    place = {"article_id": ARTICLE, "char_start": 40, "char_end": 44, "mention_type": "name", "place_id": 703448}
    return resolve_quotes(
        pl.DataFrame(quotes, schema=LocalQuotes.create_empty().schema),
        pl.DataFrame(
            pieces or [piece(quote["local_quote"], 0, "Words") for quote in quotes],
            schema=LocalQuoteSpans.create_empty().schema,
        ),
        pl.DataFrame(
            {"article_id": [ARTICLE], "local_person": [0], "person_id": [PERSON]},
            schema_overrides={"local_person": pl.UInt32},
        ),
        pl.DataFrame(
            {"article_id": [ARTICLE], "local_organization": [0], "organization_id": [ORGANIZATION]},
            schema_overrides={"local_organization": pl.UInt32},
        ),
        pl.DataFrame([place], schema=PlaceMentions.create_empty().schema),
        pl.DataFrame(
            {"article_id": [ARTICLE] * 3, "sentence_index": [0, 1, 2], "char_start": [0, 30, 60]},
            schema_overrides={"sentence_index": pl.UInt32, "char_start": pl.UInt32},
        ),
    )


@pytest.mark.parametrize(
    ("local", "column", "expected"),
    [
        pytest.param({"local_person": 0}, "speaker_person_id", PERSON, id="person"),
        pytest.param({"local_organization": 0}, "speaker_organization_id", ORGANIZATION, id="organization"),
        pytest.param({"place_char_start": 40}, "speaker_place_id", 703448, id="place"),
        pytest.param({"local_person": None}, "speaker_person_id", None, id="nobody"),
    ],
)
def test_speaker_takes_the_id_of_the_corpus(local: dict[str, int], column: str, expected: str | int | None) -> None:
    assert resolve(local_quote(0, 5, **local)).quotes[column].to_list() == [expected]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        pytest.param(20, 0, id="within its first sentence"),
        pytest.param(30, 0, id="up to the next one"),
        pytest.param(31, 1, id="into the next one"),
        pytest.param(90, 2, id="into the last one"),
    ],
)
def test_the_last_sentence_is_the_one_that_it_ends_in(end: int, expected: int) -> None:
    assert resolve(local_quote(0, 5, char_end=end)).quotes["last_sentence_index"].to_list() == [expected]


def test_text_joins_the_pieces_in_order() -> None:
    resolved = resolve(local_quote(0, 0), pieces=[piece(0, 1, "not today."), piece(0, 0, "No,")])

    assert resolved.quotes["text"].to_list() == ["No, not today."]
    assert resolved.quote_spans["quote_id"].unique().to_list() == resolved.quotes["quote_id"].to_list()


def test_key_is_extent_and_cue_not_position() -> None:
    later = resolve(local_quote(0, 5), local_quote(1, 30, cue_char_start=20))
    alone = resolve(local_quote(0, 30, cue_char_start=20))

    assert alone.quotes["quote_id"].to_list() == [quote_id(ARTICLE, 30, 39, 20)]
    assert set(alone.quotes["quote_id"]) <= set(later.quotes["quote_id"])


def test_fragments_are_not_counted_as_speech() -> None:
    people = People.create_empty().drop("quote_count")
    people = pl.DataFrame([{"person_id": PERSON, "person_name": "Ann Lee"}], schema=people.schema)
    quotes = resolve(local_quote(0, 0, local_person=0), local_quote(1, 20, local_person=0, quote_type="fragment"))

    assert count_quotes(people, quotes.quotes)["quote_count"].to_list() == [1]
