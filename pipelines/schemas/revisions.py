"""What was changed in articles after they were first read."""

import dataframely as dy

from pipelines.schemas import columns as col

CHANGED_PARTS = ["text", "quote"]
CHANGE_TYPES = ["added", "removed", "changed"]


class RevisionQuotes(dy.Schema):
    """One row per quotation of a revision that is no longer the current one, as it was published."""

    article_id = col.key("Article; it stays here after its source has left the inbox.", primary_key=True)
    revision = dy.UInt32(primary_key=True, min=1, description="Revision that printed it.")
    quote_id = col.key("Key that the quotation had.", primary_key=True)
    quote_index = col.index("Position among the quotations of the revision, from 0.")
    text = col.text("The quotation.")
    speaker_person_id = col.key("Key that the person who speaks had.", nullable=True)
    speaker_name = col.text("Who speaks, as far as was told.", nullable=True)


class RevisionChanges(dy.Schema):
    """One row per change from one revision of an article to the next, in its text and in its quotations."""

    article_id = col.key("Article.", primary_key=True)
    revision = dy.UInt32(primary_key=True, min=2, description="The later revision.")
    changed_part = col.one_of(CHANGED_PARTS, "Whether words of the text changed, or a quotation.", primary_key=True)
    change_index = col.index("Position among the changes of the kind, from 0.", primary_key=True)
    change_type = col.one_of(CHANGE_TYPES, "Whether something was added, removed or put in the place of another.")
    before_text = col.text("The words, or the quotation, of the earlier revision.", nullable=True)
    after_text = col.text("The words, or the quotation, of the later revision.", nullable=True)
    difference = col.text("Of words with those around them; word by word: “[-taken out-]”, “{+put in+}”.")
    before_speaker_name = col.text("Of a quotation: who spoke by the earlier revision.", nullable=True)
    after_speaker_name = col.text("Of a quotation: who speaks by the later revision.", nullable=True)
