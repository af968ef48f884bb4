"""Beads -> findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from reviewer.analysis.result import Comparison, SegmentedDocument
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
    calls = []
    for number, comparison in enumerate(comparisons):
        others = texts[:number] + texts[number + 1 :]
        calls += [
            partial(_of_pairs, source, comparison, others, checks),
            partial(_of_document, source, comparison, others, checks),
        ]
    sides = [each.side for each in comparisons]
    found = steps.each(
        "Checking {language}", sides, calls, processes, lanes=_lanes(len(sides), processes)
    )
    return [
        replace(
            each,
            findings=tuple(
                combined(own.get(bead, ()), across.get(bead, ())) for bead in range(len(each.beads))
            ),
        )
        for each, own, across in zip(comparisons, found[::2], found[1::2], strict=True)
    ]


def _lanes(translations: int, processes: Processes) -> list[int]:
    """The process of each call: a translation's pairs where it was aligned, for what is known
    of its sentences there; its document where there is least to do."""
    count = max(processes.count, 1)
    loads = [len(range(lane, translations, count)) for lane in range(count)]
    found = []
    for number in range(translations):
        own = number % count
        lane = min(range(count), key=lambda lane: (loads[lane], lane != own))
        loads[lane] += 1
        found += [own, lane]
    return found


def _counterparts(comparison: Comparison) -> tuple[str, dict[tuple[int, ...], str]]:
    """The language of a translation and the text that it has for each group of source segments."""
    texts = comparison.side.segments
    return comparison.side.language, {
        bead.source: joined([texts[index].text for index in bead.target])
        for bead in comparison.beads
        if bead.source and bead.target
    }


Others = Sequence[tuple[str, Mapping[tuple[int, ...], str]]]


def _of_pairs(
    source: SegmentedDocument,
    comparison: Comparison,
    others: Others,
    checks: Checks,
    *,
    within: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> Findings:
    found = {}
    for number, pair in enumerate(_pairs(source, comparison, others)):
        if cancelled():
            raise Cancelled
        within(number / len(comparison.beads))
        if findings := checks.of_pair(pair):
            found[number] = findings
    return found


def _of_document(
    source: SegmentedDocument,
    comparison: Comparison,
    others: Others,
    checks: Checks,
    *,
    within: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> Findings:
    """The document's own checks, which read the pairs in the order of the translation."""

    def go_on(share: float) -> None:
        if cancelled():
            raise Cancelled
        within(share)

    go_on(0.0)
    pairs, beads = list(_pairs(source, comparison, others)), comparison.beads
    order = sorted(range(len(beads)), key=lambda number: (beads[number].target or (-1,), number))
    found = checks.of_document([pairs[number] for number in order], go_on)
    return {order[place]: findings for place, findings in found.items()}


def _pairs(source: SegmentedDocument, comparison: Comparison, others: Others) -> Iterator[Pair]:
    for bead in comparison.beads:
        of_others = {
            language: texts[bead.source] for language, texts in others if bead.source in texts
        }
        yield pair_of(source, comparison, bead, of_others)
