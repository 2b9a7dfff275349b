"""What is known of a stage table: its version, what it was made from, and the files that hold its rows."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple, Self

STATE_FILE = "state.json"


class Part(NamedTuple):
    """A file of rows, which replace all that earlier parts have of the same groups."""

    part_id: str
    row_count: int


@dataclass(frozen=True)
class StageState:
    """One version of a stage table.

    Attributes:
        code: What made the rows, in short: where it differs nothing is taken over.
        version: Name of this version.
        previous: The version before, if it is known which groups have changed since.
        made_from: The version of each table that this one was made from.
        row_count: Rows in all.
        parts: Files that hold the rows, oldest first.
    """

    code: str
    version: str
    previous: str | None
    made_from: Mapping[str, str]
    row_count: int
    parts: tuple[Part, ...]

    @classmethod
    def load(cls, folder: Path) -> Self | None:
        """Read the state of the table in a folder; None if there is none."""
        path = folder / STATE_FILE
        if not path.exists():
            return None
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{**stored, "parts": tuple(Part(*part) for part in stored["parts"])})

    def save(self, folder: Path) -> None:
        """Make this the state of the table in a folder: in one step, so that a reader sees the old one or this."""
        aside = folder / f".{STATE_FILE}.new"
        with aside.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(folder / STATE_FILE)
