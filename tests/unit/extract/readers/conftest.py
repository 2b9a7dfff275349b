"""Short ways to what the readers make of a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.extract.inbox import list_inboxes
from pipelines.extract.limits import Limits
from pipelines.extract.read import Extraction, read_files

ReadFile = Callable[..., Extraction]


@pytest.fixture
def read_file(tmp_path: Path) -> ReadFile:
    """Put a file, and a mapping beside it, into an inbox and read it with some limits lowered."""

    def read_one(name: str, content: bytes | str, mapping: str | None = None, **limits: int) -> Extraction:
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        if mapping is not None:
            (tmp_path / "mapping.toml").write_text(mapping, encoding="utf-8")
        return read_files(list_inboxes([tmp_path]).files, Limits(**limits))

    return read_one
