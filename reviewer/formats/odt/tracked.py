"""Edits of an OpenDocument text as tracked changes, and remarks as its annotations.

OpenDocument 1.3, part 3: 5.5 (tracked changes), 14.1 (annotations).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from reviewer.domain import Document, Edit, NewBlock
from reviewer.formats.new_blocks.places import inline, split
from reviewer.formats.odt import document as odt
from reviewer.formats.shared import xml_source
from reviewer.formats.shared.changes import TextChange, by_block, changes
from reviewer.formats.shared.mapped import MappedBlock, SourcePatch, patched
from reviewer.formats.shared.markup import escaped, tokens
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
_PARAGRAPHS = ("text:p", "text:h")
_LIST_END = re.compile(r"</text:tracked-changes\s*>")
_PARAGRAPH = re.compile(r"\s*<(text:[ph])\b[^>]*>(?:(?!</?text:[ph]\b).)*</\1>\s*", re.DOTALL)
_EMPTY_LIST = re.compile(r"<text:tracked-changes\b[^>]*/>")
_EDGES = re.compile(r"\A\s+|\s+\Z")
_SPACE = "<text:s/>"
"""A space that is kept at the start and at the end of a paragraph too (6.1.2)."""

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
    added, beside = _paragraphs(parts, blocks, new)
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
        part.name: _Writing(part, blocks, set(body), tracking, remarks).source(found, added)
        for part in parts
    }
    changed = {part.name: sources[part.name] for part in parts if sources[part.name] != part.source}
    if archive is None:
        made = xml_source.encoded(sources[""], document.original)
        xml_source.parsed(made)
        return made
    return archive.with_sources(changed)


@dataclass(frozen=True, slots=True)
class _Added:
    """A new block that is a paragraph, and what puts it in."""

    new: NewBlock
    patch: SourcePatch


def _paragraphs(
    parts: Sequence[SourcePart], blocks: Sequence[MappedBlock], new: Sequence[NewBlock]
) -> tuple[list[_Added], list[NewBlock]]:
    """The new blocks that are tracked as paragraphs, and the others, whose text stands in the
    block beside. Of several at one place only the first can be tracked so."""
    known = {part.name: part for part in parts}
    make = odt.new_patches_of(parts)
    whole: list[_Added] = []
    others: list[NewBlock] = []
    places: set[tuple[int, bool]] = set()
    for each in new:
        [(name, added)] = by_part([each], blocks).items()
        patches = make(known[name], added)
        alone = (each.block, each.behind) not in places
        if len(patches) == 1 and alone and _PARAGRAPH.fullmatch(patches[0].text):
            places.add((each.block, each.behind))
            whole.append(_Added(each, patches[0]))
        else:
            others.append(each)
    return whole, others


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
        self._spans: list[tuple[int, tuple[str, ...]]] | None = None
        known = all(name in part.source for name in _SPACES.split())
        self._spaces = "" if known else f" {_SPACES}"
        self._prefix = next(
            name for n in count(1) if f'"{(name := f"reviewer{n}")}' not in part.source
        )
        self._numbers = (f"{self._prefix}-{n}" for n in count(1))
        self._at = ""

    def source(self, found: Mapping[int, Sequence[TextChange]], added: Sequence[_Added]) -> str:
        """The part's new source."""
        said, times = by_number(self._remarks), self._tracking.times(self._blocks, found)
        made: list[SourcePatch] = []
        for number in sorted(found.keys() | said.keys()):
            block = self._blocks[number]
            if block.part != self._part.name:
                continue
            own = odt.without_lost_spaces(block.mapping.text, found.get(number, ()))
            if number not in self._tracked:
                made += odt.patches_of(self._source, block.mapping, own)
                continue
            self._at = times.get(number, "")
            for step in steps(block.mapping, own, said.get(number, ())):
                made.append(SourcePatch(step.start, step.end, self._step(step)))
        for at, one in zip(self._tracking.later_times(times), added, strict=False):
            self._at = at
            if self._blocks[one.new.block].part == self._part.name:
                made += self._inserted_paragraph(one)
        return patched(self._source, [*made, *self._listed()])

    def _inserted_paragraph(self, added: _Added) -> list[SourcePatch]:
        """A new paragraph and the mark between it and the one that it stands beside."""
        name = self._region("insertion", "")
        opening = f'<text:change-start{self._spaces} text:change-id="{name}"/>'
        closing = f'<text:change-end{self._spaces} text:change-id="{name}"/>'
        mapping, patch = self._blocks[added.new.block].mapping, added.patch
        text = patch.text
        if added.new.behind:
            at = mapping.ends[-1]
            end = text.rindex("</")
            text = text[:end] + closing + text[end:]
            return [SourcePatch(at, at, opening), SourcePatch(patch.start, patch.end, text)]
        at = mapping.starts[0]
        start = text.index(">") + 1
        text = text[:start] + opening + text[start:]
        return [SourcePatch(patch.start, patch.end, text), SourcePatch(at, at, closing)]

    def _step(self, step: Step) -> str:
        if step.kind in ("open", "close"):
            return self._annotation(step)
        if step.kind == "delete":
            gone = _EDGES.sub(_SPACE, self._source[step.start : step.end])
            gone = self._in_its_spans(step.start, gone)
            name = self._region("deletion", f"<text:p>{gone}</text:p>")
            return f'<text:change{self._spaces} text:change-id="{name}"/>'
        name = self._region("insertion", "")
        return (
            f'<text:change-start{self._spaces} text:change-id="{name}"/>{odt.rendered(step.text)}'
            f'<text:change-end{self._spaces} text:change-id="{name}"/>'
        )

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

    def _in_its_spans(self, place: int, gone: str) -> str:
        """Deleted source inside the spans that it stood in, so that it comes back as it was."""
        if self._spans is None:
            self._spans = list(_spans(self._source))
        at = bisect_right(self._spans, place, key=lambda one: one[0]) - 1
        for tag in reversed(self._spans[at][1] if at >= 0 else ()):
            name = tag[1:].split()[0].rstrip(">")
            gone = f"{tag}{gone}</{name}>"
        return gone

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


def _spans(source: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Places in the source from which on these spans are open."""
    open_: list[tuple[str, str]] = []
    for token in tokens(source, xml=True):
        if token.kind == "start" and not token.closed:
            open_.append((token.name, source[token.start : token.end]))
        elif token.kind == "end" and open_:
            open_.pop()
        else:
            continue
        paragraph = max((n for n, (name, _) in enumerate(open_) if name in _PARAGRAPHS), default=-1)
        inside = open_[paragraph + 1 :] if paragraph >= 0 else []
        yield token.end, tuple(tag for name, tag in inside if name == "text:span")
