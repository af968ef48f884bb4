"""One walk over the tokens of a page, with the elements open at each: its blocks of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.formats import html_formulas as formulas
from reviewer.formats import html_notes as notes
from reviewer.formats.html_language import language_tag
from reviewer.formats.html_nodes import Found, Node
from reviewer.formats.html_roles import (
    BLOCK,
    CONTROLS,
    HEADINGS,
    PARAGRAPHS,
    SKIPPED,
    VOID,
    bounds,
    closes,
    closes_any,
    mark_of,
    role_of,
)
from reviewer.formats.html_styles import Display, Styles, is_hidden
from reviewer.formats.mapped import Mapping, mapped_block
from reviewer.formats.markup import Token, attributes, resolved, tokens
from reviewer.formats.short_lines import is_short
from reviewer.formats.text import paragraphs_of

_SPACE = " \t\n\r\f"
_UNSEEN = "\0\u00ad\u200b\u2060-\u2064\ufeff"
"""Browsers show nothing for them: NUL, the soft hyphen, joiners, invisible signs of formulas."""

_PIECE = re.compile(
    f"(?P<run>[^{_SPACE}&{_UNSEEN}]+(?: [^{_SPACE}&{_UNSEEN}]+)*)"
    f"|(?P<space>[{_SPACE}]+)|(?P<reference>&)|(?P<unseen>[{_UNSEEN}]+)"
)
_NOTHING = re.compile(f"[{_UNSEEN}]")
_SHEET = re.compile(r"<style(?P<attributes>[^>]*+)>(?P<text>.*?)</style", re.DOTALL | re.IGNORECASE)
_DEEPEST = 256
_MOST_TAGS = 10_000
_MAY_BE_EMPTY = frozenset({"svg", "math", "object", "rp", "rt"})
_ARTICLES = frozenset({"article", "main", "blockquote"})
_WRAPPED_LINE = 25
"""Characters before a line break that may have been made for the width of the page only."""

_LONGEST_LIST_MARK = 40
_LINE_ENDS = ".!?…:;。！？：；؟؛।"
_GLUED = re.compile(r"[^\W\d_]{2}[.!?…][\"'”’»)]*\Z")
_CELLS = frozenset({"td", "th", "table"})
_CELL_ENDS = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "table", "body", "html"})
_TEMPLATES = re.compile(r"template|html|handlebars|mustache", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class _Tag:
    """What a start tag says by itself; `marks` outside an article and inside one."""

    found: dict[str, str]
    names: str
    display: Display
    hidden: bool
    marks: tuple[str, str]
    skipped: bool
    behind_list_mark: bool


class Walk:
    """The blocks of the HTML in `source[start:end]`, and what else the page says of itself.

    `found` are the blocks in order; `keep_mappings` False leaves their mappings empty, which
    saves memory where nothing is to be written. `language` is what the page declares (BCP 47,
    "" for nothing), `generator` the program that made it, `templates` counts the characters
    that stand in templates, which a browser shows only by running the page's scripts.
    """

    def __init__(
        self, source: str, start: int = 0, end: int | None = None, *, keep_mappings: bool = True
    ) -> None:
        self.source = source
        self.language = ""
        self.generator = ""
        self.templates = 0
        self.found: list[Found] = []
        self._keep = keep_mappings
        self._open: list[Node] = []
        self._mapping = Mapping()
        self._space: list[tuple[int, int]] = []
        self._break = False
        self._line = 0
        self._linked = self._bold = 0
        self._word_marks = False
        self._styles = _styles(source, start, end)
        self._tags: dict[str, _Tag] = {}
        for token in tokens(source, start=start, end=end):
            if token.kind == "text":
                self._text(token)
            elif token.kind == "start":
                self._start(token)
            elif token.kind == "end":
                self._end(token)
            else:
                self._other(token)
        self._flush()

    def _other(self, token: Token) -> None:
        written = self.source[token.start : token.start + 40]
        # Word marks what it numbered itself for programs that cannot number.
        if written.startswith("<![if !supportLists]"):
            self._word_marks = True
        elif self._word_marks and written.startswith("<![endif]"):
            self._word_marks = False
        outer = self._outer()
        if outer.name == "script" and _TEMPLATES.search(outer.names):
            self.templates += len(_TAGS.sub("", self.source[token.start : token.end]).strip())

    def _start(self, token: Token) -> None:
        name = token.name
        if name in VOID:
            self._void(name, token)
            return
        if name == "form" and any(node.name == "form" for node in self._open):
            return
        tag = self._tag(token)
        self._note_language(name, tag.found)
        self._close_implied(name)
        outer = self._outer()
        is_block = self._is_block(name, tag.display)
        hidden = tag.hidden
        if (hidden or name == "noscript") and not is_block:
            is_block = not self._mapping and not outer.in_paragraph
        if is_block:
            self._flush()
        if (token.closed and name in _MAY_BE_EMPTY) or len(self._open) > _DEEPEST:
            return
        if outer.name in formulas.PARTS:
            formulas.between(self._mapping, outer, token.start)
        outer.parts += 1
        skipped = outer.skipped or tag.skipped or (not is_block and (hidden or name == "noscript"))
        node = Node(
            name,
            outer if self._open else None,
            mark="hidden" if hidden else tag.marks[outer.in_article],
            names=tag.names,
            skipped=skipped,
            behind_list_mark=tag.behind_list_mark,
            preserved=outer.preserved or name == "pre",
            in_paragraph=outer.in_paragraph or name in PARAGRAPHS,
            in_article=outer.in_article or name in _ARTICLES,
            is_block=is_block,
            link_start=len(self._mapping),
            href=tag.found.get("href", "") if name == "a" else "",
            anchor=name == "a" and ("id" in tag.found or "name" in tag.found),
            region=name if name in ("article", "main") else "",
        )
        if notes.is_comment(tag.names) or notes.leads_back(node.href):
            self._mark_comment(node)
        if name in ("code", "samp", "kbd"):
            for each in node.up():
                if each.name == "pre":
                    each.mark = each.mark or "code"
        self._open.append(node)
        if name in CONTROLS or tag.found.get("role") == "button":
            self._count_control()

    def _tag(self, token: Token) -> _Tag:
        """What a start tag says; pages say the same thing again and again."""
        written = self.source[token.start : token.end]
        known = self._tags.get(written)
        if known is None:
            known = self._read_tag(token)
            if len(self._tags) < _MOST_TAGS:
                self._tags[written] = known
        return known

    def _read_tag(self, token: Token) -> _Tag:
        name = token.name
        found = attributes(self.source, token)
        display = self._styles.display(name, found)
        names = f"{found.get('class', '')} {found.get('id', '')}".strip()
        style = found.get("style", "")
        return _Tag(
            found,
            found.get("type", "") if name == "script" else names,
            display,
            # What hides the whole page until its scripts have run is no sign of anything.
            hidden=name not in ("html", "body") and is_hidden(name, found, display),
            marks=(mark_of(name, found, False), mark_of(name, found, True)),
            skipped=(name in SKIPPED and "shadowrootmode" not in found)
            or notes.is_comment_mark(names)
            or notes.is_list_mark(style),
            behind_list_mark=name == "span" and notes.is_list_space(style),
        )

    def _count_control(self) -> None:
        for node in self._open:
            node.controls += 1

    def _mark_comment(self, node: Node) -> None:
        """Mark the block around `node`, or `node` itself, as the text of a comment."""
        within = next((each for each in node.up() if each.is_block), node)
        within.mark = "comment"

    def _void(self, name: str, token: Token) -> None:
        if name == "br":
            self._line_break(token)
        elif name == "hr":
            self._flush()
        elif name == "input":
            if attributes(self.source, token).get("type", "").lower() != "hidden":
                self._count_control()
        elif name == "meta":
            found = attributes(self.source, token)
            kind = (found.get("name") or found.get("http-equiv", "")).lower()
            if kind == "generator":
                self.generator = found.get("content", "")
            elif kind == "content-language" and not self.language:
                self.language = language_tag(found.get("content", ""))

    def _note_language(self, name: str, found: dict[str, str]) -> None:
        if name in ("html", "body") and not self.language:
            self.language = language_tag(found.get("lang") or found.get("xml:lang", ""))
        if name == "body" and "doc-content" in found.get("class", "").split():
            self.generator = self.generator or "Google Docs"

    def _outer(self) -> Node:
        return self._open[-1] if self._open else Node("")

    def _end(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._line_break(token)
            return
        if name == "p" and not any(node.name == "p" for node in self._open):
            self._flush()
            return
        for depth in range(len(self._open) - 1, -1, -1):
            node = self._open[depth]
            if node.name == name or (name in HEADINGS and node.name in HEADINGS):
                if any(each.is_block for each in self._open[depth:]):
                    self._flush()
                self._leave(node, token.start)
                del self._open[depth:]
                return
            # An end tag never reaches out of the cell or the block it stands in.
            if name not in BLOCK and node.is_block:
                return
            if node.name in _CELLS and name not in _CELL_ENDS:
                return

    def _leave(self, node: Node, at: int) -> None:
        start = node.link_start
        length = max(len(self._mapping) - start, 0)
        if node.name in ("b", "strong"):
            self._bold += length
        if node.name in formulas.NAMES:
            formulas.leave(self._mapping, node, at)
        if node.name == "a" and node.href:
            if notes.refers_to_note(node, self._mapping.characters[start:], start):
                self._forget_from(start)
                return
            self._linked += length
            if notes.is_to_note(node):
                for outer in self._open:
                    outer.to_note = outer.to_note or outer.name == "sup"
        elif node.name == "sup" and 0 < length <= notes.LONGEST_MARK:
            if node.to_note or any(notes.is_to_note(outer) for outer in self._open):
                # "[12]" over the line refers to a note and is no word of the sentence.
                self._forget_from(start)
            else:
                formulas.raise_from(self._mapping, start, "superscript")
        elif node.name == "sub" and length:
            formulas.raise_from(self._mapping, start, "subscript")
        elif node.behind_list_mark and len(self._mapping) <= _LONGEST_LIST_MARK:
            # What stands before it is the number or the bullet that Word made.
            self._mapping = Mapping()
            self._space.clear()

    def _forget_from(self, length: int) -> None:
        """Drop the characters from number `length` on, but not the space before them."""
        mapping = self._mapping
        if length >= len(mapping):
            return
        if mapping.characters[length] == " ":
            before = [(mapping.starts[length], mapping.ends[length])]
            self._space[:0] = before + mapping.more.get(length, [])
        mapping.truncate(length)

    def _close_implied(self, name: str) -> None:
        if not closes_any(name):
            return
        for depth in range(len(self._open) - 1, -1, -1):
            node = self._open[depth]
            if closes(name, node.name):
                if name != "a":
                    self._flush()
                elif not node.skipped:
                    self._leave(node, 0)
                del self._open[depth:]
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
                and self._mapping
                and not self._break
            )
        if display == "block":
            return not self._outer().in_paragraph
        # Buttons and elements of the page's own making are blocks unless in a paragraph.
        return ("-" in name or name == "button") and not self._outer().in_paragraph

    def _line_break(self, token: Token) -> None:
        if self._outer().skipped:
            return
        if not self._mapping:
            return
        if role_of(self._names())[0] in ("heading", "title"):
            self._space.append((token.start, token.end))
        elif self._break:
            self._flush()
        else:
            self._break = True
            self._space.append((token.start, token.end))

    def _names(self) -> tuple[str, ...]:
        return tuple(node.name for node in self._open)

    def _text(self, token: Token) -> None:
        outer = self._outer()
        if outer.skipped:
            if any(node.name == "template" for node in self._open):
                self.templates += len(self.source[token.start : token.end].strip())
            return
        if self._word_marks:
            return
        in_formula = outer.name in formulas.NAMES and outer.name != "mtext"
        first = True
        position, end = token.start, token.end
        source = self.source
        while position < end:
            piece = _PIECE.match(source, position, end)
            assert piece is not None
            at, position = piece.span()
            kind = piece.lastgroup
            if kind == "run":
                text = piece.group()
                self._before_text(text, at, first)
                self._mapping.add_run(text, at)
            elif kind == "space":
                if outer.preserved:
                    self._preserved(piece.group(), at)
                elif not in_formula:
                    self._space.append((at, position))
                continue
            elif kind == "unseen":
                self._attach(at, position)
                continue
            else:
                position = self._reference(at, end, first)
            first = False

    def _reference(self, at: int, end: int, first: bool) -> int:
        """Add the characters of the reference at `at`; the place behind it."""
        text, stop = resolved(self.source, at, end)
        if text in _SPACE:
            self._space.append((at, stop))
        elif _NOTHING.fullmatch(text):
            self._attach(at, stop)
        else:
            self._before_text(text, at, first)
            for number, character in enumerate(text):
                self._mapping.add(character, stop if number else at, stop)
        return stop

    def _before_text(self, text: str, at: int, first: bool) -> None:
        """Settle what stands between the text so far and `text`."""
        if self._break:
            if self._goes_on(text):
                self._line = len(self._mapping)
            else:
                self._flush()
            self._break = False
        if self._space:
            self._add_space()
        elif (
            first
            and text[0].isupper()
            and text[1:2].islower()
            and _GLUED.search("".join(self._mapping.characters[-6:]))
        ):
            # "…the end.</span><span>The next" has no space, and two sentences.
            self._mapping.add(" ", at, at)

    def _goes_on(self, text: str) -> bool:
        """Whether the line before a break was broken for the width of the page only."""
        line = self._mapping.characters[self._line :]
        return len(line) >= _WRAPPED_LINE and text[0].islower() and line[-1] not in _LINE_ENDS

    def _preserved(self, space: str, at: int) -> None:
        if self._mapping:
            self._mapping.add_run(space, at)

    def _attach(self, start: int, stop: int) -> None:
        """Let what nobody sees go with the character before it."""
        if self._mapping:
            self._mapping.more.setdefault(len(self._mapping) - 1, []).append((start, stop))

    def _add_space(self) -> None:
        pieces = _joined(self._space)
        self._space.clear()
        if not self._mapping:
            return
        self._mapping.add(" ", *pieces[0])
        if len(pieces) > 1:
            self._mapping.more[len(self._mapping) - 1] = pieces[1:]

    def _flush(self) -> None:
        self._space.clear()
        self._break = False
        mapping = self._mapping
        if mapping:
            self._finish(mapping)
            self._mapping = Mapping()
        self._line = self._linked = self._bold = 0
        for node in self._open:
            node.link_start = 0
            node.to_note = False

    def _finish(self, mapping: Mapping) -> None:
        node = self._outer()
        if node.preserved:
            mapping = mapping.trimmed()
            for part in paragraphs_of(mapping.text):
                self._found(_part_of(mapping, part.mapping), node)
        elif mapping.text.strip():
            self._found(mapping, node)

    def _found(self, mapping: Mapping, node: Node) -> None:
        role, level = role_of(self._names())
        role = notes.role_by_class(node) or role
        length = len(mapping)
        if role == "paragraph" and self._bold >= length and is_short(mapping.text):
            # Many set their headings in bold by hand.
            role = "heading"
        link = next((each for each in node.up() if each.name == "a" and each.href), None)
        linked = self._linked + (length - link.link_start if link else 0)
        made = mapped_block(mapping, role, level=level)
        if not self._keep:
            made = made.without_mapping()
        self.found.append(Found(made, node, min(linked, length)))


def _part_of(whole: Mapping, part: Mapping) -> Mapping:
    """`part`, which counts in the text of `whole`, in the source that `whole` counts in."""
    return Mapping(
        part.characters,
        type(whole.starts)("q", (whole.starts[start] for start in part.starts)),
        type(whole.ends)("q", (whole.ends[end - 1] for end in part.ends)),
    )


def _styles(source: str, start: int, end: int | None) -> Styles:
    styles = Styles()
    limit = len(source) if end is None else end
    for match in _SHEET.finditer(source, start, limit):
        if "print" not in match["attributes"]:
            styles.add(match["text"])
    return styles


def _joined(pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and joined[-1][1] == start:
            start = joined.pop()[0]
        joined.append((start, end))
    return joined
