import hashlib

import pytest
import zstandard

from tests.unit.extract.archives import TEXT, gzipped
from tests.unit.extract.conftest import ReadBytes


def zstd(content: bytes) -> bytes:
    return zstandard.ZstdCompressor(write_checksum=True).compress(content)


@pytest.mark.parametrize(
    ("name", "content", "source_uri"),
    [
        pytest.param("a.txt.gz", gzipped(TEXT), "a.txt.gz!a.txt", id="gzip"),
        pytest.param("courier/a.txt.zst", zstd(TEXT), "courier/a.txt.zst!a.txt", id="Zstandard"),
        pytest.param("a.txt", gzipped(TEXT), "a.txt!a.txt", id="name does not say so"),
        pytest.param("a.txt.gz", gzipped(TEXT[:5]) + gzipped(TEXT[5:]), "a.txt.gz!a.txt", id="two members"),
        pytest.param("a.txt.zst", zstd(TEXT[:5]) + zstd(TEXT[5:]), "a.txt.zst!a.txt", id="two frames"),
        pytest.param("a.txt.gz", gzipped(TEXT) + bytes(600), "a.txt.gz!a.txt", id="padding"),
        pytest.param("a.txt.gz.zst", zstd(gzipped(TEXT)), "a.txt.gz.zst!a.txt.gz!a.txt", id="one in the other"),
    ],
)
def test_file_inside_is_read(read_bytes: ReadBytes, name: str, content: bytes, source_uri: str) -> None:
    article = read_bytes(name, content).articles.row(0, named=True)

    assert (article["source_uri"], article["file_uri"], article["text"]) == (source_uri, name, TEXT.decode())
    assert article["content_sha256"] == hashlib.sha256(TEXT).hexdigest()


@pytest.mark.parametrize("pack", [gzipped, zstd])
@pytest.mark.parametrize("spoil", ["cut", "change", "add"])
def test_damaged_file(read_bytes: ReadBytes, pack: type, spoil: str) -> None:
    packed = pack(TEXT * 50)
    changed = bytearray(packed)
    changed[len(packed) // 2] ^= 0xFF
    spoilt = {"cut": packed[:-5], "change": bytes(changed), "add": packed + b"more"}[spoil]

    extraction = read_bytes("a.txt.gz", spoilt)

    assert extraction.articles.height == 0
    assert extraction.rejects.select("source_uri", "error_code").rows() == [("a.txt.gz!a.txt", "damaged")]


def test_reject_of_the_file_inside(read_bytes: ReadBytes) -> None:
    rejects = read_bytes("a.txt.gz", gzipped(b" ")).rejects

    assert rejects.select("source_uri", "file_uri", "error_code").rows() == [("a.txt.gz!a.txt", "a.txt.gz", "blank")]
