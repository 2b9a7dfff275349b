import sys
from pathlib import Path

import pytest

from pipelines.settings import load_settings


def test_inboxes_are_folders_and_addresses() -> None:
    settings = load_settings({"ONRECORD_INBOX": "/news/a:https://tarn.example/feed:s3://archive/2025:/news/b"})

    assert settings.inboxes == ("/news/a", "https://tarn.example/feed", "s3://archive/2025", "/news/b")


def test_address_of_another_kind() -> None:
    with pytest.raises(ValueError, match=r"inbox ftp://tarn\.example: addresses begin with one of http"):
        load_settings({"ONRECORD_INBOX": "ftp://tarn.example"})


def test_limits_are_settings() -> None:
    assert load_settings({"ONRECORD_MAX_ARTICLE_BYTES": "100"}).limits.article_bytes == 100


def test_number_that_is_none() -> None:
    with pytest.raises(ValueError, match="ONRECORD_WORKERS='many': give a whole number"):
        load_settings({"ONRECORD_WORKERS": "many"})


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        pytest.param("", None, id="the warehouse's own"),
        pytest.param("/srv/readings", Path("/srv/readings"), id="folder"),
        pytest.param("file:///srv/readings", Path("/srv/readings"), id="url of a folder"),
        pytest.param("s3://bucket/readings", "s3://bucket/readings", id="object storage"),
    ],
)
def test_readings_are_a_folder_or_a_url(readings: str, expected: Path | str | None) -> None:
    assert load_settings({"ONRECORD_READINGS": readings}).readings == expected


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        pytest.param("ONRECORD_ENGINE", "spark", "give local or ray", id="engine"),
        pytest.param("ONRECORD_READINGS", "ftps9://host/x", "no storage is known as ftps9://", id="protocol"),
        pytest.param("ONRECORD_WORKERS", "none", "whole number above zero", id="number"),
    ],
)
def test_values_that_cannot_be_used_are_named(variable: str, value: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as told:
        load_settings({variable: value})

    assert f"{variable}={value!r}" in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("missing", "variable", "value", "said"),
    [
        pytest.param("ray", "ONRECORD_ENGINE", "ray", "uv sync --extra ray", id="ray"),
        pytest.param("s3fs", "ONRECORD_READINGS", "s3://bucket/x", "uv pip install s3fs", id="s3fs"),
    ],
)
def test_what_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, missing: str, variable: str, value: str, said: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)

    with pytest.raises(ValueError, match=said):
        load_settings({variable: value})
