"""Reach a Ray cluster, or start one on this machine, and give its machines what they need to read."""

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ray

from pipelines.settings import PROJECT_ROOT
from pipelines.transform.annotate.chunk_task import ONE_THREAD
from pipelines.transform.annotate.object_storage import is_url
from pipelines.transform.annotate.ray_address import knock, no_cluster

SENT = ("pipelines", "seeds/reference")
"""What of the project the machines are sent: the code and the reference tables."""

KEPT_AT_HOME = [
    "/??*",  # all but the project's folder itself, which is "."
    "!/seeds",
    *(f"!/{folder}{below}" for folder in SENT for below in ("", "/**")),
    "__pycache__",
]
"""The rest, as patterns of a .gitignore."""


@contextmanager
def connected(address: str, workers: int) -> Iterator[None]:
    """Stay connected to a cluster; nothing is told to Ray's makers, and no dashboard is started.

    Args:
        address: Of a cluster, whose machines are sent the code; empty to start one here, which ends with this.
        workers: Cores of the cluster that is started.

    Raises:
        ConnectionError: If no cluster answers.
    """
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ["RAY_OVERRIDE_RUNTIME_ENV_DEFAULT_EXCLUDES"] = ""  # else it warns of each folder that we leave out too
    if address:
        _join(address)
    else:
        _init("local", {}, num_cpus=workers, include_dashboard=False)
    try:
        yield
    finally:
        ray.shutdown()


def _join(address: str) -> None:
    knock(address)
    try:
        _init(address, {"working_dir": str(PROJECT_ROOT), "excludes": KEPT_AT_HOME})
    except OSError:
        raise no_cluster(address) from None  # a run tells the first cause


def _init(address: str, code: dict[str, Any], **options: Any) -> None:
    ray.init(
        address,
        runtime_env={"env_vars": ONE_THREAD, **code},
        logging_level=logging.WARNING,
        log_to_driver=False,
        **options,
    )


@contextmanager
def folder_marker(target: str) -> Iterator[str | None]:
    """A file in the folder of readings, by which another machine can tell that it sees the same folder."""
    if is_url(target):
        yield None
        return
    Path(target).mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(prefix=".same-folder-", dir=target) as file:
        yield file.name
