"""Views for analysts: each is a file of ``sql/marts``, and its header is its documentation."""

import re
from pathlib import Path
from typing import NamedTuple

import duckdb

from pipelines.load.ddl import literal
from pipelines.load.tables import open_release
from pipelines.settings import PROJECT_ROOT

MARTS_DIR = PROJECT_ROOT / "sql" / "marts"
_HEADER = re.compile(r"(?:--.*\n)+")
_FIELD = re.compile(r"^-- (Macro|Grain|Reads|Units|Try):\s+(.*(?:\n--  {5,}.*)*)", re.MULTILINE)


class Mart(NamedTuple):
    """A view or table macro as its file declares it.

    Attributes:
        name: Name in the schema ``marts``, and of the file.
        signature: For a macro, its name and parameters, such as ``who_said(pattern)``.
        description: The question that it answers.
        grain: What one row stands for.
        reads: Tables and views that it is made from.
        units: What its numbers count, where that needs saying.
        example: A query to try.
        body: The select.
    """

    name: str
    signature: str | None
    description: str
    grain: str
    reads: list[str]
    units: str | None
    example: str
    body: str

    @property
    def comment(self) -> str:
        """What the database says about it."""
        return " ".join(part[0].upper() + part[1:] for part in (self.description, self.grain, self.units) if part)


def read_marts(folder: Path = MARTS_DIR) -> list[Mart]:
    """Read all files of a folder, views that others read before those that read them.

    Raises:
        ValueError: If a file lacks a line of the header; the message names both.
    """
    marts = {path.stem: _read(path) for path in sorted(folder.glob("*.sql"))}
    return sorted(marts.values(), key=lambda mart: (_depth(mart, marts), mart.name))


def create_marts(path: Path, marts: list[Mart]) -> None:
    """Create the views and macros in a new file that holds the tables.

    Raises:
        duckdb.Error: If a view reads what is not there.
    """
    with open_release(path) as con:
        con.execute("create schema marts")
        for mart in marts:
            kind = "macro" if mart.signature else "view"
            declared = f"marts.{mart.signature} as table" if mart.signature else f"marts.{mart.name} as"
            con.execute(f"create {kind} {declared} {mart.body}")
            con.execute(
                f"comment on {'macro table' if mart.signature else 'view'} marts.{mart.name} is {literal(mart.comment)}"
            )


def columns_of_views(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Name and type of each column, by view; a macro has none before it is called."""
    columns: dict[str, list[tuple[str, str]]] = {}
    with duckdb.connect(str(path), read_only=True) as con:
        declared = con.execute(
            "select table_name, column_name, lower(data_type) from duckdb_columns() "
            "where schema_name = 'marts' order by table_name, column_index"
        )
        for view, name, data_type in declared.fetchall():
            columns.setdefault(view, []).append((name, data_type))
    return columns


def _read(path: Path) -> Mart:
    text = path.read_text(encoding="utf-8")
    header = _HEADER.match(text)
    fields = dict(_FIELD.findall(header[0])) if header else {}
    missing = [name for name in ("Grain", "Reads", "Try") if name not in fields]
    if header is None or missing:
        raise ValueError(f"{path}: the header lacks {', '.join(missing) or 'everything'}")
    cleaned = {name: re.sub(r"\n--\s+", " ", value) for name, value in fields.items()}
    return Mart(
        name=path.stem,
        signature=cleaned.get("Macro"),
        description=header[0].splitlines()[0].removeprefix("-- "),
        grain=cleaned["Grain"],
        reads=cleaned["Reads"].split(", "),
        units=cleaned.get("Units"),
        example=cleaned["Try"],
        body=text[header.end() :].strip(),
    )


def _depth(mart: Mart, marts: dict[str, Mart]) -> int:
    """How many views lie between a view and the tables."""
    below = [marts[name.removeprefix("marts.")] for name in mart.reads if name.startswith("marts.")]
    return 1 + max((_depth(other, marts) for other in below), default=0)
