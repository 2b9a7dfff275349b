"""What the published file holds, as far as the stage tables know."""

from pipelines.assets.resources import Warehouse
from pipelines.load.build import Base, Loaded
from pipelines.load.published import published_table


def published_base(warehouse: Warehouse) -> Base:
    """The published release, and the file that was built last."""
    database = warehouse.settings().database
    runs = published_table(database, "ops.runs", ["run_id"])["run_id"].to_list()
    return Base(database, runs, Loaded(*(warehouse.stage(name).frame_if_any() for name in Loaded._fields)))
