"""Decompress streams of gzip and Zstandard piece by piece, counted, each of their members on its own."""

import io
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, NamedTuple

import zstandard

from pipelines.extract.allowance import Allowance
from pipelines.extract.rejects import RejectedInputError


class Codec(NamedTuple):
    """A way to compress.

    Attributes:
        name: As the formats are named.
        magic: First bytes of each member.
        read_bytes: Bytes decompressed at once: few enough that those of a bomb fit into memory, some 30 MB.
        start: Makes what decompresses one member.
        errors: What it raises for bytes that are damaged.
    """

    name: str
    magic: bytes
    read_bytes: int
    start: Callable[[], Any]
    errors: tuple[type[Exception], ...]

    def peek(self, head: bytes) -> bytes:
        """The first bytes inside a compressed file, by its own first bytes; none if these are damaged."""
        try:
            return bytes(self.start().decompress(head[: self.read_bytes]))
        except self.errors:
            return b""


GZIP = Codec("gzip", b"\x1f\x8b\x08", 16_384, lambda: zlib.decompressobj(wbits=31), (zlib.error,))
ZSTANDARD = Codec(
    "zstandard",
    b"\x28\xb5\x2f\xfd",
    1_024,
    lambda: zstandard.ZstdDecompressor().decompressobj(),
    (zstandard.ZstdError,),
)
CODECS = {codec.name: codec for codec in (GZIP, ZSTANDARD)}


class Member(io.RawIOBase):
    """The bytes of one member of a compressed file, to read once.

    Attributes:
        start: Where it begins in the file.

    Raises:
        RejectedInputError: On reading, if it is damaged, cut off or more than may be unpacked.
    """

    def __init__(self, file: BinaryIO, codec: Codec, allowance: Allowance) -> None:
        super().__init__()
        self.start = file.tell()
        self._file, self._codec, self._allowance = file, codec, allowance
        self._decompressor = codec.start()
        self._ready = memoryview(b"")
        self._delivered = 0

    def tell(self) -> int:
        """Bytes read so far."""
        return self._delivered

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer; 0 at the end."""
        while not self._ready and not self._decompressor.eof:
            self._ready = memoryview(self._decompress())
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        self._delivered += count
        return count

    def _decompress(self) -> bytes:
        packed = self._file.read(self._codec.read_bytes)
        if not packed:
            raise RejectedInputError("damaged", "The compressed file is cut off: get it anew.")
        try:
            unpacked: bytes = self._decompressor.decompress(packed)
        except self._codec.errors as error:
            raise RejectedInputError("damaged", f"The compressed file is damaged ({error}): get it anew.") from error
        self._allowance.take_bytes(len(unpacked))
        if self._decompressor.eof:
            self._file.seek(-len(self._decompressor.unused_data), io.SEEK_CUR)
        return unpacked


def members(file: BinaryIO, codec: Codec, allowance: Allowance) -> Iterator[Member]:
    """The members of a file from where it stands, each to be read to its end before the next is asked for."""
    while _skip_padding(file):
        yield Member(file, codec, allowance)


def unpack(file: BinaryIO, codec: Codec, allowance: Allowance) -> Iterator[bytes]:
    """All bytes of a compressed file, piece by piece.

    Raises:
        RejectedInputError: If it is damaged, cut off or more than may be unpacked.
    """
    for member in members(file, codec, allowance):
        while piece := member.read(io.DEFAULT_BUFFER_SIZE * 8):
            yield piece


def find_bytes(file: BinaryIO, sought: bytes, start: int) -> int | None:
    """The first place of some bytes in a file at or after a place; None if there is none."""
    file.seek(start)
    window, position = b"", start
    while piece := file.read(io.DEFAULT_BUFFER_SIZE * 8):
        window += piece
        found = window.find(sought)
        if found >= 0:
            return position + found
        kept = len(sought) - 1
        position += max(len(window) - kept, 0)
        window = window[-kept:]
    return None


def _skip_padding(file: BinaryIO) -> bool:
    """Pass over the NUL bytes that fill up a block of a tape; whether anything follows."""
    while piece := file.read(io.DEFAULT_BUFFER_SIZE):
        rest = piece.lstrip(b"\x00")
        if rest:
            file.seek(-len(rest), io.SEEK_CUR)
            return True
    return False
