"""Tell people of exactly one name apart by what their roles say of them."""

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

import polars as pl

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.organization_names import word_set

LOCAL_KEY = ["article_id", "local_person"]
"""What makes a person of one article one."""

CLEAR_SHARE = 0.8
"""Share of a name's articles from which one bearer is meant where an article does not say which."""

Evidence = dict[tuple[str, int], frozenset[str]]
"""What the roles of people say, by article and number in it."""

_ORGANIZATION = "organization "
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SMALL_WORDS = word_set(
    "a an and as at by for former from her his in its late new of old on or our retired the their then this to who "
    "with year years deputy senior vice chief head member leader"
)


class Appearance(NamedTuple):
    """A person of one article, and what its roles there say.

    Attributes:
        article_id: Article.
        local_person: Number within the article.
        evidence: Words and organizations of the roles.
    """

    article_id: str
    local_person: int
    evidence: frozenset[str]


@cache
def role_domains() -> dict[str, str]:
    """The walk of life that each word of ``seeds/reference/role_domains.csv`` belongs to."""
    table = pl.read_csv(REFERENCE_DIR / "role_domains.csv")
    return {word: domain for domain, words in table.iter_rows() for word in words.split(";")}


def evidence_of_roles(roles: pl.DataFrame, people: pl.DataFrame) -> Evidence:
    """The telling words of the roles of some people of articles, and the organizations they are at.

    Args:
        roles: Reads ``LOCAL_KEY``, ``role_text`` and ``organization_id``.
        people: Reads ``LOCAL_KEY``.
    """
    told = roles.join(people, on=LOCAL_KEY, how="semi").group_by(LOCAL_KEY).agg("role_text", "organization_id")
    return {
        (article_id, number): _words(texts) | {_ORGANIZATION + key for key in organizations if key}
        for article_id, number, texts, organizations in told.iter_rows()
    }


def _words(role_texts: list[str]) -> frozenset[str]:
    return frozenset[str]().union(*map(_words_of, role_texts))


@lru_cache(maxsize=100_000)
def _words_of(role_text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(role_text.casefold())) - _SMALL_WORDS


def telling_marks(evidence: frozenset[str]) -> frozenset[str]:
    """The trades and organizations among evidence: not ``girl``, not ``victim``."""
    return frozenset(mark for mark in evidence if mark in role_domains() or mark.startswith(_ORGANIZATION))


def tells_of_a_walk_of_life(role_text: str) -> bool:
    """Whether a role can tell its bearer from one of another walk of life."""
    return bool(_domains(_words([role_text])))


def tell_namesakes_apart(appearances: list[Appearance]) -> dict[tuple[str, int], str | None]:
    """Label the appearances of one name by bearer.

    Bearers are apart when the words of their roles come from different walks of life and no role word and no
    organization, in any article, links them: a striker and a senator are two, a minister and a lawyer may be one.
    An appearance that says nothing belongs to the bearer of nearly all the others, else to None: nobody can tell.

    Returns:
        For each article and number the label: the walk of life, or an empty string where there is one bearer.
    """
    groups = linked([one for one in appearances if _domains(one.evidence)], _words_and_domains)
    if len(groups) < 2:
        return {(one.article_id, one.local_person): "" for one in appearances}
    bearers = [_bearer(group) for group in groups]
    labels: dict[tuple[str, int], str | None] = {
        (one.article_id, one.local_person): bearer.label
        for bearer, group in zip(bearers, groups, strict=True)
        for one in group
    }
    for one in appearances:
        key = one.article_id, one.local_person
        if key not in labels:
            labels[key] = _likely_label(one.evidence, bearers)
    return labels


class _Bearer(NamedTuple):
    """One of several people of a name: walks of life, what is said of them, and in how many appearances."""

    label: str
    evidence: frozenset[str]
    appearances: int


def _bearer(group: list[Appearance]) -> _Bearer:
    evidence = frozenset[str]().union(*(one.evidence for one in group))
    return _Bearer("+".join(sorted(_domains(evidence))), evidence, len(group))


def _domains(evidence: frozenset[str]) -> set[str]:
    known = role_domains()
    return {known[word] for word in evidence if word in known}


def _words_and_domains(one: Appearance) -> frozenset[str]:
    return one.evidence | {f"domain {domain}" for domain in _domains(one.evidence)}


def linked(appearances: list[Appearance], marks_of: Callable[[Appearance], frozenset[str]]) -> list[list[Appearance]]:
    """Group appearances that have a mark in common, directly or through others."""
    earlier = list(range(len(appearances)))
    first_with: dict[str, int] = {}
    for number, one in enumerate(appearances):
        for mark in marks_of(one):
            ends = _root(earlier, number), _root(earlier, first_with.setdefault(mark, number))
            earlier[max(ends)] = min(ends)
    groups: dict[int, list[Appearance]] = defaultdict(list)
    for number, one in enumerate(appearances):
        groups[_root(earlier, number)].append(one)
    return list(groups.values())


def _root(earlier: list[int], number: int) -> int:
    """The first of those that hang together with a number; ways that were walked get shorter."""
    while earlier[number] != number:
        earlier[number] = earlier[earlier[number]]
        number = earlier[number]
    return number


def _likely_label(evidence: frozenset[str], bearers: list[_Bearer]) -> str | None:
    candidates = [bearer for bearer in bearers if evidence & bearer.evidence] or bearers
    largest = max(candidates, key=lambda bearer: bearer.appearances)
    is_clear = largest.appearances >= CLEAR_SHARE * sum(bearer.appearances for bearer in candidates)
    return largest.label if is_clear else None
