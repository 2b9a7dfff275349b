"""The memory of a warehouse: one Parquet file per function, for one version of the code."""

import shutil
from pathlib import Path

import polars as pl

from pipelines.inputs import code_version
from pipelines.stages import write_parquet
from pipelines.transform.resolve.memory import Find, recall_from


class KeptMemory:
    """Results that are kept in a folder of the warehouse: of this version of the code, and of the last run's values."""

    def __init__(self, warehouse: Path) -> None:
        """Use the warehouse's memory; what other versions of the code have left is removed."""
        root = warehouse / "memory"
        self._folder = root / code_version()
        for other in root.glob("*"):
            if other != self._folder:
                shutil.rmtree(other, ignore_errors=True)

    def recall(self, name: str, wanted: pl.DataFrame, find: Find) -> pl.DataFrame:
        """Give the results of a function for some values, and keep them for the next run."""
        path = self._folder / f"{name}.parquet"
        known = pl.read_parquet(path, glob=False) if path.exists() else None
        found = recall_from(known, wanted, find)
        if known is None or not found.equals(known):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_parquet(found, path)
        return found

    def forget(self) -> None:
        """Remember nothing."""
        shutil.rmtree(self._folder, ignore_errors=True)
