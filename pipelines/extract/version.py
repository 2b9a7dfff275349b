"""The version of the readers: with another one every file is read anew."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pipelines.extract.limits import Limits

_LIBRARIES = (
    "babel", "charset-normalizer", "fastwarc", "feedparser", "lxml", "markdown-it-py", "polars", "pyarrow",
    "python-dateutil", "python-frontmatter", "trafilatura",
)  # fmt: skip


@cache
def reader_version(limits: Limits) -> str:
    """A digest of the readers, the libraries that they read with, and the limits."""
    digest = hashlib.blake2b(repr(limits).encode(), digest_size=6)
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()
