from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from pipelines.extract.remote.stores import mirror_store

PREFIX = "memory://archive/2025"


@pytest.fixture(autouse=True)
def store() -> Iterator[fsspec.AbstractFileSystem]:
    file_system = fsspec.filesystem("memory")
    file_system.pipe({"/archive/2025/tarn-post/a.txt": b"It rains.", "/archive/2025/b.txt": b"It snows."})
    yield file_system
    file_system.store.clear()


def mirrored(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def test_folder_is_what_the_store_holds(store: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    assert mirror_store(PREFIX, tmp_path) == []
    assert mirrored(tmp_path) == {"b.txt": b"It snows.", "tarn-post/a.txt": b"It rains."}

    store.rm("/archive/2025/b.txt")
    store.pipe("/archive/2025/c.txt", b"It thaws.")
    store.pipe("/archive/2025/.hidden/d.txt", b"Nothing.")

    assert mirror_store(PREFIX, tmp_path) == []
    assert mirrored(tmp_path) == {"c.txt": b"It thaws.", "tarn-post/a.txt": b"It rains."}


def test_only_what_has_changed_is_fetched_again(store: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    mirror_store(PREFIX, tmp_path)
    before = {name: (tmp_path / name).stat().st_mtime_ns for name in mirrored(tmp_path)}
    store.pipe("/archive/2025/b.txt", b"It snows no more.")

    mirror_store(PREFIX, tmp_path)

    assert (tmp_path / "tarn-post/a.txt").stat().st_mtime_ns == before["tarn-post/a.txt"]
    assert mirrored(tmp_path)["b.txt"] == b"It snows no more."


def test_name_that_climbs_out_is_rejected(
    store: fsspec.AbstractFileSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = {"/archive/2025/../../outside.txt": {"size": 9}, "/archive/2025/b.txt": {"size": 9}}
    monkeypatch.setattr(store, "find", lambda root, detail: listed)

    rejects = mirror_store(PREFIX, tmp_path / "mirror")

    assert [row["error_code"] for row in rejects] == ["unsafe_path"]
    assert mirrored(tmp_path) == {"mirror/b.txt": b"It snows."}


def test_store_that_cannot_be_listed_leaves_what_was_fetched(
    store: fsspec.AbstractFileSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mirror_store(PREFIX, tmp_path)

    def refuse(root: str, detail: bool) -> None:
        raise PermissionError("no credentials")

    monkeypatch.setattr(store, "find", refuse)

    assert [row["error_code"] for row in mirror_store(PREFIX, tmp_path)] == ["unreachable"]
    assert len(mirrored(tmp_path)) == 2
