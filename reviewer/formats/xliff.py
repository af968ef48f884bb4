"""XLIFF 1.2, 2.0 and 2.1, with what Trados (sdlxliff) and memoQ (mqxliff) add to it.

Segments are pairs; inline codes are no text and stay where they are. What is locked, or not
to be translated, is set aside. States and notes are kept with their segment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import unescape

from reviewer.domain import Document, TextEdit, message
from reviewer.formats import xml_source
from reviewer.formats.bilingual import (
    UNNAMED,
    BilingualFile,
    Entry,
    Gap,
    LanguageBlocks,
    file_of,
    written,
)
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.html_language import language_tag
from reviewer.formats.mapped import Mapping
from reviewer.formats.markup import Token, attributes, escaped, tokens, words
from reviewer.formats.xliff_states import with_conf, with_state

_CODES = words("g x bx ex bpt ept ph it pc sc ec")
_OPAQUE = words("bpt ept ph it sub")
"""Codes of XLIFF 1.2 whose content is the code itself."""

_SKIPPED = words(
    "alt-trans header matches glossary metadata resourceData changeTrack originalData "
    "bin-unit skeleton prop-group context-group count-group ignorable"
)
_SIDES = words("source seg-source target")
_HEXADECIMAL = re.compile("[0-9A-Fa-f]{1,6}")
_LOCKS = {"locked": ("true", "locked", "1", "yes"), "translate": ("no",)}


@dataclass(slots=True)
class _Side:
    """A source or target element: its whole text, and that of each of its segments."""

    start: int = -1
    content: int = -1
    end: int = -1
    closed: bool = False
    whole: Entry = field(default_factory=Entry)
    segments: dict[str, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class _Unit:
    """A trans-unit (1.2) or segment (2.x)."""

    name: str
    locked: bool
    state: str = ""
    tag: tuple[int, int] = (0, 0)
    notes: list[str] = field(default_factory=list)
    sides: dict[str, _Side] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    locks: set[str] = field(default_factory=set)
    records: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where Trados says in what state each segment is: the places of the tags."""


