"""New blocks as HTML and OpenDocument write them: tags within tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reviewer.domain import NewBlock
from reviewer.formats.new_blocks.model import Model, Names
from reviewer.formats.shared.elements import Element, Tree
from reviewer.formats.shared.html_elements import BLOCK
from reviewer.formats.shared.mapped import SourcePatch
from reviewer.formats.shared.markup import escaped, words

_OWN = re.compile(
    r"\s(?:xml:|text:)?(?:id|name|anchor-name|data-[\w-]*id)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+)",
    re.IGNORECASE,
)
"""Attributes that belong to one element alone."""

_FRAMES = words("body html head main article section header footer center form")
_REPEATED = re.compile(r"\s[\w.-]*:?number-columns-repeated\s*=\s*[\"'](?P<number>\d+)[\"']")
_ROW_SPAN = re.compile(r"\s[\w:.-]*row(?:s-spanned|span)\s*=\s*[\"']?\w+[\"']?")
_LOOKS = words("span b i em strong u small font")
"""Elements that say how a text looks; one without any is where a text may go."""

_CELLS = ("td", "th", "table-cell")
HTML = Names(
    paragraphs=BLOCK - _FRAMES - words("ul ol dl menu table tbody thead tfoot tr title hr"),
    items=words("li dd dt"),
    lists=words("ul ol dl menu"),
    cells=words("td th"),
    rows=words("tr"),
    tables=words("table"),
    ends=_FRAMES,
    shunned=words("blockquote head title"),
    unseen=words("head title"),
)
ODT = Names(
    paragraphs=words("p h"),
    items=words("list-item list-header"),
    lists=words("list"),
    cells=words("table-cell"),
    rows=words("table-row"),
    tables=words("table"),
    ends=words("text section text-box note-body body header footer index-body"),
)


class NestedForm:
    """Writes blocks by the tags around a model. The subclasses say what there is without one."""

    text_element = ""

    def __init__(self, tree: Tree, write: Callable[[str], str] = escaped) -> None:
        self._tree = tree
        self._write = write

    def block(self, new: NewBlock, model: Model | None) -> str:
        """See `new_blocks.Form`."""
        if model is None:
            opening, closing = self.tags(new)
        else:
            opening, closing = self._tags_of(model, model.unit)
        return f"{opening}{self._write(new.text)}{closing}"

    def tags(self, new: NewBlock) -> tuple[str, str]:
        """The tags of a block of this role without a model."""
        raise NotImplementedError

    def is_covered(self, _cell: Element, /) -> bool:
        """See `new_blocks.Form`; such cells have a name of their own, or are not there."""
        return False

    def filled(self, cell: Element, like: Model, text: str) -> SourcePatch:
        """See `new_blocks.Form`."""
        source = self._tree.source
        opening, closing = self._tags_of(like, like.unit, outermost=False)
        repeated = _REPEATED.search(source, cell.start, cell.inside)
        if repeated and int(repeated["number"]) > 1:
            # One element that stands for several cells: the first of them takes the text.
            tag = source[cell.start : repeated.start()] + source[repeated.end() : cell.inside]
            tag = tag.removesuffix(">").rstrip("/").rstrip()
            first = f"{tag}>{opening}{self._write(text)}{closing}</{_name(tag)}>"
            left = str(int(repeated["number"]) - 1)
            rest = source[cell.start : repeated.start("number")] + left
            rest += source[repeated.end("number") : cell.end]
            return SourcePatch(cell.start, cell.end, first + rest)
        paragraphs = [e for e in self._tree.inside(cell) if e.name in ("p", "div", "h")]
        if not paragraphs:
            written = f"{opening}{self._write(text)}{closing}"
            if cell.closed:
                return SourcePatch(
                    cell.start, cell.end, self._reopened(cell, opening, text, closing)
                )
            at = cell.last if "<" in source[cell.inside : cell.last] else cell.inside
            return SourcePatch(at, cell.last, written)
        own = paragraphs[0]
        if own.closed:
            return SourcePatch(own.start, own.end, self._reopened(own, "", text, ""))
        inner = [e for e in self._tree.inside(own) if e.name in _LOOKS]
        own = inner[-1] if inner and not source[inner[-1].inside : inner[-1].last].strip() else own
        return SourcePatch(own.last, own.last, self._write(text))

    def _reopened(self, element: Element, opening: str, text: str, closing: str) -> str:
        """An element that was closed at once, with a text in it."""
        tag = self._tree.source[element.start : element.end]
        name = _name(tag)
        return f"{tag[:-2].rstrip()}>{opening}{self._write(text)}{closing}</{name}>"

    def row(self, like: Element, texts: Sequence[str], model: Model) -> str:
        """See `new_blocks.Form`."""
        cells = [
            each
            for each in self._tree.inside(like)
            if each.outer is like and each.name in (*_CELLS, "covered-table-cell")
        ]
        opening, closing = self._tags_of(model, model.unit, outermost=False)
        made = []
        left = iter(texts)
        for cell in cells:
            if cell.name not in _CELLS:
                made.append(self._tree.source[cell.start : cell.end])
                continue
            text = next(left, "")
            inside = f"{opening}{self._write(text)}{closing}"
            start = _ROW_SPAN.sub("", self._opening(cell))
            made.append(f"{start}{inside}</{self._raw(cell)}>")
        return f"{self._opening(like)}{''.join(made)}</{self._raw(like)}>"

    def _tags_of(self, model: Model, unit: Element, *, outermost: bool = True) -> tuple[str, str]:
        """The tags from `unit` inwards that hold all of the model's text, but no link."""
        end = model.block.mapping.ends[-1]
        path: list[Element] = []
        for each in model.inner.up():
            if each is unit and not outermost:
                break
            if each.end >= end and each.name not in ("a", "sup", "sub"):
                path.insert(0, each)
            if each is unit:
                break
        return (
            "".join(self._opening(each) for each in path),
            "".join(f"</{self._raw(each)}>" for each in reversed(path)),
        )

    def _opening(self, element: Element) -> str:
        tag = _OWN.sub("", self._tree.source[element.start : element.inside])
        return re.sub(r"\s*/>\Z", ">", tag)

    def _raw(self, element: Element) -> str:
        return _name(self._tree.source[element.start : element.inside])


