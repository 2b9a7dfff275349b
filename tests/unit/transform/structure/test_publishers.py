import polars as pl
import pytest

from pipelines.transform.structure.publishers import name_publishers


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param(["harbor-post", "Harbor Post"], ["Harbor Post", "Harbor Post"], id="another article prints it"),
        pytest.param(["harbor-post", "harbor-post"], ["harbor-post", "harbor-post"], id="none prints it"),
        pytest.param(["harbor-post", "The Lantern"], ["harbor-post", "The Lantern"], id="another publisher's article"),
        pytest.param(
            ["harbor-post", "HARBOR POST", "Harbor Post", "Harbor Post"],
            ["Harbor Post", "HARBOR POST", "Harbor Post", "Harbor Post"],
            id="the most frequent way to print it",
        ),
        pytest.param(
            ["harbor-post", "Harbor Post", "HARBOR POST"],
            ["HARBOR POST", "Harbor Post", "HARBOR POST"],
            id="of equals the first in the alphabet",
        ),
    ],
)
def test_folder_takes_the_name_that_headers_print(printed: list[str], expected: list[str]) -> None:
    articles = pl.DataFrame({"publisher_name": printed}).with_columns(
        source_uri=pl.format("harbor-post/{}.txt", pl.int_range(pl.len()))
    )

    assert name_publishers(articles)["publisher_name"].to_list() == expected


def test_article_without_a_folder_keeps_its_publisher() -> None:
    articles = pl.DataFrame({"source_uri": ["a.txt", "b.txt"], "publisher_name": ["Harbor Post", None]})

    assert name_publishers(articles).equals(articles)
