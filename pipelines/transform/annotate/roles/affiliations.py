"""Affiliations printed right after a name: ``Bo Lind of the Harbour Institute``."""

from pipelines.transform.annotate.roles.phrases import NamedPhrase
from pipelines.transform.annotate.spans import NameSpan
from pipelines.transform.organization_names import word_set

PREPOSITIONS = word_set("of from at with for")


def affiliation(named: NamedPhrase, names: list[NameSpan]) -> tuple[int, int] | None:
    """Tokens of a preposition and the organization named after it, a comma before them passed over.

    None where the organization only tells more of another noun: ``beat Lind for the Harbour Party nomination``.
    """
    paragraph, index = named.paragraph, named.name.end
    doc = paragraph.doc
    if index < len(doc) and doc[index].text == ",":
        index += 1
    if index + 1 >= len(doc) or doc[index].lower_ not in PREPOSITIONS:
        return None
    first = index + 2 if doc[index + 1].tag_ == "DT" and index + 2 < len(doc) else index + 1
    at = paragraph.start_of(doc[first])
    name = next(
        (each for each in names if each.label == "organization" and each.span.start <= at < each.span.end), None
    )
    if name is None:
        return None
    end = first
    while end < len(doc) and paragraph.start_of(doc[end]) < name.span.end:
        end += 1
    is_part = end < len(doc) and (doc[end].tag_ in ("NN", "NNS", "POS") or doc[end].text in ("-", "–"))
    return None if is_part else (index, end)
