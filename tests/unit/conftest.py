"""One short article and everything that is said of it, as frames of the warehouse."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pipelines.load.marts import create_marts, read_marts
from pipelines.load.tables import build_database
from pipelines.schemas import TABLES

ARTICLE = "a" * 16
PERSON = "b" * 16
QUOTE = "c" * 16
TEXT = "“The bridge is safe,” Mara Lind said Monday in Paris."
SEEN_AT = datetime(2025, 3, 4, 12, tzinfo=UTC)
SHA256 = "0" * 64
OTHER_ARTICLE = "e" * 16
COUNTRY, CITY = 690791, 703448


def span(words: str) -> dict[str, Any]:
    """Where words stand in the article, as the columns of a table with offsets."""
    start = TEXT.index(words)
    return {"article_id": ARTICLE, "char_start": start, "char_end": start + len(words), "text": words}


ROWS: dict[str, list[dict[str, Any]]] = {
    "articles": [
        {
            "article_id": ARTICLE,
            "source_uri": "harbor/bridge.txt",
            "source_format": "text",
            "text": TEXT,
            "word_count": 9,
            "content_sha256": SHA256,
            "revision": 1,
            "first_ingested_at": SEEN_AT,
            "ingested_at": SEEN_AT,
            "is_wire_copy": False,
            "run_id": "run-1",
        }
    ],
    "article_revisions": [
        {
            "article_id": ARTICLE,
            "revision": 1,
            "content_sha256": SHA256,
            "text": TEXT,
            "ingested_at": SEEN_AT,
            "run_id": "run-1",
        }
    ],
    "paragraphs": [span(TEXT) | {"paragraph_index": 0, "paragraph_type": "body"}],
    "sentences": [span(TEXT) | {"sentence_index": 0, "paragraph_index": 0}],
    "people": [
        {
            "person_id": PERSON,
            "person_name": "Mara Lind",
            "article_count": 1,
            "mention_count": 1,
            "quote_count": 1,
            "first_seen_date": date(2025, 3, 4),
        }
    ],
    "person_mentions": [span("Mara Lind") | {"sentence_index": 0, "person_id": PERSON, "mention_type": "name"}],
    "quotes": [
        span("The bridge is safe,")
        | {
            "quote_id": QUOTE,
            "sentence_index": 0,
            "last_sentence_index": 0,
            "quote_type": "direct",
            "quoted_word_count": 4,
            "speaker_type": "person",
            "speaker_person_id": PERSON,
            "method": "quote_then_speaker",
            "cue_text": "said",
            "cue_char_start": TEXT.index("said"),
            "cue_char_end": TEXT.index("said") + 4,
        }
    ],
    "quote_spans": [span("The bridge is safe,") | {"quote_id": QUOTE, "span_index": 0}],
}


@pytest.fixture
def frames() -> dict[str, pl.DataFrame]:
    """A frame per table; those that the article gives no rows for are empty."""
    return {name: frame(name, ROWS.get(name, [])) for name in TABLES}


def frame(table: str, rows: list[Mapping[str, Any]]) -> pl.DataFrame:
    """Rows of a table with its types; columns that are left out are null."""
    return pl.DataFrame(rows, schema=TABLES[table].create_empty().schema)


@pytest.fixture
def warehouse(tmp_path: Path, frames: dict[str, pl.DataFrame]) -> Path:
    """One article about a bridge in Kyiv, and a copy of it."""
    copy = {"article_id": OTHER_ARTICLE, "source_uri": "other/copy.txt", "duplicate_of_article_id": ARTICLE}
    copied = {
        name: pl.concat([frames[name], frames[name].with_columns(article_id=pl.lit(OTHER_ARTICLE))])
        for name in ("paragraphs", "sentences", "person_mentions")
    }
    quote = frames["quotes"].with_columns(article_id=pl.lit(OTHER_ARTICLE), quote_id=pl.lit("f" * 16))
    place = {"latitude": 50.4, "longitude": 30.5, "article_count": 1, "mention_count": 1}
    places = [
        place | {"place_id": COUNTRY, "place_name": "Ukraine", "place_type": "country"},
        place | {"place_id": CITY, "place_name": "Kyiv", "place_type": "city", "parent_place_id": COUNTRY},
    ]
    mention = span("Paris") | {"place_id": CITY, "sentence_index": 0, "mention_type": "name"}
    articles = pl.concat(
        [frames["articles"], frames["articles"].with_columns(**{key: pl.lit(value) for key, value in copy.items()})]
    )
    path = tmp_path / "news.duckdb"
    build_database(
        path,
        frames
        | copied
        | {"articles": articles, "quotes": pl.concat([frames["quotes"], quote])}
        | {"places": frame("places", places), "place_mentions": frame("place_mentions", [mention])},
    )
    create_marts(path, read_marts())
    return path
