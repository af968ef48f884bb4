"""New blocks as docx and pptx write them: paragraphs with properties, and runs with theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from reviewer.domain import NewBlock
from reviewer.formats.new_blocks.model import Model, Names
from reviewer.formats.shared.elements import Element, Tree
from reviewer.formats.shared.mapped import SourcePatch
from reviewer.formats.shared.markup import escaped, words
from reviewer.formats.shared.word_text import word_text
from reviewer.formats.shared.xml_source import possible

OFFICE = Names(
    paragraphs=words("p"),
    cells=words("tc"),
    rows=words("tr"),
    tables=words("tbl"),
    ends=words("body txBody txbxContent footnote endnote hdr ftr sdtContent"),
)
_NOT_COPIED = words(
    "sectPr rPr pPrChange rPrChange ins del moveTo moveFrom vertAlign hlinkClick hlinkMouseOver"
)
"""What is said of one paragraph or run alone: the end of a section, a tracked change, a link."""

_MERGED = re.compile(r"\s[hv]Merge\s*=\s*[\"'](?:1|true)")
_GOES_ON = re.compile(r"<[\w.-]+:[hv]Merge\b(?![^>]*restart)")
"""A merged cell that only goes on."""

_OF_ONE_ROW = words("tblHeader ins del trPrChange")
"""What is said of one row of a table: that it repeats on each page, a tracked change."""


class RunForm:
    """`prefix` stands before the names of its elements, with its colon; `style_of` gives the
    paragraph style for a role and level, "" for none."""

    def __init__(
        self, tree: Tree, prefix: str, style_of: Callable[[NewBlock], str] = lambda _new: ""
    ) -> None:
        self._tree = tree
        self._style_of = style_of
        self._prefix = prefix
        self.text_element = f"{prefix}t"

    def knows(self, new: NewBlock) -> bool:
        """See `new_blocks.Form`."""
        return bool(self._style_of(new))

    def block(self, new: NewBlock, model: Model | None) -> str:
        """See `new_blocks.Form`."""
        paragraph = run = ""
        p = self._prefix
        if model is not None:
            paragraph, run = self._look(model)
            if new.role == "heading" and 0 < new.level != model.block.block.level > 0:
                paragraph = self._at_level(paragraph, new.level)
        elif style := self._style_of(new):
            paragraph = f'<{p}pPr><{p}pStyle {p}val="{style}"/></{p}pPr>'
        elif new.role in ("title", "heading"):
            run = f"<{p}rPr><{p}b/></{p}rPr>" if p == "w:" else f'<{p}rPr b="1"/>'
        return f"<{p}p>{paragraph}{self._run(new.text, run)}</{p}p>"

    def _at_level(self, properties: str, level: int) -> str:
        """The properties of a heading, for one of another level in the outline."""
        p = self._prefix
        if not p.startswith("w"):
            return properties
        outline = f'<{p}outlineLvl {p}val="{level - 1}"/>'
        properties = re.sub(rf"<{p}outlineLvl\b[^>]*/>", "", properties)
        closing = f"</{p}pPr>"
        if closing not in properties:
            return f"<{p}pPr>{outline}{closing}"
        return properties.replace(closing, f"{outline}{closing}")

    def in_list(self, items: str) -> str:
        """See `new_blocks.Form`; a list is no element here."""
        return items

    def line(self, new: NewBlock, *, behind: bool) -> str:
        """See `new_blocks.Form`. It stands inside a text element."""
        p, text = self._prefix, self._escaped(new.text)
        if p.startswith("w"):
            opening = f'<{p}t xml:space="preserve">'
            return (
                f"</{p}t><{p}br/>{opening}{text}" if behind else f"{text}</{p}t><{p}br/>{opening}"
            )
        around = f"</{p}t></{p}r><{p}br/><{p}r><{p}t>"
        return f"{around}{text}" if behind else f"{text}{around}"

    def is_covered(self, cell: Element, /) -> bool:
        """See `new_blocks.Form`."""
        source = self._tree.source
        if not self._prefix.startswith("w"):
            return bool(_MERGED.search(source, cell.start, cell.inside))
        own = next((each for each in self._tree.inside(cell) if each.name == "tcPr"), None)
        return own is not None and bool(_GOES_ON.search(source, own.start, own.end))

    def filled(
        self, cell: Element, like: Model, text: str, *, own_look: bool = False
    ) -> SourcePatch:
        """See `new_blocks.Form`; with its `own_look`, not that of the model."""
        p = self._prefix
        run = self._run(text, "" if own_look else self._look(like)[1])
        own = next((each for each in self._tree.inside(cell) if each.name == "p"), None)
        if own is None:
            return SourcePatch(cell.last, cell.last, f"<{p}p>{run}</{p}p>")
        if own.closed:
            return SourcePatch(own.start, own.end, f"<{p}p>{run}</{p}p>")
        end = next((e for e in self._tree.inside(own) if e.name == "endParaRPr"), None)
        at = end.start if end else own.last
        return SourcePatch(at, at, run)

    def row(self, like: Element, texts: Sequence[str], model: Model) -> str:
        """See `new_blocks.Form`."""
        tree, p = self._tree, self._prefix
        paragraph, run = self._look(model)
        pieces = [tree.source[like.start : like.inside]]
        number = 0
        for each in tree.inside(like):
            if each.outer is not like:
                continue
            if each.name != "tc":
                pieces.append(without(tree, each, _OF_ONE_ROW) if each.name == "trPr" else "")
                continue
            text = texts[number] if number < len(texts) else ""
            made = f"<{p}p>{paragraph}{self._run(text, run) if text else ''}</{p}p>"
            pieces.append(self._cell(each, made))
            number += 1
        return re.sub(r'\s[\w.-]+:(?:paraId|textId|rsid\w*)="[^"]*"', "", "".join(pieces)) + (
            f"</{p}tr>"
        )

    def _cell(self, cell: Element, paragraph: str) -> str:
        """A cell like another one, with one paragraph in it."""
        source, p = self._tree.source, self._prefix
        inside = self._tree.inside(cell)
        kept = "".join(
            source[each.start : each.end]
            for each in inside
            if each.outer is cell and each.name == "tcPr"
        )
        body = next((each for each in inside if each.outer is cell and each.name == "txBody"), None)
        if body is None:
            kept = re.sub(r"<[\w.-]*:?vMerge\b[^>]*/>", "", kept)
            return f"<{p}tc>{kept}{paragraph}</{p}tc>"
        before = "".join(
            source[each.start : each.end]
            for each in inside
            if each.outer is body and each.name in ("bodyPr", "lstStyle")
        )
        return f"<{p}tc><{p}txBody>{before}{paragraph}</{p}txBody>{kept}</{p}tc>"

    def _run(self, text: str, properties: str) -> str:
        p = self._prefix
        space = ' xml:space="preserve"' if p.startswith("w") else ""
        return f"<{p}r>{properties}<{p}t{space}>{self._escaped(text)}</{p}t></{p}r>"

    def _escaped(self, text: str) -> str:
        p, text = self._prefix, possible(text)
        return word_text(text, p, f"{p}t") if p.startswith("w") else escaped(text)

    def _look(self, model: Model) -> tuple[str, str]:
        """The properties of the model's paragraph, and of the run with most of its text."""
        paragraph = next((each for each in model.inner.up() if each.name == "p"), None)
        if paragraph is None:
            return "", ""
        counts: Counter[Element] = Counter()
        for start in model.block.mapping.starts:
            inner = self._tree.at(start)
            around = [each.name for each in inner.up()] if inner else []
            if inner and "r" in around and "hyperlink" not in around:
                counts[next(each for each in inner.up() if each.name == "r")] += 1
        run = counts.most_common(1)[0][0] if counts else None
        return self._properties(paragraph, "pPr"), self._properties(run, "rPr") if run else ""

    def _properties(self, element: Element, name: str) -> str:
        """The child of this name, without what is said of that element alone."""
        own = next(
            (e for e in self._tree.inside(element) if e.outer is element and e.name == name), None
        )
        if own is None:
            return ""
        return without(self._tree, own, _NOT_COPIED)


def without(tree: Tree, element: Element, names: frozenset[str], *, content: bool = False) -> str:
    """An element (or its `content` alone) without those of its parts that have these names."""
    source = tree.source
    start, end = (element.inside, element.last) if content else (element.start, element.end)
    written, position = "", start
    for each in tree.inside(element):
        if each.start >= position and each.name in names:
            written += source[position : each.start]
            position = each.end
    return written + source[position:end]
