"""Make articles of the rows of tables."""

from dataclasses import dataclass
from typing import Any

from pipelines.extract.fields import SourcePart
from pipelines.extract.inputs import Input
from pipelines.extract.limits import Limits
from pipelines.extract.mapping import (
    OWN_COLUMNS,
    Mapping,
    has_own_columns,
    map_article,
    missing_path,
    no_mapping,
    read_mapping,
)
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import Found, RejectedPart


@dataclass(frozen=True)
class RowMaker:
    """Makes the articles of one table."""

    mapping: Mapping
    source_format: str
    limits: Limits

    @classmethod
    def for_columns(cls, names: list[str], source: Input, source_format: str) -> "RowMaker":
        """A maker for a table with these columns, by the mapping beside it or their own names.

        Raises:
            RejectedInputError: If a column has no name or another's, the mapping names one that is not there, or
                there is no mapping and nothing says which is the text.
        """
        _check_names(names)
        mapping = read_mapping(source.mapping)
        columns = dict.fromkeys(names, "")
        if mapping is None:
            if not has_own_columns(names):
                raise no_mapping(columns)
            return cls(OWN_COLUMNS, source_format, source.limits)
        for key, path in mapping.columns.items():
            if path not in names and path.partition(".")[0] not in names:
                raise missing_path(key, path, columns)
        return cls(mapping, source_format, source.limits)

    def make(self, row: dict[str, Any], part: SourcePart) -> Found:
        """The article of a row, or why there is none."""
        try:
            return map_article(row, self.mapping, self.source_format, part, self.limits)
        except RejectedInputError as reason:
            return RejectedPart(part.locator, reason)


def _check_names(names: list[str]) -> None:
    if not any(names):
        raise RejectedInputError("malformed", "The table has no column names: write them into its first row.")
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise RejectedInputError("malformed", f"Two columns of the table are named '{twice}': rename one of them.")
