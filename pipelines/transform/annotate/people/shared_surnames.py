"""Give people the surname that is printed once for two of them: ``Bo and Ada Quill``."""

from dataclasses import replace

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.people.clusters import NameMention
from pipelines.transform.annotate.people.lexicon import folded, is_given_name, public_surnames
from pipelines.transform.annotate.people.printed_names import PrintedName

CONJUNCTIONS = frozenset(["and", "&"])


def with_shared_surnames(article: ParsedArticle, mentions: list[NameMention]) -> list[NameMention]:
    """Names as in the text, where a given name joined with a full name that follows it has that one's surname.

    Only where the article has not printed the given name before, calls nobody so in full, and gives it no title:
    in ``Harry and Ada Quill`` after ``Prince Harry`` two people are joined who share nothing.

    Args:
        article: The parsed article.
        mentions: Its names of people, in the order of the text.
    """
    called = {mention.name.given_key for mention in mentions if mention.name.is_full}
    printed: set[str] = set()
    found = []
    for mention, following in zip(mentions, [*mentions[1:], None], strict=False):
        key = mention.name.family_key
        may_share = not mention.name.is_full and key not in called | printed | public_surnames()
        if may_share and following is not None and _shares_surname(article, mention, following):
            found.append(replace(mention, name=_with_surname(mention.name, following.name), printed=mention.name.text))
        else:
            found.append(mention)
        printed.add(key)
    return found


def _shares_surname(article: ParsedArticle, mention: NameMention, following: NameMention) -> bool:
    between = article.text[mention.span.end : following.span.start].strip()
    if between not in CONJUNCTIONS or not following.name.is_full or mention.title is not None:
        return False
    return is_given_name(mention.name.text) and folded(mention.name.text) != following.name.given_key


def _with_surname(given: PrintedName, full: PrintedName) -> PrintedName:
    return PrintedName(f"{given.text} {full.family}", given.text, full.family, None)
