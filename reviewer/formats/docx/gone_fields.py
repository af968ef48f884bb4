"""Fields of Word whose whole result is deleted.

A field that is left without a result is no empty place: Word computes it anew when it prints, and
the number of a page or figure stands there again. So its code goes with its result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from reviewer.formats.shared.changes import TextChange
from reviewer.formats.shared.elements import Element, Tree
from reviewer.formats.shared.fields import Field
from reviewer.formats.shared.mapped import Mapping, SourcePatch

_CHAR = re.compile(r"<[\w.-]*:?fldChar\b[^>]*\bfldCharType\s*=\s*[\"'](begin|separate|end)[\"']")
_CODE = re.compile(r"(</?[\w.-]*:?)instrText\b")
_TAG = re.compile(r"<([\w.-]*:?)fldSimple\b[^>]*?\binstr\s*=\s*(\"[^\"]*\"|'[^']*')")
_BEFORE_CODE = frozenset({"r", "rPr", "fldChar", "instrText"})
"""What may stand before the result: of other things more than the code would be deleted."""

Deleted = Callable[[str, str], str]
"""(prefix of Word's names, runs whose text is deleted) to a tracked deletion of them."""


def patches_of_fields(
    tree: Tree, mapping: Mapping, found: Sequence[TextChange], deleted: Deleted | None = None
) -> list[SourcePatch]:
    """The patches that take away the codes of the fields whose results `found` deletes; `deleted`
    says how, where changes are tracked."""
    made: list[SourcePatch] = []
    for field in _fields(tree, mapping):
        if not field.holds_all(mapping, found):
            continue
        for number, (start, end) in enumerate((field.code, field.end)):
            written = tree.source[start:end]
            put = deleted(*_as_runs(written, number)) if deleted else ""
            made.append(SourcePatch(start, end, put))
    return made


def _as_runs(written: str, number: int) -> tuple[str, str]:
    """The prefix and the runs of the code (0) or the end (1) of a field, with deleted code. A
    simple field, which no deletion can hold without its result, becomes runs."""
    prefix = (
        written.removeprefix("</").removeprefix("<").split(":")[0] + ":" if ":" in written else ""
    )
    simple = _TAG.match(written)
    if simple:
        code = f"<{prefix}delInstrText>{simple[2][1:-1]}</{prefix}delInstrText>"
        begin, separate = (_char(prefix, kind) for kind in ("begin", "separate"))
        return prefix, f"{begin}<{prefix}r>{code}</{prefix}r>{separate}"
    if number and "fldSimple" in written:
        return prefix, _char(prefix, "end")
    return prefix, _CODE.sub(r"\1delInstrText", written)


def _char(prefix: str, kind: str) -> str:
    return f'<{prefix}r><{prefix}fldChar {prefix}fldCharType="{kind}"/></{prefix}r>'


def _fields(tree: Tree, mapping: Mapping) -> Iterator[Field]:
    """The fields of the paragraph of a block that have a result."""
    inner = tree.at(mapping.starts[0])
    paragraph = next((each for each in inner.up() if each.name == "p"), None) if inner else None
    if paragraph is None:
        return
    begun: list[Element] = []
    separated: dict[Element, Element] = {}
    for each in tree.inside(paragraph):
        if next(outer for outer in each.up() if outer.name == "p") is not paragraph:
            continue
        if each.name == "fldSimple" and not each.closed:
            yield Field((each.start, each.inside), (each.last, each.end))
        elif each.name == "r":
            kinds = _CHAR.findall(tree.source, each.inside, each.last)
            if kinds == ["begin"]:
                begun.append(each)
            elif kinds == ["separate"] and begun:
                separated[begun[-1]] = each
            elif kinds == ["end"] and begun:
                first = begun.pop()
                behind = separated.get(first)
                if behind and _is_code(tree, first, behind) and first.outer is each.outer:
                    yield Field((first.start, behind.end), (each.start, each.end))
            elif kinds:
                begun.clear()


def _is_code(tree: Tree, first: Element, last: Element) -> bool:
    """Whether nothing but the code stands from one run to another one beside it."""
    names = {each.name for each in tree.between(first.start, last.end) if not _is_look(each)}
    return first.outer is last.outer and names <= _BEFORE_CODE


def _is_look(element: Element) -> bool:
    return any(outer.name == "rPr" for outer in element.up())
