"""Reviews that every released version wrote still open, with all that was done in them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.reports.kinds import KINDS, Options, kind
from reviewer.review import IgnoreRule, ReadingPlace, Review
from reviewer.store.migrations import STEPS

FROZEN = Path(__file__).with_name("frozen")


def test_each_version_is_frozen() -> None:
    names = {path.name for path in FROZEN.glob("*.review")}
    assert names == {f"version-{number}.review" for number in range(1, len(STEPS) + 1)}


@pytest.mark.parametrize("version", range(1, len(STEPS) + 1))
def test_a_frozen_review_opens(tmp_path: Path, version: int) -> None:
    path = tmp_path / "a.review"
    shutil.copyfile(FROZEN / f"version-{version}.review", path)
    with Review.open(path) as review:
        assert [row.key for row in review.rows(1)] == ["s1", "s2", "s3", "t3", "s4", "t4"]
        first = review.row(1, "s1")
        [found] = first.findings
        assert (found.state, found.comment) == ("accepted", "a slip of the pen")
        assert found.finding.fix
        assert found.finding.message == "63 → 36"
        assert [one.finding.message for one in review.row(1, "t3").findings] == [
            "The sentence is not in the source."
        ]
        assert [(entry.words, entry.undone) for entry in review.history(1, "s3")] == [
            ("Edit: Er öffnete im Mai 1901.", False),
            ("Comment: ask the harbour master", False),
            ("Link", True),
        ]
        assert first.back_translation
        assert [one.state for one in review.row(1, "t3").findings] == ["dismissed"]
        assert review.row(1, "s2").target == "Neun sind neu."
        assert review.row(1, "s3").target == "Er öffnete im Mai 1901."
        assert review.row(1, "s3").comment == "ask the harbour master"
        assert review.document(1).original.decode().startswith("Der Hafen")
        assert review.place() == ReadingPlace(1, "s3", {"filter": "open"})
        assert review.setting("shown") == ["numbers"]
        assert review.ignore_rules(1) == (IgnoreRule(check="quotes"),)
        assert review.translations[0].evidence == "argos translate-de_en 1.0"
        assert review.redo_step
        review.redo()
        assert review.row(1, "s3").target == "Er öffnete im Mai 1901. Neu."
        review.undo()
        review.undo()
        assert review.row(1, "s3").comment == ""
        review.edit(1, "s1", "Der Hafen hat 63 Kräne.")


@pytest.mark.parametrize("version", range(1, len(STEPS) + 1))
def test_a_frozen_review_exports_its_text(tmp_path: Path, version: int) -> None:
    path = tmp_path / "a.review"
    shutil.copyfile(FROZEN / f"version-{version}.review", path)
    options = Options("Ann Lee", "2026-11-29T10:00:00+00:00")
    with Review.open(path) as review:
        written = {one.name: one.make(review, [1], options) for one in KINDS if not one.drawn}
        assert (
            written["text"]
            .decode()
            .startswith("Der Hafen hat 36 Kräne.\nNeun sind neu.\nEr öffnete im Mai 1901.\nNeu.")
        )
        anew = kind("text").make(review, [1], replace(options, form=".docx"))
    assert anew.startswith(b"PK")
