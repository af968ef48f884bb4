"""How the documents of a set stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from reviewer.domain import SEVERITIES, Severity
from reviewer.review import Counts, ReviewTotals, TranslationInfo, totals_at_rest
from reviewer.sets.set_file import ReviewSet
from reviewer.store.errors import StoreError


@dataclass(frozen=True, slots=True)
class Sum:
    """Findings and sentences together: `open` and `decided` findings, `by_severity` of the open
    ones, `sentences` and those of them that are `reviewed`."""

    open: int = 0
    decided: int = 0
    by_severity: tuple[int, ...] = (0,) * len(SEVERITIES)
    sentences: int = 0
    reviewed: int = 0

    def of(self, severity: Severity) -> int:
        """How many findings of a severity are open."""
        return self.by_severity[SEVERITIES.index(severity)]


@dataclass(frozen=True, slots=True)
class DocumentTotals:
    """A document of a set: its review, what it is called, and its translations with their counts.

    `known` is None where the counts cannot be had without opening the review; `problem` says why
    it cannot be opened.
    """

    review: Path
    name: str
    known: ReviewTotals | None = None
    problem: str = ""

    @property
    def translations(self) -> tuple[tuple[TranslationInfo, Counts], ...]:
        """The translations with their counts."""
        return self.known.translations if self.known else ()

    @property
    def sum(self) -> Sum:
        """All translations together."""
        return total([self])

    def open_in(self, language: str) -> int | None:
        """How many findings are open in a language; None where there is no such translation."""
        found = [counts.open for info, counts in self.translations if info.language == language]
        return sum(found) if found else None


def totals(
    of: ReviewSet,
    *,
    told: Callable[[int], object] = lambda _number: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[DocumentTotals]:
    """How each document of a set stands; `told` hears how many were looked at."""
    found = []
    for number, review in enumerate(of.reviews):
        if cancelled():
            break
        found.append(document_totals(of, review))
        told(number + 1)
    return found


def document_totals(of: ReviewSet, review: Path) -> DocumentTotals:
    """How one document stands, by its closed review."""
    try:
        known = totals_at_rest(review)
    except StoreError as error:
        return DocumentTotals(review, of.name_of(review), None, error.args[0] if error.args else "")
    name = PureWindowsPath(known.source.path).name if known else of.name_of(review)
    return DocumentTotals(review, name, known)


def languages(of: Iterable[DocumentTotals]) -> list[str]:
    """The languages of all translations, the most frequent first."""
    counts = Counter(info.language for one in of for info, _ in one.translations)
    return [language for language, _ in counts.most_common()]


def total(of: Iterable[DocumentTotals]) -> Sum:
    """All documents together."""
    counts = [counts for one in of for _, counts in one.translations]
    return Sum(
        sum(one.open for one in counts),
        sum(one.accepted + one.dismissed for one in counts),
        tuple(sum(one.by_severity.get(severity, 0) for one in counts) for severity in SEVERITIES),
        sum(one.sentences for one in counts),
        sum(one.reviewed for one in counts),
    )


def next_open(of: Sequence[DocumentTotals], here: int) -> int | None:
    """The next document after `here`, around the end, in which a finding is open."""
    order = [*range(here + 1, len(of)), *range(max(here, 0))]
    return next((number for number in order if of[number].sum.open), None)