class _Reading:
    """One walk over the tokens."""

    def __init__(self, source: str, *, keep: bool = True) -> None:
        self.source = source
        self._keep = keep
        self.languages = ["", ""]
        self.units: list[_Unit] = []
        self._open: list[str] = []
        self._skipped = 0
        self._opaque = 0
        self._locked: list[bool] = []
        self._unit: _Unit | None = None
        self._group_notes: list[str] = []
        self._group_units: list[_Unit] = []
        self._side: _Side | None = None
        self._marks: list[str] = []
        self._note: list[str] | None = None
        self._state_of = ""
        for token in tokens(source, xml=True):
            self._take(token)

    def _take(self, token: Token) -> None:
        if token.kind == "start":
            name = token.name.rpartition(":")[2]
            if not self._skipped:
                self._start(name, token)
            if not token.closed:
                self._open.append(name)
                self._skipped += name in _SKIPPED
        elif token.kind == "end" and self._open:
            name = self._open.pop()
            if name in _SKIPPED:
                self._skipped -= 1
            elif not self._skipped:
                self._end(name, token)
        elif token.kind == "text" and not self._skipped:
            self._text(token)

    def _start(self, name: str, token: Token) -> None:
        found = attributes(self.source, token, xml=True)
        local = {key.rpartition(":")[2]: value for key, value in found.items()}
        if name in ("xliff", "file"):
            for number, keys in enumerate((("source-language", "srcLang"),
                                           ("target-language", "trgLang"))):  # fmt: skip
                said = next((local[key] for key in keys if local.get(key)), "")
                self.languages[number] = self.languages[number] or language_tag(said)
        if not token.closed and name in ("file", "group", "unit", "trans-unit", "segment"):
            outer = bool(self._locked and self._locked[-1])
            self._locked.append(self._is_locked(local, outer))
        if name == "unit":
            self._group_notes, self._group_units = [], []
        elif name in ("trans-unit", "segment") and not token.closed:
            state = local.get("state", "") or local.get("status", "")
            place = (token.start, token.end)
            self._unit = _Unit(local.get("id", ""), self._locked[-1], state, place)
            self.units.append(self._unit)
            self._group_units.append(self._unit)
        elif name in _SIDES and self._unit and self._open[-1:] != ["note"]:
            self._side = _Side(token.start, token.end, token.end, token.closed)
            self._unit.sides.setdefault(name, self._side)
            self._unit.state = self._unit.state or local.get("state", "")
            self._marks = []
            if token.closed:
                self._side = None
        elif name == "note":
            self._note = []
        elif name == "seg" and self._unit:
            # Trados keeps what it knows of a segment beside it.
            self._unit.states[local.get("id", "")] = local.get("conf", "")
            self._unit.records[local.get("id", "")] = (token.start, token.end)
            if local.get("locked") in _LOCKS["locked"]:
                self._unit.locks.add(local.get("id", ""))
        elif self._side:
            self._inside(name, local, token)

    def _is_locked(self, found: dict[str, str], outer: bool) -> bool:
        if "translate" in found:
            outer = found["translate"] in _LOCKS["translate"]
        return outer or found.get("locked", "") in _LOCKS["locked"]

    def _inside(self, name: str, found: dict[str, str], token: Token) -> None:
        """An element in the text of a segment."""
        if name == "mrk":
            if found.get("mtype") == "seg" and self._side:
                mark = found.get("mid", "")
                self._side.segments.setdefault(mark, Entry(gap=Gap(token.end, token.end)))
                if token.closed:
                    opening = self.source[token.start : token.end]
                    full = opening[:-2].rstrip() + ">"
                    self._side.segments[mark].gap = Gap(
                        token.start, token.end, full, f"</{token.name}>"
                    )
                else:
                    self._marks.append(mark)
            elif not token.closed:
                self._marks.append("")
            return
        if name in _CODES:
            for entry in self._entries():
                entry.codes.append(_code(name, found))
        elif name == "cp" and not self._opaque:
            code = found.get("hex", "")
            if _HEXADECIMAL.fullmatch(code) and int(code, 16) < 0xD800:
                for entry in self._entries():
                    entry.mapping.add(chr(int(code, 16)), token.start, token.end)
        if name in _OPAQUE and not token.closed:
            self._opaque += 1

    def _entries(self) -> Iterator[Entry]:
        if self._side:
            yield self._side.whole
            mark = next((each for each in reversed(self._marks) if each), None)
            if mark is not None:
                yield self._side.segments[mark]

    def _end(self, name: str, token: Token) -> None:
        if name in ("file", "group", "unit", "trans-unit", "segment") and self._locked:
            self._locked.pop()
        if name in _SIDES and self._side:
            self._side.end = token.start
            for entry in (self._side.whole, *self._side.segments.values()):
                entry.close(keep=self._keep)
            self._side = None
            self._opaque = 0
        elif name in ("trans-unit", "segment"):
            self._unit = None
        elif name == "unit":
            for unit in self._group_units:
                unit.notes += self._group_notes
        elif name == "note" and self._note is not None:
            notes = self._unit.notes if self._unit else self._group_notes
            notes.append(" ".join("".join(self._note).split()))
            self._note = None
        elif name == "mrk" and self._side and self._marks:
            self._marks.pop()
        elif name in _OPAQUE and self._opaque:
            self._opaque -= 1

    def _text(self, token: Token) -> None:
        if self._note is not None:
            self._note.append(unescape(self.source[token.start : token.end]))
        elif self._side and not self._opaque:
            for entry in self._entries():
                entry.add(self.source, token.start, token.end)


def _code(name: str, found: dict[str, str]) -> str:
    """A code by the number that both sides share, whatever kind of element it is."""
    number = found.get("rid") or found.get("id") or found.get("startRef") or ""
    closing = "/" if name in ("ex", "ept", "ec") else ""
    return f"{closing}{number}"


def _sides(reading: _Reading, *, keep: bool = True) -> tuple[LanguageBlocks, LanguageBlocks]:
    source, target = (
        LanguageBlocks(reading.languages[0], keep),
        LanguageBlocks(reading.languages[1], keep),
    )
    if not source.language or source.language == target.language:
        source.language = UNNAMED[0]
    target.language = target.language or UNNAMED[1]
    for number, unit in enumerate(reading.units):
        for name, one, other in _pairs(reading, unit):
            locked = unit.locked or name in unit.locks
            note = "; ".join(
                [each for each in (unit.states.get(name) or unit.state,) if each] + unit.notes
            )
            reason = "locked" if locked else ""
            if not one.text and not other.text:
                continue
            key = f"{number}.{name}"
            source.add(key, one, note=note, reason=reason)
            target.add(key, other, note=note, reason=reason)
    return source, target


