"""Read one text on its own, without a warehouse: what an article tells does not depend on any other."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

import polars as pl
from polars import col

from pipelines.ids import article_id
from pipelines.schemas import ANNOTATION_TABLES
from pipelines.schemas.working import ArticleCopies
from pipelines.transform.gazetteer import load_gazetteer
from pipelines.transform.resolve.organizations import resolve_organizations
from pipelines.transform.resolve.people import resolve_people
from pipelines.transform.resolve.places import resolve_places
from pipelines.transform.resolve.quotes import count_quotes, resolve_quotes
from pipelines.transform.resolve.speaker_roles import with_speaker_roles
from pipelines.transform.structure.structure import structure_texts

Row = dict[str, Any]


class Text(NamedTuple):
    """A text to read, under a name of the caller's."""

    name: str
    text: str
    published_date: date | None


def annotate_text(given: Text) -> Row:
    """Read a text as if it were the only article of the corpus.

    Returns:
        ``article_id`` as given, and lists of rows with the columns of the tables that they would be in. People,
        organizations and places carry their ``mentions``; mentions of nobody in particular are gathered by their
        words under a null id, places with the country that they lie in and the point of their town, where the text
        tells. Quotes carry their ``spans``.
    """
    from pipelines.transform.annotate.model import process_model  # the caller may be a process that reads nothing
    from pipelines.transform.annotate.reader import annotate_chunk

    row = {"article_id": article_id(given.name), "text": given.text, "published_date": given.published_date}
    texts = pl.DataFrame([row], schema={"article_id": pl.String, "text": pl.String, "published_date": pl.Date})
    articles, paragraphs = structure_texts(texts)
    read = annotate_chunk(articles, paragraphs, process_model())
    tables = {name: schema.validate(read[name]) for name, schema in ANNOTATION_TABLES.items()}
    return {
        "article_id": given.name,
        "paragraphs": _rows(paragraphs),
        "sentences": _rows(tables["sentences"]),
        **_resolve_alone(articles, tables),
        "dates": _rows(tables["date_mentions"]),
    }


def _resolve_alone(articles: pl.DataFrame, tables: Mapping[str, pl.DataFrame]) -> Row:
    organizations = resolve_organizations(tables["local_organizations"], tables["local_organization_mentions"])
    people = resolve_people(
        tables["local_people"],
        tables["local_person_mentions"],
        tables["local_person_roles"],
        articles,
        organizations.organization_ids,
        ArticleCopies.create_empty(),
    )
    without_publisher = articles.with_columns(publisher_name=pl.lit(None, pl.String))
    places = resolve_places(tables["place_spans"], without_publisher, load_gazetteer())
    quotes = resolve_quotes(
        tables["local_quotes"],
        tables["local_quote_spans"],
        people.person_ids,
        organizations.organization_ids,
        places.place_mentions,
        tables["sentences"],
    )
    roled = with_speaker_roles(quotes.quotes, people.person_roles, articles, ArticleCopies.create_empty())
    counted = count_quotes(people.people, roled)
    return {
        "quotes": _with_parts(
            _rows(roled.sort("char_start", "quote_id")), "quote_id", "spans", _rows(quotes.quote_spans)
        ),
        "people": _with_mentions(counted, people.person_mentions, "person"),
        "organizations": _with_mentions(
            organizations.organizations, organizations.organization_mentions, "organization"
        ),
        "places": _with_whereabouts(_with_mentions(places.places, places.place_mentions, "place"), places.places),
        "roles": _rows(people.person_roles),
    }


def _with_mentions(bearers: pl.DataFrame, mentions: pl.DataFrame, kind: str) -> list[Row]:
    """Bearers that are mentioned, each with its mentions in the order of the text, then those without an id."""
    key = f"{kind}_id"
    mentioned = bearers.join(mentions, on=key, how="semi").sort("mention_count", key, descending=[True, False])
    known = _with_parts(_rows(mentioned), key, "mentions", _rows(mentions.filter(col(key).is_not_null())))
    unknown: dict[tuple[str, int | None], list[Row]] = {}
    for mention in _rows(mentions.filter(col(key).is_null())):
        unknown.setdefault((mention["text"], mention.get("within_place_id")), []).append(_without(mention, key))
    return known + [{key: None, f"{kind}_name": text, "mentions": found} for (text, _), found in unknown.items()]


def _with_whereabouts(rows: list[Row], places: pl.DataFrame) -> list[Row]:
    """Give places without an id the country that they lie in, and the point of the town."""
    around = {place["place_id"]: place for place in _rows(places)}
    told = []
    for row in rows:
        within = around.get(row["mentions"][0]["within_place_id"]) if row["place_id"] is None else None
        point = ["latitude", "longitude"] if within and within["place_type"] == "city" else []
        told.append(row | {name: within[name] for name in ["country_code", *point]} if within else row)
    return told


def _with_parts(wholes: list[Row], key: str, name: str, parts: Iterable[Row]) -> list[Row]:
    by_key: dict[Any, list[Row]] = {whole[key]: [] for whole in wholes}
    for part in parts:
        by_key[part[key]].append(_without(part, key))
    return [{**whole, name: by_key[whole[key]]} for whole in wholes]


def _rows(frame: pl.DataFrame) -> list[Row]:
    return [_without(row, "article_id") for row in frame.iter_rows(named=True)]


def _without(row: Row, key: str) -> Row:
    return {name: value for name, value in row.items() if name != key}
