"""List the inboxes without opening a file, and tell what has to be read since the last run."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from pipelines.extract.inputs import written_at
from pipelines.extract.rejects import RejectedInputError, printable, reject_row, rejects_frame
from pipelines.schemas.working import InboxFiles

PROVENANCE_FILE = "origin.toml"
"""Says where the articles beside it come from; it is no article and no reject."""

MAPPING_FILE = "mapping.toml"
"""Says for the files beside it and below which of their fields are which columns; it is no article and no reject."""

_BEFORE_PART = re.compile(r"!|#(?=\d)")
"""What stands between a file and the name of its part, as readers write locators."""

_Row = dict[str, Any]


class InboxListing(NamedTuple):
    """What the inboxes hold: ``InboxFiles`` to choose from and ``InputRejects`` that need no reading."""

    files: pl.DataFrame
    rejects: pl.DataFrame


class InboxChanges(NamedTuple):
    """What to do since the run before: rows of ``InboxFiles``."""

    to_read: pl.DataFrame
    unchanged: pl.DataFrame


def list_inboxes(inboxes: Sequence[Path]) -> InboxListing:
    """List all files in any depth, by folder scans alone, so that 100,000 files take a second or two.

    Hidden files and folders, notes of provenance and mappings are passed over. Links to folders are not followed:
    one that stays in the inbox shows nothing new, one that leaves it is a reject.

    Args:
        inboxes: Folders to list. Of files with the same relative path, the one in the first inbox counts; a file
            that is called as a part of another would be, such as ``a.zip!b.txt`` beside ``a.zip``, is a reject.

    Returns:
        Frames sorted by ``file_uri``.

    Raises:
        FileNotFoundError: If an inbox does not exist.
        NotADirectoryError: If an inbox is no folder.
    """
    files: dict[str, _Row] = {}
    rejects: list[_Row] = []
    for inbox in inboxes:
        root = inbox.resolve(strict=True)
        for file_uri, found in _walk(root):
            if isinstance(found, RejectedInputError):
                rejects.append(reject_row(file_uri, file_uri, found))
            elif file_uri in files:
                rejects.append(reject_row(file_uri, file_uri, _duplicate(files[file_uri]["inbox"], root)))
            else:
                files[file_uri] = {"file_uri": file_uri, "inbox": str(root), **found}
    for file_uri, whole in _called_like_parts(files):
        del files[file_uri]
        rejects.append(reject_row(file_uri, file_uri, _called_like_part(whole)))
    frame = pl.DataFrame(list(files.values()), schema=InboxFiles.create_empty().schema)
    return InboxListing(InboxFiles.validate(frame).sort("file_uri"), rejects_frame(rejects))


def count_files(inboxes: Sequence[Path], at_most: int) -> int:
    """How many files the inboxes hold; none is looked at beyond so many."""
    return sum(1 for _ in islice(chain.from_iterable(map(_walk, inboxes)), at_most))


def compare_with_known(files: pl.DataFrame, known: pl.DataFrame, reader_version: str) -> InboxChanges:
    """Part the files into those to read and those that size and time show to be unchanged.

    Args:
        files: ``InboxFiles`` of this run.
        known: ``KnownFiles`` of the run before.
        reader_version: Version of the readers; what another one has read is read anew.

    Returns:
        Frames sorted by ``file_uri``.
    """
    stamp = ["file_uri", "byte_size", "modified_at", "mapping_sha256"]
    same = known.filter(pl.col("reader_version") == reader_version)
    return InboxChanges(
        to_read=files.join(same, on=stamp, how="anti", maintain_order="left", nulls_equal=True),
        unchanged=files.join(same, on=stamp, how="semi", maintain_order="left", nulls_equal=True),
    )


def listing_digest(listing: InboxListing) -> str:
    """Short digest of names, sizes and times: another one means that something is new, changed or gone."""
    digest = hashlib.blake2b(digest_size=16)
    stamp = ["file_uri", "byte_size", "modified_at", "mapping_sha256"]
    digest.update(listing.files.select(stamp).write_csv().encode())
    digest.update(listing.rejects.select("source_uri", "error_code").write_csv().encode())
    return digest.hexdigest()


def _walk(root: Path) -> Iterator[tuple[str, _Row | RejectedInputError]]:
    folders: list[tuple[str, str, _Row]] = [("", str(root), {"mapping_path": None, "mapping_sha256": None})]
    while folders:
        prefix, folder, mapping = folders.pop()
        try:
            with os.scandir(folder) as entries:
                present = list(entries)
        except OSError as error:
            yield printable(prefix.rstrip("/") or root.name), _unlistable(error)
            continue
        mapping = next((_mapping(entry) for entry in present if entry.name == MAPPING_FILE), mapping)
        visible = [entry for entry in present if not is_passed_over(entry.name)]
        folders += [
            (f"{prefix}{entry.name}/", entry.path, mapping) for entry in visible if entry.is_dir(follow_symlinks=False)
        ]
        for file_uri, found in _describe_all(prefix, visible, root):
            yield file_uri, found if isinstance(found, RejectedInputError) else found | mapping


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name is no input: it is hidden, a note of provenance or a mapping."""
    return name.startswith(".") or name in (PROVENANCE_FILE, MAPPING_FILE)


