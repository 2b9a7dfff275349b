"""One file compressed by gzip or Zstandard: a web archive is read as a stream, any other is unpacked first."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from pipelines.extract.compression import CODECS, unpack
from pipelines.extract.inputs import Input
from pipelines.extract.kinds import ARCHIVES
from pipelines.extract.members import allowance_of, read_member
from pipelines.extract.readers import warc
from pipelines.extract.source_articles import Found

SUFFIXES = {".gz": "", ".gzip": "", ".zst": "", ".zstd": "", ".tgz": ".tar"}
"""Endings that compressing puts to a name, and what stands for them without it."""


def read(source: Input) -> Iterator[Found]:
    """Read the file inside.

    Raises:
        RejectedInputError: If the file is damaged or cut off, or holds more than may be unpacked.
    """
    codec = CODECS[next(name for magic, name in ARCHIVES.items() if source.head.startswith(magic))]
    allowance = allowance_of(source)
    with source.open() as file:
        if codec.peek(source.head).startswith(warc.SIGNATURE):
            yield from warc.read_compressed(source, file, codec, allowance)
        else:
            yield from read_member(source, _name_inside(source), unpack(file, codec, allowance), allowance)


def _name_inside(source: Input) -> str:
    name = source.uri.replace("!", "/").rpartition("/")[2]
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
    return path.stem + SUFFIXES[suffix] if suffix in SUFFIXES else name
