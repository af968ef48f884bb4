"""Which findings say the same thing of two states of some sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from reviewer.domain import Finding
from reviewer.review.model.fingerprints import marked


@dataclass(frozen=True, slots=True)
class FindingContent:
    """What a finding says; `mark` tells those without a subject apart."""

    check: str
    kind: str
    subject: str
    mark: Hashable


def contents_of(source: str, target: str, findings: Sequence[Finding]) -> list[FindingContent]:
    """What the findings of a row say, where its two texts are at hand."""
    return [
        FindingContent(
            one.check, one.kind, one.subject, "" if one.subject else marked(source, target, one)
        )
        for one in findings
    ]


def counterparts(old: Sequence[FindingContent], new: Sequence[FindingContent]) -> dict[int, int]:
    """For findings of `old`, by number: the one of `new` that says the same.

    Of findings without a subject, those that mark the same words belong together first,
    then those of the same check and kind in their order: the marked words may have been
    edited without putting anything right.
    """
    found = _paired(old, new, range(len(old)), range(len(new)), lambda one: one)
    taken = set(found.values())
    loose = _paired(
        old,
        new,
        [n for n, one in enumerate(old) if n not in found and not one.subject],
        [n for n, one in enumerate(new) if n not in taken and not one.subject],
        lambda one: (one.check, one.kind),
    )
    return found | loose


def _paired(
    old: Sequence[FindingContent],
    new: Sequence[FindingContent],
    of_old: Sequence[int],
    of_new: Sequence[int],
    key: Callable[[FindingContent], Hashable],
) -> dict[int, int]:
    free: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number in reversed(of_new):
        free[key(new[number])].append(number)
    return {n: free[key(old[n])].pop() for n in of_old if free[key(old[n])]}
