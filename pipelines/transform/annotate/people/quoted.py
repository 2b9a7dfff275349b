"""Which characters of an article stand inside a quotation, and who speaks there."""

from bisect import bisect_right
from dataclasses import dataclass

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.quotes.words import spans_in_marks
from pipelines.transform.annotate.spans import Attribution, CharSpan, PersonMention, RoleSpan, overlapping


@dataclass(frozen=True, slots=True)
class QuotedSpeech:
    """The words of an article inside quotation marks, by number of the quotation, and the words for the speakers."""

    pieces: list[tuple[CharSpan, int]]
    speaker_chars: frozenset[int]
    starts_in_marks: frozenset[int]
    speakers: dict[int, int]

    @classmethod
    def of(
        cls,
        article: ParsedArticle,
        quotes: list[Attribution],
        mentions: list[PersonMention],
        roles: list[RoleSpan],
    ) -> "QuotedSpeech":
        """Tie quotations to the people whose mentions or roles their speakers' words overlap."""
        inside = spans_in_marks(article)
        pieces = [
            (CharSpan(max(piece.start, span.start), min(piece.end, span.end)), number)
            for number, quote in enumerate(quotes)
            if quote.quote_type in ("direct", "mixed")
            for piece in quote.pieces
            for span in overlapping(piece, inside)
        ]
        heads = [(number, head) for number, quote in enumerate(quotes) if (head := quote.speaker_head or quote.speaker)]
        behind = {number: person_behind(head, mentions, roles) for number, head in heads}
        speakers = {
            number: mention.local_person
            for number, mention in behind.items()
            if mention is not None and mention.local_person is not None
        }
        in_marks = {number for _, number in pieces}
        speaker_chars = frozenset(char for _, head in heads for char in range(*head))
        starts_in_marks = frozenset(head.start for number, head in heads if number in in_marks)
        return cls(sorted(pieces), speaker_chars, starts_in_marks, speakers)

    def quote_at(self, char: int) -> int | None:
        """The number of the quotation that holds a character."""
        at = bisect_right(self.pieces, char, key=lambda piece: piece[0].start) - 1
        return self.pieces[at][1] if at >= 0 and char < self.pieces[at][0].end else None

    def is_speaker(self, span: CharSpan) -> bool:
        """Whether a mention is among the words that name the speaker of a quotation."""
        return not self.speaker_chars.isdisjoint(range(*span))

    def is_speaker_of_marks(self, pronoun: CharSpan) -> bool:
        """Whether a pronoun tells who says what stands in quotation marks."""
        return pronoun.start in self.starts_in_marks


def narrated_sentences(article: ParsedArticle, quoted: QuotedSpeech) -> list[int]:
    """For each sentence how many there are up to it that do not stand within quotation marks from end to end."""
    count, counts = 0, []
    for sentence in article.sentences:
        letters = [char for char in range(sentence.char_start, sentence.char_end) if article.text[char].isalnum()]
        count += not letters or any(quoted.quote_at(char) is None for char in (letters[0], letters[-1]))
        counts.append(count)
    return counts


def person_behind(
    head: CharSpan, mentions: list[PersonMention], roles: list[RoleSpan]
) -> PersonMention | RoleSpan | None:
    """The mention of a person, or the role stated of one, that a head word is part of.

    A word in a role is no name of its own: ``Ada Reed, a pro-Kessel analyst`` is Ada Reed, not Kessel.
    """
    start, end = head
    named: list[RoleSpan | PersonMention] = [*roles, *mentions]
    return next((each for each in named if each.span[0] < end and start < each.span[1]), None)
