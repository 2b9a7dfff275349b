"""Half a gigabyte of one line is a reject that takes little memory, whatever format it claims to be."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

STARTS = {
    "a.txt": b"x",
    "a.md": b"# x",
    "a.csv": b"text\nx",
    "a.json": b'[{"text": "x',
    "a.jsonl": b'{"text": "It rains."}\n{"text": "x',
    "a.html": b"<html><body><p>x",
    "a.xml": b"<nitf><body><p>x",
}
FILE_BYTES, HEAD_BYTES = 500_000_000, 100_000
MOST_BYTES = 200_000_000  # ten times what an article may have; a reader that took the file whole would need more

READ = """
import json, resource, sys
from pathlib import Path
from pipelines.extract.inbox import list_inboxes
from pipelines.extract.limits import Limits
from pipelines.extract.read import read_files

small, large = (list_inboxes([Path(folder)]).files for folder in sys.argv[1:])
peaks = []
for files in (small, large):
    rejects = read_files(files, Limits()).rejects
    peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024))
print(json.dumps([peaks[1] - peaks[0], rejects.select("file_uri", "error_code").rows()]))
"""


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """The starts alone, and with a line behind them that does not end; its file takes no room on the disk."""
    small, large = tmp_path / "small", tmp_path / "large"
    for folder in (small, large):
        folder.mkdir()
        for name, start in STARTS.items():
            with (folder / name).open("wb") as file:
                file.write(start)
                if folder == large:
                    file.write(b"x" * HEAD_BYTES)
                    file.truncate(FILE_BYTES)
    return [small, large]


def test_endless_line(folders: list[Path]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READ, *map(str, folders)], stdout=subprocess.PIPE, text=True, check=True
    )

    grown, rejects = json.loads(done.stdout)
    assert grown < MOST_BYTES
    assert {name for name, _ in rejects} == set(STARTS)
    assert {code for _, code in rejects} == {"too_large"}
