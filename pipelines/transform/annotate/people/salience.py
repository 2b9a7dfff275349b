"""How present somebody is to the reader at a pronoun: by nearness, subjecthood, repetition and parallel position."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from pipelines.transform.annotate.people.antecedents import SUBJECTS, Antecedent

FADING = 0.45
"""What is left of a mention's weight with each sentence."""
SUBJECT_WEIGHT = 1.6
POSSESSIVE_WEIGHT = 0.8
OBLIQUE_WEIGHT = 0.9
PRONOUN_WEIGHT = 1.1
UNNAMED_WEIGHT = 0.7
PARALLEL_WEIGHT = 1.25
UNKNOWN_GENDER_WEIGHT = 0.6
FOLLOWING_SUBJECT_WEIGHT = 0.6
"""That of the subject of the main clause for a pronoun put before it."""
INSIDE_QUOTE_WEIGHT = 0.4
REPORTING_WEIGHT = 3.0
SPEAKER_WEIGHT = 1.5
SAME_PARAGRAPH_WEIGHT = 1.3
REPETITION_SHARE = 0.3
"""What each mention beyond the strongest adds of its weight."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands: in which sentence and quotation, and in whose reported words."""

    token: Token
    sentence_index: int
    quote: int | None
    reporting: Token | None
    is_speaker: bool


def weight(antecedent: Antecedent, place: Place, quote: int | None, is_speaker: bool) -> float:
    """How strongly one mention calls its person to mind at a pronoun.

    Args:
        antecedent: The mention.
        place: Where the pronoun stands.
        quote: The quotation that the mention stands in.
        is_speaker: Whether the mention names the speaker of a quotation, as the pronoun may.
    """
    total = FADING ** (place.sentence_index - antecedent.sentence_index)
    total *= _weight_of_position(antecedent)
    if antecedent.kind == "pronoun":
        total *= PRONOUN_WEIGHT
    if antecedent.person is None:
        total *= UNNAMED_WEIGHT
    if place.token.dep_ in SUBJECTS and antecedent.is_subject:
        total *= PARALLEL_WEIGHT
    if place.reporting is not None and place.reporting == antecedent.argument:
        total *= REPORTING_WEIGHT
    if antecedent.token.doc is place.token.doc:
        total *= SAME_PARAGRAPH_WEIGHT
    if place.is_speaker and is_speaker:
        total *= SPEAKER_WEIGHT
    if quote is not None and quote != place.quote:
        total *= INSIDE_QUOTE_WEIGHT
    return total


def _weight_of_position(antecedent: Antecedent) -> float:
    if antecedent.is_subject:
        return SUBJECT_WEIGHT
    if antecedent.argument.dep_ == "poss":
        return POSSESSIVE_WEIGHT
    return OBLIQUE_WEIGHT if antecedent.argument.dep_ in ("pobj", "compound", "nmod") else 1.0


def summed(weights: Iterable[tuple[int | None, float]]) -> list[tuple[int | None, float]]:
    """Weights by person, the highest first; each unnamed mention counts for itself."""
    by_person: dict[int | None, list[float]] = {None: [0.0]}
    for person, value in weights:
        by_person.setdefault(person, []).append(value)
    ranked = [(person, _total(values, is_one=person is not None)) for person, values in by_person.items()]
    return sorted(ranked, key=lambda pair: -pair[1])


def _total(values: list[float], is_one: bool) -> float:
    strongest = max(values)
    return strongest + REPETITION_SHARE * (sum(values) - strongest) if is_one else strongest
