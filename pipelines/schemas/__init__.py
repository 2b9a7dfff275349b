"""Every table, declared once: validation, DDL, comments, lineage columns and the dictionary come from here."""

from typing import NamedTuple

import dataframely as dy

from pipelines.schemas.articles import ArticleAuthors, ArticleRevisions, Articles, Paragraphs, Sentences
from pipelines.schemas.names import (
    OrganizationMentions,
    Organizations,
    People,
    PersonAliases,
    PersonMentions,
    PersonRoles,
    PlaceMentions,
    Places,
)
from pipelines.schemas.ops import Checks, Columns, Files, Rejects, Runs, Tables
from pipelines.schemas.overrides import Overrides, Tombstones
from pipelines.schemas.quotes import DateMentions, Quotes, QuoteSpans
from pipelines.schemas.revisions import RevisionChanges, RevisionQuotes
from pipelines.schemas.statements import QuoteClusterMembers, QuoteClusters
from pipelines.schemas.working import (
    LocalOrganizationMentions,
    LocalOrganizations,
    LocalPeople,
    LocalPersonMentions,
    LocalPersonRoles,
    LocalQuotes,
    LocalQuoteSpans,
    PlaceSpans,
)

TABLES: dict[str, type[dy.Schema]] = {
    "articles": Articles,
    "article_revisions": ArticleRevisions,
    "people": People,
    "article_authors": ArticleAuthors,
    "paragraphs": Paragraphs,
    "sentences": Sentences,
    "person_aliases": PersonAliases,
    "organizations": Organizations,
    "person_roles": PersonRoles,
    "person_mentions": PersonMentions,
    "organization_mentions": OrganizationMentions,
    "places": Places,
    "place_mentions": PlaceMentions,
    "quotes": Quotes,
    "quote_spans": QuoteSpans,
    "quote_clusters": QuoteClusters,
    "quote_cluster_members": QuoteClusterMembers,
    "revision_quotes": RevisionQuotes,
    "revision_changes": RevisionChanges,
    "date_mentions": DateMentions,
    "ops.runs": Runs,
    "ops.files": Files,
    "ops.rejects": Rejects,
    "ops.overrides": Overrides,
    "ops.tombstones": Tombstones,
    "ops.checks": Checks,
    "ops.tables": Tables,
    "ops.columns": Columns,
}
"""The warehouse, parents before children."""

ANNOTATION_TABLES: dict[str, type[dy.Schema]] = {
    "sentences": Sentences,
    "local_people": LocalPeople,
    "local_person_mentions": LocalPersonMentions,
    "local_person_roles": LocalPersonRoles,
    "local_organizations": LocalOrganizations,
    "local_organization_mentions": LocalOrganizationMentions,
    "place_spans": PlaceSpans,
    "local_quotes": LocalQuotes,
    "local_quote_spans": LocalQuoteSpans,
    "date_mentions": DateMentions,
}
"""What one chunk of reading yields, one Parquet file each."""


POSITIONS = (
    ("sentence_index", "sentences", "sentence_index"),
    ("last_sentence_index", "sentences", "sentence_index"),
    ("paragraph_index", "paragraphs", "paragraph_index"),
)
"""Columns that tell a sentence or paragraph of the row's article, its table, and the column there."""


class ForeignKey(NamedTuple):
    """Columns of one table that refer to columns of another."""

    table: str
    columns: tuple[str, ...]
    parent_table: str
    parent_columns: tuple[str, ...]


def foreign_keys(table_name: str) -> list[ForeignKey]:
    """All references of a table: those its columns declare, and those to sentences and paragraphs by position."""
    schema = TABLES[table_name]
    keys = []
    for name, column in schema.columns().items():
        target = (column.metadata or {}).get("fk")
        if target:
            parent, _, parent_column = target.partition(".")
            keys.append(ForeignKey(table_name, (name,), parent, (parent_column or schema_key(parent),)))
    for own_position, parent, position in POSITIONS:
        if own_position in schema.column_names() and table_name != parent:
            keys.append(ForeignKey(table_name, ("article_id", own_position), parent, ("article_id", position)))
    return keys


def schema_key(table_name: str) -> str:
    """The one column that is the primary key of a table.

    Raises:
        ValueError: If the key has several columns.
    """
    (key,) = TABLES[table_name].primary_key()
    return key


def group_column(schema: type[dy.Schema]) -> str:
    """What a table's rows are compared and replaced by: their article, else the first column of their key."""
    names = schema.column_names()
    return "article_id" if "article_id" in names else [*schema.primary_key(), *names][0]
