"""How a closed review stands, by what was kept when it was closed: a few rows of its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewer.domain import ReviewerError
from reviewer.review.model.index_text import SUMMARY
from reviewer.review.model.views import Counts, SourceInfo, TranslationInfo
from reviewer.store.at_rest import AtRest, look_into
from reviewer.store.errors import StoreError
from reviewer.store.records import DocumentRecord


class NothingKept(ReviewerError):
    """There is no index of the review as it stands; it must be read as a whole."""


@contextmanager
def sensible() -> Iterator[None]:
    """What was kept may say anything; then it is as if it were not there."""
    try:
        yield
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise NothingKept from error


@dataclass(frozen=True)
class Summary:
    """What was kept of all translations: `stamp` says of which state of the review, `counts` has
    the findings of each translation, and how many are settled; `rules` its ignore rules."""

    source: DocumentRecord
    records: Mapping[int, DocumentRecord]
    rules: Mapping[int, Any]
    stamp: Sequence[Any]
    counts: Mapping[int, tuple[Counts, int]]


def summary_of(at_rest: AtRest) -> Summary:
    """Raises NothingKept where what was kept is not of the review as it stands."""
    with sensible():
        source, *found = at_rest.documents()
        records = {record.translation: record for record in found}
        summary = at_rest.kept(SUMMARY)
        stamp = summary["stamp"]
        if stamp[0] != at_rest.last_operation() or not records:
            raise NothingKept
        rules = {
            number: at_rest.ignore_rules(source.language, record.language)
            for number, record in records.items()
        }
        if stamp[1] != [rules[number] for number in records]:
            raise NothingKept
        counts = {
            number: (Counts(*summary["counts"][str(number)]), summary["settled"][str(number)])
            for number in records
        }
        return Summary(source, records, rules, stamp, counts)


@dataclass(frozen=True, slots=True)
class ReviewTotals:
    """The source of a review, and its translations with how many findings each has."""

    source: SourceInfo
    translations: tuple[tuple[TranslationInfo, Counts], ...]


def totals_at_rest(path: Path) -> ReviewTotals | None:
    """The totals of the closed review at `path`, in milliseconds; None where the review was not
    closed properly or is of an older version, so that it must be opened to know.

    Raises StoreError: it is not there, no review, of a newer version, or open somewhere.
    """
    found: list[ReviewTotals] = []

    def look(at_rest: AtRest) -> None:
        try:
            with suppress(NothingKept, StoreError):
                summary = summary_of(at_rest)
                found.append(
                    ReviewTotals(
                        SourceInfo(summary.source.path, summary.source.language),
                        tuple(
                            (info_of(one), summary.counts[number][0])
                            for number, one in summary.records.items()
                        ),
                    )
                )
        finally:
            at_rest.close()

    look_into(path, look)
    return found[0] if found else None


def info_of(record: DocumentRecord) -> TranslationInfo:
    """What is told of a translation."""
    return TranslationInfo(record.translation, record.path, record.language, record.evidence)
