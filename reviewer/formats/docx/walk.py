"""One walk over the XML of a docx part that finds its paragraphs and their characters."""

from __future__ import annotations

from functools import partial

from reviewer.formats.docx.before import alternatives, whole_fields
from reviewer.formats.docx.blocks import Blocks
from reviewer.formats.docx.field_numbers import is_number
from reviewer.formats.docx.fields import Fields, SeenCode, is_unseen, seen_in_attribute
from reviewer.formats.docx.formulas import Formula, Piece
from reviewer.formats.docx.hidden import MAY_HIDE, hides_above
from reviewer.formats.docx.names import prefixes
from reviewer.formats.docx.numbering import Numbering
from reviewer.formats.docx.paragraph import Paragraph
from reviewer.formats.docx.runs import Run, TextElement
from reviewer.formats.docx.styles import OFF, Styles, level, moved_by, raised_by
from reviewer.formats.shared.markup import (
    Token,
    attribute_place,
    attributes,
    characters,
    tokens,
    whole,
    words,
)
from reviewer.formats.shared.symbol_fonts import sign

# Elements whose text is not the document's: deleted or moved-away text, codes, old
# properties, the reading aid over a character.
_SKIPPED = words(
    "w:del w:moveFrom w:instrText w:delInstrText w:delText w:rt w:fldData w:pPrChange "
    "w:rPrChange w:sectPr w:tblPr"
)
_GONE = frozenset({("w:trPr", "w:del"), ("w:tcPr", "w:cellDel")})
"""Deletions of a whole row or cell: what is still in it goes with it."""

_AROUND = words("w:sdt w:sdtContent w:customXml")
"""Elements around paragraphs that are no part of how they stand to each other."""

_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_BREAKS = str.maketrans("\n\r", "  ")
_INSERTED = words("w:ins w:moveTo")
_PARAGRAPH_DELETED = words("w:del w:moveFrom")
"""In the properties of a paragraph's mark."""


