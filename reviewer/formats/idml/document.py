"""InDesign markup (IDML): the stories in the order of the pages, paragraph by paragraph.

Notes, deleted tracked text and hidden text are not read. What stands on master pages is furniture,
as are stories that no page shows. Cells of tables and footnotes follow the paragraph that they
stand in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reviewer.domain import Document, Edit, NewBlock, Role
from reviewer.formats.idml.links import in_no_link
from reviewer.formats.idml.new_text import CONTAINERS, NewParagraphs
from reviewer.formats.idml.places import Shown, in_order
from reviewer.formats.new_blocks.places import inline, split
from reviewer.formats.shared.archive import Archive, not_there
from reviewer.formats.shared.changes import TextChange
from reviewer.formats.shared.kept_back import VARIABLES, found_in, kept_back
from reviewer.formats.shared.mapped import MappedBlock, Mapping, SourcePatch, mapped_block
from reviewer.formats.shared.markup import Token, attributes, characters, escaped, tokens, words
from reviewer.formats.shared.raised import Raised, raised
from reviewer.formats.shared.short_lines import is_short
from reviewer.formats.shared.stored import same_blocks
from reviewer.formats.shared.xml_walk import xml_patches
from reviewer.formats.xml_parts import SourcePart, by_part, edited_sources
from reviewer.messages import Message

_MAP = "designmap.xml"
_STYLES = "Resources/Styles.xml"
_SKIPPED = words(
    "Note HiddenText Properties StoryPreference InCopyExportOption TextVariableInstance"
)
_HEADING = re.compile(r"head|title|überschrift|titel|titre|título|titolo|заголовок|标题", re.I)
_LINE_BREAKS = "\u2028\n\r"
_TAB = "<?ACE 8?>"
"""The tab to the right edge; the other marks of this kind are no text (page numbers, notes)."""


@dataclass(slots=True)
class _Container:
    """A story, cell or note while it is read."""

    name: str
    mapping: Mapping = field(default_factory=Mapping)
    style: str = ""
    ranges: int = 0
    """Ranges of paragraphs that are open; one within another begins no paragraph."""


class _Story:
    """One walk over the tokens of a story."""

    def __init__(self, source: str, part: str) -> None:
        self._source = source
        self._part = part
        self._open: list[str] = []
        self._skipped = 0
        self._containers: list[_Container] = []
        self._raised: list[Raised] = []
        self._found: list[MappedBlock] = []
        for token in tokens(source, xml=True):
            self._take(token)

    def blocks(self) -> tuple[MappedBlock, ...]:
        """The paragraphs in the order in which they begin."""
        return tuple(sorted(self._found, key=lambda block: block.mapping.starts[0]))

    def _take(self, token: Token) -> None:
        name = token.name.rpartition(":")[2]
        if token.kind == "start":
            deleted = name == "Change" and "Deleted" in self._said(token).get("ChangeType", "")
            if not self._skipped and not deleted:
                self._start(name, token)
            if not token.closed:
                self._open.append("Deleted" if deleted else name)
                self._skipped += name in _SKIPPED or deleted
        elif token.kind == "end" and self._open:
            opened = self._open.pop()
            if opened in _SKIPPED or opened == "Deleted":
                self._skipped -= 1
            elif not self._skipped:
                self._end(opened)
        elif self._skipped or self._open[-1:] != ["Content"] or not self._containers:
            return
        elif token.kind == "text":
            self._text(token)
        elif self._source.startswith(_TAB, token.start):
            self._containers[-1].mapping.add("\t", token.start, token.end)

    def _said(self, token: Token) -> dict[str, str]:
        return attributes(self._source, token, xml=True)

    def _start(self, name: str, token: Token) -> None:
        if name in CONTAINERS and not token.closed:
            self._containers.append(_Container(name))
        elif not self._containers:
            return
        elif name == "ParagraphStyleRange":
            container = self._containers[-1]
            if not container.ranges:
                self._flush()
                container.style = self._said(token).get("AppliedParagraphStyle", "")
            container.ranges += not token.closed
        elif name == "CharacterStyleRange" and not token.closed:
            position = self._said(token).get("Position", "")
            how: Raised = "superscript" if "Superscript" in position else ""
            how = "subscript" if "Subscript" in position else how
            self._raised.append(how or _shifted(self._said(token).get("BaselineShift", "")))
        elif name == "Br":
            self._flush()

    def _end(self, name: str) -> None:
        if name in CONTAINERS and self._containers:
            self._flush()
            self._containers.pop()
        elif name == "ParagraphStyleRange" and self._containers:
            self._containers[-1].ranges -= 1
        elif name == "CharacterStyleRange" and self._raised:
            self._raised.pop()

    def _flush(self) -> None:
        container = self._containers[-1]
        mapping = container.mapping.trimmed()
        container.mapping = Mapping()
        if not mapping:
            return
        role: Role = "table_cell" if container.name == "Cell" else "paragraph"
        style = container.style.rpartition("/")[2]
        if role == "paragraph" and _HEADING.search(style) and is_short(mapping.text, 160):
            role = "heading"
        block = mapped_block(mapping, role, level=int(role == "heading"), part=self._part)
        self._found.append(block.at(f"{self._part}:{block.block.place}"))

    def _text(self, token: Token) -> None:
        written = list(characters(self._source, token.start, token.end))
        how = self._raised[-1] if self._raised else ""
        seen = raised("".join(character for character, _, _ in written), how)
        for character, (_, start, end) in zip(seen, written, strict=True):
            shown = " " if character in _LINE_BREAKS else character
            self._containers[-1].mapping.add(shown, start, end)


def read(path: str, data: bytes) -> Document:
    """The document in `data`."""
    parts = _parts(_opened(path, data))
    return Document(path, "idml", tuple(each.block for part in parts for each in part.blocks), data)


def write(document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of `document` after `edits`; all parts of the file but the edited stay."""
    archive = _opened(document.path, document.original)
    parts = _parts(archive)
    texts, new = split(edits)
    heading = _heading_style(archive) if new else ""

    def placed(
        part: SourcePart, of_part: Sequence[tuple[int, NewBlock]]
    ) -> tuple[list[SourcePatch], list[NewBlock]]:
        return NewParagraphs(part.source, part.blocks, heading).patches(of_part)

    blocks = same_blocks(document, [block for part in parts for block in part.blocks])
    by_name = by_part(new, blocks)
    left = [
        one for part in parts if part.name in by_name for one in placed(part, by_name[part.name])[1]
    ]
    beside = inline([*texts, *left], [len(block.mapping) for block in blocks])
    own = [one for one in new if one not in left]
    return archive.with_sources(
        edited_sources(
            document, parts, [*beside, *own], _patches, lambda part, of: placed(part, of)[0]
        )
    )


