"""Archives made in memory."""

import gzip
import io
import zipfile
from collections.abc import Mapping

TEXT = b"It rains in Tarn."


def zipped(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, compression)
    return buffer.getvalue()


def gzipped(content: bytes) -> bytes:
    """A gzip file, the same at any time."""
    return gzip.compress(content, mtime=0)
