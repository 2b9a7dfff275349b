"""The promises that a release is audited for, each as a query for the rows that break it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pipelines.load.ddl import allowed_values, bounds
from pipelines.load.unseen import OFFSET_PREFIXES, is_part, rows_of, rows_to_compare
from pipelines.schemas import TABLES, ForeignKey, foreign_keys

COUNTED_ROWS = (
    ("people", "mention_count", "person_mentions", "person_id"),
    ("organizations", "mention_count", "organization_mentions", "organization_id"),
    ("places", "mention_count", "place_mentions", "place_id"),
    ("people", "quote_count", "quotes where quote_type != 'fragment'", "speaker_person_id"),
)
"""Table, its count, the rows that are counted, and their column that holds the table's key."""


FAMILIES = {
    "keys": "Primary keys and unique columns have no duplicates, and what must not be null is not.",
    "references": "Every foreign key finds its row.",
    "values": "Words come from their closed list, numbers keep to their range.",
    "offsets": "Each span of characters holds exactly the text that its row gives, for all rows.",
    "agreement": "What one table tells of another agrees with it.",
    "counts": "The table holds as many rows as were extracted.",
}
"""The kinds of checks, and what each promises."""


class Check(NamedTuple):
    """A promise about a table. ``failing`` selects the rows that break it."""

    check_name: str
    table_name: str
    description: str
    failing: str
    severity: str = "error"


def all_checks(expected_counts: Mapping[str, int], *, of_unseen: bool = False) -> list[Check]:
    """List every check of every table, in the order of the tables.

    Args:
        expected_counts: Rows that each table named must have.
        of_unseen: Whether what concerns one article only is checked of the rows in ``UNSEEN`` alone. How rows of
            several articles fit together is always checked of all.
    """
    return [
        *(check for table in TABLES for check in values(table)),
        *(
            check
            for table in TABLES
            for kind in (keys, references, offsets)
            for check in kind(table, of_unseen=of_unseen)
        ),
        *within_articles(of_unseen=of_unseen),
        *derived_columns(),
        *counts(expected_counts),
    ]


def family(check_name: str) -> str:
    """The kind of a check, by its name: one of ``FAMILIES``."""
    if check_name.startswith("unique_") or check_name == "not_null":
        return "keys"
    if check_name.startswith("foreign_key_"):
        return "references"
    if check_name.endswith("_at_offsets"):
        return "offsets"
    return {"values_in_range": "values", "row_count": "counts"}.get(check_name, "agreement")


def keys(table: str, *, of_unseen: bool = False) -> Iterator[Check]:
    """Primary keys are unique, unique columns too, and what must not be null is not."""
    schema = TABLES[table]
    unique = [schema.primary_key()] + [[name] for name, column in schema.columns().items() if column.unique]
    for names in unique:
        listed = ", ".join(names)
        yield Check(
            f"unique_{'_'.join(names)}",
            table,
            f"No two rows have the same {listed}.",
            f"""
            select {listed}, count(*) as row_count from {rows_to_compare(table, names, of_unseen=of_unseen)}
            group by {listed} having count(*) > 1
            """,
        )
    required = [name for name, column in schema.columns().items() if not column.nullable]
    is_null = " or ".join(f'"{name}" is null' for name in required)
    yield Check("not_null", table, f"Never null: {', '.join(required)}.", f"from {table} where {is_null}")


def references(table: str, *, of_unseen: bool = False) -> Iterator[Check]:
    """Every foreign key finds its row, by anti-join."""
    for key in foreign_keys(table):
        yield Check(
            f"foreign_key_{'_'.join(key.columns)}",
            table,
            f"Every {', '.join(key.columns)} is one of {key.parent_table}{', of the same article' * is_part(key)}.",
            _orphans(key, of_unseen=of_unseen),
        )


def values(table: str) -> Iterator[Check]:
    """Closed lists and ranges are kept to."""
    broken = []
    for name, column in TABLES[table].columns().items():
        words = allowed_values(column)
        if words:
            listed = ", ".join(f"'{word}'" for word in words)
            broken.append(f'"{name}" not in ({listed})')
        broken += [f'not ("{name}" {operator} {limit})' for operator, limit in bounds(column)]
    if broken:
        yield Check(
            "values_in_range",
            table,
            "Words come from their closed list, numbers keep to their range.",
            f"from {table} where {' or '.join(broken)}",
        )


def offsets(table: str, *, of_unseen: bool = False) -> Iterator[Check]:
    """Each span of characters holds exactly the text that its row gives."""
    names = TABLES[table].column_names()
    for prefix in OFFSET_PREFIXES:
        start, end, text = f"{prefix}char_start", f"{prefix}char_end", f"{prefix}text"
        if "article_id" not in names or start not in names or (table, prefix) == ("quotes", ""):
            continue
        yield Check(
            f"{text}_at_offsets",
            table,
            f"{text} is, character for character, what stands at {start} to {end} in articles.text.",
            _not_at_offsets(table, prefix, of_unseen=of_unseen),
        )


