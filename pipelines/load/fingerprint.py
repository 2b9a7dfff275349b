"""Tell whether a DuckDB file is still as it was, without reading all of it.

DuckDB puts before each block the checksum of its bytes, and compares the two whenever it reads the block. So a row that
is changed through DuckDB changes a checksum, and a block whose bytes change in another way is refused to every reader.
"""

import hashlib
from pathlib import Path

HEADERS_SIZE = 3 * 4096
"""Bytes before the first block: what kind of file it is, and which blocks are in use."""
BLOCK_SIZE = 262_144
CHECKSUM_SIZE = 8
"""Source of the three: https://duckdb.org/docs/stable/internals/storage, and ``storage_info.hpp`` of DuckDB."""


def fingerprint(path: Path) -> str:
    """Digest a file's size, headers, and the checksums of all its blocks.

    Args:
        path: A DuckDB file without a write-ahead log.
    """
    digest = hashlib.blake2b(digest_size=16)
    size = path.stat().st_size
    digest.update(size.to_bytes(8))
    with path.open("rb", buffering=0) as file:
        digest.update(file.read(HEADERS_SIZE))
        for start in range(HEADERS_SIZE, size, BLOCK_SIZE):
            file.seek(start)
            digest.update(file.read(CHECKSUM_SIZE))
    return digest.hexdigest()
