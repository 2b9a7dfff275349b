"""What speaks for a name being an organization's: its words, its neighbours in the sentence, its repetition."""

import re
from functools import cache
from typing import NamedTuple

import polars as pl
from spacy.tokens import Span, Token

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.places.lexicon import load_lexicon
from pipelines.transform.annotate.spans import CharSpan, NameLabel
from pipelines.transform.organization_names import (
    LEGAL_FORMS,
    is_acronym,
    known_names,
    spelling_key,
    without_article,
    word_set,
)
from pipelines.transform.organization_types import has_head_word
from pipelines.transform.place_names import place_key

ORGANIZATION_NOUNS = word_set(
    "journal weekly daily quarterly "
    "company firm maker manufacturer retailer carrier airline bank lender giant startup start-up group agency "
    "organization organisation charity nonprofit newspaper magazine website broadcaster network publisher "
    "studio brand chain insurer automaker carmaker watchdog regulator ministry party union team club "
    "militia movement university college institute institution department conglomerate subsidiary supplier "
    "platform consultancy consortium federation association foundation think-tank outlet label distributor utility"
)
DESCRIBED_NOUNS = word_set("movement network platform institution label outlet")
"""Of these, nouns before which an adjective or the name of something else stands: ``the Pentecostal movement``."""
RHYTHMS = word_set("daily weekly quarterly")
"""Of these, what a pill or a shift is, too: ``a daily Zed``."""
TYPES_OF_NOUNS = {
    noun: kind
    for kind, nouns in {
        "company": "company firm maker manufacturer retailer carrier airline bank lender giant startup insurer "
        "automaker carmaker conglomerate supplier chain consultancy brewery drugmaker utility",
        "media": "newspaper magazine journal weekly daily quarterly broadcaster network outlet publisher",
        "government": "agency ministry regulator watchdog department",
        "party": "party",
        "military": "militia militants fighters insurgents",
        "sports": "club",
        "university": "university college",
    }.items()
    for noun in nouns.split()
}
"""What an organization is whose kind is printed beside its name."""
TYPES_OF_PAIRS = {
    pair: kind
    for kind, pairs in {
        "media": "news agency,press agency,news website,news site,news channel,news outlet,radio station,tv station,"
        "television station,wire service",
        "military": "militant group,armed group,rebel group,terrorist group,jihadist group,insurgent group,"
        "guerrilla group,extremist group,militant organization,terrorist organization,militant organisation",
        "sports": "football team,soccer team,basketball team,baseball team,hockey team,rugby team,cricket team",
        "other": "trade union,labor union,think tank,advocacy group,rights group,aid group",
    }.items()
    for pair in pairs.split(",")
}
"""The same of two words before a name, of which the last alone would tell too little or too much."""
STAFF_NOUNS = word_set(
    "spokesman spokeswoman spokesperson spokespeople official officials executive executives employee employees "
    "worker workers shares stock headquarters ceo chief chairman chairwoman chair founder co-founder subsidiary "
    "customers users staff member members leader leaders fighters militants players coach manager director president "
    "shareholders owner lawyers lawmakers analyst analysts researchers editor reporter correspondent website products "
    "inspectors investigators agents officers troops soldiers scientists engineers economists delegates envoys data "
    "statement"
)
CORPORATE_VERBS = word_set(
    "announced acquired launched unveiled recalled manufactures manufactured operates operated sells owns makes "
    "develops merged bought hired employs reported posted published issued released tweeted"
)
EMPLOYMENT_VERBS = word_set(
    "joined founded co-founded joins works worked working heads headed leads led runs quit left"
)
PAPERS = word_set(
    "advocate banner beacon citizen enterprise globe independent leader monitor patriot record reporter standard star "
    "statesman sun"
)
"""What newspapers are called that other things are, too."""
_LOCAL = re.compile(r" Local \d{1,4}$")
"""What the branch of a union ends in."""
_LETTER = re.compile(r"[A-Za-zÀ-ɏ]")


METONYMS = frozenset(
    ["kremlin", "white house", "pentagon", "downing street", "capitol hill", "elysee", "elysee palace", "whitehall",
     "blue house", "quai dorsay", "zhongnanhai", "buckingham palace", "foggy bottom", "vatican", "holy see"]
)  # fmt: skip
"""Seats of government that speak for it."""
SEATS = frozenset(
    ["great hall of the people", "stormont", "holyrood", "binnenhof", "palazzo chigi", "la moneda", "casa rosada",
     "planalto", "malacanang", "malacanang palace", "st jamess palace", "matignon"]
)  # fmt: skip
"""Seats that are organizations only where they speak or act."""

ACRONYM = "acronym"
HEAD_WORD = "head word"


class Evidence(NamedTuple):
    """A reason to take a name for an organization's, and how often it is right."""

    method: str
    confidence: float


KNOWN_NAME = Evidence("known name", 0.95)


@cache
def labels_of_other_names() -> dict[str, NameLabel]:
    """What names are, if no organizations, by name or last word: ``seeds/reference/not_organizations.csv``."""
    table = pl.read_csv(REFERENCE_DIR / "not_organizations.csv")
    return dict(table.select("name_or_last_word", "name_label").iter_rows())


