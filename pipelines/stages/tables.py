"""Stage tables: what the stages hand to each other, each kept as Parquet files that a small run only adds to.

A table has a version, and knows which groups of rows, mostly articles, have changed since the version before. What is
made from it can be made anew for those groups alone, if it was made from one of the two. Where that chain is broken,
as by a run that died or by other code, all rows are made anew: nothing depends on a run having ended well.
"""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import polars as pl

from pipelines.schemas import group_column
from pipelines.stages import STAGE_TABLES, stage_folder, write_parquet
from pipelines.stages.digests import changed_groups, digests_of
from pipelines.stages.state import Part, StageState

MAX_ADDED_SHARE = 0.25
"""Share of a table's rows that may lie in files added to the first one, before all are written together again."""
MAX_PARTS = 16

NO_GROUPS = pl.DataFrame(schema={"group_key": pl.String})


class Patch(NamedTuple):
    """Rows that replace all rows of some groups.

    Attributes:
        groups: ``group_key`` of the groups; None if the rows are the whole table.
        rows: All rows that these groups have now.
    """

    groups: pl.DataFrame | None
    rows: pl.DataFrame


def patch_if_part(groups: pl.DataFrame | None, rows: pl.DataFrame) -> Patch | pl.DataFrame:
    """A patch of some groups; if they are None the whole table, for `StageTable.write` to find what has changed."""
    return rows if groups is None else Patch(groups, rows)


