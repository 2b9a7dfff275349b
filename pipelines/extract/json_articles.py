"""Make articles of the objects of JSON, whichever shape they have."""

from dataclasses import dataclass, field
from typing import Any

from pipelines.extract import ninjs, schema_org
from pipelines.extract.fields import SourcePart, article_of
from pipelines.extract.limits import Limits
from pipelines.extract.mapping import (
    OWN_COLUMNS,
    Mapping,
    has_own_columns,
    map_article,
    missing_path,
    missing_text,
    no_mapping,
    text_of,
)
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import Found, RejectedPart, SkippedPart

ENOUGH_ARTICLES = 10
"""Articles among which a path that the mapping names must occur once, else it is taken for a slip of the pen."""


@dataclass
class ArticleMaker:
    """Makes the articles of one file.

    Attributes:
        mapping: What says which field is which column; None to know standards and our own names alone.
        limits: How much an input may hold.
        seen: Objects so far.
        made: Articles so far.
        used: Columns of the mapping whose path has led to a value.
        last: The last object, to name its paths.
    """

    mapping: Mapping | None
    limits: Limits
    seen: int = 0
    made: int = 0
    used: set[str] = field(default_factory=set)
    last: Any = None

    def make(self, value: Any, part: SourcePart) -> Found:
        """The article of an object, or why there is none.

        Raises:
            RejectedInputError: If it is all that the file holds, or nothing says which field is the text of this
                first object.
        """
        self.seen += 1
        self.last = value
        try:
            found = self._article(value, part)
        except RejectedInputError as reason:
            if not part.locator or (reason.error_code == "no_mapping" and not self.made):
                raise
            return RejectedPart(part.locator, reason)
        self.made += 1
        return found

    def check_paths(self) -> None:
        """Make sure, at the end of a file, that each path of the mapping has led to something.

        Raises:
            RejectedInputError: If the text was in no object, or another path in none of many.
        """
        unused = [column for column in self.mapping.columns if column not in self.used] if self.mapping else []
        if not self.mapping or not unused or not self.seen:
            return
        is_slip = self.made >= ENOUGH_ARTICLES and "text" in self.used
        if is_slip or not self.made:
            raise missing_path(unused[0], self.mapping.columns[unused[0]], self.last)

    def _article(self, value: Any, part: SourcePart) -> Found:
        if not isinstance(value, dict):
            raise RejectedInputError("malformed", "This is no object with fields: export articles as objects.")
        mapping = self._mapping_for(value)
        if mapping:
            return map_article(value, mapping, "json", part, self.limits)
        if ninjs.is_ninjs(value):
            return self._ninjs(value, part)
        node = schema_org.find_article(value)
        if node is not None:
            values, captions = schema_org.article_values(node), schema_org.caption_blocks(node)
            return article_of(values | {"text": text_of(values["text"])}, captions, "schema.org", part, self.limits)
        raise missing_text(self.mapping, value) if self.mapping else no_mapping(value)

    def _mapping_for(self, value: dict[str, Any]) -> Mapping | None:
        """The mapping of the file where it finds the text, or our own names where there are no others."""
        if self.mapping:
            values = self.mapping.values(value)
            self.used.update(column for column in values if values[column] is not None)
            return self.mapping if values["text"] is not None else None
        return OWN_COLUMNS if has_own_columns(value) else None

    def _ninjs(self, item: dict[str, Any], part: SourcePart) -> Found:
        if not ninjs.is_text(item):
            return SkippedPart(part.locator)
        ninjs.check_usable(item)
        return article_of(ninjs.item_values(item), ninjs.association_blocks(item), "ninjs", part, self.limits)
