"""New paragraphs and cells in the stories of InDesign markup.

A paragraph is what stands between two `Br`; ranges with a style hold paragraphs and parts of
them. A new one gets ranges of its own, for which those around its place end and begin again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from reviewer.domain import NewBlock, Role
from reviewer.formats.shared.elements import Element, Tree
from reviewer.formats.shared.mapped import MappedBlock, SourcePatch
from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.xml_source import possible

CONTAINERS = frozenset({"Story", "Footnote", "Endnote", "Cell"})
_NOTES = frozenset({"Footnote", "Endnote"})
_RANGES = ("ParagraphStyleRange", "CharacterStyleRange")
_LOOKED_AT = 25
"""Paragraphs near by that tell how one looks here."""

_OWN = re.compile(r"\s(?:Self|Position)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
"""What is said of one range alone."""

_STYLE = re.compile(r"(\bAppliedParagraphStyle\s*=\s*)(?:\"[^\"]*\"|'[^']*')")
_ROLES: dict[Role, Role] = {"title": "heading", "caption": "paragraph", "list_item": "paragraph"}
"""Roles that no range tells, as what they are looked for."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where paragraphs go: `depth` ranges end there and begin again. The break of the paragraph
    before them is lacking at `lacking` (-1: it is there); behind the last of all comes none."""

    at: int
    depth: int = 0
    lacking: int = -1
    is_last: bool = False


class NewParagraphs:
    """Puts new blocks into a story whose blocks are `blocks`; `heading` is the style of headings
    where none is in the document, "" for none."""

    def __init__(self, source: str, blocks: Sequence[MappedBlock], heading: str = "") -> None:
        self._source = source
        self._blocks = blocks
        self._heading = heading
        self._tree = Tree(source, xml=True)
        self._filled: set[Element] = set()

    def patches(
        self, wanted: Sequence[tuple[int, NewBlock]]
    ) -> tuple[list[SourcePatch], list[NewBlock]]:
        """The patches that put each new block beside the block with that number in the story, and
        the new blocks for which there is no place."""
        made: dict[_Place, list[str]] = {}
        patches: list[SourcePatch] = []
        left: list[NewBlock] = []
        for number, new in wanted:
            role = _ROLES.get(new.role, new.role)
            if role == "table_cell":
                patch = self._in_cell(number, new)
                patches += [patch] if patch else []
                left += [] if patch else [new]
            elif place := self._place(number, behind=new.behind):
                text = self._paragraph(number, replace(new, role=role))
                made.setdefault(place, []).append(text)
            else:
                left.append(new)
        for place, texts in made.items():
            # A paragraph ends with its break; the last one of all has none.
            last = "" if place.is_last else "<Br/>"
            *others, end = texts
            written = [*(each.replace(_BREAK, "<Br/>") for each in others), end]
            patches.append(self._between(place, "".join(written).replace(_BREAK, last)))
            if place.lacking >= 0:
                patches.append(SourcePatch(place.lacking, place.lacking, "<Br/>"))
        return patches, left

    # -- places
    def _place(self, number: int, *, behind: bool) -> _Place | None:
        """Where a paragraph goes beside a block."""
        container, start, end, behind = self._outside(number, behind)
        if behind:
            other = self._next(end, container)
            at = next((e for e in self._breaks(container) if end <= e.start < other), None)
            return self._behind(at) if at else self._unended(container, start, other)
        before = [e for e in self._breaks(container) if e.end <= start]
        opening = self._around(start, "ParagraphStyleRange", container)
        if opening is None:
            return None
        if before and before[-1].start > opening.start:
            return self._behind(before[-1])
        return _Place(opening.start)

    def _behind(self, at: Element) -> _Place | None:
        """Behind a break: behind its ranges where nothing more is in them."""
        around = list(takewhile(lambda each: each.name in _RANGES, islice(at.up(), 1, None)))
        if not around or around[-1].name != "ParagraphStyleRange" or len(around) > len(_RANGES):
            return None
        rest = self._source[at.end : around[-1].last]
        if not re.sub(r"</CharacterStyleRange\s*>", "", rest).strip():
            return _Place(around[-1].end)
        return _Place(at.end, len(around))

    def _unended(self, container: Element, at: int, other: int) -> _Place | None:
        """Behind a paragraph without a break, as the last of a container is."""
        paragraph = self._around(at, "ParagraphStyleRange", container)
        if paragraph is None or paragraph.start < other < paragraph.end:
            return None
        runs = [
            each
            for each in self._tree.inside(paragraph)
            if each.name == "CharacterStyleRange" and each.outer is paragraph and not each.closed
        ]
        is_last = other > container.last
        return _Place(paragraph.end, 0, runs[-1].last, is_last) if runs else None

    def _outside(self, number: int, behind: bool) -> tuple[Element, int, int, bool]:
        """The container that a new paragraph stands in, what it stands beside there (from, to),
        and on which side: outside of notes, and of tables at whose edge the block is."""
        mapping = self._blocks[number].mapping
        start, end = mapping.starts[0], mapping.ends[-1]
        container = self._container(start)
        while True:
            outer: Element | None = None
            if container.name in _NOTES:
                outer, behind = container, True
            elif container.name == "Cell":
                table = next((each for each in container.up() if each.name == "Table"), None)
                span = (start + 1, table.end) if table and behind else (0, 0)
                span = (table.start, start) if table and not behind else span
                outer = None if any(span[0] <= at < span[1] for at in self._starts()) else table
            if outer is None:
                return container, start, end, behind
            start, end = outer.start, outer.end
            container = self._container(outer.start, but=outer)

    def _starts(self) -> Iterator[int]:
        return (block.mapping.starts[0] for block in self._blocks)

    def _container(self, offset: int, but: Element | None = None) -> Element:
        around = self._tree.at(offset) if but is None else but.outer
        assert around is not None
        return next(each for each in around.up() if each.name in CONTAINERS)

    def _next(self, end: int, container: Element) -> int:
        """Where the next text of a container begins; behind it where there is none."""
        later = [at for at in self._starts() if at >= end and self._container(at) is container]
        return min(later, default=container.last + 1)

    def _breaks(self, container: Element) -> Iterator[Element]:
        return (
            each
            for each in self._tree.inside(container)
            if each.name == "Br" and self._container(each.start, but=each) is container
        )

    def _around(self, offset: int, name: str, container: Element) -> Element | None:
        inner = self._tree.at(offset)
        for each in inner.up() if inner else ():
            if each is container:
                return None
            if each.name == name:
                return each
        return None

    def _between(self, place: _Place, text: str) -> SourcePatch:
        at, depth = place.at, place.depth
        if not depth:
            return SourcePatch(at, at, text)
        inner = self._tree.at(at - 1)
        around = [each for each in (inner.up() if inner else ()) if each.name in _RANGES][:depth]
        closing = "".join(f"</{each.name}>" for each in around)
        opening = "".join(self._opening(each, like=False) for each in reversed(around))
        return SourcePatch(at, at, f"{closing}{text}{opening}")

    # -- cells
    def _in_cell(self, number: int, new: NewBlock) -> SourcePatch | None:
        """The text in the nearest empty cell on that side, up to the next one with text."""
        container = self._container(self._blocks[number].mapping.starts[0])
        table = next((each for each in container.up() if each.name == "Table"), None)
        if table is None or container.name != "Cell":
            return None
        cells = [e for e in self._tree.inside(table) if e.name == "Cell" and e.outer is table]
        place = cells.index(container)
        for cell in cells[place + 1 :] if new.behind else reversed(cells[:place]):
            if any(cell.start <= at < cell.end for at in self._starts()):
                return None
            if cell not in self._filled and not cell.closed:
                self._filled.add(cell)
                return self._fill(number, cell, new)
        return None

    def _fill(self, number: int, cell: Element, new: NewBlock) -> SourcePatch:
        content = f"<Content>{escaped(possible(new.text))}</Content>"
        inside = self._tree.inside(cell)
        run = next((each for each in inside if each.name == "CharacterStyleRange"), None)
        if run is None:
            text = self._paragraph(number, new).replace(_BREAK, "")
            return SourcePatch(cell.last, cell.last, text)
        if run.closed:
            opening = self._source[run.start : run.end].removesuffix("/>").rstrip()
            return SourcePatch(run.start, run.end, f"{opening}>{content}</{run.name}>")
        empty = next((e for e in inside if e.name == "Content" and e.closed), None)
        if empty:
            return SourcePatch(empty.start, empty.end, content)
        return SourcePatch(run.last, run.last, content)

    # -- looks
    def _paragraph(self, number: int, new: NewBlock) -> str:
        """The whole paragraph in the look of its role, with `_BREAK` where its break goes."""
        model = self._model(number, new.role)
        opening = self._opening(model[0]) if model[0] else "<ParagraphStyleRange>"
        if model[2] and self._heading:
            opening = _STYLE.sub(rf'\1"{self._heading}"', opening)
        run = self._opening(model[1]) if model[1] else "<CharacterStyleRange>"
        content = f"<Content>{escaped(possible(new.text))}</Content>{_BREAK}"
        return f"{opening}{run}{content}</CharacterStyleRange></ParagraphStyleRange>"

    def _model(self, number: int, role: Role) -> tuple[Element | None, Element | None, bool]:
        """The ranges of a paragraph and of its text to take the look from, and whether it is of
        another role."""
        near = sorted(range(len(self._blocks)), key=lambda each: abs(each - number))
        same = [each for each in near if self._blocks[each].block.role == role]
        chosen = (same or near)[: _LOOKED_AT if role == "paragraph" else 1]
        ranges = [self._ranges(each) for each in chosen]
        looks = [self._opening(outer) if outer else "" for outer, _ in ranges]
        usual = ranges[looks.index(Counter(looks).most_common(1)[0][0])]
        return (*usual, not same and role == "heading")

    def _ranges(self, number: int) -> tuple[Element | None, Element | None]:
        starts = self._blocks[number].mapping.starts
        container = self._container(starts[0])
        runs = Counter(self._around(at, "CharacterStyleRange", container) for at in starts)
        paragraph = self._around(starts[0], "ParagraphStyleRange", container)
        return paragraph, runs.most_common(1)[0][0]

    def _opening(self, element: Element, *, like: bool = True) -> str:
        """The start tag of a range with its properties, for one more of it."""
        tag = self._source[element.start : element.inside]
        inside = self._tree.inside(element)
        first = inside[0] if inside and inside[0].outer is element else None
        more = ""
        if first and first.name == "Properties":
            more = self._source[first.start : first.end]
        return (_OWN.sub("", tag) if like else tag) + more


_BREAK = "\0"
"""Where a paragraph's break goes; no XML has this character."""
