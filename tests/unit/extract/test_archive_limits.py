"""Archives that grow without end cost one reject, and little time."""

from collections.abc import Callable

import pytest
import zstandard

from tests.unit.extract.archives import TEXT, gzipped, zipped
from tests.unit.extract.conftest import ReadBytes

MEGABYTES = 50_000_000
LIMITS = {"article_bytes": 1_000_000}


def nested(depth: int, pack: Callable[[bytes], bytes], content: bytes) -> bytes:
    return pack(nested(depth - 1, pack, content)) if depth else content


def zip_one(content: bytes) -> bytes:
    return zipped({"a.zip" if content.startswith(b"PK") else "a.txt": content})


@pytest.mark.parametrize(
    ("name", "bomb"),
    [
        pytest.param("a.gz", gzipped(bytes(MEGABYTES)), id="gzip"),
        pytest.param("a.zst", zstandard.compress(bytes(MEGABYTES)), id="Zstandard"),
        pytest.param("a.zip", zipped({"a.txt": bytes(MEGABYTES)}), id="ZIP"),
        pytest.param("a.zip", zipped({f"{number}.txt": bytes(900_000) for number in range(40)}), id="many small files"),
        pytest.param("a.gz", nested(2, gzipped, bytes(MEGABYTES)), id="gzip in gzip"),
        pytest.param("a.zip", nested(2, zip_one, bytes(MEGABYTES)), id="ZIP in ZIP"),
        pytest.param("a.zip", zipped({"a.gz": gzipped(bytes(MEGABYTES)), "b.txt": TEXT}), id="gzip in ZIP"),
    ],
)
def test_bombs(read_bytes: ReadBytes, name: str, bomb: bytes) -> None:
    extraction = read_bytes(name, bomb, **LIMITS)

    assert len(bomb) < MEGABYTES / 200
    assert extraction.articles.height == 0
    assert extraction.rejects.select("source_uri", "error_code").rows() == [(name, "archive_too_large")]


def test_news_that_packs_well_is_no_bomb(read_bytes: ReadBytes) -> None:
    assert read_bytes("a.txt.gz", gzipped(TEXT * 50_000), **LIMITS).articles.height == 1


@pytest.mark.parametrize("depth", [3, 4])
def test_archives_within_each_other(read_bytes: ReadBytes, depth: int) -> None:
    codes = read_bytes("a.zip", nested(depth, zip_one, TEXT), nesting=3).rejects["error_code"].to_list()

    assert codes == ([] if depth == 3 else ["archive_too_large"])


def test_endless_nesting(read_bytes: ReadBytes) -> None:
    """A file may unpack to itself; this one is only deep."""
    codes = read_bytes("a.gz", nested(500, gzipped, TEXT)).rejects["error_code"].to_list()

    assert codes == ["archive_too_large"]


@pytest.mark.parametrize("members", [5, 6])
def test_number_of_files(read_bytes: ReadBytes, members: int) -> None:
    archive = zipped({"a.zip": zipped({f"{number}.txt": TEXT for number in range(members - 1)})})

    codes = read_bytes("a.zip", archive, members=5).rejects["error_code"].to_list()

    assert codes == ([] if members == 5 else ["archive_too_large"])


def test_list_of_files_that_would_fill_the_memory(read_bytes: ReadBytes) -> None:
    archive = zipped({"x" * 60_000 + str(number): b"" for number in range(3)})

    codes = read_bytes("a.zip", archive, members=1).rejects["error_code"].to_list()

    assert codes == ["archive_too_large"]


def test_window_that_would_fill_the_memory(read_bytes: ReadBytes) -> None:
    window_of_two_gigabytes = bytes([(31 - 10) << 3])
    frame = zstandard.FRAME_HEADER + b"\x00" + window_of_two_gigabytes + TEXT

    assert read_bytes("a.zst", frame).rejects["error_code"].to_list() == ["damaged"]
