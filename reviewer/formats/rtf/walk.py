"""One walk over an RTF document that finds its paragraphs as a reader sees them."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass

from reviewer.formats.docx.field_formulas import linear
from reviewer.formats.docx.formulas import Formula, Piece
from reviewer.formats.rtf.fonts import Font, fonts, known
from reviewer.formats.rtf.lines import Paragraph
from reviewer.formats.rtf.words import (
    CHARACTERS,
    ENDS,
    FORMULAS,
    LINES,
    NOTES,
    STARRED,
    UNREAD,
    WHOLE_FILE,
    formula_name,
)
from reviewer.formats.shared.raised import Raised
from reviewer.formats.shared.symbol_fonts import symbol
from reviewer.stopping import look

_TOKEN = re.compile(
    r"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|'(?P<code>[0-9a-fA-F]{2})"
    r"|(?P<sign>[^a-zA-Z]))|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_FIELD = re.compile(r"\s*(EQ|SYMBOL)\s+(.*)", re.DOTALL | re.IGNORECASE)
_SIGN = re.compile(r"(?P<code>\d{1,6}|0x[0-9a-f]{1,5})\b.*?(?:\\f\s*\"?(?P<font>[^\"\\]+))?$", re.I)
_FONT_SWITCH = re.compile(r"\\f\s*\"?(?P<font>[^\"\\]+)", re.IGNORECASE)
_LEAST_MOVE = 4
"""Half points; less is a correction that nobody notices."""

_USUAL_MOVE = 6


@dataclass(slots=True)
class _Group:
    """What holds up to the end of a group."""

    unread: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: Raised = ""
    font: int = 0
    far_east: int = -1
    is_far_east: bool = False
    skip: int = 1
    first: bool = True
    starred: bool = False
    apart: Paragraph | None = None
    """The paragraph that a note stands in, where the group is one."""
    in_note: bool = False
    code: list[str] | None = None
    """The code of a field, where the group is one."""
    formula: bool = False


class Walk:
    """The paragraphs of `source`, which is the file with a character for each byte."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._groups = [_Group()]
        self._codec = "cp1252"
        self._fonts: dict[int, Font] = {}
        self._fonts_end = 0
        self._default = 0
        self._bytes = bytearray()
        self._units: list[int] = []
        self._to_skip = 0
        self._paragraph = Paragraph()
        self._done: list[Paragraph] = []
        self._notes: list[Paragraph] = []
        self._formula: Formula | None = None
        self._field = ""
        self._start = 0

    def paragraphs(self) -> list[Paragraph]:
        """All of them in reading order, those of notes and boxes at the end."""
        position = 0
        while token := _TOKEN.match(self._source, position):
            position = token.end()
            if token["brace"]:
                look()
                self._flush()
                self._to_skip = 0
                if token["brace"] == "{":
                    self._open(token.start())
                elif len(self._groups) > 1:
                    self._close()
            elif token["word"] == "bin":
                position += max(int(token["number"] or 0), 0)
            elif token["code"]:
                self._byte(bytes([int(token["code"], 16)]))
            elif token["word"] or token["sign"]:
                self._control(token["word"] or token["sign"], token["number"])
            elif token["text"]:
                self._byte(token["text"].encode("latin-1", "replace"))
        self._flush()
        self._end()
        return [*self._done, *self._notes]

    @property
    def _group(self) -> _Group:
        return self._groups[-1]

    def _open(self, start: int) -> None:
        group = copy(self._group)
        group.first, group.starred, group.apart, group.formula = True, False, None, False
        self._groups.append(group)
        self._start = start

    def _close(self) -> None:
        if self._group.apart is not None:
            self._end()
            self._paragraph = self._group.apart
        group = self._groups.pop()
        if group.code is not None and self._group.code is None:
            self._field = self._shown("".join(group.code))
        if group.formula and self._formula and self._formula.end():
            pieces, self._formula = self._formula.linear(), None
            self._paragraph.add("".join(piece.character for piece in pieces), "")

    def _shown(self, code: str) -> str:
        """Show what a field says in its code; what its result is to be passed over for."""
        found = _FIELD.match(code.replace("\\\\", "\\"))
        if found is None:
            return ""
        if found[1].upper() == "EQ":
            self._add(linear(found[2]))
        else:
            sign, font = _SIGN.match(found[2]), _FONT_SWITCH.search(found[2])
            if sign and font:
                self._add(symbol(_number(sign["code"]), font["font"].strip()))
            elif sign:
                self._add(bytes([_number(sign["code"]) & 255]).decode(self._codec, "replace"))
        return code

    def _control(self, word: str, number: str | None) -> None:
        group = self._group
        value = int(number) if number else None
        if word == "u" and value is not None:
            self._unit(value)
            return
        if self._to_skip:
            self._to_skip -= 1
            return
        if word not in ("*", "'"):
            self._flush()
        if word == "*" and group.first:
            group.starred = True
            return
        if group.first:
            group.first = False
            if self._is_destination(word):
                return
        if word in CHARACTERS:
            self._add(CHARACTERS[word])
        elif word in ENDS:
            self._end_paragraph(word)
        elif word in LINES:
            if self._is_seen():
                self._paragraph.lines.append([])
        else:
            self._property(word, value)

    def _is_destination(self, word: str) -> bool:
        """Take note of the destination that a group is; whether `word` says no more than that."""
        group = self._group
        if word == "fonttbl" and not self._fonts and self._start >= self._fonts_end:
            # Tables within one that was read are no further tables.
            table = _group_at(self._source, self._start)
            self._fonts, self._fonts_end = fonts(table), self._start + len(table)
        if word == "field":
            self._field = ""
        elif word == "fldinst":
            group.code, group.unread = [], True
        elif word == "fldrslt" and self._field:
            group.unread, self._field = True, ""
        elif word == "upr":
            group.unread = True
        elif word == "ud" and len(self._groups) > 2:
            group.unread = self._groups[-3].unread
        elif word in UNREAD or (group.starred and word not in STARRED and word not in FORMULAS):
            group.unread = True
        elif word in NOTES and not group.unread:
            self._flush()
            group.apart, self._paragraph = self._paragraph, Paragraph()
            group.in_note = True
            group.raised, group.hidden = "", False
        elif word in FORMULAS and not group.unread and (self._formula or word.startswith("moMath")):
            if self._formula:
                self._formula.start(formula_name(word), str, closed=False)
            else:
                self._formula = Formula(formula_name(word))
            group.formula = True
        elif self._formula and word.startswith("m") and word.endswith("Pr"):
            group.unread = True
        else:
            return False
        return True

    def _property(self, word: str, value: int | None) -> None:
        group = self._group
        if word == "v":
            group.hidden = value != 0
        elif word == "deleted":
            group.deleted = value != 0
        elif word in ("super", "sub"):
            how: Raised = "superscript" if word == "super" else "subscript"
            group.raised = how if value != 0 else ""
        elif word in ("up", "dn"):
            moved = abs(_USUAL_MOVE if value is None else value) >= _LEAST_MOVE
            group.raised = ("superscript" if word == "up" else "subscript") if moved else ""
        elif word == "nosupersub":
            group.raised = ""
        elif word == "plain":
            group.hidden = group.deleted = group.is_far_east = False
            group.raised, group.font = "", self._default
        elif word == "pard":
            self._paragraph.level, self._paragraph.in_cell = 0, False
        elif word == "intbl":
            self._paragraph.in_cell = True
        elif word == "outlinelevel" and value is not None:
            self._paragraph.level = value + 1 if 0 <= value < 9 else 0
        elif word == "f" and value is not None:
            group.font = value
        elif word == "af" and value is not None and group.is_far_east:
            group.far_east = value
        elif word in ("dbch", "loch", "hich"):
            group.is_far_east = word == "dbch"
        elif word == "uc" and value is not None:
            group.skip = max(value, 0)
        elif word == "deff" and value is not None:
            self._default = group.font = value
        elif word == "ansicpg" and value:
            self._codec = known(f"cp{value}") or self._codec
        elif word in WHOLE_FILE:
            self._codec = WHOLE_FILE[word]

    def _byte(self, written: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(written))
            self._to_skip -= skipped
            written = written[skipped:]
        if written:
            self._group.first = False
            if self._units:
                self._flush()
            self._bytes += written

    def _unit(self, value: int) -> None:
        """A unit of UTF-16; what older programs show for it follows."""
        self._group.first = False
        if self._bytes:
            self._flush()
        self._units.append(value & 0xFFFF)
        self._to_skip = self._group.skip

    def _flush(self) -> None:
        """Read the bytes or units that have come together."""
        if self._units:
            data = b"".join(unit.to_bytes(2, "little") for unit in self._units)
            self._units.clear()
            text = data.decode("utf-16-le", "replace").replace("\r", " ").replace("\n", " ")
            self._add(self._font().seen(text))
        if self._bytes:
            font = self._font()
            text = self._bytes.decode(font.codec or self._codec, "replace")
            self._bytes.clear()
            self._add(font.seen(text))

    def _font(self) -> Font:
        group = self._group
        number = group.far_east if group.is_far_east and group.far_east >= 0 else group.font
        return self._fonts.get(number, Font())

    def _is_seen(self) -> bool:
        group = self._group
        return not (group.unread or group.hidden or group.deleted)

    def _add(self, text: str) -> None:
        group = self._group
        if group.code is not None:
            group.code.append(text)
        elif self._is_seen() and self._formula:
            self._formula.start("m:r", str, closed=False)
            self._formula.add(Piece(each) for each in text)
            self._formula.end()
        elif self._is_seen():
            self._paragraph.add(text, group.raised)

    def _end_paragraph(self, word: str) -> None:
        group = self._group
        # The end of a paragraph that was deleted joins it to the next one.
        if not group.unread and (not group.deleted or word not in ("par", "\n", "\r")):
            self._end(in_cell=word in ("cell", "nestcell"))

    def _end(self, *, in_cell: bool = False) -> None:
        paragraph = self._paragraph
        paragraph.in_cell = paragraph.in_cell or in_cell
        (self._notes if self._group.in_note else self._done).append(paragraph)
        self._paragraph = Paragraph(in_cell=paragraph.in_cell, level=paragraph.level)


def _number(written: str) -> int:
    """A number of a field: a decimal one, also with zeros before it, or 0x and hexadecimal."""
    return int(written, 16 if written[:2].lower() == "0x" else 10)


_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)


def _group_at(source: str, start: int) -> str:
    """The group that begins at `start`, with its braces."""
    depth = 0
    for brace in _BRACES.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if not depth:
            return source[start : brace.end()]
    return source[start:]
