"""Tell which full names of a corpus are borne by one person."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz

from pipelines.transform.person_names import (
    NameForm,
    across_languages,
    consonants,
    full_names,
    is_initial,
    is_slavic,
    same_but_for_a_vowel,
    same_letters,
)

DOMINANT_SHARE = 0.8
"""Share of the articles from which one of several bearers of a name is the one that readers think of."""

SURE_SIMILARITY = 92.0
BACKED_SIMILARITY = 80.0
"""Likeness of two surnames, in percent, that joins people of one given name: alone, or with a role they share."""


class NamedPerson(NamedTuple):
    """A form of a name, as one person or several people without contradiction bear it.

    Attributes:
        form: The name.
        namesake: Tells apart people of one name whose roles contradict each other; empty where none do.
        articles: Where it stands.
        evidence: Words and organizations of the roles stated of its bearer.
    """

    form: NameForm
    namesake: str
    articles: frozenset[str]
    evidence: frozenset[str]


SHORTEST_SURNAME = 4
"""Letters of a name before the surname that may be the first of two."""

Bearer = list[NamedPerson]
"""The names of one person."""


def join_names(names: Iterable[NamedPerson]) -> list[Bearer]:
    """Group names by the person who bears them.

    Names of one surname join when their given names, middle names and suffixes can be one person's and no article
    tells the two apart; the fullest are taken first. A name that fits several bearers goes to the one with the same
    given name in full, then to the one that dominates the corpus, else it stays a person of its own.
    """
    surnames: dict[str, list[NamedPerson]] = defaultdict(list)
    for name in names:
        surnames[name.form.family].append(name)
    bearers = [bearer for family in sorted(surnames) for bearer in _join_one_surname(surnames[family])]
    return _join_spellings(bearers)


def dominant(candidates: list[Bearer]) -> Bearer | None:
    """The only candidate, or the one in nearly all articles that name any of them."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    counts = [len(_articles(bearer)) for bearer in candidates]
    top = max(range(len(candidates)), key=counts.__getitem__)
    return candidates[top] if counts[top] >= DOMINANT_SHARE * sum(counts) else None


def _join_one_surname(names: list[NamedPerson]) -> list[Bearer]:
    bearers: list[Bearer] = []
    by_hook: dict[str, list[Bearer]] = defaultdict(list)
    for name in sorted(names, key=_fullest_first):
        found = _candidates(name, by_hook)
        bearer = dominant(found)
        if bearer is None:
            bearer = []
            bearers.append(bearer)
        bearer.append(name)
        for hook in _hooks(name.form):
            if not any(known is bearer for known in by_hook[hook]):
                by_hook[hook].append(bearer)
    return bearers


def _fullest_first(name: NamedPerson) -> tuple[object, ...]:
    form = name.form
    letters = sum(len(part) for part in (form.given, *form.middle))
    return is_initial(form.given), -len(form.middle), not form.suffix, -letters, form, name.namesake


def _hooks(form: NameForm) -> list[str]:
    """What two given names that may be one have at least one of in common."""
    spoken = [form.given, *form.middle[:1]] if is_initial(form.given) else [form.given]
    names = {full for given in spoken for full in (given, *full_names().get(given, ()))}
    return sorted({*names, form.given[0] + ".", consonants(form.given) + "~"})


def _candidates(name: NamedPerson, by_hook: dict[str, list[Bearer]]) -> list[Bearer]:
    """Bearers that the name may be another name of: those of the same given name if there are any."""
    given = name.form.given
    same = [bearer for bearer in by_hook.get(given, []) if _may_join(name, bearer)]
    exact = [bearer for bearer in same if any(known.form.given == given for known in bearer)]
    if exact:
        return exact
    hooks = [hook for hook in _hooks(name.form) if is_initial(given) or not hook.endswith(".")]
    found: list[Bearer] = []
    for bearer in (bearer for hook in hooks for bearer in by_hook.get(hook, [])):
        if not any(known is bearer for known in found) and _may_join(name, bearer):
            found.append(bearer)
    return found


def _may_join(name: NamedPerson, bearer: Bearer) -> bool:
    return all(_compatible(name, known) for known in bearer)


def _compatible(first: NamedPerson, second: NamedPerson) -> bool:
    """Whether two names of one surname can be one person's."""
    return (
        _given_names_agree(first.form, second.form)
        and (first.namesake == second.namesake or not (first.namesake and second.namesake))
        and _suffixes_agree(first, second)
        and (first.form.core == second.form.core or not first.articles & second.articles)
    )


def _given_names_agree(first: NameForm, second: NameForm) -> bool:
    if _is_called_by_middle_name(first, second) or _is_called_by_middle_name(second, first):
        return True
    return _first_names_agree(first.given, second.given) and all(
        same_letters(one, other) for one, other in zip(first.middle, second.middle, strict=False)
    )


def _is_called_by_middle_name(initialled: NameForm, other: NameForm) -> bool:
    """``J. Edgar`` and ``Edgar``."""
    return is_initial(initialled.given) and len(other.given) > 1 and initialled.middle[:1] == (other.given,)


