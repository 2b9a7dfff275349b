"""Find a name again wherever its article prints it: the tagger sees one sentence at a time and misses some."""

import re

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.organizations.acronyms import explained_acronyms
from pipelines.transform.annotate.spans import CharSpan, NameSpan
from pipelines.transform.organization_names import LEGAL_FORMS, is_acronym


def with_repetitions(article: ParsedArticle, names: list[NameSpan]) -> list[NameSpan]:
    """Add the organizations' names that stand elsewhere in the article with another label or none.

    Looked for are names of two words or more, the same without their legal form, and acronyms; a single common word
    (``Shell``, ``Apple``) is not. Names in the order of the text come back in the order of the text.
    """
    organizations = [name for name in names if name.label == "organization"]
    printed = [_text(article, name) for name in organizations]
    forms = {*printed, *map(_without_legal_form, printed)}
    forms |= set(explained_acronyms(article, organizations, printed).values())
    looked_for = sorted((form for form in forms if is_unmistakable(form)), key=lambda form: (-len(form), form))
    if not looked_for:
        return names
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, looked_for))})(?![\w-])")
    found = [CharSpan(*match.span()) for match in pattern.finditer(article.text)]
    kept = [name for name in names if not any(_replaces(span, name) for span in found)]
    free = [span for span in found if not any(span.overlaps(name.span) for name in kept)]
    return sorted([*kept, *(NameSpan(span, "organization") for span in free)], key=lambda name: name.span)


def _replaces(found: CharSpan, name: NameSpan) -> bool:
    """Whether a name of another kind lies within a form that the article gives to an organization."""
    return name.label != "organization" and found.start <= name.span.start and name.span.end <= found.end


def is_unmistakable(form: str) -> bool:
    """Whether a form stands for the organization wherever it is printed."""
    return is_acronym(form) if " " not in form else form[0].isupper()


def _without_legal_form(form: str) -> str:
    words = form.replace(",", "").split()
    return " ".join(words[:-1]) if words[-1].lower().rstrip(".") in LEGAL_FORMS else form


def _text(article: ParsedArticle, name: NameSpan) -> str:
    return article.text[name.span.start : name.span.end]
