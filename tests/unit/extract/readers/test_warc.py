import gzip
from datetime import UTC, datetime

import pytest
import zstandard

from tests.unit.extract.archives import gzipped, zipped
from tests.unit.extract.conftest import ReadBytes

PARAGRAPH = (
    "The port of Tarn opened again on Tuesday after a week of storms, said Ann Lee, who runs the harbour office. "
)
PAGE = f"""<html><head><title>Port</title><meta property="og:type" content="article"></head><body><article>
<h1>Harbour opens again</h1>{f"<p>{PARAGRAPH * 2}</p>" * 3}</article></body></html>"""


def record(
    name: str,
    page: bytes = PAGE.encode(),
    *,
    kind: str = "response",
    status: str = "200 OK",
    media_type: str = "text/html; charset=utf-8",
    header: str = "",
    warc_header: str = "",
) -> bytes:
    """A record of a web archive."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{header}\r\n".encode() + page
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://tarn.example/{name}\r\n{warc_header}"
        f"WARC-Date: 2025-03-04T10:00:00Z\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def read_ids(read_bytes: ReadBytes, content: bytes, name: str = "a.warc") -> tuple[list[str], list[str]]:
    """Last parts of the addresses of the articles, and the codes of the rejects."""
    extraction = read_bytes(name, content)
    ids = [address.rpartition("/")[2] for address in extraction.articles.sort("url")["url"]]
    return ids, extraction.rejects["error_code"].to_list()


def test_page_is_an_article(read_bytes: ReadBytes) -> None:
    article = read_bytes("a.warc", record("1")).articles.row(0, named=True)

    assert (article["source_uri"], article["source_format"]) == ("a.warc#0", "html")
    assert article["source_id"] == article["url"] == "https://tarn.example/1"
    assert article["modified_at"] == datetime(2025, 3, 4, 10, tzinfo=UTC)
    assert article["published_at"] is None
    assert PARAGRAPH.strip() in article["text"]


def test_what_is_no_article_is_counted(read_bytes: ReadBytes) -> None:
    menu = b"<html><body><ul><li>Home<li>Sport</ul></body></html>"
    others = [
        record("1", kind="warcinfo"),
        record("2", kind="request"),
        record("3", status="404 Not Found"),
        record("4", b"\x89PNG\r\n", media_type="image/png"),
        record("5", menu),
        record("6", b""),
    ]

    extraction = read_bytes("a.warc", b"".join([*others, record("7")]))

    assert (extraction.articles.height, extraction.rejects.height) == (1, 0)
    assert extraction.files["skipped_count"].to_list() == [4]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.warc.gz", gzipped(record("1")) + gzipped(record("2")), id="gzip, a member each"),
        pytest.param("a.warc.gz", gzipped(record("1") + record("2")), id="gzip, one member"),
        pytest.param("a.warc.zst", zstandard.compress(record("1") + record("2")), id="Zstandard"),
        pytest.param("a.zip", zipped({"a.warc.gz": gzipped(record("1")) + gzipped(record("2"))}), id="in a ZIP"),
    ],
)
def test_compressed(read_bytes: ReadBytes, name: str, content: bytes) -> None:
    assert read_ids(read_bytes, content, name) == (["1", "2"], [])


@pytest.mark.parametrize(
    ("page", "header"),
    [
        pytest.param(gzip.compress(PAGE.encode()), "Content-Encoding: gzip\r\n", id="gzip"),
        pytest.param(
            f"{len(PAGE.encode()):x}\r\n{PAGE}\r\n0\r\n\r\n".encode(), "Transfer-Encoding: chunked\r\n", id="chunked"
        ),
        pytest.param(PAGE.encode(), "Content-Encoding: identity\r\n", id="none"),
    ],
)
def test_encodings_of_the_transfer(read_bytes: ReadBytes, page: bytes, header: str) -> None:
    assert read_ids(read_bytes, record("1", page, header=header) + record("2")) == (["1", "2"], [])


@pytest.mark.parametrize(
    "middle",
    [
        pytest.param(record("2").replace(b"Content-Length: ", b"Content-Length: 9"), id="longer than it is"),
        pytest.param(record("2").replace(b"Content-Length: ", b"Content-Length: -"), id="negative length"),
        pytest.param(record("2").replace(b"Content-Length", b"Contents"), id="no length"),
        pytest.param(b"no record\r\n\r\n", id="no record"),
        pytest.param(b"WARC/1.0\r\n" + b"x" * 100_000 + b"\r\n\r\n", id="endless header"),
        pytest.param(record("2", b"\x1f\x8b\x08x" * 9, header="Content-Encoding: gzip\r\n"), id="wrong encoding"),
        pytest.param(record("2", warc_header="WARC-Truncated: length\r\n"), id="cut off by the crawler"),
    ],
)
def test_broken_record_costs_itself(read_bytes: ReadBytes, middle: bytes) -> None:
    ids, codes = read_ids(read_bytes, record("1") + middle + record("3"))

    assert ids == ["1", "3"]
    assert len(codes) == 1
    assert codes[0] in ("damaged", "unreadable")


def test_damaged_member_costs_itself(read_bytes: ReadBytes) -> None:
    first, second, third = (gzipped(record(name)) for name in "123")
    spoilt = bytearray(second)
    spoilt[len(second) // 2] ^= 0xFF

    assert read_ids(read_bytes, first + bytes(spoilt) + third, "a.warc.gz") == (["1", "3"], ["damaged"])
    assert read_ids(read_bytes, first + second[: len(second) // 2], "a.warc.gz") == (["1"], ["damaged"])


def test_archive_full_of_broken_records_ends(read_bytes: ReadBytes) -> None:
    ids, codes = read_ids(read_bytes, b"WARC/1.0\r\n\r\n" * 5_000)

    assert ids == []
    assert len(codes) <= 1_001


def test_bombs(read_bytes: ReadBytes) -> None:
    blank_lines = gzipped(record("1") + b"\r\n" * 20_000_000)
    page = record("2", gzip.compress(b"a" * 30_000_000), header="Content-Encoding: gzip\r\n")

    assert read_bytes("a.warc.gz", blank_lines, article_bytes=1_000_000).rejects["error_code"].to_list() == [
        "archive_too_large"
    ]
    assert read_ids(read_bytes, page + record("3"), "b.warc")[1][-1:] == ["too_large"]
