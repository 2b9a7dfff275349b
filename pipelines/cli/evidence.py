"""Show the exact characters that a row came from, within their sentences."""

from typing import NamedTuple

import duckdb
from rich.text import Text

from pipelines.cli.visible import visible, visible_places


class Mark(NamedTuple):
    """Characters of an article to highlight."""

    char_start: int
    char_end: int
    style: str


def highlighted(con: duckdb.DuckDBPyConnection, article_id: str, marks: list[Mark], *, plain: bool) -> Text:
    """The sentences that marks stand in, with the marked characters set off.

    Args:
        con: The warehouse.
        article_id: Article that the marks point into.
        marks: At least one; where two overlap, both styles show.
        plain: Whether to put square brackets around the marks, for output without colours.
    """
    start, end, text = _sentences(con, article_id, marks)
    inside = sorted({mark for mark in marks if start <= mark.char_start and mark.char_end <= end})
    if plain:
        for mark in sorted(inside, key=lambda mark: -mark.char_start):
            first, last = mark.char_start - start, mark.char_end - start
            text = f"{text[:first]}[{text[first:last]}]{text[last:]}"
        return Text(visible(" ".join(text.split())))
    shown, places = Text(visible(text)), visible_places(text)
    for mark in inside:
        shown.stylize(mark.style, places[mark.char_start - start], places[mark.char_end - start])
    return shown


def where_printed(con: duckdb.DuckDBPyConnection, article_id: str) -> str:
    """Headline, publisher, day and source of an article, in one line."""
    row = con.execute(
        "select coalesce(headline, 'no headline'), publisher_name, published_date, source_uri"
        " from articles where article_id = ?",
        [article_id],
    ).fetchall()[0]
    return visible(" · ".join(str(value) for value in row if value is not None))


def _sentences(con: duckdb.DuckDBPyConnection, article_id: str, marks: list[Mark]) -> tuple[int, int, str]:
    """Extent and text of the sentences from the first mark's to the last's."""
    first, last = min(mark.char_start for mark in marks), max(mark.char_end for mark in marks)
    (start, end), = con.execute(
        "select min(char_start), max(char_end) from sentences"
        " where article_id = ? and char_start < ? and char_end > ?",
        [article_id, last, first],
    ).fetchall()  # fmt: skip
    start, end = (first, last) if start is None else (min(start, first), max(end, last))
    ((text,),) = con.execute(
        "select substr(text, ? + 1, ?) from articles where article_id = ?", [start, end - start, article_id]
    ).fetchall()
    return start, end, text
