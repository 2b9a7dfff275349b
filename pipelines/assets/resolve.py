"""Annotations of single articles to the people, organizations, places and quotations of the corpus."""

import dagster as dg
from polars import DataFrame as Frame
from polars import concat

from pipelines.assets.changed_places import PLACE_TABLES, articles_at_other_homes, homes_of_publishers, place_reader
from pipelines.assets.changed_quotes import groups_of_quotes, roles_of_speakers
from pipelines.assets.changed_statements import STATEMENT_TABLES, patches_of_statements
from pipelines.assets.resources import Warehouse
from pipelines.assets.tables import TOMBSTONES, WRITER_POOL, table_asset, table_out
from pipelines.stages.tables import Patch, StageTable
from pipelines.transform.gazetteer import load_gazetteer
from pipelines.transform.history import latest_revisions
from pipelines.transform.resolve.articles import describe_articles
from pipelines.transform.resolve.authors import resolve_authors
from pipelines.transform.resolve.forgotten import tells_of_people, without_authors, without_people, without_speakers
from pipelines.transform.resolve.organizations import resolve_organizations
from pipelines.transform.resolve.overrides import count_matches, false_quotes, person_links, place_links
from pipelines.transform.resolve.people import resolve_people
from pipelines.transform.resolve.places import describe_places, mention_places
from pipelines.transform.resolve.quotes import count_quotes, resolve_quotes
from pipelines.transform.resolve.speaker_roles import with_speaker_roles
from pipelines.transform.resolve.statements import SOURCE_COLUMNS, article_sources
from pipelines.transform.revision_quotes import QUOTE_COLUMNS, quotes_with_names
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
    structured_articles: StageTable,
    organization_ids: Frame,
    article_copies: Frame,
    stated_overrides: Frame,
    tombstones: Frame,
) -> tuple[Frame, Frame, Frame, Frame, Frame]:
    """Decide which people are one."""
    articles = structured_articles.frame(["article_id", "source_uri", "url", "published_date"])
    links = person_links(stated_overrides, local_people, local_person_mentions, articles)
    resolved = resolve_people(
        local_people,
        local_person_mentions,
        local_person_roles,
        articles,
        organization_ids,
        article_copies,
        links,
        warehouse.memory(),
    )
    return without_people(resolved, tombstones)


@dg.multi_asset(outs={name: table_out(name, "resolve", "polars") for name in PLACE_TABLES}, pool=WRITER_POOL)
def corpus_places(
    warehouse: Warehouse, place_spans: StageTable, structured_articles: StageTable, stated_overrides: StageTable
) -> tuple[Patch, Patch, Frame, Patch]:
    """Tie names of places to the gazetteer, anew where an article or the home of its publisher has changed."""
    gazetteer = load_gazetteer()
    made = {name: warehouse.stage(name) for name in PLACE_TABLES}
    changes = warehouse.changes(PLACE_TABLES, (place_spans, structured_articles, stated_overrides))
    groups = concat(changes[:2]).unique() if changes and changes[2].is_empty() else None
    reader = place_reader(place_spans, structured_articles, groups, gazetteer)
    found = homes_of_publishers(reader, groups, made, gazetteer)
    if groups is not None:
        others = articles_at_other_homes(found, made["publisher_homes"].frame())
        if not others.join(groups, on="group_key", how="anti").is_empty():
            groups = concat([groups, others]).unique()
            reader = place_reader(place_spans, structured_articles, groups, gazetteer)
    spans = place_spans.rows_of(groups)
    articles = structured_articles.rows_of(groups, ["article_id", "source_uri", "url"])
    links = place_links(stated_overrides.frame(), spans, articles, gazetteer.places)
    mentions = mention_places(spans, reader.meanings(found.homes), gazetteer, links)
    return found.names, found.believed, found.homes, Patch(groups, mentions)


@table_asset("places", "resolve", "polars")
def places(place_mentions: StageTable) -> Frame:
    """Describe the places that are mentioned, and what holds them."""
    return describe_places(place_mentions.frame(["article_id", "place_id", "within_place_id"]), load_gazetteer())


