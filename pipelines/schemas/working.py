"""Working tables: what the stages hand to each other as Parquet; they never reach the warehouse.

``local_*`` numbers count the people and organizations of one article; `resolve` turns them into ids.
"""

import dataframely as dy

from pipelines.schemas import columns as col
from pipelines.schemas.names import (
    ORGANIZATION_MENTION_TYPES,
    ORGANIZATION_TYPES,
    PERSON_MENTION_TYPES,
    PLACE_MENTION_TYPES,
    PLACE_TYPES,
    Mention,
)
from pipelines.schemas.quotes import QUOTE_TYPES, SPEAKER_TYPES

GENDERS = ["female", "male"]


class LocalPeople(dy.Schema):
    """One row per person named in an article."""

    article_id = col.key("Article.", primary_key=True)
    local_person = col.index("Running number within the article.", primary_key=True)
    person_name = col.text("The fullest name that the article prints, without titles.")
    given_name = col.text("First name, with middle names.", nullable=True)
    family_name = col.text("Surname, with its particles.", nullable=True)
    name_suffix = col.text("Suffix such as Jr. or III.", nullable=True)
    gender = col.one_of(GENDERS, "As the article's titles, pronouns and given name tell.", nullable=True)


class LocalPersonMentions(Mention):
    """One row per mention of a person, with the person's number in its article."""

    local_person = col.index("Person; null where it could not be told who is meant.", nullable=True)
    mention_type = col.one_of(PERSON_MENTION_TYPES, "Whether a name, a pronoun or a noun names the person.")
    alias_name = col.text("For a name: the name alone, without titles and possessive.", nullable=True)


class LocalPersonRoles(dy.Schema):
    """One row per role of a person that an article states."""

    article_id = col.key("Article.", primary_key=True)
    char_start = col.offset("First character.", primary_key=True)
    char_end = col.offset("One past the last character.", primary_key=True)
    local_person = col.index("Person.", primary_key=True)
    role_text = col.text("The role in words.")
    local_organization = col.index("Organization that the role is at.", nullable=True)
    text = col.text("The characters themselves.")


class LocalOrganizations(dy.Schema):
    """One row per organization named in an article."""

    article_id = col.key("Article.", primary_key=True)
    local_organization = col.index("Running number within the article.", primary_key=True)
    organization_name = col.text("The fullest name that the article prints, without article.")
    acronym = col.text("Short form that the article introduces or uses.", nullable=True)
    organization_type = col.one_of(ORGANIZATION_TYPES, "Kind of organization.")


class LocalOrganizationMentions(Mention):
    """One row per mention of an organization, with its number in its article."""

    local_organization = col.index("Organization.", nullable=True)
    mention_type = col.one_of(ORGANIZATION_MENTION_TYPES, "Whether a name, a pronoun or a noun names it.")


class PlaceSpans(dy.Schema):
    """One row per name or demonym that may stand for a place, before it is tied to one."""

    article_id = col.key("Article.", primary_key=True)
    char_start = col.offset("First character.", primary_key=True)
    char_end = col.offset("One past the last character.", primary_key=True)
    sentence_index = col.index("Sentence that it stands in.")
    text = col.text("The characters themselves.")
    mention_type = col.one_of(PLACE_MENTION_TYPES, "Whether a name or a demonym.")
    lookup_name = col.text("The form to look up: without article and possessive.")
    place_type = col.one_of(PLACE_TYPES, "Kind of place, where the words tell (River, County, Street).", nullable=True)
    container_text = col.text("The larger place named right beside it, as in “Paris, Texas”.", nullable=True)
    is_dateline = dy.Bool(description="Whether it stands in the dateline.")


class LocalQuotes(dy.Schema):
    """One row per quotation, its speaker tied to people and organizations of the same article."""

    article_id = col.key("Article.", primary_key=True)
    local_quote = col.index("Running number within the article.", primary_key=True)
    sentence_index = col.index("Sentence that it begins in.")
    quote_type = col.one_of(QUOTE_TYPES, "Type, as in quotes.")
    char_start = col.offset("First character of the first piece.")
    char_end = col.offset("One past the last character of the last piece.")
    quoted_word_count = col.count("Words inside quotation marks.")
    cue_text = col.text("Words that introduce the speech.", nullable=True)
    cue_lemma = col.text("Dictionary form of the cue's main word.", nullable=True)
    cue_char_start = col.offset("First character of the cue.", nullable=True)
    cue_char_end = col.offset("One past the last character of the cue.", nullable=True)
    speaker_type = col.one_of(SPEAKER_TYPES, "What kind of speaker it is.")
    speaker_text = col.text("The words that name the speaker.", nullable=True)
    speaker_char_start = col.offset("First character of these words.", nullable=True)
    speaker_char_end = col.offset("One past the last character of these words.", nullable=True)
    local_person = col.index("Person who speaks.", nullable=True)
    local_organization = col.index("Organization that speaks.", nullable=True)
    place_char_start = col.offset("First character of the place mention that speaks.", nullable=True)
    said_date = col.day("Day on which it was said.", nullable=True)
    confidence = col.share("Chance that content and speaker are right.", nullable=True)
    method = col.text("Name of the rule that found it.")


class LocalQuoteSpans(dy.Schema):
    """One row per unbroken printed piece of a quotation."""

    article_id = col.key("Article.", primary_key=True)
    local_quote = col.index("Quotation.", primary_key=True)
    span_index = col.index("Position in the quotation, from 0.", primary_key=True)
    char_start = col.offset("First character.")
    char_end = col.offset("One past the last character.")
    text = col.text("The characters themselves.")
