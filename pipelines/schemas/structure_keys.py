"""Working table that tells which articles have the layout that an earlier run has read."""

import dataframely as dy

from pipelines.schemas import columns as col


class StructureKeys(dy.Schema):
    """One row per article: what its layout was read from, and what of it other articles may change."""

    article_id = col.key("Hash of the source's own id or path.", primary_key=True)
    structure_id = col.key("Hash of all that its layout depends on, and of the version of the rules.")
    own_publisher_name = col.text("Publisher, before other articles of its folder tell its name.", nullable=True)
