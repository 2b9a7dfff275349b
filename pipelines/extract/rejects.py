"""Why an input could not be loaded: a closed list of codes, and the frames that carry them."""

from collections.abc import Iterable

import polars as pl

from pipelines.schemas.working import InputRejects

REJECT_CODES: dict[str, str] = {
    "archive_too_large": "Unpacked, the archive is larger, or holds more files or archives in archives, than may be.",
    "binary": "The bytes are not text: they hold NUL characters or begin like a PDF, an archive or a picture.",
    "blank": "The file holds nothing but white space.",
    "changed_while_read": "The file was written to while it was read; the next run reads it.",
    "damaged": "The archive, or a record of it, is damaged or cut off.",
    "duplicate_source": "Two files have the same path, or one is called like a part of the other; one is left out.",
    "empty": "The file has no bytes.",
    "encrypted": "The file is protected by a password.",
    "http_error": "A page of the web was answered with an error.",
    "link_outside_inbox": "A symbolic link leads out of the inbox or to nothing.",
    "malformed": "The file, or a part of it, breaks the rules of its format.",
    "mapping_wrong": "The mapping of fields to columns names what is not there, or is no mapping.",
    "no_article": "The page has no text of an article.",
    "no_mapping": "Nothing says which field of the data is the text of an article.",
    "no_permission": "The file or folder may not be read by this user.",
    "not_usable": "The source says that it has withheld or withdrawn the article.",
    "robots_disallowed": "The robots.txt of a site does not allow the page to be fetched.",
    "too_complex": "The content is nested deeper, or has more parts, than that of any article.",
    "too_large": "The file is larger than the limit for one article.",
    "undecodable": "No character encoding fits the bytes.",
    "unreachable": "An inbox, page or object elsewhere could not be fetched.",
    "unreadable": "The library for the format failed on it: it is broken, or too deeply nested.",
    "unreadable_name": "The name of the file is not valid UTF-8, so that no row could say where the article is from.",
    "unsafe_path": "The path of a file in an archive is absolute or leads out of the archive.",
    "unsupported_format": "The file is of a kind that is not read.",
    "vanished": "The file was listed, but gone or unreadable when it was to be read.",
    "xml_entities": "The XML defines entities of its own, as those that grow without end or fetch other files.",
}
"""Each code of ``ops.rejects.error_code`` and what it means."""

TRANSIENT_CODES = {"changed_while_read", "no_permission", "vanished"}
"""Codes whose reason may pass without the file being written to: each run tries these files again."""


class RejectedInputError(Exception):
    """An input that cannot be loaded; carries what becomes its row of rejects."""

    def __init__(self, error_code: str, error_message: str) -> None:
        super().__init__(error_message)
        self.error_code = error_code
        self.error_message = error_message


def reject_row(
    source_uri: str, file_uri: str, reason: RejectedInputError, content_sha256: str | None = None
) -> dict[str, str | None]:
    """The row of one rejected input, a file or a part of one."""
    return {
        "source_uri": printable(source_uri),
        "file_uri": file_uri,
        "content_sha256": content_sha256,
        "error_code": reason.error_code,
        "error_message": printable(" ".join(reason.error_message.split())),
    }


def rejects_frame(rows: Iterable[dict[str, str | None]]) -> pl.DataFrame:
    """Validated rejects in the order of their sources; of several for one source, the first stays."""
    frame = pl.DataFrame(list(rows), schema=InputRejects.create_empty().schema)
    return InputRejects.validate(frame.unique("source_uri", keep="first", maintain_order=True)).sort("source_uri")


def printable(text: str) -> str:
    """A text with what is no character, as bytes of names and halves of pairs, written as escapes."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode("utf-8")
