"""One walk over the text of an XML source that finds paragraphs, for formats that have them.

What is a paragraph, what is skipped and which elements stand for a character is said by the
format's `Rules`. Two formats have a walk of their own: in docx a text stands in runs with
looks of their own, and in IDML a paragraph is no element, but goes from one `Br` to the next.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field, replace

from reviewer.domain import Role
from reviewer.formats.shared.changes import TextChange
from reviewer.formats.shared.line_breaks import joined_lines
from reviewer.formats.shared.mapped import (
    Apart,
    MappedBlock,
    Mapping,
    SourcePatch,
    mapped_block,
    patches,
)
from reviewer.formats.shared.markup import Token, attributes, characters, escaped, tokens, whole
from reviewer.formats.shared.raised import Raised, lowered_beside, raised
from reviewer.formats.shared.symbol_fonts import PRIVATE, is_symbol_font, symbol
from reviewer.formats.shared.xml_source import possible, usual_prefixes

_SPACE = " \t\n\r"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a paragraph is: its role, and whether it is furniture or seen by nobody."""

    role: Role = "paragraph"
    level: int = 0
    chrome: bool = False
    hidden: bool = False
    mark: str = ""
    """The number or bullet that is shown before it."""


Attributes = Dictionary[str, str]
"""The attributes of an element by their names without prefixes."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How a format writes its text.

    Names have the usual prefix of their namespace (`namespaces`: from its address). Text
    counts inside `paragraphs`, and inside `texts` where those are given. `characters` gives
    what an element stands for, "\\n" a line break. `kind_of` tells what a paragraph is from
    its name, its attributes and the names around it; `look_of` whether an element raises its
    text, or hides it (None), `hides` whether nothing inside an element is shown, `hides_around`
    how many levels above an element one is that it hides so (PARAGRAPH: the whole paragraph, 0:
    none); `seen` is told every start tag before all else. `font_of` names the font of a text that
    an element has, for the signs that fonts of symbols show.
    """

    namespaces: Dictionary[str, str]
    paragraphs: frozenset[str]
    kind_of: Callable[[str, Attributes, tuple[str, ...]], Kind]
    skipped: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    characters: Callable[[str, Attributes], str] = lambda _name, _attributes: ""
    look_of: Callable[[str, Attributes], Raised | None] = lambda _name, _attributes: ""
    hides: Callable[[str, Attributes], bool] = lambda _name, _attributes: False
    hides_around: Callable[[str, Attributes], int] = lambda _name, _attributes: 0
    seen: Callable[[str, Attributes], None] = lambda _name, _attributes: None
    font_of: Callable[[str, Attributes], str] = lambda _name, _attributes: ""
    collapses: bool = False


PARAGRAPH = -1


@dataclass(slots=True)
class _Paragraph:
    start: int
    kind: Kind
    lines: list[Mapping] = field(default_factory=lambda: [Mapping()])
    breaks: list[tuple[int, int]] = field(default_factory=list)
    space: list[tuple[int, int]] = field(default_factory=list)
    """White space that has been seen and not yet read, as places in the source."""


@dataclass(slots=True)
class _Element:
    name: str
    look: Raised | None
    hidden: bool
    skipped: bool = False
    font: str = ""


