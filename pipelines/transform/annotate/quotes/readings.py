"""The readings of one cue: how likely each is, and which is left where a surer report rules others out.

All readings of a cue, and that it reports nothing, share one probability. How likely a reading is right is the sum
over those that agree with it: the same speaker, and contents that are mostly the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.figures import LAYOUT, family

LEAST_LIKELIHOOD = 0.38
LEAST_BY_LAYOUT = 0.25
SAME_CONTENT = 0.5


@dataclass(slots=True)
class Chosen:
    """A candidate with how likely it reports, and the tokens of its content."""

    candidate: Candidate
    likelihood: float
    words: set[int]
    number: int = 0
    own_share: float = 0.0

    def mostly_shares(self, other: "Chosen") -> bool:
        """Whether both cannot report: mostly the same words, or any of the same cue."""
        shared = len(self.words & other.words)
        if self.candidate.cue == other.candidate.cue:
            return shared > 0
        return shared > SAME_CONTENT * len(self.words | other.words)


@dataclass(frozen=True, slots=True)
class Reading:
    """A candidate with its odds against its cue reporting nothing, and the tokens of its content."""

    candidate: Candidate
    odds: float
    words: set[int]


def likely(readings: list[Reading], ruled_out: Iterable[int] = ()) -> list[Chosen]:
    """The readings of one cue that are likely enough, none sharing words with one that overlaps more with the others.

    Where a reading ends is best told by the one whose words are expected to have most in common with the right ones.

    Args:
        readings: Of one cue.
        ruled_out: Tokens that no reading may hold.
    """
    left = [reading for reading in readings if reading.words.isdisjoint(ruled_out)]
    all_odds = 1 + sum([reading.odds for reading in left])
    weighed = [(sum([other.odds * _overlap(one, other) for other in left]), one) for one in left]
    found: list[Chosen] = []
    taken: set[int] = set()
    for _, one in sorted(weighed, key=lambda pair: -pair[0]):
        likelihood = agreeing_odds(one, left) / all_odds
        least = LEAST_BY_LAYOUT if one.candidate.construction in LAYOUT else LEAST_LIKELIHOOD
        if likelihood >= least and taken.isdisjoint(one.words):
            taken |= one.words
            found.append(Chosen(one.candidate, likelihood, one.words, own_share=one.odds / all_odds))
    return found


def agreeing_odds(one: Reading | Chosen, readings: list[Reading]) -> float:
    """The odds of all readings that agree with one."""
    return sum([other.odds for other in readings if _agree(one, other)])


def _overlap(one: Reading, other: Reading) -> float:
    """Share of the words of two readings that both hold; none if they tell of different speakers."""
    if one.candidate.source != other.candidate.source:
        return 0.0
    return len(one.words & other.words) / len(one.words | other.words)


def _agree(one: Reading | Chosen, other: Reading) -> bool:
    """Whether another reading has the same speaker and mostly the same words, or part of what stands in marks."""
    if one.candidate.source != other.candidate.source:
        return False
    all_words = other.words if family(one.candidate.construction) == "quoted" else one.words | other.words
    return len(one.words & other.words) >= SAME_CONTENT * len(all_words)
