"""Decide which people of different articles are one."""

import polars as pl

from pipelines.ids import content_id
from pipelines.transform.person_names import given_key, name_form
from pipelines.transform.resolve.full_names import FORM_COLUMNS, bearers_of_full_names
from pipelines.transform.resolve.lone_names import bearers_of_lone_names
from pipelines.transform.resolve.memory import NO_MEMORY, Memory
from pipelines.transform.resolve.namesakes import LOCAL_KEY
from pipelines.transform.resolve.overridden_people import override_bearers
from pipelines.transform.resolve.overrides import NO_PERSON_LINKS, PersonLinks
from pipelines.transform.resolve.people_tables import ResolvedPeople, describe_people, roles_of_people, tie_to_people

NAME_COLUMNS = ["person_name", "given_name", "family_name", "name_suffix"]


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
    roles = roles_of_people(local_person_roles, organization_ids)
    ids = identify_people(local_people, roles, articles, article_copies, links, memory)
    people, aliases = describe_people(ids, local_person_mentions, roles)
    return ResolvedPeople(people, aliases, *tie_to_people(ids, local_person_mentions, roles))


def identify_people(
    local_people: pl.DataFrame,
    roles: pl.DataFrame,
    articles: pl.DataFrame,
    article_copies: pl.DataFrame,
    links: PersonLinks = NO_PERSON_LINKS,
    memory: Memory = NO_MEMORY,
) -> pl.DataFrame:
    """Tell who the people of articles are; the arguments are those of `resolve_people`.

    Args:
        local_people: One row per person of an article.
        roles: From `roles_of_people`; reads ``LOCAL_KEY``, ``role_text`` and ``organization_id``.
        articles: Reads ``article_id`` and ``published_date``.
        article_copies: As the schema ``ArticleCopies``.
        links: What people have corrected.
        memory: Remembers the forms of names, and who bears them.

    Returns:
        The columns of the schema ``PersonIds``, the names, and ``published_date``, of those who could be told.
    """
    forms = memory.recall("forms_of_names", local_people.select(NAME_COLUMNS).unique(), _forms)
    in_order = articles.select("article_id", "published_date").sort("published_date", "article_id", nulls_last=True)
    named = local_people.join(forms, on=NAME_COLUMNS, nulls_equal=True, validate="m:1").join(
        in_order.with_row_index("article_order"), on="article_id", how="left", validate="m:1"
    )
    full = bearers_of_full_names(named.filter("is_full"), roles, memory)
    lone = bearers_of_lone_names(named.filter(~pl.col("is_full")), full, roles, article_copies)
    keyed = _keyed(override_bearers(pl.concat([full, lone], how="diagonal"), named, links), memory)
    return keyed.select(
        *LOCAL_KEY,
        "person_id",
        "name_person_id",
        *NAME_COLUMNS,
        "published_date",
        is_by_lone_name=pl.col("by_lone_name").fill_null(value=False),
        is_by_override=pl.col("by_override").fill_null(value=False),
    )


def _forms(names: pl.DataFrame) -> pl.DataFrame:
    """The normal form of each name."""
    forms = [name_form(*row) for row in names.iter_rows()]
    return (
        names.with_columns(
            given_form=pl.Series([form.given for form in forms], dtype=pl.String),
            middle_form=pl.Series([" ".join(form.middle) for form in forms], dtype=pl.String),
            family_form=pl.Series([form.family for form in forms], dtype=pl.String),
            suffix_form=pl.Series([form.suffix for form in forms], dtype=pl.String),
            as_given=pl.Series([given_key(name) for name in names["person_name"]], dtype=pl.String),
        )
        .with_columns(
            is_full=pl.col("given_form") != "",
            name_key=pl.concat_str("given_form", "family_form", "suffix_form", separator=" ").str.strip_chars(),
            form_hash=pl.struct(FORM_COLUMNS).hash(),
        )
        .with_columns(name_hash=pl.col("name_key").hash())
    )


def _keyed(bearers: pl.DataFrame, memory: Memory) -> pl.DataFrame:
    """Add ``person_id`` and, per name, the id that a person of this name alone has."""
    later = pl.col("by_override").is_not_null().cast(pl.UInt64)
    place_of_all = (later * 2**32 + pl.col("article_order").cast(pl.UInt64)) * 2**31 + pl.col("local_person")
    earliest = (
        bearers.filter(pl.col("by_lone_name").is_null())
        .with_columns(place_of_all=place_of_all)
        .filter(pl.col("place_of_all") == pl.col("place_of_all").min().over("bearer"))
        .sort("place_of_all")
        .with_columns(
            is_namesake=~pl.col("name_hash").is_first_distinct(),
            is_second_here=~pl.struct("name_hash", "article_order").is_first_distinct(),
        )
    )
    place = pl.when("is_second_here").then(pl.concat_str("article_id", "local_person", separator=" "))
    keys = earliest.select("bearer", "name_key", place=pl.when("is_namesake").then(pl.coalesce(place, "article_id")))
    names = bearers.select("name_key", "name_hash").unique("name_hash")
    wanted = pl.concat([keys.drop("bearer"), names.select("name_key", place=pl.lit(None, pl.String))]).unique()
    known = memory.recall("ids_of_people", wanted, _with_ids)
    ids = keys.join(known, on=["name_key", "place"], nulls_equal=True, validate="1:1").select("bearer", "person_id")
    of_names = known.filter(pl.col("place").is_null()).select("name_key", name_person_id="person_id")
    name_ids = names.join(of_names, on="name_key", validate="1:1").drop("name_key")
    return (
        bearers.select(
            *LOCAL_KEY, *NAME_COLUMNS, "published_date", "bearer", "name_hash", "by_lone_name", "by_override"
        )
        .join(ids, on="bearer", validate="m:1")
        .join(name_ids, on="name_hash", validate="m:1")
    )


def _with_ids(keys: pl.DataFrame) -> pl.DataFrame:
    """Add ``person_id``, the hash of a name, and of an article and the place in it where others bear the name too."""
    return keys.with_columns(
        person_id=pl.Series([content_id("person", *key) for key in keys.iter_rows()], dtype=pl.String)
    )
