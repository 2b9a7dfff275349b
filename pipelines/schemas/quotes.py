"""Quotations, their printed pieces, and expressions of time."""

import dataframely as dy
import polars as pl

from pipelines.schemas import columns as col

QUOTE_TYPES = ["direct", "mixed", "indirect", "fragment"]
SPEAKER_TYPES = ["person", "organization", "place", "group", "unknown"]
GRANULARITIES = ["day", "week", "month", "quarter", "year", "decade"]


class Quotes(dy.Schema):
    """One row per quotation: one act of attribution, however its pieces are printed."""

    quote_id = col.key("Hash of the article, the extent and the cue.", primary_key=True)
    article_id = col.key("Article.", fk="articles")
    sentence_index = col.index("Sentence that it begins in.")
    last_sentence_index = col.index("Sentence that it ends in.")
    quote_type = col.one_of(
        QUOTE_TYPES,
        "direct: a full statement inside quotation marks; mixed: part in marks, part reported; indirect: reported, "
        "no marks; fragment: words in marks that report no speech, such as titles and scare quotes.",
    )
    text = col.text("Its pieces in quote_spans, in order, joined by one space.")
    char_start = col.offset("First character of the first piece.")
    char_end = col.offset("One past the last character of the last piece.")
    quoted_word_count = col.count("Words inside quotation marks.")
    cue_text = col.text("Words that introduce the speech, such as “said”.", nullable=True)
    cue_lemma = col.text("Dictionary form of the cue's main word.", nullable=True)
    cue_char_start = col.offset("First character of the cue.", nullable=True)
    cue_char_end = col.offset("One past the last character of the cue.", nullable=True)
    speaker_type = col.one_of(SPEAKER_TYPES, "What kind of speaker it is.")
    speaker_text = col.text("The words that name the speaker nearest the quotation, a pronoun too.", nullable=True)
    speaker_char_start = col.offset("First character of these words.", nullable=True)
    speaker_char_end = col.offset("One past the last character of these words.", nullable=True)
    speaker_person_id = col.key("Person who speaks.", nullable=True, fk="people")
    speaker_role = col.text(
        "Role of this person: as the article states it, else as last stated by its day, else as first stated after.",
        nullable=True,
    )
    speaker_organization_id = col.key("Organization that speaks.", nullable=True, fk="organizations")
    speaker_place_id = dy.Int64(
        nullable=True, description="Place whose government speaks, as in “Kyiv said”.", metadata={"fk": "places"}
    )
    said_date = col.day("Day on which it was said, where the attribution tells.", nullable=True)
    confidence = col.share("Chance that content and speaker are right.", nullable=True)
    method = col.text("Name of the rule that found it.")

    @dy.rule()
    def cue_is_whole_or_absent(cls) -> pl.Expr:
        return cls.cue_text.col.is_null() == cls.cue_char_start.col.is_null()

    @dy.rule()
    def speaker_is_whole_or_absent(cls) -> pl.Expr:
        return cls.speaker_text.col.is_null() == cls.speaker_char_start.col.is_null()


class QuoteSpans(dy.Schema):
    """One row per unbroken printed piece of a quotation."""

    quote_id = col.key("Quotation.", primary_key=True, fk="quotes")
    article_id = col.key("Article.", fk="articles")
    span_index = col.index("Position in the quotation, from 0.", primary_key=True)
    char_start = col.offset("First character, outer quotation marks excluded.")
    char_end = col.offset("One past the last character.")
    text = col.text("The characters themselves; inner quotation marks are kept.")


class DateMentions(dy.Schema):
    """One row per expression of time in an article's text."""

    article_id = col.key("Article.", primary_key=True, fk="articles")
    char_start = col.offset("First character.", primary_key=True)
    char_end = col.offset("One past the last character.", primary_key=True)
    sentence_index = col.index("Sentence that it stands in.")
    text = col.text("The characters themselves.")
    date_start = col.day("First day of the interval that it names; null where that cannot be told.", nullable=True)
    date_end = col.day("Last day of the interval, included.", nullable=True)
    granularity = col.one_of(GRANULARITIES, "How exact the expression is.", nullable=True)
