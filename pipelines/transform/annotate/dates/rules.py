"""What a rule for expressions of time is: a pattern, and the days that a match of it names."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.dates.intervals import Interval
from pipelines.transform.annotate.dates.tense import Tense, is_plainly_past, tense_at


@dataclass(slots=True)
class Context:
    """What the days of an expression depend on.

    Attributes:
        paragraph: The paragraph it stands in.
        published: Day of publication, if known.
        last_named: The interval named last in the same paragraph, for “the next day”.
    """

    paragraph: Paragraph
    published: date | None
    last_named: Interval | None = field(default=None)

    @property
    def today(self) -> date:
        """Day of publication, for rules that are only tried where it is known.

        Raises:
            ValueError: If it is not known.
        """
        if self.published is None:
            raise ValueError("the day of publication is not known")
        return self.published

    def tense(self, match: re.Match[str]) -> Tense:
        """Whether the verb over a match tells of the past or the future."""
        return tense_at(self.paragraph, match.start(), match.end())

    def is_plainly_past(self, match: re.Match[str]) -> bool:
        """Whether a match is the time of a past verb right over it."""
        return is_plainly_past(self.paragraph, match.start(), match.end())


class Rule(NamedTuple):
    """A kind of expression of time.

    Attributes:
        pattern: Compiled pattern over a paragraph's text.
        days: The interval that a match names, or None where it is no date after all; may raise ValueError for days
            that no calendar has, such as 31 June.
        words: Lower-case strings one of which stands in every match: where a paragraph has none of them, the pattern
            need not be tried.
        needs: What must hold of the text as well for a match to stand in it, quicker to tell than by the pattern.
        is_relative: Whether the interval depends on the day of publication.
    """

    pattern: re.Pattern[str]
    days: Callable[[re.Match[str], Context], Interval | None]
    words: tuple[str, ...]
    needs: Callable[[str], object] = bool
    is_relative: bool = True