def _not_at_offsets(table: str, prefix: str, *, of_unseen: bool) -> str:
    """Rows whose text is not what stands at their offsets.

    To find a character in UTF-8, all before it are counted. So a span is looked for in the sentence of its row, and in
    the article only if it is not there; sentences are looked for in their paragraph, and paragraphs in the article.
    """
    start, end, text = (f"{prefix}{name}" for name in ("char_start", "char_end", "text"))
    rows, whole, key = rows_of(table, of_unseen=of_unseen), "articles", "article_id"
    spans = f"spans as not materialized (from {rows} where {start} is not null)"
    misstated = f"spans.{start} >= spans.{end} or length(spans.{text}) != spans.{end} - spans.{start}"
    if table == "sentences":
        whole, key = "paragraphs", "article_id, paragraph_index"
    elif "sentence_index" in TABLES[table].column_names():
        spans = f"""spans as materialized (
            select spans.* from {rows} as spans
            left join {rows_of("sentences", of_unseen=of_unseen)} using (article_id, sentence_index)
            where spans.{start} is not null and ({misstated} or spans.{start} < sentences.char_start
            or {_printed("sentences", start, end)} is distinct from spans.{text})
        )"""
    return f"""
        with {spans} select spans.*, {_printed(whole, start, end)} as printed
        from spans left join {rows_of(whole, of_unseen=of_unseen)} using ({key})
        where {misstated} or {_printed(whole, start, end)} is distinct from spans.{text}
        """


def _printed(whole: str, start: str, end: str) -> str:
    """The characters of a row of ``spans`` in the text of another table."""
    first = "0" if whole == "articles" else f"{whole}.char_start"
    return f"substr({whole}.text, (spans.{start} - {first} + 1)::integer, (spans.{end} - spans.{start})::integer)"


def within_articles(*, of_unseen: bool = False) -> list[Check]:
    """What an article's rows tell of one another agrees."""
    quotes, spans, paragraphs, sentences, articles, revisions = (
        rows_of(table, of_unseen=of_unseen)
        for table in ("quotes", "quote_spans", "paragraphs", "sentences", "articles", "article_revisions")
    )
    return [
        Check(
            "text_is_its_spans",
            "quotes",
            "text is the text of the quotation's spans, in order, joined by one space, and they fill its extent.",
            f"""
            with pieces as (
                select quote_id, string_agg(text, ' ' order by span_index) as text,
                    min(char_start) as char_start, max(char_end) as char_end
                from {spans} group by quote_id
            )
            select told.* from {quotes} as told left join pieces using (quote_id)
            where told.text is distinct from pieces.text or told.char_start is distinct from pieces.char_start
            or told.char_end is distinct from pieces.char_end
            """,
        ),
        Check(
            "inside_paragraph",
            "sentences",
            "A sentence lies within its paragraph.",
            f"""
            select inner_rows.* from {sentences} as inner_rows
            inner join {paragraphs} using (article_id, paragraph_index)
            where inner_rows.char_start < paragraphs.char_start or inner_rows.char_end > paragraphs.char_end
            """,
        ),
        Check(
            "no_overlap",
            "paragraphs",
            "Paragraphs follow one another.",
            f"""
            select * from (
                select *, lag(char_end) over (partition by article_id order by paragraph_index) as previous_end
                from {paragraphs}
            ) where char_start < previous_end
            """,
        ),
        Check(
            "current_revision_is_kept",
            "articles",
            "The current revision of every article is in article_revisions, with the same text.",
            f"""
            select current.article_id from {articles} as current
            left join {revisions} as kept using (article_id, revision)
            where current.text is distinct from kept.text
            """,
        ),
    ]


def derived_columns() -> list[Check]:
    """What one table tells of all rows of another agrees with them."""
    return [
        Check(
            "matches_something",
            "ops.overrides",
            "A correction by a person holds for something; if not, its words or its article are not found any more.",
            "from ops.overrides where matched_count = 0",
            severity="warning",
        ),
        *(_count_agrees(*counted) for counted in COUNTED_ROWS),
    ]


def counts(expected: Mapping[str, int]) -> list[Check]:
    """Tables hold as many rows as were extracted."""
    return [
        Check(
            "row_count",
            table,
            f"Holds the {count:,} rows that were extracted.",
            f"select count(*) as row_count from {table} having count(*) != {count}",
        )
        for table, count in expected.items()
    ]


def _count_agrees(table: str, column: str, counted: str, reference: str) -> Check:
    key = TABLES[table].primary_key()[0]
    return Check(
        f"{column}_agrees",
        table,
        f"{column} is the number of rows of {counted}.",
        f"""
        select {table}.*, found.row_count from {table} left join (
            select {reference} as {key}, count(*) as row_count from (from {counted}) group by {reference}
        ) as found using ({key})
        where {column} != coalesce(found.row_count, 0)
        """,
    )


def _orphans(key: ForeignKey, *, of_unseen: bool) -> str:
    pairs = dict(zip(key.columns, key.parent_columns, strict=True))
    if is_part(key):
        pairs |= {"article_id": "article_id"}
    on = " and ".join(f'parent."{theirs}" = child."{ours}"' for ours, theirs in pairs.items())
    some = " and ".join(f'"{name}" is not null' for name in key.columns)
    rows, parents = (
        rows_of(table, of_unseen=of_unseen and "article_id" in pairs) for table in (key.table, key.parent_table)
    )
    return f"select child.* from (from {rows} where {some}) as child anti join {parents} as parent on {on}"
