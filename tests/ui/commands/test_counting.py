"""The rows of a long translation are counted beside the user, once."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.domain import Bead, Block, Document, Segment, Span
from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.state.settings import Settings

ROWS = 320


def side(language: str, prefix: str) -> SegmentedDocument:
    texts = [f"{prefix} {number} Worte." for number in range(ROWS)]
    segments = tuple(
        Segment(f"{prefix}{number + 1}", text, number, Span(0, len(text)))
        for number, text in enumerate(texts)
    )
    document = Document(f"{prefix}.txt", "txt", tuple(map(Block, texts)), b"", "utf-8", language)
    return SegmentedDocument(document, language, segments)


def test_a_long_translation_is_counted_when_it_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    beads = tuple(Bead((n,), (n,), "aligned", 1.0) for n in range(ROWS))
    made = Analysis(side("en", "s"), (Comparison(side("de", "t"), beads, ((),) * ROWS),))
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    review = Review.create(tmp_path / "long.review", made)
    window.commands.reviews.show(review)
    assert review.wants_counting(1)
    qtbot.waitUntil(lambda: not review.wants_counting(1))
    window.review.close()
    assert not window.commands.counting.jobs.busy()
