"""Tell the names of people from other names, where the tagger errs."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.people.lexicon import is_title
from pipelines.transform.annotate.spans import CharSpan, NameSpan

POSSESSIVES = ("'s", "’s", "'", "’")


def repair_persons(article: ParsedArticle, names: list[NameSpan]) -> list[NameSpan]:
    """Cut the names of people to the name alone, without titles and possessive.

    Args:
        article: The parsed article.
        names: Its names, no two overlapping.

    Returns:
        Names in the order of the text, no two overlapping.
    """
    return [_trimmed(article, name) if name.label == "person" else name for name in names]


def _trimmed(article: ParsedArticle, name: NameSpan) -> NameSpan:
    start, end = name.span
    text = article.text[start:end]
    for possessive in POSSESSIVES:
        text = text.removesuffix(possessive)
    end = start + len(text)
    words = text.split(" ")
    while len(words) > 1 and is_title(words[0]):
        start += len(words[0]) + 1
        words = words[1:]
    return NameSpan(CharSpan(start, end), name.label)
