"""Tie the names of an article to its people: fullest names first, then surnames and given names alone."""

from collections import Counter
from dataclasses import dataclass, field

from pipelines.transform.annotate.people.genders import gender_of
from pipelines.transform.annotate.people.lexicon import Gender, is_given_name, public_surnames
from pipelines.transform.annotate.people.printed_names import PrintedName
from pipelines.transform.annotate.people.same_person import can_be_same, is_misspelt
from pipelines.transform.annotate.spans import CharSpan
from pipelines.transform.organization_names import word_set

TITLES_OF_RULERS = word_set("pope patriarch king queen prince princess emperor empress sultan emir tsar saint st.")
"""Titles whose bearers are called by their given name."""
MARITAL_TITLES = word_set("mr mr. mrs mrs. ms ms. miss")


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name where it is printed, without titles.

    Attributes:
        span: Where.
        name: The name in parts.
        gender: What a title before it tells.
        title: The title right before it, in small letters.
        printed: The words printed, where they lack a part of the name.
        is_eponym: Whether it stands within the name of something that is called after the person.
        is_relative: Whether it is given for a relative of somebody: ``his daughter Nettie Baker``.
    """

    span: CharSpan
    name: PrintedName
    gender: Gender | None = None
    title: str | None = None
    printed: str | None = None
    is_eponym: bool = False
    is_relative: bool = False

    @property
    def is_rulers(self) -> bool:
        """Whether a title stands before it whose bearers are called by their given name."""
        return self.title in TITLES_OF_RULERS


@dataclass(slots=True)
class Cluster:
    """The names of one person. The first is the one that founded it.

    ``names`` has each name once, by its text: people are named again and again. ``aliases`` are those of another name
    that the article states, such as a stage name.
    """

    mentions: list[NameMention] = field(default_factory=list)
    names: dict[str, PrintedName] = field(default_factory=dict)
    aliases: frozenset[str] = frozenset()

    @classmethod
    def of(cls, mentions: list[NameMention], aliases: frozenset[str] = frozenset()) -> "Cluster":
        """The person named by some mentions."""
        return cls(mentions, {mention.name.text: mention.name for mention in mentions}, aliases)

    def add(self, mention: NameMention) -> None:
        """Take one more mention for the person's."""
        self.mentions.append(mention)
        self.names[mention.name.text] = mention.name

    @property
    def fullest(self) -> PrintedName:
        """The name with most words that is no alias; of several the one printed most often, then first."""
        counts = Counter(mention.name.text for mention in self.mentions)
        names = [mention.name for mention in self.mentions if mention.name.text not in self.aliases]
        return max(names, key=lambda name: (len(name.text.split()), len(name.text.replace(".", "")), counts[name.text]))

    @property
    def is_eponym(self) -> bool:
        """Whether the article only names what is called after the person."""
        return all(mention.is_eponym for mention in self.mentions)

    @property
    def gender(self) -> Gender | None:
        """The gender that the titles tell."""
        return next((mention.gender for mention in self.mentions if mention.gender), None)

    @property
    def given_name(self) -> str | None:
        """The first name: of a name of one word too, if a title of rulers or its being one everywhere tells."""
        name = self.fullest
        return name.family if not name.is_full and self._is_given(name) else name.given

    def _is_given(self, name: PrintedName) -> bool:
        if any(mention.is_rulers for mention in self.mentions):
            return True
        return (
            all(mention.title is None for mention in self.mentions)
            and is_given_name(name.family)
            and name.family_key not in public_surnames()
        )


def cluster_names(mentions: list[NameMention]) -> list[Cluster]:
    """Group names into people, in the order in which people first appear."""
    clusters: list[Cluster] = []
    for mention in sorted(mentions, key=lambda mention: (-_fullness(mention.name), mention.span)):
        cluster = _home(mention, clusters)
        if cluster is None:
            clusters.append(Cluster.of([mention]))
        else:
            cluster.add(mention)
    for cluster in clusters:
        cluster.mentions.sort(key=lambda mention: mention.span)
    return sorted(clusters, key=lambda cluster: cluster.mentions[0].span)


def _fullness(name: PrintedName) -> int:
    return min(len(name.text.split()), 2)


def _home(mention: NameMention, clusters: list[Cluster]) -> Cluster | None:
    """The person a name belongs to, if one can be told.

    Where several people bear a surname, the surname alone means the one whom the article has called so before; the
    first time, the one it has named in full most often, or last, and not for a relative of another; of a surname that
    all news knows, the one with an office.
    """
    candidates = [cluster for cluster in clusters if _fits(mention, cluster)] or _misspelt(mention, clusters)
    if len(candidates) > 1 and not mention.name.is_full:
        candidates = [each for each in candidates if not each.is_eponym] or candidates
        by_family = [each for each in candidates if each.fullest.family_key == mention.name.family_key] or candidates
        suffix = mention.name.suffix
        candidates = [each for each in by_family if suffix and each.fullest.suffix == suffix] or by_family
    return max(candidates, key=lambda cluster: _standing(mention, cluster), default=None)


def _misspelt(mention: NameMention, clusters: list[Cluster]) -> list[Cluster]:
    """The only person of a surname that a name alone is a misprint of."""
    if mention.name.is_full:
        return []
    found = [each for each in clusters if each.fullest.is_full and is_misspelt(mention.name, each.fullest)]
    return [each for each in found if _genders_agree(mention, each)] if len(found) == 1 else []


def _genders_agree(mention: NameMention, cluster: Cluster) -> bool:
    """Whether no title contradicts another, or ``Mr.`` and ``Mrs.`` the given name: ``Mrs. Quill`` is no Matthew."""
    known = cluster.gender
    if known is None and mention.title in MARITAL_TITLES and cluster.fullest.is_full:
        known = gender_of(cluster.fullest)
    return not (mention.gender and known) or mention.gender == known


def _is_parent_of_namesake(mention: NameMention, cluster: Cluster) -> bool:
    """Whether a suffix is printed to tell a relative from the namesake: ``his father, Odd Quill Sr.``."""
    suffix = mention.name.suffix
    return mention.is_relative and suffix is not None and cluster.fullest.suffix != suffix


def _standing(mention: NameMention, cluster: Cluster) -> tuple[bool, int, bool, bool, int, int]:
    before = [other for other in cluster.mentions if other.span < mention.span]
    alike = sum(other.name.family_key == mention.name.family_key and not other.name.is_full for other in before)
    last = max((other.span.start for other in before), default=-cluster.mentions[0].span.start)
    is_main = not any(other.is_relative for other in before)
    is_known = mention.name.family_key in public_surnames() and any(_has_office(other) for other in before)
    return bool(before), alike, is_main, is_known, len(before), last


def _has_office(mention: NameMention) -> bool:
    return mention.title is not None and mention.title not in MARITAL_TITLES


def _fits(mention: NameMention, cluster: Cluster) -> bool:
    """Whether nothing speaks against it; ``Pope Leo`` is no Leo Quill, unless he has such a title as well."""
    if not _genders_agree(mention, cluster) or _is_parent_of_namesake(mention, cluster):
        return False
    if mention.is_rulers and not any(other.is_rulers for other in cluster.mentions):
        return False
    names = [name for name in cluster.names.values() if name.is_full] or list(cluster.names.values())
    fits = (can_be_same(mention.name, name) for name in names)
    return all(fits) if mention.name.is_full else any(fits)
