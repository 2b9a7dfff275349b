"""Where the working files of a warehouse are, and how they are written."""

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

import dataframely as dy
import polars as pl

from pipelines.schemas import TABLES
from pipelines.schemas import working as w
from pipelines.schemas.loaded import LoadedArticles, LoadedFile, LoadedTables
from pipelines.schemas.names import NamedPeople
from pipelines.schemas.overrides import StatedOverrides, Tombstones
from pipelines.schemas.publisher_homes import BelievedPlaces, PlaceNames, PublisherHomes
from pipelines.schemas.signatures import TextSignatures
from pipelines.schemas.spoken import SpokenQuotes, SpokenRuns
from pipelines.schemas.structure_keys import StructureKeys

STAGE_TABLES: dict[str, type[dy.Schema]] = {
    "inbox_files": w.InboxFiles,
    "inbox_rejects": w.InputRejects,
    "run_inputs": w.RunInputs,
    "unchanged_inputs": w.RunInputs,
    "raw_articles": w.RawArticles,
    "superseded_articles": w.SupersededArticles,
    "raw_paragraphs": w.RawParagraphs,
    "raw_files": w.RawFiles,
    "input_rejects": w.InputRejects,
    "stated_overrides": StatedOverrides,
    "structured_articles": w.StructuredArticles,
    "byline_authors": w.BylineAuthors,
    "structure_keys": StructureKeys,
    "text_signatures": TextSignatures,
    "article_copies": w.ArticleCopies,
    "local_people": w.LocalPeople,
    "local_person_mentions": w.LocalPersonMentions,
    "local_person_roles": w.LocalPersonRoles,
    "local_organizations": w.LocalOrganizations,
    "local_organization_mentions": w.LocalOrganizationMentions,
    "place_spans": w.PlaceSpans,
    "place_names": PlaceNames,
    "believed_places": BelievedPlaces,
    "publisher_homes": PublisherHomes,
    "local_quotes": w.LocalQuotes,
    "local_quote_spans": w.LocalQuoteSpans,
    "named_people": NamedPeople,
    "person_ids": w.PersonIds,
    "organization_ids": w.OrganizationIds,
    "spoken_runs": SpokenRuns,
    "spoken_quotes": SpokenQuotes,
    "loaded_tables": LoadedTables,
    "loaded_articles": LoadedArticles,
    "loaded_file": LoadedFile,
    **TABLES,
    "ops.checks": w.AuditResults,
}
"""Every table that has a stage file, by name."""


def stages_folder(warehouse: Path) -> Path:
    """Where the stage files of a warehouse are."""
    return warehouse / "stages"


def mirrors_folder(warehouse: Path) -> Path:
    """Where inboxes elsewhere are mirrored."""
    return warehouse / "mirrors"


def readings_folder(warehouse: Path) -> Path:
    """Where the finished chunks of reading are kept."""
    return warehouse / "readings"


def tombstones_path(warehouse: Path) -> Path:
    """The list of what was withdrawn from a warehouse: no stage makes it, and no refresh empties it."""
    return warehouse / "tombstones.parquet"


def read_tombstones(warehouse: Path) -> pl.DataFrame:
    """Read what was withdrawn, as ``Tombstones``; empty if nothing was."""
    path = tombstones_path(warehouse)
    return pl.read_parquet(path, glob=False) if path.exists() else Tombstones.create_empty()


def readings_places(warehouse: Path, readings: Path | str | None) -> tuple[Path, str | None]:
    """Where a setting says that readings are kept.

    Args:
        warehouse: Folder of the warehouse.
        readings: Folder, or URL of object storage; None for the warehouse's own folder.

    Returns:
        The folder on this machine, and the URL if the folder only holds copies of what is there.
    """
    if isinstance(readings, Path):
        return readings, None
    return readings_folder(warehouse), readings


def new_release_path(warehouse: Path) -> Path:
    """The DuckDB file that a run builds, before it is published."""
    return warehouse / "build" / "news.duckdb"


def stage_folder(warehouse: Path, table_name: str) -> Path:
    """Where a table's stage files are: those of ``ops.runs`` in ``ops/runs``."""
    return stages_folder(warehouse).joinpath(*table_name.split("."))


def write_parquet(frame: pl.DataFrame, path: Path) -> None:
    """Write a file under a temporary name, bring it to disk, and rename it."""
    aside = path.with_name(f".{path.name}.new")
    with aside.open("wb") as file:
        frame.write_parquet(file)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


def write_folder(frames: Mapping[str, pl.DataFrame], folder: Path) -> None:
    """Write frames as the files of one folder that is there whole or not at all; one that is there stays."""
    aside = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")  # another machine may write the same folder
    aside.mkdir(parents=True)
    for name, frame in frames.items():
        write_parquet(frame, aside / f"{name}.parquet")
    try:
        aside.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise
        shutil.rmtree(aside)
