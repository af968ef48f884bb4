"""Ways to write a changed Markdown paragraph, the gentlest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewer.formats.shared.changes import TextChange, edited
from reviewer.formats.shared.mapped import Mapping, Pair, SourcePatch, patched, patches
from reviewer.formats.shared.markup import escaped as escaped_html
from reviewer.formats.shared.raised import lowered_beside

WAYS = ("as it is", "escaped", "without the markup touched", "without any markup")

_SPECIAL = re.compile(r"([\\`*_\[\]<>~|&#]|=(?==))")
_NO_TEXT = re.compile(
    r"!\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\([^()]*\)|\[[^\[\]]*\])?|(?<!\\)\[\^[^\]\[\s]+\]"
)
"""Images and the marks of footnotes: what stays when a paragraph's other markup goes."""

_LIST_MARK = re.compile(r"^(\s*)([-+=])")
_NUMBER_MARK = re.compile(r"^(\s*\d{1,9})([.)])")


def patches_by(
    way: int, source: str, mapping: Mapping, found: Sequence[TextChange], *, html: bool
) -> list[SourcePatch]:
    """The patches of `source` that make `found` in `mapping`, in way number `way` of `WAYS`."""
    if html:
        return patches(mapping, found, lambda text, _index, _how: escaped_html(text))
    if way == len(WAYS) - 1:
        text = edited(mapping.text, found).strip()
        marks = [pair for pair in mapping.pairs if pair.opening[0] < pair.opening[1]]
        start = min([mapping.starts[0], *(pair.opening[0] for pair in marks)])
        end = max([mapping.ends[-1], *(pair.closing[1] for pair in marks)])
        kept = "".join(match[0] for match in _NO_TEXT.finditer(source, start, end))
        return [SourcePatch(start, end, escaped(text) + kept)]

    def render(text: str, index: int, _how: str) -> str:
        written = source[mapping.starts[index] : mapping.ends[index]]
        text = lowered_beside(mapping.characters[index], written, text)
        return escaped(text) if way else text

    def apart(at: int, behind: bool, text: str) -> SourcePatch | None:
        place = _outside_links(source, mapping.pairs, at, behind=behind)
        written = escaped(text) if way else text
        return None if place is None else SourcePatch(place, place, written)

    made = patches(mapping, found, render, apart=apart)
    for pair in mapping.pairs:
        touched = any(
            (change.start < pair.end and pair.start < change.end)
            or (change.start == change.end and pair.start <= change.start <= pair.end)
            for change in found
        )
        if _is_emptied(pair.start, pair.end, found) or (
            way == 2 and touched and pair.opening[0] < pair.opening[1]
        ):
            made += [SourcePatch(*pair.opening, ""), SourcePatch(*pair.closing, "")]
    return made


def _outside_links(source: str, pairs: Sequence[Pair], at: int, *, behind: bool) -> int | None:
    """The place outside of the links whose words end, or begin, at `at`; None for no link."""
    found = None
    # From the inner ones outwards.
    for pair in sorted(pairs, key=lambda each: each.closing[0] - each.opening[0]):
        edge = pair.closing if behind else (pair.opening[1], pair.opening[0])
        if edge[0] == at and pair.opening[0] < pair.opening[1]:
            at = edge[1]
            if source.startswith("]", pair.closing[0]):
                found = at
    return found


def with_pictures(source: str, made: Sequence[SourcePatch]) -> list[SourcePatch]:
    """The patches, where a paragraph that is written anew has a picture in it whose text is
    changed as well."""
    wide = [patch for patch in made if _NO_TEXT.search(source, patch.start, patch.end)]
    kept = list(made)
    for whole in wide:
        text = whole.text
        for picture in _NO_TEXT.finditer(source, whole.start, whole.end):
            start, end = picture.span()
            inside = [
                patch
                for patch in kept
                if patch is not whole and start <= patch.start and patch.end <= end
            ]
            if inside:
                kept = [patch for patch in kept if patch not in inside]
                moved = [
                    SourcePatch(each.start - start, each.end - start, each.text) for each in inside
                ]
                text = text.replace(picture[0], patched(picture[0], moved), 1)
        kept = [replace(each, text=text) if each is whole else each for each in kept]
    return kept


def _is_emptied(start: int, end: int, found: Sequence[TextChange]) -> bool:
    """Whether nothing is left of the characters `start` to `end`, nor put in their place."""
    left = set(range(start, end))
    for change in found:
        if change.text and start <= change.start < end:
            return False
        if change.text and start < change.start == change.end == end:
            return False
        left.difference_update(range(change.start, change.end))
    return not left


def escaped(text: str) -> str:
    """`text` so that Markdown shows it as it is at the start of a paragraph."""
    text = _SPECIAL.sub(r"\\\1", text)
    return _NUMBER_MARK.sub(r"\1\\\2", _LIST_MARK.sub(r"\1\\\2", text))