class StageTable:
    """One table between two stages.

    Attributes:
        name: As in ``STAGE_TABLES``.
    """

    def __init__(self, warehouse: Path, name: str, code: str = "") -> None:
        """Use the table of a warehouse.

        Args:
            warehouse: Folder of the warehouse.
            name: As in ``STAGE_TABLES``.
            code: What makes the rows now; rows made by another are not taken over.
        """
        self.name = name
        self.folder = stage_folder(warehouse, name)
        self._code = code
        self._schema = STAGE_TABLES[name]
        self._key = self._schema.primary_key() or self._schema.column_names()
        self._group = pl.col(group_column(self._schema)).cast(pl.String)

    @property
    def state(self) -> StageState:
        """Version, origin and files.

        Raises:
            FileNotFoundError: If no run has written the table yet.
        """
        state = StageState.load(self.folder)
        if state is None:
            raise FileNotFoundError(f"no run has written the stage table {self.name} yet: {self.folder}")
        return state

    def version_if_any(self) -> str | None:
        """The version of the rows; None if there are none, or other code made them."""
        state = self._carried_on()
        return state.version if state else None

    def exists(self) -> bool:
        """Whether the table was written, with the columns that it has now."""
        state = StageState.load(self.folder)
        if state is None:
            return False
        return self._scan(state.parts[0]).collect_schema() == self._schema.create_empty().schema

    def remove(self) -> None:
        """Forget the table."""
        for file in self.folder.glob("*"):
            file.unlink()

    def frame(self, columns: Sequence[str] | None = None) -> pl.DataFrame:
        """Read all rows, sorted by primary key.

        Args:
            columns: Those to read, in this order; all if None.
        """
        wanted = list(columns or self._schema.column_names())
        parts = self.state.parts
        if len(parts) == 1:
            return self._scan(parts[0]).select(wanted).collect()
        first, *added = self._valid_rows(self._with_keys(wanted))
        return first.merge_sorted(pl.concat(added).sort(self._key), self._key[0]).select(wanted)

    def frame_if_any(self) -> pl.DataFrame:
        """All rows; none if there is no table, or one with other columns."""
        return self.frame() if self.exists() else self._schema.create_empty()

    def rows_of(self, groups: pl.DataFrame | None, columns: Sequence[str] | None = None) -> pl.DataFrame:
        """Read the rows of some groups, sorted by primary key.

        Args:
            groups: ``group_key`` of each; None for all rows.
            columns: Those to read, in this order; all if None.
        """
        if groups is None:
            return self.frame(columns)
        wanted = list(columns or self._schema.column_names())
        frames = []
        for part, replaced in zip(self.state.parts, self._replaced_groups(), strict=True):
            newest_here = groups.join(replaced, on="group_key", how="anti")
            if newest_here.is_empty():
                continue
            found = self._scan(part).filter(self._group.is_in(newest_here["group_key"].implode()))
            frames.append(found.select(self._with_keys(wanted)).collect())
        none = self._schema.create_empty().select(self._with_keys(wanted))
        return pl.concat([none, *frames]).sort(self._key).select(wanted)

    def rows_with(self, column: str, values: pl.Series, columns: Sequence[str]) -> pl.DataFrame:
        """Read the rows that have one of some values in a column, sorted by primary key.

        Args:
            column: Of the table.
            values: Those wanted; null is none.
            columns: Those to read, in this order.
        """
        is_wanted = pl.col(column).is_in(values.implode())
        frames = [
            self._without(self._scan(part).filter(is_wanted).select(self._with_keys(columns)).collect(), replaced)
            for part, replaced in zip(self.state.parts, self._replaced_groups(), strict=True)
        ]
        return pl.concat(frames).sort(self._key).select(columns)

    def with_patch(self, patch: Patch) -> pl.DataFrame:
        """All rows as they are after a patch, in any order."""
        if patch.groups is None:
            return patch.rows
        columns = self._schema.column_names()
        kept = [self._without(rows, patch.groups) for rows in self._valid_rows(columns)]
        return pl.concat([*kept, patch.rows.select(columns)])

    def changes_since(self, version: str | None) -> pl.DataFrame | None:
        """``group_key`` of the groups that have changed since a version; None if that cannot be told."""
        state = self._carried_on()
        if state is None or version is None or version not in (state.version, state.previous):
            return None
        return NO_GROUPS if version == state.version else self._read("changed", state.version)

    def made_from(self) -> Mapping[str, str]:
        """The version of each table that the rows were made from; empty if other code made them."""
        state = self._carried_on()
        return state.made_from if state else {}

    def rows_before(self) -> pl.DataFrame:
        """The rows that the groups which changed last had in the version before."""
        return self._read("before", self.state.version)

    def write(self, rows: pl.DataFrame, made_from: Mapping[str, str]) -> None:
        """Write all rows of the table; only those that have changed go to disk.

        Args:
            rows: The whole table.
            made_from: The version of each table that they were made from.

        Raises:
            dataframely.exc.ValidationError: If the rows break their schema; what is there stays.
        """
        whole = self._schema.cast(rows)
        state = self._carried_on()
        if state is None:
            self._store(_New(None, whole, whole.height, lambda: whole, lambda: whole), None, made_from)
            return
        digests = digests_of(whole, self._group)
        groups = changed_groups(self._digests(state), digests)
        self._store(_New(groups, whole, whole.height, lambda: whole, lambda: self.rows_of(groups)), state, made_from)
        known_as = self._file("digests", self.state.version)
        if not known_as.exists():
            write_parquet(digests, known_as)

    def patch(self, patch: Patch, made_from: Mapping[str, str]) -> None:
        """Replace the rows of some groups.

        Args:
            patch: The groups and their rows.
            made_from: The version of each table that they were made from.

        Raises:
            dataframely.exc.ValidationError: If the rows break their schema; what is there stays.
        """
        rows = self._schema.cast(patch.rows)
        if patch.groups is None:
            self._store(_New(None, rows, rows.height, lambda: rows, lambda: rows), None, made_from)
            return
        before = self.rows_of(patch.groups)
        groups = changed_groups(digests_of(before, self._group), digests_of(rows, self._group))

        def whole() -> pl.DataFrame:
            return self.with_patch(Patch(groups, self._only(rows, groups)))

        row_count = self.state.row_count - before.height + rows.height
        self._store(_New(groups, rows, row_count, whole, lambda: self._only(before, groups)), self.state, made_from)

    def _digests(self, state: StageState) -> pl.DataFrame:
        is_known = self._file("digests", state.version).exists()
        return self._read("digests", state.version) if is_known else digests_of(self.frame(), self._group)

    def _store(self, new: "_New", state: StageState | None, made_from: Mapping[str, str]) -> None:
        if state and new.groups is not None and new.groups.is_empty():
            replace(state, made_from=made_from).save(self.folder)
            return
        version = secrets.token_hex(8)
        added = new.rows if new.groups is None else self._only(new.rows, new.groups)
        valid = self._in_order(self._schema.validate(added))
        parts = (*(state.parts if state and new.groups is not None else ()), Part(version, valid.height))
        if len(parts) > MAX_PARTS or sum(part.row_count for part in parts[1:]) > MAX_ADDED_SHARE * new.row_count:
            valid = self._in_order(new.whole())
            parts = (Part(version, valid.height),)
        self.folder.mkdir(parents=True, exist_ok=True)
        write_parquet(valid, self._file("rows", version))
        if new.groups is not None:
            write_parquet(new.groups, self._file("changed", version))
            write_parquet(new.before(), self._file("before", version))
        previous = state.version if state and new.groups is not None else None
        StageState(self._code, version, previous, made_from, new.row_count, parts).save(self.folder)
        self._remove_all_but({part.part_id for part in parts})

    def _remove_all_but(self, part_ids: set[str]) -> None:
        for file in self.folder.glob("*.parquet"):
            if file.name.partition(".")[0] not in part_ids:
                file.unlink()

    def _carried_on(self) -> StageState | None:
        """The state, if the rows were made by the code that makes them now."""
        state = StageState.load(self.folder)
        return state if state and state.code == self._code else None

    def _replaced_groups(self) -> list[pl.DataFrame]:
        """Of each part the groups whose rows in it are not valid any more: those that later parts have."""
        replaced = [NO_GROUPS]
        for part in reversed(self.state.parts[1:]):
            replaced.append(pl.concat([replaced[-1], self._read("changed", part.part_id)]))
        return replaced[::-1]

    def _only(self, rows: pl.DataFrame, groups: pl.DataFrame) -> pl.DataFrame:
        return rows.filter(self._group.is_in(groups["group_key"].implode()))

    def _without(self, rows: pl.DataFrame, groups: pl.DataFrame) -> pl.DataFrame:
        return rows.filter(~self._group.is_in(groups["group_key"].implode()))

    def _in_order(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Sort rows by primary key, so that parts, no two of which share a value of its first column, can be merged."""
        return rows if rows[self._key[0]].is_sorted() else rows.sort(self._key)

    def _valid_rows(self, columns: Sequence[str]) -> list[pl.DataFrame]:
        """Of each part the rows that no later one replaces; the columns hold those that rows are replaced by."""
        return [
            self._without(self._scan(part).select(columns).collect(), replaced)
            for part, replaced in zip(self.state.parts, self._replaced_groups(), strict=True)
        ]

    def _with_keys(self, columns: Sequence[str]) -> list[str]:
        return list(dict.fromkeys([*columns, *self._key, group_column(self._schema)]))

    def _scan(self, part: Part) -> pl.LazyFrame:
        return pl.scan_parquet(self._file("rows", part.part_id), glob=False)

    def _read(self, kind: str, version: str) -> pl.DataFrame:
        return pl.read_parquet(self._file(kind, version), glob=False)

    def _file(self, kind: str, version: str) -> Path:
        return self.folder / f"{version}.{kind}.parquet"


class _New(NamedTuple):
    """A version to be stored.

    Attributes:
        groups: The groups that changed; None for all.
        rows: Rows that hold all of theirs.
        row_count: Rows of the whole table.
        whole: Gives the whole table.
        before: Gives the rows that the groups had.
    """

    groups: pl.DataFrame | None
    rows: pl.DataFrame
    row_count: int
    whole: Callable[[], pl.DataFrame]
    before: Callable[[], pl.DataFrame]


def changes_since_made(made: Sequence[StageTable], given: Sequence[StageTable]) -> list[pl.DataFrame] | None:
    """Tell what has changed in some tables since others were made from them.

    Args:
        made: Tables that were made together.
        given: Those that they are made from.

    Returns:
        The groups of each table given, in their order; None if it is not known of all of them.
    """
    origins = [table.made_from() for table in made]
    if any(origin != origins[0] for origin in origins):
        return None
    changes = [table.changes_since(origins[0].get(table.name)) for table in given]
    known = [groups for groups in changes if groups is not None]
    return known if len(known) == len(given) else None
