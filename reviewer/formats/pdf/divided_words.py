"""Hyphens at the ends of printed lines: of a divided word, or of the word itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

MARK = "\ufffe"
"""What pdfium writes for a hyphen at the end of a line."""

_AT_END = re.compile(rf"(?<=[^\W\d_])[-\u00ad\u2010{MARK}\x02]$")
_INSIDE = re.compile(rf"([^\W\d_]){MARK}([^\W\d_])")
_LAST = re.compile(r"\S+$")
_FIRST = re.compile(r"\S+")
_CONJUNCTIONS = frozenset({"und", "oder", "sowie", "bzw.", "and", "och", "eller"})
"""What is no end of a divided word."""

_SUSPENDED = re.compile(r"\w+ -\w")
_STEM = 3
_ENDING = 2
"""Letters at the end of a word that its inflection may change."""

_EDGES = ".,;:!?()[]«»„“”\"'"
_SHARE = 0.03
"""Lines that end so, from which on a text is taken for one whose words are divided. A text of 60
lines that is not has one or none."""


@dataclass(frozen=True, slots=True)
class DividedWords:
    """What the lines of a document say about words that were divided."""

    words: frozenset[str]
    ordered: tuple[str, ...]
    divides: bool

    @classmethod
    def of(cls, lines: Sequence[str]) -> DividedWords:
        """Over all lines of a document."""
        ends = sum(bool(_AT_END.search(line)) or MARK in line for line in lines)
        words = {word.strip(_EDGES).casefold() for line in lines for word in line.split()}
        # The first half of a divided word tells nothing of it.
        words = {word for word in words if MARK not in word and not _AT_END.search(word)}
        return cls(frozenset(words), tuple(sorted(words)), ends >= _SHARE * len(lines))

    def mended(self, line: str) -> str:
        """A line without the marks inside it, each a hyphen or nothing."""
        position = 0
        while (found := _INSIDE.search(line, position)) is not None:
            at = found.start() + 1
            left, right = line[:at], line[at + 1 :]
            line = left + self._between(left, right) + right
            position = at
        head, last = line[:-1], line[-1:]
        return head.replace(MARK, "-") + last

    def joined(self, text: str, line: str) -> str:
        """`text` with the next line behind it."""
        if _AT_END.search(text) and line[:1].isalpha():
            left = text[:-1]
            return left + self._between(left, line) + line
        return f"{text} {line}".strip()

    def _between(self, left: str, right: str) -> str:
        """What stands between the two halves: "-", or nothing in a divided word; "- " where the
        rest of the word stands in the next one ("Vor- und Nachteile")."""
        last, first = _LAST.search(left), _FIRST.match(right)
        head, tail = last[0] if last else "", first[0] if first else ""
        if tail in _CONJUNCTIONS or _SUSPENDED.match(right):
            return "- "
        if not right[:1].islower() or "-" in head or "/" in head or "://" in tail:
            return "-"
        whole = f"{head}{tail}".strip(_EDGES).casefold()
        hyphened = f"{head}-{tail}".strip(_EDGES).casefold()
        if (whole in self.words) != (hyphened in self.words):
            return "" if whole in self.words else "-"
        stems = [word[: max(len(word) - _ENDING, _STEM)] for word in (whole, hyphened)]
        in_one, in_two = map(self._begins, stems)
        if in_one != in_two:
            return "" if in_one else "-"
        if len(head) >= _STEM and self._begins(f"{head.strip(_EDGES)}-".casefold()):
            # It is the first part of other words, too.
            return "-"
        return "" if self.divides else "-"

    def _begins(self, stem: str) -> bool:
        """Whether a word of the document begins so."""
        at = bisect_left(self.ordered, stem)
        return self.ordered[at : at + 1] != () and self.ordered[at].startswith(stem)
