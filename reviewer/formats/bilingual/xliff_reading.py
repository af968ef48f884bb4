"""The walk over the tokens of XLIFF: its units with the text and the codes of their sides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from reviewer.formats.bilingual.breaking_codes import is_line_break, part_words
from reviewer.formats.shared.declared_language import language_tag
from reviewer.formats.shared.markup import Token, attributes, tokens, whole, words
from reviewer.formats.shared.text_codes import PHRASE, PHRASE_CODES
from reviewer.formats.shared.units import Entry, Gap

_CODES = words("g x bx ex bpt ept ph it pc sc ec")
_OPAQUE = words("bpt ept ph it sub")
"""Codes of XLIFF 1.2 whose content is the code itself."""

_SKIPPED = words(
    "alt-trans header matches glossary metadata resourceData changeTrack originalData "
    "bin-source bin-target skeleton prop-group context-group count-group ignorable insertedmatch "
    "minorversions"
)
_DELETED = ("x-sdl-deleted", "x-sdl-feedback-deleted")
"""What tracked changes, and those of an assessment, have taken out of a text."""

_SIDES = words("source seg-source target")
_NOTES = words("note comment Comment")
"""Notes of the standard, and comments of memoQ and Trados."""

_HEXADECIMAL = re.compile("[0-9A-Fa-f]{1,6}")
_LOCKS = {"locked": ("true", "locked", "1", "yes"), "translate": ("no",)}


@dataclass(slots=True)
class Side:
    """A source or target element: its whole text, and that of each of its segments."""

    start: int = -1
    content: int = -1
    end: int = -1
    closed: bool = False
    whole: Entry = field(default_factory=Entry)
    segments: dict[str, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class Unit:
    """A trans-unit (1.2) or segment (2.x)."""

    name: str
    locked: bool
    state: str = ""
    tag: tuple[int, int] = (0, 0)
    notes: list[str] = field(default_factory=list)
    sides: dict[str, Side] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    locks: set[str] = field(default_factory=set)
    comments: dict[str, list[str]] = field(default_factory=dict)
    """What was remarked on each segment ("": on the whole); of Trados the names of its remarks."""
    records: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where Trados says in what state each segment is: the places of the tags."""


