"""Read which organizations one article names."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.organizations.acronyms import explained_acronyms
from pipelines.transform.annotate.organizations.acting import name_evidence
from pipelines.transform.annotate.organizations.countries import names_with_country
from pipelines.transform.annotate.organizations.evidence import type_beside
from pipelines.transform.annotate.organizations.same import group_names
from pipelines.transform.annotate.spans import (
    LocalOrganization,
    NameSpan,
    OrganizationMention,
    OrganizationsReading,
)
from pipelines.transform.organization_names import is_acronym
from pipelines.transform.organization_types import organization_type


def read_organizations(article: ParsedArticle, names: list[NameSpan]) -> OrganizationsReading:
    """Tie the names of organizations, full and short, to the organizations of the article."""
    named = [name for name in names if name.label == "organization"]
    printed = names_with_country(article, names, named)
    acronyms = explained_acronyms(article, named, printed)
    number_of = group_names(printed, acronyms)
    return OrganizationsReading(
        organizations=_organizations(number_of, acronyms, _types_beside(article, named, printed, number_of)),
        mentions=[
            OrganizationMention(name.span, "name", number_of[text], evidence.confidence, evidence.method)
            for name, text in zip(named, printed, strict=True)
            for evidence in [name_evidence(article, name.span)]
        ],
    )


def _types_beside(
    article: ParsedArticle, named: list[NameSpan], printed: list[str], number_of: dict[str, int]
) -> dict[int, str]:
    """Kind of each organization that a word beside one of its names tells; the first counts."""
    types: dict[int, str] = {}
    for name, text in zip(named, printed, strict=True):
        kind = type_beside(article, name.span)
        if kind:
            types.setdefault(number_of[text], kind)
    return types


def _organizations(
    number_of: dict[str, int], acronyms: dict[str, str], types_beside: dict[int, str]
) -> list[LocalOrganization]:
    """One organization per number, under the longest of its names."""
    forms: dict[int, list[str]] = {}
    for text, number in number_of.items():
        forms.setdefault(number, []).append(text)
    return [_organization(forms[number], acronyms, types_beside.get(number, "other")) for number in sorted(forms)]


def _organization(forms: list[str], acronyms: dict[str, str], type_beside_names: str) -> LocalOrganization:
    name = min(forms, key=lambda form: (is_acronym(form), -len(form), form))
    short = next((form for form in sorted(forms) if is_acronym(form)), None) or acronyms.get(name)
    telling = [form for form in sorted(forms, key=len, reverse=True) if form == name or not is_acronym(form)]
    types = [kind for kind in map(organization_type, telling) if kind != "other"]
    return LocalOrganization(name, types[0] if types else type_beside_names, short if short != name else None)