def label_of_known_name(name: str) -> NameLabel | None:
    """What a name is that is known to be no organization's, or not in Latin letters, or without capitals."""
    if not _LETTER.search(name) or not any(char.isupper() for char in name):
        return "other"
    words = without_article(name).lower()
    return labels_of_other_names().get(words)


def label_by_last_word(name: str) -> NameLabel | None:
    """What a name is whose last word no organization's name ends in: an airport, a law, an award."""
    return label_by_last_words(name) or labels_of_other_names().get(without_article(name).lower().split()[-1])


def label_by_last_words(name: str) -> NameLabel | None:
    """What a name is whose last two words end no organization's, though the last may: a convention center."""
    words = without_article(name).lower().split()
    return labels_of_other_names().get(" ".join(words[-2:])) if len(words) > 2 else None


def evidence_in_words(name: str) -> Evidence | None:
    """What the name alone tells; None where it may be anything."""
    bare = without_article(name)
    words = bare.lower().rstrip(".").split()
    if spelling_key(bare) in known_names():
        return KNOWN_NAME
    if len(words) > 1 and words[-1] in LEGAL_FORMS:
        return Evidence("legal form", 0.95)
    if len(words) > 1 and has_head_word(bare):
        return Evidence(HEAD_WORD, 0.9)
    if is_towns_paper(bare) or _LOCAL.search(bare):
        return Evidence(HEAD_WORD, 0.9)
    if is_acronym(bare) and any(char.isalpha() for char in bare):
        return Evidence(ACRONYM, 0.7)
    return None


def is_towns_paper(name: str) -> bool:
    """Whether a name is a place's with a newspaper's word: ``Ravensmoor Star``."""
    place, _, paper = name.rpartition(" ")
    return paper.lower() in PAPERS and place_key(place) in load_lexicon().entries


def evidence_in_sentence(name: Span) -> Evidence | None:
    """What the words around a name tell: “retailer Zed”, “Zed shares”, “the chief executive of Zed”."""
    root = name.root
    checks = (
        stands_by_its_kind(name), _is_explained(root), _has_staff(root), _acts_as_company(root), _owns_person(name)
    )  # fmt: skip
    return Evidence("words beside it", 0.8) if any(checks) else None


def stands_by_its_kind(name: Span) -> bool:
    """Whether a noun right beside a name tells that it is an organization."""
    doc, before, after = name.doc, name.start - 1, name.end
    if before >= 0 and doc[before].lower_ in ORGANIZATION_NOUNS:
        return doc[before].lower_ not in RHYTHMS or doc[max(before - 1, 0)].lower_ == "the"
    return after < len(doc) and doc[after].lower_ in ORGANIZATION_NOUNS - DESCRIBED_NOUNS


def type_beside(article: ParsedArticle, span: CharSpan) -> str | None:
    """Kind of organization that the word before or after a name tells: “the airline Zed”, “the Hearth party”."""
    name = words_of(article, span)
    if name is None:
        return None
    if is_towns_paper(name.text):
        return "media"
    doc, pair = name.doc, name.doc[max(name.start - 2, 0) : name.start].text.lower()
    if pair in TYPES_OF_PAIRS:
        return TYPES_OF_PAIRS[pair]
    before = [doc[name.start - 1].lower_] if name.start else []
    neighbours = [*before, doc[name.end].text] if name.end < len(doc) else before
    return next((TYPES_OF_NOUNS[word] for word in neighbours if word in TYPES_OF_NOUNS), None)


def _is_explained(root: Token) -> bool:
    return any(child.dep_ == "appos" and child.lower_ in ORGANIZATION_NOUNS for child in root.children)


def _has_staff(root: Token) -> bool:
    if root.dep_ in ("compound", "poss", "nmod"):
        return root.head.lower_ in STAFF_NOUNS
    return (
        root.dep_ == "pobj" and root.head.lower_ in ("of", "for", "at", "from") and root.head.head.lower_ in STAFF_NOUNS
    )


def _owns_person(name: Span) -> bool:
    """Whether an acronym stands before a person in its service: “HSB’s Nora Falk”."""
    doc, after = name.doc, name.end + 1
    is_owner = after < len(doc) and doc[name.end].tag_ == "POS" and doc[after].ent_type_ == "PERSON"
    return is_owner and is_acronym(name.text)


def _acts_as_company(root: Token) -> bool:
    if root.dep_ == "nsubj":
        return root.head.lower_ in CORPORATE_VERBS
    if root.dep_ == "pobj" and root.head.lower_ not in ("at", "for", "with"):
        return False
    verb = root.head.head if root.dep_ == "pobj" else root.head
    return root.dep_ in ("dobj", "pobj") and verb.lower_ in EMPLOYMENT_VERBS


def words_of(article: ParsedArticle, span: CharSpan) -> Span | None:
    """The words of a name, whole; None where it does not lie in its paragraph."""
    paragraph = article.paragraph_at(span.start)
    start, end = span.start - paragraph.char_start, span.end - paragraph.char_start
    return paragraph.doc.char_span(start, end, alignment_mode="expand")
