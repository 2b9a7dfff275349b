"""Which rows an audit must look at in a release that was grown: those of articles that no audit has seen yet."""

from pipelines.schemas import POSITIONS, TABLES, ForeignKey, foreign_keys, group_column

BY_ARTICLE = [name for name, schema in TABLES.items() if group_column(schema) == "article_id"]
"""Tables of which each row is of one article."""

OFFSET_PREFIXES = ("", "cue_", "speaker_")
"""A span's columns are ``<prefix>char_start``, ``<prefix>char_end`` and ``<prefix>text``."""

UNSEEN = "memory.unseen"
"""Schema with the rows, of each table in ``BY_ARTICLE``, of the articles that no audit has compared with the text; of
the columns, those of `columns_within_article`."""


def columns_within_article(table: str) -> list[str]:
    """What checks of one article's rows look at: keys, positions, spans of characters, and their texts."""
    schema = TABLES[table]
    spans = {f"{prefix}{part}" for prefix in OFFSET_PREFIXES for part in ("char_start", "char_end", "text")}
    looked_at = {"article_id", "revision", *schema.primary_key(), *(own for own, _, _ in POSITIONS), *spans}
    return [name for name in schema.column_names() if name in looked_at]


def rows_of(table: str, *, of_unseen: bool) -> str:
    """A table, or its rows of the articles that no audit has seen."""
    return f"{UNSEEN}.{table}" if of_unseen else table


def rows_to_compare(table: str, names: list[str], *, of_unseen: bool) -> str:
    """The rows among which two may agree in some columns, if rows that an audit has seen do not."""
    if not of_unseen or table not in BY_ARTICLE or not set(names) <= set(columns_within_article(table)):
        return table
    parts = [key.columns for key in foreign_keys(table) if is_part(key)]
    if "article_id" in names or any(set(columns) <= set(names) for columns in parts):
        return rows_of(table, of_unseen=True)
    return f"{table} semi join {rows_of(table, of_unseen=True)} using ({', '.join(names)})"


def is_part(key: ForeignKey) -> bool:
    """Whether rows belong to what they refer to, as pieces to their quotation: both are of one article."""
    own_key = set(TABLES[key.table].primary_key())
    return {key.table, key.parent_table} <= set(BY_ARTICLE) and set(key.columns) <= own_key - {"article_id"}
