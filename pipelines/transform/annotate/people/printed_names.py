"""Take a printed name apart: given name, surname with its particles, suffix."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from pipelines.transform.annotate.names.name_words import common_words
from pipelines.transform.annotate.people.lexicon import folded, gender_of_given_name, is_given_name, is_surname
from pipelines.transform.name_parts import name_parts
from pipelines.transform.organization_names import word_set

EAST_ASIAN_SURNAMES = word_set(
    "kim lee park choi jung jeong kang cho yoon jang lim han shin seo kwon hwang ahn song yoo hong moon roh ban yang "
    "xi li wang zhang liu chen huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng feng "
    "peng zeng wen jiang mao hua bo tsai chiang chang lai ko nguyen tran le pham hoang vo dang bui do ngo duong ly "
    "yu cai jia fan fang shi tan hun sok tep"
)
"""Chinese, Korean, Vietnamese and Khmer surnames that are printed before the given name."""

MORE_CHINESE_SURNAMES = word_set(
    "bai bao cao chu cui ding du duan fu gu guan hao hou jin kong lei lu meng mo ni pan qi qian qin qiu ren shao shen "
    "su tian tong wan wei xia xiang xiao xu xue yan yao ye yi yin you yuan zhan zhong zhuang zou"
)
"""Those that are words or given names elsewhere, so that a Chinese given name of two syllables must follow."""

VIETNAMESE_SURNAMES = word_set("nguyen tran le pham hoang vo dang bui do ngo duong ly phan vu huynh truong trinh dinh")
"""Their bearers are called by the last of their given names: ``Minh`` of ``Tran Van Minh``."""

CLEAR_VIETNAMESE_SURNAMES = word_set("nguyen tran pham")
"""Those that hardly stand for a given name elsewhere."""

_CHINESE_SYLLABLE = (
    "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    "(?:i(?:ang|an|ao|a|e|ong|u|ng|n)?|u(?:ang|an|ai|a|o|i|n|e)?|a(?:ng|n|i|o)?|o(?:ng|u)?|e(?:ng|n|i)?)"
)
_TWO_SYLLABLES = re.compile(f"(?:{_CHINESE_SYLLABLE}){{2}}")
_NICKNAME = re.compile(r"\s[“\"‘'(]([^\s”\"’')]+)[”\"’')]\s")
_ARABIC_ARTICLE = re.compile("^(?:al|el)-(?=.)")
_NUMBER_OF_RULER = re.compile("[IVX]{2,}")
REMEMBERED = 50_000
"""Names that are kept: most of an article's have been seen before."""
LONGEST_SYLLABLE = 4
SHORTEST_SURNAME = 3


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name without titles, in parts. A name of one word has only a ``family``: it may be a given name as well.

    ``text`` is without the nickname, and without an editor's brackets: ``Ada Quill`` for ``[Ada] “Dot” Quill``.
    """

    text: str
    given: str | None
    family: str
    suffix: str | None
    nickname: str | None = None

    @property
    def family_key(self) -> str:
        """The surname in the form in which surnames are compared: its last word."""
        return folded(self.family.split()[-1])

    @property
    def given_key(self) -> str | None:
        """The first given name in the form in which given names are compared."""
        return folded(self.given.split()[0]).rstrip(".") if self.given else None

    @property
    def first_surname_key(self) -> str | None:
        """The first of two surnames: ``Riquelme`` of ``Alma Riquelme Soto``. A middle name or an initial is none."""
        words = self.given.split() if self.given else []
        if len(words) < 2 or len(words[-1]) < SHORTEST_SURNAME:
            return None
        if is_given_name(words[-1]) and not is_surname(words[-1]):
            return None
        return folded(words[-1])

    @property
    def bare_family_key(self) -> str | None:
        """The surname without an Arabic article: ``Rashidi`` of ``al-Rashidi``; None where it has none."""
        bare = _ARABIC_ARTICLE.sub("", self.family_key)
        return bare if bare != self.family_key else None

    @property
    def short_forms(self) -> tuple[str | None, ...]:
        """What the bearer may be called by one word, beside the whole surname."""
        nickname = folded(self.nickname) if self.nickname else None
        surnames = self.family_key, self.bare_family_key, self.first_surname_key
        return *surnames, self.given_key, self.last_given_key, nickname

    @property
    def last_given_key(self) -> str | None:
        """The name by which a Vietnamese is called: ``Minh`` of ``Tran Van Minh``."""
        is_vietnamese = self.text.startswith(self.family) and folded(self.family) in VIETNAMESE_SURNAMES
        return folded(self.given.split()[-1]) if self.given and is_vietnamese else None

    @property
    def is_full(self) -> bool:
        """Whether both a given name and a surname are printed."""
        return self.given is not None


@lru_cache(REMEMBERED)
def take_apart(text: str) -> PrintedName:
    """Split a name without titles into its parts."""
    text = text.replace("[", "").replace("]", "")
    quoted = _NICKNAME.search(text)
    nickname = quoted[1] if quoted else None
    text = _NICKNAME.sub(" ", text)
    words = text.split()
    if is_surname_first(words):
        return PrintedName(text, " ".join(words[1:]), words[0], None, nickname)
    if len(words) > 1 and _NUMBER_OF_RULER.fullmatch(words[-1]):
        return replace(take_apart(" ".join(words[:-1])), text=text, suffix=words[-1], nickname=nickname)
    name = name_parts(text)
    given = " ".join(part for part in (name.first, name.middle) if part)
    if not name.last:
        return PrintedName(text, None, given or text, name.suffix or None, nickname)
    return PrintedName(text, given or None, name.last, name.suffix or None, nickname)


def is_surname_first(words: list[str]) -> bool:
    """Whether an East Asian name is printed in its own order: ``Park Ji-won``, ``Tran Van Minh``, ``Xi Jinping``.

    ``Kim`` and ``Lee`` are given names as well, so one word after them is taken for a surname unless it is hyphenated
    or has two Chinese syllables (``Li Xiaomei``).
    """
    if _is_vietnamese(words) or (len(words) == 2 and _is_chinese(words[0], words[1])):
        return True
    if len(words) not in (2, 3) or folded(words[0]) not in EAST_ASIAN_SURNAMES:
        return False
    if any(len(word) > LONGEST_SYLLABLE and gender_of_given_name(word) for word in words[1:] if "-" not in word):
        return False
    return len(words) == 3 or "-" in words[1] or not is_given_name(words[0])


def _is_vietnamese(words: list[str]) -> bool:
    """Whether a surname that is no given name elsewhere stands before two or three words: ``Nguyen Thi Minh Lan``."""
    return len(words) in (3, 4) and folded(words[0]) in CLEAR_VIETNAMESE_SURNAMES


def _is_chinese(surname: str, given: str) -> bool:
    if folded(surname) not in EAST_ASIAN_SURNAMES | MORE_CHINESE_SURNAMES or len(given) <= LONGEST_SYLLABLE:
        return False
    is_other_word = is_surname(given) or given.lower() in common_words()
    return not is_other_word and _TWO_SYLLABLES.fullmatch(given.lower()) is not None
