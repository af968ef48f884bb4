"""What a check is: a few facts about it and one method."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from reviewer.domain import Finding, Pair, Relation, Severity

ALIGNED: frozenset[Relation] = frozenset({"aligned", "moved"})


class CheckInfo:
    """The facts about a check, on the class.

    `id` is its name in findings and reports, `title` what a reader calls it, `severity` the
    gravest of its findings. `its` is the localization quality issue type of ITS 2.0, `mqm`
    the issue type of MQM 1.0 (QT21).
    """

    id: ClassVar[str]
    title: ClassVar[str]
    severity: ClassVar[Severity]
    its: ClassVar[str]
    mqm: ClassVar[str]


class Check(CheckInfo, ABC):
    """A check of one bead. `relations` says to which beads it applies."""

    relations: ClassVar[frozenset[Relation]] = ALIGNED

    @abstractmethod
    def find(self, pair: Pair) -> Iterable[Finding]:
        """The findings on `pair`, whose relation is one of `relations`."""


class DocumentCheck(CheckInfo, ABC):
    """A check that needs the whole translation."""

    @abstractmethod
    def find_all(self, pairs: Sequence[Pair]) -> Mapping[int, list[Finding]]:
        """The findings by index into `pairs`, which are a translation's beads in its order."""
