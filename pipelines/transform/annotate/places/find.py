"""Find what may stand for places in one article."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.spans import NameSpan, PlaceSpan


def find_places(article: ParsedArticle, names: list[NameSpan]) -> list[PlaceSpan]:
    """List names and demonyms that may stand for places, in the order of the text; no two overlap."""
    spans = []
    for name in names:
        text = article.text[name.span.start : name.span.end]
        if name.label == "place":
            spans.append(PlaceSpan(name.span, "name", text))
        elif name.label == "demonym":
            spans.append(PlaceSpan(name.span, "demonym", text))
    return spans
