"""HTML as a browser saves it: read by structure, edited in place by offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.domain import Document, TextEdit
from reviewer.formats.changes import Change, by_block, changes
from reviewer.formats.encodings import Decoded, decode
from reviewer.formats.html_language import believed, language_tag
from reviewer.formats.html_main import Found, with_main_part
from reviewer.formats.html_roles import (
    BLOCK,
    PARAGRAPHS,
    SKIPPED,
    VOID,
    bounds,
    closes,
    closes_any,
    is_furniture,
    is_hidden,
    role_of,
)
from reviewer.formats.mapped import MappedBlock, Mapping, Patch, mapped_block, patched, patches
from reviewer.formats.markup import Token, attributes, characters, escaped, tokens
from reviewer.formats.short_lines import is_short
from reviewer.formats.stored import same_blocks

_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)",
    re.IGNORECASE,
)
_SPACE = " \t\n\r\f"
_REFERENCE_MARK = 10
_LONGEST_REFERENCE = 33
_DEEPEST = 256
_ALL_LINKED = 0.9


def read(path: str, data: bytes) -> Document:
    """The document in `data`; a block for each paragraph, heading, list item, cell, caption."""
    decoded = _decoded(data, "", path)
    page = _Page(decoded.text)
    blocks = tuple(mapped.block for mapped in page.blocks())
    text = "\n".join(block.text for block in blocks if not block.chrome)
    language = believed(page.language, text)
    return Document(path, "html", blocks, data, decoded.codec, language)


def write(document: Document, edits: Sequence[TextEdit]) -> bytes:
    """The bytes of `document` after `edits`; tags, comments and spelling of the rest stay."""
    decoded = _decoded(document.original, document.encoding, document.path)
    blocks = same_blocks(document, _Page(decoded.text).blocks())
    made: list[Patch] = []
    for number, of_block in by_block(edits).items():
        mapping = blocks[number].mapping
        found = changes(mapping.text, of_block, document.path)
        made += patches(mapping, found, lambda text, _index, _how: escaped(text))
        made += _guarded(decoded.text, mapping, found)
    return _encoded(decoded, patched(decoded.text, made))


def _guarded(source: str, mapping: Mapping, found: Sequence[Change]) -> list[Patch]:
    """References for each bare "<" and "&" that a change behind it could turn into markup."""
    made = []
    gone = {index for change in found for index in range(change.start, change.end)}
    near = {
        index
        for change in found
        for index in range(max(change.start - _LONGEST_REFERENCE, 0), change.start)
    }
    for index in sorted(near - gone):
        start, end = mapping.starts[index], mapping.ends[index]
        if source[start:end] in ("<", "&"):
            made.append(Patch(start, end, escaped(source[start:end])))
    return made


def blocks_between(source: str, start: int, end: int) -> list[MappedBlock]:
    """The blocks of the HTML in `source[start:end]`; their mappings count in `source`."""
    return _Page(source, start, end).blocks()


def _decoded(data: bytes, codec: str, path: str) -> Decoded:
    match = _CHARSET.search(data[:4096])
    declared = (match[1] or match[2]).decode("ascii") if match else ""
    return decode(data, codec=codec, declared=declared, path=path)


def _encoded(decoded: Decoded, text: str) -> bytes:
    try:
        text.encode(decoded.codec, "surrogateescape")
    except UnicodeEncodeError:
        # What the page's encoding lacks is written as a reference, as browsers do.
        text = "".join(_known_or_reference(character, decoded.codec) for character in text)
    return decoded.encode(text)


def _known_or_reference(character: str, codec: str) -> str:
    try:
        character.encode(codec, "surrogateescape")
    except UnicodeEncodeError:
        return f"&#{ord(character)};"
    return character


@dataclass(slots=True)
class _Element:
    name: str
    chrome: bool = False
    skipped: bool = False
    preserved: bool = False
    in_paragraph: bool = False
    in_article: bool = False
    link_start: int = -1
    """How many characters of the block stood before it."""
    href: str = ""
    to_note: bool = False
    region: tuple[str, int] | None = None


class _Page:
    """One walk over the tokens of a page, with the elements open at each."""

    def __init__(self, source: str, start: int = 0, end: int | None = None) -> None:
        self.source = source
        self.language = ""
        self._range = (start, end)
        self._open: list[_Element] = []
        self._mapping = Mapping()
        self._space: list[tuple[int, int]] = []
        self._linked = self._bold = 0
        self._found: list[Found] = []
        self._regions = 0

    def blocks(self) -> list[MappedBlock]:
        """The blocks in the order of the page."""
        start, end = self._range
        for token in tokens(self.source, start=start, end=end):
            if token.kind == "text":
                self._text(token)
            elif token.kind == "start":
                self._start(token)
            elif token.kind == "end":
                self._end(token)
        self._flush()
        return with_main_part(self._found)

    def _start(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._line_break(token)
            return
        if name in VOID:
            if name == "hr":
                self._flush()
            return
        found = attributes(self.source, token)
        if name == "html" and not self.language:
            self.language = language_tag(found.get("lang") or found.get("xml:lang", ""))
        self._close_implied(name)
        is_block = self._is_block(name)
        if is_block:
            self._flush()
        if (token.closed and name in SKIPPED) or len(self._open) > _DEEPEST:
            return
        outer = self._open[-1] if self._open else _Element("")
        hidden = is_hidden(found)
        element = _Element(
            name,
            chrome=outer.chrome
            or is_furniture(name, found, outer.in_article)
            or (hidden and is_block),
            skipped=outer.skipped or name in SKIPPED or (hidden and not is_block),
            preserved=outer.preserved or name == "pre",
            in_paragraph=outer.in_paragraph or name in PARAGRAPHS,
            in_article=outer.in_article or name in ("article", "main", "blockquote"),
            link_start=len(self._mapping),
            href=found.get("href", "") if name == "a" else "",
        )
        if name in ("code", "samp", "kbd"):
            for each in self._open:
                each.chrome = each.chrome or each.name == "pre"
        if name in ("article", "main"):
            self._regions += 1
            element.region = (name, self._regions)
        self._open.append(element)

    def _end(self, token: Token) -> None:
        name = token.name
        if name in ("br", "p") and not any(element.name == name for element in self._open):
            self._flush()
            return
        if self._is_block(name):
            self._flush()
        for depth in range(len(self._open) - 1, -1, -1):
            element = self._open[depth]
            if element.name == name:
                self._leave(element)
                del self._open[depth:]
                return
            # An end tag never reaches out of the cell or the block it stands in.
            if name not in BLOCK and element.name in BLOCK:
                return
            if element.name in ("td", "th", "table") and name not in (
                "td",
                "th",
                "tr",
                "tbody",
                "thead",
                "tfoot",
                "table",
                "body",
                "html",
            ):
                return

    def _leave(self, element: _Element) -> None:
        length = len(self._mapping) - element.link_start
        if element.name in ("b", "strong"):
            self._bold += max(length, 0)
        if element.name == "a" and element.href:
            self._linked += max(length, 0)
            if _is_to_note(element):
                for outer in self._open:
                    outer.to_note = outer.to_note or outer.name == "sup"
        elif (
            element.name == "sup"
            and 0 < length <= _REFERENCE_MARK
            and (element.to_note or any(_is_to_note(outer) for outer in self._open))
        ):
            # "[12]" over the line refers to a note and is no word of the sentence.
            self._forget_from(element.link_start)

    def _forget_from(self, length: int) -> None:
        """Drop the characters from number `length` on, but not the space before them."""
        mapping = self._mapping
        if mapping.characters[length] == " ":
            before = [(mapping.starts[length], mapping.ends[length])]
            self._space[:0] = before + mapping.more.get(length, [])
        mapping.truncate(length)

    def _close_implied(self, name: str) -> None:
        if not closes_any(name):
            return
        for depth in range(len(self._open) - 1, -1, -1):
            open_name = self._open[depth].name
            if closes(name, open_name):
                self._flush()
                del self._open[depth:]
                if open_name != "p" and name not in ("tr", "tbody", "thead", "tfoot"):
                    return
            elif bounds(name, open_name) or (open_name in BLOCK and name in ("p",)):
                return

    def _is_block(self, name: str) -> bool:
        if name in BLOCK:
            return True
        # Buttons and elements of the page's own making are blocks unless in a paragraph.
        return ("-" in name or name == "button") and not (
            self._open and self._open[-1].in_paragraph
        )

    def _line_break(self, token: Token) -> None:
        if role_of(self._names())[0] in ("heading", "title"):
            self._space.append((token.start, token.end))
        else:
            self._flush()

    def _names(self) -> tuple[str, ...]:
        return tuple(element.name for element in self._open)

    def _text(self, token: Token) -> None:
        if self._open and self._open[-1].skipped:
            return
        found = characters(self.source, token.start, token.end)
        preserved = bool(self._open and self._open[-1].preserved)
        for character, at, stop in found:
            if character in _SPACE:
                if preserved and character in "\n\r":
                    self._flush()
                else:
                    self._space.append((at, stop))
                continue
            if self._space:
                self._add_space()
            self._mapping.add(character, at, stop)

    def _add_space(self) -> None:
        pieces = _joined(self._space)
        self._space.clear()
        if not self._mapping:
            return
        self._mapping.add(" ", *pieces[0])
        if len(pieces) > 1:
            self._mapping.more[len(self._mapping) - 1] = pieces[1:]

    def _flush(self) -> None:
        self._space.clear()
        if self._mapping.text.strip():
            self._found.append(self._finished())
        self._mapping = Mapping()
        self._linked = self._bold = 0
        for element in self._open:
            element.link_start = 0
            element.to_note = False

    def _finished(self) -> Found:
        names = self._names()
        role, level = role_of(names)
        length = len(self._mapping)
        if role == "paragraph" and self._bold >= length and is_short(self._mapping.text):
            # Many set their headings in bold by hand.
            role = "heading"
        open_link = next((each for each in self._open if each.name == "a" and each.href), None)
        linked = self._linked + (length - open_link.link_start if open_link else 0)
        chrome = any(each.chrome for each in self._open)
        return Found(
            mapped_block(self._mapping, role, level=level, chrome=chrome),
            linked=linked >= _ALL_LINKED * length,
            regions=tuple(each.region for each in self._open if each.region),
        )


def _is_to_note(element: _Element) -> bool:
    return element.name == "a" and (element.href.startswith("#") or "#cite" in element.href)


def _joined(pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and joined[-1][1] == start:
            start = joined.pop()[0]
        joined.append((start, end))
    return joined
