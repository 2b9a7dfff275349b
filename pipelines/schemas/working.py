"""Working tables: what the stages hand to each other as Parquet; they never reach the warehouse.

``local_*`` numbers count the people and organizations of one article; `resolve` turns them into ids.
"""

import dataframely as dy

from pipelines.schemas import columns as col
from pipelines.schemas.articles import DATE_SOURCES, PARAGRAPH_TYPES, SOURCE_FORMATS
from pipelines.schemas.names import (
    ORGANIZATION_MENTION_TYPES,
    ORGANIZATION_TYPES,
    PERSON_MENTION_TYPES,
    PLACE_MENTION_TYPES,
    PLACE_TYPES,
    Mention,
)
from pipelines.schemas.ops import Checks
from pipelines.schemas.quotes import QUOTE_TYPES, SPEAKER_TYPES

GENDERS = ["female", "male"]
SHA256_PATTERN = r"^[0-9a-f]{64}$"


class InboxFiles(dy.Schema):
    """One row per file of the inboxes, without its content."""

    file_uri = dy.String(primary_key=True, min_length=1, description="Path relative to the inbox, with slashes.")
    inbox = col.text("Folder that it was found under.")
    path = col.text("Where to read it from.")
    byte_size = dy.UInt64(description="Bytes.")
    modified_at = dy.Datetime(time_zone="UTC", time_unit="ns", description="When the file was last written to.")
    mapping_path = col.text("File that says which of its fields are which columns.", nullable=True)
    mapping_sha256 = dy.String(regex=SHA256_PATTERN, nullable=True, description="SHA-256 of that file.")


class MirroredPages(dy.Schema):
    """One row per page of the web that was fetched."""

    url = dy.String(primary_key=True, min_length=1, description="Web address.")
    file_name = col.text("File that it is kept in.")
    content_sha256 = dy.String(regex=SHA256_PATTERN, description="SHA-256 of its bytes.")
    etag = col.text("Mark of this version, by its server.", nullable=True)
    last_modified = col.text("When this version was made, by its server.", nullable=True)
    fetched_at = col.timestamp("When this version was fetched.")


class RunInputs(dy.Schema):
    """One row: all that the warehouse is made from, in short."""

    inputs_digest = col.text("Digest of listing, corrections, withdrawals and code.")


class KnownFiles(dy.Schema):
    """One row per file that an earlier run has read: what tells whether it has to be read again."""

    file_uri = dy.String(primary_key=True, min_length=1, description="Path relative to the inbox, with slashes.")
    byte_size = dy.UInt64(description="Bytes.")
    modified_at = dy.Datetime(time_zone="UTC", time_unit="ns", description="When the file was last written to.")
    mapping_sha256 = dy.String(regex=SHA256_PATTERN, nullable=True, description="SHA-256 of the mapping beside it.")
    reader_version = col.text("Version of the readers and limits that it was read with.")


class RawFiles(KnownFiles):
    """One row per file that was read, with what came of it."""

    content_sha256 = dy.String(
        regex=SHA256_PATTERN, nullable=True, description="SHA-256 of the file's bytes; null if it was not opened."
    )
    article_count = col.count("Articles read from it, older versions among them.")
    rejected_count = col.count("Inputs rejected: the file itself, or parts of it.")
    skipped_count = col.count("Parts that are no articles.")


class InputRejects(dy.Schema):
    """One row per input that cannot be loaded, before the run adds its times."""

    source_uri = dy.String(primary_key=True, min_length=1, description="Path relative to the inbox, with slashes.")
    file_uri = dy.String(min_length=1, description="File that it is, or is part of.")
    content_sha256 = dy.String(regex=SHA256_PATTERN, nullable=True, description="SHA-256 of the bytes, if read.")
    error_code = col.text("Word of the closed list in pipelines/extract/rejects.py.")
    error_message = col.text("What is wrong and how to mend it, in one line.")


class SourceArticles(dy.Schema):
    """One row per version of an article in the inboxes: its characters, and what its source says about it."""

    article_id = col.key("Hash of the source's own id or path.")
    source_uri = dy.String(
        primary_key=True,
        min_length=1,
        description="Path relative to the inbox, and the part of the file.",
    )
    file_uri = dy.String(min_length=1, description="File that it was read from.")
    source_id = col.text("The source's own id.", nullable=True)
    source_format = col.one_of(SOURCE_FORMATS, "Format the article was read from.")
    source_encoding = col.text("Codec that turns the bytes into the text; after a guess, the guess.", nullable=True)
    text = col.text("Its characters; those of plain text untouched, without a byte order mark.")
    content_sha256 = dy.String(regex=SHA256_PATTERN, description="SHA-256 of the bytes that it was read from.")
    modified_at = dy.Datetime(time_zone="UTC", time_unit="ns", description="When the file was last written to.")
    url = col.text("Web address by metadata.", nullable=True)
    headline = col.text("Headline by metadata; the text begins with it.", nullable=True)
    byline = col.text("Byline by metadata.", nullable=True)
    publisher_name = col.text("Publisher by metadata.", nullable=True)
    published_at = col.timestamp("Moment of publication by metadata.", nullable=True)
    published_date = col.day("Day of publication by metadata.", nullable=True)
    updated_at = col.timestamp("Moment of the last change by metadata.", nullable=True)
    language_code = dy.String(nullable=True, regex=r"^[a-z]{2}$", description="Language by metadata, ISO 639-1.")


