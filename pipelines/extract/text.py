"""Read plain-text files: bytes to characters, untouched; what cannot be read becomes a reject."""

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from pipelines import ids
from pipelines.extract.decode import decode
from pipelines.extract.rejects import RejectedInputError, reject_row, rejects_frame
from pipelines.schemas.working import RawArticles

MAX_BYTES = 20_000_000
"""Largest file taken for one article: a long novel has 1 MB, so anything near this is something else."""


class Extraction(NamedTuple):
    """What reading yields: ``RawArticles`` and ``InputRejects``."""

    raw_articles: pl.DataFrame
    rejects: pl.DataFrame


def read_files(files: pl.DataFrame, max_bytes: int = MAX_BYTES) -> Extraction:
    """Read each file; one that cannot be read costs its own row and no other.

    Args:
        files: ``InboxFiles``.
        max_bytes: Larger files become rejects.

    Returns:
        Every file is a row of exactly one of the two frames; both are sorted by ``source_uri``.
    """
    articles: list[dict[str, Any]] = []
    rejects: list[dict[str, str | None]] = []
    whole_nanoseconds = pl.col("modified_at").to_physical()  # Python's datetime would cut them to microseconds
    for file in files.with_columns(whole_nanoseconds).iter_rows(named=True):
        content = b""
        try:
            content = read_bytes(Path(file["path"]), max_bytes)
            articles.append(_article(file, content))
        except RejectedInputError as reason:
            rejects.append(reject_row(file["source_uri"], reason, _sha256(content) if content else None))
    frame = pl.DataFrame(articles, schema=RawArticles.create_empty().schema)
    return Extraction(RawArticles.validate(frame).sort("source_uri"), rejects_frame(rejects))


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """The bytes of a file.

    Raises:
        RejectedInputError: If it has too many bytes, has gone, or may not be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except PermissionError as error:
        message = "The file may not be read: give this user the right to read it."
        raise RejectedInputError("no_permission", message) from error
    except OSError as error:
        message = f"The file was listed but could not be read ({error.strerror}): put it back or run again."
        raise RejectedInputError("vanished", message) from error
    if len(content) > max_bytes:
        message = f"The file has more than {max_bytes:,} bytes: split it into one file per article."
        raise RejectedInputError("too_large", message)
    return content


def _article(file: dict[str, Any], content: bytes) -> dict[str, Any]:
    decoded = decode(content)
    return {
        "article_id": ids.article_id(file["source_uri"]),
        "source_uri": file["source_uri"],
        "source_format": "text",
        "source_encoding": decoded.encoding,
        "text": decoded.text,
        "content_sha256": _sha256(content),
        "byte_size": len(content),
        "modified_at": file["modified_at"],
        "published_date": None,
    }


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
