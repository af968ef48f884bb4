"""Beads -> findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from reviewer.analysis.result import Comparison, SegmentedDocument
from reviewer.analysis.shares import part, parts_of_each
from reviewer.analysis.steps import Steps
from reviewer.analysis.translating import joined_back
from reviewer.checks import Checks, combined
from reviewer.domain import Bead, Finding, Pair, Segment, joined
from reviewer.processes import Cancelled, Processes
from reviewer.text.units import standing, unit_facts


def pair_of(
    source: SegmentedDocument,
    comparison: Comparison,
    bead: Bead,
    others: Mapping[str, str] | None = None,
) -> Pair:
    """A bead of `comparison` as the checks see it."""
    target = comparison.side
    left = [source.segments[index] for index in bead.source]
    right = [target.segments[index] for index in bead.target]
    facts = unit_facts(source.document.blocks, left, target.document.blocks, right)
    return Pair(
        source=joined([segment.text for segment in left]),
        target=joined([segment.text for segment in right]),
        source_language=source.language,
        target_language=target.language,
        relation=bead.relation,
        confidence=bead.confidence,
        back_translation=joined_back(comparison.back_translations, bead),
        others=others or {},
        empty_unit=facts.empty_unit,
        source_codes=facts.source_codes,
        target_codes=facts.target_codes,
        free=bead.free,
        likeness=comparison.likeness.get((bead.source, bead.target)),
        stands=standing([*left, *right]),
        marks=(_mark(source, left), _mark(target, right)),
    )


def _mark(side: SegmentedDocument, segments: Sequence[Segment]) -> str:
    """What a reader sees before the segments and that no author typed."""
    if not segments or segments[0].span.start:
        return ""
    block = side.document.blocks[segments[0].block]
    return "" if block.unit else block.mark


Findings = Mapping[int, Sequence[Finding]]
"""Findings by the number of the bead that they are about."""


def all_checked(
    source: SegmentedDocument,
    comparisons: Sequence[Comparison],
    checks: Checks,
    processes: Processes,
    steps: Steps,
) -> list[Comparison]:
    """The comparisons with their findings: those of each pair, and those that only a whole
    translation shows."""
    # One translation alone has no others beside it.
    texts = [_counterparts(each) for each in comparisons] if len(comparisons) > 1 else []
    parts = parts_of_each(len(comparisons), processes.count)
    calls = [
        partial(_checked, source, each, texts[:at] + texts[at + 1 :], checks, number, parts)
        for at, each in enumerate(comparisons)
        for number in range(parts)
    ]
    found = steps.each("Checking {language}", [each.side for each in comparisons], calls, processes)
    return [
        replace(each, findings=_findings(each, found[parts * at : parts * (at + 1)]))
        for at, each in enumerate(comparisons)
    ]


def _findings(comparison: Comparison, parts: Sequence[_Found]) -> tuple[tuple[Finding, ...], ...]:
    own = {bead: found for part in parts for bead, found in part.of_pairs.items()}
    return tuple(
        combined(own.get(bead, ()), [one for part in parts for one in part.whole.get(bead, ())])
        for bead in range(len(comparison.beads))
    )


def _counterparts(comparison: Comparison) -> tuple[str, dict[tuple[int, ...], str]]:
    """The language of a translation and the text that it has for each group of source segments."""
    texts = comparison.side.segments
    return comparison.side.language, {
        bead.source: joined([texts[index].text for index in bead.target])
        for bead in comparison.beads
        if bead.source and bead.target
    }


Others = Sequence[tuple[str, Mapping[tuple[int, ...], str]]]


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in a part of a translation's beads, and what a part of the checks found in
    all of them together."""

    of_pairs: Findings
    whole: Findings


def _checked(
    source: SegmentedDocument,
    comparison: Comparison,
    others: Others,
    checks: Checks,
    number: int,
    parts: int,
    *,
    within: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> _Found:
    """This part of all that is to be checked."""

    def go_on(share: float) -> None:
        if cancelled():
            raise Cancelled
        within(share)

    go_on(0.0)
    pairs = list(_pairs(source, comparison, others))
    found = {}
    own = part(range(len(pairs)), number, parts)
    for done, bead in enumerate(own):
        go_on(done / len(own) / 2)
        if findings := checks.of_pair(pairs[bead]):
            found[bead] = findings
    # The document's own checks read the pairs in the order of the translation.
    beads = comparison.beads
    order = sorted(range(len(beads)), key=lambda bead: (beads[bead].target or (-1,), bead))
    whole = checks.of_document(
        [pairs[bead] for bead in order],
        lambda share: go_on((1 + share) / 2),
        part=(number, parts),
    )
    return _Found(found, {order[place]: findings for place, findings in whole.items()})


def _pairs(source: SegmentedDocument, comparison: Comparison, others: Others) -> Iterator[Pair]:
    for bead in comparison.beads:
        of_others = {
            language: texts[bead.source] for language, texts in others if bead.source in texts
        }
        yield pair_of(source, comparison, bead, of_others)
