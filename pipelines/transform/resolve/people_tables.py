"""Describe people by all that the corpus says of them, and tie their mentions and roles to them."""

from typing import NamedTuple

import polars as pl

from pipelines.schemas.names import NamedPeople, PersonAliases, PersonMentions, PersonRoles
from pipelines.schemas.working import PersonIds
from pipelines.transform.resolve.namesakes import LOCAL_KEY
from pipelines.transform.resolve.overrides import CONFIDENCE, METHOD
from pipelines.transform.role_verbs import HEADING, LEADING

LONE_NAME_METHOD = "name alone in the article"
LONE_NAME_CONFIDENCE = 0.8
MISPRINT_SHARE = 0.01
"""Names in a smaller share of a person's articles are misprints or slips of reading, however full."""
_CLAUSE = rf"^(?:who|{'|'.join(sorted(HEADING | LEADING))})\b"
"""How a role begins that a verb states: ``who led the inquiry``."""


class ResolvedPeople(NamedTuple):
    """People of the corpus, each frame sorted by key.

    Attributes:
        people: As the schema ``NamedPeople``.
        person_aliases: As the schema ``PersonAliases``.
        person_roles: As the schema ``PersonRoles``.
        person_mentions: As the schema ``PersonMentions``.
        person_ids: As the schema ``PersonIds``.
    """

    people: pl.DataFrame
    person_aliases: pl.DataFrame
    person_roles: pl.DataFrame
    person_mentions: pl.DataFrame
    person_ids: pl.DataFrame


def roles_of_people(local_person_roles: pl.DataFrame, organization_ids: pl.DataFrame) -> pl.DataFrame:
    """Add to roles the ``organization_id`` of where they are.

    Args:
        local_person_roles: Reads ``article_id`` and ``local_organization``.
        organization_ids: As the schema ``OrganizationIds``.
    """
    return local_person_roles.join(
        organization_ids, on=["article_id", "local_organization"], how="left", validate="m:1"
    )


def tie_to_people(ids: pl.DataFrame, local_person_mentions: pl.DataFrame, roles: pl.DataFrame) -> list[pl.DataFrame]:
    """Make the rows of ``person_roles``, ``person_mentions`` and ``person_ids`` of some articles.

    Args:
        ids: From `identify_people`, the rows of these articles.
        local_person_mentions: As the schema ``LocalPersonMentions``.
        roles: From `roles_of_people`; roles of people who could not be told are left out.
    """
    stated = roles.join(ids.select(*LOCAL_KEY, "person_id", stated_date="published_date"), on=LOCAL_KEY, validate="m:1")
    made = ((stated, PersonRoles), (_linked(local_person_mentions, ids), PersonMentions), (ids, PersonIds))
    return [rows.select(schema.column_names()).sort(schema.primary_key()) for rows, schema in made]


def describe_people(
    ids: pl.DataFrame, local_person_mentions: pl.DataFrame, roles: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Make the rows of ``named_people`` and ``person_aliases`` of some people.

    Args:
        ids: From `identify_people`, all rows of these people.
        local_person_mentions: Reads ``LOCAL_KEY`` and ``alias_name``, of all articles that mention one of them.
        roles: Reads ``LOCAL_KEY`` and ``role_text``, of the same articles.
    """
    mentions = local_person_mentions.join(
        ids.select(*LOCAL_KEY, "person_id", "name_person_id"), on=LOCAL_KEY, validate="m:1"
    )
    stated = roles.join(ids.select(*LOCAL_KEY, "person_id", stated_date="published_date"), on=LOCAL_KEY, validate="m:1")
    return _people(ids, mentions, stated), _aliases(mentions)


def _linked(local_person_mentions: pl.DataFrame, ids: pl.DataFrame) -> pl.DataFrame:
    """Add ``person_id`` to mentions; a link that could not be made has neither confidence nor method."""
    linked = pl.col("person_id").is_not_null()
    return local_person_mentions.join(
        ids.select(*LOCAL_KEY, "person_id", "is_by_lone_name", "is_by_override"),
        on=LOCAL_KEY,
        how="left",
        validate="m:1",
    ).with_columns(
        confidence=pl.when(linked & pl.col("is_by_override"))
        .then(CONFIDENCE)
        .when(linked & pl.col("is_by_lone_name"))
        .then(pl.col("confidence") * LONE_NAME_CONFIDENCE)
        .when(linked)
        .then("confidence"),
        method=pl.when(linked & pl.col("is_by_override"))
        .then(pl.lit(METHOD))
        .when(linked & pl.col("is_by_lone_name"))
        .then(pl.lit(LONE_NAME_METHOD))
        .when(linked)
        .then("method"),
    )


def _people(ids: pl.DataFrame, mentions: pl.DataFrame, roles: pl.DataFrame) -> pl.DataFrame:
    """One row per person.

    Args:
        ids: People of single articles with ``person_id``, their names and ``published_date``.
        mentions: Mentions with ``person_id``.
        roles: Roles with ``person_id`` and ``stated_date``.
    """
    counts = mentions.group_by("person_id").agg(mention_count=pl.len())
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
        .select(NamedPeople.column_names())
        .sort("person_id")
    )


def _aliases(mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per person and printed name, with the id that the name alone had while its bearer was not known."""
    used = (
        mentions.drop_nulls("alias_name")
        .group_by("person_id", "alias_name")
        .agg(
            mention_count=pl.len().cast(pl.UInt32),
            former_person_id=pl.col("name_person_id").filter(pl.col("name_person_id") != pl.col("person_id")).min(),
        )
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
