"""New paragraphs, rows and texts of empty cells as tracked insertions of a Word document.

A paragraph is parted from the next one by its mark. Where one follows, the new mark is the new
paragraph's own; at the end of a document or cell and before a table it is that of the paragraph
before, and the new one takes over the mark that was there: otherwise an empty paragraph would stay
when all is refused. Where a table follows and no paragraph stands before, that cannot be helped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from reviewer.domain import NewBlock
from reviewer.formats.docx.marks import Marks
from reviewer.formats.docx.part import Part
from reviewer.formats.new_blocks.neighbours import neighbours
from reviewer.formats.new_blocks.runs import OFFICE, without
from reviewer.formats.shared.elements import Element, Tree
from reviewer.formats.shared.mapped import SourcePatch
from reviewer.formats.shared.markup import words

_RUNS = r"(?P<runs><(?P=prefix)r>.*?</(?P=prefix)r>)"
_PARAGRAPH = re.compile(
    r"<(?P<prefix>[\w.-]*:?)p>"
    r"(?P<properties><(?P=prefix)pPr/>|<(?P=prefix)pPr\b[^>]*>.*?</(?P=prefix)pPr>)?"
    rf"{_RUNS}?</(?P=prefix)p>",
    re.DOTALL,
)
_PARAGRAPHS = re.compile(r"\s*(?:<([\w.-]*:?)p>.*?</\1p>\s*)+", re.DOTALL)
_RUN = re.compile(r"<(?P<prefix>[\w.-]*:?)r>.*</(?P=prefix)r>", re.DOTALL)
_ROW = re.compile(
    r"(?P<row><(?P<prefix>[\w.-]*:?)tr\b[^>]*>)"
    r"(?P<properties><(?P=prefix)trPr\b[^>]*/>|<(?P=prefix)trPr\b[^>]*>.*?</(?P=prefix)trPr>)?",
    re.DOTALL,
)
_OF_A_MARK = words("rPr sectPr pPrChange")
"""What a paragraph's properties say that is no look of the paragraph itself."""

_CHANGED = words("ins del moveFrom moveTo")


@dataclass(frozen=True, slots=True)
class Insertion:
    """New blocks at one place of a part. `carrier` is the paragraph before whose mark is the new
    one, None where each new paragraph has its own."""

    part: str
    patch: SourcePatch
    carrier: Element | None = None


def insertions(
    parts: dict[str, Part], wanted: dict[str, list[tuple[int, NewBlock]]]
) -> tuple[list[Insertion], list[NewBlock]]:
    """The new blocks that can be tracked as such, and the others, whose text is to stand in the
    block beside; `wanted` gives those of each part with what they stand beside."""
    made: list[Insertion] = []
    others: list[NewBlock] = []
    for name, added in wanted.items():
        part = parts[name]
        texts: dict[int, str] = {}
        of_place: dict[int, list[NewBlock]] = {}
        for _, group in groupby(added, key=lambda each: (each[0], each[1].behind, each[1].role)):
            new = list(group)
            patches = part.new_patches(new)
            if not all(map(_can_be_tracked, patches)):
                others += [each for _, each in new]
                continue
            for patch in patches:
                if patch.start < patch.end or not _PARAGRAPHS.fullmatch(patch.text):
                    made.append(Insertion(name, patch))
                    continue
                texts[patch.start] = texts.get(patch.start, "") + patch.text
                of_place.setdefault(patch.start, []).extend(each for _, each in new)
        for at, text in texts.items():
            beside = neighbours(part.tree, at, OFFICE)
            patch = SourcePatch(at, at, text)
            if beside.behind is not None:
                made.append(Insertion(name, patch))
            elif beside.before is not None and _can_carry(part.tree, beside.before):
                made.append(Insertion(name, patch, beside.before))
            elif beside.before_table:
                # Refused, an empty paragraph may stay: no program takes away this mark.
                made.append(Insertion(name, patch))
            else:
                others += of_place[at]
    return made, others


def _can_be_tracked(patch: SourcePatch) -> bool:
    text = patch.text.strip()
    return bool(
        _PARAGRAPHS.fullmatch(text)
        or _RUN.fullmatch(text)
        or (_ROW.match(text) and text.endswith("tr>"))
    )


def _can_carry(tree: Tree, before: Element) -> bool:
    """Whether a paragraph's mark can become a new one: it ends no section and is not deleted."""
    inside = {each.name for each in _properties(tree, before)}
    return "sectPr" not in inside and inside.isdisjoint(_CHANGED)


def _properties(tree: Tree, paragraph: Element) -> list[Element]:
    own = next((e for e in tree.inside(paragraph) if e.outer is paragraph), None)
    return [own, *tree.inside(own)] if own is not None and own.name == "pPr" else []


