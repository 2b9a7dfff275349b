"""Find names of organizations that readers know, where the tagger saw none."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import polars as pl

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.names.common import is_common_word, prominence
from pipelines.transform.annotate.organizations.evidence import METONYMS
from pipelines.transform.annotate.people.lexicon import is_given_name, is_surname
from pipelines.transform.organization_names import is_acronym, spelling_key

SHORTEST = 3
"""Two letters are too often something else: ``IS``, ``AP``, ``GM``."""
_FIRST_PART = re.compile(r"\w+")


@cache
def forms_by_first_part() -> dict[str, list[str]]:
    """Known names as printed, the longest first, by the letters that they begin with."""
    table = pl.read_csv(REFERENCE_DIR / "organizations.csv")
    forms = {
        form
        for name, other_names in table.select("organization_name", "other_names").iter_rows()
        for form in [name, *(other_names or "").split(";")]
        if form and _is_telling(form)
    }
    by_first: dict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        if part := _FIRST_PART.match(form):
            by_first[part[0]].append(form)
    return dict(by_first)


def _is_telling(form: str) -> bool:
    """Whether a name, wherever it stands, is hardly anything else: of several words, or a word of no other use."""
    if " " in form:
        return True
    if len(form) < SHORTEST or is_common_word(form):
        return False
    return (
        is_acronym(form)
        or spelling_key(form) in METONYMS
        or not (is_given_name(form) or is_surname(form) or prominence(form))
    )


def find_known(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Start and end, within a paragraph, of known names; no two overlap."""
    text, columns, free = paragraph.text, paragraph.columns, 0
    for number in paragraph.capitalised:
        start, part = columns.starts[number], _FIRST_PART.match(columns.texts[number])
        if start < free or part is None:
            continue
        form = next((one for one in forms_by_first_part().get(part[0], ()) if _stands_at(one, text, start)), None)
        if form:
            free = start + len(form)
            yield start, free


def _stands_at(form: str, text: str, start: int) -> bool:
    """Whether a name stands at a place in a text, and no word goes on behind it."""
    end = start + len(form)
    return text.startswith(form, start) and not (text[end : end + 1].isalnum() or text[end : end + 2] == "-")
