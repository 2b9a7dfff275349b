from datetime import UTC, datetime
from typing import Any

import polars as pl
import pytest

from pipelines.extract.identity import canonical_id, part_versions
from pipelines.schemas.working import SourceArticles

ARTICLE, OTHER = "a" * 16, "b" * 16


@pytest.mark.parametrize(
    "address",
    [
        "https://tarn.example/news/rain",
        "http://TARN.example:80/news/rain/",
        "https://tarn.example:443/news/rain?utm_source=letter#comments",
    ],
)
def test_ways_to_write_one_address(address: str) -> None:
    assert canonical_id(address) == "http://tarn.example/news/rain"


@pytest.mark.parametrize("source_id", ["tag:tarn.example,2025:rain", "urn:newsml:tarn:7", "http://[broken", "7"])
def test_other_ids_stay_as_they_are(source_id: str) -> None:
    assert canonical_id(source_id) == source_id


def test_parameters_that_name_the_page_stay() -> None:
    assert canonical_id("https://tarn.example/?id=7&gclid=x") == "http://tarn.example?id=7"


def versions(*rows: dict[str, Any]) -> pl.DataFrame:
    common = {
        "source_format": "rss",
        "text": "It rains.",
        "content_sha256": "0" * 64,
        "modified_at": datetime(2025, 3, 9, tzinfo=UTC),
    }
    filled = [common | {"file_uri": row["source_uri"]} | row for row in rows]
    return SourceArticles.validate(pl.DataFrame(filled, schema=SourceArticles.create_empty().schema))


def test_version_that_was_changed_last_counts() -> None:
    monday, tuesday = (datetime(2025, 3, day, tzinfo=UTC) for day in (3, 4))
    found = part_versions(
        versions(
            {"article_id": ARTICLE, "source_uri": "a", "updated_at": tuesday},
            {"article_id": ARTICLE, "source_uri": "b", "published_at": monday},
            {"article_id": ARTICLE, "source_uri": "c"},
            {"article_id": OTHER, "source_uri": "d"},
            {"article_id": OTHER, "source_uri": "e"},
        )
    )

    assert found.latest["source_uri"].to_list() == ["a", "e"]
    assert found.superseded["source_uri"].to_list() == ["b", "c", "d"]
