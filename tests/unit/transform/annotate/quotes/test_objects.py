import pytest

from pipelines.transform.annotate.quotes.objects import object_candidates
from tests.unit.transform.annotate.quotes.conftest import OpenPage, words


@pytest.mark.parametrize(
    ("text", "verb", "construction", "source", "content"),
    [
        pytest.param(
            "The mayor warned the bank against a hasty sale.", "warned", "object_beside_against", "mayor",
            ["a hasty sale"], id="what somebody is warned against",
        ),
        pytest.param(
            "The union complained in March about lower pay.", "complained", "verb_about", "union", ["lower pay"],
            id="second preposition",
        ),
        pytest.param(
            "Dockers were startled by the new plan.", "startled", "passive_by", "Dockers", ["the new plan"],
            id="what somebody is startled by",
        ),
        pytest.param(
            "The pier is seen as a ruin.", "seen", "passive_as", None,
            ["The pier", "as a ruin"], id="what something is called",
        ),
        pytest.param(
            "It is a view shared by many dockers.", "shared", "participle_by", "dockers", ["a view"],
            id="participle with its agent",
        ),
        pytest.param(
            "They closed a pier known as the Old Lady.", "known", "participle_as", None, ["a pier", "as the Old Lady"],
            id="participle with a name",
        ),
    ],
)  # fmt: skip
def test_what_verbs_say_with_nouns(
    page_of: OpenPage, text: str, verb: str, construction: str, source: str | None, content: list[str]
) -> None:
    page = page_of(text)
    found = {each.construction: each for each in object_candidates(page, page.texts.index(verb))}
    assert construction in found
    head = found[construction].source
    assert (None if head is None else page.texts[head], words(page, found[construction].content)) == (source, content)
