import pytest

from pipelines.transform.annotate.names.find import find_names
from pipelines.transform.annotate.organizations.read import read_organizations
from tests.conftest import Parse


def names_of(text: str, parse: Parse) -> list[str]:
    article = parse(text)
    return [one.organization_name for one in read_organizations(article, find_names(article)).organizations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Latvia’s Foreign Ministry objected. Estonia’s Foreign Ministry did not.",
            ["Latvia’s Foreign Ministry", "Estonia’s Foreign Ministry"],
            id="two countries",
        ),
        pytest.param(
            "The Latvian Foreign Ministry objected. The Foreign Ministry said more on Monday.",
            ["Latvian Foreign Ministry"],
            id="taken up without its country",
        ),
        pytest.param(
            "India was shocked. The Supreme Court in New Delhi freed him. Millions of Indians in India cheered.",
            ["Supreme Court of India"],
            id="only country of the article",
        ),
        pytest.param(
            "India and Nepal were shocked. The Supreme Court freed him. Nepal and India paid for the flights to India.",
            ["Supreme Court"],
            id="two countries in the article",
        ),
        pytest.param("The U.S. was shocked. The Supreme Court in the U.S. freed him.", ["Supreme Court"], id="U.S."),
        pytest.param("Ohio’s Supreme Court freed him.", ["Supreme Court"], id="owner that is no country"),
    ],
)  # fmt: skip
def test_whose_body_it_is(parse: Parse, text: str, expected: list[str]) -> None:
    assert names_of(text, parse) == expected
