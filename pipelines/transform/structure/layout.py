"""Read the layout of one article: its blocks, and what they say about headline, author and day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from pipelines.transform.structure.agencies import names_agency
from pipelines.transform.structure.beside import is_source_line
from pipelines.transform.structure.block import Block, cut
from pipelines.transform.structure.bylines import author_names
from pipelines.transform.structure.days import Published, day_in_address, read_month_day, read_published
from pipelines.transform.structure.front import Front, part_title, read_front
from pipelines.transform.structure.header import Header, read_header
from pipelines.transform.structure.split import split_blocks
from pipelines.transform.structure.story import read_story


@dataclass(frozen=True)
class Source:
    """What is known of an article besides its text.

    Attributes:
        published: Day of publication by metadata, with its moment where that is known.
        source_uri: Path or address it came from.
        modified_at: When its file was last written to.
        stated: Headline, byline, publisher and address by metadata; a text with a headline begins with it.
        blocks: The blocks that its format marks; empty where its layout has to tell.
        has_header: Whether the text may begin with lines of a header, as plain text does.
    """

    published: Published | None = None
    source_uri: str = ""
    modified_at: datetime | None = None
    stated: Mapping[str, str] = field(default_factory=dict)
    blocks: Sequence[Block] = ()
    has_header: bool = True


@dataclass(frozen=True)
class Layout:
    """An article's blocks in the order of the text, and what they state."""

    blocks: list[Block]
    stated: dict[str, str]
    headline: str | None
    byline: str | None
    dateline: str | None
    source_line: str | None
    published: Published | None
    date_source: str | None

    @property
    def authors(self) -> tuple[str, ...]:
        """Names of the authors, each once."""
        return author_names(self.byline) if self.byline else ()

    @property
    def names_agency(self) -> bool:
        """Whether byline, dateline, a line of its own or the stated publisher names a news agency.

        What a dateline has in brackets is the agency, be it listed or not.
        """
        names = (self.byline, self.dateline, self.source_line, self.stated.get("publisher"))
        return any(map(names_agency, names)) or "(" in (self.dateline or "")


def read_layout(text: str, source: Source) -> Layout:
    """Read the layout; every visible character of the text lies in exactly one block."""
    header = read_header(text) if source.has_header else _metadata_header(text, source)
    marked = [block for block in source.blocks if block.start >= header.end]
    below = marked or part_title(split_blocks(text, header.end))
    front = read_front(below, has_headline="headline" in header.stated)
    story = read_story(below[front.size :])
    dateline = next((block.text for block in story if block.block_type == "dateline"), None)
    published, date_source = _published(header, front, dateline, source)
    return Layout(
        blocks=[*header.blocks, *front.blocks, *story],
        stated=header.stated,
        headline=header.stated.get("headline") or front.headline,
        byline=header.stated.get("byline") or front.byline,
        dateline=dateline,
        source_line=front.source_line or next((block.text for block in story if is_source_line(block.text)), None),
        published=published,
        date_source=date_source,
    )


def _metadata_header(text: str, source: Source) -> Header:
    """What metadata states, as if a header had; the headline stands above the text."""
    headline = source.stated.get("headline")
    if headline is None or not text.startswith(headline):
        return Header(dict(source.stated))
    return Header(dict(source.stated), cut(text, 0, len(headline), "headline"), len(headline))


def _published(
    header: Header, front: Front, dateline: str | None, source: Source
) -> tuple[Published | None, str | None]:
    """The day of publication by the first source that has one, best first."""
    stated = read_published(header.stated["date"]) if "date" in header.stated else None
    address = _address_day(header, source)
    file_day = source.modified_at.date() if source.modified_at else None
    found = {
        "metadata": source.published,
        "header line": stated or front.published,
        "dateline": _dateline_day(dateline, address or file_day) if dateline else None,
        "url": _day(address),
        "file time": _day(file_day),
    }
    return next(((published, name) for name, published in found.items() if published), (None, None))


def _address_day(header: Header, source: Source) -> date | None:
    return day_in_address(header.stated.get("url", "")) or day_in_address(source.source_uri)


def _dateline_day(dateline: str, known: date | None) -> Published | None:
    """A day without a year is in the year that puts it nearest to the day known from elsewhere."""
    full = read_published(dateline)
    if full or known is None:
        return full
    days = [read_month_day(dateline, known.year + shift) for shift in (-1, 0, 1)]
    return _day(min((day for day in days if day), key=lambda day: abs(day - known), default=None))


def _day(day: date | None) -> Published | None:
    return Published(day) if day else None
