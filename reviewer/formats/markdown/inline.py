"""Where the characters of a Markdown paragraph stand: markup walked token by token.

markdown-it-py gives inline tokens without positions. They come in the order of the source
and their markup is known, so one walk along the source finds each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from reviewer.formats.html.marks import SKIPPED
from reviewer.formats.html.notes import is_mark
from reviewer.formats.html.styles import hides
from reviewer.formats.markdown.mdx import shown
from reviewer.formats.markdown.said_in_tags import Said, words_in
from reviewer.formats.markdown.short_codes import is_component
from reviewer.formats.shared.html_elements import VOID
from reviewer.formats.shared.line_breaks import joined_lines
from reviewer.formats.shared.mapped import Mapping, Pair
from reviewer.formats.shared.markup import Token as TagToken
from reviewer.formats.shared.markup import attributes, characters, tokens
from reviewer.formats.shared.raised import Raised, raised

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SOFT_BREAK = re.compile(r" *\n *")
_LINE_BREAK_TAG = re.compile(r"<br\s*/?>\Z", re.IGNORECASE)
_RAISING_TAG = re.compile(r"<(/?)(sup|sub)\s*>\Z", re.IGNORECASE)
_RAISED_BY: dict[str, Raised] = {"sup": "superscript", "sub": "subscript"}
_READINGS = frozenset({"rt", "rp", "rtc"})
"""How Chinese characters are read, above them: no text, and the same again."""

_DRESSED = re.compile(
    r"\^\[(?P<note>[^\[\]]*)\]"
    r"|\^(?P<superscript>[+−-]?\d{1,4}|[A-Za-z]{1,4})\^|(?<=\w)~(?P<subscript>\d{1,3})~"
    r"|\[\[(?:[^\[\]|\n]*\|)?(?P<label>[^\[\]|\n]+)\]\]"
)
"""What dialects of Markdown write around words: notes, powers, links to pages of the same wiki."""

_HARD_BREAK = re.compile(r"(?: *\\| {2,})\n *")


class _LostError(Exception):
    """The source does not continue as the tokens say."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """An opening mark: its place, the piece and character it stands before, a link's address."""

    start: int
    end: int
    part: int
    character: int
    automatic: bool = False
    address: str = ""


