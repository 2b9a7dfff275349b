"""Corrections by people, and what was withdrawn: both survive every build."""

import dataframely as dy

from pipelines.schemas import columns as col

OVERRIDE_TYPES = ["same person", "different people", "place", "not a quote"]
FORGOTTEN_TYPES = ["article", "person"]


class StatedOverrides(dy.Schema):
    """One row per correction that somebody has written into a file of overrides."""

    override_id = col.key("Hash of what it says.", primary_key=True)
    override_type = col.one_of(OVERRIDE_TYPES, "What it corrects.")
    file_name = col.text("File that it stands in.")
    line_number = dy.UInt32(min=2, description="Line of the file; the first has the names of the columns.")
    text = col.text("Words that it is about: a person's or a place's name, or a quotation.")
    article = col.text("Article that it holds for, by source_uri, url or article_id; null for all.", nullable=True)
    person_name = col.text("Who the name stands for.", nullable=True)
    other_article = col.text("Article in which the name stands for somebody else.", nullable=True)
    place_id = dy.Int64(nullable=True, description="Place that the name stands for; null for none.")
    author_name = col.text("Who made the correction.")
    made_date = col.day("When it was made.")
    reason = col.text("Why.")


class Overrides(StatedOverrides):
    """One row per correction by a person that this build has applied."""

    matched_count = col.count("People, mentions or quotations of articles that it holds for; 0: it matches nothing.")


class Tombstones(dy.Schema):
    """One row per article or person that was withdrawn and must not come back.

    Nothing of its content is kept.
    """

    forgotten_type = col.one_of(FORGOTTEN_TYPES, "What was withdrawn.", primary_key=True)
    forgotten_id = col.key("Its article_id or person_id.", primary_key=True)
    name_hash = col.key("For a person: hash of the name, should it come back under another id.", nullable=True)
    reason = col.text("Why.")
    forgotten_at = col.timestamp("When.")
