"""How much an input may hold: above a limit it becomes a reject, so that no input takes all memory or time."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Limits of one input.

    Attributes:
        file_bytes: Largest file that is opened (``ONRECORD_MAX_FILE_BYTES``).
        article_bytes: Largest source of one article (``ONRECORD_MAX_ARTICLE_BYTES``): a long novel has 1 MB, so
            anything near the default is something else.
    """

    file_bytes: int = 20_000_000_000
    article_bytes: int = 20_000_000
