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
KNOWN_OFFICE_WEIGHT = 0.35
"""That of ``the senator``, who may be one of those who are named."""
PARALLEL_WEIGHT = 1.25
UNKNOWN_GENDER_WEIGHT = 0.6
FOLLOWING_SUBJECT_WEIGHT = 0.6
"""That of the subject of the main clause for a pronoun put before it."""
INSIDE_QUOTE_WEIGHT = 0.4
REPORTING_WEIGHT = 3.0
SPEAKER_WEIGHT = 1.7
COMMANDING_WEIGHT = 1.6
"""That of the subject of the nearest clause that holds a pronoun."""
COORDINATED_WEIGHT = 4.0
"""That of what a noun with a possessive pronoun is joined to: ``Bo and his wife``."""
ATTRIBUTION_WEIGHT = 0.6
"""That of a speaker whom only the reporter names, for a pronoun in what somebody else says."""
SAME_PARAGRAPH_WEIGHT = 1.3
REPETITION_SHARE = 0.3
"""What each mention beyond the strongest adds of its weight."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands: in which sentence and quotation, in whose reported words, and in whose clauses."""

    token: Token
    sentence_index: int
    quote: int | None
    reporting: Token | None
    is_speaker: bool
    commanding: list[Token]

    @property
    def follows_narration(self) -> bool:
        """Whether the pronoun tells who speaks, so that it takes up what was narrated before the quotation."""
        return self.is_speaker and self.quote is None


def weight(antecedent: Antecedent, place: Place, quote: int | None, is_speaker: bool, distance: int) -> float:
    """How strongly one mention calls its person to mind at a pronoun.

    Args:
        antecedent: The mention.
        place: Where the pronoun stands.
        quote: The quotation that the mention stands in.
        is_speaker: Whether the mention names the speaker of a quotation, as the pronoun may.
        distance: How many sentences lie between them.
    """
    total = FADING**distance * _weight_of_clause(antecedent, place)
    if antecedent.kind == "pronoun":
        total *= PRONOUN_WEIGHT
    if antecedent.person is None:
        total *= KNOWN_OFFICE_WEIGHT if antecedent.is_known_office else UNNAMED_WEIGHT
    if antecedent.token.doc is place.token.doc:
        total *= SAME_PARAGRAPH_WEIGHT
    if is_speaker:
        total *= SPEAKER_WEIGHT if place.is_speaker else ATTRIBUTION_WEIGHT if place.quote is not None else 1.0
    if quote is not None and quote != place.quote:
        total *= INSIDE_QUOTE_WEIGHT
    return total


def _weight_of_clause(antecedent: Antecedent, place: Place) -> float:
    """What the syntax tells: the weight of a mention's own part in its clause, and of its relation to the pronoun's."""
    is_commanding = antecedent.person is not None and antecedent.argument in place.commanding
    is_reporting = antecedent.argument == place.reporting
    is_subject = antecedent.is_subject or is_commanding or is_reporting
    total = SUBJECT_WEIGHT if is_subject else _weight_of_position(antecedent)
    if place.token.dep_ in SUBJECTS and is_subject:
        total *= PARALLEL_WEIGHT
    if is_reporting:
        total *= REPORTING_WEIGHT
    elif is_commanding and antecedent.argument == place.commanding[0]:
        total *= COMMANDING_WEIGHT
    return total * COORDINATED_WEIGHT if _is_joined(place.token, antecedent) else total


def _is_joined(pronoun: Token, antecedent: Antecedent) -> bool:
    """Whether a pronoun is the possessor of what is joined to a mention."""
    owned = pronoun.head
    return pronoun.dep_ == "poss" and owned.dep_ == "conj" and owned.head in (antecedent.token, antecedent.argument)


def _weight_of_position(antecedent: Antecedent) -> float:
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
