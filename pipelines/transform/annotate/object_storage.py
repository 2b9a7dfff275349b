"""Readings in object storage: workers put finished chunks there, and the machine of the run keeps a copy of each.

Of a chunk's files the one that lists its readings is written last and removed first: where it is, the chunk is whole.
"""

import io
import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

import fsspec
import polars as pl

from pipelines.schemas import ANNOTATION_TABLES
from pipelines.stages import write_folder
from pipelines.transform.annotate.chunks import chunk_id
from pipelines.transform.annotate.readings import CHUNK_FOLDER, INDEX, chunk_files

CHUNKS_AT_ONCE = 64
"""Chunks that are copied together: their files come in parallel, and few enough to be held in memory."""


def is_url(target: str) -> bool:
    """Whether readings are kept in object storage, not in a folder."""
    return "://" in target


def put_chunk(url: str, readings: pl.DataFrame, annotations: Mapping[str, pl.DataFrame]) -> None:
    """Keep the readings of one chunk; it counts as kept when its last file is there."""
    storage, root = fsspec.url_to_fs(url)
    folder = f"{root}/{chunk_id(readings)}"
    files = {f"{folder}/{name}.parquet": _bytes(frame) for name, frame in chunk_files(readings, annotations).items()}
    index = f"{folder}/{INDEX}.parquet"
    storage.makedirs(folder, exist_ok=True)
    storage.pipe({path: content for path, content in files.items() if path != index})
    storage.pipe_file(index, files[index])


def copy_chunks(url: str, folder: Path) -> None:
    """Copy the finished chunks that a folder does not have yet, each of them whole or not at all."""
    storage, root = fsspec.url_to_fs(url)
    missing = iter(
        key
        for key, files in sorted(_files_by_chunk(storage, root).items())
        if f"{root}/{key}/{INDEX}.parquet" in files and not (folder / key).exists()
    )
    while keys := list(islice(missing, CHUNKS_AT_ONCE)):
        names = [*ANNOTATION_TABLES, INDEX]
        contents = storage.cat([f"{root}/{key}/{name}.parquet" for key in keys for name in names])
        for key in keys:
            frames = {name: pl.read_parquet(contents[f"{root}/{key}/{name}.parquet"]) for name in names}
            write_folder(frames, folder / key)


def remove_chunks(url: str, needed: set[str]) -> None:
    """Remove all chunks but those that are needed, and what killed runs have left."""
    storage, root = fsspec.url_to_fs(url)
    stale = {key: files for key, files in _files_by_chunk(storage, root).items() if key not in needed}
    for last in (False, True):
        paths = [path for files in stale.values() for path in files if path.endswith(f"/{INDEX}.parquet") != last]
        if paths:
            storage.rm(paths)


def _files_by_chunk(storage: Any, root: str) -> dict[str, list[str]]:
    """Paths of the files below each chunk's folder; what else is stored there is none of our business."""
    storage.invalidate_cache()  # other machines have written since
    files = defaultdict(list)
    for path in storage.find(root):
        key = PurePosixPath(path).parent.name
        if re.fullmatch(CHUNK_FOLDER, key):
            files[key].append(path)
    return files


def _bytes(frame: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    return buffer.getvalue()
