"""One XML part of a docx: its paragraphs, and edits inside its runs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby

from reviewer.domain import NewBlock, Span
from reviewer.formats.docx.field_places import FieldPlaces
from reviewer.formats.docx.formula_edit import around_formulas
from reviewer.formats.docx.gone_fields import Deleted, patches_of_fields
from reviewer.formats.docx.marks import Marks
from reviewer.formats.docx.numbering import Numbering
from reviewer.formats.docx.runs import Reading, Run, TextElement, plain_properties
from reviewer.formats.docx.styles import Styles
from reviewer.formats.docx.walk import Walk
from reviewer.formats.new_blocks.places import Placing
from reviewer.formats.new_blocks.runs import OFFICE, RunForm
from reviewer.formats.shared.changes import TextChange
from reviewer.formats.shared.elements import Tree
from reviewer.formats.shared.hanging import Hanging, Hangings
from reviewer.formats.shared.mapped import MappedBlock, Mapping, SourcePatch, patches
from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.office_package import Package
from reviewer.formats.shared.outside_links import in_no_link
from reviewer.formats.shared.tracked import Numbered, Step, steps
from reviewer.formats.shared.word_text import word_text
from reviewer.formats.shared.xml_source import possible


class Part:
    """The paragraphs of one part; their mappings count in `source`."""

    def __init__(
        self,
        name: str,
        styles: Styles,
        numbering: Numbering,
        *,
        chrome: bool,
        package: Package,
    ) -> None:
        self.source = package.source(name)
        walk = Walk(name, self.source, styles, numbering, chrome=chrome).over()
        blocks = walk.blocks()
        self.blocks: list[MappedBlock] = blocks.shown()
        self._twins = blocks.twins()
        self._texts = walk.texts
        self._starts = [element.content for element in self._texts]
        self._runs = walk.runs
        self._run_starts = [run.start for run in self._runs]
        self._styles = styles
        self._formulas = walk.formulas
        self._codes = walk.codes
        self._hangings: Hangings | None = None

    def patches(self, mapping: Mapping, found: Sequence[TextChange]) -> list[SourcePatch]:
        """The patches that make `found` in a mapping and in its copy for older programs."""
        made = self._patches(mapping, found)
        for twin in self._twins.get(mapping.starts[0], ()):
            made += self._patches(twin, found)
        return made

    def new_patches(self, new: Sequence[tuple[int, NewBlock]]) -> list[SourcePatch]:
        """The patches that put new blocks beside those with these numbers in the part."""
        prefix = self._prefix()
        form = RunForm(self.tree, prefix, lambda each: self._styles.named(each.role, each.level))
        return Placing(self.tree, self.blocks, OFFICE, form).patches(new)

    @cached_property
    def tree(self) -> Tree:
        """The elements of the source."""
        return Tree(self.source, xml=True)

    def tracked_patches(
        self,
        mapping: Mapping,
        found: Sequence[TextChange],
        marks: Marks,
        remarks: Sequence[Numbered],
        notes: Sequence[Hanging] = (),
    ) -> list[SourcePatch]:
        """The same as tracked changes, with the marks of `remarks` (see `tracked.steps`).

        What changes inside a formula cannot be tracked; `formula_changes` tells of it.
        """
        made = self._tracked(mapping, found, marks, remarks, notes)
        for twin in self._twins.get(mapping.starts[0], ()):
            made += self._tracked(twin, found, marks, ())
        return made

    def formula_changes(self, mapping: Mapping, found: Sequence[TextChange]) -> bool:
        """Whether `found` changes a formula."""
        edits = around_formulas(mapping, self._formulas, found)
        return bool(edits.inside or edits.whole)

    def _tracked(
        self,
        mapping: Mapping,
        found: Sequence[TextChange],
        marks: Marks,
        remarks: Sequence[Numbered],
        notes: Sequence[Hanging] = (),
    ) -> list[SourcePatch]:
        edits = around_formulas(mapping, self._formulas, found)
        made = edits.inside + [self._formula_patch(change) for change in edits.whole]
        groups: list[tuple[int | None, list[Step]]] = []
        for step in steps(mapping, edits.outside, remarks, notes):
            step = self._beside_formulas(step)
            place = self._text_at(step.start)
            if groups and groups[-1][0] == place and groups[-1][1][-1].end == step.start:
                groups[-1][1].append(step)
            else:
                groups.append((place, [step]))
        cuts = [(self._parted(mapping, place, group, marks), place) for place, group in groups]
        replaced = {
            place
            for cut, place in cuts
            if place is not None and cut.start < self._texts[place].content
        }
        standing = {place for _, place in cuts if place is not None} - replaced
        return [
            *made,
            *self._fields(mapping, found, marks.deleted),
            *(cut for cut, _ in cuts),
            *(
                self._kept_space(self._texts[place])
                for place in standing
                if not self._keeps_space(self._texts[place])
            ),
        ]

    def _fields(
        self, mapping: Mapping, found: Sequence[TextChange], deleted: Deleted | None = None
    ) -> list[SourcePatch]:
        """What takes away the fields whose results `found` deletes."""
        has_fields = "fldChar" in self.source or "fldSimple" in self.source
        return patches_of_fields(self.tree, mapping, found, deleted) if has_fields else []

    def _beside_formulas(self, step: Step) -> Step:
        """A remark that would open or close in a formula takes in all of it."""
        for (start, end), around in zip(self._formulas, self._around_formulas, strict=True):
            if start <= step.start <= end and step.kind in ("open", "close"):
                at = around[0] if step.kind == "open" else around[1]
                return replace(step, start=at, end=at)
        return step

    @cached_property
    def _around_formulas(self) -> list[tuple[int, int]]:
        """Where each formula begins and ends among the runs: one that is a field's code with
        the field."""
        if self._codes.keys().isdisjoint(self._formulas):
            return self._formulas
        fields = FieldPlaces(self.tree)
        return [
            fields.around(start, end) if (start, end) in self._codes else (start, end)
            for start, end in self._formulas
        ]

    def _parted(
        self, mapping: Mapping, place: int | None, group: Sequence[Step], marks: Marks
    ) -> SourcePatch:
        """The run that `group` stands in, cut in two around what happens there."""
        start, end = group[0].start, group[-1].end
        if any(start in piece for piece in self._around_formulas):
            # Only remarks stand here, beside the formula and in no run.
            return SourcePatch(
                start,
                end,
                "".join(self._step(mapping, one, self._runs[0], Reading(), marks) for one in group),
            )
        if place is None:
            run = self._runs[bisect_right(self._run_starts, max(start - 1, 0)) - 1]
            reading, name = run.reading(self._styles), ""
        else:
            element = self._texts[place]
            run, reading, name = element.run, element.reading, element.name
        inside = "".join(self._step(mapping, step, run, reading, marks) for step in group)
        properties = self.source[slice(*run.properties)]
        closing, opening = f"</{run.prefix}r>", f"<{run.prefix}r>{properties}"
        if place is not None:
            closing, opening = f"</{name}>{closing}", f'{opening}<{name} xml:space="preserve">'
            # No run stays that would have no text.
            if start == self._texts[place].content and self._begins_run(self._texts[place]):
                start, closing = run.start, ""
            if end == self._texts[place].end and self.source.startswith(
                after := f"</{name}></{run.prefix}r>", end
            ):
                end, opening = end + len(after), ""
        return SourcePatch(start, end, f"{closing}{inside}{opening}")

    def _begins_run(self, element: TextElement) -> bool:
        run = element.run
        head = self.source[run.start : element.start]
        return head.endswith(self.source[slice(*run.properties)]) and head.count("<") == (
            1 + self.source[slice(*run.properties)].count("<")
        )

    def _step(self, mapping: Mapping, step: Step, run: Run, reading: Reading, marks: Marks) -> str:
        if step.kind == "open":
            return marks.opening(self._prefix_of(run), step.number)
        if step.kind == "close":
            return marks.closing(self._prefix_of(run), step.number)
        properties = self.source[slice(*run.properties)]
        if step.kind == "delete":
            gone = self.source[step.start : step.end]
            if self._text_at(step.start) is not None:
                gone = f'<{run.prefix}delText xml:space="preserve">{gone}</{run.prefix}delText>'
            return marks.deleted(run.prefix, f"<{run.prefix}r>{properties}{gone}</{run.prefix}r>")
        seen = self._is_seen_otherwise(mapping, step.beside)
        inside = self._in_run(possible(step.text), f"{run.prefix}t", run, reading, seen=seen)
        opening = f'<{run.prefix}t xml:space="preserve">'
        text = f"{opening}{inside}</{run.prefix}t>".replace(f"{opening}</{run.prefix}t>", "")
        new = marks.inserted(run.prefix, f"<{run.prefix}r>{properties}{text}</{run.prefix}r>")
        if run.inserted is None:
            return new
        # Inside another author's insertion there is no place for one: it is cut in two.
        around = self.source[slice(*run.inserted)]
        return f"</{around[1:].split()[0]}>{new}{marks.numbered_anew(around)}"

    def without_marks(self, mapping: Mapping, span: Span) -> list[SourcePatch]:
        """The patches that take away the marks of the notes of a sentence that is deleted."""
        return self.hangings().without_marks([(mapping, span)])

    def hangings(self) -> Hangings:
        """What hangs on its sentences."""
        if self._hangings is None:
            self._hangings = Hangings(self.source, self.blocks, "office")
        return self._hangings

    def _patches(self, mapping: Mapping, found: Sequence[TextChange]) -> list[SourcePatch]:
        edits = around_formulas(mapping, self._formulas, found)
        made = patches(
            mapping,
            edits.outside,
            lambda text, index, _how: self._rendered(mapping, text, index),
            apart=in_no_link(self.source, self._own_run),
        )
        made += edits.inside
        touched = {self._text_at(patch.start) for patch in made} - {None}
        return [
            *made,
            *self._fields(mapping, found),
            *(self._formula_patch(change) for change in edits.whole),
            *(
                self._kept_space(element)
                for element in (self._texts[index] for index in touched if index is not None)
                if not self._keeps_space(element)
            ),
        ]

    def _formula_patch(self, change: SourcePatch) -> SourcePatch:
        """A formula whose parts changed becomes a run with its text; in a field, new code."""
        if code := self._codes.get((change.start, change.end)):
            return SourcePatch(change.start, change.end, code.code(possible(change.text)))
        return SourcePatch(change.start, change.end, self._own_run(change.text))

    def _own_run(self, text: str) -> str:
        """`text` as a run that looks as its paragraph does."""
        prefix = self._prefix()
        text = word_text(possible(text), prefix, f"{prefix}t")
        run = f'<{prefix}r><{prefix}t xml:space="preserve">{text}</{prefix}t></{prefix}r>'
        return run if text else ""

    def _prefix(self) -> str:
        """What stands before Word's names in this part."""
        return next((run.prefix for run in self._runs if run.prefix.startswith("w")), "w:")

    def _prefix_of(self, run: Run) -> str:
        """The same, of a run that may be a formula's."""
        return run.prefix if run.prefix.startswith("w") else self._prefix()

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
        seen = self._is_seen_otherwise(mapping, index)
        return self._in_run(text, element.name, element.run, element.reading, seen=seen)

    def _is_seen_otherwise(self, mapping: Mapping, index: int) -> bool:
        """Whether a character is shown as another than the one that is written."""
        seen = escaped(mapping.characters[index])
        return bool(seen) and seen != self.source[mapping.starts[index] : mapping.ends[index]]

    def _in_run(self, text: str, name: str, run: Run, reading: Reading, *, seen: bool) -> str:
        """`text` as the content of the text element `name` of `run`, which may end in between.

        What the run would show otherwise (a digit on the line in a raised run) goes into a
        run of its own; so does all that is not raised where it follows what is (`seen`).
        """
        opening = f'<{name} xml:space="preserve">'
        tab = f"</{name}><{run.prefix}tab/>{opening}"
        prefix = self._prefix_of(run)
        font = run.font(self._styles)

        def content(letters: Iterable[str]) -> str:
            return word_text("".join(letters), prefix, name, font).replace("\t", tab)

        made: list[str] = []
        for plain, group in groupby(text, key=lambda each: self._is_plain(each, reading, seen)):
            if not plain:
                made.append(content(reading.written(each) or each for each in group))
                continue
            properties = self.source[slice(*run.properties)]
            lowered = plain_properties(properties, run.prefix)
            again = f"</{run.prefix}r><{run.prefix}r>"
            made.append(
                f"</{name}>{again}{lowered}{opening}{content(group)}</{name}>{again}{properties}{opening}"
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

    def _keeps_space(self, element: TextElement) -> bool:
        return "xml:space" in self.source[element.start : element.content]

    def _kept_space(self, element: TextElement) -> SourcePatch:
        position = element.start + 1 + len(element.name)
        return SourcePatch(position, position, ' xml:space="preserve"')
