"""Where words stand in a text."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.domain import Span
from reviewer.text.timed_pattern import PatternError, TimedPattern
from reviewer.wording import error_in_words, tr


class Search(str):
    """Words to search for, and how: in the same capitals, as whole words, as a regular expression.

    As a text it is the words. Two are the same if they find the same.
    """

    __slots__ = ("_pattern", "problem", "regular", "same_case", "whole_words")
    problem: str

    def __new__(
        cls,
        words: str = "",
        *,
        same_case: bool = False,
        whole_words: bool = False,
        regular: bool = False,
    ) -> Search:
        made = super().__new__(cls, words)
        made.same_case, made.whole_words, made.regular = same_case, whole_words, regular
        made._pattern, made.problem = None, ""
        if words and (same_case or whole_words or regular):
            try:
                made._pattern = TimedPattern(
                    words, same_case=same_case, whole_words=whole_words, regular=regular
                )
            except PatternError as error:
                made.problem = error_in_words(error)
        return made

    same_case: bool
    whole_words: bool
    regular: bool
    _pattern: TimedPattern | None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and self._identity() == _identity_of(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(str(self))

    @property
    def is_plain(self) -> bool:
        """Whether these are words as they stand, whatever the case."""
        return self._pattern is None and not self.problem

    def spans(self, text: str) -> list[Span]:
        """Where it stands. Nowhere when it is no expression or takes too long; `problem` says so
        then."""
        if self.problem:
            return []
        if self._pattern is None:
            return _plain(text, str(self))
        try:
            return self._pattern.spans(text)
        except PatternError as error:
            self.problem = error_in_words(error)
            return []

    def _identity(self) -> tuple[str, bool, bool, bool]:
        return str(self), self.same_case, self.whole_words, self.regular


def found(text: str, search: str) -> list[Span]:
    """Where `search` stands in `text`; plain words whatever the case."""
    return search.spans(text) if isinstance(search, Search) else _plain(text, search)


def nowhere_words(search: str) -> str:
    """What to say when nothing was found: nothing is there, or why it could not be looked for."""
    return (isinstance(search, Search) and search.problem) or tr("Found nowhere")


def _identity_of(other: str) -> tuple[str, bool, bool, bool]:
    return other._identity() if isinstance(other, Search) else (other, False, False, False)


def _plain(text: str, search: str) -> list[Span]:
    spans = []
    folded, wanted = text.lower(), search.lower()
    if len(folded) != len(text):
        folded, wanted = text, search
    start = folded.find(wanted) if wanted else -1
    while start >= 0:
        spans.append(Span(start, start + len(wanted)))
        start = folded.find(wanted, start + len(wanted))
    return spans


class Needle:
    """What is searched for, made ready for many texts; found where `found` finds it."""

    def __init__(self, search: str) -> None:
        self.search = search
        self._plain = not isinstance(search, Search) or search.is_plain
        self._folded = search.lower()

    @property
    def folded(self) -> str | None:
        """What is looked for in folded texts; None where more than the letters matter."""
        return self._folded if self._plain and self.search else None

    def __bool__(self) -> bool:
        return bool(self.search)

    def stands_in(self, texts: Iterable[str]) -> bool:
        """Whether it stands in one of the texts."""
        if not self._plain:
            return any(found(text, self.search) for text in texts)
        for text in texts:
            folded = text.lower()
            if (self._folded in folded) if len(folded) == len(text) else (self.search in text):
                return bool(self.search)
        return False

    def is_part_of(self, other: str) -> bool:
        """Whether this one stands wherever the other one does."""
        plain = self._plain and Needle(other)._plain
        return plain and bool(self.search) and str(other).startswith(str(self.search))
