"""Tell people apart whom articles call by nothing but a given name: ``Zoe``."""

import polars as pl

from pipelines.transform.resolve.namesakes import LOCAL_KEY, Appearance, evidence_of_roles, linked, telling_marks

_STORY = "story "


def identities_of_given_names(given: pl.DataFrame, roles: pl.DataFrame, article_copies: pl.DataFrame) -> pl.DataFrame:
    """Join the articles that give a bearer of a given name one trade or organization, or that copy one another.

    The others mean their own: a girl called Zoe in one article is not a girl called Zoe in the next; two singers
    called so are one, and so is a girl of one story that two papers print.

    Args:
        given: People of articles by a given name alone; reads ``family_form``.
        roles: Roles of people of articles; reads ``LOCAL_KEY``, ``role_text`` and ``organization_id``.
        article_copies: As the schema ``ArticleCopies``.

    Returns:
        ``article_id``, ``local_person`` and ``given_identity``.
    """
    evidence = evidence_of_roles(roles, given)
    originals = article_copies.filter(pl.col("duplicate_of_article_id").is_not_null())
    told = given.join(originals, on="article_id", how="left", validate="m:1")
    by_name: dict[str, list[Appearance]] = {}
    for article_id, number, name, original in told.select(
        *LOCAL_KEY, "family_form", "duplicate_of_article_id"
    ).iter_rows():
        marks = telling_marks(evidence.get((article_id, number), frozenset()))
        stories = {_STORY + article for article in (article_id, original) if article}
        by_name.setdefault(name, []).append(Appearance(article_id, number, marks | stories))
    rows = [
        (one.article_id, one.local_person, f"{name} {min(group)[:2]}")
        for name, appearances in by_name.items()
        for group in linked(appearances, lambda one: one.evidence)
        for one in group
    ]
    identities = pl.DataFrame(rows, schema=[*LOCAL_KEY, "given_identity"], orient="row")
    return identities.cast(
        {"article_id": pl.String, "local_person": given.schema["local_person"], "given_identity": pl.String}
    )
