"""A block of text with its place: what the rules of layout hand to each other."""

from typing import Literal, NamedTuple

BlockType = Literal["headline", "heading", "caption", "credit", "dateline", "body", "list_item", "other"]

INVISIBLE = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    chr(code) for code in range(0x2000, 0x200C)
)
"""White space and marks of no width: a block neither begins nor ends with one."""


class Block(NamedTuple):
    """Characters ``start`` to ``end`` of an article, and what they are; ``text`` is the characters themselves."""

    start: int
    end: int
    text: str
    block_type: BlockType = "body"

    def typed(self, block_type: BlockType) -> "Block":
        """The same block as another type."""
        return Block(self.start, self.end, self.text, block_type)

    def part(self, start: int, end: int, block_type: BlockType) -> list["Block"]:
        """The characters ``start`` to ``end`` of this block as a block, in a list; none if nothing is visible."""
        return cut(self.text, start, end, block_type, offset=self.start)


def cut(text: str, start: int, end: int, block_type: BlockType = "body", *, offset: int = 0) -> list[Block]:
    """A block without the white space around it, in a list; no block if nothing is visible there."""
    printed = text[start:end]
    from_visible = printed.lstrip(INVISIBLE)
    visible = from_visible.rstrip(INVISIBLE)
    if not visible:
        return []
    first = offset + start + len(printed) - len(from_visible)
    return [Block(first, first + len(visible), visible, block_type)]


def has_more_words(text: str, count: int) -> bool:
    """Whether a text has more words, split at white space, than so many; of a long text only the first are split."""
    return len(text) > 2 * count and len(text.split(None, count)) > count
