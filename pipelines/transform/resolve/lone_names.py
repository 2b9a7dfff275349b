"""Tell whom a name means that stands alone in its article: ``Quill``, ``Ada``, ``Pope Leo``."""

import polars as pl

from pipelines.transform.resolve.bearers import DOMINANT_SHARE
from pipelines.transform.resolve.given_names import identities_of_given_names
from pipelines.transform.resolve.namesakes import LOCAL_KEY
from pipelines.transform.resolve.rulers import with_rulers

WELL_KNOWN_ARTICLES = 5
"""Articles that name a person before the given name alone is taken for that person."""


def bearers_of_lone_names(
    lone: pl.DataFrame, full: pl.DataFrame, roles: pl.DataFrame, article_copies: pl.DataFrame
) -> pl.DataFrame:
    """Number the people whom names alone stand for.

    A ruler's name is the ruler wherever the title stands, whoever bears it as a given name. Another name alone is the
    person who dominates those of the corpus, rulers among them, who bear it as a surname or as a given name. Else, a
    surname of others means nobody that could be told; a given name is a person of that article and its copies, or of
    all articles that give its bearer one trade or organization; any other name is one person wherever it stands.

    Args:
        lone: People of articles by a single name; reads ``family_form``, ``as_given``, ``given_name``,
            ``name_suffix``, ``gender`` and ``article_order``, a number that stands for the article.
        full: People of articles by full name, with their ``bearer``.
        roles: Roles of people of articles; reads ``LOCAL_KEY``, ``role_text`` and ``organization_id``.
        article_copies: As the schema ``ArticleCopies``.

    Returns:
        The rows of ``lone`` that could be told, with ``bearer`` and with ``by_lone_name`` true where the bearer is one
        of ``full`` or a ruler.
    """
    told = with_rulers(lone, roles)
    rulers = _numbered(told.filter(pl.col("ruler").is_not_null()), pl.col("ruler"), full["bearer"].len())
    others = told.filter(pl.col("ruler").is_null())
    named = pl.concat([full, rulers.with_columns(given_form="family_form", family_form=None)], how="diagonal")
    bearers = _bearers(named, others)
    known = _dominant_bearers(others, bearers, named)
    unknown = others.join(known, on=LOCAL_KEY, how="anti").join(
        bearers.filter("is_surname"), left_on="family_form", right_on="name_form", how="anti"
    )
    identity = _identity(unknown, bearers, roles, article_copies)
    own = _numbered(unknown, identity, full["bearer"].len() + rulers.height)
    return pl.concat([rulers, known, own.drop_nulls("bearer")], how="diagonal").drop("ruler")


def _numbered(people: pl.DataFrame, identity: pl.Expr | pl.Series, after: int) -> pl.DataFrame:
    """Add ``bearer``, a number above ``after`` for each identity."""
    return (
        people.with_columns(identity=identity)
        .with_columns(bearer=after + pl.col("identity").rank("dense").cast(pl.Int64))
        .drop("identity")
    )


def _identity(
    unknown: pl.DataFrame, bearers: pl.DataFrame, roles: pl.DataFrame, article_copies: pl.DataFrame
) -> pl.Series:
    """What all articles have in common that mean one person by a name alone; null where nobody can tell.

    Of a name that an article gives to two people (``Mr. Quill and Mrs. Quill``) the sex is part.
    """
    common = bearers.filter(~pl.col("is_surname")).group_by("name_form").len().filter(pl.col("len") > 1)
    is_given = pl.col("given_name").is_not_null() | pl.col("as_given").is_in(common["name_form"].implode())
    given = identities_of_given_names(unknown.filter(is_given), roles, article_copies)
    is_shared = pl.len().over("article_id", "family_form").max().over("family_form") > 1
    sex = pl.when(is_shared).then(pl.concat_str(pl.lit(" "), "gender")).otherwise(pl.lit(""))
    return (
        unknown.join(given, on=LOCAL_KEY, how="left", validate="1:1", maintain_order="left")
        .select(pl.coalesce("given_identity", pl.concat_str("family_form", sex)))
        .to_series()
    )


def _bearers(named: pl.DataFrame, lone: pl.DataFrame) -> pl.DataFrame:
    """One row per person and surname or given name that also stands alone, with the person's sex and articles."""
    names = pl.concat(
        [
            named.select("bearer", name_form=form, is_surname=pl.lit(form == "family_form"))
            .filter(pl.col("name_form").is_in(lone[alone].drop_nulls().implode()))
            .unique()
            for form, alone in (("family_form", "family_form"), ("given_form", "as_given"))
        ]
    )
    women, men = ((pl.col("gender") == gender).sum() for gender in ("female", "male"))
    known = (
        named.join(names, on="bearer", how="semi")
        .group_by("bearer")
        .agg(
            bearer_gender=pl.when(men > women).then(pl.lit("male")).when(women > 0).then(pl.lit("female")),
            bearer_articles=pl.col("article_order").n_unique(),
        )
    )
    return names.join(known, on="bearer", validate="m:1")


def _dominant_bearers(lone: pl.DataFrame, bearers: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """People of the article itself are no candidates: whoever read it did not take the name for theirs."""
    by_surname = lone.join(bearers.filter("is_surname"), left_on="family_form", right_on="name_form")
    by_given = lone.join(bearers.filter(~pl.col("is_surname")), left_on="as_given", right_on="name_form")
    candidates = (
        pl.concat([by_surname, by_given])
        .sort(*LOCAL_KEY, "bearer", "is_surname", descending=[False, False, False, True])
        .unique([*LOCAL_KEY, "bearer"], keep="first", maintain_order=True)
        .join(named.select("article_id", "bearer"), on=["article_id", "bearer"], how="anti")
        .filter((pl.col("gender") == pl.col("bearer_gender")).fill_null(value=True))
        .with_columns(share=pl.col("bearer_articles") / pl.col("bearer_articles").sum().over(LOCAL_KEY))
    )
    return (
        candidates.filter(pl.col("share") >= DOMINANT_SHARE)
        .filter(pl.col("is_surname") | (pl.col("bearer_articles") >= WELL_KNOWN_ARTICLES))
        .select(*lone.columns, "bearer")
        .with_columns(by_lone_name=pl.lit(value=True))
    )
