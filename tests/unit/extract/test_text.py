import hashlib
import os
from pathlib import Path

import polars as pl
import pytest

from pipelines import ids
from pipelines.extract.inbox import list_inboxes
from pipelines.extract.text import read_files


def write(inbox: Path, **contents: bytes) -> pl.DataFrame:
    for name, content in contents.items():
        (inbox / f"{name}.txt").write_bytes(content)
    return list_inboxes([inbox]).files


def test_article_is_its_bytes_and_nothing_else(tmp_path: Path) -> None:
    content = "It rains. \r\n".encode("utf-16")

    article = read_files(write(tmp_path, a=content)).raw_articles.row(0, named=True)

    assert article["text"] == "It rains. \r\n"
    assert article["article_id"] == ids.article_id("a.txt")
    assert article["content_sha256"] == hashlib.sha256(content).hexdigest()
    assert (article["byte_size"], article["source_format"], article["source_encoding"]) == (
        len(content),
        "text",
        "utf-16",
    )
    assert article["published_date"] is None


def test_time_of_the_file_keeps_its_nanoseconds(tmp_path: Path) -> None:
    write(tmp_path, a=b"It rains.")
    os.utime(tmp_path / "a.txt", ns=(0, 1_700_000_000_123_456_789))

    articles = read_files(list_inboxes([tmp_path]).files).raw_articles

    assert articles["modified_at"].to_physical().to_list() == [1_700_000_000_123_456_789]


def test_unreadable_file_costs_only_itself(tmp_path: Path) -> None:
    extraction = read_files(write(tmp_path, a=b"It rains.", b=b"", c=b"%PDF-1.7", d=b"It snows."))

    assert extraction.raw_articles["source_uri"].to_list() == ["a.txt", "d.txt"]
    assert extraction.rejects.select("source_uri", "error_code").rows() == [("b.txt", "empty"), ("c.txt", "binary")]
    assert extraction.rejects["content_sha256"].to_list() == [None, hashlib.sha256(b"%PDF-1.7").hexdigest()]


@pytest.mark.parametrize(
    ("size", "codes"), [pytest.param(100, [], id="at the limit"), pytest.param(101, ["too_large"], id="above it")]
)
def test_size_limit(tmp_path: Path, size: int, codes: list[str]) -> None:
    files = write(tmp_path, a=b"x" * size)

    assert read_files(files, max_bytes=100).rejects["error_code"].to_list() == codes


def test_file_that_went_away_after_listing(tmp_path: Path) -> None:
    files = write(tmp_path, a=b"It rains.")
    (tmp_path / "a.txt").unlink()

    extraction = read_files(files)

    assert extraction.raw_articles.height == 0
    assert extraction.rejects["error_code"].to_list() == ["vanished"]


def test_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    files = write(tmp_path, a=b"It rains.", b=b"It snows.", c=b"")

    one, other = read_files(files), read_files(files.reverse())

    assert one.raw_articles.equals(other.raw_articles)
    assert one.rejects.equals(other.rejects)