class Walk:
    """Takes the tokens of a part in order; then `blocks` makes blocks of its
    paragraphs.

    `texts` are its text elements, `runs` its runs and `formulas` where its formulas stand; those
    that are the code of a field are in `codes`, too.
    """

    def __init__(
        self, part: str, source: str, styles: Styles, numbering: Numbering, *, chrome: bool
    ) -> None:
        self.texts: list[TextElement] = []
        self.runs: list[Run] = []
        self.formulas: list[tuple[int, int]] = []
        self.codes: dict[tuple[int, int], SeenCode] = {}
        self._part = part
        self._source = source
        self._styles = styles
        self._numbering = numbering
        self._chrome = chrome
        self._prefixes = prefixes(source)
        self._open: list[str] = []
        self._skipped = 0
        self._gone = -1
        self._paragraphs: list[Paragraph] = []
        self._done: list[Paragraph] = []
        self._fields = Fields()
        self._whole_fields = whole_fields(source)
        self._run = Run(0)
        self._insertion = (0, 0)
        self._contents: list[int] = []
        self._alternatives: list[tuple[int, bool]] = []
        self._alternative_count = 0
        self._fallback = 0
        self._read_fallbacks: frozenset[int] = frozenset()
        self._second_choices: frozenset[int] = frozenset()
        self._formula: Formula | None = None
        self._formula_start = 0
        self._ended: tuple[Paragraph, int] | None = None

    def over(self) -> Walk:
        """Read the whole part."""
        if "AlternateContent" in self._source:
            self._read_fallbacks, self._second_choices = alternatives(
                ((self._name(token.name), token) for token in tokens(self._source, xml=True)),
                lambda token: self._source[token.start : token.end],
            )
        for token in tokens(self._source, xml=True):
            self._take(token)
        self._leave_ended()
        return self

    def _take(self, token: Token) -> None:
        if token.kind == "start":
            name = self._name(token.name)
            marks = name in _PARAGRAPH_DELETED and self._open[-2:] == ["w:pPr", "w:rPr"]
            # In a row that was deleted, too, paragraphs are, and none of them is open here.
            if marks and self._paragraphs and not self._skipped:
                self._paragraphs[-1].joins_next = True
            if not self._skipped and (*self._open[-1:], name) in _GONE:
                self._skipped, self._gone = 1, len(self._open) - 2
            if not self._skipped and name in MAY_HIDE:
                above = hides_above(name, self._open, partial(self._attribute, token))
                if above >= 0 and not (token.closed and not above):
                    self._skipped, self._gone = 1, len(self._open) - above
            if name in _SKIPPED and not token.closed:
                self._skipped += 1
            if not self._skipped and name == "w:fldSimple" and self._is_unseen_field(token):
                self._skipped, self._gone = 1, len(self._open)
            if name == "w:fldChar":
                self._field(self._attribute(token, "fldCharType"), token.start)
            elif not self._skipped:
                self._start(name, token)
            if not token.closed:
                self._open.append(name)
        elif token.kind == "end" and self._open:
            name = self._open.pop()
            if name in _SKIPPED or len(self._open) == self._gone:
                self._skipped -= 1
                if len(self._open) == self._gone:
                    self._gone = -1
            elif not self._skipped:
                self._end(name, token)
        elif token.kind == "text" and self._open and self._open[-1] in ("w:t", "m:t"):
            self._text(token)
        elif token.kind == "text" and self._open[-1:] == ["w:instrText"] and self._skipped == 1:
            written = characters(self._source, token.start, token.end)
            code = "".join(character for character, _, _ in written)
            self._fields.written(code, token.start, token.end, self._open)

    def blocks(self) -> Blocks:
        """The blocks that its paragraphs are."""
        return Blocks(self._done, self._part, self._styles, self._numbering)

    def _name(self, written: str) -> str:
        prefix, colon, local = written.rpartition(":")
        return f"{self._prefixes.get(prefix if colon else '', '?')}:{local}"

    def _start(self, name: str, token: Token) -> None:
        parent = self._open[-1] if self._open else ""
        if self._ended and name == "w:tbl" and self._depth() <= self._ended[1]:
            self._leave_ended()
        if name == "w:p":
            self._paragraph(token)
        elif name in ("w:r", "m:r") and not token.closed:
            self._run = Run(token.start, token.name.rpartition("r")[0])
            self._run.paragraph = self._paragraphs[-1].style if self._paragraphs else ""
            if parent in _INSERTED:
                self._run.inserted = self._insertion
            self.runs.append(self._run)
        elif name in _INSERTED:
            self._insertion = (token.start, token.end)
        elif name in ("w:t", "m:t"):
            if not token.closed:
                self.texts.append(TextElement(token.name, token.start, token.end, token.end))
                self.texts[-1].run = self._run
        elif name == "w:rPr" and parent in ("w:r", "m:r"):
            self._run.properties = (token.start, token.end)
        elif parent == "w:rPr" and self._open[-2:-1] in (["w:r"], ["m:r"]):
            self._run_property(name, token)
        elif name == "w:docPartGallery":
            if "Contents" in self._attribute(token, "val"):
                self._contents.append(self._open.count("w:sdt"))
        elif name == "mc:AlternateContent":
            read = token.start in self._read_fallbacks
            self._alternatives.append((self._alternative_count, read))
            self._alternative_count += 1
        elif name == "mc:Fallback" and not token.closed:
            self._fallback += self._is_for_older_programs()
        elif token.start in self._second_choices and not token.closed:
            self._skipped, self._gone = 1, len(self._open)
        elif self._paragraphs:
            self._in_paragraph(self._paragraphs[-1], name, parent, token)
        if self._formula:
            self._formula.start(name, lambda: self._attribute(token, "val"), closed=token.closed)
        elif name in ("m:oMathPara", "m:oMath") and self._paragraphs and not token.closed:
            self._formula = Formula(name)
            self._formula_start = token.start

    def _is_for_older_programs(self) -> bool:
        """Whether the innermost alternative is read by what it offers newer programs."""
        return bool(self._alternatives) and not self._alternatives[-1][1]

    def _run_property(self, name: str, token: Token) -> None:
        run = self._run
        if name == "w:vanish":
            run.own_hidden = self._attribute(token, "val") not in OFF
        elif name == "w:b":
            run.bold = self._attribute(token, "val") not in OFF
        elif name == "w:vertAlign":
            run.own_raised = raised_by(self._attribute(token, "val"))
        elif name == "w:position" and run.own_raised is None:
            run.own_raised = moved_by(self._attribute(token, "val"))
        elif name == "w:rFonts":
            run.own_font = self._attribute(token, "ascii") or self._attribute(token, "hAnsi")
        elif name == "w:rStyle":
            run.style = self._attribute(token, "val")
            run.bold = run.bold or run.style == "Strong"

    def _paragraph(self, token: Token) -> None:
        if token.closed:
            self._leave_ended()
            return
        inner = self._open
        if "w:txbxContent" in inner:
            inner = inner[len(inner) - inner[::-1].index("w:txbxContent") :]
        paragraph = Paragraph(
            token.start,
            in_cell="w:tc" in inner,
            chrome=self._chrome or bool(self._contents),
            fallback=self._fallback,
            alternative=self._alternatives[-1][0] if self._alternatives else -1,
        )
        if self._ended and self._ended[1] == self._depth():
            paragraph.before(self._ended[0])
            self._ended = None
        self._paragraphs.append(paragraph)

    def _depth(self) -> int:
        """How deep what stands here stands, whatever is around paragraphs."""
        return sum(name not in _AROUND for name in self._open)

    def _leave_ended(self) -> None:
        """A paragraph whose end is deleted has nothing behind it that it could join."""
        if self._ended:
            self._done.append(self._ended[0])
            self._ended = None

    def _in_paragraph(self, paragraph: Paragraph, name: str, parent: str, token: Token) -> None:
        if parent == "w:pPr":
            if name == "w:pStyle":
                paragraph.style = self._attribute(token, "val")
            elif name == "w:outlineLvl":
                paragraph.outline = level(self._attribute(token, "val"))
        elif name == "w:numId" and parent == "w:numPr":
            paragraph.list_id = self._attribute(token, "val")
        elif name == "w:ilvl" and parent == "w:numPr":
            paragraph.list_level = level(self._attribute(token, "val"))
        elif parent in ("w:r", "m:r") and self._is_shown():
            if name in _CHARACTERS:
                self._add(_CHARACTERS[name], token)
            elif name == "w:sym":
                code, font = self._attribute(token, "char"), self._attribute(token, "font")
                self._add(sign(code, font), token)
            elif name in ("w:br", "w:cr") and not self._formula:
                paragraph.line_break(whole(self._source, token))

    def _add(self, character: str, token: Token) -> None:
        token = whole(self._source, token)
        if self._formula:
            self._formula.add([Piece(character, token.start, token.end)] if character else [])
        elif character:
            self._paragraphs[-1].lines[-1].add(character, token.start, token.end)

    def _end(self, name: str, token: Token) -> None:
        if name == "w:rPr" and self._open and self._open[-1] in ("w:r", "m:r"):
            self._run.properties = (self._run.properties[0], token.end)
        elif name in ("w:t", "m:t") and self.texts:
            self.texts[-1].end = token.start
        elif name == "w:sdt":
            self._contents = [
                depth for depth in self._contents if depth <= self._open.count("w:sdt")
            ]
        elif name == "mc:Fallback":
            self._fallback -= self._is_for_older_programs()
        elif name == "mc:AlternateContent" and self._alternatives:
            self._alternatives.pop()
        if self._formula and self._formula.end():
            self._end_formula(token)
        elif name == "w:p" and self._paragraphs:
            self._end_paragraph(self._paragraphs.pop())
        elif self._ended and self._depth() < self._ended[1]:
            self._leave_ended()

    def _end_paragraph(self, paragraph: Paragraph) -> None:
        self._leave_ended()
        if paragraph.joins_next:
            self._ended = (paragraph, self._depth())
        else:
            self._done.append(paragraph)

    def _end_formula(self, token: Token) -> None:
        pieces = self._formula.linear() if self._formula else []
        self._formula = None
        if pieces:
            self._add_line(pieces, self._formula_start, token.end)

    def _add_line(self, pieces: list[Piece], start: int, end: int) -> None:
        """Add a formula that stands in `source[start:end]` as one line."""
        line = self._paragraphs[-1].lines[-1]
        self.formulas.append((start, end))
        if len(line) and line.characters[-1].isdecimal() and pieces[0].character.isdecimal():
            # A whole number before a fraction.
            pieces.insert(0, Piece(" "))
        position = start
        for piece in pieces:
            place = (piece.start, piece.end) if piece.start >= 0 else (position, position)
            line.add(piece.character, *place)
            position = place[1]
        self._paragraphs[-1].plain = True

    def _text(self, token: Token) -> None:
        if not self._paragraphs or self._skipped or not self._is_shown():
            return
        paragraph = self._paragraphs[-1]
        plain = self._source[token.start : token.end]
        if "&" not in plain and not self._formula:
            # Each character stands for itself: far quicker in one go.
            plain = plain.translate(_BREAKS)
            self._note_look(paragraph, plain)
            paragraph.lines[-1].add_run(self._seen(plain), token.start)
            return
        written = list(characters(self._source, token.start, token.end))
        text = "".join(each for each, _, _ in written).translate(_BREAKS)
        self._note_look(paragraph, text)
        if self._formula:
            self._formula.add(
                Piece(each, start, end) for each, (_, start, end) in zip(text, written, strict=True)
            )
            return
        line = paragraph.lines[-1]
        for character, (_, start, end) in zip(self._seen(text), written, strict=True):
            line.add(character, start, end)

    def _note_look(self, paragraph: Paragraph, text: str) -> None:
        if not self._run.bold and not text.isspace():
            paragraph.plain = True

    def _seen(self, text: str) -> str:
        """A text of the current run as a person sees it."""
        reading = self._run.reading(self._styles)
        self.texts[-1].reading = reading
        return reading.seen(text)

    def _is_shown(self) -> bool:
        paragraph = self._paragraphs[-1]
        return (
            not self._fields.hide()
            and self._fallback == paragraph.fallback
            and not self._run.hidden(paragraph.style, self._styles)
        )

    def _field(self, kind: str, start: int) -> None:
        """A field's code stands between begin and separate, its result up to end."""
        if kind == "begin":
            self._fields.begin(whole=start in self._whole_fields)
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            number, seen = self._fields.number_code(), self._fields.end()
            if number and not self._skipped and self._paragraphs:
                self._paragraphs[-1].numbered_by(number)
            if not self._skipped and self._paragraphs and self._is_shown():
                self._show(seen)

    def _is_unseen_field(self, token: Token) -> bool:
        """Whether nobody sees the text in a simple field; what its code shows is added."""
        name, code = self._named_attribute(token, "instr")
        place = attribute_place(self._source, token, name) if name else None
        paragraph = self._paragraphs[-1] if self._paragraphs else None
        # No run is open here that could be hidden.
        if place and paragraph and not self._fields.hide() and self._fallback == paragraph.fallback:
            self._show(seen_in_attribute(code, *place, without_result=token.closed))
            if is_number(code):
                paragraph.numbered_by(code)
        return not token.closed and is_unseen(code)

    def _show(self, seen: SeenCode | None) -> None:
        if seen:
            self.codes[seen.start, seen.end] = seen
            self._add_line([Piece(each) for each in seen.text], seen.start, seen.end)

    def _attribute(self, token: Token, local: str) -> str:
        return self._named_attribute(token, local)[1]

    def _named_attribute(self, token: Token, local: str) -> tuple[str, str]:
        for name, value in attributes(self._source, token, xml=True).items():
            if name.rpartition(":")[2] == local:
                return name, value
        return "", ""
