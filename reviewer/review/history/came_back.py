"""Findings that are raised again because the text that they were dismissed in has changed."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.domain import joined
from reviewer.review.model.fingerprints import fingerprints
from reviewer.review.model.translation import TranslationState
from reviewer.store.project import ProjectFile
from reviewer.store.records import BeadVersion, SegmentVersion

Versions = dict[str, list[tuple[int, SegmentVersion]]]


def came_back(project: ProjectFile, state: TranslationState, key: str) -> frozenset[str]:
    """The open findings of a row, by fingerprint, whose like was dismissed in an earlier text of
    the same row."""
    row = state.row(key)
    waiting = {
        (one.finding.check, one.finding.kind): one.fingerprint
        for one in row.findings
        if one.state == "open"
    }
    if not waiting:
        return frozenset()
    documents = project.documents_of(state.record.translation)
    beads = project.all_beads(documents, [key])
    if len(beads) < 2:
        return frozenset()
    found = set()
    source = _versions(project, state.source.document, [bead for _, bead in beads], "source")
    for document in documents:
        mine = [(at, bead) for at, bead in beads if bead.document == document]
        target = _versions(project, document, [bead for _, bead in mine], "target")
        for at, bead in mine:
            texts = _text(source, bead.source, at), _text(target, bead.target, at)
            for finding, name in zip(
                bead.findings, fingerprints(*texts, bead.findings), strict=True
            ):
                decision = state.decisions.get(name)
                if decision and decision.state == "dismissed":
                    found.add((finding.check, finding.kind))
    return frozenset(name for like, name in waiting.items() if like in found)


def _versions(
    project: ProjectFile, document: int, beads: Sequence[BeadVersion], side: str
) -> Versions:
    names = {name for bead in beads for name in getattr(bead, side)}
    found: Versions = {}
    for at, version in project.all_segments(document, names):
        found.setdefault(version.segment.id, []).append((at, version))
    return found


def _text(versions: Versions, names: Sequence[str], at: int) -> str:
    texts = []
    for name in names:
        earlier = [version for when, version in versions.get(name, ()) if when <= at]
        if earlier and earlier[-1].present and earlier[-1].segment.text:
            texts.append(earlier[-1].segment.text)
    return joined(texts)
