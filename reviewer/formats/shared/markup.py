"""Tags, text and the rest of an HTML or XML source, each with its offsets.

lxml knows no offsets, and an edit must leave the source's own way of writing alone. The
tokens cover the source without a gap; nothing is ever fetched or expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import Literal, NamedTuple

TokenKind = Literal["text", "start", "end", "other"]


class Token(NamedTuple):
    """`source[start:end]`. Tags have a name; `closed` marks `<name/>`."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    closed: bool = False


# The HTML Standard (13.2.5.8 and the following states): a quote opens a value only behind "=".
# One that never closes is part of a name, so that the tag ends at the next ">".
_VALUE = (
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>\"'][^\s>]*+))?+)"
)
_NAME = r"(?P<name>=[^\s/>=]*+|[^\s/>=]++)"
_ATTRIBUTE = re.compile(_NAME + _VALUE + "?+")
_UNNAMED = re.sub(r"\?P<\w+>", "?:", f"{_NAME}{_VALUE}?+")
_TAG = re.compile(rf"<(?P<slash>/?)(?P<name>[A-Za-z_][^\s/>]*+)(?:[\s/]++|{_UNNAMED})*+>")
# No group is possessive: before Python 3.11.5 one with a choice in it matches too little. The
# choices begin differently, so that going back finds nothing to try anew.
_DOCTYPE = re.compile(
    r"<!DOCTYPE\b[^\[>]*+(?:\[(?:\s++|%[^\s;%\[\]<>]++;|<!--(?:[^-]++|-(?!->))*-->"
    r"|<\?(?:[^?]++|\?(?!>))*\?>|<![A-Z]++(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*>)*\]\s*+)?>",
    re.IGNORECASE,
)
"""A document type with the declarations in it (XML 1.0, 2.8: the internal subset)."""

_DOCTYPE_WITHIN = 65_536
"""Letters of the beginning in which a document type stands and ends; further on nobody writes one,
and to look for the end of many would take long."""

_COMMENT_END = re.compile(r"--!?>")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,16};?|#[xX][0-9a-fA-F]{1,16};?|[A-Za-z][A-Za-z0-9]{1,31};?)")

_RAW = frozenset({"script", "style", "textarea", "xmp", "noembed", "noframes", "iframe"})
_RAW_TEXT = frozenset({"title"})
"""Elements in which references are resolved, but no tag is one."""


def tokens(
    source: str, *, xml: bool = False, start: int = 0, end: int | None = None
) -> Iterator[Token]:
    """The tokens of `source[start:end]` in order, without gaps.

    Names of tags are lower case unless `xml`. The contents of a script and its like are one
    "other" token in HTML.
    """
    limit = len(source) if end is None else end
    position = start
    # No tag starts behind the last ">"; looking for its end each time would take long.
    last = source.rfind(">", start, limit)
    while position < limit:
        opening = source.find("<", position, limit)
        if opening > last and source.startswith("<!--", opening):
            last = limit
        if opening < 0 or opening > last:
            yield Token("text", position, limit)
            return
        token = _at(source, opening, limit, xml)
        if token is None:
            # A lone "<" is text up to the next one.
            following = source.find("<", opening + 1, limit)
            stop = limit if following < 0 else following
            yield Token("text", position, stop)
            position = stop
            continue
        if opening > position:
            yield Token("text", position, opening)
        yield token
        position = token.end
        if xml or token.kind != "start":
            continue
        if token.name in _RAW and not token.closed:
            stop = _end_of_raw(source, position, limit, token.name, limit)
            if stop > position:
                yield Token("other", position, stop)
            position = stop
        elif token.name in _RAW_TEXT and not token.closed:
            # A title that never ends would be all that a browser shows of the page.
            stop = _end_of_raw(source, position, limit, token.name, position)
            if stop > position:
                yield Token("text", position, stop)
            position = stop


def _at(source: str, opening: int, limit: int, xml: bool) -> Token | None:
    if source.startswith(("<!", "<?"), opening):
        return _declaration(source, opening, limit, xml)
    match = _TAG.match(source, opening, limit)
    if not match or (not xml and match["name"][0] == "_"):
        if not xml and source.startswith("</", opening):
            # "</ p>" and "</>" are no text either (13.2.5.7).
            return _until(source, opening, limit, ">", "other")
        return None
    name = match["name"] if xml else match["name"].lower().replace("\0", "\ufffd")
    closed = source[match.end() - 2] == "/"
    return Token("end" if match["slash"] else "start", opening, match.end(), name, closed)


