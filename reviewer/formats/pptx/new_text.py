"""New paragraphs on a slide: text goes into no title, and a title into the empty box for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.domain import NewBlock
from reviewer.formats.new_blocks.model import Model
from reviewer.formats.new_blocks.places import Placing
from reviewer.formats.new_blocks.runs import OFFICE, RunForm
from reviewer.formats.shared.elements import Element, Tree
from reviewer.formats.shared.mapped import MappedBlock, SourcePatch

TITLES = ("title", "ctrTitle")
MARGINS = ("dt", "ftr", "sldNum", "hdr", "sldImg")
_TYPE = re.compile(r"\stype\s*=\s*[\"'](\w+)")
_HEADINGS = ("title", "heading")


class NewParagraphs:
    """Puts new blocks on the slide with this `source`, whose blocks are `blocks`."""

    def __init__(self, source: str, blocks: Sequence[MappedBlock]) -> None:
        self._source = source
        self._blocks = blocks
        self._tree = Tree(source, xml=True)
        self._form = RunForm(self._tree, "a:")
        self._empty = list(self._empty_boxes())

    def patches(self, wanted: Sequence[tuple[int, NewBlock]]) -> list[SourcePatch]:
        """The patches that put each new block beside the block with that number on the slide."""
        made: list[SourcePatch] = []
        beside: list[tuple[int, NewBlock]] = []
        for number, new in wanted:
            is_title = new.role in _HEADINGS
            number, new = (number, new) if is_title else self._in_text(number, new)
            in_title = self._blocks[number].block.role in _HEADINGS
            box = self._box(is_title) if is_title or in_title else None
            if box is None:
                beside.append((number, new))
            else:
                inner = self._tree.at(self._blocks[number].mapping.starts[0]) or box
                like = Model(self._blocks[number], inner, inner)
                made.append(self._form.filled(box, like, new.text, own_look=True))
        return made + Placing(self._tree, self._blocks, OFFICE, self._form).patches(beside)

    def _in_text(self, number: int, new: NewBlock) -> tuple[int, NewBlock]:
        """What stands beside a title stands before the text below it."""
        if self._blocks[number].block.role not in _HEADINGS:
            return number, new
        for other in range(number + 1, len(self._blocks)):
            block = self._blocks[other].block
            if block.role not in _HEADINGS and not block.chrome:
                return other, replace(new, behind=False)
        return number, new

    def _box(self, is_title: bool) -> Element | None:
        """An empty box for a title, or for text."""
        for box, of_title in self._empty:
            if of_title == is_title:
                self._empty.remove((box, of_title))
                return box
        return None

    def _empty_boxes(self) -> Iterator[tuple[Element, bool]]:
        """The boxes of the layout without text, and whether they are for a title."""
        for shape in self._tree.elements:
            if shape.name != "sp":
                continue
            inside = self._tree.inside(shape)
            holder = next((each for each in inside if each.name == "ph"), None)
            body = next((each for each in inside if each.name == "txBody"), None)
            if holder is None or body is None or any(each.name == "t" for each in inside):
                continue
            found = _TYPE.search(self._source, holder.start, holder.inside)
            kind = found[1] if found else "body"
            if kind in (*TITLES, "body", "obj", "subTitle"):
                yield body, kind in TITLES
