"""One walk over the XML of a docx part that finds its paragraphs and their characters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reviewer.formats.docx_styles import NAMESPACES, Styles, level
from reviewer.formats.mapped import MappedBlock, Mapping, mapped_block
from reviewer.formats.markup import Token, attributes, characters, words
from reviewer.formats.short_lines import is_short

_OTHER_NAMESPACES = {
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_NAMESPACE = re.compile(r"\sxmlns(?::([\w.-]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")

# Elements whose text is not the document's: deleted or moved-away text, codes, old
# properties, the reading aid over a character.
_SKIPPED = words(
    "w:del w:moveFrom w:instrText w:delInstrText w:delText w:rt w:fldData w:pPrChange "
    "w:rPrChange w:sectPr w:tblPr"
)
_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_OFF = ("0", "false", "off")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is read. `lines` are divided by `breaks` (places in the source).

    `plain`: some of its text is not bold.
    """

    start: int
    in_cell: bool = False
    chrome: bool = False
    in_fallback: bool = False
    alternative: int = -1
    style: str = ""
    outline: int = -1
    numbered: bool | None = None
    plain: bool = False
    lines: list[Mapping] = field(default_factory=lambda: [Mapping()])
    breaks: list[tuple[int, int]] = field(default_factory=list)

    def line_break(self, token: Token) -> None:
        self.breaks.append((token.start, token.end))
        self.lines.append(Mapping())

    def trimmed(self, joined: bool) -> list[Mapping]:
        """The lines that say something, without the space around them; one if `joined`."""
        lines = self.lines
        if joined:
            whole = Mapping()
            for line, (start, end) in zip(lines, [*self.breaks, (-1, -1)], strict=True):
                for at in range(len(line)):
                    whole.add(line.characters[at], line.starts[at], line.ends[at])
                if start >= 0:
                    whole.add(" ", start, end)
            lines = [whole]
        return [line for line in (each.trimmed() for each in lines) if line]


