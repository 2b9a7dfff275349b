"""When articles come and go, those of their folder are named anew, and no others."""

import polars as pl

from pipelines.schemas.structure_keys import StructureKeys
from pipelines.schemas.working import StructuredArticles
from pipelines.transform.structure.structure import NOTHING, Structured, rename_publishers

KEYS = {"a": "a" * 16, "b": "b" * 16, "c": "c" * 16}


def known(letter: str, name: str, own_name: str, folder: str = "harbor-post") -> dict[str, str]:
    """An article so far."""
    return {
        "article_id": KEYS[letter],
        "source_uri": f"{folder}/{letter}.txt",
        "publisher_name": name,
        "own_publisher_name": own_name,
    }


def structured(letter: str, own_name: str) -> Structured:
    """An article that has just been structured."""
    row = {"article_id": KEYS[letter], "source_uri": f"harbor-post/{letter}.txt", "publisher_name": own_name}
    key = {"article_id": KEYS[letter], "own_publisher_name": own_name}
    return NOTHING._replace(
        articles=pl.DataFrame([row], schema=StructuredArticles.create_empty().schema),
        keys=pl.DataFrame([key], schema=StructureKeys.create_empty().schema),
    )


def renamed(before: list[dict[str, str]], fresh: Structured, *changed: str) -> dict[str, str]:
    groups = pl.DataFrame({"group_key": [KEYS[letter] for letter in changed]})
    return dict(rename_publishers(pl.DataFrame(before), fresh, groups).iter_rows())


def test_a_header_names_the_folder() -> None:
    before = [known("a", "harbor-post", "harbor-post"), known("c", "lantern", "lantern", "lantern")]

    assert renamed(before, structured("b", "Harbor Post"), "b") == {KEYS["a"]: "Harbor Post"}


def test_a_new_article_takes_the_name_that_its_folder_has() -> None:
    before = [known("a", "Harbor Post", "Harbor Post")]

    assert renamed(before, structured("b", "harbor-post"), "b") == {KEYS["b"]: "Harbor Post"}


def test_the_name_goes_with_the_article_that_printed_it() -> None:
    before = [known("a", "Harbor Post", "harbor-post"), known("b", "Harbor Post", "Harbor Post")]

    assert renamed(before, NOTHING, "b") == {KEYS["a"]: "harbor-post"}