def tracked(insertion: Insertion, part: Part, marks: Marks) -> list[SourcePatch]:
    """The patches that make an insertion, tracked by `marks`."""
    patch = insertion.patch
    text = patch.text
    if run := _RUN.fullmatch(text.strip()):
        return [SourcePatch(patch.start, patch.end, marks.inserted(run["prefix"], text))]
    if patch.start < patch.end:
        # The empty paragraph of a cell, which is there already.
        return [SourcePatch(patch.start, patch.end, _with_text(text, marks))]
    if insertion.carrier is None:
        text = _PARAGRAPH.sub(lambda found: _inserted(found, marks), text)
        text = _ROW.sub(lambda found: _inserted_row(found, marks), text)
        return [SourcePatch(patch.start, patch.end, text)]
    found = list(_PARAGRAPH.finditer(text))
    last = found[-1]
    look = _look(part.tree, insertion.carrier)
    new = "".join(
        [
            *(_inserted(one, marks) for one in found[:-1]),
            _with_text(_looking_before(last, look, marks), marks),
        ]
    )
    new = text[: found[0].start()] + new + text[last.end() :]
    carrier = _carrying(part.tree, insertion.carrier, last["prefix"], marks)
    return [carrier, SourcePatch(patch.start, patch.end, new)]


def _inserted(found: re.Match[str], marks: Marks) -> str:
    """A paragraph with a mark that is inserted, as its text is."""
    prefix, properties = found["prefix"], found["properties"] or ""
    mark = f"<{prefix}rPr>{marks.mark_inserted(prefix)}</{prefix}rPr>"
    properties = _with_child(properties, f"{prefix}pPr", mark)
    runs = marks.inserted(prefix, found["runs"]) if found["runs"] else ""
    return f"<{prefix}p>{properties}{runs}</{prefix}p>"


def _inserted_row(found: re.Match[str], marks: Marks) -> str:
    prefix = found["prefix"]
    mark = marks.mark_inserted(prefix)
    return found["row"] + _with_child(found["properties"] or "", f"{prefix}trPr", mark)


def _with_text(paragraphs: str, marks: Marks) -> str:
    """Paragraphs whose text alone is inserted."""

    def written(found: re.Match[str]) -> str:
        prefix = found["prefix"]
        runs = marks.inserted(prefix, found["runs"]) if found["runs"] else ""
        return f"<{prefix}p>{found['properties'] or ''}{runs}</{prefix}p>"

    return _PARAGRAPH.sub(written, paragraphs)


def _look(tree: Tree, paragraph: Element) -> str:
    """What the properties of a paragraph say of it, without what they say of its mark."""
    own = next(iter(_properties(tree, paragraph)), None)
    return without(tree, own, _OF_A_MARK, content=True) if own is not None else ""


def _looking_before(found: re.Match[str], look: str, marks: Marks) -> str:
    """A paragraph that takes over the mark of one that looks so: refused, it looks so again."""
    prefix, properties = found["prefix"], found["properties"] or ""
    own = re.sub(r"\A<[^>]*>|</[^>]*>\Z", "", properties)
    if own == look:
        return found[0]
    change = marks.look_changed(prefix, f"<{prefix}pPr>{look}</{prefix}pPr>")
    properties = _with_child(properties, f"{prefix}pPr", change)
    return f"<{prefix}p>{properties}{found['runs'] or ''}</{prefix}p>"


def _carrying(tree: Tree, paragraph: Element, prefix: str, marks: Marks) -> SourcePatch:
    """The patch that makes the mark of a paragraph an inserted one."""
    source, mark = tree.source, marks.mark_inserted(prefix)
    whole = f"<{prefix}rPr>{mark}</{prefix}rPr>"
    properties = _properties(tree, paragraph)
    if not properties:
        whole = f"<{prefix}pPr>{whole}</{prefix}pPr>"
        if paragraph.closed:
            tag = source[paragraph.start : paragraph.end].removesuffix("/>").rstrip()
            return SourcePatch(paragraph.start, paragraph.end, f"{tag}>{whole}</{prefix}p>")
        return SourcePatch(paragraph.inside, paragraph.inside, whole)
    own, inside = properties[0], [e for e in properties[1:] if e.outer is properties[0]]
    if own.closed:
        return SourcePatch(own.start, own.end, f"<{prefix}pPr>{whole}</{prefix}pPr>")
    look = next((e for e in inside if e.name == "rPr"), None)
    if look is None:
        at = next((e.start for e in inside if e.name == "pPrChange"), own.last)
        return SourcePatch(at, at, whole)
    if look.closed:
        return SourcePatch(look.start, look.end, whole)
    return SourcePatch(look.inside, look.inside, mark)


def _with_child(element: str, name: str, child: str) -> str:
    """An element ("": none yet) with one child more, the last."""
    if not element:
        return f"<{name}>{child}</{name}>"
    if element.endswith("/>"):
        return f"{element[:-2].rstrip()}>{child}</{name}>"
    end = element.rindex("</")
    return element[:end] + child + element[end:]