class Walk:
    """A walk along `content`, the text of an inline token.

    `parts` collects a mapping for each piece of text between hard line breaks, `pictures`
    those of the texts of images, `notes` those of notes that stand in the text (`^[so]`), `said`
    the words in tags, each with the place where the tag begins; their offsets count in `content`.
    Deleted text (`~~so~~`) and text that no reader sees is in none.
    """

    def __init__(self, parser: MarkdownIt, content: str) -> None:
        self.parser = parser
        self.content = content
        self.position = 0
        self.parts = [Mapping()]
        self.pictures: list[Mapping] = []
        self.notes: list[Mapping] = []
        self.said: list[tuple[Said, int]] = []
        self._elements: list[tuple[str, tuple[int, int] | None]] = []
        """The open HTML elements, and where what is read goes back to when one ends that no reader
        sees."""
        self._gap = False
        """Whether the last that was read is deleted, of which one space is left over."""
        self._raised: Raised = ""
        self._breaks: list[tuple[int, int]] = []
        self._marks: list[_Mark] = []

    def over(self, children: Sequence[Token]) -> list[Mapping]:
        """The mappings of all pieces; the content as it stands where the walk is lost."""
        try:
            for token in children:
                self._step(token)
            return joined_lines(self.parts, self._breaks)
        except _LostError:
            plain = Mapping()
            plain.add_run(self.content.replace("\n", " "), 0)
            return [plain]

    def _step(self, token: Token) -> None:
        kind = token.type
        if kind == "text":
            self._text(token.content)
        elif kind == "text_special":
            self._special(token)
        elif kind == "softbreak":
            start = self.position
            self._match(_SOFT_BREAK)
            self._mapping().add(" ", start, self.position)
        elif kind == "hardbreak":
            start = self.position
            self._match(_HARD_BREAK)
            self._line_break(start)
        elif kind == "code_inline":
            self._code(token)
        elif kind == "html_inline":
            self._html(token.content)
        elif kind in ("mdx_tag", "mdx_comment", "short_code"):
            start = self.position
            self._expect(token.content)
            self._gap = kind != "mdx_tag" or token.content.endswith("/>")
            if kind != "mdx_comment":
                found = words_in(token.content, entities=is_component(token.content))
                self.said += [(each, start) for each in found]
        elif kind == "mdx_expression":
            text, at = shown(token.content)
            start = self.position + at
            self._expect(token.content)
            self._run(text.replace("\n", " "), start, "")
        elif kind == "footnote_ref":
            self._expect(f"[^{token.meta['label']}]")
        elif kind == "image":
            self._picture(token)
        elif token.nesting == 1:
            self._open(token)
        elif token.nesting == -1 and self._marks:
            self._close(token, self._marks.pop())
        else:
            raise _LostError

    def _html(self, written: str) -> None:
        start = self.position
        self._expect(written)
        if _LINE_BREAK_TAG.match(written):
            self._line_break(start)
        elif match := _RAISING_TAG.match(written):
            self._raised = "" if match[1] else _RAISED_BY[match[2].lower()]
        else:
            for token in tokens(written):
                self._element(token, written)

    def _element(self, token: TagToken, written: str) -> None:
        """A tag of HTML: what stands in an element that no reader sees is forgotten at its end."""
        if token.kind == "start" and not token.closed and token.name not in VOID:
            if token.name in _READINGS and self._elements and self._elements[-1][0] in _READINGS:
                self._close_to(self._elements[-1][0])
            unseen = token.name in SKIPPED or hides(token.name, attributes(written, token))
            here = (len(self.parts), len(self._mapping())) if unseen else None
            self._elements.append((token.name, here))
        elif token.kind == "end" and any(token.name == name for name, _ in self._elements):
            self._close_to(token.name)

    def _close_to(self, name: str) -> None:
        """Close the elements that are open, up to the innermost one of this name."""
        last, outermost = "", None
        while last != name:
            last, here = self._elements.pop()
            outermost = here or outermost
        if outermost:
            self._forget(*outermost)

    def _forget(self, part: int, length: int) -> None:
        """Forget what was read since piece `part` had `length` characters: it is deleted."""
        del self.parts[part:], self._breaks[part - 1 :]
        mapping = self._mapping()
        mapping.truncate(length)
        self._gap = True
        mapping.pairs[:] = [pair for pair in mapping.pairs if pair.start < length]

    def _line_break(self, start: int) -> None:
        self._breaks.append((start, self.position))
        self.parts.append(Mapping())

    def _picture(self, token: Token) -> None:
        """An image: its text is no part of the sentence around it."""
        self._expect("![")
        parts, self.parts = self.parts, [Mapping()]
        start = self.position
        try:
            for child in token.children or ():
                self._step(child)
            self.pictures.append(self.parts[-1])
        except _LostError:
            self.position = start
            self._expect(token.content)
        self.parts = parts
        self._target(str(token.attrs.get("src", "")))

    def _open(self, token: Token) -> None:
        start, is_link = self.position, token.type == "link_open"
        automatic = is_link and token.markup == "autolink"
        self._expect("<" if automatic else "[" if is_link else token.markup)
        self._marks.append(
            _Mark(
                start,
                self.position,
                len(self.parts),
                len(self._mapping()),
                automatic,
                str(token.attrs.get("href", "")),
            )
        )

    def _close(self, token: Token, mark: _Mark) -> None:
        start = self.position
        if token.type == "link_close" and not mark.automatic:
            self._target(mark.address)
        else:
            self._expect(">" if mark.automatic else token.markup)
        if token.type == "s_close" or self._is_note_mark(mark):
            self._forget(mark.part, mark.character)
            return
        self._pair(mark, (start, self.position))

    def _is_note_mark(self, mark: _Mark) -> bool:
        """Whether what stands behind `mark` is a link to a note, such as "[3](#note-3)"."""
        if not mark.address.startswith("#") or mark.part != len(self.parts):
            return False
        return is_mark("".join(self._mapping().characters[mark.character :]))

    def _pair(self, mark: _Mark, closing: tuple[int, int]) -> None:
        mapping = self._mapping()
        if mark.part == len(self.parts):
            mapping.pairs.append(
                Pair(mark.character, len(mapping), (mark.start, mark.end), closing)
            )

    def _mapping(self) -> Mapping:
        return self.parts[-1]

    def _expect(self, text: str) -> None:
        if not self.content.startswith(text, self.position):
            raise _LostError
        self.position += len(text)

    def _match(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.content, self.position)
        if not match:
            raise _LostError
        self.position = match.end()

    def _text(self, text: str) -> None:
        start, last = self.position, 0
        self._expect(text)
        for dressed in _DRESSED.finditer(text):
            self._run(text[last : dressed.start()], start + last, self._raised)
            kind, inside = str(dressed.lastgroup), start + dressed.start(str(dressed.lastgroup))
            if kind == "note":
                self.notes.append(Mapping())
                self.notes[-1].add_run(dressed["note"], inside)
            else:
                how = self._raised if kind == "label" else cast(Raised, kind)
                self._run(dressed[kind], inside, how)
            last = dressed.end()
        self._run(text[last:], start + last, self._raised)

    def _run(self, text: str, start: int, how: Raised) -> None:
        mapping = self._mapping()
        if self._gap and text.startswith(" ") and (not mapping or mapping.characters[-1] == " "):
            text, start = text[1:], start + 1
        self._gap = False
        mapping.add_run(raised(text, how), start)

    def _special(self, token: Token) -> None:
        """An escape or a reference: the source has `markup` for what the text shows."""
        start = self.position
        self._expect(token.markup)
        shown = list(characters(token.markup, 0, len(token.markup)))
        if token.info == "escape" or len(shown) != len(token.content):
            shown = [(each, 0, len(token.markup)) for each in token.content[:1]] + [
                (each, len(token.markup), len(token.markup)) for each in token.content[1:]
            ]
        for character, at, end in shown:
            self._mapping().add(character, start + at, start + end)

    def _code(self, token: Token) -> None:
        mark = _Mark(
            self.position,
            self.position + len(token.markup),
            len(self.parts),
            len(self._mapping()),
        )
        self._expect(token.markup)
        closing = re.compile(rf"(?<!`){re.escape(token.markup)}(?!`)")
        found = closing.search(self.content, self.position)
        if not found:
            raise _LostError
        written = self.content[self.position : found.start()]
        start = self.position
        # One space on each side belongs to the markup.
        if len(written) == len(token.content) + 2:
            written, start = written[1:-1], start + 1
        self._mapping().add_run(written.replace("\n", " "), start)
        self.position = found.end()
        self._pair(mark, (found.start(), found.end()))

    def _target(self, address: str) -> None:
        """Past what follows the text of a link: `](address "title")`, `][label]` or `]`."""
        self._expect("]")
        inline = self._end_of_inline_target(address)
        if inline is not None:
            self.position = inline
        elif label := re.compile(r"\[(?:[^\[\]\\]|\\.)*\]", re.DOTALL).match(
            self.content, self.position
        ):
            self.position = label.end()

    def _end_of_inline_target(self, address: str) -> int | None:
        if not self.content.startswith("(", self.position):
            return None
        helpers, length = self.parser.helpers, len(self.content)
        position = self._past_space(self.position + 1)
        target = helpers.parseLinkDestination(self.content, position, length)
        if target.ok:
            if self.parser.normalizeLink(target.str) != address:
                return None
            position = target.pos
            after = self._past_space(position)
            title = helpers.parseLinkTitle(self.content, after, length)
            if after > position and title.ok:
                position = title.pos
        position = self._past_space(position)
        return position + 1 if self.content.startswith(")", position) else None

    def _past_space(self, position: int) -> int:
        while position < len(self.content) and self.content[position] in " \t\n":
            position += 1
        return position