class HtmlForm(NestedForm):
    """Web pages."""

    def knows(self, new: NewBlock) -> bool:
        """See `new_blocks.Form`."""
        return new.role not in ("caption", "table_cell")

    def tags(self, new: NewBlock) -> tuple[str, str]:
        name = "p"
        if new.role in ("title", "heading"):
            name = "h1" if new.role == "title" else f"h{min(new.level or 2, 6)}"
        elif new.role == "list_item":
            name = "li"
        return f"<{name}>", f"</{name}>"

    def in_list(self, items: str) -> str:
        """See `new_blocks.Form`."""
        return f"<ul>{items}</ul>"

    def line(self, new: NewBlock, *, behind: bool) -> str:
        """See `new_blocks.Form`."""
        text = self._write(new.text)
        if new.role in ("title", "heading"):
            text = f"<b>{text}</b>"
        return f"<br><br>{text}" if behind else f"{text}<br><br>"


class OdtForm(NestedForm):
    """OpenDocument texts; `styles` are the names of the paragraph styles that there are."""

    def __init__(self, tree: Tree, styles: frozenset[str]) -> None:
        super().__init__(tree)
        self._styles = styles

    def knows(self, new: NewBlock) -> bool:
        """See `new_blocks.Form`."""
        return new.role != "caption"

    def tags(self, new: NewBlock) -> tuple[str, str]:
        level = max(new.level, 1)
        if new.role in ("title", "heading"):
            style = "Title" if new.role == "title" else f"Heading_20_{level}"
            style = f' text:style-name="{style}"' if style in self._styles else ""
            return f'<text:h{style} text:outline-level="{level}">', "</text:h>"
        opening, closing = "<text:p>", "</text:p>"
        if "Text_20_body" in self._styles and new.role == "paragraph":
            opening = '<text:p text:style-name="Text_20_body">'
        if new.role == "list_item":
            opening, closing = f"<text:list-item>{opening}", f"{closing}</text:list-item>"
        return opening, closing

    def in_list(self, items: str) -> str:
        """See `new_blocks.Form`."""
        return f"<text:list>{items}</text:list>"

    def line(self, new: NewBlock, *, behind: bool) -> str:
        """See `new_blocks.Form`."""
        text = self._write(new.text)
        return f"<text:line-break/>{text}" if behind else f"{text}<text:line-break/>"


def _name(tag: str) -> str:
    """The name in a start tag, as it is written."""
    found = re.match(r"<\s*([^\s/>]+)", tag)
    return found[1] if found else ""
