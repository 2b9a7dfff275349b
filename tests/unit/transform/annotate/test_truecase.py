import pytest

from pipelines.transform.annotate.truecase import with_usual_case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("FLOOD HITS DELTA", "Flood hits Delta", id="headline"),
        pytest.param(
            "GOV. MARTA QUILLINAN SAID THE ROAD IS OPEN. “STAY,” QUILLINAN SAID.",
            "Gov. Marta Quillinan said the road is open. “Stay,” Quillinan said.",
            id="sentences and a quotation",
        ),
        pytest.param(
            "THEY MET SEN. BANKS AND MARY BANKS", "They met Sen. Banks and Mary Banks", id="surname that is a word"
        ),
        pytest.param("THEY MET IN NEW YORK ON MAY 3", "They met in New York on May 3", id="place and month"),
        pytest.param("THE U.S. AND NATO DON'T AGREE", "The U.S. and NATO don't agree", id="acronyms and a contraction"),
        pytest.param("THE FBI’S MAN MET O'BRIEN", "The FBI’s man met O'Brien", id="possessive and a prefix"),
        pytest.param("J.R. STROUD MET JEAN-LUC", "J.R. Stroud met Jean-Luc", id="initials and a hyphen"),
        pytest.param("I KNOW A MAN", "I know a man", id="words of one letter"),
        pytest.param("MARTA QUILLINAN said so.", "MARTA QUILLINAN said so.", id="not in capitals throughout"),
        pytest.param("FULL TEXT", "FULL TEXT", id="too short to tell"),
        pytest.param("THE WORD İYİ İS TURKISH", "THE WORD İYİ İS TURKISH", id="small letters of another length"),
    ],
)
def test_capitals_are_given_their_usual_case(text: str, expected: str) -> None:
    assert with_usual_case(text) == expected
