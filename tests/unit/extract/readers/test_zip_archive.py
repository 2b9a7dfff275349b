import tempfile
import zipfile
from pathlib import Path

import pytest

from tests.unit.extract.archives import TEXT, gzipped, zipped
from tests.unit.extract.conftest import ReadBytes


def test_files_inside_are_read_as_if_they_lay_in_the_inbox(read_bytes: ReadBytes) -> None:
    members = {"courier/a.txt": TEXT, "courier/b.txt.gz": gzipped(TEXT), "c.txt": b"", "origin.toml": b"x", "._d": b"x"}

    extraction = read_bytes("march.zip", zipped(members))

    assert extraction.articles["source_uri"].to_list() == [
        "march.zip!courier/a.txt",
        "march.zip!courier/b.txt.gz!b.txt",
    ]
    assert extraction.articles["text"].unique().to_list() == [TEXT.decode()]
    assert extraction.rejects.select("source_uri", "error_code").rows() == [("march.zip!c.txt", "empty")]
    assert extraction.files.select("article_count", "rejected_count").rows() == [(2, 1)]


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_to_compress(read_bytes: ReadBytes, compression: int) -> None:
    assert read_bytes("a.zip", zipped({"a.txt": TEXT}, compression)).articles["text"].to_list() == [TEXT.decode()]


@pytest.mark.parametrize(
    "path",
    ["../a.txt", "b/../../a.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt", "\\\\host\\a.txt"],
)
def test_path_that_leads_out(read_bytes: ReadBytes, path: str, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    extraction = read_bytes("a.zip", zipped({path: TEXT, "b.txt": TEXT}))

    assert extraction.rejects["error_code"].to_list() == ["unsafe_path"]
    assert extraction.articles["source_uri"].to_list() == ["a.zip!b.txt"]
    assert sorted(tmp_path.rglob("*")) == [*before, tmp_path / "inbox", tmp_path / "inbox" / "a.zip"]


def test_same_path_twice(read_bytes: ReadBytes) -> None:
    archive = zipped({"a.txt": TEXT, "b.txt": b"It snows."}).replace(b"b.txt", b"a.txt")

    extraction = read_bytes("a.zip", archive)

    assert extraction.articles["text"].to_list() == [TEXT.decode()]
    assert extraction.rejects["error_code"].to_list() == ["duplicate_source"]


def test_file_with_a_password(read_bytes: ReadBytes) -> None:
    archive = bytearray(zipped({"a.txt": TEXT}))
    archive[6] |= 1
    archive[archive.rindex(b"PK\x01\x02") + 8] |= 1

    rejects = read_bytes("a.zip", bytes(archive)).rejects

    assert rejects.select("source_uri", "error_code").rows() == [("a.zip!a.txt", "encrypted")]


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        pytest.param("META-INF/container.xml", "an EPUB book", id="EPUB"),
        pytest.param("word/document.xml", "a Word file", id="Word"),
        pytest.param("xl/workbook.xml", "an Excel file", id="Excel"),
    ],
)
def test_books_and_office_files(read_bytes: ReadBytes, inside: str, kind: str) -> None:
    rejects = read_bytes("a.txt", zipped({"mimetype": b"x", inside: b"<x/>"})).rejects

    assert rejects.select("source_uri", "error_code").rows() == [("a.txt", "binary")]
    assert kind in rejects["error_message"][0]


def test_damage_costs_the_damaged_file(read_bytes: ReadBytes) -> None:
    archive = zipped({"a.txt": TEXT, "b.txt": TEXT}, zipfile.ZIP_STORED)
    spoilt = archive.replace(b"rains", b"RAINS", 1)

    extraction = read_bytes("a.zip", spoilt)

    assert extraction.articles["source_uri"].to_list() == ["a.zip!b.txt"]
    assert extraction.rejects["error_code"].to_list() == ["damaged"]
    assert read_bytes("b.zip", archive[:-30]).rejects["error_code"].to_list()[-1] == "damaged"


def test_nothing_is_left_behind(read_bytes: ReadBytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))

    read_bytes("a.zip", zipped({"a.txt": TEXT, "b.txt": b"", "mapping.toml": b"x", "c.txt.gz": gzipped(TEXT)[:-3]}))

    assert list((tmp_path / "temporary").iterdir()) == []