def _mapping(entry: os.DirEntry[str]) -> _Row:
    """Where a mapping is and what is in it; one that may not be read is told by the reader that asks for it."""
    try:
        sha256 = hashlib.sha256(Path(entry.path).read_bytes()).hexdigest()
    except OSError:
        sha256 = None
    return {"mapping_path": entry.path, "mapping_sha256": sha256}


def _describe_all(
    prefix: str, entries: Iterable[os.DirEntry[str]], root: Path
) -> Iterator[tuple[str, _Row | RejectedInputError]]:
    for entry in entries:
        file_uri = printable(prefix + entry.name)
        try:
            found = _describe(entry, root)
        except RejectedInputError as reason:
            yield file_uri, reason
        else:
            if found is not None:
                yield file_uri, found


def _describe(entry: os.DirEntry[str], root: Path) -> _Row | None:
    if entry.is_symlink():
        _check_link(entry, root)
    if entry.is_dir():
        return None
    if printable(entry.path) != entry.path:
        raise RejectedInputError("unreadable_name", "The name is not valid UTF-8: rename the file or its folder.")
    if not entry.is_file():
        raise RejectedInputError("unsupported_format", "This is no file but a device, pipe or socket: remove it.")
    try:
        status = entry.stat()
    except OSError as error:
        raise RejectedInputError("vanished", f"The file went away while listing ({error.strerror}).") from error
    return {"path": entry.path, "byte_size": status.st_size, "modified_at": written_at(status)}


def _check_link(entry: os.DirEntry[str], root: Path) -> None:
    try:
        target = Path(entry.path).resolve(strict=True)
    except (OSError, RuntimeError) as error:
        message = "The link leads nowhere or in a circle: remove it."
        raise RejectedInputError("link_outside_inbox", message) from error
    if not target.is_relative_to(root):
        message = f"The link leads out of the inbox, to {printable(str(target))}: put the file itself into the inbox."
        raise RejectedInputError("link_outside_inbox", message)


def _unlistable(error: OSError) -> RejectedInputError:
    if isinstance(error, PermissionError):
        return RejectedInputError("no_permission", "The folder may not be listed: give this user the right to read it.")
    return RejectedInputError(
        "vanished", f"The folder could not be listed ({error.strerror}): look at it and run again."
    )


def _called_like_parts(file_uris: Iterable[str]) -> list[tuple[str, str]]:
    """Files whose names could be those of parts of another, and that other."""
    known = set(file_uris)
    wholes = ((uri, [uri[: mark.start()] for mark in _BEFORE_PART.finditer(uri)]) for uri in sorted(known))
    return [(uri, next(whole for whole in found if whole in known)) for uri, found in wholes if known & set(found)]


def _called_like_part(whole: str) -> RejectedInputError:
    message = f"The file is called as a part of {whole} would be: rename one of them."
    return RejectedInputError("duplicate_source", message)


def _duplicate(first_inbox: str, later_inbox: Path) -> RejectedInputError:
    message = f"The file in {later_inbox} has the same path as one in {first_inbox}: rename or remove one of them."
    return RejectedInputError("duplicate_source", message)
