import pytest

from pipelines.transform.annotate.organizations.taken_up import take_up
from pipelines.transform.annotate.spans import (
    Attribution,
    CharSpan,
    LocalOrganization,
    OrganizationMention,
    OrganizationsReading,
)
from tests.conftest import Parse

KINDS = {
    "Tarn Shipping": "company",
    "Ostler Mills": "company",
    "Harbour Safety Board": "government",
    "Lantern Party": "party",
}


def span_of(text: str, words: str) -> CharSpan:
    start = text.index(words)
    return CharSpan(start, start + len(words))


def named(text: str) -> OrganizationsReading:
    """Every organization of ``KINDS`` that a text names, once."""
    names = [name for name in KINDS if name in text]
    mentions = [
        OrganizationMention(span_of(text, name), "name", number, 0.9, "test") for number, name in enumerate(names)
    ]
    organizations = [LocalOrganization(name, KINDS[name]) for name in names]
    return OrganizationsReading(organizations, sorted(mentions, key=lambda mention: mention.span))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tarn Shipping sold two ferries. The company gave no reason.",
            [("The company", "Tarn Shipping")],
            id="noun of its kind",
        ),
        pytest.param(
            "The Harbour Safety Board met in March. Nobody was blamed, the safety board said.",
            [("the safety board", "Harbour Safety Board")],
            id="noun of its name",
        ),
        pytest.param(
            "Ostler Mills bought flour from Tarn Shipping. The company paid late.",
            [("The company", "Tarn Shipping")],
            id="the one named last",
        ),
        pytest.param(
            "Tarn Shipping sold two ferries. Analysts at Ostler Mills praised the sale. The company gave no reason.",
            [("The company", "Tarn Shipping")],
            id="no employer of observers",
        ),
        pytest.param(
            "Tarn Shipping sold two ferries. Ostler Mills analyst Nora Falk praised it. The company gave no reason.",
            [("The company", "Tarn Shipping")],
            id="no employer before an observer",
        ),
        pytest.param(
            "Tarn Shipping sold two ferries. Workers at Ostler Mills walked out. The company gave no reason.",
            [("The company", "Ostler Mills")],
            id="employer of workers",
        ),
        pytest.param(
            "An analyst at Ostler Mills was dismissed. The company gave no reason.",
            [("The company", "Ostler Mills")],
            id="employer of observers alone",
        ),
        pytest.param("Tarn Shipping sold two ferries. The party won.", [], id="another kind"),
        pytest.param("The company sold two ferries, Tarn Shipping said.", [], id="named later"),
        pytest.param(
            "Tarn Shipping sold two ferries. The company that bought them is unknown.", [], id="a company said anew"
        ),
        pytest.param("Tarn Shipping sold two ferries. A company bought them.", [], id="indefinite"),
        pytest.param(
            "The Harbour Safety Board met in March. The school board did not.", [], id="a board of another name"
        ),
    ],
)
def test_definite_noun_takes_up_an_organization(parse: Parse, text: str, expected: list[tuple[str, str]]) -> None:
    reading = take_up(parse(text), [], named(text))

    found = [
        (text[mention.span.start : mention.span.end], reading.organizations[mention.local_organization or 0])
        for mention in reading.mentions
        if mention.mention_type == "nominal"
    ]
    assert [(words, organization.organization_name) for words, organization in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Tarn Shipping denied the charge. It said the ferries were sound.", ["It"], id="subject before"),
        pytest.param("The fog denied them sleep. It said nothing to Tarn Shipping.", [], id="another subject"),
    ],
)
def test_it_that_speaks_is_the_subject_before(parse: Parse, text: str, expected: list[str]) -> None:
    it = span_of(text, "It")
    quote = Attribution("indirect", [CharSpan(it.end + 6, len(text))], "test", speaker=it, speaker_head=it)

    reading = take_up(parse(text), [quote], named(text))

    pronouns = [mention for mention in reading.mentions if mention.mention_type == "pronoun"]
    assert [text[mention.span.start : mention.span.end] for mention in pronouns] == expected
