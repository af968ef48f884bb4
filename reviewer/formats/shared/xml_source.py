"""The one place that makes XML parsers: nothing is expanded, nothing is fetched.

The readers walk the XML's own text (`markup.tokens`), so that an edit leaves its way of
writing alone; lxml says before whether it is well-formed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9_.-]+)")
_DECLARED = re.compile(r"(<\?xml[^>]*encoding\s*=\s*[\"'])[A-Za-z0-9_.-]+")
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
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
    """The XML in `data` as text, without the byte order mark; raises BrokenXmlError."""
    root = parsed(data, doctype=doctype)
    if b"<![CDATA[" in data:
        from lxml import etree

        text: str = etree.tostring(root.getroottree(), encoding="unicode")
        return text
    declared = _ENCODING.match(data[:200].removeprefix(_MARKS[0]))
    codec = declared[1].decode("ascii").lower() if declared else "utf-8"
    if data.startswith(_MARKS[1:]):
        codec = "utf-16"
    try:
        return data.decode("utf-8-sig" if codec in ("utf-8", "utf8") else codec)
    except (LookupError, UnicodeDecodeError) as error:
        raise BrokenXmlError(str(error)) from error


def encoded(source: str, original: bytes = b"") -> bytes:
    """`source` as UTF-8, and as its declaration then says; with the mark of `original`."""
    mark = _MARKS[0] if original.startswith(_MARKS[0]) else b""
    return mark + _DECLARED.sub(r"\g<1>UTF-8", source, count=1).encode("utf-8")


def possible(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold."""
    return _IMPOSSIBLE.sub("", text)
