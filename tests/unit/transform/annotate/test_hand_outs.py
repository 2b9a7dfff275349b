from collections.abc import Iterator

import polars as pl
import pytest

from pipelines.transform.annotate.chunk_task import CHUNKS_AHEAD, Chunk
from pipelines.transform.annotate.hand_outs import MOST_LOSSES, HandOuts


def chunk(name: str) -> Chunk:
    articles = pl.DataFrame({"source_uri": [f"{name}.txt"]})
    return pl.DataFrame({"reading_id": [name]}), articles, pl.DataFrame()


def names(handed: Iterator[tuple[str, Chunk]]) -> list[tuple[str, str]]:
    return [(worker, chunk[0].item()) for worker, chunk in handed]


def test_each_gets_one_before_anybody_gets_two_and_nobody_gets_more() -> None:
    cut: list[str] = []

    def cut_chunks() -> Iterator[Chunk]:
        for name in "abcdefgh":
            cut.append(name)
            yield chunk(name)

    hand_outs = HandOuts[str](cut_chunks())
    hand_outs.join("one")
    hand_outs.join("two")

    assert names(hand_outs.hand_out()) == [("one", "a"), ("two", "b"), ("one", "c"), ("two", "d")]
    assert names(hand_outs.hand_out()) == []
    assert len(cut) == 2 * CHUNKS_AHEAD, "what nobody can have is not cut yet"

    hand_outs.finish("two")

    assert names(hand_outs.hand_out()) == [("two", "e")]


def test_what_a_lost_worker_held_goes_first_to_the_others() -> None:
    hand_outs = HandOuts[str](map(chunk, "abcde"))
    hand_outs.join("one")
    hand_outs.join("two")
    assert names(hand_outs.hand_out()) == [("one", "a"), ("two", "b"), ("one", "c"), ("two", "d")]
    hand_outs.lose("one")
    hand_outs.finish("two")
    hand_outs.finish("two")

    assert names(hand_outs.hand_out()) == [("two", "a"), ("two", "c")]
    assert not hand_outs.are_done


def test_done_when_all_is_read() -> None:
    hand_outs = HandOuts[str](map(chunk, "ab"))
    hand_outs.join("one")
    assert not hand_outs.are_done
    assert len(list(hand_outs.hand_out())) == 2
    hand_outs.finish("one")
    assert list(hand_outs.hand_out()) == []
    assert not hand_outs.are_done
    hand_outs.finish("one")

    assert hand_outs.are_done


def test_a_chunk_that_ends_every_worker_is_named_and_one_that_waited_behind_it_is_not() -> None:
    hand_outs = HandOuts[str](map(chunk, ["bad", "good"]))
    for worker in map(str, range(MOST_LOSSES - 1)):
        hand_outs.join(worker)
        assert names(hand_outs.hand_out()) == [(worker, "bad"), (worker, "good")]
        hand_outs.lose(worker)
    hand_outs.join("last")
    assert len(list(hand_outs.hand_out())) == 2

    with pytest.raises(RuntimeError, match=r"read one of: bad\.txt$"):
        hand_outs.lose("last")


def test_a_worker_that_was_lost_before_it_joined_held_nothing() -> None:
    hand_outs = HandOuts[str](map(chunk, "a"))
    hand_outs.lose("one")
    hand_outs.join("two")

    assert names(hand_outs.hand_out()) == [("two", "a")]
