"""What a rule of reported speech proposes, before it is weighed against what others propose."""

from dataclasses import dataclass

TokenRange = tuple[int, int]


@dataclass(slots=True)
class Candidate:
    """One act of attribution as a rule sees it. All numbers are tokens of one paragraph.

    ``construction`` names the rule, ``cue`` the word that reports, ``source`` the head of the noun phrase that
    names the speaker, ``content`` what is reported, as half-open ranges in order, ``variant`` where it ends, and
    ``certainty`` how likely the source is the right one.
    """

    construction: str
    cue: int
    lemma: str
    source: int | None
    content: list[TokenRange]
    variant: str = "parse"
    certainty: float = 1.0

    @property
    def start(self) -> int:
        """First token of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """One past the last token of the content."""
        return self.content[-1][1]

    def words(self) -> set[int]:
        """All tokens of the content."""
        return {token for start, end in self.content for token in range(start, end)}


def disjoint(ranges: list[TokenRange]) -> list[TokenRange]:
    """Ranges in the order of the text, those that overlap or touch made one.

    A parse that turns a question around may put a clause both before and after its verb.
    """
    parted: list[TokenRange] = []
    for start, end in sorted(ranges):
        if parted and start <= parted[-1][1]:
            parted[-1] = (parted[-1][0], max(parted[-1][1], end))
        else:
            parted.append((start, end))
    return parted
