"""Tell the format of a file by what is in it; its name is asked only where the content leaves it open."""

import codecs
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import PurePosixPath

from pipelines.extract.inputs import Input
from pipelines.extract.kinds import SIGNATURES, check_kind
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import Found

Reader = Callable[[Input], Iterator[Found]]

READERS = {
    "csv": "tables",
    "feed": "feed",
    "gzip": "compressed",
    "html": "html",
    "json": "json_articles",
    "markdown": "markdown",
    "newsml-g2": "newsml",
    "nitf": "nitf",
    "parquet": "parquet",
    "text": "plain_text",
    "warc": "warc",
    "zip": "zip_archive",
    "zstandard": "compressed",
}
"""For each format that is read, the module of ``pipelines.extract.readers`` with its function ``read``.

It is imported when the first file of the format is read: some of the libraries take long to load.
"""

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "csv",
    ".tsv": "csv",
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".htm": "html",
    ".html": "html",
}
"""Formats by the ending of the name, for content that could be several."""

XML_ROOTS = {
    "html": "html",
    "nitf": "nitf",
    "newsmessage": "newsml-g2",
    "newsitem": "newsml-g2",
    "packageitem": "newsml-g2",
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
}
"""Formats by the name of the first element, without prefix, in lower case."""

_MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]
_BEFORE_ROOT = re.compile(
    r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!doctype\s+(?P<doctype>[\w:.-]+)[^>\[]*(?:\[.*?\]\s*)?>)", re.I | re.S
)
_ELEMENT = re.compile(r"<(?:[\w.-]+:)?(?P<name>[\w.-]+)[\s/>]")
_JSON = re.compile(r'\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[\[{"\]\d-]|$))')


def find_reader(source: Input) -> Reader:
    """The reader for a file.

    Raises:
        RejectedInputError: If it is of a kind that is not read.
    """
    check_kind(source.head)
    found = find_format(source)
    name = READERS.get(found) if found else None
    if name is None:
        raise _unsupported(source)
    reader: Reader = import_module(f"pipelines.extract.readers.{name}").read
    return reader


def find_format(source: Input) -> str | None:
    """Name of a file's format; None if it is none that this module knows."""
    head = source.head
    by_signature = next((name for start, name in SIGNATURES.items() if head.startswith(start)), None)
    if by_signature:
        return by_signature
    text = _as_text(head)
    by_name = SUFFIXES.get(PurePosixPath(source.name).suffix)
    if text.lstrip().startswith("<"):
        return _xml_format(text) or by_name
    if _JSON.match(text) and by_name != "text":
        return "json"
    return by_name


def _as_text(head: bytes) -> str:
    """The first characters, as far as they tell the format; those of legacy encodings may be wrong."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, errors="replace")
    return head.decode("utf-8", errors="replace")


def _xml_format(text: str) -> str | None:
    """The format by the name of the first element, or that a document type names."""
    position, doctype = 0, None
    while match := _BEFORE_ROOT.match(text, position):
        position, doctype = match.end(), match["doctype"] or doctype
    root = _ELEMENT.match(text, position)
    names = (doctype, root["name"] if root else None)
    return next((XML_ROOTS[name.lower()] for name in names if name and name.lower() in XML_ROOTS), None)


def _unsupported(source: Input) -> RejectedInputError:
    suffix = PurePosixPath(source.name).suffix or "no ending"
    known = ", ".join(sorted(READERS))
    message = f"The content is none of {known}, and the name has {suffix}: save it as one of them."
    return RejectedInputError("unsupported_format", message)
