"""Tell what each correction by a person holds for; the resolvers then follow it."""

from typing import NamedTuple

import polars as pl

from pipelines.schemas.overrides import Overrides

METHOD = "override"
"""``method`` of rows that a person has decided."""

CONFIDENCE = 1.0
_WORDS = pl.col("text").str.replace_all(r"\s+", " ").str.strip_chars()


class PersonLinks(NamedTuple):
    """Corrections of people, by article and ``local_person``, each with its ``override_id``.

    Attributes:
        same: With ``target_name``, the name of the person who is meant.
        apart: With ``other_article``, the article in which somebody else is meant.
    """

    same: pl.DataFrame
    apart: pl.DataFrame


_LOCAL_PERSON = {"override_id": pl.String, "article_id": pl.String, "local_person": pl.UInt32}
NO_PERSON_LINKS = PersonLinks(
    pl.DataFrame(schema=_LOCAL_PERSON | {"target_name": pl.String}),
    pl.DataFrame(schema=_LOCAL_PERSON | {"other_article": pl.String}),
)
NO_PLACE_LINKS = pl.DataFrame(
    schema={
        "override_id": pl.String,
        "article_id": pl.String,
        "char_start": pl.UInt32,
        "char_end": pl.UInt32,
        "override_place_id": pl.Int64,
    }
)
NO_FALSE_QUOTES = pl.DataFrame(schema={"override_id": pl.String, "article_id": pl.String, "local_quote": pl.UInt32})


def person_links(
    overrides: pl.DataFrame, local_people: pl.DataFrame, local_person_mentions: pl.DataFrame, articles: pl.DataFrame
) -> PersonLinks:
    """Find the people of articles whom corrections are about: those who are mentioned by the name given.

    Args:
        overrides: As the schema ``StatedOverrides``.
        local_people: As the schema ``LocalPeople``; a name that none of them has can be given to nobody.
        local_person_mentions: As the schema ``LocalPersonMentions``.
        articles: Reads ``article_id``, ``source_uri`` and ``url``.
    """
    named = (
        local_person_mentions.filter(pl.col("alias_name").is_in(overrides["text"].implode()))
        .drop_nulls("local_person")
        .select("article_id", "local_person", text="alias_name")
        .unique(maintain_order=True)
    )
    by_name = _where_they_hold(overrides.join(named, on="text", maintain_order="left_right"), articles)
    same = by_name.rename({"person_name": "target_name"}).filter(
        (pl.col("override_type") == "same person")
        & pl.col("target_name").is_in(local_people["person_name"].unique().implode())
    )
    apart = by_name.filter(pl.col("override_type") == "different people")
    return PersonLinks(
        same.select(NO_PERSON_LINKS.same.columns).unique(["article_id", "local_person"], maintain_order=True),
        apart.select(NO_PERSON_LINKS.apart.columns).unique(["article_id", "local_person"], maintain_order=True),
    )


def place_links(
    overrides: pl.DataFrame, place_spans: pl.DataFrame, articles: pl.DataFrame, places: pl.DataFrame
) -> pl.DataFrame:
    """Find the mentions of places that corrections are about; one to a place that the gazetteer lacks matches none.

    Args:
        overrides: As the schema ``StatedOverrides``.
        place_spans: As the schema ``PlaceSpans``.
        articles: Reads ``article_id``, ``source_uri`` and ``url``.
        places: Reads ``place_id``.

    Returns:
        ``override_id``, the key of each mention, and in ``override_place_id`` the place, null for none.
    """
    stated = overrides.filter(pl.col("override_type") == "place")
    known = stated.filter(pl.col("place_id").is_null() | pl.col("place_id").is_in(places["place_id"].implode()))
    spans = place_spans.select("article_id", "char_start", "char_end", "text")
    found = known.rename({"place_id": "override_place_id"}).join(spans, on="text", maintain_order="left_right")
    return (
        _where_they_hold(found, articles)
        .select(NO_PLACE_LINKS.columns)
        .unique(["article_id", "char_start", "char_end"], maintain_order=True)
    )


def false_quotes(overrides: pl.DataFrame, local_quote_spans: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Find what was taken for a quotation and is none: ``override_id``, ``article_id`` and ``local_quote``.

    Args:
        overrides: As the schema ``StatedOverrides``.
        local_quote_spans: As the schema ``LocalQuoteSpans``; its pieces joined by one space are what a person sees.
        articles: Reads ``article_id``, ``source_uri`` and ``url``.
    """
    stated = overrides.filter(pl.col("override_type") == "not a quote").join(
        _ways_to_name(articles), on="article", maintain_order="left"
    )
    printed = (
        local_quote_spans.join(stated, on="article_id", how="semi")
        .sort("article_id", "local_quote", "span_index")
        .group_by("article_id", "local_quote", maintain_order=True)
        .agg(pl.col("text").str.join(" "))
        .with_columns(_WORDS)
    )
    return stated.join(printed, on=["article_id", "text"]).select(NO_FALSE_QUOTES.columns)


def count_matches(overrides: pl.DataFrame, *matches: pl.DataFrame) -> pl.DataFrame:
    """Make the rows of ``ops.overrides``: corrections with how many people, mentions or quotations they hold for.

    Args:
        overrides: As the schema ``StatedOverrides``.
        matches: Frames with the ``override_id`` of each match.
    """
    found = pl.concat([NO_PLACE_LINKS.select("override_id"), *(frame.select("override_id") for frame in matches)])
    counts = found.group_by("override_id").agg(matched_count=pl.len())
    return (
        overrides.join(counts, on="override_id", how="left", validate="1:1")
        .with_columns(pl.col("matched_count").fill_null(0))
        .select(Overrides.column_names())
        .sort(Overrides.primary_key())
    )


def _ways_to_name(articles: pl.DataFrame) -> pl.DataFrame:
    """``article``, as a person may name it, and its ``article_id``."""
    ways = [articles.select("article_id", article=way) for way in ("source_uri", "url", "article_id")]
    return pl.concat(ways).drop_nulls().unique(maintain_order=True)


def _where_they_hold(found: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """What corrections were found to be about, in the articles that they name; those for one article come first."""
    of_one = found.join(_ways_to_name(articles), on=["article", "article_id"], how="semi", maintain_order="left")
    return pl.concat([of_one, found.filter(pl.col("article").is_null())])
