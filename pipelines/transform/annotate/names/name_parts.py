"""Put names together again that the tagger has cut."""

from spacy.tokens import Span, Token

from pipelines.transform.annotate.names.common import is_clear_given_name, is_common_word
from pipelines.transform.annotate.names.leading_words import bare_name
from pipelines.transform.annotate.names.name_words import MARKS_IN_NAMES, PARTICLES
from pipelines.transform.annotate.names.person_evidence import has_given_name_within
from pipelines.transform.annotate.people.lexicon import is_given_name, is_surname, is_title


def joined(parts: list[Span]) -> list[Span]:
    """Parts of one name that the tagger has cut: at a particle, or at a nickname in marks."""
    joined: list[Span] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last is not None and _is_one_name(last, part):
            joined[-1] = part.doc[last.start : part.end]
        else:
            joined.append(part)
    return joined


def _is_one_name(first: Span, second: Span) -> bool:
    if first.end == second.start:
        return second[0].lower_ in PARTICLES or first[-1].lower_ in PARTICLES
    between = first.doc[first.end : second.start]
    return between[0].text in MARKS_IN_NAMES or between[-1].text in MARKS_IN_NAMES


def completed(name: Span, run: Span, in_title_case: bool) -> Span:
    """A tagged name with the words of its run that the tagger cut off: after a particle, an initial, a hyphen."""
    end = name.end
    if end < run.end and (_is_unfinished(name) or _begins_with_joint(run.doc[end : run.end])):
        end = run.end
    if in_title_case:
        return run.doc[name.start : end]
    if (end == run.end - 1 and _may_end_name(run[-1])) or _lacks_surnames(run.doc[name.start : end], run):
        end = run.end
    before = bare_name(run.doc[run.start : name.end])[: -len(name)]
    start = before.start if before and _may_begin_name(before, name) else name.start
    return run.doc[start:end]


def _lacks_surnames(name: Span, run: Span) -> bool:
    """Whether two surnames follow a tagged name that has none: ``Alma Luisa`` of ``Alma Luisa Riquelme Soto``."""
    rest = run.doc[name.end : run.end]
    are_surnames = len(rest) == 2 and all(is_surname(token.text) and _may_end_name(token) for token in rest)
    return are_surnames and all(is_given_name(token.text) for token in name)


def _may_end_name(token: Token) -> bool:
    is_noun = (
        token.tag_ == "NNP"
        or (token.tag_ == "NNPS" and is_surname(token.text))
        or (token.tag_ in ("NN", "NNS") and not is_common_word(token))
    )
    return is_noun and not token.ent_type_


def _may_begin_name(before: Span, name: Span) -> bool:
    """Whether the words between titles and a tagged name belong to it: before a surname, or a given name."""
    is_given = is_clear_given_name(before[0].text) and not any(is_title(token.text) for token in before)
    if name[0].lower_ in PARTICLES:
        return is_given or not before[0].ent_type_
    if before[0].ent_type_:
        return False
    return is_given or len(name) == 1 or has_given_name_within(name.doc[before.start : name.end])


def _is_unfinished(name: Span) -> bool:
    last = name[-1]
    return last.lower_ in PARTICLES or last.text == "-"


def _begins_with_joint(rest: Span) -> bool:
    if rest[0].text in MARKS_IN_NAMES:
        return True
    return rest[0].text in ("-", ",") or (rest[0].lower_ in PARTICLES and rest[0].text.islower())