@dg.multi_asset(
    outs={name: table_out(name, "resolve", "polars") for name in ("quotes", "quote_spans")},
    ins=TOMBSTONES,
    pool=WRITER_POOL,
)
def corpus_quotes(
    warehouse: Warehouse,
    local_quotes: StageTable,
    local_quote_spans: StageTable,
    person_ids: StageTable,
    organization_ids: StageTable,
    place_mentions: StageTable,
    sentences: StageTable,
    structured_articles: StageTable,
    article_copies: StageTable,
    stated_overrides: StageTable,
    named_people: StageTable,
    person_roles: StageTable,
    tombstones: Frame,
) -> tuple[Patch, Patch]:
    """Give quotations the ids and roles of those who speak."""
    of_article = (local_quotes, local_quote_spans, person_ids, organization_ids, place_mentions, sentences)
    dated = (structured_articles, article_copies, person_roles)
    of_all = [stated_overrides, *([named_people] if tells_of_people(tombstones) else [])]
    groups = groups_of_quotes(warehouse, of_article, dated, of_all)
    false = false_quotes(
        stated_overrides.frame(), local_quote_spans.rows_of(groups), structured_articles.rows_of(groups)
    )
    own = [table.rows_of(groups) for table in of_article]
    resolved = resolve_quotes(*[*own, false])
    kept = without_speakers(resolved, named_people.frame(["person_id"]), tombstones)
    roles = roles_of_speakers(person_roles, kept.quotes)
    days = structured_articles.frame(["article_id", "published_date"])
    quotes = with_speaker_roles(kept.quotes, roles, days, article_copies.frame())
    return Patch(groups, quotes), Patch(groups, kept.quote_spans)


@table_asset("ops.overrides", "resolve", "polars")
def overrides(
    stated_overrides: Frame,
    local_people: StageTable,
    local_person_mentions: StageTable,
    place_spans: StageTable,
    local_quote_spans: StageTable,
    structured_articles: StageTable,
) -> Frame:
    """Count what each correction holds for; one that holds for nothing is reported."""
    if stated_overrides.is_empty():
        return count_matches(stated_overrides)
    articles = structured_articles.frame(["article_id", "source_uri", "url"])
    return count_matches(
        stated_overrides,
        *person_links(stated_overrides, local_people.frame(), local_person_mentions.frame(), articles),
        place_links(stated_overrides, place_spans.frame(), articles, load_gazetteer().places),
        false_quotes(stated_overrides, local_quote_spans.frame(), articles),
    )


@table_asset("people", "resolve", "polars")
def people(named_people: Frame, quotes: StageTable) -> Frame:
    """Count what each person says."""
    return count_quotes(named_people, quotes.frame(["quote_type", "speaker_person_id"]))


@table_asset("article_authors", "resolve", "polars", ins=TOMBSTONES)
def article_authors(warehouse: Warehouse, byline_authors: Frame, person_aliases: Frame, tombstones: Frame) -> Frame:
    """Tie the authors in bylines to people."""
    return resolve_authors(without_authors(byline_authors, tombstones), person_aliases, warehouse.memory())


@table_asset("articles", "resolve", "polars")
def articles(
    warehouse: Warehouse, structured_articles: StageTable, article_copies: StageTable, article_revisions: StageTable
) -> Patch:
    """Put together what layout, copies and history tell of each article."""
    given = (structured_articles, article_copies, article_revisions)
    changes = warehouse.changes(["articles"], given)
    groups = concat(changes).unique() if changes else None
    revisions = article_revisions.rows_of(groups, ["article_id", "revision", "ingested_at", "run_id"])
    described = describe_articles(
        structured_articles.rows_of(groups), article_copies.rows_of(groups), latest_revisions(revisions)
    )
    return Patch(groups, described)


@dg.multi_asset(outs={name: table_out(name, "resolve", "polars") for name in STATEMENT_TABLES}, pool=WRITER_POOL)
def statements(
    warehouse: Warehouse, quotes: StageTable, structured_articles: StageTable, article_copies: Frame
) -> tuple[Patch, Patch, Frame, Patch]:
    """Find what several articles quote."""
    made = {name: warehouse.stage(name) for name in STATEMENT_TABLES}
    changes = warehouse.changes(STATEMENT_TABLES, [quotes])
    changed = changes[0] if changes else None
    sources = article_sources(structured_articles.frame(SOURCE_COLUMNS), article_copies)
    return patches_of_statements(quotes, sources, changed, made, warehouse.memory())


@table_asset("revision_changes", "resolve", "polars")
def revision_changes(
    article_revisions: StageTable,
    revision_quotes: Frame,
    quotes: StageTable,
    articles: StageTable,
    people: StageTable,
    organizations: StageTable,
    places: StageTable,
) -> Frame:
    """Compare each revision of an article with the one before."""
    changed = changed_articles(article_revisions.frame(["article_id"])).select(group_key="article_id")
    names = (
        people.frame(["person_id", "person_name"]),
        organizations.frame(["organization_id", "organization_name"]),
        places.frame(["place_id", "place_name"]),
    )
    current = quotes_with_names(
        quotes.rows_of(changed, QUOTE_COLUMNS), articles.rows_of(changed, ["article_id", "revision"]), *names
    )
    return compare_revisions(article_revisions.rows_of(changed), concat([revision_quotes, current]))
