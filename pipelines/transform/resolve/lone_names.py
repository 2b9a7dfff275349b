"""Tell whom a name means that stands alone in its article: ``Quill``, ``Ada``."""

import polars as pl

from pipelines.transform.resolve.bearers import DOMINANT_SHARE

WELL_KNOWN_ARTICLES = 5
"""Articles that name a person before the given name alone is taken for that person."""

LOCAL_KEY = ["article_id", "local_person"]


def bearers_of_lone_names(lone: pl.DataFrame, full: pl.DataFrame) -> pl.DataFrame:
    """Number the people whom names alone stand for.

    A name alone is the person who dominates those of the corpus who bear it as a surname or as a given name. Else, a
    surname of others means nobody that could be told; a given name of several is a person of that article; any other
    name is one person wherever it stands.

    Args:
        lone: People of articles by a single name; reads ``family_form``, ``as_given`` and ``gender``.
        full: People of articles by full name, with their ``bearer``.

    Returns:
        The rows of ``lone`` that could be told, with ``bearer`` and with ``by_lone_name`` true where the bearer is one
        of ``full``.
    """
    bearers = _bearers(full)
    known = _dominant_bearers(lone, bearers, full)
    unknown = lone.join(known, on=LOCAL_KEY, how="anti").join(
        bearers.filter("is_surname"), left_on="family_form", right_on="name_form", how="anti"
    )
    common = bearers.filter(~pl.col("is_surname")).group_by("name_form").len().filter(pl.col("len") > 1)
    is_common = pl.col("as_given").is_in(common["name_form"].implode())
    place = pl.when(is_common).then(pl.concat_str("article_id", "local_person", separator=" "))
    identity = pl.concat_str("family_form", place.fill_null(""), separator=" ")
    first_free = full["bearer"].len() + 1
    own = unknown.with_columns(bearer=first_free + identity.rank("dense").cast(pl.Int64))
    return pl.concat([known, own], how="diagonal")


def _bearers(full: pl.DataFrame) -> pl.DataFrame:
    """One row per person and surname or given name, with the person's sex and number of articles."""
    names = pl.concat(
        [
            full.select("bearer", name_form="family_form", is_surname=True),
            full.select("bearer", name_form="given_form", is_surname=False),
        ]
    )
    known = full.group_by("bearer").agg(
        bearer_gender=pl.col("gender").drop_nulls().mode().sort().first(),
        bearer_articles=pl.col("article_id").n_unique(),
    )
    return names.unique().join(known, on="bearer", validate="m:1")


def _dominant_bearers(lone: pl.DataFrame, bearers: pl.DataFrame, full: pl.DataFrame) -> pl.DataFrame:
    """People of the article itself are no candidates: whoever read it did not take the name for theirs."""
    by_surname = lone.join(bearers.filter("is_surname"), left_on="family_form", right_on="name_form")
    by_given = lone.join(bearers.filter(~pl.col("is_surname")), left_on="as_given", right_on="name_form")
    candidates = (
        pl.concat([by_surname, by_given])
        .sort(*LOCAL_KEY, "bearer", "is_surname", descending=[False, False, False, True])
        .unique([*LOCAL_KEY, "bearer"], keep="first", maintain_order=True)
        .join(full.select("article_id", "bearer"), on=["article_id", "bearer"], how="anti")
        .filter((pl.col("gender") == pl.col("bearer_gender")).fill_null(value=True))
        .with_columns(share=pl.col("bearer_articles") / pl.col("bearer_articles").sum().over(LOCAL_KEY))
    )
    return (
        candidates.filter(pl.col("share") >= DOMINANT_SHARE)
        .filter(pl.col("is_surname") | (pl.col("bearer_articles") >= WELL_KNOWN_ARTICLES))
        .select(*lone.columns, "bearer")
        .with_columns(by_lone_name=pl.lit(value=True))
    )
