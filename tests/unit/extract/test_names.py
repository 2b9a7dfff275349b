from typing import Any

import pytest

from pipelines.extract.languages import language_code
from pipelines.extract.names import byline_of


@pytest.mark.parametrize(
    ("value", "byline"),
    [
        pytest.param("By Ann Lee  and\nBo Chen", "By Ann Lee and Bo Chen", id="as printed"),
        pytest.param([{"@type": "Person", "name": "Ann Lee"}, "Bo Chen"], "Ann Lee, Bo Chen", id="list"),
        pytest.param({"givenName": "Ann", "familyName": "Lee"}, "Ann Lee", id="parts of a name"),
        pytest.param({"name": ["Ann Lee", "Ann Lee"]}, "Ann Lee", id="each once"),
        pytest.param("https://post.example/ann-lee", None, id="address"),
        pytest.param([None, {}, 3.5], "3.5", id="number"),
        pytest.param([[[[[["Ann Lee"]]]]]], None, id="too deep"),
    ],
)
def test_byline(value: Any, byline: str | None) -> None:
    assert byline_of(value) == byline


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("en-GB", "en"),
        ("en_us", "en"),
        ("DEU", "de"),
        ("fr", "fr"),
        (["", "pt-BR"], "pt"),
        ("English", None),
        (7, None),
    ],
)
def test_language(value: Any, code: str | None) -> None:
    assert language_code(value) == code
