"""Parse XML that may be hostile: nothing is fetched, and only entities that stand for characters are resolved."""

import codecs
import re
from collections.abc import Iterator
from html.entities import html5
from typing import NamedTuple
from xml.parsers import expat

from lxml import etree

from pipelines.extract.decode import decode
from pipelines.extract.rejects import RejectedInputError

_DECLARATION = re.compile(r"""\s*<\?xml\s[^>]*?(?:encoding\s*=\s*["'](?P<encoding>[\w.:-]+)["'][^>]*?)?\?>""")
LINE_BREAK = "br"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DECLARATION_BYTES = 1_000
_NAMED = re.compile(r"&(?P<name>[A-Za-z][A-Za-z0-9]*;)")


class XmlText(NamedTuple):
    """An XML file as characters, without its XML declaration, and the codec that made them."""

    text: str
    encoding: str


class _RootReachedError(Exception):
    """The prolog is over."""


def decode_xml(content: bytes) -> XmlText:
    """Decode by byte order mark or XML declaration, else as any text.

    Raises:
        RejectedInputError: If the bytes are not of the encoding, or the prolog is broken or declares entities.
    """
    head = content[:_DECLARATION_BYTES].decode("latin-1")
    declared = _DECLARATION.match(head)
    encoding = _known(declared["encoding"]) if declared else None
    if encoding:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError as error:
            message = f"The file says it is {encoding}, but its byte {error.start} is not: save it as UTF-8."
            raise RejectedInputError("undecodable", message) from error
    else:
        text, encoding = decode(content)
    text = _DECLARATION.sub("", text, count=1).lstrip()
    _check_prolog(text)
    return XmlText(text, encoding)


def parse_xml(content: bytes) -> tuple[etree._Element, str]:
    """The root of an XML file, elements by their local names in lower case, and the codec of its bytes.

    Raises:
        RejectedInputError: If the file is no XML, or declares entities of its own.
    """
    text, encoding = decode_xml(content)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_NAMED.sub(_character, text).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise RejectedInputError("malformed", f"The XML is broken ({error.msg}): save the file anew.") from error
    for element in root.iter():
        if element.tag is etree.Entity:
            message = f"The XML uses the entity {element.text!r}, which it does not define: write what it stands for."
            raise RejectedInputError("xml_entities", message)
        element.tag = element.tag.rpartition("}")[2].lower()
    return root, encoding


def line_of(element: etree._Element | None) -> str:
    """All text of an element in one line; empty if there is no such element."""
    if element is None:
        return ""
    return " ".join("".join(filter(None, _strings(element))).split())


def _strings(element: etree._Element) -> Iterator[str | None]:
    for event, inside in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            yield " " if inside.tag == LINE_BREAK else inside.text
        elif inside is not element:
            yield inside.tail


def _character(named: re.Match[str]) -> str:
    """The character that HTML gives a name, such as ``&eacute;``; what has a meaning in XML stays."""
    characters = html5.get(named["name"], "")
    return named[0] if not characters or characters in "&<>\"'" else characters


def _known(encoding: str | None) -> str | None:
    """A declared encoding by Python's name; none if it is unknown, or one that a byte order mark tells better."""
    try:
        name = codecs.lookup(encoding or "").name
        "<".encode(name)
    except (LookupError, TypeError, AttributeError):
        return None
    return None if name.startswith("utf-16") or name.startswith("utf-32") else name


def _check_prolog(text: str) -> None:
    """Make sure that what stands before the root declares no entities; expat stops at the first."""
    parser = expat.ParserCreate("utf-8")
    parser.EntityDeclHandler = _refuse_entity
    parser.StartElementHandler = _stop
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except _RootReachedError:
        return
    except expat.ExpatError as error:
        raise RejectedInputError("malformed", f"The XML is broken ({error}): save the file anew.") from error


def _refuse_entity(name: str, *_: object) -> None:
    message = f"The XML defines the entity {name!r}: write what it stands for, and define none."
    raise RejectedInputError("xml_entities", message)


def _stop(*_: object) -> None:
    raise _RootReachedError
