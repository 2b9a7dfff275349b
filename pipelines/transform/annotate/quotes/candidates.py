"""What a rule of reported speech proposes, before it is weighed against what others propose."""

from dataclasses import dataclass, field

TokenRange = tuple[int, int]


@dataclass(slots=True)
class Candidate:
    """One act of attribution as a rule sees it. All numbers are tokens of one paragraph.

    ``construction`` names the rule, ``cue`` the word that reports, ``source`` the head of the noun phrase that
    names the speaker, ``content`` what is reported, as half-open ranges in order.
    """

    construction: str
    cue: int
    lemma: str
    source: int | None
    content: list[TokenRange]
    facts: set[str] = field(default_factory=set)

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
