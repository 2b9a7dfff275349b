"""Tell titles, headings and the marks of lists from sentences by their shape."""

import re

from pipelines.transform.structure.block import has_more_words

MAX_HEADING_WORDS = 12
MIN_TITLE_SHARE = 0.75
"""Share of a title's longer words that are capitalised; in a sentence full of names it is lower."""

_MARK = re.compile(r"(?:[-*•‣▪●◦■]\s?(?=[^\W_])|\(?\d{1,2}[.)]\s|[a-z]\)\s)")
_CLOCK = re.compile(r"\d{1,2}(?::\d{2})?\s?(?:[ap]\.?m\.?|noon|midnight)", re.IGNORECASE)
_SPEECH = re.compile(r"[“\"][^”\"]*(?:$|[.!?,…][”\"]$|[”\"]\s*[—–―-])|[A-Z][A-Z .'’-]*:\s")
"""A sentence in quotation marks, a signed quotation, or a line that begins with its speaker as in transcripts."""

_SENTENCE_INSIDE = re.compile(r"[a-z]{2}[.!?][\"”’)]?\s")
_CAPITALS = re.compile(r"[A-Z]{2,}(?: [A-Z]+){0,5}\.?")
_QUESTION = re.compile(
    r"(?:what|why|how|who|whose|when|where|which|is|are|was|were|can|could|will|would|do|does|did|has|have|should)\b"
    r"(?: \S+){2}",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(r"\b(?:I|you|your|we|our|us|me|that)\b", re.IGNORECASE)
_CLOSING_MARKS = "\"'”’)]»"


def is_marked_item(printed: str) -> bool:
    """Whether a line begins with the bullet or number of a list."""
    return bool(_MARK.match(printed))


def lacks_full_stop(printed: str) -> bool:
    """Whether a line does not end as sentences do; a question mark does not count, titles have it too."""
    return printed.rstrip(_CLOSING_MARKS)[-1:] not in tuple(".…!:;,")


def is_title_case(printed: str) -> bool:
    """Whether the longer words are capitalised, as in titles of American papers."""
    longer = [word.lstrip("\"'“‘(") for word in printed.split()[1:] if len(word) > 4]
    capital = sum(not word[:1].islower() for word in longer)
    return len(longer) > 1 and capital >= MIN_TITLE_SHARE * len(longer)


def is_clock_line(printed: str) -> bool:
    """Whether a line is nothing but a time of day."""
    return bool(_CLOCK.fullmatch(printed))


def has_heading_shape(printed: str) -> bool:
    """Whether a line looks like a heading: short, beginning with a capital or number, no end of sentence.

    A line of the clock alone is one too: live reports use it so.
    """
    if is_clock_line(printed):
        return True
    if has_more_words(printed, MAX_HEADING_WORDS) or not begins_as_title(printed) or _SPEECH.match(printed):
        return False
    if printed.endswith("?") and not _is_question_of_title(printed):
        return False
    return bool(_CAPITALS.fullmatch(printed)) or (lacks_full_stop(printed) and not _SENTENCE_INSIDE.search(printed))


def _is_question_of_title(printed: str) -> bool:
    """“What is the dispute about?” may stand over a section; “So what now?” and “Did you see it?” are speech."""
    return is_title_case(printed) or bool(_QUESTION.match(printed) and not _ADDRESSES.search(printed))


def begins_as_title(printed: str) -> bool:
    """Whether a line begins with a capital letter, a number or an opening mark."""
    first = printed.lstrip("\"'“‘«¿¡$€£")[:1]
    return first.isalnum() and not first.islower()
