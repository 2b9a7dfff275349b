"""Tell people apart whom articles call by nothing but a given name: ``Zoe``."""

import polars as pl

from pipelines.transform.resolve.namesakes import LOCAL_KEY, Appearance, linked, role_domains, role_evidence


def identities_of_given_names(given: pl.DataFrame, roles: pl.DataFrame) -> pl.DataFrame:
    """Join the articles that give a bearer of a given name one trade or organization; the others mean their own.

    A girl called Zoe in one article is not a girl called Zoe in the next; two singers called so are one.

    Args:
        given: People of articles by a given name alone; reads ``family_form``.
        roles: Roles, with ``role_text`` and ``organization_id``.

    Returns:
        ``article_id``, ``local_person`` and ``given_identity``.
    """
    own_roles = roles.join(given, on=LOCAL_KEY, how="semi")
    told = given.join(_telling_marks(own_roles), on=LOCAL_KEY, how="left", validate="1:1")
    by_name: dict[str, list[Appearance]] = {}
    for article_id, number, name, marks in told.select(*LOCAL_KEY, "family_form", "marks").iter_rows():
        by_name.setdefault(name, []).append(Appearance(article_id, number, frozenset(marks or ())))
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


def _telling_marks(roles: pl.DataFrame) -> pl.DataFrame:
    """The trades and organizations that roles name: not ``girl``, not ``victim``."""
    told = roles.group_by(LOCAL_KEY).agg("role_text", "organization_id")
    marks = [
        [mark for mark in sorted(role_evidence(texts, keys)) if mark in role_domains() or mark in keys]
        for texts, keys in told.select("role_text", "organization_id").iter_rows()
    ]
    return told.select(LOCAL_KEY).with_columns(marks=pl.Series(marks, dtype=pl.List(pl.String)))
