"""The blocks that the paragraphs of a docx part are: their roles, their marks, their twins."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.formats.docx.field_numbers import FieldNumbers
from reviewer.formats.docx.numbering import Counter, Numbering
from reviewer.formats.docx.paragraph import Paragraph
from reviewer.formats.docx.styles import Styles
from reviewer.formats.shared.mapped import MappedBlock, Mapping, mapped_block
from reviewer.formats.shared.short_lines import is_short


class Blocks:
    """Makes blocks of the `paragraphs` of a part, which may come in any order."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], part: str, styles: Styles, numbering: Numbering
    ) -> None:
        self._paragraphs = sorted(paragraphs, key=lambda paragraph: paragraph.start)
        self._part = part
        self._styles = styles
        self._numbering = numbering

    def shown(self) -> list[MappedBlock]:
        """The blocks in the order in which they begin; text boxes follow their anchor."""
        found: list[MappedBlock] = []
        counter, fields = Counter(self._numbering), FieldNumbers()
        for paragraph in self._paragraphs:
            if paragraph.fallback:
                continue
            mark, blocks = self._mark(paragraph, counter), self._blocks(paragraph)
            if paragraph.number_code:
                _, depth = self._styles.role(paragraph.style, paragraph.outline, None)
                mark = mark or fields.next(paragraph.number_code, depth)
            if mark and blocks:
                blocks[0] = blocks[0].marked(mark)
            found += blocks
        return found

    def twins(self) -> dict[int, list[Mapping]]:
        """For where a block starts: the same text again, kept for programs without text boxes."""
        alternatives: dict[int, list[Paragraph]] = {}
        for paragraph in self._paragraphs:
            alternatives.setdefault(paragraph.alternative, []).append(paragraph)
        alternatives.pop(-1, None)
        pairs: dict[int, list[Mapping]] = {}
        for within in alternatives.values():
            choice, fallback = (
                [
                    block
                    for paragraph in within
                    if bool(paragraph.fallback) == in_fallback
                    for block in self._blocks(paragraph)
                ]
                for in_fallback in (False, True)
            )
            if [block.block.text for block in choice] == [block.block.text for block in fallback]:
                for one, other in zip(choice, fallback, strict=True):
                    pairs.setdefault(one.mapping.starts[0], []).append(other.mapping)
        return pairs

    def _mark(self, paragraph: Paragraph, counter: Counter) -> str:
        """What Word puts before the paragraph."""
        list_id, depth = paragraph.list_id, paragraph.list_level
        if list_id is None:
            list_id, inherited = self._styles.list_of(paragraph.style)
            if depth < 0:
                depth = inherited
        if not list_id or list_id == "0":
            return ""
        if depth < 0:
            depth = self._numbering.level_of_style(list_id, paragraph.style)
        return counter.next(list_id, depth)

    def _blocks(self, paragraph: Paragraph) -> list[MappedBlock]:
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
