"""Read files of any format into articles of one shape; what cannot be read becomes a reject."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from pipelines import ids
from pipelines.extract.identity import canonical_id
from pipelines.extract.inputs import Input
from pipelines.extract.limits import Limits
from pipelines.extract.reading import read_input
from pipelines.extract.rejects import TRANSIENT_CODES, RejectedInputError, printable, reject_row, rejects_frame
from pipelines.extract.source_articles import Found, RejectedPart, SourceArticle, check_article
from pipelines.extract.version import reader_version
from pipelines.schemas.working import RawFiles, RawParagraphs, SourceArticles

_Row = dict[str, Any]


class Extraction(NamedTuple):
    """What reading yields: ``SourceArticles``, ``RawParagraphs``, ``RawFiles`` and ``InputRejects``."""

    articles: pl.DataFrame
    paragraphs: pl.DataFrame
    files: pl.DataFrame
    rejects: pl.DataFrame


@dataclass
class FileReading:
    """The rows that come of one file; it has none of its own if the reason of a reject may pass by itself."""

    articles: list[_Row] = field(default_factory=list)
    paragraphs: list[_Row] = field(default_factory=list)
    files: list[_Row] = field(default_factory=list)
    rejects: list[_Row] = field(default_factory=list)
    source_uris: set[str] = field(default_factory=set)


def read_files(files: pl.DataFrame, limits: Limits) -> Extraction:
    """Read each file; one that cannot be read costs its own row and no other.

    Args:
        files: ``InboxFiles``.
        limits: How much an input may hold.

    Returns:
        Frames sorted by key, whatever the order of the files.
    """
    whole_nanoseconds = pl.col("modified_at").to_physical()  # Python's datetime would cut them to microseconds
    readings = [read_file(file, limits) for file in files.with_columns(whole_nanoseconds).iter_rows(named=True)]
    return Extraction(
        _frame(SourceArticles, [row for reading in readings for row in reading.articles]),
        _frame(RawParagraphs, [row for reading in readings for row in reading.paragraphs]),
        _frame(RawFiles, [row for reading in readings for row in reading.files]),
        rejects_frame(row for reading in readings for row in reading.rejects),
    )


def read_file(file: _Row, limits: Limits) -> FileReading:
    """Read one file: all of it or, if it cannot be read to its end, a reject alone.

    Args:
        file: Row of ``InboxFiles``, ``modified_at`` in nanoseconds.
        limits: How much an input may hold.
    """
    mapping = Path(file["mapping_path"]) if file["mapping_path"] else None
    source = Input(file["file_uri"], Path(file["path"]), limits, mapping)
    sha256 = None
    skipped_count = 0
    reading = FileReading()
    try:
        sha256 = source.sha256()
        for found in read_input(source):
            skipped_count += _add(found, file, reading)
        source.check_unchanged(file["byte_size"], file["modified_at"])
    except RejectedInputError as reason:
        reading = FileReading(rejects=[reject_row(file["file_uri"], file["file_uri"], reason, sha256)])
    if not TRANSIENT_CODES.intersection(reject["error_code"] for reject in reading.rejects):
        kept = ("file_uri", "byte_size", "modified_at", "mapping_sha256")
        counts = {"article_count": len(reading.articles), "rejected_count": len(reading.rejects)}
        own = {"content_sha256": sha256, "skipped_count": skipped_count, "reader_version": reader_version(limits)}
        reading.files.append({name: file[name] for name in kept} | counts | own)
    return reading


def _add(found: Found, file: _Row, reading: FileReading) -> int:
    """Add what a file holds to its rows; how many parts were passed over."""
    source_uri = printable(file["file_uri"] + found.locator)
    if isinstance(found, SourceArticle):
        try:
            _check(found, source_uri, reading)
        except RejectedInputError as reason:
            found = RejectedPart(found.locator, reason)
    if isinstance(found, SourceArticle):
        reading.articles.append(_article_row(found, source_uri, file))
        blocks = enumerate(found.blocks)
        reading.paragraphs += [
            {"source_uri": source_uri, "paragraph_index": index, **block._asdict()} for index, block in blocks
        ]
    elif isinstance(found, RejectedPart):
        reading.rejects.append(reject_row(source_uri, file["file_uri"], found.reason))
    else:
        return 1
    return 0


def _check(article: SourceArticle, source_uri: str, reading: FileReading) -> None:
    """Make sure that an article can be kept and told from others."""
    check_article(article)
    if source_uri in reading.source_uris:
        message = "Another part of the file has the same name: rename one of them."
        raise RejectedInputError("duplicate_source", message)
    reading.source_uris.add(source_uri)


def _article_row(article: SourceArticle, source_uri: str, file: _Row) -> _Row:
    source_id = article.stated.source_id
    return asdict(article.stated) | {
        "article_id": ids.article_id(canonical_id(source_id) if source_id else source_uri),
        "source_uri": source_uri,
        "file_uri": file["file_uri"],
        "source_format": article.source_format,
        "source_encoding": article.encoding,
        "text": article.text,
        "content_sha256": article.content_sha256,
        "modified_at": _nanoseconds(article.retrieved_at) if article.retrieved_at else file["modified_at"],
    }


def _nanoseconds(moment: datetime) -> int:
    return int(moment.timestamp()) * 1_000_000_000


def _frame(schema: type[SourceArticles | RawParagraphs | RawFiles], rows: list[_Row]) -> pl.DataFrame:
    frame = pl.DataFrame(rows, schema=schema.create_empty().schema)
    return schema.validate(frame).sort(schema.primary_key())
