"""Read some bytes as a file of the inbox, and make sure that what comes of them keeps its promises."""

from pathlib import Path

import polars as pl

from pipelines.extract.inputs import written_at
from pipelines.extract.limits import Limits
from pipelines.extract.read import FileReading, read_file
from pipelines.extract.rejects import REJECT_CODES
from pipelines.schemas.working import InputRejects, RawFiles, RawParagraphs, SourceArticles

LIMITS = Limits(file_bytes=5_000_000, article_bytes=1_000_000, unpacked_bytes=20_000_000, members=100)
TYPES = {
    "articles": SourceArticles.create_empty().schema,
    "paragraphs": RawParagraphs.create_empty().schema,
    "files": RawFiles.create_empty().schema,
    "rejects": InputRejects.create_empty().schema,
}


def read_one(inbox: Path, name: str, content: bytes) -> FileReading:
    """Read a file; articles or rejects come out, never an error.

    Args:
        inbox: Folder to put it into.
        name: File name.
        content: Any bytes.
    """
    path = inbox / name
    path.write_bytes(content)
    status = path.stat()
    file = {
        "file_uri": name,
        "path": str(path),
        "byte_size": status.st_size,
        "modified_at": written_at(status),
        "mapping_path": None,
        "mapping_sha256": None,
    }
    reading = read_file(file, LIMITS)
    _check_rows(reading)
    _check_places(reading)
    return reading


def _check_rows(reading: FileReading) -> None:
    """Rows have values that their columns can hold; schemas are checked elsewhere, as that takes ten times longer."""
    for table, types in TYPES.items():
        pl.DataFrame(getattr(reading, table), schema=types)
    assert {row["error_code"] for row in reading.rejects} <= set(REJECT_CODES)


def _check_places(reading: FileReading) -> None:
    """Blocks stand where their places say."""
    texts = {row["source_uri"]: row["text"] for row in reading.articles}
    for block in reading.paragraphs:
        text = texts[block["source_uri"]]
        words = text[block["char_start"] : block["char_end"]]
        assert 0 <= block["char_start"] < block["char_end"] <= len(text)
        assert words.strip() == words
