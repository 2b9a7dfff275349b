"""The mapping of a user's own fields to our columns, in a TOML file beside the data."""

import tomllib
from collections.abc import Mapping as Fields
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.extract.fields import COLUMNS, SourcePart, article_of
from pipelines.extract.limits import Limits
from pipelines.extract.paths import paths_in, value_at
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import SourceArticle

TEXT_FORMATS = ("text", "html")
MAX_MAPPING_BYTES = 1_000_000


@dataclass(frozen=True)
class Mapping:
    """Which fields are which columns.

    Attributes:
        columns: Path of the field by column; ``text`` is always there.
        articles: Path of the list that holds the articles of a file; None if they are on top.
        text_format: ``text`` or ``html``; None to tell by the tags in it.
    """

    columns: dict[str, str]
    articles: str | None = None
    text_format: str | None = None

    def values(self, fields: Any) -> dict[str, Any]:
        """The values of an article's fields by column."""
        return {column: value_at(fields, path) for column, path in self.columns.items()}


OWN_COLUMNS = Mapping({column: column for column in COLUMNS})
"""For data whose fields already have the names of our columns."""


def read_mapping(path: Path | None) -> Mapping | None:
    """Read a mapping; None if there is no such file.

    Raises:
        RejectedInputError: If it is no mapping; says which line or key is wrong.
    """
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            stated = tomllib.loads(file.read(MAX_MAPPING_BYTES).decode("utf-8"))
    except OSError as error:
        raise _wrong(f"cannot be read ({error.strerror}): give this user the right to read it") from error
    except (ValueError, RecursionError) as error:
        raise _wrong(f"is no TOML ({error}): write lines such as text = 'body'") from error
    _check(stated)
    columns = {column: stated[column] for column in COLUMNS if column in stated}
    return Mapping(columns, stated.get("articles"), stated.get("text_format"))


def has_own_columns(names: Any) -> bool:
    """Whether all fields have names of our columns, ``text`` among them."""
    return "text" in names and set(names) <= set(COLUMNS)


def map_article(
    fields: Fields[str, Any], mapping: Mapping, source_format: str, part: SourcePart, limits: Limits
) -> SourceArticle:
    """Make an article of its fields.

    Raises:
        RejectedInputError: If the field of the text is not there or holds no text.
    """
    values = mapping.values(fields)
    text = text_of(values["text"])
    if text is None:
        raise missing_text(mapping, fields)
    is_html = mapping.text_format == "html" if mapping.text_format else None
    return article_of(values | {"text": text}, (), source_format, part, limits, is_html=is_html)


def text_of(value: Any) -> str | None:
    """The text in a field: one string, or a list of paragraphs; None if it holds none."""
    if isinstance(value, list):
        return "\n\n".join(part for part in map(text_of, value) if part) or None
    return value if isinstance(value, str) else None


def no_mapping(fields: Any) -> RejectedInputError:
    """The reject of data of which nothing says which field is the text."""
    message = (
        f"Nothing says which field is the text; there are: {_listed(fields)}. Write a mapping.toml beside the file with"
        f" lines such as text = 'body' and headline = 'title' (columns: {', '.join(COLUMNS)})."
    )
    return RejectedInputError("no_mapping", message)


def missing_text(mapping: Mapping, fields: Any) -> RejectedInputError:
    """The reject of an article that lacks the text where the mapping says it is."""
    path = mapping.columns["text"]
    if isinstance(fields, Fields) and value_at(fields, path) is None and path in paths_in(fields):
        return RejectedInputError("blank", f"The field {path} has no text: remove the article or write it there.")
    return missing_path("text", path, fields)


def missing_path(key: str, path: str, fields: Any) -> RejectedInputError:
    """The reject of data without a path that the mapping names."""
    return _wrong(f"says {key} = '{path}', which is not in the data; there are: {_listed(fields)}")


def _listed(fields: Any) -> str:
    return ", ".join(paths_in(fields)) or "no fields at all"


def _check(stated: dict[str, Any]) -> None:
    known = (*COLUMNS, "articles", "text_format")
    unknown = [key for key in stated if key not in known]
    if unknown:
        raise _wrong(f"has the key {unknown[0]}, which is none of {', '.join(known)}")
    for key, path in stated.items():
        if not isinstance(path, str) or not path:
            raise _wrong(f"says {key} = {path!r}: give the path of a field in quotation marks")
    if "text" not in stated:
        raise _wrong("does not say which field is the text: add a line such as text = 'body'")
    if stated.get("text_format") not in (None, *TEXT_FORMATS):
        raise _wrong(f"says text_format = '{stated['text_format']}': give one of {', '.join(TEXT_FORMATS)}")


def _wrong(what: str) -> RejectedInputError:
    return RejectedInputError("mapping_wrong", f"The mapping.toml for it {what}.")
