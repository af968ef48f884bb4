"""The result of `reviewer check` for reading in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.domain import SEVERITIES, Bead, Finding, Severity, joined
from reviewer.reports.evidence import evidence_words
from reviewer.reports.explained_numbers import explained_row
from reviewer.wording import counted, in_words, language_name, listed, tr, tr_plural

_LONGEST = 160


_COLOURS: dict[Severity, str] = {"critical": "1;31", "major": "33", "minor": "36", "info": "2"}
"""Of severities on a terminal (ECMA-48, 8.3.117)."""


def totals(analyses: Sequence[Analysis], *, colour: bool = False) -> str:
    """A line for each translation with how many findings of which severity it has, and one for
    all of them where there are several."""
    lines = []
    whole: Counter[Severity] = Counter()
    several = [each for analysis in analyses for each in analysis.translations]
    for comparison in several:
        counts = _counts(comparison)
        whole += counts
        side = comparison.side
        title = f"{side.document.path} ({language_name(side.language)})"
        lines.append(f"{title}: {_counted(counts, colour)}")
    if len(several) > 1:
        lines.append(
            tr_plural("All {n} translation", "All {n} translations", len(several))
            + f": {_counted(whole, colour)}"
        )
    return "\n".join(lines) + "\n\n"


def check_text(analysis: Analysis, *, explained: bool = False, colour: bool = False) -> str:
    """A heading and a count for each translation, then a paragraph for each finding in the order
    of the text. With `colour` a terminal shows how grave each is.

    With `explained` every row that holds a quantity follows, with its readings and what each
    was taken for the counterpart of.
    """
    return "\n".join(
        line
        for comparison in analysis.translations
        for line in _translation(analysis.source, comparison, explained, colour)
    )


def _counts(comparison: Comparison) -> Counter[Severity]:
    return Counter(finding.severity for found in comparison.findings for finding in found)


def _counted(counts: Counter[Severity], colour: bool) -> str:
    found = [
        _painted(counted(severity, counts[severity]), severity, colour)
        for severity in SEVERITIES
        if counts[severity]
    ]
    return listed(found) or tr("no findings")


def _painted(text: str, severity: Severity, colour: bool) -> str:
    return f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m" if colour else text


def _translation(
    source: SegmentedDocument, comparison: Comparison, explained: bool, colour: bool
) -> Iterator[str]:
    side = comparison.side
    title = f"{side.document.path} ({language_name(side.language)})"
    yield title
    yield "=" * len(title)
    yield f"{_counted(_counts(comparison), colour)}; {evidence_words(source, comparison)}"
    yield ""
    for bead, findings in zip(comparison.beads, comparison.findings, strict=True):
        for finding in findings:
            yield from _finding(source, side, bead, finding, colour)
        if explained:
            yield from explained_row(source, side, bead)
    yield ""


def _finding(
    source: SegmentedDocument, side: SegmentedDocument, bead: Bead, finding: Finding, colour: bool
) -> Iterator[str]:
    severity = _painted(f"[{finding.severity}]", finding.severity, colour)
    yield f"{severity} {finding.check}/{finding.kind}: {in_words(finding.message)}"
    if bead.source:
        ids = "+".join(source.segments[index].id for index in bead.source)
        yield f"    {ids}: {_short(joined([source.segments[i].text for i in bead.source]))}"
    if bead.target:
        ids = "+".join(side.segments[index].id for index in bead.target)
        yield f"    {ids}: {_short(joined([side.segments[i].text for i in bead.target]))}"
    yield ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