def _pairs(reading: _Reading, unit: _Unit) -> Iterator[tuple[str, Entry, Entry]]:
    """(number of the segment, its source, its target) for each segment of a unit."""
    source = unit.sides.get("source", _Side())
    parted = unit.sides.get("seg-source")
    target = unit.sides.get("target")
    if parted is None or not parted.segments:
        entry = target.whole if target else Entry()
        if not entry.text:
            entry.gap = _gap_of_unit(reading, unit, target, parted or source)
        yield "", source.whole, entry
        return
    whole, at = parted.whole.text or "", 0
    for mark, one in parted.segments.items():
        found = whole.find(one.text or "", at)
        # What stands between two segments of the source stands between their translations.
        lead = whole[at:found] if found >= 0 and not whole[at:found].strip() else ""
        at = max(found, 0) + len(one.text or "")
        other = target.segments.get(mark) if target else None
        if other is None:
            other = Entry(gap=replace(_segment_gap(reading, target, parted, mark), lead=lead))
        if not other.text and mark in unit.records:
            place = unit.records[mark]
            moved = with_conf(reading.source[slice(*place)])
            other.gap = replace(other.gap, also=(*other.gap.also, (*place, moved)))
        yield mark, one, other


def _gap(reading: _Reading, target: _Side | None, before: _Side) -> Gap:
    """Where the text of a unit without a translation goes."""
    if target is None:
        name = _written_name(reading.source, before.start)
        prefix = name.rpartition(":")[0]
        prefix = f"{prefix}:" if prefix else ""
        # Behind the end tag of the source.
        at = reading.source.find(">", before.end) + 1 if not before.closed else before.end
        return Gap(at, at, f"<{prefix}target>", f"</{prefix}target>")
    if target.closed:
        opening = reading.source[target.start : target.content][:-2].rstrip() + ">"
        name = _written_name(reading.source, target.start)
        return Gap(target.start, target.content, opening, f"</{name}>")
    return Gap(target.end, target.end)


def _gap_of_unit(reading: _Reading, unit: _Unit, target: _Side | None, before: _Side) -> Gap:
    """As `_gap`, with what a translated unit says of its state."""
    gap = _gap(reading, target, before)
    tag = reading.source[slice(*unit.tag)]
    moved = with_state(tag, _written_name(tag, 0).rpartition(":")[2] == "segment")
    also = ((*unit.tag, moved),) if moved != tag else ()
    if target is None:
        return replace(gap, also=also)
    if target.closed:
        return replace(gap, before=with_state(gap.before), also=also)
    opening = reading.source[target.start : target.content]
    inside = reading.source[target.content : target.end]
    return Gap(target.start, target.end, f"{with_state(opening)}{inside}", "", also)


def _segment_gap(reading: _Reading, target: _Side | None, parted: _Side, mark: str) -> Gap:
    """As `_gap`, for one segment of a unit; the mark around it has to be made, too."""
    gap = _gap(reading, target, parted)
    prefix = _written_name(reading.source, parted.start).rpartition(":")[0]
    name = f"{prefix}:mrk" if prefix else "mrk"
    return Gap(
        gap.start,
        gap.end,
        f'<{name} mtype="seg" mid="{escaped(mark)}">',
        f"</{name}>",
        around=(gap.before, gap.after),
    )


def _written_name(source: str, start: int) -> str:
    end = start + 1
    while end < len(source) and not source[end].isspace() and source[end] not in "/>":
        end += 1
    return source[start + 1 : end]


def read(path: str, data: bytes) -> Document:
    """The translation in `data`."""
    return read_both(path, data).translations[0]


def read_both(path: str, data: bytes) -> BilingualFile:
    """The source and the translation in `data`."""
    source = _source(path, data)
    sides = _sides(_Reading(source, keep=False), keep=False)
    if not sides[0].blocks:
        raise DamagedFileError(
            path, message("“{path}” has no segments. Choose another file.", path=path)
        )
    return file_of(sides, path, "xliff", data)


def write(document: Document, edits: Sequence[TextEdit]) -> bytes:
    """The bytes of `document` after `edits`; codes, states and all else stay. Only a unit that was
    not translated and is now says so."""
    source = _source(document.path, document.original)
    sides = _sides(_Reading(source))
    result = written(document, sides, source, edits, _rendered)
    data = xml_source.encoded(result, document.original)
    xml_source.parsed(data, doctype=True)
    return data


def _rendered(text: str, _mapping: Mapping, _index: int) -> str:
    return escaped(xml_source.possible(text))


def _source(path: str, data: bytes) -> str:
    try:
        source = xml_source.source_of(data, doctype=True)
    except xml_source.BrokenXmlError as error:
        raise DamagedFileError(
            path,
            message(
                "“{path}” is damaged or no XLIFF file ({error}). Export it again from "
                "the program that made it.",
                path=path,
                error=error,
            ),
        ) from error
    return source
