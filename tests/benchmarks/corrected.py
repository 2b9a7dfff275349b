"""Corrections to plant in a corpus: a paragraph before and after, and the change that must be told of it."""

from typing import NamedTuple

COUNTED = "“We counted {} crates on the quay that night,” said {}, a surveyor."
COST = "The repairs took {} weeks in the end."
SURVEYORS = "Arvid Lundmark", "Signe Hallbeck"


class Correction(NamedTuple):
    """What was corrected in an article.

    Attributes:
        kind: The sort of correction.
        before: The paragraph first printed, if any.
        after: The paragraph printed later, if any.
        part: What changed, a word of ``CHANGED_PARTS``.
        change_type: A word of ``CHANGE_TYPES``.
        told: Words that the change must hold: before, after, and who speaks before and after.
    """

    kind: str
    before: str | None
    after: str | None
    part: str
    change_type: str
    told: tuple[str | None, str | None, str | None, str | None]


def corrections(number: int) -> list[Correction]:
    """One correction of every kind; no other number gives the same figures."""
    first, second = f"{20_000 + 2 * number:,}", f"{20_001 + 2 * number:,}"
    arvid, signe = SURVEYORS
    said, mended = COUNTED.format(first, arvid), COUNTED.format(second, arvid)
    return [
        Correction("figure", COST.format(first), COST.format(second), "text", "changed", (first, second, None, None)),
        Correction("quotation put in", None, said, "quote", "added", (None, first, None, arvid)),
        Correction("quotation taken out", said, None, "quote", "removed", (first, None, arvid, None)),
        Correction("quotation altered", said, mended, "quote", "changed", (first, second, arvid, arvid)),
        Correction(
            "speaker altered", said, COUNTED.format(first, signe), "quote", "changed", (first, first, arvid, signe)
        ),
    ]
