"""The states of texts that are being parsed, many in step.

The system is spaCy's arc-eager one, see ``spacy/pipeline/_parser_internals/arc_eager.pyx``: a stack of words, a buffer
of words, and actions that move a word, draw an arc between the stack's top and the buffer's first word, or end a
sentence.
"""

import numpy as np

from pipelines.transform.annotate.network.layers import Bools, Numbers

SHIFT, REDUCE, LEFT, RIGHT, BREAK = range(5)
"""Moves: push the buffer's first word; pop the stack; draw an arc to the left and pop; draw one to the right and push;
begin a sentence with the buffer's second word."""

PLACES = 8
"""Words that an action is chosen by."""

SITUATIONS = 128
"""Numbers that `States.situations` gives."""

_STACK_CHANGE = np.array([1, -1, -1, 1, 0])
_BUFFER_CHANGE = np.array([1, 0, 0, 1, 0])
_LOOKS = np.array([[0], [1], [0], [-1], [-2]])
"""Where the two first words of the buffer and the three last of the stack are, from the first and the last."""

_HAS_STACK, _ONE_LEFT, _STARTS, _IS_PUT_BACK, _CAN_BREAK = 1, 2, 8, 16, 64


def possible_moves() -> Bools:
    """For each situation which moves are possible."""
    situations = np.arange(SITUATIONS)
    has_stack, remaining = situations & _HAS_STACK > 0, situations // _ONE_LEFT % 4
    in_sentence, is_put_back = situations & _STARTS == 0, situations & _IS_PUT_BACK > 0
    shift = ~has_stack | ((remaining >= 2) & in_sentence & ~is_put_back)
    arc = has_stack & (remaining >= 1) & in_sentence
    stop = (remaining >= 2) & (situations & _CAN_BREAK > 0)
    return np.stack([shift, has_stack, arc, arc, stop], axis=1)


class States:
    """Stacks, buffers and trees. Words are numbered from 1 over all texts, and 0 is no word."""

    def __init__(self, lengths: Numbers, lanes: int) -> None:
        """Begin with the longest texts.

        Args:
            lengths: Words of each text, at least one.
            lanes: Texts in step, at most.
        """
        count, texts = int(lengths.sum()) + 1, np.arange(len(lengths))
        self._lanes, self._lengths = lanes, lengths
        self._heads, self._actions = np.zeros(count, dtype=np.intp), np.full(count, -1)
        self._last_left, self._last_right, self._right_before = (np.zeros(count, dtype=np.intp) for _ in range(3))
        self._marks = np.zeros(count, dtype=np.intp)
        # Three cells of no word lie before a text's stack and behind its buffer, for looks beyond their ends.
        self._first_cells = np.cumsum(lengths) - lengths + 3 * texts + 3
        self._buffers = count + 3 * len(lengths) + 3
        self._cells = np.zeros(2 * self._buffers, dtype=np.intp)
        words = np.arange(1, count)
        self._cells[self._buffers + words + np.repeat(3 * texts, lengths) + 2] = words
        self._waiting = np.argsort(-lengths, kind="stable")
        self._base, self._end = np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.intp)
        self._at: Numbers = np.zeros((2, 0), dtype=np.intp)
        self._refill(np.zeros(0, dtype=bool))

    @property
    def running(self) -> int:
        """Texts that are being parsed."""
        return len(self._base)

    def words(self) -> Numbers:
        """The words by which the next action is chosen, `PLACES` per text: of buffer and stack, and their kids."""
        looks = self._at[[1, 1, 0, 0, 0]]
        looks += _LOOKS
        seen = self._cells[looks]
        self._first, self._second, self._top = seen[:3]
        kids = [self._last_left[self._first], self._last_left[self._top], self._last_right[self._top]]
        words: Numbers = np.concatenate([seen, kids]).T
        return words

    def situations(self) -> Numbers:
        """What decides which moves are possible, as a number below `SITUATIONS`."""
        situations: Numbers = self._marks[self._first] & (_STARTS | _IS_PUT_BACK)
        situations += self._at[0] > self._base
        situations += _ONE_LEFT * np.minimum(self._end - self._at[1], 2)
        can_break = (self._second == self._first + 1) & (self._marks[self._second] & _STARTS == 0)
        situations += _CAN_BREAK * can_break
        return situations

    def advance(self, actions: Numbers, moves: Numbers) -> None:
        """Do an action for each text, and take up others for those that are done."""
        self._draw_left(np.flatnonzero(moves == LEFT), actions)
        self._draw_right(np.flatnonzero(moves == RIGHT), actions)
        self._marks[self._second[moves == BREAK]] |= _STARTS
        self._put_back(np.flatnonzero(moves == REDUCE))
        self._at[0] += _STACK_CHANGE[moves]
        self._at[1] += _BUFFER_CHANGE[moves]
        pushed = np.flatnonzero(_BUFFER_CHANGE[moves])
        self._cells[self._at[0, pushed]] = self._first[pushed]
        is_done = (self._at[0] == self._base) & (self._at[1] == self._end)
        if is_done.any():
            self._refill(~is_done)

    def trees(self) -> tuple[Numbers, Numbers]:
        """For each word the number of its head, from 0, and the action that gave it; itself and -1 without head."""
        heads = np.where(self._heads > 0, self._heads, np.arange(len(self._heads)))
        return heads[1:] - 1, self._actions[1:]

    def _draw_left(self, texts: Numbers, actions: Numbers) -> None:
        head, child = self._first[texts], self._top[texts]
        before = self._heads[child]
        self._last_right[before] = np.where(before > 0, self._right_before[child], 0)
        self._last_left[head] = child
        self._heads[child], self._actions[child] = head, actions[texts]
        self._marks[head] &= ~_IS_PUT_BACK

    def _draw_right(self, texts: Numbers, actions: Numbers) -> None:
        head, child = self._top[texts], self._first[texts]
        self._right_before[child] = self._last_right[head]
        self._last_right[head] = child
        self._heads[child], self._actions[child] = head, actions[texts]

    def _put_back(self, texts: Numbers) -> None:
        """A word without head that leaves the stack goes back to the buffer, unless it is the last one there."""
        words = self._top[texts]
        is_back = (self._heads[words] == 0) & (self._at[0, texts] > self._base[texts] + 1)
        words, texts = words[is_back], texts[is_back]
        self._marks[words] |= _IS_PUT_BACK
        self._at[1, texts] -= 1
        self._cells[self._at[1, texts]] = words

    def _refill(self, kept: Bools) -> None:
        free = self._lanes - int(np.count_nonzero(kept))
        taken, self._waiting = self._waiting[:free], self._waiting[free:]
        base = self._first_cells[taken] - 1
        start = self._buffers + self._first_cells[taken]
        self._base = np.concatenate([self._base[kept], base])
        self._end = np.concatenate([self._end[kept], start + self._lengths[taken]])
        self._at = np.concatenate([self._at[:, kept], [base, start]], axis=1)
