"""Annotations of single articles to the people, organizations, places and quotations of the corpus."""

import dagster as dg
from polars import DataFrame as Frame
from polars import concat

from pipelines.assets.resources import Warehouse
from pipelines.assets.tables import TOMBSTONES, WRITER_POOL, table_asset, table_out
from pipelines.transform.gazetteer import load_gazetteer
from pipelines.transform.history import latest_revisions
from pipelines.transform.resolve.articles import describe_articles
from pipelines.transform.resolve.authors import resolve_authors
from pipelines.transform.resolve.forgotten import without_authors, without_people, without_speakers
from pipelines.transform.resolve.organizations import resolve_organizations
from pipelines.transform.resolve.overrides import count_matches, false_quotes, person_links, place_links
from pipelines.transform.resolve.people import resolve_people
from pipelines.transform.resolve.places import resolve_places
from pipelines.transform.resolve.quotes import count_quotes, resolve_quotes
from pipelines.transform.resolve.speaker_roles import with_speaker_roles
from pipelines.transform.resolve.statements import find_statements
from pipelines.transform.revision_quotes import quotes_with_names
from pipelines.transform.revisions import changed_articles, compare_revisions


@dg.multi_asset(
    outs={
        name: table_out(name, "resolve", "polars")
        for name in ("organizations", "organization_mentions", "organization_ids")
    },
    pool=WRITER_POOL,
)
def corpus_organizations(local_organizations: Frame, local_organization_mentions: Frame) -> tuple[Frame, Frame, Frame]:
    """Decide which organizations are one."""
    return resolve_organizations(local_organizations, local_organization_mentions)


@dg.multi_asset(
    outs={
        name: table_out(name, "resolve", "polars")
        for name in ("named_people", "person_aliases", "person_roles", "person_mentions", "person_ids")
    },
    ins=TOMBSTONES,
    pool=WRITER_POOL,
)
def corpus_people(
    warehouse: Warehouse,
    local_people: Frame,
    local_person_mentions: Frame,
    local_person_roles: Frame,
    structured_articles: Frame,
    organization_ids: Frame,
    article_copies: Frame,
    stated_overrides: Frame,
    tombstones: Frame,
) -> tuple[Frame, Frame, Frame, Frame, Frame]:
    """Decide which people are one."""
    links = person_links(stated_overrides, local_people, local_person_mentions, structured_articles)
    resolved = resolve_people(
        local_people,
        local_person_mentions,
        local_person_roles,
        structured_articles,
        organization_ids,
        article_copies,
        links,
        warehouse.memory(),
    )
    return without_people(resolved, tombstones)


@dg.multi_asset(
    outs={name: table_out(name, "resolve", "polars") for name in ("places", "place_mentions")}, pool=WRITER_POOL
)
def corpus_places(
    warehouse: Warehouse, place_spans: Frame, structured_articles: Frame, stated_overrides: Frame
) -> tuple[Frame, Frame]:
    """Tie names of places to the gazetteer."""
    gazetteer = load_gazetteer()
    links = place_links(stated_overrides, place_spans, structured_articles, gazetteer.places)
    return resolve_places(place_spans, structured_articles, gazetteer, links, warehouse.memory())


@dg.multi_asset(
    outs={name: table_out(name, "resolve", "polars") for name in ("quotes", "quote_spans")},
    ins=TOMBSTONES,
    pool=WRITER_POOL,
)
def corpus_quotes(
    local_quotes: Frame,
    local_quote_spans: Frame,
    person_ids: Frame,
    organization_ids: Frame,
    place_mentions: Frame,
    sentences: Frame,
    structured_articles: Frame,
    article_copies: Frame,
    stated_overrides: Frame,
    named_people: Frame,
    person_roles: Frame,
    tombstones: Frame,
) -> tuple[Frame, Frame]:
    """Give quotations the ids and roles of those who speak."""
    false = false_quotes(stated_overrides, local_quote_spans, structured_articles)
    resolved = resolve_quotes(
        local_quotes, local_quote_spans, person_ids, organization_ids, place_mentions, sentences, false
    )
    kept = without_speakers(resolved, named_people, tombstones)
    return with_speaker_roles(kept.quotes, person_roles, structured_articles, article_copies), kept.quote_spans


@table_asset("ops.overrides", "resolve", "polars")
def overrides(
    stated_overrides: Frame,
    local_people: Frame,
    local_person_mentions: Frame,
    place_spans: Frame,
    local_quote_spans: Frame,
    structured_articles: Frame,
) -> Frame:
    """Count what each correction holds for; one that holds for nothing is reported."""
    return count_matches(
        stated_overrides,
        *person_links(stated_overrides, local_people, local_person_mentions, structured_articles),
        place_links(stated_overrides, place_spans, structured_articles, load_gazetteer().places),
        false_quotes(stated_overrides, local_quote_spans, structured_articles),
    )


@table_asset("people", "resolve", "polars")
def people(named_people: Frame, quotes: Frame) -> Frame:
    """Count what each person says."""
    return count_quotes(named_people, quotes)


@table_asset("article_authors", "resolve", "polars", ins=TOMBSTONES)
def article_authors(warehouse: Warehouse, byline_authors: Frame, person_aliases: Frame, tombstones: Frame) -> Frame:
    """Tie the authors in bylines to people."""
    return resolve_authors(without_authors(byline_authors, tombstones), person_aliases, warehouse.memory())


@table_asset("articles", "resolve", "polars")
def articles(structured_articles: Frame, article_copies: Frame, article_revisions: Frame) -> Frame:
    """Put together what layout, copies and history tell of each article."""
    return describe_articles(structured_articles, article_copies, latest_revisions(article_revisions))


@dg.multi_asset(
    outs={name: table_out(name, "resolve", "polars") for name in ("quote_clusters", "quote_cluster_members")},
    pool=WRITER_POOL,
)
def statements(
    warehouse: Warehouse, quotes: Frame, structured_articles: Frame, article_copies: Frame
) -> tuple[Frame, Frame]:
    """Find what several articles quote."""
    return find_statements(quotes, structured_articles, article_copies, warehouse.memory())


@table_asset("revision_changes", "resolve", "polars")
def revision_changes(
    article_revisions: Frame,
    revision_quotes: Frame,
    quotes: Frame,
    articles: Frame,
    people: Frame,
    organizations: Frame,
    places: Frame,
) -> Frame:
    """Compare each revision of an article with the one before."""
    changed = articles.join(changed_articles(article_revisions), on="article_id", how="semi")
    current = quotes_with_names(quotes, changed, people, organizations, places)
    return compare_revisions(article_revisions, concat([revision_quotes, current]))
