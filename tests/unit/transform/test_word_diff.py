import pytest

from pipelines.transform.word_diff import changes, difference


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("The bridge is safe.", "the bridge is safe", None, id="case and punctuation"),
        pytest.param("It will open soon.", "It will open.", "It will open. [-soon.-]", id="taken out"),
        pytest.param("It opens.", "It never opens.", "It {+never+} opens.", id="put in"),
        pytest.param("It cost two.", "It took two.", "It [-cost-]{+took+} two.", id="replaced"),
        pytest.param("a b c d e", "b c x e f", "[-a-] b c [-d-]{+x+} e {+f+}", id="several"),
        pytest.param("— he said", "– he said", "[-—-]{+–+} he said", id="words of signs alone"),
    ],
)
def test_difference(old: str, new: str, expected: str | None) -> None:
    assert difference(old, new) == expected


def test_changes_are_numbers_of_words() -> None:
    assert changes(["a", "b", "c", "d"], ["a", "x", "y", "d"]) == [(1, 3, 1, 3)]


def test_exact_changes_see_punctuation() -> None:
    assert changes(["safe."], ["safe,"]) == [(0, 1, 0, 1)]
    assert changes(["safe."], ["Safe,"], exact=False) == []
