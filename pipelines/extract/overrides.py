"""Read the corrections that people have written into CSV files, one file per kind."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from pipelines.ids import content_id
from pipelines.schemas.overrides import StatedOverrides


class OverrideFile(NamedTuple):
    """A kind of correction.

    Attributes:
        override_type: What it corrects.
        columns: For each column of the file that says what is right, the column of ``ops.overrides``.
        required: Columns of the file that must not be empty.
    """

    override_type: str
    columns: dict[str, str]
    required: tuple[str, ...]


SIGNATURE = {"author": "author_name", "date": "made_date", "reason": "reason"}
"""Every correction says who made it, when and why."""

FILES = {
    "people.csv": OverrideFile(
        "same person", {"name": "text", "person": "person_name", "article": "article"}, ("name", "person")
    ),
    "different_people.csv": OverrideFile(
        "different people",
        {"name": "text", "article": "article", "other_article": "other_article"},
        ("name", "article", "other_article"),
    ),
    "places.csv": OverrideFile("place", {"name": "text", "place_id": "place_id", "article": "article"}, ("name",)),
    "not_quotes.csv": OverrideFile("not a quote", {"article": "article", "text": "text"}, ("article", "text")),
}


def read_overrides(folder: Path | None) -> pl.DataFrame:
    """Read all files of a folder.

    Args:
        folder: Where they are; None for no corrections.

    Returns:
        Frame of ``StatedOverrides``, sorted by key; of two lines that say the same, the first stays.

    Raises:
        ValueError: If the folder, a file or a line is not as it must be; names all three and how to mend it.
    """
    rows: list[dict[str, Any]] = []
    if folder is not None:
        if not folder.is_dir():
            raise ValueError(f"overrides {folder}: there is no such folder; make it, or name another one")
        for path in sorted(folder.glob("*.csv")):
            rows += _rows(path)
    frame = pl.DataFrame(rows, schema=StatedOverrides.create_empty().schema)
    return StatedOverrides.validate(frame.unique("override_id", keep="first", maintain_order=True)).sort("override_id")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    kind = FILES.get(path.name)
    if kind is None:
        raise ValueError(f"{path}: no such kind of override; name the file one of {', '.join(FILES)}")
    columns = kind.columns | SIGNATURE
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.DictReader(file)
        missing = [name for name in columns if name not in (lines.fieldnames or [])]
        if missing:
            raise ValueError(f"{path}: the first line lacks {', '.join(missing)}; it needs {','.join(columns)}")
        for line in lines:
            try:
                yield _row(path.name, lines.line_num, line, kind)
            except ValueError as error:
                raise ValueError(f"{path}, line {lines.line_num}: {error}") from error


def _row(file_name: str, line_number: int, line: dict[str, str], kind: OverrideFile) -> dict[str, Any]:
    columns = kind.columns | SIGNATURE
    said = {name: " ".join((line[name] or "").split()) or None for name in columns}
    empty = [name for name in (*kind.required, *SIGNATURE) if said[name] is None]
    if empty:
        raise ValueError(f"{', '.join(empty)} must not be empty")
    row: dict[str, Any] = {columns[name]: value for name, value in said.items()}
    row["made_date"] = _day(row["made_date"])
    if row.get("place_id") is not None:
        row["place_id"] = _place_id(row["place_id"])
    content = [row[column] for name, column in sorted(kind.columns.items())]
    row["override_id"] = content_id("override", kind.override_type, *content)
    return row | {"override_type": kind.override_type, "file_name": file_name, "line_number": line_number}


def _day(printed: str) -> date:
    try:
        return date.fromisoformat(printed)
    except ValueError as error:
        raise ValueError(f"date is {printed!r}; write it like 2025-06-01") from error


def _place_id(printed: str) -> int:
    try:
        return int(printed)
    except ValueError as error:
        raise ValueError(f"place_id is {printed!r}; give the number of a place, as in places.place_id") from error
