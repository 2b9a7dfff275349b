"""The memory of a warehouse: Parquet files per function, for one version of the code."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from pipelines.inputs import code_version
from pipelines.stages import write_parquet
from pipelines.transform.resolve.memory import Find, recall_from

MAX_STALE_SHARE = 0.25
"""Share of the values that may be of no use any more, before they are left out and the rest is written anew."""
MAX_FILES = 16


class KeptMemory:
    """Results that are kept in a folder of the warehouse, of this version of the code.

    What a run finds goes into a file of its own. Values that are not wanted any more are dropped once they are many,
    and at once if something was withdrawn since.
    """

    def __init__(self, warehouse: Path, withdrawn: str = "") -> None:
        """Use the warehouse's memory; what other versions of the code have left is removed.

        Args:
            warehouse: Folder of the warehouse.
            withdrawn: Stands for all that was withdrawn, as letters and digits.
        """
        root = warehouse / "memory"
        self._folder = root / code_version()
        self._withdrawn = withdrawn
        for other in root.glob("*"):
            if other != self._folder:
                shutil.rmtree(other, ignore_errors=True)

    def recall(self, name: str, wanted: pl.DataFrame, find: Find) -> pl.DataFrame:
        """Give the results of a function for some values, and keep them for the next run."""
        files = sorted(self._folder.glob(f"{name}.*.parquet"))
        known = pl.concat([pl.read_parquet(file, glob=False) for file in files]) if files else None
        recalled = recall_from(known, wanted, find)
        held = recalled.found.height + (0 if known is None else known.height)
        if not self._can_add(files) or wanted.height < (1 - MAX_STALE_SHARE) * held:
            for file in files:
                file.unlink()
            self._write(recalled.all, name, 0)
        elif recalled.found.height:
            self._write(recalled.found, name, len(files))
        return recalled.all

    def _can_add(self, files: Sequence[Path]) -> bool:
        """Whether another file may be put beside those that are there."""
        return len(files) < MAX_FILES and all(file.name.split(".")[1] == self._withdrawn for file in files)

    def _write(self, results: pl.DataFrame, name: str, number: int) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        write_parquet(results, self._folder / f"{name}.{self._withdrawn}.{number:02}.parquet")

    def forget(self) -> None:
        """Remember nothing."""
        shutil.rmtree(self._folder, ignore_errors=True)
