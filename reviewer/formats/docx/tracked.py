"""Edits of a Word document as tracked changes, and remarks as its comments."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reviewer.domain import Document, Edit
from reviewer.formats.docx.document import Parts, opened
from reviewer.formats.docx.marks import Marks, next_comment, with_comments
from reviewer.formats.docx.styles import NAMESPACES
from reviewer.formats.docx.table import whole
from reviewer.formats.docx.tracked_blocks import insertions, tracked
from reviewer.formats.new_blocks.places import inline, split
from reviewer.formats.shared import xml_source
from reviewer.formats.shared.changes import TextChange, by_block, changes
from reviewer.formats.shared.hanging import Hanging, left_out
from reviewer.formats.shared.mapped import MappedBlock, SourcePatch, patched
from reviewer.formats.shared.office_package import Package
from reviewer.formats.shared.stored import same_blocks
from reviewer.formats.shared.tracked import (
    AT_THE_END,
    Remark,
    Tracking,
    by_number,
    moved,
)
from reviewer.formats.xml_parts import by_part

_TYPES = "[Content_Types].xml"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NOTE = re.compile(r"<[\w.-]*:?(?P<kind>footnote|endnote)\b[^>]*\bid\s*=\s*[\"'](?P<id>-?\d+)")
_BOX = re.compile(r"<(/?)[\w.-]*:?txbxContent\b[^>]*?(/?)>")


def write_tracked(document: Document, edits: Sequence[Edit], tracking: Tracking) -> bytes:
    """The bytes of `document` with `edits` as tracked changes and remarks as comments.

    A remark in a text box or margin stands at the text before, one in a note at its mark: not
    every program takes comments there. So does one that tells of a change in a formula, which
    cannot be tracked.
    """
    if any(block.unit for block in document.blocks):
        document, edits, tracking = _of_whole(document, edits, tracking)
    file = opened(document.path, document.original)
    blocks = same_blocks(document, file.blocks())
    texts, new = split(edits)
    added, beside = insertions(file.parts, by_part(new, blocks))
    found = {
        number: changes(blocks[number].mapping.text, of_block, document.path, whole_words=True)
        for number, of_block in by_block(
            inline([*texts, *beside], [len(block.block.text) for block in blocks])
        ).items()
    }
    remarks = _Placing(file, blocks, found, tracking).remarks()
    main = file.package.main()
    strict = "purl.oclc.org/ooxml/wordprocessingml" in file.parts[main].source
    comments = _Comments(file.package, main, NAMESPACES[strict], strict)
    marks = Marks(
        (part.source for part in file.parts.values()), NAMESPACES[strict], tracking.author
    )
    marks.first_comment = next_comment(comments.source)
    said, times = by_number(remarks), tracking.times(blocks, found)
    made: dict[str, list[SourcePatch]] = {}
    notes: dict[int, list[Hanging]] = {}
    for gone in left_out(edits):
        hangings = file.parts[blocks[gone.block].part].hangings()
        notes.setdefault(gone.block, []).extend(
            hangings.notes(blocks[gone.block].mapping, gone.span)
        )
    for number in sorted(found.keys() | said.keys()):
        block = blocks[number]
        marks.at = times.get(number, "")
        made.setdefault(block.part, []).extend(
            file.parts[block.part].tracked_patches(
                block.mapping,
                found.get(number, ()),
                marks,
                said.get(number, ()),
                notes.get(number, ()),
            )
        )
    for marks.at, each in zip(tracking.later_times(times), added, strict=False):
        made.setdefault(each.part, []).extend(tracked(each, file.parts[each.part], marks))
    changed = {
        name: xml_source.encoded(patched(file.parts[name].source, patches), file.package.part(name))
        for name, patches in made.items()
    }
    if remarks:
        changed |= comments.parts(marks.first_comment, remarks)
    return file.package.with_xml(changed)


def _of_whole(
    document: Document, edits: Sequence[Edit], tracking: Tracking
) -> tuple[Document, Sequence[Edit], Tracking]:
    """The same of the whole document, for one side of a table."""
    full, made = whole(document, edits)
    numbers = {block.place: number for number, block in enumerate(full.blocks)}
    of = {
        number: numbers[block.place]
        for number, block in enumerate(document.blocks)
        if block.place in numbers
    }
    remarks = tuple(
        replace(one, block=of[one.block]) for one in tracking.remarks if one.block in of
    )
    times = {of[number]: at for number, at in tracking.at_of_block.items() if number in of}
    return full, made, replace(tracking, at_of_block=times, remarks=remarks)


@dataclass(frozen=True, slots=True)
class _Placing:
    """Which remarks stand where Word allows them."""

    file: Parts
    blocks: Sequence[MappedBlock]
    found: Mapping[int, Sequence[TextChange]]
    tracking: Tracking

    def remarks(self) -> list[Remark]:
        """All remarks, in the order of the text; none where there is no place for one."""
        formulas = [number for number in self.found if self._in_formula(number)]
        main = self.file.package.main()
        edges = self._edges_of_boxes(main)
        allowed = [
            number
            for number, block in enumerate(self.blocks)
            if block.part == main
            and number not in formulas
            and bisect_left(edges, block.mapping.starts[0]) % 2 == 0
        ]
        if not allowed:
            return []
        wanted = [*self.tracking.remarks, *map(self._of_formula, formulas)]
        referred = {
            one.block: self._reference(self.blocks[one.block], main)
            for one in wanted
            if self.blocks[one.block].part != main
        }
        starts = [self.blocks[number].mapping.starts[0] for number in allowed]

        def beside(number: int) -> int:
            """The block that refers to a note, or else the one before."""
            at = referred.get(number, -1)
            index = bisect_left(allowed, number) if at < 0 else bisect_right(starts, at)
            return allowed[max(index - 1, 0)]

        return moved(wanted, allowed, self.blocks, self.found, beside)

    def _reference(self, block: MappedBlock, main: str) -> int:
        """Where in the text the mark of the note stands that the block is in; -1: nowhere."""
        notes = self.file.parts[block.part].source
        found = list(_NOTE.finditer(notes, 0, block.mapping.starts[0]))
        if not found:
            return -1
        reference = re.compile(
            rf"<[\w.-]*:?{found[-1]['kind']}Reference\b[^>]*\bid\s*=\s*[\"']{found[-1]['id']}[\"']"
        )
        mark = reference.search(self.file.parts[main].source)
        return mark.start() if mark else -1

    def _in_formula(self, number: int) -> bool:
        block = self.blocks[number]
        part = self.file.parts[block.part]
        return part.formula_changes(block.mapping, self.found[number])

    def _edges_of_boxes(self, part: str) -> list[int]:
        """Where the text boxes of a part begin and end, one after the other: what stands behind an
        odd number of these is in one."""
        edges: list[int] = []
        depth = 0
        for tag in _BOX.finditer(self.file.parts[part].source):
            before = depth
            depth += 0 if tag[2] else -1 if tag[1] else 1
            if (before > 0) != (depth > 0):
                edges.append(tag.start())
        return edges

    def _of_formula(self, number: int) -> Remark:
        old = self.blocks[number].block.text
        words = f"Changed in a formula, which cannot be tracked.\nIt said: {old}"
        at = self.tracking.at_of_block.get(number, self.tracking.at)
        return Remark(number, AT_THE_END, words, self.tracking.author, at)


class _Comments:
    """The part of comments, which may not be there yet."""

    def __init__(self, package: Package, main: str, namespace: str, strict: bool) -> None:
        self._package = package
        self._main = main
        self._namespace = namespace
        self._office = _STRICT_OFFICE if strict else _OFFICE
        there = [link.target for link in package.relationships(main) if link.kind == "comments"]
        self._is_there = bool(there) and there[0] in package
        self._name = there[0] if self._is_there else self._free_name()
        self.source = package.source(self._name) if self._is_there else ""

    def _free_name(self) -> str:
        folder = posixpath.dirname(self._main)
        names = (posixpath.join(folder, f"comments{n or ''}.xml") for n in range(10_000))
        return next(name for name in names if name not in self._package)

    def parts(self, first: int, remarks: Sequence[Remark]) -> dict[str, bytes]:
        """The parts that say `remarks`, and those that tell of them."""
        source = with_comments(self.source, self._namespace, first, remarks)
        made = {self._name: xml_source.encoded(source)}
        if self._is_there:
            return made
        folder, base = posixpath.split(self._main)
        links = posixpath.join(folder, "_rels", f"{base}.rels")
        known = self._package.source(links) if links in self._package else ""
        types = self._package.source(_TYPES)
        return made | {
            links: xml_source.encoded(self._linked(known)),
            _TYPES: xml_source.encoded(
                _with_child(
                    types, f'<Override PartName="/{self._name}" ContentType="{_COMMENTS}"/>'
                )
            ),
        }

    def _linked(self, known: str) -> str:
        number = next(n for n in range(1, 2**20) if f'"rIdReviewer{n}"' not in known)
        link = (
            f'<Relationship Id="rIdReviewer{number}" Type="{self._office}/comments" '
            f'Target="/{self._name}"/>'
        )
        return _with_child(known or f'<Relationships xmlns="{_PACKAGE}"></Relationships>', link)


def _with_child(source: str, child: str) -> str:
    """`source` with one child more of its root, whose namespace has the root's prefix."""
    end = source.rfind("</")
    if end < 0:
        # A root without children is closed in its start tag.
        end = source.rindex("/>")
        name = source[source.rindex("<", 0, end) + 1 :].split()[0].rstrip("/>")
        source = f"{source[:end]}></{name}>"
        end = source.rfind("</")
    prefix, colon, _ = source[end + 2 :].partition(":")
    if colon and ">" not in prefix:
        child = child.replace("<", f"<{prefix}:", 1)
    return source[:end] + child + source[end:]
