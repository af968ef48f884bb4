"""From the result of an analysis to what the project file holds of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from reviewer.domain import joined
from reviewer.messages import message
from reviewer.review.model.fingerprints import fingerprints
from reviewer.store.project import ProjectFile
from reviewer.store.records import (
    BeadVersion,
    DecisionVersion,
    Operation,
    Patch,
    SegmentVersion,
)

if TYPE_CHECKING:
    from reviewer.analysis import Analysis, Comparison, SegmentedDocument

Dismissed = Callable[[Iterable[str]], Mapping[str, str]]
"""Which of some fingerprints were dismissed in other reviews, with the comments."""

SourceIds = Sequence[tuple[str, ...]]
"""For each source segment of an analysis: the segments of the review that it is."""


def write_analysis(project: ProjectFile, analysis: Analysis, dismissed: Dismissed) -> None:
    """Fill a new project file."""
    source = analysis.source
    document = project.write_document(0, source.document, source.language, "")
    operation = project.write_operation(Operation("analysis", message("Analysis"), 0, ""))
    project.write_patch(Patch(segments=_segments(document, source)), operation)
    if analysis.profile is not None:
        from reviewer.profiles.stored import as_data

        project.write_setting("profile", as_data(analysis.profile))
    ids = [(segment.id,) for segment in source.segments]
    texts = {segment.id: segment.text for segment in source.segments}
    for number, comparison in enumerate(analysis.translations, 1):
        write_comparison(project, operation, number, ids, texts, comparison, dismissed)


def write_comparison(
    project: ProjectFile,
    operation: int,
    translation: int,
    source_ids: SourceIds,
    source_texts: Mapping[str, str],
    comparison: Comparison,
    dismissed: Dismissed,
) -> None:
    """Write a translation's document, segments, beads and findings as part of `operation`.

    `source_texts` has the review's source segments by id.
    """
    side = comparison.side
    document = project.write_document(
        translation, side.document, side.language, comparison.evidence
    )
    if any(bead.free for bead in comparison.beads):
        project.write_setting(free_key(document), True)
    beads = tuple(_beads(document, source_ids, comparison))
    texts = {**source_texts, **{segment.id: segment.text for segment in side.segments}}
    names = chain.from_iterable(
        fingerprints(
            joined([texts[name] for name in bead.source]),
            joined([texts[name] for name in bead.target]),
            bead.findings,
        )
        for bead in beads
        if bead.findings
    )
    known = project.decisions(translation)
    decisions = tuple(
        DecisionVersion(translation, name, "dismiss", "dismissed", comment)
        for name, comment in dismissed(names).items()
        if name not in known
    )
    project.write_patch(Patch(_segments(document, side), beads, decisions), operation)
    project.write_back_translations(
        side.language,
        {side.segments[n].text: back for n, back in comparison.back_translations.items()},
    )


def free_key(document: int) -> str:
    """The setting that says that a translation is a free one."""
    return f"free.{document}"


def _segments(document: int, side: SegmentedDocument) -> tuple[SegmentVersion, ...]:
    return tuple(
        SegmentVersion(document, segment, float(number))
        for number, segment in enumerate(side.segments)
    )


def _beads(document: int, source_ids: SourceIds, comparison: Comparison) -> Iterable[BeadVersion]:
    segments = comparison.side.segments
    for bead, findings in zip(comparison.beads, comparison.findings, strict=True):
        source = tuple(name for index in bead.source for name in source_ids[index])
        target = tuple(segments[index].id for index in bead.target)
        if not source and not target:
            continue
        yield BeadVersion(
            document,
            (source or target)[0],
            source,
            target,
            bead.relation,
            bead.confidence,
            bead.fixed,
            findings,
        )
