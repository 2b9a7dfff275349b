"""Articles, their revisions, authors, paragraphs and sentences."""

import dataframely as dy

from pipelines.schemas import columns as col

SOURCE_FORMATS = [
    "text", "markdown", "html", "schema.org", "ninjs", "json", "csv", "parquet", "newsml-g2", "nitf", "rss", "atom",
]  # fmt: skip
DATE_SOURCES = ["metadata", "header line", "dateline", "url", "file time"]
PARAGRAPH_TYPES = ["headline", "heading", "caption", "credit", "dateline", "body", "list_item", "other"]


class Articles(dy.Schema):
    """One row per article, in its current revision."""

    article_id = col.key("Hash of the source's own id or path: a changed text keeps its id.", primary_key=True)
    source_uri = dy.String(
        min_length=1, unique=True, description="Path relative to the inbox, with forward slashes, or URL."
    )
    source_format = col.one_of(SOURCE_FORMATS, "Format the article was read from.")
    source_encoding = col.text("Character encoding of the source; after a guess, the guess.", nullable=True)
    publisher_name = col.text("Publisher: from metadata, else the first folder under the inbox.", nullable=True)
    url = col.text("Web address given in the metadata.", nullable=True)
    headline = col.text("Headline, from metadata or the first line.", nullable=True)
    byline = col.text("Byline as printed.", nullable=True)
    dateline = col.text("Dateline as printed, such as “KYIV, Ukraine (AP) —”.", nullable=True)
    published_at = col.timestamp("Moment of publication, where a time of day is known.", nullable=True)
    published_date = col.day("Day of publication.", nullable=True)
    date_source = col.one_of(DATE_SOURCES, "Where the day of publication was taken from.", nullable=True)
    language_code = dy.String(nullable=True, regex=r"^[a-z]{2}$", description="Language of the text, ISO 639-1.")
    text = dy.String(description="Decoded source, character for character; all offsets point into it.")
    word_count = col.count("Words of the text, split at white space.")
    content_sha256 = dy.String(regex=r"^[0-9a-f]{64}$", description="SHA-256 of the source's bytes.")
    revision = dy.UInt32(min=1, description="1 for the text first seen, one more for each change.")
    first_ingested_at = col.timestamp("When the article was first read.")
    ingested_at = col.timestamp("When the current revision was first read.")
    is_wire_copy = dy.Bool(
        description="Whether the text is a wire story: an agency's, or common to several publishers."
    )
    duplicate_of_article_id = col.key(
        "The earliest article of which this is a copy or near copy; null for originals.", nullable=True, fk="articles"
    )
    copy_share = col.share(
        "Share of the text's words that stand in runs of seven words also in the article it copies.", nullable=True
    )
    run_id = col.text("Run that read the current revision.")


class ArticleRevisions(dy.Schema):
    """One row per revision of an article ever seen."""

    article_id = col.key("Article; it stays here after its source has left the inbox.", primary_key=True)
    revision = dy.UInt32(primary_key=True, min=1, description="1 for the text first seen, one more for each change.")
    content_sha256 = dy.String(regex=r"^[0-9a-f]{64}$", description="SHA-256 of the source's bytes.")
    text = dy.String(description="Decoded text of this revision.")
    ingested_at = col.timestamp("When this revision was first read.")
    run_id = col.text("Run that read this revision.")


class ArticleAuthors(dy.Schema):
    """One row per author of an article."""

    article_id = col.key("Article.", primary_key=True, fk="articles")
    position = dy.UInt32(primary_key=True, min=1, description="Place in the byline, from 1.")
    author_name = col.text("Name as printed in the byline.")
    person_id = col.key(
        "The author among the people of the corpus; null where none has that full name.", nullable=True, fk="people"
    )


class Paragraphs(dy.Schema):
    """One row per block of text of an article."""

    article_id = col.key("Article.", primary_key=True, fk="articles")
    paragraph_index = col.index("Position in the article, from 0.", primary_key=True)
    paragraph_type = col.one_of(PARAGRAPH_TYPES, "What the block is.")
    heading_text = col.text("The heading that it stands under.", nullable=True)
    char_start = col.offset("First character.")
    char_end = col.offset("One past the last character.")
    text = col.text("The characters themselves.")


class Sentences(dy.Schema):
    """One row per sentence of an article."""

    article_id = col.key("Article.", primary_key=True, fk="articles")
    sentence_index = col.index("Position in the article, from 0.", primary_key=True)
    paragraph_index = col.index("Block of text that it stands in.")
    char_start = col.offset("First character.")
    char_end = col.offset("One past the last character.")
    text = col.text("The characters themselves.")
