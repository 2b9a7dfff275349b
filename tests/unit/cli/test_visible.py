"""What others wrote is shown to people and never obeyed by their terminals."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from rich.console import Console
from typer.testing import CliRunner

from pipelines import cli
from pipelines.cli.app import app
from pipelines.cli.errors import UserError
from pipelines.cli.visible import visible, visible_places
from pipelines.load.marts import create_marts, read_marts
from pipelines.load.tables import build_database
from tests.unit.conftest import ARTICLE, QUOTE, TEXT, frame

HOSTILE = "\x1b]0;owned\x07\x1b[2J\u202eevil\u2066\x9b1m[/bold]"
SHOWN = r"\x1b]0;owned\x07\x1b[2J\u202eevil\u2066\x9b1m[/bold]"
STEERING = set("\x1b\x07\x9b\u202e\u2066")
SOURCE_URI = f"a{HOSTILE}.txt"


@pytest.fixture
def hostile_warehouse(tmp_path: Path, frames: Mapping[str, pl.DataFrame]) -> Path:
    """The article about a bridge, with a headline, file name, reject and quotation that would steer a terminal."""
    start = len(TEXT) + 1
    text = f"{TEXT} {HOSTILE}"
    whole: dict[str, Any] = {"article_id": ARTICLE, "char_start": 0, "char_end": len(text), "text": text}
    stated = {"text": pl.lit(text), "headline": pl.lit(HOSTILE), "source_uri": pl.lit(SOURCE_URI)}
    quoted = {"text": pl.lit(HOSTILE), "char_start": pl.lit(start), "char_end": pl.lit(len(text))}
    build_database(
        tmp_path / "news.duckdb",
        {
            **frames,
            "articles": frames["articles"].with_columns(**stated),
            "article_revisions": frames["article_revisions"].with_columns(text=pl.lit(text)),
            "paragraphs": frame("paragraphs", [whole | {"paragraph_index": 0, "paragraph_type": "body"}]),
            "sentences": frame("sentences", [whole | {"sentence_index": 0, "paragraph_index": 0}]),
            "quotes": frames["quotes"].with_columns(**quoted).cast(dict(frames["quotes"].schema)),
            "quote_spans": frames["quote_spans"].with_columns(**quoted).cast(dict(frames["quote_spans"].schema)),
        },
    )
    create_marts(tmp_path / "news.duckdb", read_marts())
    return tmp_path


def run(*arguments: str, warehouse: Path) -> str:
    environment = {"COLUMNS": "300"}
    return (
        CliRunner()
        .invoke(app, [*arguments, "--warehouse", str(warehouse)], catch_exceptions=False, env=environment)
        .stdout
    )


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["sql", "select text, headline, source_uri from articles"], id="sql"),
        pytest.param(["trace", "quotes", QUOTE], id="a quotation"),
        pytest.param(["trace", "articles", ARTICLE], id="an article"),
        pytest.param(["trace", "people", "Mara Lind"], id="a person"),
    ],
)
def test_terminal_gets_escapes(hostile_warehouse: Path, arguments: list[str]) -> None:
    printed = run(*arguments, warehouse=hostile_warehouse)

    assert SHOWN in printed
    assert not STEERING & set(printed)


@pytest.mark.parametrize("format_", ["csv", "json", "parquet"])
def test_data_stays_as_it_is(hostile_warehouse: Path, tmp_path: Path, format_: str) -> None:
    output = tmp_path / f"rows.{format_}"
    query = "select headline from articles"
    run("sql", query, "--format", format_, "--output", str(output), warehouse=hostile_warehouse)

    if format_ == "json":
        assert json.loads(output.read_text(encoding="utf-8")) == [{"headline": HOSTILE}]
    else:
        rows = pl.read_csv(output) if format_ == "csv" else pl.read_parquet(output)
        assert rows["headline"].to_list() == [HOSTILE]


def test_marks_stand_where_the_escapes_have_moved_them(
    hostile_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Console, "is_terminal", property(lambda _: True))
    monkeypatch.setenv("FORCE_COLOR", "1")

    printed = run("trace", "quotes", QUOTE, warehouse=hostile_warehouse)

    assert f"\x1b[1;33m{SHOWN}\x1b[0m" in printed


def test_error_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def mistake() -> None:
        raise UserError(f"no such file: {SOURCE_URI}")

    monkeypatch.setattr(cli, "app", mistake)

    with pytest.raises(SystemExit) as ended:
        cli.main()

    assert ended.value.code == cli.USER_MISTAKE
    assert capsys.readouterr().err == f"onrecord: no such file: a{SHOWN}.txt\n"


def test_places_follow_the_characters() -> None:
    text = "a\u202eb\tc"

    assert visible(text) == "a\\u202eb\tc"
    assert [visible(text)[place] for place in visible_places(text)[:-1]] == ["a", "\\", "b", "\t", "c"]
    assert visible_places(text)[-1] == len(visible(text))
