"""The result of `reviewer check` for reading in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reviewer.analysis import Analysis, Comparison, Side
from reviewer.domain import SEVERITIES, Bead, Finding, joined
from reviewer.reports.evidence import evidence_words
from reviewer.reports.explained_numbers import explained_row
from reviewer.text.languages import display_name

_LONGEST = 160


def check_text(analysis: Analysis, *, explained: bool = False) -> str:
    """A paragraph for each finding, a heading and a count for each translation.

    With `explained` every row that holds a quantity follows, with its readings and what each
    was taken for the counterpart of.
    """
    return "\n".join(
        line
        for comparison in analysis.translations
        for line in _translation(analysis.source, comparison, explained)
    )


def _translation(source: Side, comparison: Comparison, explained: bool) -> Iterator[str]:
    side = comparison.side
    title = f"{side.document.path} ({display_name(side.language)})"
    yield title
    yield "=" * len(title)
    counts: Counter[str] = Counter()
    for bead, findings in zip(comparison.beads, comparison.findings, strict=True):
        for finding in findings:
            counts[finding.severity] += 1
            yield from _finding(source, side, bead, finding)
        if explained:
            yield from explained_row(source, side, bead)
    counted = [f"{counts[severity]} {severity}" for severity in SEVERITIES if counts[severity]]
    yield f"{', '.join(counted) or 'no findings'}; {evidence_words(source, comparison)}"
    yield ""


def _finding(source: Side, side: Side, bead: Bead, finding: Finding) -> Iterator[str]:
    yield f"[{finding.severity}] {finding.check}/{finding.kind}: {finding.message}"
    if bead.source:
        ids = "+".join(source.segments[index].id for index in bead.source)
        yield f"    {ids}: {_short(joined([source.segments[i].text for i in bead.source]))}"
    if bead.target:
        ids = "+".join(side.segments[index].id for index in bead.target)
        yield f"    {ids}: {_short(joined([side.segments[i].text for i in bead.target]))}"
    yield ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
