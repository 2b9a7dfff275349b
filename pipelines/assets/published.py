"""What the published file holds, as far as the stage tables know."""

from pathlib import Path

import polars as pl

from pipelines.assets.resources import Warehouse
from pipelines.load.build import Loaded, published_base
from pipelines.load.fingerprint import fingerprint
from pipelines.load.grow import Base


def known_release(warehouse: Warehouse) -> Base | None:
    """The published release, if it is the file that was built last."""
    return published_base(warehouse.settings().database, last_loaded(warehouse))


def last_loaded(warehouse: Warehouse) -> Loaded:
    """What is known of the file that was built last."""
    return Loaded(*(warehouse.stage(name).frame_if_any() for name in Loaded._fields))


def note_fingerprint(warehouse: Warehouse, path: Path) -> None:
    """Note what is about to be published: the file that was built last, as its audit has left it.

    A run that dies before the file is published leaves the fingerprint of another one than the published.
    """
    known = warehouse.stage("loaded_file")
    known.write(known.frame().with_columns(fingerprint=pl.lit(fingerprint(path))), {})
