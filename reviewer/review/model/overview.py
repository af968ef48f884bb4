"""All translations beside the source."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.domain import SEVERITIES
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.translation import TranslationState
from reviewer.review.model.views import OverviewCell, OverviewRow


def overview(source: DocumentSentences) -> tuple[OverviewRow, ...]:
    """One line for each source segment."""
    return tuple(
        OverviewRow(segment.id, segment.text, segment.kind) for segment in source.ordered()
    )


def overview_cells(segment: str, states: Iterable[TranslationState]) -> tuple[OverviewCell, ...]:
    """What each translation has for a source segment."""
    return tuple(_cell(state, segment) for state in states)


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
