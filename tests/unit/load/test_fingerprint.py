"""A file that is not as it was has another fingerprint, or cannot be read."""

import shutil
from pathlib import Path

import duckdb
import pytest

from pipelines.load.fingerprint import BLOCK_SIZE, HEADERS_SIZE, fingerprint

IN_A_BLOCK = 5_000


def test_a_copy_has_the_same(warehouse: Path, tmp_path: Path) -> None:
    assert fingerprint(Path(shutil.copy(warehouse, tmp_path / "copy.duckdb"))) == fingerprint(warehouse)


def test_a_row_that_was_changed_gives_another(warehouse: Path) -> None:
    before = fingerprint(warehouse)
    with duckdb.connect(str(warehouse)) as con:
        con.execute("update quotes set text = 'Forged.'")

    assert fingerprint(warehouse) != before


def test_a_file_that_was_cut_off_gives_another(warehouse: Path) -> None:
    before = fingerprint(warehouse)
    with warehouse.open("r+b") as file:
        file.truncate(warehouse.stat().st_size - 1)

    assert fingerprint(warehouse) != before


def test_duckdb_refuses_a_block_whose_bytes_are_not_those_of_its_checksum(warehouse: Path) -> None:
    content = bytearray(warehouse.read_bytes())
    for start in range(HEADERS_SIZE, len(content), BLOCK_SIZE):
        content[start + IN_A_BLOCK] ^= 1
    warehouse.write_bytes(content)

    with pytest.raises(duckdb.Error, match="does not match stored checksum"), duckdb.connect(str(warehouse)) as con:
        con.execute("select * from quotes").fetchall()
