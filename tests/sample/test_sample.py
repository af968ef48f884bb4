"""The sample shows every check at work and nothing else: what is planted is found, no more."""

from __future__ import annotations

from pathlib import Path

from reviewer.analysis import Comparison, SegmentedDocument
from reviewer.domain import joined

from .conftest import Analysed, Sample

SHOWN = ("critical", "major", "minor")


def sentences(side: SegmentedDocument, indices: tuple[int, ...]) -> str:
    return joined([side.segments[index].text for index in indices])


def file_of(comparison: Comparison) -> str:
    return Path(comparison.side.document.path).name


def found(analysed: Analysed) -> list[dict[str, str]]:
    """Every finding that asks for attention, with the sentences it stands at."""
    return [
        {
            "translation": file_of(comparison),
            "check": finding.check,
            "kind": finding.kind,
            "severity": finding.severity,
            "source": sentences(analysed.analysis.source, bead.source),
            "target": sentences(comparison.side, bead.target),
            "message": finding.message,
        }
        for comparison in analysed.analysis.translations
        for bead, findings in zip(comparison.beads, comparison.findings, strict=True)
        for finding in findings
        if finding.severity in SHOWN
    ]


def is_it(planted: dict[str, str], finding: dict[str, str]) -> bool:
    """Whether the finding is the planted error: same check and words, the empty side empty."""
    if any(planted[key] != finding[key] for key in ("translation", "check", "kind", "severity")):
        return False
    return all(
        planted[side] in finding[side] and bool(planted[side]) == bool(finding[side])
        for side in ("source", "target")
        if side in planted
    )


def test_exactly_the_planted_errors_are_found(sample: Sample, analysed: Analysed) -> None:
    findings = found(analysed)
    missed = [p for p in sample.planted if not any(is_it(p, finding) for finding in findings)]
    false = [f for f in findings if not any(is_it(planted, f) for planted in sample.planted)]
    assert (missed, false) == ([], [])
    assert len(findings) == len(sample.planted)


def test_every_sentence_stands_beside_its_counterpart(sample: Sample, analysed: Analysed) -> None:
    """No bead of several sentences on both sides, and none of two where none is merged."""
    merged = {
        (file_of(comparison), len(bead.source), len(bead.target))
        for comparison in analysed.analysis.translations
        for bead in comparison.beads
        if max(len(bead.source), len(bead.target)) > 1
    }
    assert merged <= {("article.de.docx", 2, 1), ("article.vi.txt", 1, 2)}


def test_the_moved_paragraph_is_shown_as_moved(sample: Sample, analysed: Analysed) -> None:
    told = {moved["translation"]: moved["source"] for moved in sample.moved}
    for comparison in analysed.analysis.translations:
        moved = [
            sentences(analysed.analysis.source, bead.source)
            for bead in comparison.beads
            if bead.relation == "moved"
        ]
        beginnings = told.get(file_of(comparison), [])
        assert len(moved) == len(beginnings), (file_of(comparison), moved)
        for text, beginning in zip(sorted(moved), sorted(beginnings), strict=True):
            assert text.startswith(beginning)


def test_the_page_furniture_of_the_web_pages_is_recognised(analysed: Analysed) -> None:
    """Of the source everything that no translation has; of the translations likewise."""
    furniture = {
        side.language: [s.text for s in side.segments if s.kind == "furniture"]
        for side in (analysed.analysis.source, *(c.side for c in analysed.analysis.translations))
    }
    for text in ("Home", "By Milla Sorensen", "Comments (7)", "Ferry fares to rise in July"):
        assert text in furniture["en"]
    for text in ("Kabar Velder", "[iklan_1]", "Komentar (0)"):
        assert text in furniture["id"]
    assert not [text for text in furniture["en"] if text.startswith("The ") and len(text) > 40]


def test_what_is_planted_stands_in_the_files(sample: Sample) -> None:
    texts = {
        Path(document.path).name: "\n".join(block.text for block in document.blocks)
        for document in (sample.source, *sample.translations)
    }
    for planted in sample.planted:
        assert planted.get("source", "") in texts["article.en.html"]
        assert planted["target"] in texts[planted["translation"]]


def test_the_sample_shows_several_formats(sample: Sample) -> None:
    assert {Path(document.path).suffix for document in sample.translations} == {
        ".txt",
        ".docx",
        ".md",
        ".html",
    }
