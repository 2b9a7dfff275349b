"""Tell states from the cities they share a name with, by what they stand beside."""

from collections.abc import Iterator

from pipelines.transform.annotate.places.lexicon import Lexicon
from pipelines.transform.annotate.places.matches import Match
from pipelines.transform.organization_names import word_set

MIN_STATES = 3
DIRECTIONS = word_set(
    "north south east west northern southern eastern western central northeastern northwestern southeastern "
    "southwestern upstate rural"
)
"""Parts of a state, in small letters: cities have none."""
BETWEEN = word_set(", ; and or & as well as plus")


def states_in_lists(matches: dict[int, Match], lexicon: Lexicon) -> frozenset[int]:
    """First tokens of names that stand in a list of states.

    What stands between ``Oregon`` and ``Idaho`` is the state of Washington, not the city. Such a list has three names
    or more, each of which some state or province bears, and most of them nothing better known.
    """
    return frozenset(
        match.words.start
        for names in _lists(list(matches.values()))
        if len(names) >= MIN_STATES and _are_states(names, lexicon)
        for match in names
    )


def names_university(match: Match, lexicon: Lexicon) -> bool:
    """Whether a state's university is named after it: ``the University of Washington``."""
    doc, start = match.words.doc, match.words.start
    follows = start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ == "university"
    return follows and match.key in lexicon.states


def names_part_of_state(match: Match, lexicon: Lexicon) -> bool:
    """Whether a name that cities bear, too, stands in ``eastern Washington``."""
    words = match.words
    return match.key in lexicon.states and words.start > 0 and words.doc[words.start - 1].text in DIRECTIONS


def _are_states(names: list[Match], lexicon: Lexicon) -> bool:
    plain = sum(match.entry.place_type == "admin1" for match in names)
    return plain * 2 > len(names) and all(match.key in lexicon.states for match in names)


def _lists(matches: list[Match]) -> Iterator[list[Match]]:
    """Runs of names that only commas and conjunctions part."""
    run: list[Match] = []
    for match in matches:
        if run and not _follows(run[-1], match):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _follows(one: Match, other: Match) -> bool:
    between = other.words.doc[one.words.end : other.words.start]
    return len(between) > 0 and all(token.lower_ in BETWEEN for token in between)
