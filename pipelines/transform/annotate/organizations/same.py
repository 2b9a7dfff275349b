"""Which names of one article name the same organization."""

from pipelines.transform.annotate.organizations.evidence import METONYMS
from pipelines.transform.organization_keys import name_key
from pipelines.transform.organization_names import initials, is_acronym, known_names, spelling_key, word_set

MIN_INITIALS = 2
CHAMBERS = word_set("house senate congress parliament assembly council cabinet government")
"""What is short for a name that ends in it, and not for one of its committees, which begin with it."""


def group_names(printed: list[str], explained: dict[str, str]) -> dict[str, int]:
    """Number the organizations of an article in the order of their first names.

    Args:
        printed: Names as printed, in the order of the text.
        explained: The acronym that the article explains for a full name.

    Returns:
        For each name as printed the number of its organization.
    """
    key_of = {text: name_key(text) for text in printed}
    full_key = _full_keys(key_of, explained)
    numbers: dict[str, int] = {}
    return {text: numbers.setdefault(full_key.get(key, key), len(numbers)) for text, key in key_of.items()}


def _full_keys(key_of: dict[str, str], explained: dict[str, str]) -> dict[str, str]:
    """The key of the longer name that each short one stands for, where exactly one fits."""
    by_acronym = {name_key(short): key_of[name] for name, short in explained.items()}
    full: dict[str, str] = {}
    printed = list(key_of)
    for position, text in enumerate(printed):
        key = key_of[text]
        if key in by_acronym:
            full[key] = by_acronym[key]
            continue
        candidates = printed[:position] if spelling_key(text) in known_names() else printed
        fitting = {key_of[name] for name in candidates if key_of[name] != key and stands_for(text, name)}
        if len(fitting) == 1:
            full[key] = fitting.pop()
    return {key: full.get(longer, longer) for key, longer in full.items()}


def stands_for(short: str, name: str) -> bool:
    """Whether a short name can be read as a longer one: by initials, first words or last words.

    No word is short for a seat of government: the ``House`` is not the ``White House``. Of names that readers know,
    only those that several countries share (``Supreme Court``) are short for longer ones.
    """
    if is_acronym(short):
        letters = spelling_key(short)
        return len(letters) >= MIN_INITIALS and letters == spelling_key(initials(name))
    known = known_names().get(spelling_key(short))
    if known and known.organization_type != "government":
        return False
    words, longer = spelling_key(short).split(), spelling_key(name).split()
    if len(words) >= len(longer) or spelling_key(name) in METONYMS:
        return False
    begins = longer[: len(words)] == words and (words[-1] not in CHAMBERS or longer[len(words)] == "of")
    return begins or longer[-len(words) :] == words
