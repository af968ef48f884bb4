"""One walk over the tokens of a page, with the elements open at each: its blocks of text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from reviewer.formats.html import formulas, notes
from reviewer.formats.html.kinds import kind_inside
from reviewer.formats.html.linked_sheets import NOTHING, Sheets
from reviewer.formats.html.lists import numbers
from reviewer.formats.html.marks import ENDS_FOREIGN, FOREIGN, HTML_INSIDE
from reviewer.formats.html.nodes import Begun, Found, Node, NodeKind, WhileOpen
from reviewer.formats.html.opened import is_switch, opens_the_next
from reviewer.formats.html.paragraph import Paragraph
from reviewer.formats.html.said import LINKED_DATA, Said
from reviewer.formats.html.styles import selectors
from reviewer.formats.html.tags import Tag, Tags, has_blocks
from reviewer.formats.plain.text import paragraphs_of
from reviewer.formats.shared.html_elements import BLOCK, HEADINGS, VOID, bounds, closed_by
from reviewer.formats.shared.mapped import Mapping, mapped_block, part_of
from reviewer.formats.shared.markup import Token, attributes, tokens
from reviewer.formats.shared.short_lines import is_short

_DEEPEST = 256
_MOST_KINDS = 10_000
_NOTHING = Mapping()
_MAY_BE_EMPTY = frozenset({"svg", "math", "object", "rp", "rt"})
_LONGEST_LIST_MARK = 40
_CELLS = frozenset({"td", "th", "table"})
_CELL_ENDS = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "table", "body", "html"})
_FIELDS = frozenset({"", "text", "email", "tel", "password"})
_TEMPLATES = re.compile(r"template|html|handlebars|mustache", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")


class Walk:
    """The blocks of the HTML in `source[start:end]`, and what else the page says of itself.

    `found` are the blocks in order; `keep_mappings` False leaves their mappings empty, which
    saves memory where nothing is to be written. `said` is what the page says of itself,
    `templates` counts the characters that stand in templates, which a browser shows only by
    running the page's scripts; they are read only if `templates` says so.
    """

    def __init__(
        self,
        source: str,
        start: int = 0,
        end: int | None = None,
        *,
        keep_mappings: bool = True,
        templates: bool = False,
        sheets: Sheets = NOTHING,
    ) -> None:
        self.source = source
        self.said = Said()
        self.templates = 0
        self.found: list[Found] = []
        self._keep = keep_mappings
        self._read_templates = templates
        self._bold_classes = sheets.bold
        self._root = Node(NodeKind(""), open=WhileOpen())
        self._kinds: dict[tuple[int, int, str, bool], NodeKind] = {}
        self._kept: list[NodeKind] = []
        self._open: list[Node] = []
        self._names: Counter[str] = Counter()
        self._text = Paragraph(source, self._flush)
        self._linked = self._bold = self._seen = self._stamped = self._cited = 0
        self._image: Node | None = None
        self._to_notes: set[str] = set()
        self._word_marks = False
        self._tags = Tags(source, start, end, sheets.texts)
        self._over(start, end)
        self._flush()
        # It holds the walk: all elements of a page would wait for Python's look at everything.
        del self._text

    def _over(self, start: int, end: int | None) -> None:
        for token in tokens(self.source, start=start, end=end):
            if token.kind == "text":
                self._text_token(token)
            elif token.kind == "start":
                self._start(token)
            elif token.kind == "end":
                self._end(token)
            else:
                self._other(token)

    def _other(self, token: Token) -> None:
        written = self.source[token.start : token.start + 40]
        # Word marks what it numbered itself for programs that cannot number.
        if written.startswith("<![if !supportLists]"):
            self._word_marks = True
        elif self._word_marks and written.startswith("<![endif]"):
            self._word_marks = False
        outer = self._outer()
        if outer.name == "script" and outer.names.lower() == LINKED_DATA:
            self.said.add_data(self.source[token.start : token.end])
        if outer.name == "script" and _TEMPLATES.search(outer.names):
            self.templates += len(_TAGS.sub("", self.source[token.start : token.end]).strip())
            if self._read_templates:
                self._flush()
                kind = NodeKind("template", depth=outer.depth + 1, is_block=True)
                self._put(Node(kind, outer, open=WhileOpen()))
                self._over(token.start, token.end)
                self._flush()
                self._drop_from(self._open.index(outer) + 1)

    def _start(self, token: Token) -> None:
        name = token.name
        if name in ENDS_FOREIGN and (self._names["svg"] or self._names["math"]):
            self._end_foreign()
        if name in VOID:
            self._void(name, token)
            if self._tags.look_beside:
                self._outer().open.begin(Begun(name, selectors(attributes(self.source, token))))
            return
        if name == "form" and self._names["form"]:
            return
        self._close_implied(name)
        outer = self._outer()
        tag = self._tags.read(token, outer)
        if self._tags.look_beside:
            outer.open.begin(Begun(name, tag.selectors))
        if outer.open.opener and tag.may_open and (tag.hidden or tag.look.hides):
            tag = tag.opened()
        if name in ("html", "body"):
            self.said.add_outermost(name, tag.found)
        is_block = self._is_block(name, tag.display)
        if (tag.hidden or tag.look.hides or name == "noscript") and not is_block:
            in_line = outer.in_paragraph or (
                self._text and not has_blocks(self.source, name, token.end)
            )
            is_block = not in_line
        if is_block:
            self._flush()
        if (token.closed and name in _MAY_BE_EMPTY) or len(self._open) > _DEEPEST:
            return
        if outer.name in formulas.PARTS:
            formulas.between(self._text.mapping, outer, token.start)
        outer.open.parts += 1
        outer.open.opener = False
        self._put(self._node(name, tag, outer, is_block))
        if is_switch(name, tag.found):
            for each in self._open:
                each.open.switches += 1

    def _end_foreign(self) -> None:
        """Close the drawings and formulas that are open, up to HTML that stands in one."""
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].name in HTML_INSIDE:
                break
            if self._open[depth].name in FOREIGN:
                self._drop_from(depth)

    def _node(self, name: str, tag: Tag, outer: Node, is_block: bool) -> Node:
        """The element that the start tag opens inside `outer`."""
        known = (id(tag), id(outer.kind), name, is_block)
        kind = self._kinds.get(known)
        if kind is None:
            kind = kind_inside(
                name, tag, outer, is_block=is_block, reads_templates=self._read_templates
            )
            if tag.is_kept and len(self._kinds) < _MOST_KINDS:
                # What is kept in both tables has an identity that nothing else gets.
                self._kinds[known] = kind
                self._kept.append(outer.kind)
        return Node(
            kind,
            outer if self._open else None,
            mark="hidden" if tag.hidden else tag.marks[outer.in_article],
            open=WhileOpen(
                len(self._text),
                numbers=numbers(tag.found) if name == "ol" else None,
                mark_before=self._number(tag.found) if name == "li" else "",
            ),
        )

    def _number(self, found: dict[str, str]) -> str:
        """What a browser puts before the item that begins here."""
        inside = next((n for n in reversed(self._open) if n.name in ("ol", "ul", "menu")), None)
        return inside.open.numbers.mark(found) if inside and inside.open.numbers else ""

    def _put(self, node: Node) -> None:
        """Open `node`, and tell the elements around it what it means for them."""
        if node.is_comment:
            within = next((each for each in node.up() if each.is_block), node)
            within.mark = "comment"
        if node.name in ("code", "samp", "kbd"):
            for each in node.up():
                if each.name == "pre":
                    each.mark = each.mark or "code"
        if self._to_notes and not self._to_notes.isdisjoint(node.selectors):
            within = next((each for each in node.up() if each.is_block), node)
            within.is_note = within.name not in ("body", "html", "main", "article")
        self._open.append(node)
        self._names[node.name] += 1
        if node.is_control:
            self._count_control()

    def _drop_from(self, depth: int) -> None:
        """Close the elements from number `depth` on."""
        closed = self._open[depth:]
        del self._open[depth:]
        if closed and opens_the_next(closed[0]):
            self._outer().open.opener = True
        for node in closed:
            if self._image is node:
                self._image = node.parent
            self._names[node.name] -= 1
            node.end()

    def _count_control(self, *, field: bool = False) -> None:
        for node in self._open:
            node.controls += 1
            node.fields += field

    def _void(self, name: str, token: Token) -> None:
        if name == "br":
            self._line_break(token)
        elif name == "hr":
            self._flush()
        elif name == "img":
            self._image = self._outer()
        elif name == "input":
            kind = attributes(self.source, token).get("type", "").lower()
            if kind != "hidden":
                self._count_control(field=kind in _FIELDS)
        elif name == "meta":
            self.said.add_meta(attributes(self.source, token))

    def _outer(self) -> Node:
        return self._open[-1] if self._open else self._root

    def _end(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._line_break(token)
            return
        if name == "p" and not self._names["p"]:
            self._flush()
            return
        heading = name in HEADINGS
        if not self._names[name] and not (heading and any(map(self._names.__getitem__, HEADINGS))):
            return
        for depth in range(len(self._open) - 1, -1, -1):
            node = self._open[depth]
            if node.name == name or (heading and node.name in HEADINGS):
                if any(each.is_block for each in self._open[depth:]):
                    self._flush()
                self._leave(node, token.start)
                self._drop_from(depth)
                return
            # An end tag never reaches out of the cell or the block it stands in.
            if name not in BLOCK and node.is_block:
                return
            if node.name in _CELLS and name not in _CELL_ENDS:
                return

    def _leave(self, node: Node, at: int) -> None:
        start, mapping = node.open.link_start, self._text.mapping
        length = max(len(mapping) - start, 0)
        if node.name in ("b", "strong") or (
            not node.is_block and not self._bold_classes.isdisjoint(node.selectors)
        ):
            self._bold += length
        if node.is_stamp and not any(each.is_stamp for each in self._open if each is not node):
            self._stamped += length
        self._cited += length if node.name == "cite" else 0
        if node.name in formulas.NAMES:
            formulas.leave(mapping, node, at)
        if node.name == "a" and not (node.href or node.anchor):
            self._linked += length  # scripts make a link, or a button, of it
        elif node.name == "a" and node.href:
            if notes.refers_to_note(node, mapping.characters[start:], start):
                if start:
                    self._to_notes.add(node.href)
                self._text.forget_from(start)
                return
            self._linked += length
            if notes.is_to_note(node):
                self._to_notes.add(node.href)
                for outer in self._open:
                    outer.open.to_note = outer.open.to_note or outer.raised == "superscript"
        elif node.raised == "superscript" and 0 < length <= notes.LONGEST_MARK:
            if (
                node.open.to_note
                or any(notes.is_to_note(outer) for outer in self._open)
                or notes.is_in_brackets(mapping.characters[start:])
            ):
                # "[12]" over the line refers to a note and is no word of the sentence.
                self._text.forget_from(start)
            else:
                formulas.raise_from(mapping, start, "superscript")
        elif node.raised == "subscript" and length:
            formulas.raise_from(mapping, start, "subscript")
        elif node.behind_list_mark and len(mapping) <= _LONGEST_LIST_MARK:
            self._text.clear()  # the number or the bullet that Word made stands before it

    def _close_implied(self, name: str) -> None:
        """Close what the start of `name` ends."""
        closed = closed_by(name)
        if not any(map(self._names.__getitem__, closed)):
            return
        for depth in range(len(self._open) - 1, -1, -1):
            node = self._open[depth]
            if node.name in closed:
                if name != "a":
                    self._flush()
                elif not node.skipped:
                    self._leave(node, 0)
                self._drop_from(depth)
                if node.name != "p" and name not in ("tr", "tbody", "thead", "tfoot"):
                    return
            elif bounds(name, node.name) or (node.name in BLOCK and name in ("p", "a")):
                return

    def _is_block(self, name: str, display: str) -> bool:
        if name in BLOCK:
            # A box in the midst of a line, as extensions of browsers leave them in pages.
            return not (
                name == "div"
                and display in ("inline", "inline-block")
                and self._text
                and not self._text.ends_in_break
            )
        if display == "block":
            return not self._outer().in_paragraph
        # Buttons and elements of the page's own making are blocks unless in a paragraph.
        return ("-" in name or name == "button") and not self._outer().in_paragraph

    def _line_break(self, token: Token) -> None:
        outer = self._outer()
        if outer.skipped or not self._text:
            return
        if outer.role in ("heading", "title"):
            self._text.add_space(token.start, token.end)
        else:
            self._text.break_line(token.start, token.end)

    def _text_token(self, token: Token) -> None:
        outer = self._outer()
        if outer.skipped:
            if self._names["template"]:
                self.templates += len(self.source[token.start : token.end].strip())
        elif not self._word_marks and not outer.dropped:
            in_formula = outer.name in formulas.NAMES and outer.name != "mtext"
            self._text.add_text(
                token.start, token.end, preserved=outer.preserved, in_formula=in_formula
            )
            self._seen += not outer.unseen and not self.source[token.start : token.end].isspace()

    def _flush(self) -> None:
        """End the block that is being read, if there is text in it."""
        mapping = self._text.take()
        if mapping:
            self._finish(mapping)
        self._linked = self._bold = self._seen = self._stamped = self._cited = 0
        for node in self._open:
            node.open.link_start = 0
            node.open.to_note = False

    def _finish(self, mapping: Mapping) -> None:
        node = self._outer()
        text = mapping.text
        stripped = text.strip()
        if not stripped:
            return
        if not self._seen:
            node = Node(replace(node.kind, depth=node.depth + 1), node, mark="hidden")
        if not node.preserved:
            self._found(mapping, node)
            return
        start = text.index(stripped)
        for part in paragraphs_of(stripped):
            self._found(part_of(mapping, part.mapping, start), node)

    def _found(self, mapping: Mapping, node: Node) -> None:
        role, level = node.named_role or node.role, node.level
        length = len(mapping)
        bold = self._bold >= length or not self._bold_classes.isdisjoint(node.selectors)
        if role == "paragraph" and bold and is_short(mapping.text):
            # Many set their headings in bold by hand.
            role = "heading"
        linked = self._linked
        if self._names["a"]:
            link = next((each for each in node.up() if each.name == "a" and each.href), None)
            linked += length - link.open.link_start if link else 0
        made = mapped_block(mapping, role, level=level)
        if self._names["li"]:
            item = next((each for each in node.up() if each.name == "li"), node)
            made, item.open.mark_before = made.marked(item.open.mark_before), ""
        kept = made.mapping if self._keep else _NOTHING
        stamped = length if any(each.is_stamp for each in node.up()) else self._stamped
        linked, stamped, cited = (min(n, length) for n in (linked, stamped, self._cited))
        self.found.append(Found(made.block, kept, node, linked, stamped, cited, self._image))
        self._image = None
