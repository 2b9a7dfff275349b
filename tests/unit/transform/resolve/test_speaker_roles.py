"""The role in which somebody spoke is that of the day, and the article's own before all others."""

from datetime import date

import polars as pl
import pytest

from pipelines.schemas.names import PersonRoles
from pipelines.schemas.quotes import Quotes
from pipelines.schemas.working import ArticleCopies
from pipelines.transform.resolve.speaker_roles import with_speaker_roles

PERSON = "b" * 16
QUOTE = "c" * 16
DAYS = {"1": date(2031, 1, 1), "2": date(2031, 2, 1), "3": date(2031, 3, 1), "n": None}
ARTICLES = pl.DataFrame({"article_id": [letter * 16 for letter in DAYS], "published_date": list(DAYS.values())})


def role(letter: str, text: str, char_start: int = 0) -> dict[str, object]:
    return {
        "article_id": letter * 16,
        "person_id": PERSON,
        "role_text": text,
        "char_start": char_start,
        "stated_date": DAYS[letter],
    }


def role_in(letter: str, *roles: dict[str, object], person: str | None = PERSON, copies: str = "") -> str | None:
    """The role of a person who is quoted in an article."""
    schema = Quotes.create_empty().drop("speaker_role").schema
    quote = {"quote_id": QUOTE, "article_id": letter * 16, "speaker_person_id": person}
    copied = [{"article_id": copy * 16, "duplicate_of_article_id": "f" * 16} for copy in copies]
    told = with_speaker_roles(
        pl.DataFrame([quote], schema=schema),
        pl.DataFrame(roles, schema=PersonRoles.create_empty().schema),
        ARTICLES,
        pl.DataFrame(copied, schema=ArticleCopies.create_empty().schema),
    )
    assert told.columns == Quotes.column_names()
    found: str | None = told["speaker_role"].item()
    return found


@pytest.mark.parametrize(
    ("article", "roles", "expected"),
    [
        pytest.param("2", [role("1", "mayor"), role("2", "minister")], "minister", id="the article's own"),
        pytest.param("2", [role("2", "minister", 40), role("2", "mayor", 9)], "mayor", id="the first in the text"),
        pytest.param("3", [role("1", "mayor"), role("2", "minister")], "minister", id="the last stated by the day"),
        pytest.param("1", [role("2", "mayor"), role("3", "minister")], "mayor", id="else the first stated after it"),
        pytest.param("n", [role("1", "mayor")], None, id="an article without a day"),
        pytest.param("1", [role("n", "mayor")], None, id="a role without a day"),
        pytest.param("1", [], None, id="no role"),
    ],
)
def test_role_is_that_of_the_day(article: str, roles: list[dict[str, object]], expected: str | None) -> None:
    assert role_in(article, *roles) == expected


def test_copies_do_not_date_a_role() -> None:
    assert role_in("3", role("1", "mayor"), role("2", "minister"), copies="2") == "mayor"


def test_who_is_no_person_has_no_role() -> None:
    assert role_in("1", role("1", "mayor"), person=None) is None
