"""Cut what the tagger takes along with the name of an organization: articles, possessives, brackets, other names."""

import re

from pipelines.transform.annotate.organizations.heads import POSSESSORS_IN_NAMES
from pipelines.transform.organization_types import head_type

BEFORE_NAME = re.compile(
    r"(?:(?i:the|a|an|both|neither|either|many|numerous|several|like|former|now|but|and|when|while|if|as|in|at|by|for|"
    r"with|from|to|its|his|her|their|our|my|\S+-based)\s+|[\"“‘'(\[|]\s*)+"
)
AFTER_NAME = re.compile(r"(?:['’]s?|\s?\(.*|\s?\[.*|\s*[\"”’'|:;,/-]|\s+(?i:and|of|for|the|in|at|-))+$", re.DOTALL)
OTHER_NAME_BEFORE = re.compile(
    r"^.*(?<! of)(?<! for)(?<! in)(?<! on)(?<! and)(?<! to)(?<! at)(?<! against) the (?=[A-Z])"
)
OTHER_NAME_AFTER = re.compile(r"(?:, (?!Inc|Ltd|LLC|LLP|PLC|Corp|Co\b|S\.A)|\s*\n).*$", re.DOTALL)

POSSESSOR = re.compile(r"^(?:[A-Z][\w.-]*\s)*(?P<word>[A-Z][\w.-]*)['’]s?\s(?=[A-Z]\w+\s[A-Z])")


def trimmed(text: str) -> tuple[int, int]:
    """Start and end, within a printed name, of the name alone; the whole where nothing else would be left."""
    start, end = 0, len(text)
    for pattern in (OTHER_NAME_AFTER, AFTER_NAME):
        match = pattern.search(text, 0, end)
        if match and match.start() > 0:
            end = match.start()
    for pattern in (OTHER_NAME_BEFORE, BEFORE_NAME):
        match = pattern.match(text, start, end)
        if match and match.end() < end:
            start = match.end()
    owner = POSSESSOR.match(text[start:end])
    if owner and owner["word"].lower() not in POSSESSORS_IN_NAMES and head_type(text[start + owner.end() : end]):
        start += owner.end()
    return start, end
