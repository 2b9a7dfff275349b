"""Decide which organizations of different articles are one."""

from typing import NamedTuple

import polars as pl

from pipelines.ids import content_id
from pipelines.schemas.names import ORGANIZATION_TYPES, OrganizationMentions, Organizations
from pipelines.schemas.working import OrganizationIds
from pipelines.transform.organization_keys import is_generic_name, name_key
from pipelines.transform.organization_names import initials, is_acronym, spelling_key
from pipelines.transform.resolve.memory import NO_MEMORY, Memory

LOCAL_KEY = ["article_id", "local_organization"]
"""What makes an organization of one article one."""

MIN_INITIALS = 3
"""Two capitals stand for too many names to be tied to one that no article explains."""


class ResolvedOrganizations(NamedTuple):
    """Organizations of the corpus, each frame sorted by key.

    Attributes:
        organizations: As the schema ``Organizations``.
        organization_mentions: As the schema ``OrganizationMentions``.
        organization_ids: As the schema ``OrganizationIds``.
    """

    organizations: pl.DataFrame
    organization_mentions: pl.DataFrame
    organization_ids: pl.DataFrame


def resolve_organizations(
    local_organizations: pl.DataFrame, local_organization_mentions: pl.DataFrame
) -> ResolvedOrganizations:
    """Join the organizations of all articles, as in `identify_organizations`, and describe them.

    Args:
        local_organizations: One row per organization of an article.
        local_organization_mentions: One row per mention.
    """
    ids = identify_organizations(local_organizations)
    return ResolvedOrganizations(
        describe_organizations(ids, local_organization_mentions),
        *tie_to_organizations(ids, local_organization_mentions),
    )


def identify_organizations(local_organizations: pl.DataFrame, memory: Memory = NO_MEMORY) -> pl.DataFrame:
    """Tell which organizations of all articles are one by their names.

    Spellings of one name are one organization. An acronym that stands alone in its article is the full name that
    other articles explain by it, else the only full name of the corpus with these initials; where several fit, it
    stays an organization of its own. A name that every town or country has one of (``City Council``) is another
    organization in each article.

    Args:
        local_organizations: One row per organization of an article.
        memory: Remembers the keys of names and of organizations.

    Returns:
        The columns of the schema ``OrganizationIds``, ``organization_name`` and ``organization_type``.
    """
    names = local_organizations.select("organization_name").unique()
    keyed = local_organizations.join(
        memory.recall("names_of_organizations", names, _with_keys), on="organization_name", validate="m:1"
    )
    keyed = keyed.join(_full_names_of_acronyms(keyed), on="name_key", how="left", validate="m:1").with_columns(
        name_key=pl.coalesce("full_key", "name_key"), place=pl.when("is_generic").then("article_id")
    )
    ids = memory.recall("ids_of_organizations", keyed.select("name_key", "place").unique(), _with_ids)
    return keyed.join(ids, on=["name_key", "place"], nulls_equal=True, validate="m:1").select(
        *LOCAL_KEY, "organization_id", "organization_name", "organization_type"
    )


def tie_to_organizations(ids: pl.DataFrame, local_organization_mentions: pl.DataFrame) -> list[pl.DataFrame]:
    """Make the rows of ``organization_mentions`` and ``organization_ids`` of some articles.

    Args:
        ids: From `identify_organizations`, the rows of these articles.
        local_organization_mentions: As the schema ``LocalOrganizationMentions``.
    """
    mentions = local_organization_mentions.join(
        ids.select(*LOCAL_KEY, "organization_id"), on=LOCAL_KEY, how="left", validate="m:1"
    )
    made = ((mentions, OrganizationMentions), (ids, OrganizationIds))
    return [rows.select(schema.column_names()).sort(schema.primary_key()) for rows, schema in made]


