"""What several articles quote, compared anew only where a quotation has changed or belongs to another statement."""

from collections.abc import Mapping

import polars as pl

from pipelines.stages import STAGE_TABLES
from pipelines.stages.tables import NO_GROUPS, Patch, StageTable
from pipelines.transform.resolve.memory import Memory
from pipelines.transform.resolve.spoken_words import QUOTE_COLUMNS, spoken_words
from pipelines.transform.resolve.statements import compare_with_first, describe_statements, find_statements

STATEMENT_TABLES = ("spoken_runs", "spoken_quotes", "quote_clusters", "quote_cluster_members")


def patches_of_statements(
    quotes: StageTable,
    sources: pl.DataFrame,
    changed: pl.DataFrame | None,
    made: Mapping[str, StageTable],
    memory: Memory,
) -> tuple[Patch, Patch, pl.DataFrame, Patch]:
    """Find the statements of all quotations.

    Args:
        quotes: As the schema ``Quotes``.
        sources: From `article_sources`.
        changed: ``group_key`` of the articles whose quotations have changed; None for all.
        made: ``STATEMENT_TABLES`` as they were.
        memory: Remembers how texts compare.

    Returns:
        ``STATEMENT_TABLES`` as they are.
    """

    def texts_of(wanted: pl.DataFrame) -> pl.DataFrame:
        return quotes.rows_of(wanted.select(group_key="article_id").unique(), ["quote_id", "text"])

    runs, clusters, members = (
        STAGE_TABLES[name].create_empty() if changed is None else made[name].frame()
        for name in ("spoken_runs", "quote_clusters", "quote_cluster_members")
    )
    spoken = spoken_words(quotes.rows_of(changed, QUOTE_COLUMNS), runs)
    all_spoken = made["spoken_quotes"].with_patch(Patch(changed, spoken.quotes))
    found = find_statements(all_spoken, pl.concat([runs, spoken.new_runs]), sources, texts_of, memory)

    stale = _stale(found, members, changed)
    firsts = found.select(quote_id="first_quote_id", article_id="first_article_id").unique()
    kept = _kept_texts(firsts, clusters, changed)
    wanted = [firsts.join(kept, on="quote_id", how="anti"), *_both_ends(stale)]
    texts = texts_of(pl.concat(wanted))
    first_texts = pl.concat([kept, texts]).unique("quote_id").rename({"quote_id": "first_quote_id"})
    gone = members.join(found, on="quote_id", how="anti")
    moved = pl.concat([rows.select(group_key="quote_id") for rows in (stale, gone)])
    runs_added = spoken.new_runs.select(group_key=pl.col("run").cast(pl.String))
    is_whole = changed is None
    return (
        Patch(None if is_whole else runs_added, spoken.new_runs),
        Patch(changed, spoken.quotes),
        describe_statements(found, first_texts),
        Patch(None if is_whole else moved, compare_with_first(stale, texts)),
    )


def _stale(found: pl.DataFrame, members: pl.DataFrame, changed: pl.DataFrame | None) -> pl.DataFrame:
    """The rows found whose comparison with their earliest quotation is not the one that was made."""
    changed_ids = (NO_GROUPS if changed is None else changed)["group_key"].implode()
    has_changed = pl.any_horizontal(pl.col("article_id", "first_article_id").is_in(changed_ids))
    known = members.select("quote_id", "quote_cluster_id", is_known=True)
    return found.join(known, on=["quote_id", "quote_cluster_id"], how="left", validate="1:1").filter(
        has_changed | pl.col("is_known").is_null()
    )


def _kept_texts(firsts: pl.DataFrame, clusters: pl.DataFrame, changed: pl.DataFrame | None) -> pl.DataFrame:
    """``quote_id`` and ``text`` of the earliest quotations that were the earliest of a statement before."""
    others = NO_GROUPS if changed is None else changed
    unchanged = firsts.join(others, left_on="article_id", right_on="group_key", how="anti")
    return clusters.select(quote_id="first_quote_id", text="text").join(unchanged, on="quote_id", how="semi")


def _both_ends(members: pl.DataFrame) -> list[pl.DataFrame]:
    """``quote_id`` and ``article_id`` of quotations, and of the earliest of their statements."""
    return [
        members.select("quote_id", "article_id"),
        members.select(quote_id="first_quote_id", article_id="first_article_id"),
    ]
