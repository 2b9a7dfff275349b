"""What the published file holds, as far as the stage tables know."""

from pipelines.assets.resources import Warehouse
from pipelines.load.build import Loaded, published_base
from pipelines.load.grow import Base
from pipelines.load.published import published_table


def known_release(warehouse: Warehouse) -> Base:
    """The published release, and what is known of the file that was built last."""
    database = warehouse.settings().database
    runs = published_table(database, "ops.runs", ["run_id"])["run_id"].to_list()
    return published_base(database, runs, last_loaded(warehouse))


def last_loaded(warehouse: Warehouse) -> Loaded:
    """What is known of the file that was built last."""
    return Loaded(*(warehouse.stage(name).frame_if_any() for name in Loaded._fields))
