"""The findings of an analysis as the rows of one table, for every report that shows a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reviewer.analysis import Analysis
from reviewer.domain import Finding, Span, joined
from reviewer.wording import in_english

COLUMNS = ("Severity", "Check", "Kind", "What", "Source", "Translation", "Back-translation")


@dataclass(frozen=True)
class TableRow:
    """A finding with the two sides of its bead; the finding's spans count in these texts."""

    translation: int
    finding: Finding
    source: str
    target: str
    back_translation: str

    def cells(self) -> tuple[str, ...]:
        """The texts under `COLUMNS`."""
        finding = self.finding
        return (
            finding.severity,
            finding.check,
            finding.kind,
            in_english(finding.message),
            self.source,
            self.target,
            self.back_translation,
        )


def findings_table(analysis: Analysis) -> Iterator[TableRow]:
    """Every finding, translation by translation, in the order of the beads."""
    for number, comparison in enumerate(analysis.translations):
        back = comparison.back_translations
        for bead, findings in zip(comparison.beads, comparison.findings, strict=True):
            source = joined([analysis.source.segments[index].text for index in bead.source])
            target = joined([comparison.side.segments[index].text for index in bead.target])
            told = joined([back[index].text for index in bead.target if index in back])
            for finding in findings:
                yield TableRow(number, finding, source, target, told)


def marked_pieces(text: str, spans: tuple[Span, ...]) -> Iterator[tuple[str, bool]]:
    """`text` in pieces, each with whether one of the spans covers it."""
    edges = sorted({0, len(text), *(edge for span in spans for edge in (span.start, span.end))})
    for start, end in pairwise(edges):
        yield text[start:end], any(span.start <= start and end <= span.end for span in spans)
