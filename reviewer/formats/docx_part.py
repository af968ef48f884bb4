"""One XML part of a docx: its paragraphs, and edits inside its runs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby

from reviewer.domain import NewBlock
from reviewer.formats.changes import Change
from reviewer.formats.docx_formula_edit import around_formulas
from reviewer.formats.docx_package import Package
from reviewer.formats.docx_runs import Reading, Run, TextElement, plain_properties
from reviewer.formats.docx_styles import Styles
from reviewer.formats.docx_walk import Walk
from reviewer.formats.elements import Tree
from reviewer.formats.mapped import MappedBlock, Mapping, Patch, patches
from reviewer.formats.markup import escaped
from reviewer.formats.new_block_runs import OFFICE, RunForm
from reviewer.formats.new_blocks import Placing
from reviewer.formats.xml_source import encoded, possible


class Part:
    """The paragraphs of one part; their mappings count in `source`."""

    def __init__(self, name: str, styles: Styles, *, chrome: bool, package: Package) -> None:
        self.source = package.source(name)
        walk = Walk(name, self.source, styles, chrome=chrome).over()
        self.blocks: list[MappedBlock] = walk.blocks()
        self._twins = walk.twins()
        self._texts = walk.texts
        self._starts = [element.content for element in self._texts]
        self._runs = walk.runs
        self._run_starts = [run.start for run in self._runs]
        self._styles = styles
        self._formulas = walk.formulas

    def patches(self, mapping: Mapping, found: Sequence[Change]) -> list[Patch]:
        """The patches that make `found` in a mapping and in its copy for older programs."""
        made = self._patches(mapping, found)
        for twin in self._twins.get(mapping.starts[0], ()):
            made += self._patches(twin, found)
        return made

    def new_patches(self, new: Sequence[tuple[int, NewBlock]]) -> list[Patch]:
        """The patches that put new blocks beside those with these numbers in the part."""
        tree = Tree(self.source, xml=True)
        prefix = next((run.prefix for run in self._runs if run.prefix.startswith("w")), "w:")
        form = RunForm(tree, prefix, lambda each: self._styles.named(each.role, each.level))
        return Placing(tree, self.blocks, OFFICE, form).patches(new)

    def encoded(self, source: str) -> bytes:
        """`source`, a changed version of this part's, as the part's new bytes."""
        return encoded(source)

    def _patches(self, mapping: Mapping, found: Sequence[Change]) -> list[Patch]:
        edits = around_formulas(mapping, self._formulas, found)
        made = patches(
            mapping, edits.outside, lambda text, index, _how: self._rendered(mapping, text, index)
        )
        made += edits.inside
        touched = {self._text_at(patch.start) for patch in made} - {None}
        return [
            *made,
            *(self._formula_patch(change) for change in edits.whole),
            *(
                self._kept_space(element)
                for element in (self._texts[index] for index in touched if index is not None)
                if "xml:space" not in self.source[element.start : element.content]
            ),
        ]

    def _formula_patch(self, change: Patch) -> Patch:
        """A formula whose parts changed becomes a run with its text."""
        prefix = next((run.prefix for run in self._runs if run.prefix.startswith("w")), "w:")
        text = escaped(possible(change.text))
        run = f'<{prefix}r><{prefix}t xml:space="preserve">{text}</{prefix}t></{prefix}r>'
        return Patch(change.start, change.end, run if text else "")

    def _rendered(self, mapping: Mapping, text: str, index: int) -> str:
        """`text` as XML where character `index` stands: in a text element or beside a tab."""
        text = possible(text)
        number = self._text_at(mapping.starts[index])
        if number is None:
            # A tab, hyphen or symbol element: its run, too, holds text elements.
            run = self._runs[bisect_right(self._run_starts, mapping.starts[index]) - 1]
            name = f"{run.prefix}t"
            inside = self._in_run(text, name, run, run.reading(self._styles), seen=False)
            opening = f'<{name} xml:space="preserve">'
            return f"{opening}{inside}</{name}>".replace(f"{opening}</{name}>", "")
        element = self._texts[number]
        seen = escaped(mapping.characters[index])
        written = self.source[mapping.starts[index] : mapping.ends[index]]
        return self._in_run(
            text, element.name, element.run, element.reading, seen=seen != written and bool(seen)
        )

    def _in_run(self, text: str, name: str, run: Run, reading: Reading, *, seen: bool) -> str:
        """`text` as the content of the text element `name` of `run`, which may end in between.

        What the run would show otherwise (a digit on the line in a raised run) goes into a
        run of its own; so does all that is not raised where it follows what is (`seen`).
        """
        opening = f'<{name} xml:space="preserve">'
        tab = f"</{name}><{run.prefix}tab/>{opening}"
        made: list[str] = []
        for plain, group in groupby(text, key=lambda each: self._is_plain(each, reading, seen)):
            if not plain:
                made += (
                    tab if each == "\t" else escaped(reading.written(each) or each)
                    for each in group
                )
                continue
            content = "".join(tab if each == "\t" else escaped(each) for each in group)
            properties = self.source[slice(*run.properties)]
            lowered = plain_properties(properties, run.prefix)
            again = f"</{run.prefix}r><{run.prefix}r>"
            made.append(
                f"</{name}>{again}{lowered}{opening}{content}</{name}>{again}{properties}{opening}"
            )
        return "".join(made)

    def _is_plain(self, character: str, reading: Reading, seen: bool) -> bool:
        """Whether the character needs a run that shows it on the line, as a letter."""
        written = reading.written(character)
        return written is None or (seen and written == character and bool(reading.raised))

    def _text_at(self, position: int) -> int | None:
        """The number of the text element whose content holds `position`."""
        number = bisect_right(self._starts, position) - 1
        return number if number >= 0 and position <= self._texts[number].end else None

    def _kept_space(self, element: TextElement) -> Patch:
        position = element.start + 1 + len(element.name)
        return Patch(position, position, ' xml:space="preserve"')
