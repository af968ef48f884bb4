"""What is said before a corrected text is exported of sentences that have no place in its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.cli import main
from reviewer.domain import Bead
from reviewer.reports.joined_texts import joined_in
from reviewer.reports.kinds import kind
from reviewer.review import Review
from reviewer.text.segments import segments

SAID = "“Zwei.” has no place of its own in “cut.srt”: it stands in the text beside it."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A review in which a subtitle was typed for which there is no time."""
    cue = "{0}\n00:00:0{0},000 --> 00:00:0{1},000\n{2}\n\n"
    (tmp_path / "whole.txt").write_text("One is here.\n\nTwo is here.\n\nThree is here.\n")
    (tmp_path / "cut.srt").write_text(cue.format(1, 2, "Eins.") + cue.format(2, 3, "Drei."))
    source, target = (
        SegmentedDocument(document, "en", tuple(segments(document, prefix)))
        for document, prefix in (
            (formats.read(tmp_path / "whole.txt"), "s"),
            (formats.read(tmp_path / "cut.srt"), "t"),
        )
    )
    beads = tuple(
        Bead((n,), there, "aligned" if there else "missing", 0.9)
        for n, there in enumerate([(0,), (), (1,)])
    )
    analysis = Analysis(source, (Comparison(target, beads, ((), (), ())),))
    with Review.create(tmp_path / "a.review", analysis, check=lambda _pair: []) as review:
        [row] = [row for row in review.rows(1) if row.relation == "missing"]
        review.edit(1, row.key, "Zwei.")
    return tmp_path / "a.review"


def test_only_where_the_text_itself_is_written(path: Path) -> None:
    with Review.open(path) as review:
        assert [*map(str, joined_in(review, [1], kind("text")))] == [SAID]
        assert joined_in(review, [1], kind("tracked")) == ()
        assert joined_in(review, [1], kind("xliff")) == ()


def test_it_is_said_on_the_command_line(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(path), "--output", str(path.parent / "out")]) == 0
    assert SAID in capsys.readouterr().err
    assert "Eins. Zwei." in (path.parent / "out" / "cut.reviewed.srt").read_text()
