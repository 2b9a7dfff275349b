"""The version of the readers: with another one every file is read anew."""

from functools import cache
from pathlib import Path

from pipelines.extract.limits import Limits
from pipelines.ids import version_digest

_LIBRARIES = (
    "babel", "charset-normalizer", "fastwarc", "feedparser", "lxml", "markdown-it-py", "polars", "pyarrow",
    "python-dateutil", "python-frontmatter", "trafilatura",
)  # fmt: skip


@cache
def reader_version(limits: Limits) -> str:
    """A digest of the readers, the libraries that they read with, and the limits."""
    return version_digest(_LIBRARIES, sorted(Path(__file__).parent.rglob("*.py")), repr(limits))
