"""How much an input may hold: above a limit it becomes a reject, so that no input takes all memory or time."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Limits of one input.

    Attributes:
        file_bytes: Largest file that is opened (``ONRECORD_MAX_FILE_BYTES``).
        article_bytes: Largest source of one article (``ONRECORD_MAX_ARTICLE_BYTES``): a long novel has 1 MB, so
            anything near the default is something else.
        unpacked_bytes: What may come out of one archive, with the archives inside it (``ONRECORD_MAX_UNPACKED_BYTES``).
        expansion: How many times larger than the archive that may be, above what one article may have
            (``ONRECORD_MAX_EXPANSION``): news shrinks to a third or a tenth, a bomb to a thousandth.
        members: Files in one archive, with the archives inside it (``ONRECORD_MAX_MEMBERS``).
        nesting: Archives within each other (``ONRECORD_MAX_NESTING``): ``.warc.gz`` in ``.zip`` is two.
        page_elements: Most elements of a page (``ONRECORD_MAX_PAGE_ELEMENTS``): a long live blog has 10,000.
        json_depth: Deepest nesting of JSON (``ONRECORD_MAX_JSON_DEPTH``): ninjs has 8.
    """

    file_bytes: int = 20_000_000_000
    article_bytes: int = 20_000_000
    unpacked_bytes: int = 100_000_000_000
    expansion: int = 200
    members: int = 100_000
    nesting: int = 3
    page_elements: int = 20_000
    json_depth: int = 100
