"""Take a web archive apart into the answers of servers, and find the next record after a broken one."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, NamedTuple

from fastwarc import ArchiveIterator, WarcRecord, WarcRecordType

from pipelines.extract.allowance import Allowance, OverAllowanceError
from pipelines.extract.compression import Codec, Member, find_bytes, members
from pipelines.extract.limits import Limits
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import RejectedPart, SkippedPart

RECORD_START = b"WARC/1."
OK = 200
PAGE_TYPES = ("text/html", "application/xhtml+xml")
MAX_BROKEN = 1_000
"""Broken records after which the rest of an archive is given up."""


class CutOffError(RejectedInputError):
    """A record ends before its own end."""

    def __init__(self) -> None:
        super().__init__("damaged", "The record is shorter than it says: get the web archive anew.")


class Response(NamedTuple):
    """A page as a server sent it.

    Attributes:
        locator: ``#`` and the place of its record in the file, as indexes of web archives give it.
        address: Address that was asked for.
        retrieved_at: When.
        charset: Encoding of the characters by the server's word.
        encodings: How its bytes were wrapped on their way and compressed, the outermost first.
        content: Bytes as sent.
    """

    locator: str
    address: str | None
    retrieved_at: datetime | None
    charset: str | None
    encodings: list[str]
    content: bytes


Found = Response | RejectedPart | SkippedPart


def plain_responses(file: BinaryIO, limits: Limits) -> Iterator[Found]:
    """The answers in an archive; after a broken record the reading goes on at the next one."""
    place = _Place(0)
    for _ in range(MAX_BROKEN):
        if place.start is not None:
            yield from _read_on(file, place, limits)
    if place.gap is not None or place.start is not None:
        yield RejectedPart(place.gap or f"#{place.start}", _broken("what follows is no record"))


@dataclass
class _Place:
    """Where to read on, None at the end; and the locator of what was passed over, until a record follows."""

    start: int | None
    gap: str | None = None


def _read_on(file: BinaryIO, place: _Place, limits: Limits) -> Iterator[Found]:
    """Read records up to the end or the next broken one, and find where to go on."""
    first = place.start or 0
    last = None
    file.seek(first)
    try:
        for record in _records(file):
            if place.gap is not None:
                yield RejectedPart(place.gap, _broken("what follows is no record"))
            last, place.gap = record.stream_pos, None
            yield from _responses(record, f"#{last}", limits)
        place.start = None
        return
    except OSError as error:
        if last is None:
            yield RejectedPart(f"#{first}", _broken(str(error)))
        place.gap = None if last is None else f"#{last}+"
    except CutOffError as error:
        yield RejectedPart(f"#{last}", error)
    place.start = find_bytes(file, RECORD_START, (first if last is None else last) + 1)


def compressed_responses(file: BinaryIO, codec: Codec, allowance: Allowance, limits: Limits) -> Iterator[Found]:
    """The answers in a compressed archive, of which each record usually is a member of its own.

    A broken record costs the member that it is in, a damaged member itself.
    """
    start: int | None = 0
    for _ in range(MAX_BROKEN):
        if start is None:
            return
        file.seek(start)
        for member in members(file, codec, allowance):
            try:
                yield from _member_responses(member, limits)
            except OverAllowanceError:
                raise
            except (RejectedInputError, OSError) as error:
                yield RejectedPart(f"#{member.start}", _broken(str(error)))
                start = find_bytes(file, codec.magic, member.start + 1)
                break
        else:
            return
    yield RejectedPart(f"#{start}", _broken(f"more than {MAX_BROKEN:,} records are broken"))


def _member_responses(member: Member, limits: Limits) -> Iterator[Found]:
    for number, record in enumerate(_records(member)):
        yield from _responses(record, f"#{member.start}.{number}" if number else f"#{member.start}", limits)
    while member.read(io.DEFAULT_BUFFER_SIZE):
        pass


def _records(stream: BinaryIO | Member) -> Iterator[WarcRecord]:
    """The records of a stream.

    Raises:
        OSError: If what comes next is no record.
    """
    for record in ArchiveIterator(stream, stream_detect=False, fsspec_args=False):
        if record.record_type == WarcRecordType.unknown:
            raise OSError("the record does not say what it is")
        yield record


def _responses(record: WarcRecord, locator: str, limits: Limits) -> Iterator[Found]:
    """The answer in a record, if it is one."""
    if record.record_type != WarcRecordType.response:
        return
    headers = record.http_headers
    if headers is None or headers.status_code != OK or record.http_content_type not in PAGE_TYPES:
        yield SkippedPart(locator)
    elif record.headers.get("WARC-Truncated"):
        yield RejectedPart(locator, _broken("the crawler cut the page off"))
    elif record.content_length > limits.article_bytes:
        message = f"The page has more than {limits.article_bytes:,} bytes: leave it out."
        yield RejectedPart(locator, RejectedInputError("too_large", message))
    else:
        yield _response(record, locator)


def _response(record: WarcRecord, locator: str) -> Response:
    content = record.reader.read()
    if len(content) < record.content_length:
        raise CutOffError
    headers = record.http_headers
    encodings = {name: headers.get(f"{name}-Encoding") or "" for name in ("Transfer", "Content")}
    named = {name: [part.strip().lower() for part in value.split(",")] for name, value in encodings.items()}
    return Response(
        locator=locator,
        address=record.headers.get("WARC-Target-URI"),
        retrieved_at=record.record_date,
        charset=record.http_charset,
        encodings=[*reversed(named["Transfer"]), *reversed(named["Content"])],
        content=content,
    )


def _broken(cause: str) -> RejectedInputError:
    return RejectedInputError("damaged", f"The web archive is damaged here ({cause}): get it anew.")
