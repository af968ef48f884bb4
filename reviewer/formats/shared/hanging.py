"""What hangs on a sentence and is no text of it: marks of notes, links, comments, pictures.

Where a sentence is deleted, the marks of its notes go with it and a link has no words left;
comments and pictures stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reviewer.domain import Edit, LeftOut, Span
from reviewer.formats.shared.mapped import MappedBlock, Mapping, SourcePatch
from reviewer.messages import Message, message

if TYPE_CHECKING:
    from reviewer.formats.shared.elements import Element

Kind = Literal["note", "link", "comment", "picture"]

_LONGEST_MARK = 12
_OFFICE: dict[str, Kind] = {
    "footnoteReference": "note",
    "endnoteReference": "note",
    "commentReference": "comment",
    "hyperlink": "link",
    "drawing": "picture",
    "pict": "picture",
}
_OPEN_DOCUMENT: dict[str, Kind] = {
    "note": "note",
    "annotation": "comment",
    "a": "link",
    "frame": "picture",
}
_MARKDOWN = re.compile(
    r"(?P<picture>!\[[^\]\[\n]*\]\([^()\n]*\))|(?P<note>(?<!\\)\[\^[^\]\[\s]+\](?!:))"
    r"|(?P<link>(?<![!\\])\[[^\]\[\n]*\]\([^()\n]*\))"
)


@dataclass(frozen=True, slots=True)
class Hanging:
    """One of them; it stands at `source[start:end]`."""

    kind: Kind
    start: int
    end: int

    def what_becomes_of_it(self) -> Message:
        """In words, when its sentence is deleted."""
        if self.kind == "note":
            return message("The mark of its note goes with it, so that the note is not shown.")
        if self.kind == "link":
            return message("Its link goes with it.")
        if self.kind == "comment":
            return message("The comment on it stays in the file, with no words to stand on.")
        return message("The picture in it stays.")


class Hangings:
    """What hangs on the blocks of one source. `form` is "office", "odt", "html" or "markdown"."""

    def __init__(self, source: str, blocks: Sequence[MappedBlock], form: str) -> None:
        self._source = source
        self._form = form
        # Whoever names what hangs on a text does not wait for what knows the tags of pages.
        from reviewer.formats.shared.elements import Tree

        self._tree = Tree("" if form == "markdown" else source, xml=form in ("office", "odt"))
        self._starts = sorted(block.mapping.starts[0] for block in blocks)

    def of(self, mapping: Mapping, span: Span) -> list[Hanging]:
        """What hangs on the characters `span` of a block, or stands right behind them."""
        if not 0 <= span.start < span.end <= len(mapping):
            return []
        start, end = mapping.starts[span.start], self._end(mapping, span)
        if self._form == "markdown":
            return [
                Hanging(match.lastgroup, *match.span())  # type: ignore[arg-type]
                for match in _MARKDOWN.finditer(self._source, start - 1, end)
                if match.start() >= start or match.lastgroup == "link"
            ]
        around = [e for e in self._up(start) if e.end <= end or e.name in ("a", "hyperlink")]
        found = [self._hanging(each, mapping) for each in [*around, *self._inside(start, end)]]
        return list(dict.fromkeys(each for each in found if each))

    def without_marks(self, wanted: Iterable[tuple[Mapping, Span]]) -> list[SourcePatch]:
        """The patches that take away the marks of notes of sentences that are deleted."""
        return [
            SourcePatch(each.start, each.end, "")
            for mapping, span in wanted
            for each in self.notes(mapping, span)
        ]

    def notes(self, mapping: Mapping, span: Span) -> list[Hanging]:
        """The marks of notes that hang on a sentence."""
        return [each for each in self.of(mapping, span) if each.kind == "note"]

    def _end(self, mapping: Mapping, span: Span) -> int:
        if span.end < len(mapping):
            return mapping.starts[span.end]
        last = mapping.ends[-1]
        if self._form == "markdown":
            end = self._source.find("\n", last)
            end = len(self._source) if end < 0 else end
        else:
            paragraphs = ("p", "h", "li", "td", "th", "dd", "dt", "div", "body")
            outer = (e for e in self._up(mapping.starts[-1]) if e.name in paragraphs)
            end = next((each.last for each in outer), last)
        place = bisect_left(self._starts, last)
        following = self._starts[place] if place < len(self._starts) else end
        if self._form == "odt" and following < end:
            # A note has its text, which is a block, inside its mark.
            note = next((e for e in self._up(following) if e.name == "note"), None)
            return end if note else following
        return min(end, following)

    def _up(self, offset: int) -> Iterator[Element]:
        element = self._tree.at(offset)
        while element is not None:
            yield element
            element = element.outer

    def _inside(self, start: int, end: int) -> list[Element]:
        return [each for each in self._tree.between(start, end) if each.end <= end]

    def _hanging(self, element: Element, mapping: Mapping) -> Hanging | None:
        kind: Kind | None
        if self._form == "html":
            kind = self._in_page(element, mapping)
        else:
            kind = (_OFFICE if self._form == "office" else _OPEN_DOCUMENT).get(element.name)
        return Hanging(kind, element.start, element.end) if kind else None

    def _in_page(self, element: Element, mapping: Mapping) -> Kind | None:
        if element.name == "img":
            return "picture"
        if element.name not in ("a", "sup"):
            return None
        tags = self._source[element.start : element.last]
        link = re.search(r"<a\b[^>]*?\bhref\s*=\s*[\"']?([^\"'\s>]+)", tags, re.IGNORECASE)
        if link is None:
            return None
        within = bisect_left(mapping.starts, element.last) - bisect_left(
            mapping.starts, element.inside
        )
        if within:
            return "link" if element.name == "a" else None
        if any(each.name == "sup" and each is not element for each in element.up()):
            # What is taken away is all that is raised.
            return None
        shown = re.sub(r"<[^<>]*>", "", tags).strip()
        return "note" if shown and len(shown) <= _LONGEST_MARK and "#" in link[1] else None


def left_out(edits: Iterable[Edit]) -> list[LeftOut]:
    """The sentences that are deleted as a whole."""
    return [edit for edit in edits if isinstance(edit, LeftOut)]


def beside(made: Iterable[SourcePatch], removed: Sequence[SourcePatch]) -> list[SourcePatch]:
    """`made` without what lies inside of what is taken away, and what takes it away."""
    kept = [
        patch
        for patch in made
        if not any(gone.start <= patch.start and patch.end <= gone.end for gone in removed)
    ]
    return [*kept, *removed]
