"""What has to be told anew of people and organizations, when those of some articles are others than they were."""

from collections.abc import Sequence
from typing import NamedTuple

import polars as pl

from pipelines.stages.digests import groups_of_changed_rows
from pipelines.stages.tables import StageTable
from pipelines.transform.resolve import organizations, people_tables
from pipelines.transform.resolve.namesakes import LOCAL_KEY

PEOPLE_TABLES = ("named_people", "person_aliases", "person_roles", "person_mentions", "person_ids")
ORGANIZATION_TABLES = ("organizations", "organization_mentions", "organization_ids")
ROLE_COLUMNS = [*LOCAL_KEY, "role_text", "local_organization"]


class ChangedNames(NamedTuple):
    """``group_key`` of the articles that are told of anew, and of the people or organizations; None for all."""

    articles: pl.DataFrame | None
    named: pl.DataFrame | None

    def of_articles(self, ids: pl.DataFrame) -> pl.DataFrame:
        """Rows of these articles."""
        return ids if self.articles is None else _of(ids, "article_id", self.articles)

    def of_named(self, ids: pl.DataFrame, key: str) -> tuple[pl.DataFrame, pl.DataFrame | None]:
        """All rows of these people or organizations, and ``group_key`` of the articles that name one of them."""
        if self.named is None:
            return ids, None
        rows = _of(ids, key, self.named)
        return rows, rows.select(group_key="article_id").unique()


def changed_names(
    ids: pl.DataFrame, ids_before: StageTable, key: str, changes: Sequence[pl.DataFrame] | None
) -> ChangedNames:
    """Find the articles that name others than they did or tell of them otherwise, and whom they name and named.

    Args:
        ids: Whom the names of all articles mean; has the columns of ``ids_before``.
        ids_before: As they were.
        key: Column of who it is.
        changes: ``group_key`` of the articles that have changed; None if all must be told anew.
    """
    if changes is None:
        return ChangedNames(None, None)
    before = ids_before.frame()
    others = groups_of_changed_rows(before, ids.select(before.columns), pl.col("article_id"))
    articles = pl.concat([*changes, others]).unique()
    named = pl.concat([_of(rows, "article_id", articles).select(group_key=key) for rows in (before, ids)])
    return ChangedNames(articles, named.unique())


def people_told_anew(
    ids: pl.DataFrame,
    changed: ChangedNames,
    local_person_mentions: StageTable,
    local_person_roles: StageTable,
    organization_ids: StageTable,
) -> people_tables.ResolvedPeople:
    """Make the rows of the people and articles that changed.

    Args:
        ids: From `identify_people`, of all articles.
        changed: From `changed_names`.
        local_person_mentions: As the schema ``LocalPersonMentions``.
        local_person_roles: As the schema ``LocalPersonRoles``.
        organization_ids: As the schema ``OrganizationIds``.
    """
    rows, articles = changed.of_named(ids, "person_id")
    described = people_tables.describe_people(
        rows,
        local_person_mentions.rows_of(articles, [*LOCAL_KEY, "alias_name"]),
        local_person_roles.rows_of(articles, [*LOCAL_KEY, "role_text"]),
    )
    roles = local_person_roles.rows_of(changed.articles)
    tied = people_tables.tie_to_people(
        changed.of_articles(ids),
        local_person_mentions.rows_of(changed.articles),
        people_tables.roles_of_people(roles, organization_ids.rows_of(changed.articles)),
    )
    return people_tables.ResolvedPeople(*described, *tied)


def organizations_told_anew(
    ids: pl.DataFrame, changed: ChangedNames, local_organization_mentions: StageTable
) -> organizations.ResolvedOrganizations:
    """Make the rows of the organizations and articles that changed.

    Args:
        ids: From `identify_organizations`, of all articles.
        changed: From `changed_names`.
        local_organization_mentions: As the schema ``LocalOrganizationMentions``.
    """
    rows, articles = changed.of_named(ids, "organization_id")
    described = organizations.describe_organizations(
        rows, local_organization_mentions.rows_of(articles, organizations.LOCAL_KEY)
    )
    tied = organizations.tie_to_organizations(
        changed.of_articles(ids), local_organization_mentions.rows_of(changed.articles)
    )
    return organizations.ResolvedOrganizations(described, *tied)


def _of(rows: pl.DataFrame, column: str, groups: pl.DataFrame) -> pl.DataFrame:
    return rows.join(groups, left_on=column, right_on="group_key", how="semi")
