"""All translations beside the source, and how many findings wait in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reviewer.domain import SEVERITIES, Severity
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.translation import TranslationState
from reviewer.review.model.views import Counts, OverviewCell, OverviewRow, Row


def overview(
    source: DocumentSentences, states: Sequence[TranslationState]
) -> tuple[OverviewRow, ...]:
    """One line for each source segment, with a cell for each translation."""
    return tuple(
        OverviewRow(
            segment.id,
            segment.text,
            segment.kind,
            tuple(_cell(state, segment.id) for state in states),
        )
        for segment in source.ordered()
    )


def counts(rows: Iterable[Row]) -> Counts:
    """How many findings the rows have, and how many of them are reviewed."""
    states: Counter[str] = Counter()
    checks: Counter[str] = Counter()
    severities: Counter[Severity] = Counter()
    sentences = reviewed = 0
    for row in rows:
        sentences += row.relation is not None
        reviewed += row.reviewed
        for one in row.findings:
            states[one.state] += 1
            if one.state == "open":
                checks[one.finding.check] += 1
                severities[one.finding.severity] += 1
    return Counts(
        states["open"],
        states["accepted"],
        states["dismissed"],
        dict(checks),
        dict(severities),
        sentences,
        reviewed,
    )


def _cell(state: TranslationState, segment: str) -> OverviewCell:
    key = state.key_of(segment) or segment
    row = state.row(key)
    waiting = [one.finding.severity for one in row.findings if one.state == "open"]
    return OverviewCell(
        state.record.translation,
        key,
        row.target,
        row.relation,
        len(waiting),
        min(waiting, key=SEVERITIES.index, default=None),
        continued=segment != row.source_ids[0],
    )
