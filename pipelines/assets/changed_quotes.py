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
    place_mentions: StageTable,
    dated: tuple[StageTable, StageTable, StageTable],
    of_all: Sequence[StageTable],
) -> pl.DataFrame | None:
    """Find the articles whose quotations may be others than they were.

    Args:
        warehouse: Has the quotations as they were.
        of_article: Tables of which an article's quotations read the article's rows, ``local_quotes`` first.
        place_mentions: Another, read only where a place speaks.
        dated: ``structured_articles``, ``article_copies`` and ``person_roles``: what somebody is called in one article
            may be who speaks in another.
        of_all: Tables of which each quotation reads all rows.

    Returns:
        ``group_key``; None if all have to be resolved anew.
    """
    changes = warehouse.changes(MADE, [place_mentions, *of_article, *dated, *of_all])
    if changes is None or any(groups.height for groups in changes[len(changes) - len(of_all) :]):
        return None
    of_places, *others = changes
    spoken = of_article[0].rows_of(of_places, ["article_id", "place_char_start"]).drop_nulls()
    own = pl.concat([*others, spoken.select(group_key="article_id")]).unique()
    of_copies, of_roles = others[len(of_article) + 1 :][:2]
    speakers = _people_of_other_roles(dated[2], of_copies, of_roles)
    stale = _spoken_in_other_roles(warehouse.stage("quotes"), speakers, own, dated)
    return pl.concat([own, stale]).unique()


def _people_of_other_roles(roles: StageTable, of_copies: pl.DataFrame, of_roles: pl.DataFrame) -> pl.Series:
    """People of whom an article states roles that became a copy, or none any more, or that states other roles."""
    told = [roles.rows_of(pl.concat([of_copies, of_roles]).unique(), ["person_id"])]
    if of_roles.height:
        told.append(roles.rows_before().select("person_id"))
    return pl.concat(told)["person_id"].unique()


def _spoken_in_other_roles(
    quotes: StageTable, speakers: pl.Series, own: pl.DataFrame, dated: tuple[StageTable, StageTable, StageTable]
) -> pl.DataFrame:
    """``group_key`` of the articles, those that change anyway left out, in which some people speak in other roles."""
    articles, copies, roles = dated
    columns = ["quote_id", "article_id", "speaker_person_id", "speaker_role"]
    spoken = quotes.rows_with("speaker_person_id", speakers, columns).join(
        own, left_on="article_id", right_on="group_key", how="anti"
    )
    days = articles.frame(["article_id", "published_date"])
    now = speaker_roles(spoken, roles_of_speakers(roles, spoken), days, copies.frame())
    renamed = spoken.rename({"speaker_role": "had"}).join(now, on="quote_id", validate="1:1")
    return renamed.filter(pl.col("had").ne_missing(pl.col("speaker_role"))).select(group_key="article_id")


def roles_of_speakers(person_roles: StageTable, quotes: pl.DataFrame) -> pl.DataFrame:
    """All roles of those who speak."""
    columns = ["article_id", "char_start", "person_id", "role_text", "stated_date"]
    return person_roles.rows_with("person_id", quotes["speaker_person_id"].drop_nulls().unique(), columns)


def people_counted_anew(quotes: StageTable, changes: Sequence[pl.DataFrame] | None) -> pl.DataFrame | None:
    """``group_key`` of the people who changed, speak in a quotation that did, or did so before; None for all.

    Args:
        quotes: As the schema ``Quotes``.
        changes: The groups of ``named_people`` and of ``quotes`` that have changed; None if all must be counted anew.
    """
    if changes is None:
        return None
    people, articles = changes
    spoken = [quotes.rows_of(articles, ["speaker_person_id"])]
    if articles.height:
        spoken.append(quotes.rows_before().select("speaker_person_id"))
    speakers = pl.concat(spoken).drop_nulls().select(group_key="speaker_person_id")
    return pl.concat([people, speakers]).unique()
