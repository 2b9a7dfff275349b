import hashlib
import os
from pathlib import Path

import polars as pl
import pytest

from pipelines import ids
from pipelines.extract.inbox import list_inboxes
from pipelines.extract.limits import Limits
from pipelines.extract.read import Extraction, read_files


def write(inbox: Path, **contents: bytes) -> pl.DataFrame:
    for name, content in contents.items():
        (inbox / f"{name}.txt").write_bytes(content)
    return list_inboxes([inbox]).files


def read(files: pl.DataFrame, limits: Limits = Limits()) -> Extraction:  # noqa: B008 - frozen
    return read_files(files, limits)


def test_article_is_its_bytes_and_nothing_else(tmp_path: Path) -> None:
    content = "It rains. \r\n".encode("utf-16")

    article = read(write(tmp_path, a=content)).articles.row(0, named=True)

    assert article["text"] == "It rains. \r\n"
    assert article["article_id"] == ids.article_id("a.txt")
    assert article["content_sha256"] == hashlib.sha256(content).hexdigest()
    assert (article["source_format"], article["source_encoding"]) == ("text", "utf-16")
    assert article["published_date"] is None


def test_time_of_the_file_keeps_its_nanoseconds(tmp_path: Path) -> None:
    write(tmp_path, a=b"It rains.")
    os.utime(tmp_path / "a.txt", ns=(0, 1_700_000_000_123_456_789))

    extraction = read(list_inboxes([tmp_path]).files)

    for frame in (extraction.articles, extraction.files):
        assert frame["modified_at"].to_physical().to_list() == [1_700_000_000_123_456_789]


def test_clock_gone_wild(tmp_path: Path) -> None:
    write(tmp_path, a=b"It rains.")
    os.utime(tmp_path / "a.txt", (2**34 - 1, 2**34 - 1))

    assert read(list_inboxes([tmp_path]).files).articles.height == 1


def test_unreadable_file_costs_only_itself(tmp_path: Path) -> None:
    extraction = read(write(tmp_path, a=b"It rains.", b=b"", c=b"%PDF-1.7", d=b"It snows.", e=b" \n", f=b"It\x00rains"))

    assert extraction.articles["source_uri"].to_list() == ["a.txt", "d.txt"]
    assert extraction.rejects.select("source_uri", "error_code").rows() == [
        ("b.txt", "empty"),
        ("c.txt", "binary"),
        ("e.txt", "blank"),
        ("f.txt", "binary"),
    ]
    assert extraction.rejects["content_sha256"][1] == hashlib.sha256(b"%PDF-1.7").hexdigest()
    assert extraction.files.select("file_uri", "article_count", "rejected_count").rows() == [
        ("a.txt", 1, 0),
        ("b.txt", 0, 1),
        ("c.txt", 0, 1),
        ("d.txt", 1, 0),
        ("e.txt", 0, 1),
        ("f.txt", 0, 1),
    ]


@pytest.mark.parametrize(
    ("size", "codes"), [pytest.param(100, [], id="at the limit"), pytest.param(101, ["too_large"], id="above it")]
)
@pytest.mark.parametrize("limit", ["article_bytes", "file_bytes"])
def test_size_limit(tmp_path: Path, limit: str, size: int, codes: list[str]) -> None:
    files = write(tmp_path, a=b"x" * size)

    assert read(files, Limits(**{limit: 100})).rejects["error_code"].to_list() == codes


def test_file_that_went_away_after_listing_is_tried_again(tmp_path: Path) -> None:
    files = write(tmp_path, a=b"It rains.")
    (tmp_path / "a.txt").unlink()

    extraction = read(files)

    assert (extraction.articles.height, extraction.files.height) == (0, 0)
    assert extraction.rejects["error_code"].to_list() == ["vanished"]


def test_file_that_is_written_to_meanwhile_is_tried_again(tmp_path: Path) -> None:
    files = write(tmp_path, a=b"It rains.")
    (tmp_path / "a.txt").write_bytes(b"It rains. It pours.")

    extraction = read(files)

    assert (extraction.articles.height, extraction.files.height) == (0, 0)
    assert extraction.rejects["error_code"].to_list() == ["changed_while_read"]


def test_file_that_may_not_be_read_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = write(tmp_path, a=b"It rains.", b=b"It snows.")
    open_path = Path.open

    def guarded(path: Path, *arguments: object) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return open_path(path, *arguments)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", guarded)

    extraction = read(files)

    assert extraction.articles["source_uri"].to_list() == extraction.files["file_uri"].to_list() == ["b.txt"]
    assert extraction.rejects.select("source_uri", "error_code").rows() == [("a.txt", "no_permission")]


def test_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    files = write(tmp_path, a=b"It rains.", b=b"It snows.", c=b"")

    for one, other in zip(read(files), read(files.reverse()), strict=True):
        assert one.equals(other)
