"""Give quotations their keys and the ids of those who speak."""

from typing import NamedTuple

import polars as pl

from pipelines.ids import quote_id
from pipelines.schemas.quotes import Quotes, QuoteSpans
from pipelines.transform.resolve.overrides import CONFIDENCE, METHOD, NO_FALSE_QUOTES

LOCAL_KEY = ["article_id", "local_quote"]


class ResolvedQuotes(NamedTuple):
    """Frames of the schemas ``Quotes``, without ``speaker_role``, and ``QuoteSpans``."""

    quotes: pl.DataFrame
    quote_spans: pl.DataFrame


def resolve_quotes(
    local_quotes: pl.DataFrame,
    local_quote_spans: pl.DataFrame,
    person_ids: pl.DataFrame,
    organization_ids: pl.DataFrame,
    place_mentions: pl.DataFrame,
    sentences: pl.DataFrame,
    false: pl.DataFrame = NO_FALSE_QUOTES,
) -> ResolvedQuotes:
    """Turn the speakers of single articles into those of the corpus.

    Args:
        local_quotes: One row per quotation, its speaker numbered within the article.
        local_quote_spans: Their pieces.
        person_ids: ``article_id``, ``local_person`` and the ``person_id`` they stand for.
        organization_ids: ``article_id``, ``local_organization`` and the ``organization_id`` they stand for.
        place_mentions: Reads ``article_id``, ``char_start`` and ``place_id``.
        sentences: Reads ``article_id``, ``sentence_index`` and ``char_start``.
        false: What people say is no quotation, from `false_quotes`: it is kept as a fragment that nobody speaks.

    Returns:
        As many quotations and pieces as came in, sorted by key.
    """
    texts = (
        local_quote_spans.sort(*LOCAL_KEY, "span_index")
        .group_by(LOCAL_KEY, maintain_order=True)
        .agg(text=pl.col("text").str.join(" "))
    )
    keyed = (
        local_quotes.with_columns(quote_id=_ids(local_quotes))
        .join(texts, on=LOCAL_KEY, how="left", validate="1:1")
        .join(
            person_ids.select("article_id", "local_person", speaker_person_id="person_id"),
            on=["article_id", "local_person"],
            how="left",
            validate="m:1",
        )
        .join(
            organization_ids.rename({"organization_id": "speaker_organization_id"}),
            on=["article_id", "local_organization"],
            how="left",
            validate="m:1",
        )
        .join(_places_by_start(place_mentions), on=["article_id", "place_char_start"], how="left", validate="m:1")
        .pipe(_override, false)
        .pipe(_with_last_sentences, sentences)
    )
    spans = local_quote_spans.join(keyed.select(*LOCAL_KEY, "quote_id"), on=LOCAL_KEY, validate="m:1")
    return ResolvedQuotes(
        keyed.select([name for name in Quotes.column_names() if name != "speaker_role"]).sort(Quotes.primary_key()),
        spans.select(QuoteSpans.column_names()).sort(QuoteSpans.primary_key()),
    )


def _with_last_sentences(quotes: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Add the sentence that the last character of each quotation stands in."""
    starts = sentences.select("article_id", last_char="char_start", last_sentence_index="sentence_index")
    return (
        quotes.with_columns(last_char=pl.col("char_end") - 1)
        .sort("last_char")
        .join_asof(starts.sort("last_char"), on="last_char", by="article_id", check_sortedness=False)
    )


def _override(quotes: pl.DataFrame, false: pl.DataFrame) -> pl.DataFrame:
    is_false = pl.col("override_id").is_not_null()
    attribution = [name for name in quotes.columns if name.startswith(("cue_", "speaker_", "said_"))]
    attribution.remove("speaker_type")
    return quotes.join(false, on=LOCAL_KEY, how="left", validate="1:1").with_columns(
        pl.when(~is_false).then(pl.col(attribution)),
        quote_type=pl.when(is_false).then(pl.lit("fragment")).otherwise("quote_type"),
        speaker_type=pl.when(is_false).then(pl.lit("unknown")).otherwise("speaker_type"),
        confidence=pl.when(is_false).then(CONFIDENCE).otherwise("confidence"),
        method=pl.when(is_false).then(pl.lit(METHOD)).otherwise("method"),
    )


def count_quotes(people: pl.DataFrame, quotes: pl.DataFrame) -> pl.DataFrame:
    """Add ``quote_count`` to people: the quotations each speaks, fragments left out."""
    counts = (
        quotes.filter((pl.col("quote_type") != "fragment") & pl.col("speaker_person_id").is_not_null())
        .group_by(person_id="speaker_person_id")
        .agg(quote_count=pl.len())
    )
    return people.join(counts, on="person_id", how="left", validate="1:1").with_columns(
        pl.col("quote_count").fill_null(0)
    )


def _ids(local_quotes: pl.DataFrame) -> pl.Series:
    identity = local_quotes.select("article_id", "char_start", "char_end", "cue_char_start")
    return pl.Series([quote_id(*values) for values in identity.iter_rows()], dtype=pl.String)


def _places_by_start(place_mentions: pl.DataFrame) -> pl.DataFrame:
    return place_mentions.filter(pl.col("mention_type") == "name").select(
        "article_id", place_char_start="char_start", speaker_place_id="place_id"
    )