class Walk:
    """The paragraphs of `source`; `part` is the name of the part of the file that it is."""

    def __init__(self, source: str, rules: Rules, part: str = "") -> None:
        self.source = source
        self.part = part
        self._rules = rules
        self._prefixes = usual_prefixes(source, rules.namespaces)
        self._open: list[_Element] = []
        self._skipped = 0
        self._paragraphs: list[_Paragraph] = []
        self._done: list[_Paragraph] = []
        for token in tokens(source, xml=True):
            self._take(token)

    def blocks(self) -> list[MappedBlock]:
        """The paragraphs in the order in which they begin."""
        found = []
        for paragraph in sorted(self._done, key=lambda each: each.start):
            kind = paragraph.kind
            heading = kind.role in ("title", "heading")
            lines = joined_lines(paragraph.lines, paragraph.breaks, always=heading)
            lines = [line.trimmed() for line in lines]
            first = next((line for line in lines if line), None)
            for line in lines:
                if line and not kind.hidden:
                    block = mapped_block(
                        line, kind.role, level=kind.level, chrome=kind.chrome, part=self.part
                    )
                    mark = kind.mark if line is first else ""
                    block = block.marked(mark) if mark else block
                    found.append(block.at(f"{self.part}:{block.block.place}"))
        return found

    def _take(self, token: Token) -> None:
        if token.kind == "start":
            self._start(token)
        elif token.kind == "end" and self._open:
            element = self._open.pop()
            self._skipped -= element.skipped
            if element.name in self._rules.paragraphs and not self._skipped and self._paragraphs:
                self._done.append(self._paragraphs.pop())
        elif token.kind == "text" and self._paragraphs and not self._skipped:
            self._text(token)

    def _start(self, token: Token) -> None:
        name = self._name(token.name)
        rules = self._rules
        found = self._attributes(token)
        rules.seen(name, found)
        self._hide_around(rules.hides_around(name, found))
        if not self._skipped:
            if name in rules.paragraphs and not token.closed:
                names = tuple(element.name for element in self._open)
                self._paragraphs.append(_Paragraph(token.start, rules.kind_of(name, found, names)))
            elif self._paragraphs and not self._is_hidden():
                self._character(rules.characters(name, found), token)
        if token.closed:
            return
        look = rules.look_of(name, found)
        outer = self._open[-1] if self._open else _Element("", "", False)
        hidden = look is None or (outer.hidden and name not in rules.paragraphs)
        # A note in the midst of a raised run has paragraphs of its own, on their own line.
        around = "" if name in rules.paragraphs else outer.look
        skipped = name in rules.skipped or rules.hides(name, found)
        font = rules.font_of(name, found) or outer.font
        self._open.append(_Element(name, look or around, hidden, skipped, font))
        self._skipped += skipped

    def _hide_around(self, levels: int) -> None:
        """Hide an element that is open, or the paragraph."""
        if levels == PARAGRAPH and self._paragraphs:
            paragraph = self._paragraphs[-1]
            paragraph.kind = replace(paragraph.kind, hidden=True)
        elif 0 < levels <= len(self._open) and not self._open[-levels].skipped:
            self._open[-levels].skipped = True
            self._skipped += 1

    def _is_hidden(self) -> bool:
        return bool(self._open) and self._open[-1].hidden

    def _character(self, text: str, token: Token) -> None:
        if not text:
            return
        paragraph = self._paragraphs[-1]
        token = whole(self.source, token)
        if text == "\n":
            paragraph.space.clear()
            paragraph.breaks.append((token.start, token.end))
            paragraph.lines.append(Mapping())
            return
        self._read_space()
        for number, character in enumerate(text):
            # Several spaces in one element: the first has it, the others are empty at its end.
            start = token.end if number else token.start
            paragraph.lines[-1].add(character, start, token.end)

    def _text(self, token: Token) -> None:
        element = self._open[-1]
        if element.hidden or (self._rules.texts and element.name not in self._rules.texts):
            return
        paragraph = self._paragraphs[-1]
        written = list(characters(self.source, token.start, token.end))
        plain = "".join(character for character, _, _ in written)
        if not plain.isascii() and is_symbol_font(element.font):
            plain = "".join(symbol(ord(x), element.font) if ord(x) in PRIVATE else x for x in plain)
        text = raised(plain, element.look or "")
        for character, (_, start, end) in zip(text, written, strict=True):
            if character in _SPACE and self._rules.collapses:
                paragraph.space.append((start, end))
                continue
            self._read_space()
            paragraph.lines[-1].add(" " if character in "\n\r" else character, start, end)

    def _read_space(self) -> None:
        paragraph = self._paragraphs[-1]
        line = paragraph.lines[-1]
        if paragraph.space and len(line):
            line.add(" ", *paragraph.space[0])
            if paragraph.space[1:]:
                line.more[len(line) - 1] = paragraph.space[1:]
        paragraph.space.clear()

    def _name(self, written: str) -> str:
        prefix, colon, local = written.rpartition(":")
        usual = self._prefixes.get(prefix if colon else "")
        return local if usual == "" else f"{usual or '?'}:{local}"

    def _attributes(self, token: Token) -> dict[str, str]:
        found = attributes(self.source, token, xml=True)
        return {name.rpartition(":")[2]: value for name, value in found.items()}


def xml_patches(
    source: str, mapping: Mapping, found: list[TextChange], tab: str, apart: Apart | None = None
) -> list[SourcePatch]:
    """The patches that make `found` in the text of an XML source; `tab` is how it writes one. For
    `apart` see `patches`."""

    def render(text: str, index: int, _how: str) -> str:
        written = source[mapping.starts[index] : mapping.ends[index]]
        text = lowered_beside(mapping.characters[index], written, possible(text))
        return tab.join(escaped(piece) for piece in text.split("\t"))

    return patches(mapping, found, render, apart=apart)
