import polars as pl
import pytest

from pipelines.transform.resolve.authors import resolve_authors

ADA, BO = "a" * 16, "b" * 16


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        pytest.param("Ada Quill", ADA, id="same name"),
        pytest.param("Ada J. Quill", ADA, id="middle initial"),
        pytest.param("ADA QUILL", ADA, id="capitals"),
        pytest.param("Quill", None, id="surname"),
        pytest.param("Tom Okafor", None, id="in no article"),
        pytest.param("Sam Reed", None, id="name of two people"),
    ],
)
def test_author_is_the_person_of_that_name(author: str, expected: str | None) -> None:
    aliases = pl.DataFrame(
        {
            "person_id": [ADA, ADA, ADA, BO],
            "alias_name": ["Ada Quill", "Quill", "Sam Reed", "Sam Reed"],
        }
    )
    authors = pl.DataFrame({"article_id": ["0" * 16], "position": [1], "author_name": [author]})

    assert resolve_authors(authors, aliases)["person_id"].to_list() == [expected]
