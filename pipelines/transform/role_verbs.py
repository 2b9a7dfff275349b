"""Verbs that with their object say what somebody is: ``chairs the board``, ``who led the inquiry``."""

from pipelines.transform.organization_names import word_set

HEADING = word_set("heads headed chairs chaired directs directed co-chairs")
"""Those that say so of whatever they govern."""
LEADING = word_set(
    "leads led runs ran founded co-founded cofounded owns owned coaches coached represents represented commands "
    "commanded manages managed oversees oversaw advises advised"
)
"""Those that also govern other things: ``runs a risk``."""
