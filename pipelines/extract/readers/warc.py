"""Web archives (WARC): each page that is an article, read one by one; all else is passed over and counted."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, BinaryIO

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader

from pipelines.extract.allowance import Allowance
from pipelines.extract.compression import Codec
from pipelines.extract.inputs import Input
from pipelines.extract.limits import Limits
from pipelines.extract.pages import read_page
from pipelines.extract.readers.warc_records import Response, compressed_responses, plain_responses
from pipelines.extract.reading import library_errors
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import Found, RejectedPart, SkippedPart, SourceArticle

SIGNATURE = b"WARC/"
NO_ARTICLE = ("no_article", "blank", "empty")
"""Reasons for which a page is none that someone would want to mend."""

WEB_YEARS = range(1991, 2262)
"""Years that a page can have been fetched in, and that a moment in nanoseconds can tell."""

_DECODERS: dict[str, Callable[[BinaryIO], Any]] = {
    "gzip": GzipReader,
    "x-gzip": GzipReader,
    "deflate": lambda inner: GzipReader(inner, zlib=True),
    "br": BrotliReader,
    "zstd": ZstdReader,
    "chunked": ChunkedReader,
}


def read(source: Input) -> Iterator[Found]:
    """Read an archive that is not compressed; a broken record costs itself."""
    with source.open() as file:
        yield from _read_all(plain_responses(file, source.limits), source.limits)


def read_compressed(source: Input, file: BinaryIO, codec: Codec, allowance: Allowance) -> Iterator[Found]:
    """Read a compressed archive as it is decompressed; a broken record costs the compressed member that it is in."""
    yield from _read_all(compressed_responses(file, codec, allowance, source.limits), source.limits)


def _read_all(parts: Iterator[Response | RejectedPart | SkippedPart], limits: Limits) -> Iterator[Found]:
    for part in parts:
        yield _read_response(part, limits) if isinstance(part, Response) else part


def _read_response(response: Response, limits: Limits) -> Found:
    try:
        with library_errors():
            return _page(response, limits)
    except RejectedInputError as reason:
        if reason.error_code in NO_ARTICLE:
            return SkippedPart(response.locator)
        return RejectedPart(response.locator, reason)


def _page(response: Response, limits: Limits) -> SourceArticle:
    content = _decoded(response, limits.article_bytes)
    page = read_page(content, limits, locator=response.locator, address=response.address, charset=response.charset)
    return replace(page, retrieved_at=_within_years_of_the_web(response.retrieved_at))


def _decoded(response: Response, limit: int) -> bytes:
    """The page without the encodings of its transfer and of its content, no more of it than may be."""
    content = response.content
    for name in response.encodings:
        if name in _DECODERS:
            content = _read_up_to(_DECODERS[name](io.BytesIO(content)), limit)
    return content


def _read_up_to(reader: BinaryIO, limit: int) -> bytes:
    content = bytearray()
    while len(content) <= limit and (piece := reader.read(io.DEFAULT_BUFFER_SIZE * 8)):
        content += piece
    if len(content) > limit:
        raise RejectedInputError("too_large", f"The page has more than {limit:,} bytes: leave it out.")
    return bytes(content)


def _within_years_of_the_web(moment: datetime | None) -> datetime | None:
    return moment if moment and moment.year in WEB_YEARS else None
