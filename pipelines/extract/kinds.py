"""Tell by its first bytes what a file is; kinds that hold no news text that could be read say how to mend it."""

import re
from typing import NamedTuple

from pipelines.extract.rejects import RejectedInputError

ARCHIVES = {
    b"\x1f\x8b": "gzip",
    b"\x28\xb5\x2f\xfd": "zstandard",
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
}
SIGNATURES = {b"PAR1": "parquet", b"WARC/": "warc"} | ARCHIVES
"""Formats that are read, by their first bytes."""


class ForeignKind(NamedTuple):
    """A kind of file that is not read."""

    name: str
    remedy: str


_AS_TEXT = "save the article as plain text or HTML"
_UNPACK = "pack it as .zip, .gz or .zst, or put the files inside it into the inbox"
_PICTURE = "put a picture's caption into the article, and take the picture out of the inbox"
_NO_TEXT = "take it out of the inbox"

_FOREIGN = {
    rb"%PDF-": ForeignKind("a PDF", f"pages set for print do not tell where an article begins or ends: {_AS_TEXT}"),
    rb"\xff\xd8\xff": ForeignKind("a JPEG picture", _PICTURE),
    rb"\x89PNG\r\n": ForeignKind("a PNG picture", _PICTURE),
    rb"GIF8[79]a": ForeignKind("a GIF picture", _PICTURE),
    rb"RIFF....WEBP": ForeignKind("a WebP picture", _PICTURE),
    rb"II\*\x00|MM\x00\*": ForeignKind("a TIFF picture", _PICTURE),
    rb"\x00\x00..ftyp|OggS\x00|ID3[\x02-\x04]|RIFF....(?:WAVE|AVI )": ForeignKind("a sound or film", _NO_TEXT),
    rb"\{\\rtf": ForeignKind("an RTF file", _AS_TEXT),
    rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ForeignKind("an office file (such as .doc)", _AS_TEXT),
    rb".{257}ustar": ForeignKind("a tar archive", _UNPACK),
    rb"BZh[1-9](?:1AY&SY|\x17\x72\x45)": ForeignKind("a bzip2 archive", _UNPACK),
    rb"\xfd7zXZ\x00": ForeignKind("an xz archive", _UNPACK),
    rb"7z\xbc\xaf\x27\x1c": ForeignKind("a 7z archive", _UNPACK),
    rb"Rar!\x1a\x07": ForeignKind("a RAR archive", _UNPACK),
    rb"SQLite format 3\x00": ForeignKind("an SQLite database", "save its rows as CSV, JSON Lines or Parquet"),
    rb"\x7fELF|MZ.{0,8}\x00": ForeignKind("a program", _NO_TEXT),
}
_FOREIGN_PATTERNS = [(re.compile(pattern, re.DOTALL), kind) for pattern, kind in _FOREIGN.items()]

BOOKS_AND_OFFICE_FILES = {
    "word/document.xml": ForeignKind("a Word file", _AS_TEXT),
    "xl/workbook.xml": ForeignKind("an Excel file", "save the table as CSV"),
    "ppt/presentation.xml": ForeignKind("a PowerPoint file", _AS_TEXT),
    "META-INF/container.xml": ForeignKind("an EPUB book", f"a book holds no news articles: {_AS_TEXT}"),
    "META-INF/manifest.xml": ForeignKind("an OpenDocument file", f"{_AS_TEXT}, a table as CSV"),
    "META-INF/MANIFEST.MF": ForeignKind("a Java program", _NO_TEXT),
}
"""Kinds that are ZIP archives, by a file that they always hold."""


def check_kind(head: bytes) -> None:
    """Make sure that a file is not of a kind that is known not to be read.

    Args:
        head: Its first bytes.

    Raises:
        RejectedInputError: If it is; says what it is and what to do.
    """
    found = next((kind for pattern, kind in _FOREIGN_PATTERNS if pattern.match(head)), None)
    if found:
        raise foreign(found)


def foreign(kind: ForeignKind) -> RejectedInputError:
    """The reject of a kind that is not read."""
    return RejectedInputError("binary", f"The file is {kind.name}: {kind.remedy}.")
