"""What a check is: a few facts about it and one method."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from reviewer.checks.rows import Rows, Whole, in_turn
from reviewer.domain import Finding, Pair, Relation, Severity
from reviewer.messages import Message

ALIGNED: frozenset[Relation] = frozenset({"aligned", "moved"})


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader can know of a check, in docs/checks.md and behind "Why?" in the window.

    `bad` and `good` are (source, translation) in English and German, with a back-translation
    behind where the check reads one. `measured` is what is known of its false alarms and catch.
    """

    finds: Message
    languages: Message
    measured: str
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()


class CheckInfo:
    """The facts about a check, on the class.

    `id` is its name in findings and reports, `title` what a reader calls it, `severity` the
    gravest of its findings. `its` is the localization quality issue type of ITS 2.0, `mqm`
    the issue type of MQM 1.0 (QT21). `page` is what a reader can know of it.

    `compares_sides`: its findings set one side against the other, so that two sentences that
    do not belong together explain them. `marks_whole_side`: its findings mark a whole side of
    a row whose other side is empty. `explains`: ids of checks that say the same thing less
    well of the same words; they are not heard where this one is. `reads_back_translation`: where
    there is one, its findings rest on it, and nothing can be said of a new text without a new one.
    """

    id: ClassVar[str]
    title: ClassVar[str]
    severity: ClassVar[Severity]
    its: ClassVar[str]
    mqm: ClassVar[str]
    page: ClassVar[Page]
    compares_sides: ClassVar[bool] = False
    marks_whole_side: ClassVar[bool] = False
    reads_back_translation: ClassVar[bool] = False
    explains: ClassVar[frozenset[str]] = frozenset()


class Check(CheckInfo, ABC):
    """A check of one bead. `relations` says to which beads it applies."""

    relations: ClassVar[frozenset[Relation]] = ALIGNED

    @abstractmethod
    def find(self, pair: Pair) -> Iterable[Finding]:
        """The findings on `pair`, whose relation is one of `relations`."""


class DocumentCheck(CheckInfo, ABC):
    """A check that needs the whole translation."""

    @abstractmethod
    def whole(self, rows: Rows) -> Whole:
        """What the check keeps of a translation, of which it has seen no row yet."""

    def find_all(self, pairs: Sequence[Pair]) -> Mapping[int, list[Finding]]:
        """The findings by index into `pairs`, which are a translation's beads in its order."""
        rows = Rows(in_turn)
        whole = self.whole(rows)
        for number, pair in enumerate(pairs):
            rows.pairs[number] = pair
            whole.add(number, pair)
        numbers = sorted(int(key) for key in whole.changed())
        return {number: found for number in numbers if (found := list(whole.found(number)))}
