"""Which quotations have to be resolved anew, when articles, people or roles have changed."""

from collections.abc import Sequence

import polars as pl

from pipelines.assets.resources import Warehouse
from pipelines.stages.tables import StageTable
from pipelines.transform.resolve.speaker_roles import speaker_roles

MADE = ("quotes", "quote_spans")


def groups_of_quotes(
    warehouse: Warehouse,
    of_article: Sequence[StageTable],
    dated: tuple[StageTable, StageTable, StageTable],
    of_all: Sequence[StageTable],
) -> pl.DataFrame | None:
    """Find the articles whose quotations may be others than they were.

    Args:
        warehouse: Has the quotations as they were.
        of_article: Tables of which an article's quotations read the article's rows.
        dated: ``structured_articles``, ``article_copies`` and ``person_roles``: what somebody is called in one article
            may be who speaks in another.
        of_all: Tables of which each quotation reads all rows.

    Returns:
        ``group_key``; None if all have to be resolved anew.
    """
    changes = warehouse.changes(MADE, [*of_article, *dated, *of_all])
    if changes is None or any(groups.height for groups in changes[len(changes) - len(of_all) :]):
        return None
    own = pl.concat(changes).unique()
    articles, copies, roles = dated
    of_copies, of_roles = changes[len(of_article) + 1 :][:2]
    told = [roles.rows_of(pl.concat([of_copies, of_roles]).unique(), ["person_id"])]
    if of_roles.height:
        told.append(roles.rows_before().select("person_id"))
    speakers = pl.concat(told).unique()
    quotes = warehouse.stage("quotes").frame(["quote_id", "article_id", "speaker_person_id", "speaker_role"])
    spoken = quotes.join(speakers, left_on="speaker_person_id", right_on="person_id", how="semi").join(
        own, left_on="article_id", right_on="group_key", how="anti"
    )
    days = articles.frame(["article_id", "published_date"])
    now = speaker_roles(spoken, roles_of_speakers(roles, spoken), days, copies.frame())
    renamed = spoken.rename({"speaker_role": "had"}).join(now, on="quote_id", validate="1:1")
    stale = renamed.filter(pl.col("had").ne_missing(pl.col("speaker_role"))).select(group_key="article_id")
    return pl.concat([own, stale]).unique()


def roles_of_speakers(person_roles: StageTable, quotes: pl.DataFrame) -> pl.DataFrame:
    """All roles of those who speak."""
    roles = person_roles.frame(["article_id", "char_start", "person_id", "role_text", "stated_date"])
    return roles.join(quotes, left_on="person_id", right_on="speaker_person_id", how="semi")