def _first_names_agree(first: str, second: str) -> bool:
    """Whether one is the other, its short form, a short form of the same names, or the initial of any of these."""
    one, other = full_names().get(first, frozenset()), full_names().get(second, frozenset())
    if same_letters(first, second) or same_but_for_a_vowel(first, second):
        return True
    if is_initial(first) or is_initial(second):
        return first[0] in {name[0] for name in other} or second[0] in {name[0] for name in one}
    return first in other or second in one or (bool(one) and one == other)


def _suffixes_agree(first: NamedPerson, second: NamedPerson) -> bool:
    """A son is told from his father by the suffix alone, so dropping it takes a middle name or a role in common."""
    if first.form.suffix == second.form.suffix:
        return True
    if first.form.suffix and second.form.suffix:
        return False
    return bool(first.form.middle and second.form.middle) or bool(first.evidence & second.evidence)


def _join_spellings(bearers: list[Bearer]) -> list[Bearer]:
    """Join people of one given name whose surnames are two spellings of one, or the same two names turned round."""
    joined: list[Bearer] = []
    by_key: dict[str, list[Bearer]] = defaultdict(list)
    by_first_surname: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in sorted(bearers, key=lambda names: (-len(_articles(names)), names[0].form, names[0].namesake)):
        keys = {key for name in bearer for key in spelling_keys(name.form)}
        first_surnames = {key for name in bearer for key in first_surname_keys(name.form)}
        met = [*(by_key[key] + by_first_surname[key] for key in keys), *(by_key[key] for key in first_surnames)]
        alike = {id(known): known for some in met for known in some if _are_spellings(bearer, known)}
        if len(alike) == 1:
            next(iter(alike.values())).extend(bearer)
            continue
        joined.append(bearer)
        for index, own in ((by_key, keys), (by_first_surname, first_surnames)):
            for key in own:
                index[key].append(bearer)
    return joined


def spelling_keys(form: NameForm) -> list[str]:
    """Of two full names that may be spellings of one at least one key is the same, or one of `first_surname_keys`."""
    if not form.is_full or is_initial(form.given):
        return []
    keys = [
        ("sound", form.given, consonants(form.family)),
        ("turned", *sorted((form.given, form.family))),
        ("surname", form.given, form.family),
    ]
    if is_slavic(form.family):
        keys.append(("across languages", *_across_languages(form)))
    return [" ".join(key) for key in keys]


def first_surname_keys(form: NameForm) -> list[str]:
    """The key that `spelling_keys` gives to what is left of a name where the second of two surnames is dropped."""
    if is_initial(form.given):
        return []
    return [f"surname {form.given} {name}" for name in form.middle[-1:] if len(name) >= SHORTEST_SURNAME]


def kin_keys(form: NameForm) -> list[str]:
    """Of two full names that may be one person's, so that `join_names` compares them, at least one key is the same."""
    of_surname = [f"{form.family} {hook}" for hook in _hooks(form)]
    return [*of_surname, *spelling_keys(form), *first_surname_keys(form)]


def _are_spellings(first: Bearer, second: Bearer) -> bool:
    if _articles(first) & _articles(second):
        return False
    one, other = first[0], second[0]
    if one.form.suffix != other.form.suffix or (one.namesake and other.namesake and one.namesake != other.namesake):
        return False
    if (one.form.given, one.form.family) == (other.form.family, other.form.given):
        return True
    share_roles = any(name.evidence & known.evidence for name in first for known in second)
    if share_roles and (_lacks_second_surname(one.form, other.form) or _lacks_second_surname(other.form, one.form)):
        return True
    least = BACKED_SIMILARITY if share_roles else SURE_SIMILARITY
    return _likeness(one.form, other.form) >= least


def _likeness(one: NameForm, other: NameForm) -> float:
    """Likeness of two surnames in percent, as English prints them or as other languages do; 0 for other given names."""
    printed = fuzz.ratio(one.family, other.family) if _given_names_agree(one, other) else 0.0
    if not (is_slavic(one.family) and is_slavic(other.family)):
        return printed
    given, family = (tuple(map(across_languages, names)) for names in zip(one.core[:2], other.core[:2], strict=True))
    return max(printed, fuzz.ratio(*family) if _first_names_agree(*given) else 0.0)


def _across_languages(form: NameForm) -> tuple[str, str]:
    """What a name has in common with its spellings in other languages: initial and consonants."""
    return across_languages(form.given)[0], consonants(across_languages(form.family))


def _lacks_second_surname(short: NameForm, full: NameForm) -> bool:
    """``Alma Riquelme`` or ``Alma R. Riquelme`` for ``Alma R. Riquelme Soto``."""
    if short.given != full.given or short.family not in full.middle[-1:]:
        return False
    return len(short.family) >= SHORTEST_SURNAME and all(is_initial(name) for name in short.middle)


def _articles(bearer: Bearer) -> frozenset[str]:
    return frozenset[str]().union(*(name.articles for name in bearer))
