from pathlib import Path

import pytest

from pipelines.extract.formats import READERS, find_format, find_reader
from pipelines.extract.inputs import Input
from pipelines.extract.limits import Limits
from pipelines.extract.rejects import RejectedInputError


def written(tmp_path: Path, name: str, content: bytes) -> Input:
    (tmp_path / name).write_bytes(content)
    return Input(name, tmp_path / name, Limits())


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        pytest.param("a.txt", b"It rains.", "text", id="text"),
        pytest.param("a.txt", b'{"it": "rains"}', "text", id="braces in a text"),
        pytest.param("a", b"It rains.", None, id="text without a name that says so"),
        pytest.param("a.txt", b"<!DOCTYPE html>\n<html>", "html", id="page under another name"),
        pytest.param("a.txt", b"\xef\xbb\xbf<?xml version='1.0'?><!-- x --><rss version='2.0'>", "feed", id="feed"),
        pytest.param("a", "<feed xmlns='http://www.w3.org/2005/Atom'>".encode("utf-16"), "feed", id="UTF-16"),
        pytest.param("a.xml", b'<!DOCTYPE nitf SYSTEM "nitf.dtd" [<!ENTITY a "b">]><nitf>', "nitf", id="nitf"),
        pytest.param("a.xml", b"<nar:newsItem xmlns:nar='x'>", "newsml-g2", id="prefix"),
        pytest.param("a.xml", b"<svg></svg>", None, id="other XML"),
        pytest.param("a.html", b"<p>It rains.</p>", "html", id="fragment of a page"),
        pytest.param("a.dat", b'\n [{"headline": "Rain"}]', "json", id="list of objects"),
        pytest.param("a.jsonl", b'{"headline": "Rain"}\n{"headline": "Snow"}', "json", id="lines of objects"),
        pytest.param("a.txt", b"PAR1\x15\x04", "parquet", id="parquet"),
        pytest.param("a", b"WARC/1.0\r\n", "warc", id="warc"),
        pytest.param("a.txt", b"\x1f\x8b\x08", "gzip", id="gzip"),
        pytest.param("a.tsv", b"headline\ttext\n", "csv", id="table"),
        pytest.param("a.txt", b"", "text", id="empty"),
    ],
)
def test_content_tells_the_format(tmp_path: Path, name: str, content: bytes, found: str | None) -> None:
    assert find_format(written(tmp_path, name, content)) == found


def test_other_files_are_rejected(tmp_path: Path) -> None:
    with pytest.raises(RejectedInputError, match=r"the name has \.svg") as raised:
        find_reader(written(tmp_path, "a.svg", b"<svg></svg>"))

    assert raised.value.error_code == "unsupported_format"


@pytest.mark.parametrize("name", READERS)
def test_every_reader_can_be_loaded(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.extract.formats.find_format", lambda source: name)

    assert callable(find_reader(written(tmp_path, "a", b"")))
