"""All that a warehouse is made from, in one short digest: what has the same digest has the same rows."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import polars as pl

from pipelines.ids import version_digest
from pipelines.settings import PROJECT_ROOT, REFERENCE_DIR

_LIBRARIES = ("polars", "duckdb", "nameparser", "rapidfuzz", "py3langid")


def inputs_digest(listing_digest: str, stated: Iterable[pl.DataFrame], versions: Iterable[str]) -> str:
    """Digest what a run finds before it reads anything.

    Args:
        listing_digest: Names, sizes and times of the files of the inboxes.
        stated: Frames of what people have stated: corrections and withdrawals.
        versions: Versions of all that makes rows from these.
    """
    digest = hashlib.blake2b(listing_digest.encode(), digest_size=16)
    for frame in stated:
        digest.update(frame.write_json().encode())
    for part in versions:
        digest.update(f"{part}\n".encode())
    return digest.hexdigest()


@cache
def code_version() -> str:
    """A digest of the code, the views, the reference tables, and the libraries that decide about rows.

    With another one nothing is taken for unchanged, however small the change.
    """
    return version_digest(_LIBRARIES, _files_that_decide())


def _files_that_decide() -> list[Path]:
    tables = [file for file in REFERENCE_DIR.rglob("*") if file.suffix in (".csv", ".parquet")]
    return sorted([*Path(__file__).parent.rglob("*.py"), *(PROJECT_ROOT / "sql").rglob("*.sql"), *tables])
