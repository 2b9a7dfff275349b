"""Decide which people of different articles are one."""

from typing import NamedTuple

import polars as pl

from pipelines.ids import content_id
from pipelines.schemas.names import PersonMentions, PersonRoles
from pipelines.transform.person_names import given_key, name_form
from pipelines.transform.resolve.full_names import bearers_of_full_names
from pipelines.transform.resolve.lone_names import bearers_of_lone_names
from pipelines.transform.resolve.memory import NO_MEMORY, Memory
from pipelines.transform.resolve.namesakes import LOCAL_KEY
from pipelines.transform.resolve.overridden_people import override_bearers
from pipelines.transform.resolve.overrides import CONFIDENCE, METHOD, NO_PERSON_LINKS, PersonLinks
from pipelines.transform.resolve.people_tables import describe_aliases, describe_people

NAME_COLUMNS = ["person_name", "given_name", "family_name", "name_suffix"]
LONE_NAME_METHOD = "name alone in the article"
LONE_NAME_CONFIDENCE = 0.8


class ResolvedPeople(NamedTuple):
    """People of the whole corpus.

    Attributes:
        people: As the schema ``People``, without ``quote_count``.
        person_aliases: As the schema ``PersonAliases``.
        person_roles: As the schema ``PersonRoles``.
        person_mentions: As the schema ``PersonMentions``.
        person_ids: ``article_id``, ``local_person`` and the ``person_id`` they stand for, where it could be told.
    """

    people: pl.DataFrame
    person_aliases: pl.DataFrame
    person_roles: pl.DataFrame
    person_mentions: pl.DataFrame
    person_ids: pl.DataFrame


def resolve_people(
    local_people: pl.DataFrame,
    local_person_mentions: pl.DataFrame,
    local_person_roles: pl.DataFrame,
    articles: pl.DataFrame,
    organization_ids: pl.DataFrame,
    article_copies: pl.DataFrame,
    links: PersonLinks = NO_PERSON_LINKS,
    memory: Memory = NO_MEMORY,
) -> ResolvedPeople:
    """Join the people of all articles by name and role.

    Full names are joined as in `bearers_of_full_names`, names alone in their article tied as in
    `bearers_of_lone_names`. Where nobody can tell, mentions keep a null ``person_id``.

    A person's key is a hash of the name in the earliest article that names the person, and for a later namesake of
    that article too (and of the place in it, where it names two). So a key stays when later articles are added; when
    two people turn out to be one, the other key stays behind as ``former_person_id`` of the alias.

    Args:
        local_people: One row per person of an article.
        local_person_mentions: One row per mention.
        local_person_roles: One row per role.
        articles: Reads ``article_id`` and ``published_date``.
        organization_ids: ``article_id``, ``local_organization`` and the ``organization_id`` they stand for.
        article_copies: As the schema ``ArticleCopies``.
        links: What people have corrected.
        memory: Remembers the forms of names, and who bears them.
    """
    dates = articles.select("article_id", "published_date")
    roles = local_person_roles.join(
        organization_ids, on=["article_id", "local_organization"], how="left", validate="m:1"
    ).join(dates, on="article_id", how="left", validate="m:1")
    forms = memory.recall("name_forms", local_people.select(NAME_COLUMNS).unique(), _forms)
    named = local_people.join(forms, on=NAME_COLUMNS, nulls_equal=True, validate="m:1").join(
        dates, on="article_id", how="left", validate="m:1"
    )
    full = bearers_of_full_names(named.filter("is_full"), roles, memory)
    lone = bearers_of_lone_names(named.filter(~pl.col("is_full")), full, roles, article_copies)
    ids = _keyed(override_bearers(pl.concat([full, lone], how="diagonal"), named, links), memory)
    mentions = _mentions(local_person_mentions, ids)
    stated = roles.join(ids.select(*LOCAL_KEY, "person_id"), on=LOCAL_KEY, validate="m:1").rename(
        {"published_date": "stated_date"}
    )
    return ResolvedPeople(
        people=describe_people(ids, mentions, stated),
        person_aliases=describe_aliases(ids, mentions),
        person_roles=stated.select(PersonRoles.column_names()).sort(PersonRoles.primary_key()),
        person_mentions=mentions.select(PersonMentions.column_names()).sort(PersonMentions.primary_key()),
        person_ids=ids.select(*LOCAL_KEY, "person_id").sort(LOCAL_KEY),
    )


