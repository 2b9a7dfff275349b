"""People, organizations and places: who and what is named, and every mention of them."""

import dataframely as dy

from pipelines.schemas import columns as col

PERSON_MENTION_TYPES = ["name", "pronoun", "nominal"]
ORGANIZATION_MENTION_TYPES = ["name", "pronoun", "nominal"]
PLACE_MENTION_TYPES = ["name", "demonym"]
ORGANIZATION_TYPES = ["government", "company", "party", "military", "media", "university", "bloc", "sports", "other"]
PLACE_TYPES = ["country", "admin1", "admin2", "city", "region", "natural", "facility"]


class Mention(dy.Schema):
    """What all tables of mentions share: where it stands, what it says, and how it was resolved."""

    article_id = col.key("Article.", primary_key=True, fk="articles")
    char_start = col.offset("First character.", primary_key=True)
    char_end = col.offset("One past the last character.", primary_key=True)
    sentence_index = col.index("Sentence that it stands in.")
    text = col.text("The characters themselves.")
    confidence = col.share("Chance that the link is right; null where there is none.", nullable=True)
    method = col.text("Name of the rule that made the link; null where there is none.", nullable=True)


class NamedPeople(dy.Schema):
    """One row per real person named in the articles, before their quotations are counted."""

    person_id = col.key("Hash of the person's name and first article.", primary_key=True)
    person_name = col.text("The fullest name printed.")
    given_name = col.text("First name, with middle names.", nullable=True)
    family_name = col.text("Surname, with its particles.", nullable=True)
    name_suffix = col.text("Suffix such as Jr. or III.", nullable=True)
    main_role = col.text("The role stated most often.", nullable=True)
    article_count = col.count("Articles that mention the person.")
    mention_count = col.count("Mentions, pronouns and nominals among them.")
    first_seen_date = col.day("Day of the earliest article.", nullable=True)
    last_seen_date = col.day("Day of the latest article.", nullable=True)


class People(NamedPeople):
    """One row per real person named in the articles."""

    quote_count = col.count("Quotations that are no fragments, of which this person is the speaker.")


class PersonAliases(dy.Schema):
    """One row per way in which a person was named."""

    person_id = col.key("Person.", primary_key=True, fk="people")
    alias_name = dy.String(primary_key=True, min_length=1, description="Name as printed, without titles.")
    mention_count = col.count("Mentions by this name.")
    former_person_id = col.key(
        "Key that a person known by this name alone has, where it is another: look here for a key that is gone "
        "because two people turned out to be one.",
        nullable=True,
    )


class PersonRoles(dy.Schema):
    """One row per role or affiliation of a person that an article states."""

    article_id = col.key("Article.", primary_key=True, fk="articles")
    char_start = col.offset("First character.", primary_key=True)
    char_end = col.offset("One past the last character.", primary_key=True)
    person_id = col.key("Person.", primary_key=True, fk="people")
    role_text = col.text("The role in words, such as “deputy head of Putin’s Security Council”.")
    organization_id = col.key("Organization that the role is at.", nullable=True, fk="organizations")
    text = col.text("The characters themselves.")
    stated_date = col.day("Day of publication of the article that says so.", nullable=True)


class PersonMentions(Mention):
    """One row per mention of a person in an article's text."""

    person_id = col.key("Person; null where it could not be told who is meant.", nullable=True, fk="people")
    mention_type = col.one_of(PERSON_MENTION_TYPES, "Whether a name, a pronoun or a noun names the person.")


class Organizations(dy.Schema):
    """One row per organization named in the articles."""

    organization_id = col.key("Hash of the organization's name.", primary_key=True)
    organization_name = col.text("The fullest name printed.")
    organization_type = col.one_of(ORGANIZATION_TYPES, "Kind of organization.")
    article_count = col.count("Articles that mention it.")
    mention_count = col.count("Mentions of it.")


class OrganizationMentions(Mention):
    """One row per mention of an organization in an article's text."""

    organization_id = col.key("Organization.", nullable=True, fk="organizations")
    mention_type = col.one_of(ORGANIZATION_MENTION_TYPES, "Whether a name, a pronoun or a noun names it.")


class Places(dy.Schema):
    """One row per place of the gazetteer that was mentioned, or that contains one."""

    place_id = dy.Int64(
        primary_key=True, description="GeoNames id; negative for places of our own list that GeoNames lacks."
    )
    place_name = col.text("Usual English name.")
    place_type = col.one_of(PLACE_TYPES, "Kind of place.")
    country_code = dy.String(nullable=True, regex=r"^[A-Z]{2}$", description="Country, ISO 3166-1 alpha-2.")
    admin1_code = col.text("First-level region: ISO 3166-2 where it exists, else the GeoNames code.", nullable=True)
    feature_code = col.text("Kind of place in GeoNames' codes.", nullable=True)
    latitude = dy.Float64(min=-90.0, max=90.0, description="Degrees north, WGS 84.")
    longitude = dy.Float64(min=-180.0, max=180.0, description="Degrees east, WGS 84.")
    population = dy.Int64(nullable=True, min=0, description="Persons.")
    parent_place_id = dy.Int64(
        nullable=True, description="The next larger place that contains it.", metadata={"fk": "places.place_id"}
    )
    article_count = col.count("Articles that mention it.")
    mention_count = col.count("Mentions of it.")


class PlaceMentions(Mention):
    """One row per mention of a place in an article's text."""

    place_id = dy.Int64(
        nullable=True, description="Place; null where it could not be told which.", metadata={"fk": "places"}
    )
    mention_type = col.one_of(
        PLACE_MENTION_TYPES, "Whether a name or a demonym such as “Russian” stands for the place."
    )
    place_type = col.one_of(
        PLACE_TYPES, "Kind of place meant, known for some places that no gazetteer has.", nullable=True
    )
    within_place_id = dy.Int64(
        nullable=True,
        description="Where place_id is null: the smallest place that its article tells it lies in, such as the town "
        "of a street.",
        metadata={"fk": "places.place_id"},
    )
    within_confidence = col.share("Chance that it lies there; null where within_place_id is.", nullable=True)
