"""The data dictionary as Markdown: every table, column, view and macro, from where they are declared."""

from pipelines.load.ddl import grain
from pipelines.load.marts import Mart, read_marts
from pipelines.load.tables import describe_columns
from pipelines.schemas import TABLES

INTRODUCTION = """# Data dictionary

Written by `onrecord schema --markdown` from the schema classes and the headers of `sql/marts`; do not edit it.
Offsets count Unicode code points in `articles.text`, from 0, the end excluded."""


def dictionary() -> str:
    """The whole dictionary, tables first, then views and macros."""
    tables = [_table(name) for name in TABLES]
    marts = [_mart(mart) for mart in sorted(read_marts(), key=lambda mart: mart.name)]
    return "\n\n".join([INTRODUCTION, "## Tables", *tables, "## Views and macros", *marts]) + "\n"


def _table(name: str) -> str:
    rows = [
        f"| `{row['column_name']}` | {row['type']}{'' if row['is_nullable'] else ' not null'} "
        f"| {_code(row['references'])} | {row['description']} |"
        for row in describe_columns().filter(table_name=name).sort("position").iter_rows(named=True)
    ]
    key = ", ".join(f"`{column}`" for column in TABLES[name].primary_key())
    header = ["| column | type | references | meaning |", "| --- | --- | --- | --- |"]
    return "\n".join([f"### {name}", "", f"{grain(name)} Key: {key}.", "", *header, *rows])


def _code(name: str | None) -> str:
    return f"`{name}`" if name else ""


def _mart(mart: Mart) -> str:
    reads = ", ".join(f"`{name}`" for name in mart.reads)
    heading = f"### marts.{mart.signature or mart.name}"
    return "\n".join([heading, "", mart.comment, "", f"Reads {reads}. Try:", "", "```sql", mart.example, "```"])
