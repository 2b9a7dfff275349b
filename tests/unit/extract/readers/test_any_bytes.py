"""Whatever bytes a file has, its reader gives articles or rejects, soon; `make fuzz` looks further."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.extract.formats import READERS
from tests.fuzz.read_one import read_one
from tests.fuzz.samples import samples

SAMPLES = samples()
LONGEST_BYTES = 2_000

steady = settings(
    max_examples=40,
    deadline=timedelta(seconds=10),  # of the slowest machine; an example takes milliseconds
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def _cut(content: bytes, start: int, length: int, put: bytes) -> bytes:
    return content[:start] + put + content[start + length :]


@st.composite
def broken(draw: Callable[..., int], content: bytes) -> bytes:
    """A good file in which a few stretches are replaced, left out, repeated or cut off."""
    for _ in range(draw(st.integers(1, 4))):
        start, length = draw(st.integers(0, len(content))), draw(st.integers(0, 40))
        again = content[start : start + length] * draw(st.integers(2, 30))
        put = draw(st.one_of(st.binary(max_size=8), st.just(again), st.sampled_from(TELLING)))
        content = _cut(content, start, length, put) if draw(st.integers(0, 9)) else content[:start]
    return content


TELLING = [
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\x1b[2J", b"\xe2\x80\xae", b"\\ud800", b"&#0;", b"&#xd800;", b"]]>",
    b"<![CDATA[", b'<!DOCTYPE a [<!ENTITY a "b">]>', b"1e999", b"9" * 400, b"NaN", b"9999-12-31T23:59:59-14:00",
    b"0000-00-00", b"0001-01-01T00:00:00+14:00", b'"', b"'", b"{", b"[" * 300, b"<p>" * 300, b"> " * 300, b"\n---\n",
    b"\r", b",", b"<!--",
]  # fmt: skip
"""What has broken readers of other programs."""


@pytest.mark.parametrize("name", READERS)
def test_sample_is_good(name: str, tmp_path: Path) -> None:
    reading = read_one(tmp_path, *SAMPLES[name])

    assert reading.articles
    assert reading.rejects == []


@pytest.mark.parametrize("name", READERS)
def test_broken_file(name: str) -> None:
    file_name, content = SAMPLES[name]

    with TemporaryDirectory() as inbox:

        @steady
        @given(broken(content))
        def read(mutated: bytes) -> None:
            read_one(Path(inbox), file_name, mutated)

        read()


@steady
@given(st.sampled_from(sorted({name for name, _ in SAMPLES.values()})), st.binary(max_size=LONGEST_BYTES))
def test_any_bytes(name: str, content: bytes) -> None:
    with TemporaryDirectory() as inbox:
        read_one(Path(inbox), name, content)
