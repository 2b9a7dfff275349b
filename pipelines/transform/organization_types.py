"""What kind of organization a name names, told from its words."""

import re
from functools import cache

import polars as pl

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.organization_names import LEGAL_FORMS, known_names, spelling_key, without_article, word_set

GENERIC_WORDS = word_set(
    "administrative appeal appeals area board borough cabinet central chief city civil commission committee consular "
    "council county court defense department district economic education election electoral embassy executive "
    "federal finance financial fire foreign general government health high house human information interior interim "
    "internal investigation joint judicial justice labor law local lower ministry municipal national office "
    "parliament parliamentary party police political press prosecution prosecutor prosecutors public regional "
    "rescue resources rights safety school security select senate service sheriff social special standing state "
    "supreme tax town township trade transport transportation upper university village welfare affairs agency "
    "army navy air force armed forces military assembly bureau club company college hospital association union "
    "commerce chamber of for and on the s"
)
GOVERNMENT_WORDS = word_set("house senate congressional parliamentary federal government investigative judiciary")
LONGEST_HEAD = 4
_COMPLEMENT = re.compile(r" (?:of|for|on|against|in|at|to|and) ", re.IGNORECASE)


@cache
def head_types() -> dict[str, str]:
    """Kind of organization by head words, from ``seeds/reference/organization_heads.csv``."""
    table = pl.read_csv(REFERENCE_DIR / "organization_heads.csv")
    return dict(table.select("head_words", "organization_type").iter_rows())


@cache
def finding_words() -> frozenset[str]:
    """Last words of those head words by which a capitalised phrase is surely an organization."""
    table = pl.read_csv(REFERENCE_DIR / "organization_heads.csv").filter("is_sure")
    return frozenset(head.split()[-1] for head in table["head_words"])


def head_type(words: str) -> str | None:
    """Kind of the longest head words that a phrase ends with; None where it ends with none."""
    parts = words.lower().replace("’", "'").split()
    for length in range(min(LONGEST_HEAD, len(parts)), 0, -1):
        kind = head_types().get(" ".join(parts[-length:]))
        if kind:
            return kind
    return None


def organization_type(name: str) -> str:
    """Kind of organization; ``other`` where no word tells.

    A name known by itself comes first, then the head words: those before a complement (``University`` in “University
    of Ghent”) or, without one, the last.
    """
    name = without_article(name)
    known = known_names().get(spelling_key(name))
    if known:
        return known.organization_type
    if name.lower().rstrip(".").split()[-1] in LEGAL_FORMS:
        return "company"
    kind = head_type(_COMPLEMENT.split(name)[0]) or head_type(name) or "other"
    return "government" if kind == "other" and GOVERNMENT_WORDS.intersection(name.lower().split()) else kind


def is_generic_name(name: str) -> bool:
    """Whether every town or country has one of this name, as with ``City Council`` and ``Foreign Ministry``."""
    key = spelling_key(name)
    return key not in known_names() and all(word in GENERIC_WORDS for word in key.split())
