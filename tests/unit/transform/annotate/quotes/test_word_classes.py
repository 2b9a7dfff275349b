import pytest

from pipelines.transform.annotate.quotes.word_classes import class_figures, word_classes


@pytest.mark.parametrize(
    ("word", "tag", "figure"),
    [
        pytest.param("say", "VBD", "cue_class_communication", id="verb"),
        pytest.param("spokesman", "NN", "cue_class_person", id="noun"),
    ],
)
def test_what_kind_of_thing_a_word_mostly_means(word: str, tag: str, figure: str) -> None:
    assert class_figures("cue", word, tag) == {figure: 1.0}


@pytest.mark.parametrize(("word", "tag"), [("say", "NNP"), ("xyzzy", "NN")], ids=["a name", "not listed"])
def test_words_without_classes(word: str, tag: str) -> None:
    assert class_figures("cue", word, tag) == {}


def test_shares_of_a_word_are_shares_of_one() -> None:
    assert max(sum(share for _, share in classes) for classes in word_classes().values()) <= 1.2
    assert all(0 < share <= 1 for classes in word_classes().values() for _, share in classes)
