"""JSON and JSON Lines: schema.org, ninjs, and any other shape by a mapping; one article a file, line or list item."""

from collections.abc import Iterator
from typing import Any

from pipelines.extract.decode import decode
from pipelines.extract.fields import SourcePart
from pipelines.extract.inputs import Input
from pipelines.extract.json_articles import ArticleMaker
from pipelines.extract.json_values import as_bytes, parse_json
from pipelines.extract.lines import Line, read_lines
from pipelines.extract.mapping import missing_path, read_mapping
from pipelines.extract.paths import value_at
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import Found, RejectedPart

LINES_SUFFIXES = (".jsonl", ".ndjson")


def read(source: Input) -> Iterator[Found]:
    """Read the articles; a line that cannot be read costs its own article.

    Raises:
        RejectedInputError: If the file is no JSON, or nothing says which field is the text.
    """
    maker = ArticleMaker(read_mapping(source.mapping), source.limits)
    if _has_lines(source):
        for line in read_lines(source):
            yield from _of_line(line, source, maker)
    else:
        yield from _of_file(source, maker)
    maker.check_paths()


def _has_lines(source: Input) -> bool:
    """Whether the file is JSON Lines: by its name, or as its first line is a value and is not all."""
    if source.name.endswith(LINES_SUFFIXES):
        return True
    first, _, rest = source.head.lstrip().partition(b"\n")
    if not rest.strip():
        return False
    try:
        return isinstance(parse_json(first.decode("utf-8-sig"), source.limits.json_depth), dict)
    except (RejectedInputError, UnicodeDecodeError):
        return False


def _of_line(line: Line, source: Input, maker: ArticleMaker) -> Iterator[Found]:
    locator = f"#{line.number}"
    try:
        value = parse_json(line.text(), source.limits.json_depth)
    except RejectedInputError as reason:
        yield RejectedPart(locator, reason)
        return
    yield maker.make(value, SourcePart(line.content, locator, "utf-8"))


def _of_file(source: Input, maker: ArticleMaker) -> Iterator[Found]:
    content = source.read()
    decoded = decode(content)
    value = parse_json(decoded.text, source.limits.json_depth)
    articles = _listed(value, maker)
    if articles is None:
        yield maker.make(value, SourcePart(content, "", decoded.encoding))
        return
    for number, article in enumerate(articles, start=1):
        yield maker.make(article, SourcePart(as_bytes(article), f"#{number}", decoded.encoding))


def _listed(value: Any, maker: ArticleMaker) -> list[Any] | None:
    """The articles of a file that holds a list of them, on top or where the mapping says; None if it holds one."""
    path = maker.mapping.articles if maker.mapping else None
    if path is None or isinstance(value, list):
        return value if isinstance(value, list) else None
    found = value_at(value, path)
    if not isinstance(found, list):
        raise missing_path("articles", path, value)
    return found
