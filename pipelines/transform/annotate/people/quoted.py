"""Which characters of an article stand inside a quotation, and who speaks there."""

from bisect import bisect_right
from dataclasses import dataclass

from pipelines.transform.annotate.spans import Attribution, CharSpan, PersonMention


@dataclass(frozen=True, slots=True)
class QuotedSpeech:
    """The direct and mixed quotations of an article, numbered as read, with those of their speakers who are named."""

    pieces: list[tuple[CharSpan, int]]
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
        speakers = {}
        for number, quote in enumerate(quotes):
            head = quote.speaker_head or quote.speaker
            for mention in mentions:
                if head is not None and mention.local_person is not None and mention.span.overlaps(head):
                    speakers[number] = mention.local_person
        return cls(sorted(pieces), speakers)

    def quote_at(self, char: int) -> int | None:
        """The number of the quotation that holds a character."""
        at = bisect_right(self.pieces, char, key=lambda piece: piece[0].start) - 1
        return self.pieces[at][1] if at >= 0 and char < self.pieces[at][0].end else None
