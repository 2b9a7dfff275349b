import pytest

from pipelines.transform.structure.bylines import author_names, is_byline


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        pytest.param("By Ann Lee", ["Ann Lee"], id="one"),
        pytest.param("By Ann Lee, Bo Berg and Cy Dunn", ["Ann Lee", "Bo Berg", "Cy Dunn"], id="three"),
        pytest.param("BY ANN LEE", ["ANN LEE"], id="capitals"),
        pytest.param("By Ann Lee in New York and Bo Berg in Oslo, Norway", ["Ann Lee", "Bo Berg"], id="with places"),
        pytest.param("By Ann Lee | Associated Press", ["Ann Lee"], id="agency behind a stroke"),
        pytest.param("Ann Lee / Northern Wire", ["Ann Lee"], id="agency by its name"),
        pytest.param("By Ann Lee, Staff Writer", ["Ann Lee"], id="role"),
        pytest.param(
            "By John B. Smith Jr. and Ana de la Cruz", ["John B. Smith Jr.", "Ana de la Cruz"], id="suffix, particle"
        ),
        pytest.param("By Nadia al-Hasni", ["Nadia al-Hasni"], id="article in the name"),
        pytest.param("By Ann Lee and Ann Lee", ["Ann Lee"], id="twice"),
        pytest.param("By the Editorial Board", [], id="a board"),
        pytest.param("By Reuters", [], id="agency alone"),
    ],
)
def test_names_of_a_byline(printed: str, names: list[str]) -> None:
    assert author_names(printed) == tuple(names)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("By Ann Lee", True, id="by"),
        pytest.param("By Reuters Staff", True, id="a desk"),
        pytest.param("Story by Ann Lee", True, id="story by"),
        pytest.param("Ann Lee, Staff Writer", True, id="name and role"),
        pytest.param("Ann Lee in Oslo", True, id="name and place"),
        pytest.param("By Monday the roads were clear", False, id="a day"),
        pytest.param("By the end of May, Ann Lee had left.", False, id="a sentence"),
        pytest.param("Ann Lee", False, id="a name alone"),
    ],
)
def test_what_a_byline_is(printed: str, expected: bool) -> None:
    assert is_byline(printed) is expected


def test_title_that_reads_like_name_and_place_is_none_where_titles_stand() -> None:
    assert not is_byline("Oil Prices Fall in London", may_be_bare=False)
