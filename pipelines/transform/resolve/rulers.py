"""Tell popes and crowned heads, whom articles call by a given name: ``Pope Leo XIV``, ``Queen Mary``."""

import polars as pl

from pipelines.transform.resolve.bearers import DOMINANT_SHARE

RULES = {
    **dict.fromkeys(("pope", "pontiff", "patriarch"), "church"),
    **dict.fromkeys(("king", "queen", "prince", "princess", "emperor", "empress", "sultan", "emir", "tsar"), "crown"),
}
"""What the holders of each office rule: who has been a prince may be a king, but no pope."""

_BEHIND_OFFICE = r"(?:\s(?:of|for|and|emeritus)\b|[,–—(]).*$"


def with_rulers(lone: pl.DataFrame, roles: pl.DataFrame) -> pl.DataFrame:
    """Add ``ruler``: name, number and what is ruled; null for people without such an office.

    Whose number an article leaves out is the one whom nearly all articles mean that print one.

    Args:
        lone: People of articles by a single name; reads ``family_form`` and ``name_suffix``.
        roles: Roles, with ``role_text``.
    """
    office = pl.col("role_text").str.to_lowercase().str.replace(_BEHIND_OFFICE, "").str.extract(r"(\w+)$")
    offices = (
        roles.join(lone, on=["article_id", "local_person"], how="semi")
        .select("article_id", "local_person", rules=office.replace_strict(RULES, default=None))
        .drop_nulls("rules")
        .group_by("article_id", "local_person")
        .agg(pl.col("rules").min())
    )
    told = lone.join(offices, on=["article_id", "local_person"], how="left", validate="1:1")
    number = pl.coalesce("name_suffix", "usual_number").fill_null("")
    return (
        told.join(_usual_numbers(told), on=["family_form", "rules"], how="left", validate="m:1")
        .with_columns(ruler=pl.concat_str("family_form", number, "rules", separator=" "))
        .drop("rules", "usual_number")
    )


def _usual_numbers(told: pl.DataFrame) -> pl.DataFrame:
    """For each ruler's name the number that dominates the articles that print one."""
    return (
        told.filter(pl.col("rules").is_not_null() & pl.col("name_suffix").is_not_null())
        .group_by("family_form", "rules", usual_number="name_suffix")
        .agg(articles=pl.col("article_id").n_unique())
        .filter(pl.col("articles") >= DOMINANT_SHARE * pl.col("articles").sum().over("family_form", "rules"))
        .drop("articles")
    )
