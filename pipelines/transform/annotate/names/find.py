"""Find the proper names of an article and tell what each names."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.names.credits import name_photographers
from pipelines.transform.annotate.names.organizations import repair_organizations
from pipelines.transform.annotate.names.persons import repair_persons
from pipelines.transform.annotate.spans import CharSpan, NameLabel, NameSpan

LABEL_OF_ENTITY: dict[str, NameLabel] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "demonym",
}


def find_names(article: ParsedArticle) -> list[NameSpan]:
    """List the names of an article in the order of the text; no two overlap."""
    tagged = [
        NameSpan(CharSpan(paragraph.start_of(entity), paragraph.end_of(entity)), label)
        for paragraph in article.paragraphs
        for entity in paragraph.doc.ents
        if (label := LABEL_OF_ENTITY.get(entity.label_))
    ]
    return name_photographers(article, repair_organizations(article, repair_persons(article, tagged)))
