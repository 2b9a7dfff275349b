"""Settings: each has an environment variable and a default, read once at the edge and passed on."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib.util import find_spec
from pathlib import Path

from pipelines.extract.limits import Limits
from pipelines.extract.remote.addresses import normal_inbox

PROJECT_ROOT = Path(__file__).resolve().parent.parent
_INBOX_SEPARATOR = re.compile(rf"{re.escape(os.pathsep)}(?!//)")
"""A colon is also part of an address."""

REFERENCE_DIR = PROJECT_ROOT / "seeds" / "reference"
ENGINES = ("local", "ray")


@dataclass(frozen=True)
class Settings:
    """Where the articles come from, where the warehouse goes, and how the work is cut.

    Attributes:
        inboxes: Folders of raw articles and addresses of inboxes elsewhere (``ONRECORD_INBOX``, several separated by
            as in ``PATH``).
        warehouse: Folder of the published file and the working files (``ONRECORD_WAREHOUSE``).
        workers: Processes that read (``ONRECORD_WORKERS``; default: one per core, at most 8).
        chunk_size: Articles per chunk of reading (``ONRECORD_CHUNK_SIZE``).
        kept_releases: Earlier releases kept for roll-back (``ONRECORD_KEPT_RELEASES``).
        fetch_seconds: Least time between two requests to one host of the web (``ONRECORD_FETCH_SECONDS``).
        overrides: Folder of corrections by people (``ONRECORD_OVERRIDES``), if there are any.
        limits: How much an input may hold (see `Limits`).
        engine: Who reads: ``local`` processes or actors of ``ray`` (``ONRECORD_ENGINE``).
        ray_address: Cluster to read on; empty to start one on this machine (``ONRECORD_RAY_ADDRESS``).
        readings: Folder or URL of object storage where finished chunks of reading are kept; None for the
            warehouse's own folder (``ONRECORD_READINGS``).
    """

    inboxes: tuple[str, ...]
    warehouse: Path
    workers: int
    chunk_size: int
    kept_releases: int
    fetch_seconds: int
    overrides: Path | None
    limits: Limits
    engine: str
    ray_address: str
    readings: Path | str | None

    @property
    def database(self) -> Path:
        """The published DuckDB file."""
        return self.warehouse / "news.duckdb"


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from environment variables.

    Raises:
        ValueError: If a value cannot be used; the message names the variable and what to do.
    """
    environ = os.environ if environ is None else environ
    inbox = environ.get("ONRECORD_INBOX") or str(PROJECT_ROOT / "seeds" / "articles")
    return Settings(
        inboxes=tuple(normal_inbox(part) for part in _INBOX_SEPARATOR.split(inbox) if part),
        warehouse=Path(environ.get("ONRECORD_WAREHOUSE") or PROJECT_ROOT / "warehouse").resolve(),
        workers=_whole_number(environ, "ONRECORD_WORKERS", min(os.cpu_count() or 1, 8)),
        chunk_size=_whole_number(environ, "ONRECORD_CHUNK_SIZE", 32),
        kept_releases=_whole_number(environ, "ONRECORD_KEPT_RELEASES", 3),
        fetch_seconds=_whole_number(environ, "ONRECORD_FETCH_SECONDS", 2),
        overrides=Path(environ["ONRECORD_OVERRIDES"]).resolve() if environ.get("ONRECORD_OVERRIDES") else None,
        limits=_limits(environ),
        engine=_engine(environ.get("ONRECORD_ENGINE") or ENGINES[0]),
        ray_address=environ.get("ONRECORD_RAY_ADDRESS") or "",
        readings=_readings(environ.get("ONRECORD_READINGS") or ""),
    )


def _limits(environ: Mapping[str, str]) -> Limits:
    """Each limit from the variable that has its name, ``ONRECORD_MAX_FILE_BYTES`` for ``file_bytes``."""
    stated = {
        field.name: _whole_number(environ, f"ONRECORD_MAX_{field.name.upper()}", getattr(Limits, field.name))
        for field in fields(Limits)
    }
    return Limits(**stated)


def _whole_number(environ: Mapping[str, str], name: str, default: int) -> int:
    printed = environ.get(name)
    if not printed:
        return default
    if not printed.isdecimal() or int(printed) < 1:
        raise ValueError(f"{name}={printed!r}: give a whole number above zero, or unset it to use {default}")
    return int(printed)


def _engine(name: str) -> str:
    if name not in ENGINES:
        raise ValueError(f"ONRECORD_ENGINE={name!r}: give {' or '.join(ENGINES)}, or unset it to use {ENGINES[0]}")
    if name == "ray" and find_spec("ray") is None:
        raise ValueError("ONRECORD_ENGINE='ray': Ray is not installed; install it with: uv sync --extra ray")
    return name


def _readings(printed: str) -> Path | str | None:
    """A folder as a path, and the URL of anything that is no folder of this machine as it is."""
    protocol, _, rest = printed.rpartition("://")
    if protocol in ("", "file", "local"):
        return Path(rest).resolve() if rest else None
    from fsspec.registry import known_implementations  # a tenth of a second that most commands need not pay

    if protocol not in known_implementations:
        raise ValueError(f"ONRECORD_READINGS={printed!r}: no storage is known as {protocol}://; try s3:// or gs://")
    needed = known_implementations[protocol]["class"].split(".")[0]
    if find_spec(needed) is None:
        raise ValueError(f"ONRECORD_READINGS={printed!r}: install what reaches it with: uv pip install {needed}")
    return printed
