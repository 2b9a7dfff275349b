"""Mirror a prefix of an object store into a folder, which is then an inbox like any other."""

import os
from pathlib import Path, PurePosixPath
from typing import Any

import fsspec

from pipelines.extract.rejects import RejectedInputError, reject_row

STAMPS = ("ETag", "etag", "md5Hash", "LastModified", "mtime", "created")
"""What stores call the marks by which a changed object can be told."""

_STAMPS_FILE = ".stamps"


def mirror_store(inbox: str, folder: Path) -> list[dict[str, str | None]]:
    """Bring a folder up to date with a store: fetch what is new or changed, remove what has left.

    Args:
        inbox: Address of the prefix, such as ``s3://archive/2025``.
        folder: Where it is mirrored; sub-folders are kept.

    Returns:
        Rows of rejects: objects whose name no file can have, or the whole inbox if the store cannot be reached; what
        was fetched before then stays.
    """
    try:
        file_system, root = fsspec.core.url_to_fs(inbox)
        found: dict[str, dict[str, Any]] = file_system.find(root, detail=True)
    except (ImportError, OSError, ValueError) as error:
        message = f"{inbox} could not be listed ({error}): look at address and credentials, or run again."
        return [reject_row(inbox, inbox, RejectedInputError("unreachable", " ".join(message.split())))]
    rejects: list[dict[str, str | None]] = []
    wanted: set[Path] = set()
    for name, info in sorted(found.items()):
        relative = name.removeprefix(root).lstrip("/") or PurePosixPath(name).name
        try:
            if not _is_hidden(relative):
                wanted.add(folder / relative)
                _fetch_if_changed(file_system, name, info, folder / relative)
        except RejectedInputError as reason:
            rejects.append(reject_row(f"{inbox.rstrip('/')}/{relative}", inbox, reason))
    _remove_others(folder, wanted)
    return rejects


def _is_hidden(relative: str) -> bool:
    """Whether a part of the name begins with a point, as those do that an inbox passes over.

    Raises:
        RejectedInputError: If no file can have this name.
    """
    parts = relative.split("/")
    if any(part in ("", ".", "..") for part in parts):
        raise RejectedInputError("unsafe_path", "The name of the object leads out of its prefix: rename it.")
    return any(part.startswith(".") for part in parts)


def _fetch_if_changed(file_system: Any, name: str, info: dict[str, Any], path: Path) -> None:
    stamp = " ".join(str(info[mark]) for mark in ("size", *STAMPS) if mark in info)
    noted = path.with_name(f".{path.name}{_STAMPS_FILE}")
    if path.exists() and noted.exists() and noted.read_text(encoding="utf-8") == stamp:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.new")
    try:
        file_system.get_file(name, str(aside))
    except OSError as error:
        message = f"The object could not be fetched ({type(error).__name__}): look at it, or run again."
        raise RejectedInputError("unreachable", message) from error
    aside.replace(path)
    noted.write_text(stamp, encoding="utf-8")


def _remove_others(folder: Path, kept: set[Path]) -> None:
    for current, _, names in os.walk(folder):
        for name in names:
            path = Path(current, name)
            shown = path.with_name(name.removeprefix(".").removesuffix(_STAMPS_FILE)) if name.startswith(".") else path
            if shown not in kept:
                path.unlink()
