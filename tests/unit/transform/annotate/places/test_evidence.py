import pytest
import spacy
from spacy.tokens import Doc

from pipelines.transform.annotate.places.evidence import Surroundings, evidence, places_among
from pipelines.transform.annotate.places.lexicon import Entry
from pipelines.transform.annotate.places.matches import Match

TOWN = Entry("city", 45)
VOCAB = spacy.blank("en").vocab


def around(words: list[str], at: int, tags: list[str] | None = None, **changes: bool) -> Surroundings:
    """A town's name among other words, with nothing else known of it."""
    doc = Doc(VOCAB, words=words, tags=tags or ["NNP"] * len(words), sent_starts=[True] + [False] * (len(words) - 1))
    match = Match(doc[at : at + 1], words[at], words[at].lower(), TOWN)
    known = {"is_first": False, "is_last": False, "is_tied": False, "is_surname": False, "is_given_name": False}
    return Surroundings(match=match, name=None, **(known | changes))


@pytest.mark.parametrize(
    ("words", "at", "expected"),
    [
        pytest.param(["near", "Ashby"], 1, "after preposition of place", id="preposition"),
        pytest.param(["Mr.", "Ashby"], 1, "after title", id="title"),
        pytest.param(["city", "of", "Ashby"], 2, "after city of", id="city of"),
        pytest.param(["(", "D", "-", "Ashby", ")"], 3, "after party", id="party and town"),
        pytest.param(["Ashby", "police"], 0, "before local noun", id="local noun"),
        pytest.param(["Ashby", "said"], 0, "before saying", id="who speaks"),
        pytest.param(["ASHBY", "—", "Rain"], 0, "dateline", id="dateline"),
    ],
)
def test_neighbours_are_evidence(words: list[str], at: int, expected: str) -> None:
    assert expected in set(evidence(around(words, at)))


def test_namesakes_in_the_article_count() -> None:
    doubtful = around(["Ashby", "waited"], 0, ["NNP", "VBD"], is_given_name=True)
    sure = around(["near", "Ashby", "police"], 1, is_tied=True)

    alone = places_among([doubtful])
    together = places_among([doubtful, sure, sure, sure, sure])

    assert (alone, together[0]) == ([False], True)


def test_surname_of_a_person_in_the_article_is_no_place() -> None:
    assert places_among([around(["Ashby", "said"], 0, is_surname=True)]) == [False]
