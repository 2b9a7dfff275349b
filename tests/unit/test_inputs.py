"""The digest of a run's inputs tells every change of what the warehouse is made from."""

import polars as pl
import pytest

from pipelines.inputs import code_version, inputs_digest

STATED = [pl.DataFrame({"text": ["Ann Lee"]}), pl.DataFrame({"forgotten_id": ["ab"]})]


def test_same_inputs_have_the_same_digest() -> None:
    assert inputs_digest("listing", STATED, ["1", "2"]) == inputs_digest("listing", list(STATED), ["1", "2"])
    assert code_version() == code_version()


@pytest.mark.parametrize(
    ("listing", "stated", "versions"),
    [
        pytest.param("other listing", STATED, ["1", "2"], id="files"),
        pytest.param("listing", [pl.DataFrame({"text": ["Ann Leigh"]}), STATED[1]], ["1", "2"], id="correction"),
        pytest.param("listing", [STATED[0], STATED[1].clear()], ["1", "2"], id="withdrawal"),
        pytest.param("listing", STATED, ["1", "3"], id="code"),
        pytest.param("listing", STATED, ["12"], id="versions run together"),
    ],
)
def test_any_change_gives_another_digest(listing: str, stated: list[pl.DataFrame], versions: list[str]) -> None:
    assert inputs_digest(listing, stated, versions) != inputs_digest("listing", STATED, ["1", "2"])
