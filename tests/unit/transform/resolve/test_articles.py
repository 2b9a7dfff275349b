from datetime import UTC, datetime

import polars as pl
import pytest

from pipelines.schemas.articles import Articles
from pipelines.schemas.working import ArticleCopies, StructuredArticles
from pipelines.transform.resolve.articles import describe_articles

ARTICLE = "a" * 16
SEEN_AT = datetime(2025, 3, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("names_agency", "is_carried_widely", "expected"),
    [
        pytest.param(True, False, True, id="an agency's name on it"),
        pytest.param(False, True, True, id="in several papers"),
        pytest.param(False, False, False, id="a paper's own"),
    ],
)
def test_wire_copy(names_agency: bool, is_carried_widely: bool, expected: bool) -> None:
    structured = {"article_id": ARTICLE, "names_agency": names_agency}
    copies = {"article_id": ARTICLE, "is_carried_widely": is_carried_widely}
    ingests = {
        "article_id": [ARTICLE],
        "revision": [1],
        "first_ingested_at": [SEEN_AT],
        "ingested_at": [SEEN_AT],
        "run_id": ["run-1"],
    }

    articles = describe_articles(
        pl.DataFrame([structured], schema=StructuredArticles.create_empty().schema),
        pl.DataFrame([copies], schema=ArticleCopies.create_empty().schema),
        pl.DataFrame(ingests),
    )

    assert articles.columns == Articles.column_names()
    assert articles["is_wire_copy"].to_list() == [expected]
