"""Working table by which copies among all articles are looked for."""

import dataframely as dy

from pipelines.schemas import columns as col

SIGNATURE_SIZE = 128


class TextSignatures(dy.Schema):
    """One row per article: what stands for its text."""

    article_id = col.key("Article.", primary_key=True)
    text_hash = dy.UInt64(description="Hash of its text.")
    signature = dy.List(
        dy.UInt32(),
        nullable=True,
        min_length=SIGNATURE_SIZE,
        max_length=SIGNATURE_SIZE,
        description="MinHash values of its runs of words; null if it is too short to have one.",
    )
