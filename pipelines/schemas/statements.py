"""Statements: the same words of the same speaker, wherever they were printed."""

import dataframely as dy

from pipelines.schemas import columns as col


class QuoteClusters(dy.Schema):
    """One row per statement that several articles print, whole, trimmed or lightly altered."""

    quote_cluster_id = col.key("Hash of the earliest quotation of the statement.", primary_key=True)
    first_quote_id = col.key("The earliest quotation of the statement.", fk="quotes")
    text = col.text("The statement as it was first printed.")
    speaker_person_id = col.key(
        "Person who speaks, where one of the quotations tells; no two ever differ.", nullable=True, fk="people"
    )
    speaker_organization_id = col.key(
        "Organization that speaks, by the earliest quotation that tells.", nullable=True, fk="organizations"
    )
    quote_count = col.count("Quotations of the statement, copies among them.")
    article_count = col.count("Articles that print it, copies among them.")
    form_count = col.count("Ways in which it is worded, case and punctuation apart.")
    independent_source_count = col.count(
        "Publishers that have it on their own: a copy counts as the article it copies, and stories of agencies as one."
    )
    first_seen_date = col.day("Day of the earliest article that prints it.", nullable=True)
    last_seen_date = col.day("Day of the latest article that prints it.", nullable=True)


class QuoteClusterMembers(dy.Schema):
    """One row per quotation of a statement that several articles print."""

    quote_id = col.key("Quotation.", primary_key=True, fk="quotes")
    quote_cluster_id = col.key("Statement.", fk="quote_clusters")
    similarity = col.share("Share of the shorter text's words that both this text and the earliest one have, in order.")
    difference = col.text(
        "This text beside the earliest one, word by word: “[-taken out-]”, “{+put in+}”; null where the words are the "
        "same, case and punctuation apart.",
        nullable=True,
    )
