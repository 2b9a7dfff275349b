from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tests.unit.extract.readers.conftest import ReadFile


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_rows_of_any_delimiter(read_file: ReadFile, delimiter: str) -> None:
    rows = [["headline", "text", "published_date"], ["Rain", '"It rains.\n\nIt ""pours"", and"', "2026-03-04"]]

    extraction = read_file("a.csv", "\r\n".join(map(delimiter.join, rows)))

    article = extraction.articles.row(0, named=True)
    assert (article["source_uri"], article["source_format"]) == ("a.csv#1", "csv")
    assert article["text"] == 'Rain\n\nIt rains.\n\nIt "pours", and'
    assert article["published_date"] == date(2026, 3, 4)


def test_mapping_names_columns(read_file: ReadFile) -> None:
    extraction = read_file("a.tsv", "meta.title\tbody\nRain\tIt rains.\n", 'text = "body"\nheadline = "meta.title"')

    assert extraction.articles["text"].to_list() == ["Rain\n\nIt rains."]


def test_row_that_cannot_be_read_costs_only_itself(read_file: ReadFile) -> None:
    early = b"source_id,text\n1,It rains.\n2,It rains, and pours.\n3\n\n4,\n" + b"5,It hails.\n" * 10_000
    late = b"6,It \xff rains.\n7,It\x00rains.\n8,It snows.\n"

    extraction = read_file("a.csv", early + late)

    assert dict(extraction.rejects.select("source_uri", "error_code").iter_rows()) == {
        "a.csv#2": "malformed",
        "a.csv#3": "malformed",
        "a.csv#4": "blank",
        "a.csv#10005": "undecodable",
        "a.csv#10006": "binary",
    }
    assert extraction.articles["source_id"].unique().sort().to_list() == ["1", "5", "8"]


def test_legacy_encoding(read_file: ReadFile) -> None:
    content = "source_id,text\n1,Zoë Müller saß im Café und las die Zeitung über Köln.\n".encode("cp1252")

    article = read_file("a.csv", content).articles.row(0, named=True)

    assert (article["text"][:10], article["source_encoding"]) == ("Zoë Müller", "cp1252")


@pytest.mark.parametrize(
    ("content", "mapping", "code"),
    [
        pytest.param("title,body\na,b\n", None, "no_mapping", id="no mapping"),
        pytest.param("title,body\na,b\n", 'text = "boddy"', "mapping_wrong", id="no such column"),
        pytest.param("title,body\na,b\n", 'text = "body"\nbyline = "by"', "mapping_wrong", id="no such other column"),
        pytest.param("text,text\na,b\n", None, "malformed", id="twice"),
        pytest.param('text\n"' + "x\n" * 5_000, None, "malformed", id="cell without end"),
        pytest.param("text\n" + "x" * 5_000, None, "too_large", id="line without end"),
        pytest.param("", None, "empty", id="empty"),
    ],
)
def test_table_that_does_not_fit(read_file: ReadFile, content: str, mapping: str | None, code: str) -> None:
    extraction = read_file("a.csv", content, mapping, article_bytes=4_000)

    assert extraction.rejects.select("source_uri", "error_code").rows() == [("a.csv", code)]


def test_parquet(read_file: ReadFile, tmp_path: Path) -> None:
    frame = pl.DataFrame({"id": [1, 2], "story": [{"text": "It rains."}, {"text": None}], "unused": [None, None]})
    frame.write_parquet(tmp_path / "source")
    content = (tmp_path / "source").read_bytes()
    (tmp_path / "source").unlink()

    extraction = read_file("a.bin", content, 'text = "story.text"\nsource_id = "id"')

    assert extraction.articles.select("source_uri", "source_format", "source_id", "text").rows() == [
        ("a.bin#1", "parquet", "1", "It rains.")
    ]
    assert extraction.rejects.select("source_uri", "error_code").rows() == [("a.bin#2", "blank")]


def test_damaged_parquet_is_rejected(read_file: ReadFile) -> None:
    assert read_file("a.parquet", b"PAR1" + b"\x00" * 100).rejects["error_code"].to_list() == ["malformed"]