class Walk:
    """Takes the tokens of a part in order; then `blocks` are its paragraphs.

    `texts` are the start tags of the text elements and `text_ends` where their contents end.
    """

    def __init__(self, part: str, source: str, styles: Styles, *, chrome: bool) -> None:
        self.texts: list[Token] = []
        self.text_ends: list[int] = []
        self._part = part
        self._source = source
        self._styles = styles
        self._chrome = chrome
        self._prefixes = _prefixes(source)
        self._open: list[str] = []
        self._skipped = 0
        self._paragraphs: list[_Paragraph] = []
        self._done: list[_Paragraph] = []
        self._fields: list[bool] = []
        self._hidden = self._bold = False
        self._contents: list[int] = []
        self._alternatives: list[int] = []
        self._alternative_count = 0

    def take(self, token: Token) -> None:
        """Read one more token."""
        if token.kind == "start":
            name = self._name(token.name)
            if name in _SKIPPED and not token.closed:
                self._skipped += 1
            if not self._skipped:
                self._start(name, token)
            if not token.closed:
                self._open.append(name)
        elif token.kind == "end" and self._open:
            name = self._open.pop()
            if name in _SKIPPED:
                self._skipped -= 1
            elif not self._skipped:
                self._end(name, token)
        elif token.kind == "text" and self._open and self._open[-1] in ("w:t", "m:t"):
            self._text(token)

    def blocks(self) -> list[MappedBlock]:
        """The paragraphs in the order in which they begin; text boxes follow their anchor."""
        found: list[MappedBlock] = []
        for paragraph in sorted(self._done, key=lambda paragraph: paragraph.start):
            if not paragraph.in_fallback:
                found += self._blocks(paragraph)
        return found

    def twins(self) -> dict[int, list[Mapping]]:
        """For where a block starts: the same text again, kept for programs without text boxes."""
        alternatives: dict[int, list[_Paragraph]] = {}
        for paragraph in sorted(self._done, key=lambda paragraph: paragraph.start):
            alternatives.setdefault(paragraph.alternative, []).append(paragraph)
        alternatives.pop(-1, None)
        pairs: dict[int, list[Mapping]] = {}
        for within in alternatives.values():
            choice, fallback = (
                [
                    block
                    for paragraph in within
                    if paragraph.in_fallback == in_fallback
                    for block in self._blocks(paragraph)
                ]
                for in_fallback in (False, True)
            )
            if [block.block.text for block in choice] == [block.block.text for block in fallback]:
                for one, other in zip(choice, fallback, strict=True):
                    pairs.setdefault(one.mapping.starts[0], []).append(other.mapping)
        return pairs

    def _blocks(self, paragraph: _Paragraph) -> list[MappedBlock]:
        role, depth = self._styles.role(paragraph.style, paragraph.outline, paragraph.numbered)
        if paragraph.in_cell and role in ("paragraph", "list_item"):
            role = "table_cell"
        chrome = paragraph.chrome or self._styles.is_contents(paragraph.style)
        lines = paragraph.trimmed(joined=role in ("title", "heading"))
        if (
            role == "paragraph"
            and not paragraph.plain
            and len(lines) == 1
            and is_short(lines[0].text)
        ):
            # Many set their headings in bold by hand.
            role = "heading"
        return [
            mapped_block(line, role, level=depth, chrome=chrome, part=self._part) for line in lines
        ]

    def _name(self, written: str) -> str:
        prefix, colon, local = written.rpartition(":")
        return f"{self._prefixes.get(prefix if colon else '', '?')}:{local}"

    def _start(self, name: str, token: Token) -> None:
        parent = self._open[-1] if self._open else ""
        if name == "w:p":
            if not token.closed:
                self._paragraphs.append(self._paragraph(token))
        elif name == "w:r":
            self._hidden = self._bold = False
        elif name in ("w:t", "m:t"):
            if not token.closed:
                self.texts.append(token)
                self.text_ends.append(token.end)
        elif parent == "w:rPr" and "w:r" in self._open[-2:-1]:
            self._run_property(name, token)
        elif name == "w:fldChar":
            self._field(self._attribute(token, "fldCharType"))
        elif name == "w:docPartGallery":
            if "Contents" in self._attribute(token, "val"):
                self._contents.append(self._open.count("w:sdt"))
        elif name == "mc:AlternateContent":
            self._alternatives.append(self._alternative_count)
            self._alternative_count += 1
        elif self._paragraphs:
            self._in_paragraph(self._paragraphs[-1], name, parent, token)

    def _run_property(self, name: str, token: Token) -> None:
        if name == "w:vanish":
            self._hidden = self._attribute(token, "val") not in _OFF
        elif name == "w:b":
            self._bold = self._attribute(token, "val") not in _OFF
        elif name == "w:rStyle":
            self._bold = self._bold or self._attribute(token, "val") == "Strong"

    def _paragraph(self, token: Token) -> _Paragraph:
        inner = (
            self._open[len(self._open) - self._open[::-1].index("w:txbxContent") :]
            if ("w:txbxContent" in self._open)
            else self._open
        )
        return _Paragraph(
            token.start,
            in_cell="w:tc" in inner,
            chrome=self._chrome or bool(self._contents),
            in_fallback="mc:Fallback" in self._open,
            alternative=self._alternatives[-1] if self._alternatives else -1,
        )

    def _in_paragraph(self, paragraph: _Paragraph, name: str, parent: str, token: Token) -> None:
        if parent == "w:pPr":
            if name == "w:pStyle":
                paragraph.style = self._attribute(token, "val")
            elif name == "w:outlineLvl":
                paragraph.outline = level(self._attribute(token, "val"))
        elif name == "w:numId" and parent == "w:numPr":
            paragraph.numbered = self._attribute(token, "val") not in ("", "0")
        elif parent == "w:r" and self._is_shown():
            if name in _CHARACTERS:
                paragraph.lines[-1].add(_CHARACTERS[name], token.start, token.end)
            elif name in ("w:br", "w:cr"):
                paragraph.line_break(token)

    def _end(self, name: str, token: Token) -> None:
        if name == "w:p" and self._paragraphs:
            self._done.append(self._paragraphs.pop())
        elif name in ("w:t", "m:t") and self.text_ends:
            self.text_ends[-1] = token.start
        elif name == "w:sdt":
            self._contents = [
                depth for depth in self._contents if depth <= self._open.count("w:sdt")
            ]
        elif name == "mc:AlternateContent" and self._alternatives:
            self._alternatives.pop()

    def _text(self, token: Token) -> None:
        if not self._paragraphs or self._skipped or not self._is_shown():
            return
        paragraph = self._paragraphs[-1]
        if not self._bold and not self._source[token.start : token.end].isspace():
            paragraph.plain = True
        line = paragraph.lines[-1]
        for character, start, end in characters(self._source, token.start, token.end):
            line.add(" " if character in "\n\r" else character, start, end)

    def _is_shown(self) -> bool:
        return (
            not self._hidden
            and not any(self._fields)
            and ("mc:Fallback" not in self._open or self._paragraphs[-1].in_fallback)
        )

    def _field(self, kind: str) -> None:
        """A field's code stands between begin and separate, its result up to end."""
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _attribute(self, token: Token, local: str) -> str:
        for name, value in attributes(self._source, token, xml=True).items():
            if name.rpartition(":")[2] == local:
                return value
        return ""


def _prefixes(source: str) -> dict[str, str]:
    """The usual prefix for each prefix that the source declares ("" for its default one)."""
    usual = dict.fromkeys(NAMESPACES, "w") | _OTHER_NAMESPACES
    return {
        prefix: usual[double or single]
        for prefix, double, single in _NAMESPACE.findall(source)
        if (double or single) in usual
    }
