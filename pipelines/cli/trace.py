"""``onrecord trace``: a row, the article it is from, and the sentence with the exact characters highlighted."""

from typing import Annotated, Any, NamedTuple

import duckdb
import typer
from rapidfuzz import fuzz, process
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipelines.cli.errors import UserError
from pipelines.cli.evidence import Mark, highlighted, where_printed
from pipelines.cli.visible import visible
from pipelines.cli.warehouse import WarehouseOption, open_warehouse

SHOWN_PER_KIND = 5
QUOTE, CUE, SPEAKER = "bold yellow", "cyan", "green"


class Traced(NamedTuple):
    """A table that can be traced: its key, its column of names, and the queries for what shows a row.

    Each query takes the key and gives a label, ``article_id``, ``char_start`` and ``char_end``.
    """

    key: str
    name: str
    evidence: dict[str, str]


TRACED = {
    "quotes": Traced("quote_id", "text", {}),
    "people": Traced(
        "person_id",
        "person_name",
        {
            "named": "select text, article_id, char_start, char_end from person_mentions where person_id = $id"
            " and mention_type = 'name'"
            " qualify row_number() over (partition by text order by article_id, char_start) = 1 order by text",
            "roles": "select role_text, article_id, char_start, char_end from person_roles where person_id = $id"
            " order by stated_date, article_id, char_start",
            "said": "select coalesce(cue_text, quote_type), article_id, char_start, char_end from quotes"
            " where speaker_person_id = $id and quote_type <> 'fragment' order by article_id, char_start",
        },
    ),
    "organizations": Traced(
        "organization_id",
        "organization_name",
        {
            "named": "select text, article_id, char_start, char_end from organization_mentions"
            " where organization_id = $id order by article_id, char_start",
            "people": "select person_name || ', ' || role_text, article_id, char_start, char_end from person_roles"
            " inner join people using (person_id) where organization_id = $id order by article_id, char_start",
        },
    ),
    "places": Traced(
        "place_id",
        "place_name",
        {
            "named": "select text, article_id, char_start, char_end from place_mentions where place_id = $id"
            " order by article_id, char_start",
        },
    ),
    "articles": Traced(
        "article_id",
        "headline",
        {
            "quotes": "select coalesce(person_name, speaker_text, 'unknown'), article_id, char_start, char_end"
            " from quotes left join people on speaker_person_id = person_id"
            " where article_id = $id and quote_type <> 'fragment' order by char_start",
        },
    ),
}  # fmt: skip


def trace(
    table: Annotated[str, typer.Argument(help="quotes, people, organizations, places or articles.")],
    key: Annotated[str, typer.Argument(metavar="ID", help="Key of the row; for people and places the name will do.")],
    warehouse: WarehouseOption = None,
) -> None:
    """Show a row, the article it is from, and the sentence with the exact characters highlighted."""
    if table not in TRACED:
        raise UserError(f"no table {table!r} to trace: choose one of {', '.join(TRACED)}")
    con = open_warehouse(warehouse)
    console = Console(highlight=False)
    row = find_row(con, table, key)
    console.print(_as_table(row))
    if table == "quotes":
        _print_quote(con, console, row)
    for kind, query in TRACED[table].evidence.items():
        _print_evidence(con, console, kind, query, row[TRACED[table].key])


def find_row(con: duckdb.DuckDBPyConnection, table: str, key: str) -> dict[str, Any]:
    """The row with a key, or the only one with that name.

    Raises:
        UserError: If there is none, or several have the name; the message lists the nearest.
    """
    traced = TRACED[table]
    found = con.execute(
        f"from {table} where {traced.key}::varchar = $key or lower({traced.name}) = lower($key)", {"key": key}
    )
    columns = [column[0] for column in found.description or []]
    rows = [dict(zip(columns, values, strict=True)) for values in found.fetchall()]
    if len(rows) == 1:
        return rows[0]
    if rows:
        listed = "; ".join(f"{row[traced.key]} ({row[traced.name]})" for row in rows[:SHOWN_PER_KIND])
        raise UserError(f"{len(rows)} rows of {table} are called {key!r}: give one of the ids {listed}")
    raise UserError(f"no row of {table} has the {traced.key} or name {key!r}: {_nearest(con, table, key)}")


def _nearest(con: duckdb.DuckDBPyConnection, table: str, key: str) -> str:
    traced = TRACED[table]
    names = dict(con.execute(f"select {traced.key}::varchar, {traced.name} from {table}").fetchall())
    near = process.extract(key, {id_: name for id_, name in names.items() if name}, scorer=fuzz.WRatio, limit=3)
    listed = "; ".join(f"{id_} ({name[:60]})" for name, _, id_ in near)
    return f"nearest are {listed}" if listed else "the table is empty"


def _as_table(row: dict[str, Any]) -> Table:
    shown = Table(show_header=False, box=None, pad_edge=False)
    shown.add_column(style="dim", no_wrap=True)
    shown.add_column(overflow="fold")
    for name, value in row.items():
        if value is not None and name not in ("text", "run_id"):
            shown.add_row(name, Text(visible(str(value))))
    return shown


def _print_quote(con: duckdb.DuckDBPyConnection, console: Console, row: dict[str, Any]) -> None:
    pieces = con.execute("select char_start, char_end from quote_spans where quote_id = ?", [row["quote_id"]])
    marks = [Mark(start, end, QUOTE) for start, end in pieces.fetchall()]
    for prefix, style in (("cue", CUE), ("speaker", SPEAKER)):
        if row[f"{prefix}_char_start"] is not None:
            marks.append(Mark(row[f"{prefix}_char_start"], row[f"{prefix}_char_end"], style))
    console.print(f"\n{where_printed(con, row['article_id'])}", style="dim", markup=False)
    console.print(highlighted(con, row["article_id"], marks, plain=not console.is_terminal))


def _print_evidence(con: duckdb.DuckDBPyConnection, console: Console, kind: str, query: str, key: object) -> None:
    rows = con.execute(query, {"id": key}).fetchall()
    for label, article_id, start, end in rows[:SHOWN_PER_KIND]:
        console.print(visible(f"\n{kind}: {label}"), style="bold", markup=False)
        console.print(where_printed(con, article_id), style="dim", markup=False)
        console.print(highlighted(con, article_id, [Mark(start, end, QUOTE)], plain=not console.is_terminal))
    if len(rows) > SHOWN_PER_KIND:
        console.print(f"\n{kind}: {len(rows) - SHOWN_PER_KIND:,} more", style="bold")
