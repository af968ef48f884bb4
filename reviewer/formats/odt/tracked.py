"""Edits of an OpenDocument text as tracked changes, and remarks as its annotations.

OpenDocument 1.3, part 3: 5.5 (tracked changes), 14.1 (annotations).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import count

from reviewer.domain import Document, Edit, LeftOut
from reviewer.formats.new_blocks.places import inline, split
from reviewer.formats.odt import document as odt
from reviewer.formats.odt.deletions import Deletions, joined
from reviewer.formats.odt.gone_fields import with_whole_fields
from reviewer.formats.odt.row_styles import RowStyles
from reviewer.formats.odt.tracked_blocks import Insertion, insertions, tracked
from reviewer.formats.shared import xml_source
from reviewer.formats.shared.changes import TextChange, by_block, changes
from reviewer.formats.shared.hanging import Hanging, Hangings, left_out
from reviewer.formats.shared.mapped import MappedBlock, SourcePatch, patched
from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.stored import same_blocks
from reviewer.formats.shared.tracked import (
    Remark,
    Step,
    Tracking,
    by_number,
    moved,
    steps,
    to_the_second,
)
from reviewer.formats.shared.xml_source import possible
from reviewer.formats.xml_parts import SourcePart, by_part

_SPACES = (
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_CONTENT = "content.xml"
_LIST_END = re.compile(r"</text:tracked-changes\s*>")
_EMPTY_LIST = re.compile(r"<text:tracked-changes\b[^>]*/>")
_BODY = re.compile(
    r"<office:text\b[^>]*>(?:\s*(?:<office:forms\b[^>]*/>|<office:forms\b.*?</office:forms>))?",
    re.DOTALL,
)


def write_tracked(document: Document, edits: Sequence[Edit], tracking: Tracking) -> bytes:
    """The bytes of `document` with `edits` as tracked changes and remarks as annotations.

    Margins know neither: what is edited there is not tracked, and remarked at the text.
    """
    parts, archive = odt.parts_of(document.path, document.original)
    blocks = same_blocks(document, [block for part in parts for block in part.blocks])
    texts, new = split(edits)
    styles = odt.paragraph_styles(part.source for part in parts)
    added, beside = insertions(parts, by_part(new, blocks), styles)
    gone = left_out(edits)
    edits = inline([*texts, *beside], [len(block.block.text) for block in blocks])
    found = {
        number: changes(blocks[number].mapping.text, of_block, document.path, whole_words=True)
        for number, of_block in by_block(edits).items()
    }
    body = [
        n for n, one in enumerate(blocks) if one.part in ("", _CONTENT) and not one.block.chrome
    ]
    remarks = moved(tracking.remarks, body, blocks, found) if body else []
    sources = {
        part.name: _Writing(part, blocks, set(body), tracking, remarks).source(found, added, gone)
        for part in parts
    }
    changed = {part.name: sources[part.name] for part in parts if sources[part.name] != part.source}
    if archive is None:
        made = xml_source.encoded(sources[""], document.original)
        xml_source.parsed(made)
        return made
    return archive.with_sources(changed)


class _Writing:
    """Writes one part."""

    def __init__(
        self,
        part: SourcePart,
        blocks: Sequence[MappedBlock],
        tracked: set[int],
        tracking: Tracking,
        remarks: Sequence[Remark],
    ) -> None:
        self._part = part
        self._source = part.source
        self._blocks = blocks
        self._tracked = tracked
        self._tracking = tracking
        self._remarks = remarks
        self._regions: list[str] = []
        self._deletions = Deletions(part.source)
        known = all(name in part.source for name in _SPACES.split())
        self._spaces = "" if known else f" {_SPACES}"
        self._prefix = next(
            name for n in count(1) if f'"{(name := f"reviewer{n}")}' not in part.source
        )
        self._numbers = (f"{self._prefix}-{n}" for n in count(1))
        self._at = ""

    def source(
        self,
        found: Mapping[int, Sequence[TextChange]],
        added: Sequence[Insertion],
        gone: Sequence[LeftOut],
    ) -> str:
        """The part's new source; the marks of the notes of `gone` sentences go with them."""
        said, times = by_number(self._remarks), self._tracking.times(self._blocks, found)
        made: list[SourcePatch] = []
        rows = RowStyles(self._source, self._prefix)
        notes = self._notes(gone)
        edges = [(note.start, note.end) for of_block in notes.values() for note in of_block]
        for number in sorted(found.keys() | said.keys()):
            block = self._blocks[number]
            first = block.mapping.starts[0]
            if block.part != self._part.name or any(a < first < b for a, b in edges):
                continue
            wanted = found.get(number, ())
            if number not in self._tracked:
                made += odt.patches_of(self._source, block.mapping, wanted)
                continue
            own = odt.without_lost_spaces(block.mapping.text, wanted)
            self._at = times.get(number, "")
            own_steps = steps(block.mapping, own, said.get(number, ()), notes.get(number, ()))
            own_steps = with_whole_fields(own_steps, self._source, block.mapping, wanted)
            for step in joined(self._source, own_steps):
                made.append(SourcePatch(step.start, step.end, self._step(step)))
        for at, one in zip(self._tracking.later_times(times), added, strict=False):
            self._at = at
            if one.part == self._part.name:
                made += tracked(one, self._source, self._insertion, rows)
        return patched(self._source, [*made, *rows.patches(), *self._listed()])

    def _notes(self, gone: Sequence[LeftOut]) -> dict[int, list[Hanging]]:
        """The marks of notes of the sentences of this part that are deleted, by their blocks."""
        own = [each for each in gone if self._blocks[each.block].part == self._part.name]
        made: dict[int, list[Hanging]] = {}
        if not own:
            return made
        hangings = Hangings(self._source, self._part.blocks, "odt")
        for each in own:
            notes = hangings.notes(self._blocks[each.block].mapping, each.span)
            made.setdefault(each.block, []).extend(notes)
        return made

    def _insertion(self) -> tuple[str, str]:
        """What opens and what closes a new insertion."""
        name = self._region("insertion", "")
        return (
            f'<text:change-start{self._spaces} text:change-id="{name}"/>',
            f'<text:change-end{self._spaces} text:change-id="{name}"/>',
        )

    def _step(self, step: Step) -> str:
        if step.kind in ("open", "close"):
            return self._annotation(step)
        if step.kind == "delete":
            gone, left = self._deletions.of(step.start, step.end)
            name = self._region("deletion", f"<text:p>{gone}</text:p>")
            return f'<text:change{self._spaces} text:change-id="{name}"/>{left}'
        opening, closing = self._insertion()
        return f"{opening}{odt.rendered(step.text)}{closing}"

    def _region(self, kind: str, inside: str) -> str:
        """List a change; its name."""
        name = next(self._numbers)
        self._regions.append(
            f'<text:changed-region text:id="{name}" xml:id="{name}"><text:{kind}>'
            f"<office:change-info>{_said_by(self._tracking.author, self._at)}"
            f"</office:change-info>{inside}</text:{kind}></text:changed-region>"
        )
        return name

    def _annotation(self, step: Step) -> str:
        remark = self._remarks[step.number]
        name = f"{self._prefix}-remark-{step.number}"
        if step.kind == "close":
            return f'<office:annotation-end{self._spaces} office:name="{name}"/>'
        lines = remark.text.split("\n")
        paragraphs = "".join(f"<text:p>{escaped(possible(line))}</text:p>" for line in lines)
        return (
            f'<office:annotation{self._spaces} office:name="{name}">'
            f"{_said_by(remark.author, to_the_second(remark.at))}{paragraphs}</office:annotation>"
        )

    def _listed(self) -> list[SourcePatch]:
        """The list of changes, which stands before the text."""
        if not self._regions:
            return []
        regions = "".join(self._regions)
        there = _LIST_END.search(self._source)
        if there:
            return [SourcePatch(there.start(), there.start(), regions)]
        whole = (
            f'<text:tracked-changes{self._spaces} text:track-changes="false">{regions}'
            "</text:tracked-changes>"
        )
        empty = _EMPTY_LIST.search(self._source)
        if empty:
            return [SourcePatch(empty.start(), empty.end(), whole)]
        found = _BODY.search(self._source)
        return [SourcePatch(found.end(), found.end(), whole)] if found else []


def _said_by(author: str, at: str) -> str:
    return f"<dc:creator>{escaped(possible(author))}</dc:creator><dc:date>{at}</dc:date>"
