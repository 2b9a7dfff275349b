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
