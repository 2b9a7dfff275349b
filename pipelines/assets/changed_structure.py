"""The structure of the articles that changed, and of those whose publisher is named anew by them."""

from collections.abc import Sequence

import polars as pl

from pipelines.stages.tables import Patch, StageTable
from pipelines.transform.structure.structure import rename_publishers, structure_articles


def patches_of_structure(
    raw_articles: StageTable, raw_paragraphs: StageTable, changes: Sequence[pl.DataFrame], made: Sequence[StageTable]
) -> list[Patch]:
    """Lay out the articles that changed.

    Args:
        raw_articles: As the schema ``RawArticles``.
        raw_paragraphs: As the schema ``RawParagraphs``.
        changes: The groups of each of the two that have changed.
        made: The tables of `structure_articles` as they were.

    Returns:
        A patch for each of them.
    """
    articles, paragraphs = changes
    structured, _, _, keys = made
    sources = raw_articles.frame(["article_id", "source_uri"])
    marked = sources.join(paragraphs, left_on="source_uri", right_on="group_key").select(group_key="article_id")
    changed = pl.concat([articles, marked]).unique()
    own = sources.join(changed, left_on="article_id", right_on="group_key").select(group_key="source_uri")
    fresh = structure_articles(raw_articles.rows_of(changed), raw_paragraphs.rows_of(own))
    before = structured.frame(["article_id", "source_uri", "publisher_name"]).join(
        keys.frame(["article_id", "own_publisher_name"]), on="article_id", validate="1:1"
    )
    renamed = rename_publishers(before, fresh, changed)
    others = renamed.select(group_key="article_id").join(changed, on="group_key", how="anti")
    named = pl.concat([fresh.articles, structured.rows_of(others)]).update(renamed, on="article_id", include_nulls=True)
    return [
        Patch(pl.concat([changed, others]), named),
        *(Patch(changed, frame) for frame in (fresh.paragraphs, fresh.authors, fresh.keys)),
    ]
