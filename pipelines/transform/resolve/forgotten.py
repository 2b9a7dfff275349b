"""What was withdrawn stays away: tombstones tell it by key, never by content."""

import polars as pl

from pipelines.ids import content_id
from pipelines.transform.name_parts import name_parts
from pipelines.transform.person_names import name_form
from pipelines.transform.resolve.people_tables import ResolvedPeople
from pipelines.transform.resolve.quotes import ResolvedQuotes


def name_hash(person_name: str) -> str:
    """Key of a person's name that gives nothing of it away and is the same for its spellings."""
    parts = name_parts(person_name)
    return content_id("forgotten name", *name_form(person_name, parts.first, parts.last, parts.suffix).core)


def without_articles(rows: pl.DataFrame, tombstones: pl.DataFrame) -> pl.DataFrame:
    """Rows that have an ``article_id``, but for those of articles that were withdrawn."""
    forgotten = tombstones.filter(pl.col("forgotten_type") == "article").select(article_id="forgotten_id")
    return rows.join(forgotten, on="article_id", how="anti", maintain_order="left")


def without_people(resolved: ResolvedPeople, tombstones: pl.DataFrame) -> ResolvedPeople:
    """People but for those who were withdrawn, by key or by name: neither they, nor aliases, roles and mentions.

    ``person_ids`` keeps them, so that `without_speakers` can tell what they said.
    """
    people = _not_forgotten(resolved.people, "person_name", tombstones).join(
        tombstones.select(person_id="forgotten_id"), on="person_id", how="anti", maintain_order="left"
    )
    gone = resolved.people.join(people, on="person_id", how="anti").select("person_id")
    kept = {
        name: frame.join(gone, on="person_id", how="anti", maintain_order="left")
        for name, frame in resolved._asdict().items()
        if name not in ("people", "person_ids")
    }
    return resolved._replace(people=people, **kept)


def tells_of_people(tombstones: pl.DataFrame) -> bool:
    """Whether a person was withdrawn."""
    return not tombstones.filter(pl.col("forgotten_type") == "person").is_empty()


def without_speakers(resolved: ResolvedQuotes, people: pl.DataFrame, tombstones: pl.DataFrame) -> ResolvedQuotes:
    """Quotations but for those of people who were withdrawn, that is, who are not among ``people`` any more."""
    if not tells_of_people(tombstones):
        return resolved
    speaker = pl.col("speaker_person_id")
    quotes = resolved.quotes.filter(speaker.is_null() | speaker.is_in(people["person_id"].implode()))
    spans = resolved.quote_spans.join(quotes, on="quote_id", how="semi", maintain_order="left")
    return ResolvedQuotes(quotes, spans)


def without_earlier_speakers(revision_quotes: pl.DataFrame, tombstones: pl.DataFrame) -> pl.DataFrame:
    """Quotations of earlier revisions but for those of articles and people that were withdrawn."""
    kept = without_articles(revision_quotes, tombstones)
    unnamed = kept.filter(pl.col("speaker_name").is_null())
    named = _not_forgotten(kept.filter(pl.col("speaker_name").is_not_null()), "speaker_name", tombstones)
    gone = tombstones.select(speaker_person_id="forgotten_id")
    return pl.concat([unnamed, named]).join(gone, on="speaker_person_id", how="anti", maintain_order="left")


def without_authors(byline_authors: pl.DataFrame, tombstones: pl.DataFrame) -> pl.DataFrame:
    """Authors but for people who were withdrawn."""
    return _not_forgotten(byline_authors, "author_name", tombstones)


def _not_forgotten(rows: pl.DataFrame, name_column: str, tombstones: pl.DataFrame) -> pl.DataFrame:
    hashes = set(tombstones["name_hash"].drop_nulls())
    if not hashes:
        return rows
    return rows.filter(pl.Series([name_hash(name) not in hashes for name in rows[name_column]], dtype=pl.Boolean))