class Reading:
    """One walk over the tokens."""

    def __init__(self, source: str, *, keep: bool = True) -> None:
        self.source = source
        self._keep = keep
        self.languages = ["", ""]
        self.targets: dict[str, None] = {}
        """All languages of translations, in their order."""
        self.units: list[Unit] = []
        self._open: list[str] = []
        self._skipped = 0
        self._opaque = 0
        self._breaks = False
        """Whether a line break stands behind the last text."""
        self._locked: list[bool] = []
        self._unit: Unit | None = None
        self._group_notes: list[str] = []
        self._group_units: list[Unit] = []
        self._side: Side | None = None
        self._marks: list[str | None] = []
        """Of the marks that are open: the segment, "" for another, None for what is deleted."""
        self._note: list[str] | None = None
        self._deleted = False
        self._remarks: dict[str, list[str]] = {}
        """What Trados says at the beginning of the remarks that segments name."""
        self._remark: list[str] | None = None
        self._text_codes: re.Pattern[str] | None = None
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
        if name == "xliff" and PHRASE in self.source[token.start : token.end]:
            self._text_codes = PHRASE_CODES
        if name in ("xliff", "file"):
            for number, keys in enumerate((("source-language", "srcLang"),
                                           ("target-language", "trgLang"))):  # fmt: skip
                said = next((local[key] for key in keys if local.get(key)), "")
                self.languages[number] = self.languages[number] or language_tag(said)
                if number and said:
                    self.targets[language_tag(said)] = None
        if not token.closed and name in ("file", "group", "unit", "trans-unit", "segment"):
            outer = bool(self._locked and self._locked[-1])
            self._locked.append(self._is_locked(local, outer))
        if name == "unit":
            self._group_notes, self._group_units = [], []
        elif name in ("trans-unit", "segment") and not token.closed:
            state = _state(local)
            place = (token.start, token.end)
            self._unit = Unit(local.get("id", ""), self._locked[-1], state, place)
            self.units.append(self._unit)
            self._group_units.append(self._unit)
        elif name in _SIDES and self._unit and self._open[-1:] != ["note"]:
            self._side = Side(token.start, token.end, token.end, token.closed)
            self._unit.sides.setdefault(name, self._side)
            self._unit.state = self._unit.state or local.get("state", "")
            self._marks = []
            if token.closed:
                self._side = None
        elif name == "cmt-def":
            self._remark = self._remarks.setdefault(local.get("id", ""), [])
        elif name in _NOTES:
            self._note = []
            self._deleted = local.get("deleted") == "true"
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
            self._remarked(found)
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
                self._marks.append(None if found.get("mtype") in _DELETED else "")
            return
        if name in _CODES and None not in self._marks:
            if not self._opaque and is_line_break(found, self.source, token):
                self._breaks = True
            for entry in self._entries():
                entry.codes += _codes(name, found, closed=token.closed)
        elif name == "cp" and not self._opaque:
            code = found.get("hex", "")
            if _HEXADECIMAL.fullmatch(code) and int(code, 16) < 0xD800:
                end = whole(self.source, token).end
                for entry in self._entries():
                    entry.mapping.add(chr(int(code, 16)), token.start, end)
        if name in _OPAQUE and not token.closed:
            self._opaque += 1

    def _remarked(self, found: dict[str, str]) -> None:
        """A mark that bears a remark (XLIFF 2), or names one (Trados)."""
        remark = found.get("value", "") if found.get("type") == "comment" else found.get("cid", "")
        if remark and self._unit:
            there = self._unit.comments.setdefault(self._segment() or "", [])
            there += [remark] if remark not in there else []

    def notes_of(self, unit: Unit, segment: str) -> list[str]:
        """The notes of a unit, with what was remarked on one of its segments."""
        names = dict.fromkeys(("", segment))
        said = [one for name in names for one in unit.comments.get(name, ())]
        remarks = [text for one in said for text in self._remarks.get(one, (one,))]
        return list(dict.fromkeys([*unit.notes, *remarks]))

    def _segment(self) -> str | None:
        return next((each for each in reversed(self._marks) if each), None)

    def _entries(self) -> Iterator[Entry]:
        if self._side:
            yield self._side.whole
            mark = self._segment()
            if mark is not None:
                yield self._side.segments[mark]

    def _end(self, name: str, token: Token) -> None:
        if name in ("file", "group", "unit", "trans-unit", "segment") and self._locked:
            self._locked.pop()
        if name in _SIDES and self._side:
            self._side.end = token.start
            for entry in (self._side.whole, *self._side.segments.values()):
                entry.close(keep=self._keep)
            self._side, self._breaks = None, False
            self._opaque = 0
        elif name in ("trans-unit", "segment"):
            self._unit = None
        elif name == "unit":
            for unit in self._group_units:
                unit.notes += self._group_notes
        elif name in _NOTES and self._note is not None:
            notes = self._unit.notes if self._unit else self._group_notes
            notes = notes if self._remark is None else self._remark
            notes += [] if self._deleted else [" ".join("".join(self._note).split())]
            self._note, self._deleted = None, False
        elif name == "cmt-def":
            self._remark = None
        elif name == "mrk" and self._side and self._marks:
            self._marks.pop()
        elif name in _OPAQUE and self._opaque:
            self._opaque -= 1

    def _text(self, token: Token) -> None:
        if self._note is not None:
            self._note.append(unescape(self.source[token.start : token.end]))
        elif self._side and not self._opaque and None not in self._marks:
            if self._breaks:
                part_words(self._entries(), self.source, token.start)
                self._breaks = False
            for entry in self._entries():
                entry.add_with_codes(self.source, token.start, token.end, self._text_codes)


def _state(found: dict[str, str]) -> str:
    """What a unit says of its state: in words, or as Phrase and others do it, with a switch."""
    said = found.get("state", "") or found.get("status", "")
    if not said and found.get("confirmed") in ("0", "1"):
        said = "confirmed" if found["confirmed"] == "1" else "not confirmed"
    return said or ("approved" if found.get("approved") == "yes" else "")


def _codes(name: str, found: dict[str, str], *, closed: bool) -> list[str]:
    """A code by the number that both sides share, whatever kind of element it is; an element of
    XLIFF 2 that spans text opens and closes."""
    number = found.get("rid") or found.get("id") or found.get("startRef") or ""
    if name == "pc" and not closed:
        return [number, f"/{number}"]
    closing = "/" if name in ("ex", "ept", "ec") else ""
    return [f"{closing}{number}"]