def describe_organizations(ids: pl.DataFrame, local_organization_mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per organization: the longest of its names, its most frequent kind, and its counts.

    Args:
        ids: From `identify_organizations`, all rows of some organizations.
        local_organization_mentions: Reads ``LOCAL_KEY``, of all articles that mention one of them.
    """
    counts = (
        local_organization_mentions.join(ids.select(*LOCAL_KEY, "organization_id"), on=LOCAL_KEY, validate="m:1")
        .group_by("organization_id")
        .agg(article_count=pl.col("article_id").n_unique(), mention_count=pl.len())
    )
    return (
        ids.group_by("organization_id")
        .agg(organization_name=_fullest_name())
        .join(_most_frequent_type(ids), on="organization_id", validate="1:1")
        .join(counts, on="organization_id", how="left", validate="1:1")
        .with_columns(pl.col("article_count", "mention_count").fill_null(0).cast(pl.UInt32))
        .select(Organizations.column_names())
        .sort("organization_id")
    )


def _with_keys(names: pl.DataFrame) -> pl.DataFrame:
    """Add key, initials and shape of each name; the initials of an acronym and of short names are null."""
    printed = names["organization_name"].to_list()
    return names.with_columns(
        name_key=pl.Series(map(name_key, printed), dtype=pl.String),
        is_acronym=pl.Series(map(is_acronym, printed), dtype=pl.Boolean),
        is_generic=pl.Series(map(is_generic_name, printed), dtype=pl.Boolean),
        initials=pl.Series(map(_initials_key, printed), dtype=pl.String),
    )


def _initials_key(name: str) -> str | None:
    letters = initials(name)
    return spelling_key(letters) if len(letters) >= MIN_INITIALS and not is_acronym(name) else None


def _full_names_of_acronyms(keyed: pl.DataFrame) -> pl.DataFrame:
    """For each acronym, the key of the one full name it stands for; acronyms that fit several are left out."""
    acronyms = keyed.filter("is_acronym").select("name_key").unique()
    full = keyed.filter(~pl.col("is_acronym") & ~pl.col("is_generic")).select(
        "initials",
        full_key="name_key",
        explained=pl.col("acronym").str.to_lowercase().str.replace_all(r"[^a-z0-9]", ""),
    )
    by_explanation, by_initials = (
        full.filter(pl.col(column).is_not_null())
        .group_by(name_key=column)
        .agg(pl.col("full_key").unique())
        .with_columns(
            full_key=pl.when(pl.col("full_key").list.len() == 1).then(pl.col("full_key").list.first()),
            is_ambiguous=pl.col("full_key").list.len() > 1,
        )
        for column in ("explained", "initials")
    )
    return (
        acronyms.join(by_explanation, on="name_key", how="left", validate="1:1")
        .join(by_initials, on="name_key", how="left", validate="1:1", suffix="_of_initials")
        .filter(pl.col("is_ambiguous").is_null() | ~pl.col("is_ambiguous"))
        .select("name_key", full_key=pl.coalesce("full_key", "full_key_of_initials"))
        .filter(pl.col("full_key").is_not_null())
    )


def _with_ids(keys: pl.DataFrame) -> pl.DataFrame:
    """Add ``organization_id``, the hash of a name, and of the article where the name is another's in each."""
    ids = [content_id("organization", *key) for key in keys.select("name_key", "place").iter_rows()]
    return keys.with_columns(organization_id=pl.Series(ids, dtype=pl.String))


def _fullest_name() -> pl.Expr:
    """The longest spelling; of equals one that is not all capitals, then the first of the alphabet."""
    name = pl.col("organization_name")
    return name.sort_by(-name.str.len_chars().cast(pl.Int64), name.str.to_uppercase() == name, name).first()


def _most_frequent_type(ids: pl.DataFrame) -> pl.DataFrame:
    """The kind that most articles tell; of equals the first in the schema's list. ``other`` counts as not told."""
    order = pl.col("organization_type").replace_strict(
        ORGANIZATION_TYPES, list(range(len(ORGANIZATION_TYPES))), return_dtype=pl.Int64
    )
    return (
        ids.group_by("organization_id", "organization_type")
        .agg(votes=pl.len())
        .sort("organization_id", pl.col("organization_type") == "other", -pl.col("votes").cast(pl.Int64), order)
        .unique("organization_id", keep="first", maintain_order=True)
        .select("organization_id", "organization_type")
    )
