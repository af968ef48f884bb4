"""The one place that makes XML parsers: nothing is expanded, nothing is fetched.

The readers walk the XML's own text (`markup.tokens`), so that an edit leaves its way of
writing alone; lxml says before whether it is well-formed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reviewer.formats.shared.markup import escaped

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9_.-]+)")
_DECLARED = re.compile(r"(<\?xml[^>]*encoding\s*=\s*[\"'])([A-Za-z0-9_.-]+)")
_UTF8 = ("utf-8", "utf8")
_CDATA = "<![CDATA["
_NOT_TEXT = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<cdata>.*?)\]\]>", re.DOTALL)
_OPENING, _CLOSING = "<?reviewer-cdata?>", "<?reviewer-cdata-end?>"
_SECTION = re.compile(f"{re.escape(_OPENING)}([^<]*){re.escape(_CLOSING)}")
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_NAMESPACE = re.compile(r"\sxmlns(?::([\w.-]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ENTITY = re.compile(rb"<!ENTITY|<\x00!\x00E\x00N\x00T\x00I\x00T\x00Y")


class BrokenXmlError(ValueError):
    """Not well-formed, or with declarations that no document of its kind has."""


def parsed(data: bytes, *, doctype: bool = False) -> _Element:
    """The root of the XML in `data`; raises BrokenXmlError.

    A document type is refused unless `doctype`; entities of its own are refused always.
    """
    from lxml import etree

    if _ENTITY.search(data):
        raise BrokenXmlError("entities of its own")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenXmlError(str(error)) from error
    types: Any = None if root is None else root.getroottree().docinfo.internalDTD
    if root is None or (not doctype and types is not None):
        raise BrokenXmlError("a document type")
    if types is not None and any(types.iterentities()):  # in an encoding of another kind
        raise BrokenXmlError("entities of its own")
    return root


def source_of(data: bytes, *, doctype: bool = False) -> str:
    """The XML in `data` as text, without the byte order mark; raises BrokenXmlError.

    CDATA sections are escaped text between two instructions, from which `encoded` makes them
    again."""
    parsed(data, doctype=doctype)
    source = _decoded(data)
    return _NOT_TEXT.sub(_escaped, source) if _CDATA in source else source


def _decoded(data: bytes) -> str:
    codec = _codec(data)
    try:
        return data.decode("utf-8-sig" if codec == "utf-8" else codec)
    except (LookupError, UnicodeDecodeError) as error:
        raise BrokenXmlError(str(error)) from error


def _codec(data: bytes) -> str:
    if data.startswith(_MARKS[1:]):
        return "utf-16"
    declared = _ENCODING.match(data[:200].removeprefix(_MARKS[0]))
    codec = declared[1].decode("ascii").lower() if declared else "utf-8"
    return "utf-8" if codec in _UTF8 else codec


def encoded(source: str, original: bytes = b"") -> bytes:
    """`source` in the encoding and with the mark of `original` (UTF-8 where none is given, or
    where it cannot be made again byte for byte), and as its declaration then says."""
    codec = _codec(original)
    if codec == "utf-8":
        mark = _MARKS[0] if original.startswith(_MARKS[0]) else b""
        return mark + _declared_utf8(_with_cdata(source)).encode("utf-8")
    try:
        if _as(codec, _decoded(original), original) == original:
            return _as(codec, _with_cdata(source, codec), original)
    except (BrokenXmlError, LookupError, UnicodeError):
        pass
    return _declared_utf8(_with_cdata(source)).encode("utf-8")


def _as(codec: str, source: str, original: bytes) -> bytes:
    if codec == "utf-16":
        order = "utf-16-le" if original.startswith(_MARKS[1]) else "utf-16-be"
        return original[:2] + source.encode(order)
    return source.encode(codec, "xmlcharrefreplace")


def _declared_utf8(source: str) -> str:
    return _DECLARED.sub(
        lambda found: found[0] if found[2].lower() in _UTF8 else f"{found[1]}UTF-8",
        source,
        count=1,
    )


def _escaped(found: re.Match[str]) -> str:
    if found["cdata"] is None:
        return found[0]
    return f"{_OPENING}{escaped(found['cdata'])}{_CLOSING}"


def _with_cdata(source: str, codec: str = "utf-8") -> str:
    """`source` with its CDATA sections; one stays escaped where something else is in it now."""

    def section(found: re.Match[str]) -> str:
        inside = found[1]
        text = inside.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        try:
            text.encode(codec)
        except UnicodeEncodeError:
            return inside
        if "]]>" in text or escaped(text) != inside:
            return inside
        return f"{_CDATA}{text}]]>"

    if _OPENING not in source:
        return source
    return _SECTION.sub(section, source).replace(_OPENING, "").replace(_CLOSING, "")


def possible(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold."""
    return _IMPOSSIBLE.sub("", text)


def usual_prefixes(source: str, usual: Mapping[str, str]) -> dict[str, str]:
    """The usual prefix for each prefix that the source declares ("" for its default one); `usual`
    has that of each namespace."""
    return {
        prefix: usual[double or single]
        for prefix, double, single in _NAMESPACE.findall(source)
        if (double or single) in usual
    }
