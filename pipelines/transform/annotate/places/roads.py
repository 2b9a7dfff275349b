"""Find roads by their number: ``Interstate 95``, ``County Road 43``, ``the M25 motorway``."""

import re
from collections.abc import Iterator

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.spans import CharSpan, PlaceSpan

NUMBERED_ROAD = re.compile(
    r"(?<!U\.S\. )(?<!US )\b(?:(?:(?:State|County|Provincial|National|Trans-Canada)\s)?"
    r"(?:Interstate|Highway|Route|Road|Hwy\.?|Rte?\.?)[ -]\d{1,4}[A-Z]?\b(?![,.:]\d)|I-\d{1,3}\b|"
    r"(?<=the )[AM]\d{1,4}(?=\s(?:motorway|road|in|near|between|at|northbound|southbound|eastbound|westbound)\b))"
)
_OWN_COUNTY = re.compile(r"\b[A-Z][\w.-]+ $")
_DIGIT = re.compile(r"\d")


def find_roads(paragraph: Paragraph) -> Iterator[PlaceSpan]:
    """Numbered roads of a paragraph; no gazetteer has them. Of ``Enfield County Road 3`` the county is the place."""
    if not _DIGIT.search(paragraph.text):
        return
    for match in NUMBERED_ROAD.finditer(paragraph.text):
        if match.group().startswith("County") and _OWN_COUNTY.search(paragraph.text, 0, match.start()):
            continue
        span = CharSpan(paragraph.char_start + match.start(), paragraph.char_start + match.end())
        yield PlaceSpan(span, "name", match.group(), place_type="facility")
