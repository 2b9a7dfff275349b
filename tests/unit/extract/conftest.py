"""Short ways to what a reader makes of some bytes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.extract.inbox import list_inboxes
from pipelines.extract.limits import Limits
from pipelines.extract.read import Extraction, read_files

ReadBytes = Callable[..., Extraction]


@pytest.fixture
def read_bytes(tmp_path: Path) -> ReadBytes:
    """Put a file into an inbox and read it, with some limits lowered."""

    def read_one(name: str, content: bytes, **limits: int) -> Extraction:
        inbox = tmp_path / "inbox"
        (inbox / name).parent.mkdir(parents=True, exist_ok=True)
        (inbox / name).write_bytes(content)
        return read_files(list_inboxes([inbox]).files, Limits(**limits))

    return read_one
