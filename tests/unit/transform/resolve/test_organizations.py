import polars as pl
import pytest

from pipelines.schemas.working import LocalOrganizationMentions, LocalOrganizations
from pipelines.transform.resolve.organizations import ResolvedOrganizations, resolve_organizations


def article_id(number: int) -> str:
    return f"{number:016x}"


def resolve(*names: str | tuple[str, str]) -> ResolvedOrganizations:
    """Resolve one organization per article, each mentioned once; a pair is a name and its acronym."""
    pairs = [(name, None) if isinstance(name, str) else name for name in names]
    organizations = [
        {
            "article_id": article_id(number),
            "local_organization": 0,
            "organization_name": name,
            "acronym": acronym,
            "organization_type": "other",
        }
        for number, (name, acronym) in enumerate(pairs)
    ]
    mentions = [
        {
            "article_id": article_id(number),
            "char_start": 0,
            "char_end": len(name),
            "sentence_index": 0,
            "text": name,
            "confidence": 0.9,
            "method": "head word",
            "mention_type": "name",
            "local_organization": 0,
        }
        for number, (name, _) in enumerate(pairs)
    ]
    return resolve_organizations(
        pl.DataFrame(organizations, schema=LocalOrganizations.create_empty().schema),
        pl.DataFrame(mentions, schema=LocalOrganizationMentions.create_empty().schema),
    )


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["Harbour Safety Board", "the Harbour Safety Board"], 1, id="article"),
        pytest.param([("Harbour Safety Board", "HSB"), "HSB"], 1, id="acronym explained elsewhere"),
        pytest.param(["Halvorsen Shipping Ltd.", "Halvorsen Shipping"], 1, id="legal form"),
        pytest.param([("Harbour Safety Board", "HSB"), ("Hill School Board", "HSB"), "HSB"], 3, id="acronym of two"),
        pytest.param(["City Council", "City Council"], 2, id="every town has one"),
        pytest.param(["Ministry of Health", "Ministry of Finance"], 2, id="different names"),
    ],
)
def test_which_are_one(names: list[str | tuple[str, str]], expected: int) -> None:
    assert resolve(*names).organizations.height == expected


def test_order_of_articles_does_not_matter() -> None:
    names = ["Harbour Safety Board", "Harbor Bank Inc.", "the Harbor Bank"]

    forward, backward = resolve(*names).organizations, resolve(*reversed(names)).organizations

    assert set(forward["organization_id"]) == set(backward["organization_id"])


def test_mentions_and_articles_are_counted() -> None:
    row = resolve("Harbour Safety Board", "the Harbour Safety Board").organizations.row(0, named=True)

    assert (row["mention_count"], row["article_count"]) == (2, 2)
