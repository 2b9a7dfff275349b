"""Measure a command, and write down what was measured."""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple


class Usage(NamedTuple):
    """What a child process and its children took, in seconds, and what it printed."""

    cpu: float
    wall: float
    output: str


class Figure(NamedTuple):
    """One line of the table."""

    what: str
    value: str
    goal: str


def usage_of(command: list[str], **environment: str) -> Usage:
    """Run a command to its end and measure it.

    Raises:
        subprocess.CalledProcessError: If it fails.
    """
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, env=os.environ | environment, check=True, stdout=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Usage(cpu, time.perf_counter() - started, done.stdout)


def onrecord(*arguments: str, **environment: str) -> Usage:
    """Run a command of the project's own."""
    return usage_of([str(Path(sys.executable).with_name("onrecord")), *arguments], **environment)


def run(inbox: Path, warehouse: Path, workers: int) -> Usage:
    """Run the whole pipeline."""
    folders = ["--inbox", str(inbox), "--warehouse", str(warehouse)]
    return onrecord("run", *folders, ONRECORD_WORKERS=str(workers))
