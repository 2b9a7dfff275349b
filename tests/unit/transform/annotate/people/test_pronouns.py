import pytest

from tests.conftest import Parse
from tests.unit.transform.annotate.people.reading import others_of

HALVORSEN, OKORO = "Ines Halvorsen", "William Okoro"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param(
            "Ines Halvorsen met William Okoro in Bergen. She praised his work.",
            [HALVORSEN, OKORO],
            id="gender",
        ),
        pytest.param(
            "William Okoro met Peter Brandt in Bergen. He had come by train.",
            [OKORO],
            id="subject before object",
        ),
        pytest.param(
            "William Okoro resigned. Peter Brandt, his deputy, was sworn in. He promised to keep the staff.",
            [OKORO, "Peter Brandt"],
            id="nearness",
        ),
        pytest.param(
            "Peter Brandt wrote the report. William Okoro told Brandt he was pleased.",
            [OKORO],
            id="reported words are the subject's",
        ),
        pytest.param(
            "William Okoro resigned. Peter Brandt thanked him.",
            [OKORO],
            id="object is not its own subject",
        ),
        pytest.param(
            "Peter Brandt resigned. The president of Namibia, William Okoro, expressed his regret at Brandt's exit.",
            [OKORO],
            id="subject that a name explains",
        ),
        pytest.param(
            "The Orchard Party's leader, William Okoro announced he would resign.",
            [OKORO],
            id="no other person in an office set off from the name",
        ),
        pytest.param(
            "Peter Brandt likes the product that William Okoro designed when he lived in Oslo.",
            [OKORO],
            id="subject of the clause around",
        ),
        pytest.param(
            "Peter Brandt was angry with William Okoro, who he said had broken the pact.",
            ["Peter Brandt"],
            id="subject that a relative pronoun crosses",
        ),
        pytest.param(
            "Peter Brandt was furious with Mayor William Okoro, who he claimed had “lost count”.",
            ["Peter Brandt"],
            id="relative pronoun of a clause within",
        ),
        pytest.param(
            "William Okoro spoke of Peter Brandt, the man he hired.", [OKORO], id="no relative pronoun"
        ),
        pytest.param(
            "Peter Brandt, who said he was tired, left.", ["Peter Brandt"], id="relative pronoun that is the subject"
        ),
        pytest.param(
            "All know of William Okoro, what he did and when he did it.", [OKORO, OKORO], id="question behind a name"
        ),
        pytest.param(
            "Peter Brandt praised William Okoro, with whom he had worked.", ["Peter Brandt"], id="behind a preposition"
        ),
        pytest.param(
            "Peter Brandt spoke with William Okoro, who said that he was tired.",
            [OKORO],
            id="who reports stands for its noun",
        ),
        pytest.param(
            "Peter Brandt campaigned with William Okoro in Bergen, helping him raise money and praising him.",
            [OKORO, OKORO],
            id="participle is not its subject's object",
        ),
        pytest.param(
            "William Okoro won again, making him the first to do so.", [OKORO], id="object of what comes of a clause"
        ),
        pytest.param(
            "Peter Brandt won after William Okoro sent out letters on his behalf.",
            ["Peter Brandt"],
            id="on behalf of another",
        ),
        pytest.param(
            "William Okoro named Peter Brandt and his wife.", ["Peter Brandt"], id="possessor of what is joined"
        ),
        pytest.param(
            "Peter Brandt spoke to Sheriff William Okoro. “He (Brandt) ran off,” Okoro said.",
            ["Peter Brandt"],
            id="name in brackets",
        ),
        pytest.param(
            "William Okoro still has doubts. The senator from Ohio left early. He had a cold.",
            [OKORO],
            id="office of somebody known",
        ),
        pytest.param(
            "Ines Halvorsen spoke in Bergen. “It is a good plan. It took years. It cost a lot of money. "
            "People will like it. They always do,” she said.",
            [HALVORSEN],
            id="speaker behind a long quotation",
        ),
        pytest.param(
            "Peter Brandt spoke first. William Okoro blamed himself.",
            [OKORO],
            id="reflexive is the subject",
        ),
        pytest.param(
            "William Okoro asked Peter Brandt to replace him.",
            [OKORO],
            id="understood subject of an infinitive",
        ),
        pytest.param(
            "William Okoro resigned on Friday. A man in a grey coat shouted. He was led away.",
            [None],
            id="somebody without a name",
        ),
        pytest.param(
            "William Okoro and Peter Brandt spoke. Their speeches were short. It was his idea.",
            [None],
            id="two about as present",
        ),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means(parse: Parse, text: str, meant: list[str | None]) -> None:
    assert [person for _, person in others_of(text, parse)] == meant


def test_speaker_is_not_the_he_of_the_quotation(parse: Parse) -> None:
    text = "William Okoro left the party.\n“He never told us,” said Peter Brandt."

    assert others_of(text, parse) == [("He", OKORO)]


def test_first_person_in_a_quotation_is_the_speaker(parse: Parse) -> None:
    text = "“I told my staff,” Ines Halvorsen said. “It is over.”"

    assert others_of(text, parse) == [("I", HALVORSEN), ("my", HALVORSEN)]


def test_first_person_outside_quotations_is_left_out(parse: Parse) -> None:
    assert others_of("Ines Halvorsen shook my hand.", parse) == []