def _heading_style(archive: Archive) -> str:
    """The first style for headings that the document has, "" for none."""
    if _STYLES not in archive:
        return ""
    for style in archive.tree(_STYLES).iter("{*}ParagraphStyle"):
        if _HEADING.search(style.get("Self", "").rpartition("/")[2]):
            return escaped(style.get("Self", ""))
    return ""


def _shifted(points: str) -> Raised:
    """What a shift of the line by so many points does; less than two are a correction."""
    try:
        shift = float(points or 0)
    except ValueError:
        return ""
    if abs(shift) < _LEAST_SHIFT:
        return ""
    return "superscript" if shift > 0 else "subscript"


_LEAST_SHIFT = 2


def not_read(document: Document) -> Message | None:
    """How many stories are listed and not in the file."""
    archive = _opened(document.path, document.original)
    names = list(_stories(archive))
    sources = (archive.source(name) for name in names if name in archive)
    gone = not_there(document.path, names, archive)
    return gone or kept_back(document.path, found_in(sources, {VARIABLES: (' ResultText="',)}))


def _patches(source: str, mapping: Mapping, found: list[TextChange]) -> list[SourcePatch]:
    return xml_patches(source, mapping, found, "\t", in_no_link(source))


def _opened(path: str, data: bytes) -> Archive:
    return Archive(data, path, "InDesign document", "idml")


def _parts(archive: Archive) -> list[SourcePart]:
    names = _stories(archive)
    shown = in_order(archive, archive.tree(_MAP), names)
    return [_part(archive, name, how) for name, how in shown.items() if name in archive]


def _stories(archive: Archive) -> list[str]:
    """The names of the parts with text, there or not, in their order."""
    if _MAP not in archive:
        raise archive.damaged()
    return [element.get("src", "") for element in archive.tree(_MAP).iter("{*}Story")]


def _part(archive: Archive, name: str, shown: Shown) -> SourcePart:
    source = archive.source(name)
    blocks = _Story(source, name).blocks()
    if shown:
        reason = "hidden" if shown == "hidden" else ""
        blocks = tuple(
            replace(each, block=replace(each.block, chrome=True, reason=reason)) for each in blocks
        )
    return SourcePart(name, source, blocks)
