"""Describe people by all that the corpus says of them: names, roles, counts and days."""

import polars as pl

from pipelines.schemas.names import People, PersonAliases
from pipelines.transform.role_verbs import HEADING, LEADING

MISPRINT_SHARE = 0.01
"""Names in a smaller share of a person's articles are misprints or slips of reading, however full."""
_CLAUSE = rf"^(?:who|{'|'.join(sorted(HEADING | LEADING))})\b"
"""How a role begins that a verb states: ``who led the inquiry``."""


def describe_people(ids: pl.DataFrame, mentions: pl.DataFrame, roles: pl.DataFrame) -> pl.DataFrame:
    """One row per person, without ``quote_count``.

    Args:
        ids: People of single articles with ``person_id``, their names and ``published_date``.
        mentions: Mentions with ``person_id``.
        roles: Roles with ``person_id`` and ``stated_date``.
    """
    counts = mentions.filter(pl.col("person_id").is_not_null()).group_by("person_id").agg(mention_count=pl.len())
    seen = ids.group_by("person_id").agg(
        article_count=pl.col("article_id").n_unique(),
        first_seen_date=pl.col("published_date").min(),
        last_seen_date=pl.col("published_date").max(),
    )
    return (
        _fullest_names(ids)
        .join(seen, on="person_id", validate="1:1")
        .join(counts, on="person_id", how="left", validate="1:1")
        .join(_main_roles(roles), on="person_id", how="left", validate="1:1")
        .with_columns(pl.col("article_count").cast(pl.UInt32), pl.col("mention_count").fill_null(0).cast(pl.UInt32))
        .select([name for name in People.column_names() if name != "quote_count"])
        .sort("person_id")
    )


def describe_aliases(ids: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per person and printed name, with the id that the name alone had while its bearer was not known."""
    named = mentions.filter(pl.col("person_id").is_not_null() & pl.col("alias_name").is_not_null())
    used = named.group_by("person_id", "alias_name").agg(
        mention_count=pl.len().cast(pl.UInt32),
        former_person_id=pl.col("name_person_id").filter(pl.col("name_person_id") != pl.col("person_id")).min(),
    )
    return used.select(PersonAliases.column_names()).sort(PersonAliases.primary_key())


def _fullest_names(ids: pl.DataFrame) -> pl.DataFrame:
    """The name with most words written out, none but middle names as initials; then the longest, then most frequent."""
    name = pl.col("person_name")
    columns = ["person_name", "given_name", "family_name", "name_suffix"]
    return (
        ids.group_by("person_id", *columns)
        .agg(uses=pl.len())
        .filter(pl.col("uses") >= MISPRINT_SHARE * pl.col("uses").sum().over("person_id"))
        .sort(
            "person_id",
            name.str.contains(r"^\p{L}\b"),
            name.str.count_matches(r"\p{L}{2,}"),
            name.str.count_matches(r"\p{L}+"),
            name.str.to_uppercase() == name,
            "uses",
            name.str.len_chars(),
            name,
            descending=[False, False, True, True, False, True, True, False],
        )
        .unique("person_id", keep="first", maintain_order=True)
        .select("person_id", *columns)
    )


def _main_roles(roles: pl.DataFrame) -> pl.DataFrame:
    """The role stated most often, capitals and articles aside; of equals nouns before clauses, the latest, the longest.

    ``Union president`` names an office, ``who led the union`` tells what somebody did.
    """
    role = pl.col("role_text")
    return (
        roles.with_columns(role_key=role.str.to_lowercase().str.replace(r"^(an?|the|his|her|their) ", ""))
        .group_by("person_id", "role_key")
        .agg(main_role=role.sort().first(), uses=pl.len(), last_stated=pl.col("stated_date").max())
        .sort(
            "person_id",
            "uses",
            pl.col("main_role").str.contains(_CLAUSE),
            "last_stated",
            pl.col("main_role").str.len_chars(),
            "main_role",
            descending=[False, True, False, True, True, False],
            nulls_last=True,
        )
        .unique("person_id", keep="first", maintain_order=True)
        .select("person_id", "main_role")
    )
