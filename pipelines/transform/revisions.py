"""Tell what changed from one revision of an article to the next, in its words and in its quotations."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import polars as pl
from rapidfuzz import fuzz, process

from pipelines.schemas.revisions import RevisionChanges
from pipelines.transform.word_diff import Change, changes, difference, mark, words_of

CONTEXT_WORDS = 8
"""Words shown before and after a change."""

MIN_CHANGED_SCORE = 60.0
"""Of 100: how alike a quotation and the one that took its place are; else one was removed and another added."""


class Quote(NamedTuple):
    """A quotation of a revision and who speaks."""

    text: str
    speaker_name: str | None


def compare_revisions(article_revisions: pl.DataFrame, quotes: pl.DataFrame) -> pl.DataFrame:
    """Compare each revision with the one before it.

    Args:
        article_revisions: As the schema ``ArticleRevisions``; only articles that have changed are looked at.
        quotes: ``article_id``, ``revision``, ``quote_index``, ``text`` and ``speaker_name`` of all revisions.

    Returns:
        As the schema ``RevisionChanges``, sorted by key.
    """
    changed = (
        article_revisions.join(changed_articles(article_revisions), on="article_id", how="semi")
        .select("article_id", "revision", "text")
        .sort("article_id", "revision")
    )
    said = _quotes_by_revision(quotes.join(changed, on="article_id", how="semi"))
    rows: list[dict[str, Any]] = []
    for article_id, revisions in groupby(changed.iter_rows(), key=lambda row: row[0]):
        for (_, before, old), (_, after, new) in pairwise(revisions):
            key = {"article_id": article_id, "revision": after}
            rows += _numbered(key | {"changed_part": "text"}, _text_changes(old, new))
            now, then = said.get((article_id, after), []), said.get((article_id, before), [])
            rows += _numbered(key | {"changed_part": "quote"}, _quote_changes(then, now))
    frame = pl.DataFrame(rows, schema=RevisionChanges.create_empty().schema)
    return RevisionChanges.validate(frame).sort(RevisionChanges.primary_key())


def changed_articles(article_revisions: pl.DataFrame) -> pl.DataFrame:
    """``article_id`` of the articles that have more than one revision."""
    return article_revisions.group_by("article_id").len().filter(pl.col("len") > 1).select("article_id")


def _quotes_by_revision(quotes: pl.DataFrame) -> dict[tuple[str, int], list[Quote]]:
    said: dict[tuple[str, int], list[Quote]] = {}
    ordered = quotes.sort("article_id", "revision", "quote_index")
    for article_id, revision, *quote in ordered.select("article_id", "revision", "text", "speaker_name").iter_rows():
        said.setdefault((article_id, revision), []).append(Quote(*quote))
    return said


def _numbered(key: dict[str, Any], found: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    return [key | {"change_index": index} | change for index, change in enumerate(found)]


def _text_changes(old_text: str, new_text: str) -> Iterator[dict[str, Any]]:
    old, new = words_of(old_text), words_of(new_text)
    for change in changes(old, new):
        before = " ".join(old[change.old_start : change.old_end]) or None
        after = " ".join(new[change.new_start : change.new_end]) or None
        yield _row(before, after, _in_context(old, new, change))


def _in_context(old: list[str], new: list[str], change: Change) -> str:
    marked = mark(old[change.old_start : change.old_end], new[change.new_start : change.new_end])
    before = new[max(0, change.new_start - CONTEXT_WORDS) : change.new_start]
    return " ".join([*before, marked, *new[change.new_end : change.new_end + CONTEXT_WORDS]])


def _quote_changes(then: list[Quote], now: list[Quote]) -> Iterator[dict[str, Any]]:
    """Each quotation that is not in both; of those left over the most alike are taken for one."""
    kept = set(then) & set(now)
    gone, come = ([quote for quote in quotes if quote not in kept] for quotes in (then, now))
    taken_place = _most_alike(gone, come)
    for index, quote in enumerate(gone):
        after = come[taken_place[index]] if index in taken_place else None
        yield _quote_row(quote, after)
    for index, quote in enumerate(come):
        if index not in taken_place.values():
            yield _quote_row(None, quote)


def _most_alike(gone: list[Quote], come: list[Quote]) -> dict[int, int]:
    """Which of the new quotations took the place of which old one, the most alike first."""
    if not gone or not come:
        return {}
    scores = process.cdist([quote.text for quote in gone], [quote.text for quote in come], scorer=fuzz.ratio).tolist()
    ranked = sorted(
        (-score, row, column)
        for row, line in enumerate(scores)
        for column, score in enumerate(line)
        if score >= MIN_CHANGED_SCORE
    )
    pairs: dict[int, int] = {}
    for _, row, column in ranked:
        if row not in pairs and column not in pairs.values():
            pairs[row] = column
    return pairs


def _quote_row(before: Quote | None, after: Quote | None) -> dict[str, Any]:
    old, new = before.text if before else "", after.text if after else ""
    speakers = {
        "before_speaker_name": before.speaker_name if before else None,
        "after_speaker_name": after.speaker_name if after else None,
    }
    return _row(old or None, new or None, difference(old, new) or new) | speakers


def _row(before: str | None, after: str | None, shown: str) -> dict[str, Any]:
    change_type = "added" if before is None else "removed" if after is None else "changed"
    return {"change_type": change_type, "before_text": before, "after_text": after, "difference": shown}
