"""Put names together again that the tagger has cut."""

from spacy.tokens import Span, Token

from pipelines.transform.annotate.names.common import is_clear_given_name, is_common_word
from pipelines.transform.annotate.names.leading_words import bare_name
from pipelines.transform.annotate.names.name_words import MARKS_IN_NAMES, PARTICLES
from pipelines.transform.annotate.people.lexicon import is_title


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
    if end == run.end - 1 and _may_end_name(run[-1]):
        end = run.end
    before = bare_name(run.doc[run.start : name.end])[: -len(name)]
    start = before.start if before and _may_begin_name(before, name) else name.start
    return run.doc[start:end]


def _may_end_name(token: Token) -> bool:
    is_noun = token.tag_ == "NNP" or (token.tag_ in ("NN", "NNS") and not is_common_word(token))
    return is_noun and not token.ent_type_


def _may_begin_name(before: Span, name: Span) -> bool:
    """Whether the words between titles and a tagged name belong to it: before a surname, or a given name."""
    is_given = is_clear_given_name(before[0].text) and not any(is_title(token.text) for token in before)
    if name[0].lower_ in PARTICLES:
        return is_given or not before[0].ent_type_
    return not before[0].ent_type_ and (is_given or len(name) == 1)


def _is_unfinished(name: Span) -> bool:
    last = name[-1]
    return last.lower_ in PARTICLES or last.text == "-"


def _begins_with_joint(rest: Span) -> bool:
    if rest[0].text in MARKS_IN_NAMES:
        return True
    return rest[0].text in ("-", ",") or (rest[0].lower_ in PARTICLES and rest[0].text.islower())
