"""New paragraphs, rows and texts of empty cells as tracked insertions of an OpenDocument text.

An insertion goes from a place in one paragraph to a place in another. A new paragraph's begins at
the end of the paragraph before, or else ends at the start of the one behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from reviewer.domain import NewBlock
from reviewer.formats.new_blocks.forms import ODT, OdtForm
from reviewer.formats.new_blocks.neighbours import Neighbours, neighbours
from reviewer.formats.new_blocks.places import Placing
from reviewer.formats.odt.row_styles import RowStyles
from reviewer.formats.shared.elements import Element, Tree
from reviewer.formats.shared.mapped import SourcePatch
from reviewer.formats.xml_parts import SourcePart

_PARAGRAPH = re.compile(
    r"(?P<open><(?P<name>text:[ph])\b[^>]*>)(?P<text>.*?)(?P<close></(?P=name)>)", re.DOTALL
)
_ID = re.compile(r"\s(?:xml|text):id\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_ROW = re.compile(r"\s*<table:table-row\b")

Marks = Callable[[], tuple[str, str]]
"""Gives what opens and what closes one more insertion."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """New paragraphs at one place of a part and those beside them; or texts (None), each of
    which is an insertion of its own."""

    part: str
    patch: SourcePatch
    beside: Neighbours | None = None


def insertions(
    parts: Sequence[SourcePart],
    wanted: dict[str, list[tuple[int, NewBlock]]],
    styles: frozenset[str],
) -> tuple[list[Insertion], list[NewBlock]]:
    """The new blocks as insertions, and those for which there is no place, whose text is to stand
    in the block beside; `wanted` gives those of each part with what they stand beside."""
    made: list[Insertion] = []
    others: list[NewBlock] = []
    for part in parts:
        if part.name not in wanted:
            continue
        tree = Tree(part.source, xml=True)
        placing = Placing(tree, part.blocks, ODT, OdtForm(tree, styles))
        texts: dict[int, str] = {}
        of_place: dict[int, list[NewBlock]] = {}
        for _, group in groupby(
            wanted[part.name], key=lambda each: (each[0], each[1].behind, each[1].role)
        ):
            new = list(group)
            for patch in placing.patches(new):
                if _are_paragraphs(tree, patch):
                    texts[patch.start] = texts.get(patch.start, "") + patch.text
                    of_place.setdefault(patch.start, []).extend(each for _, each in new)
                else:
                    made.append(Insertion(part.name, patch))
        for at, text in texts.items():
            beside = neighbours(tree, at, ODT)
            patch = SourcePatch(at, at, text)
            if beside.before or beside.behind:
                made.append(Insertion(part.name, patch, beside))
            elif beside.before_table:
                # No insertion ends before a table: refused, an empty paragraph stays.
                made.append(Insertion(part.name, patch))
            else:
                others += of_place[at]
    return made, others


def _are_paragraphs(tree: Tree, patch: SourcePatch) -> bool:
    """Whether a patch puts in paragraphs, and no text of a cell, row or line."""
    if patch.start < patch.end or _ROW.match(patch.text) or not _PARAGRAPH.search(patch.text):
        return False
    beside = neighbours(tree, patch.start, ODT)
    return bool(beside.before or beside.behind or beside.before_table)


def tracked(insertion: Insertion, source: str, marks: Marks, rows: RowStyles) -> list[SourcePatch]:
    """The patches that make an insertion in the source of its part."""
    patch = insertion.patch
    if insertion.beside is None:
        text = _texts_inserted(patch.text, marks)
        if _ROW.match(text):
            text = rows.inserted(text)
        return [SourcePatch(patch.start, patch.end, text)]
    opening, closing = marks()
    found = list(_PARAGRAPH.finditer(patch.text))
    before, behind = insertion.beside.before, insertion.beside.behind
    if before is not None:
        at = found[-1].start("close")
        text = patch.text[:at] + closing + patch.text[at:]
        carried = _put_in(source, before, opening, last=True)
        return [carried, SourcePatch(patch.start, patch.end, text)]
    first = found[0]
    tag = first["open"]
    empty = behind is not None and not source[behind.inside : behind.last]
    if behind is not None and empty and behind.name == "p" and first["name"] == "text:p":
        # Refused, an empty paragraph behind it is joined to the new one and looks as that did.
        tag = _ID.sub("", source[behind.start : behind.inside])
        tag = tag.removesuffix(">").removesuffix("/").rstrip() + ">"
    text = patch.text[: first.start()] + tag + opening + patch.text[first.end("open") :]
    made = [SourcePatch(patch.start, patch.end, text)]
    return [*made, _put_in(source, behind, closing, last=False)] if behind else made


def _texts_inserted(text: str, marks: Marks) -> str:
    """The text of each paragraph as an insertion, or all of it where there is no paragraph."""
    if not _PARAGRAPH.search(text):
        opening, closing = marks()
        return f"{opening}{text}{closing}"

    def inserted(found: re.Match[str]) -> str:
        opening, closing = marks()
        return f"{found['open']}{opening}{found['text']}{closing}{found['close']}"

    return _PARAGRAPH.sub(inserted, text)


def _put_in(source: str, paragraph: Element, mark: str, *, last: bool) -> SourcePatch:
    """The patch that puts a mark at the start of a paragraph or at its end."""
    if paragraph.closed:
        tag = source[paragraph.start : paragraph.end].removesuffix("/>").rstrip()
        name = tag[1:].split()[0]
        return SourcePatch(paragraph.start, paragraph.end, f"{tag}>{mark}</{name}>")
    at = paragraph.last if last else paragraph.inside
    return SourcePatch(at, at, mark)