def _forms(names: pl.DataFrame) -> pl.DataFrame:
    """The normal form of each name."""
    forms = [name_form(*row) for row in names.iter_rows()]
    return names.with_columns(
        given_form=pl.Series([form.given for form in forms], dtype=pl.String),
        middle_form=pl.Series([" ".join(form.middle) for form in forms], dtype=pl.String),
        family_form=pl.Series([form.family for form in forms], dtype=pl.String),
        suffix_form=pl.Series([form.suffix for form in forms], dtype=pl.String),
        as_given=pl.Series([given_key(name) for name in names["person_name"]], dtype=pl.String),
    ).with_columns(
        is_full=pl.col("given_form") != "",
        name_key=pl.concat_str("given_form", "family_form", "suffix_form", separator=" ").str.strip_chars(),
    )


def _keyed(bearers: pl.DataFrame, memory: Memory) -> pl.DataFrame:
    """Add ``person_id`` and, per name, the id that a person of this name alone has."""
    by_own_name = bearers.filter(pl.col("by_lone_name").is_null())
    first = by_own_name.sort(pl.col("by_override").is_not_null(), "published_date", *LOCAL_KEY, nulls_last=True)
    earliest = first.unique("bearer", keep="first", maintain_order=True).with_columns(
        is_namesake=pl.int_range(pl.len()).over("name_key") > 0,
        is_second_here=pl.int_range(pl.len()).over("name_key", "article_id") > 0,
    )
    place = pl.when("is_second_here").then(pl.concat_str("article_id", "local_person", separator=" "))
    keys = earliest.select("bearer", "name_key", place=pl.when("is_namesake").then(pl.coalesce(place, "article_id")))
    names = bearers.select("name_key", place=pl.lit(None, pl.String)).unique()
    wanted = pl.concat([keys.drop("bearer"), names]).unique()
    known = memory.recall("ids_of_people", wanted, _with_ids)
    ids = keys.join(known, on=["name_key", "place"], nulls_equal=True, validate="1:1").select("bearer", "person_id")
    name_ids = known.filter(pl.col("place").is_null()).select("name_key", name_person_id="person_id")
    return bearers.join(ids, on="bearer", validate="m:1").join(name_ids, on="name_key", validate="m:1")


def _with_ids(keys: pl.DataFrame) -> pl.DataFrame:
    """Add ``person_id``, the hash of a name, and of an article and the place in it where others bear the name too."""
    return keys.with_columns(
        person_id=pl.Series([content_id("person", *key) for key in keys.iter_rows()], dtype=pl.String)
    )


def _mentions(local_person_mentions: pl.DataFrame, ids: pl.DataFrame) -> pl.DataFrame:
    """Add ``person_id`` to mentions; a link that could not be made has neither confidence nor method."""
    by_lone_name = pl.col("by_lone_name").fill_null(value=False)
    by_override = pl.col("by_override").fill_null(value=False)
    linked = pl.col("person_id").is_not_null()
    return local_person_mentions.join(
        ids.select(*LOCAL_KEY, "person_id", "by_lone_name", "by_override", "name_person_id"),
        on=LOCAL_KEY,
        how="left",
        validate="m:1",
    ).with_columns(
        confidence=pl.when(linked & by_override)
        .then(CONFIDENCE)
        .when(linked & by_lone_name)
        .then(pl.col("confidence") * LONE_NAME_CONFIDENCE)
        .when(linked)
        .then("confidence"),
        method=pl.when(linked & by_override)
        .then(pl.lit(METHOD))
        .when(linked & by_lone_name)
        .then(pl.lit(LONE_NAME_METHOD))
        .when(linked)
        .then("method"),
    )
