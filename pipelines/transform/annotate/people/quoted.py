"""Which characters of an article stand inside a quotation, and who speaks there."""

from bisect import bisect_right
from dataclasses import dataclass

from pipelines.transform.annotate.spans import Attribution, CharSpan, PersonMention


@dataclass(frozen=True, slots=True)
class QuotedSpeech:
    """The words of an article inside quotation marks, by number of the quotation, and the words for the speakers."""

    pieces: list[tuple[CharSpan, int]]
    speaker_heads: list[tuple[int, CharSpan]]
    speakers: dict[int, int]

    @classmethod
    def of(cls, quotes: list[Attribution], mentions: list[PersonMention]) -> "QuotedSpeech":
        """Tie quotations to the people whose mentions their speakers' words overlap."""
        pieces = [
            (piece, number)
            for number, quote in enumerate(quotes)
            if quote.quote_type in ("direct", "mixed")
            for piece in quote.pieces
        ]
        heads = [(number, head) for number, quote in enumerate(quotes) if (head := quote.speaker_head or quote.speaker)]
        return cls(sorted(pieces), heads, _speakers(heads, mentions))

    def quote_at(self, char: int) -> int | None:
        """The number of the quotation that holds a character."""
        at = bisect_right(self.pieces, char, key=lambda piece: piece[0].start) - 1
        return self.pieces[at][1] if at >= 0 and char < self.pieces[at][0].end else None

    def is_speaker(self, span: CharSpan) -> bool:
        """Whether a mention is among the words that name the speaker of a quotation."""
        return any(span.overlaps(head) for _, head in self.speaker_heads)


def _speakers(heads: list[tuple[int, CharSpan]], mentions: list[PersonMention]) -> dict[int, int]:
    return {
        number: mention.local_person
        for number, head in heads
        for mention in mentions
        if mention.local_person is not None and mention.span.overlaps(head)
    }
