"""Annotations of single articles to the people, organizations, places and quotations of the corpus."""

import dagster as dg
from polars import DataFrame as Frame
from polars import concat

from pipelines.assets.changed_names import (
    ORGANIZATION_TABLES,
    PEOPLE_TABLES,
    ROLE_COLUMNS,
    changed_names,
    organizations_told_anew,
    people_told_anew,
)
from pipelines.assets.changed_places import PLACE_TABLES, articles_at_other_homes, homes_of_publishers, place_reader
from pipelines.assets.changed_quotes import groups_of_quotes, people_counted_anew, roles_of_speakers
from pipelines.assets.changed_statements import STATEMENT_TABLES, patches_of_statements
from pipelines.assets.resources import Warehouse
from pipelines.assets.tables import TOMBSTONES, WRITER_POOL, table_asset, table_out
from pipelines.stages.tables import Patch, StageTable, patch_if_part
from pipelines.transform.gazetteer import load_gazetteer
from pipelines.transform.history import latest_revisions
from pipelines.transform.resolve.articles import describe_articles
from pipelines.transform.resolve.authors import resolve_authors
from pipelines.transform.resolve.forgotten import tells_of_people, without_authors, without_people, without_speakers
from pipelines.transform.resolve.organizations import identify_organizations
from pipelines.transform.resolve.overrides import (
    NO_PERSON_LINKS,
    count_matches,
    false_quotes,
    person_links,
    place_links,
)
from pipelines.transform.resolve.people import identify_people
from pipelines.transform.resolve.people_tables import roles_of_people
from pipelines.transform.resolve.places import describe_places, mention_places
from pipelines.transform.resolve.quotes import count_quotes, resolve_quotes
from pipelines.transform.resolve.speaker_roles import with_speaker_roles
from pipelines.transform.resolve.statements import SOURCE_COLUMNS, article_sources
from pipelines.transform.revision_quotes import QUOTE_COLUMNS, quotes_with_names
from pipelines.transform.revisions import changed_articles, compare_revisions


@dg.multi_asset(outs={name: table_out(name, "resolve", "polars") for name in ORGANIZATION_TABLES}, pool=WRITER_POOL)
def corpus_organizations(
    warehouse: Warehouse, local_organizations: StageTable, local_organization_mentions: StageTable
) -> tuple[Frame | Patch, Frame | Patch, Frame | Patch]:
    """Decide which organizations are one, and tell anew of those of which something has changed."""
    changes = warehouse.changes(ORGANIZATION_TABLES, (local_organizations, local_organization_mentions))
    ids = identify_organizations(local_organizations.frame(), warehouse.memory())
    changed = changed_names(ids, warehouse.stage("organization_ids"), "organization_id", changes)
    told = organizations_told_anew(ids, changed, local_organization_mentions)
    return (
        patch_if_part(changed.named, told.organizations),
        patch_if_part(changed.articles, told.organization_mentions),
        patch_if_part(changed.articles, told.organization_ids),
    )


@dg.multi_asset(
    outs={name: table_out(name, "resolve", "polars") for name in PEOPLE_TABLES}, ins=TOMBSTONES, pool=WRITER_POOL
)
def corpus_people(
    warehouse: Warehouse,
    local_people: StageTable,
    local_person_mentions: StageTable,
    local_person_roles: StageTable,
    structured_articles: StageTable,
    organization_ids: StageTable,
    article_copies: StageTable,
    stated_overrides: StageTable,
    tombstones: Frame,
) -> tuple[Frame | Patch, Frame | Patch, Frame | Patch, Frame | Patch, Frame | Patch]:
    """Decide which people are one, and tell anew of those of whom something has changed."""
    of_articles = (local_people, local_person_mentions, local_person_roles, structured_articles, organization_ids)
    changes = None if tells_of_people(tombstones) else warehouse.changes(PEOPLE_TABLES, of_articles)
    articles = structured_articles.frame(["article_id", "source_uri", "url", "published_date"])
    stated = stated_overrides.frame()
    people = local_people.frame()
    links = person_links(stated, people, local_person_mentions.frame(), articles) if stated.height else NO_PERSON_LINKS
    roles = roles_of_people(local_person_roles.frame(ROLE_COLUMNS), organization_ids.frame())
    ids = identify_people(people, roles, articles, article_copies.frame(), links, warehouse.memory())
    changed = changed_names(ids, warehouse.stage("person_ids"), "person_id", changes)
    told = people_told_anew(ids, changed, local_person_mentions, local_person_roles, organization_ids)
    kept = without_people(told, tombstones)
    return (
        patch_if_part(changed.named, kept.people),
        patch_if_part(changed.named, kept.person_aliases),
        patch_if_part(changed.articles, kept.person_roles),
        patch_if_part(changed.articles, kept.person_mentions),
        patch_if_part(changed.articles, kept.person_ids),
    )


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
    of_article = (local_quotes, local_quote_spans, person_ids, organization_ids, sentences)
    dated = (structured_articles, article_copies, person_roles)
    of_all = [stated_overrides, *([named_people] if tells_of_people(tombstones) else [])]
    groups = groups_of_quotes(warehouse, of_article, place_mentions, dated, of_all)
    spans = local_quote_spans.rows_of(groups)
    articles = structured_articles.rows_of(groups, ["article_id", "source_uri", "url"])
    resolved = resolve_quotes(
        local_quotes.rows_of(groups),
        spans,
        person_ids.rows_of(groups, ["article_id", "local_person", "person_id"]),
        organization_ids.rows_of(groups),
        place_mentions.rows_of(groups, ["article_id", "char_start", "mention_type", "place_id"]),
        sentences.rows_of(groups, ["article_id", "sentence_index", "char_start"]),
        false_quotes(stated_overrides.frame(), spans, articles),
    )
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
def people(warehouse: Warehouse, named_people: StageTable, quotes: StageTable) -> Patch:
    """Count what each person says, anew where the person or a quotation has changed."""
    groups = people_counted_anew(quotes, warehouse.changes(["people"], (named_people, quotes)))
    rows, columns = named_people.rows_of(groups), ["quote_type", "speaker_person_id"]
    said = (
        quotes.frame(columns) if groups is None else quotes.rows_with("speaker_person_id", rows["person_id"], columns)
    )
    return Patch(groups, count_quotes(rows, said))


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