def _declaration(source: str, opening: int, limit: int, xml: bool) -> Token:
    """A comment, a document type, a CDATA section or an instruction."""
    if source.startswith("<!--", opening):
        return _comment(source, opening, limit, xml)
    if source.startswith("<![CDATA[", opening):
        return _until(source, opening, limit, "]]>", "other")
    doctype = _DOCTYPE.match(source, opening, min(limit, _DOCTYPE_WITHIN))
    if doctype:
        return Token("other", opening, doctype.end())
    instruction = xml and source.startswith("<?", opening)
    return _until(source, opening, limit, "?>" if instruction else ">", "other")


def _until(source: str, opening: int, limit: int, mark: str, kind: TokenKind) -> Token:
    found = source.find(mark, opening + 2, limit)
    return Token(kind, opening, limit if found < 0 else found + len(mark))


def _comment(source: str, opening: int, limit: int, xml: bool) -> Token:
    if xml:
        return _until(source, opening, limit, "-->", "other")
    for empty in ("<!-->", "<!--->"):
        if source.startswith(empty, opening):
            return Token("other", opening, opening + len(empty))
    end = _COMMENT_END.search(source, opening + 4, limit)
    return Token("other", opening, end.end() if end else limit)


def _end_of_raw(source: str, position: int, limit: int, name: str, unclosed: int) -> int:
    match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, position, limit)
    return match.start() if match else unclosed


def whole(source: str, token: Token) -> Token:
    """The element of XML that a start tag begins, up to its end tag; no other of its name is in
    it. Some programs write an end tag where others write none, or properties before it."""
    end = source.find(f"</{token.name}", token.end)
    while not token.closed and end >= 0:
        behind = end + 2 + len(token.name)
        if source[behind].isspace() or source[behind] == ">":
            return token._replace(end=source.index(">", behind) + 1, closed=True)
        end = source.find(f"</{token.name}", behind)
    return token


def attributes(source: str, token: Token, *, xml: bool = False) -> dict[str, str]:
    """The attributes of a start tag, references resolved; names in lower case unless `xml`."""
    inside = source[token.start + 1 + len(token.name) : token.end - 1]
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(inside):
        name = match["name"] if xml else match["name"].lower()
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(name, unescape(value))
    return found


def attribute_place(source: str, token: Token, name: str) -> tuple[int, int] | None:
    """Where the value of an attribute stands, its quotes not counted; None where it has none."""
    begin = token.start + 1 + len(token.name)
    for match in _ATTRIBUTE.finditer(source, begin, token.end - 1):
        if match["name"] == name:
            group = next((each for each in ("double", "single") if match[each] is not None), "")
            return match.span(group) if group else None
    return None


def characters(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """(character, its start, its end in the source) for the text `source[start:end]`.

    References are resolved; the second character of one that gives two is empty at its end.
    """
    position = start
    while position < end:
        reference = source.find("&", position, end)
        stop = end if reference < 0 else reference
        for index in range(position, stop):
            yield source[index], index, index + 1
        if reference < 0:
            return
        text, position = resolved(source, reference, end)
        for number, character in enumerate(text):
            yield character, position if number else reference, position


def resolved(source: str, start: int, end: int) -> tuple[str, int]:
    """What the reference at `source[start]` stands for, and where it ends.

    An "&" that begins no reference stands for itself.
    """
    match = _REFERENCE.match(source, start, end)
    if not match:
        return "&", start + 1
    written = match.group()
    if written[1] == "#":
        return unescape(written), match.end()
    # HTML knows a few names without a semicolon; the longest counts.
    for length in range(len(written), 2, -1):
        if (name := written[1:length]) in html5:
            return html5[name], start + length
    return "&", start + 1


def escaped(text: str) -> str:
    """`text` as HTML or XML writes it between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def words(text: str) -> frozenset[str]:
    """The words of `text` as a set (of element names, mostly)."""
    return frozenset(text.split())
