"""Turn bytes into characters without losing or changing one."""

import codecs
from typing import NamedTuple

from charset_normalizer import from_bytes

from pipelines.extract.kinds import ARCHIVES, check_kind
from pipelines.extract.rejects import RejectedInputError

LEGACY_ENCODINGS = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "koi8_r",
    "mac_roman",
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
]
"""What text files of newsrooms are in where they are not Unicode, most usual first.

Open to all of Python's codecs, a guess on one line of text is often a code page of mainframes or of Johab Korean.
"""

_BYTE_ORDER_MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
_SAMPLE_BYTES = 4_000


class Decoded(NamedTuple):
    """Characters and the codec that made them: ``content.decode(encoding)`` gives ``text`` again."""

    text: str
    encoding: str


def decode(content: bytes) -> Decoded:
    """Decode a text file; line ends and all else stay, a byte order mark is not part of the text.

    Raises:
        RejectedInputError: If there are no characters or no encoding fits.
    """
    if not content:
        raise RejectedInputError("empty", "The file has no bytes: remove it or write the article into it.")
    encoding = _find_encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"The bytes are no {encoding} at byte {error.start}: save the file as UTF-8."
        raise RejectedInputError("undecodable", message) from error
    return Decoded(text, encoding)


def _find_encoding(content: bytes) -> str:
    check_kind(content)
    if content.startswith(tuple(ARCHIVES)):
        raise RejectedInputError("binary", "This is an archive where text should be: unpack it.")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding
    if b"\x00" in content:
        return _utf16_without_mark(content)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _guess_legacy(content)
    return "utf-8"


def _utf16_without_mark(content: bytes) -> str:
    """Text of Latin letters in UTF-16 has a NUL in nearly every second byte, and on one side only."""
    sample = content[:_SAMPLE_BYTES]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if even + odd < len(sample) // 4 or (even and odd and min(even, odd) * 20 > max(even, odd)):
        raise RejectedInputError(
            "binary", "The file holds NUL bytes, so it is no text: save the article as plain text."
        )
    return "utf-16-le" if odd > even else "utf-16-be"


def _guess_legacy(content: bytes) -> str:
    matches = list(from_bytes(content, cp_isolation=LEGACY_ENCODINGS))
    if not matches:
        raise RejectedInputError("undecodable", "No character encoding fits the bytes: save the file as UTF-8.")
    best = (matches[0].chaos, matches[0].coherence)
    ties = [name for match in matches if (match.chaos, match.coherence) == best for name in match.could_be_from_charset]
    return min(ties, key=LEGACY_ENCODINGS.index)