class RawArticles(SourceArticles):
    """One row per article as extracted, in its latest version."""

    article_id = col.key("Hash of the source's own id or path.", unique=True)


class SupersededArticles(SourceArticles):
    """One row per version of an article of which the inboxes hold a later one."""


class RawParagraphs(dy.Schema):
    """One row per block of text that the source of an article marks as what it is."""

    source_uri = dy.String(primary_key=True, min_length=1, description="Version of the article.")
    paragraph_index = col.index("Position in the article, from 0.", primary_key=True)
    paragraph_type = col.one_of(PARAGRAPH_TYPES, "What the block is.")
    char_start = col.offset("First character.")
    char_end = col.offset("One past the last character.")


class StructuredArticles(dy.Schema):
    """One row per article with what its layout tells: the columns of ``articles`` known before any reading."""

    article_id = col.key("Hash of the source's own id or path.", primary_key=True)
    source_uri = dy.String(min_length=1, unique=True, description="Path relative to the inbox, with slashes, or URL.")
    source_format = col.one_of(SOURCE_FORMATS, "Format the article was read from.")
    source_encoding = col.text("Codec that turns the bytes into the text; after a guess, the guess.", nullable=True)
    publisher_name = col.text("Publisher: from metadata, else the first folder under the inbox.", nullable=True)
    url = col.text("Web address given in the header.", nullable=True)
    headline = col.text("Headline, from the header or the first line.", nullable=True)
    byline = col.text("Byline as printed.", nullable=True)
    dateline = col.text("Dateline as printed.", nullable=True)
    published_at = col.timestamp("Moment of publication, where a time of day is known.", nullable=True)
    published_date = col.day("Day of publication.", nullable=True)
    date_source = col.one_of(DATE_SOURCES, "Where the day of publication was taken from.", nullable=True)
    language_code = dy.String(nullable=True, regex=r"^[a-z]{2}$", description="Language of the text, ISO 639-1.")
    text = col.text("Decoded source, character for character.")
    word_count = col.count("Words of the text, split at white space.")
    content_sha256 = dy.String(regex=SHA256_PATTERN, description="SHA-256 of the source's bytes.")
    names_agency = dy.Bool(description="Whether publisher, byline, dateline or a line of its own names a news agency.")


class BylineAuthors(dy.Schema):
    """One row per author named in a byline, before authors are tied to people."""

    article_id = col.key("Article.", primary_key=True)
    position = dy.UInt32(primary_key=True, min=1, description="Place in the byline, from 1.")
    author_name = col.text("Name as printed in the byline.")


class ArticleCopies(dy.Schema):
    """One row per article: whether it copies another, and whether several publishers carry it."""

    article_id = col.key("Article.", primary_key=True)
    duplicate_of_article_id = col.key("The earliest article of which this is a copy or near copy.", nullable=True)
    copy_share = col.share(
        "Share of the text's words that stand in runs of seven words also in the article it copies.", nullable=True
    )
    is_carried_widely = dy.Bool(description="Whether articles of at least two publishers are copies of one another.")


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


class PersonIds(dy.Schema):
    """One row per person of an article who could be told, with the person of the corpus."""

    article_id = col.key("Article.", primary_key=True)
    local_person = col.index("Running number within the article.", primary_key=True)
    person_id = col.key("Person of the corpus.")
    name_person_id = col.key("Key that a person known by the name here alone has.")
    is_by_lone_name = dy.Bool(description="Whether the article tells a single name, which others bear in full.")
    is_by_override = dy.Bool(description="Whether a correction says who it is.")


class OrganizationIds(dy.Schema):
    """One row per organization of an article, with the organization of the corpus."""

    article_id = col.key("Article.", primary_key=True)
    local_organization = col.index("Running number within the article.", primary_key=True)
    organization_id = col.key("Organization of the corpus.")


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
    usage_country_code = dy.String(
        nullable=True, regex=r"^[A-Z]{2}$", description="Country whose offices, currency and spelling the article uses."
    )


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


class AuditResults(Checks):
    """One row per data check of the last build, with the first rows that fail it."""

    first_rows = col.text("The first rows that fail, for people to read.", nullable=True)
