"""Working tables of what is said: by which the quotations of all articles are compared."""

import dataframely as dy

from pipelines.schemas import columns as col


class SpokenRuns(dy.Schema):
    """One row per run of words of quotations: the number that stands for it, as long as this table lasts."""

    run = dy.UInt64(primary_key=True, description="Hash of the words.")
    run_number = dy.UInt32(unique=True, description="Running number, from 0.")


class SpokenQuotes(dy.Schema):
    """One row per quotation that is long enough to tell whether another one says the same."""

    quote_id = col.key("Quotation.", primary_key=True)
    article_id = col.key("Article.")
    char_start = col.offset("First character of the first piece.")
    words = dy.UInt64(description="Hash of its words: case and punctuation do not matter.")
    runs = dy.List(dy.UInt32(), min_length=1, description="Numbers of its runs of words, each once.")
    speaker_person_id = col.key("Person who speaks.", nullable=True)
    speaker_organization_id = col.key("Organization that speaks.", nullable=True)
