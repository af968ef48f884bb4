"""Where a block that a document lacks goes in a tagged source, and which block it looks like."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from reviewer.domain import Edit, NewBlock, Role, Span, TextEdit
from reviewer.formats.new_blocks.cells import CellPlaces
from reviewer.formats.new_blocks.model import Form, Model, Names, Places
from reviewer.formats.shared import changes
from reviewer.formats.shared.elements import Element, Tree
from reviewer.formats.shared.mapped import MappedBlock, SourcePatch

_LOOKED_AT = 25
"""Blocks near by that tell how a paragraph looks here."""


def on_one_line(edits: Iterable[Edit]) -> list[Edit]:
    """The edits with no line break in a new block, which is one paragraph."""
    return [
        replace(edit, text=changes.on_one_line(edit.text).strip())
        if isinstance(edit, NewBlock)
        else edit
        for edit in edits
    ]


def split(edits: Iterable[Edit]) -> tuple[list[TextEdit], list[NewBlock]]:
    """The edits of blocks that there are, and the new blocks."""
    texts: list[TextEdit] = []
    new: list[NewBlock] = []
    for edit in edits:
        if isinstance(edit, NewBlock):
            new.append(edit)
        elif isinstance(edit, TextEdit):
            texts.append(edit)
    return texts, new


def inline(edits: Iterable[Edit], length_of: Sequence[int], gap: str = " ") -> list[TextEdit]:
    """The edits for a format without new blocks: their text stands in the block beside it."""
    texts, added = split(edits)
    for new in _in_turn(added):
        of_block = [edit for edit in texts if edit.block == new.block]
        end = length_of[new.block] if new.behind else 0
        touching = [edit for edit in of_block if (edit.span.end if new.behind else 0) == end]
        if new.behind and touching:
            last = touching[-1]
            texts[texts.index(last)] = replace(last, text=_joined(last.text, gap, new.text))
        elif touching and touching[0].span.start == 0:
            first = touching[0]
            texts[texts.index(first)] = replace(first, text=_joined(new.text, gap, first.text))
        else:
            text = f"{gap}{new.text}" if new.behind else f"{new.text}{gap}"
            texts.append(TextEdit(new.block, Span(end, end), text))
    return texts


def _in_turn(added: Sequence[NewBlock]) -> list[NewBlock]:
    """Those behind a block in their order; those before one from the last to the first, since
    each is put before the one that was put last."""
    behind = [new for new in added if new.behind]
    return behind + [new for new in reversed(added) if not new.behind]


def _joined(one: str, gap: str, other: str) -> str:
    return f"{one}{gap}{other}" if one and other else one or other


class Placing(Places):
    """Puts new blocks into the source of one part, whose blocks are `blocks`."""

    def __init__(self, tree: Tree, blocks: Sequence[MappedBlock], names: Names, form: Form) -> None:
        super().__init__(tree, blocks, names, form)
        self._cells = CellPlaces(tree, blocks, names, form)

    def patches(self, wanted: Sequence[tuple[int, NewBlock]]) -> list[SourcePatch]:
        """The patches that put each new block beside the block with that number in the part."""
        made: list[SourcePatch] = []
        wanted = [self._in_body(number, new) for number, new in wanted]
        for (number, behind, role), group in groupby(
            wanted, key=lambda each: (each[0], each[1].behind, each[1].role)
        ):
            new = [each for _, each in group]
            if role == "table_cell" and (filled := self._cells.patches(number, new)):
                made += filled
            elif role == "list_item":
                made += self._beside(number, new, behind)
            else:
                made += [patch for each in new for patch in self._beside(number, [each], behind)]
        return made

    def _in_body(self, number: int, new: NewBlock) -> tuple[int, NewBlock]:
        """Where it stands when it cannot stand beside what is not on the page, as a title of
        the window."""
        for other in range(number, len(self._blocks)):
            around = {each.name for each in self._among.around(self._among.start(other))}
            if self._names.unseen.isdisjoint(around):
                return (number, new) if other == number else (other, replace(new, behind=False))
        return number, new

    # -- paragraphs, headings, items
    def _beside(self, number: int, new: Sequence[NewBlock], behind: bool) -> list[SourcePatch]:
        """Blocks of one role beside a block."""
        paragraph = self._among.paragraph(number)
        other = self._amid(number, paragraph, behind)
        if paragraph is None or other is not None:
            near = number if other is None else other
            if paragraph is not None and self._among.paragraph(near) is not paragraph:
                return self._beside(near, new, not behind)
            return self._as_lines(near if not behind else number, new, behind or other is not None)
        unit, role = self._left(number, self._among.unit(paragraph), new[0].role, behind)
        texts = [self._written(number, replace(each, role=role)) for each in new]
        is_item = unit.name in self._names.items
        if role == "list_item" and not is_item and self._names.lists:
            texts = [self._form.in_list("".join(texts))]
        if (is_item and role != "list_item") or unit.name in self._names.cells:
            at = unit.last if behind else unit.inside
        else:
            at = unit.end if behind else unit.start
        gap = "\n" if self._is_on_a_line(unit) else ""
        put = "".join(gap + text if behind else text + gap for text in texts)
        return [SourcePatch(at, at, put)]

    def _is_on_a_line(self, unit: Element) -> bool:
        source, at = self._tree.source, unit.start
        while at and source[at - 1] in " \t":
            at -= 1
        return at > 0 and source[at - 1] == "\n"

    def _amid(self, number: int, paragraph: Element | None, behind: bool) -> int | None:
        """The block that shares this one's paragraph, next to it on that side."""
        start = self._among.start(number)
        place = bisect_left(self._among.starts, start) + (1 if behind else -1)
        if not 0 <= place < len(self._among.starts):
            return None
        other = self._among.starts[place]
        if paragraph is not None and not paragraph.start <= other < paragraph.end:
            return None
        for element in self._among.around(other):
            if element is paragraph:
                break
            if paragraph is not None and element.name in self._names.ends:
                # A text box, which is no part of the paragraph that it hangs on.
                return None
        return next(n for n in range(len(self._blocks)) if self._among.start(n) == other)

    def _as_lines(self, number: int, new: Sequence[NewBlock], behind: bool) -> list[SourcePatch]:
        """Lines beside block `number`, in its paragraph but in no link that it stands in."""
        mapping = self._blocks[number].mapping
        paragraph = self._among.paragraph(number)
        at = mapping.ends[-1] if behind else mapping.starts[0]
        for element in self._among.around(mapping.starts[-1 if behind else 0]):
            if element is paragraph or element.name in self._names.ends:
                break
            if element.name == "a" and not self._among.holds(
                element.start, element.end, but=number
            ):
                at = element.end if behind else element.start
        needed = self._form.text_element
        inner = next(self._among.around(mapping.starts[-1 if behind else 0]), None)
        if (
            needed
            and paragraph is not None
            and (inner is None or not self._is_named(inner, needed))
        ):
            at = paragraph.end if behind else paragraph.start
            return [SourcePatch(at, at, "".join(self._written(number, each) for each in new))]
        return [SourcePatch(at, at, "".join(self._form.line(each, behind=behind) for each in new))]

    def _is_named(self, element: Element, written: str) -> bool:
        return self._tree.source.startswith(f"<{written}", element.start)

    def _left(self, number: int, unit: Element, role: Role, behind: bool) -> tuple[Element, Role]:
        """The element to stand beside, outside of lists and tables where the new block is no
        part of them and nothing more follows in them; and its role there."""
        names = self._names
        boxes = names.lists | names.tables
        while True:
            around = (
                unit.up() if unit.name not in boxes else iter(unit.outer.up() if unit.outer else ())
            )
            box = next((each for each in around if each.name in boxes), None)
            if box is None:
                return unit, "paragraph" if role == "table_cell" else role
            if box.name in names.lists and role == "list_item":
                item = next((each for each in unit.up() if each.name in names.items), unit)
                if self._is_at_edge(number, item, behind):
                    return item, role
                return unit, "paragraph"
            if not self._is_at_edge(number, box, behind):
                return unit, "paragraph" if role == "table_cell" else role
            unit = self._among.unit(box)

    def _is_at_edge(self, number: int, element: Element, behind: bool) -> bool:
        start = self._among.start(number)
        if behind:
            return not self._among.holds(start + 1, element.end)
        return not self._among.holds(element.start, start)

    # -- looks
    def _written(self, number: int, new: NewBlock) -> str:
        model = self._model(number, new)
        if model is None and not self._form.knows(new) and new.role == "caption":
            new = replace(new, role="paragraph")
            model = self._model(number, new)
        return self._form.block(new, model)

    def _model(self, number: int, new: NewBlock) -> Model | None:
        """The nearest block of this role and level; of a heading without one of its level, any
        where the format has no look for it by itself."""
        near = sorted(range(len(self._blocks)), key=lambda each: abs(each - number))
        same = [n for n in near if self._is_model(n) and self._blocks[n].block.role == new.role]
        level = [n for n in same if self._blocks[n].block.level == new.level]
        if not level and new.role == "heading":
            titled = any(self._blocks[n].block.level for n in same)
            if (titled or not same) and self._form.knows(new):
                return None
        chosen = (level or same)[: _LOOKED_AT if new.role == "paragraph" else 1]
        if not chosen:
            return None
        # A paragraph looks as most do, not as the quotation that happens to stand beside it.
        models = [self._among.model_of(each, None) for each in chosen]
        looks = [self._form.block(replace(new, text=""), model) for model in models]
        return models[looks.index(Counter(looks).most_common(1)[0][0])]

    def _is_model(self, number: int) -> bool:
        around = [each.name for each in self._among.around(self._among.start(number))]
        return (
            not self._blocks[number].block.chrome
            and self._names.shunned.isdisjoint(around)
            and not self._names.paragraphs.isdisjoint(around)
        )
