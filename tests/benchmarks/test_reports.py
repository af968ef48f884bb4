"""How long reports of large reviews take. Run with `make bench`, or
`.venv/bin/python -m pytest -m benchmark -s tests/benchmarks/test_reports.py`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.domain import Bead, Finding, Segment, Span
from reviewer.messages import message
from reviewer.reports.kinds import KINDS, Options
from reviewer.review import Review

pytestmark = pytest.mark.benchmark

ROWS = 10_000
OPTIONS = Options("Ann Lee", "2026-11-29T10:00:00+00:00")


def _side(path: Path, language: str, prefix: str, words: str) -> SegmentedDocument:
    texts = [f"{words} {number} million, as was said at the meeting." for number in range(ROWS)]
    path.write_text("\n\n".join(texts), "utf-8")
    segments = tuple(
        Segment(f"{prefix}{number}", text, number, Span(0, len(text)))
        for number, text in enumerate(texts)
    )
    return SegmentedDocument(formats.read(path), language, segments)


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    """Every tenth row has a finding, every hundredth an edit."""
    folder = tmp_path_factory.mktemp("reports")
    source = _side(folder / "source.txt", "en", "s", "The council approved")
    target = _side(folder / "german.txt", "de", "t", "Der Rat bewilligte")
    said = message("{source} → {target}", source="4", target="5")
    finding = Finding("numbers", "value", "major", said, (Span(0, 3),), (Span(0, 3),), subject="4")
    comparison = Comparison(
        target,
        tuple(Bead((number,), (number,), "aligned", 0.9) for number in range(ROWS)),
        tuple((finding,) if number % 10 == 0 else () for number in range(ROWS)),
    )
    path = folder / "large.review"
    with Review.create(path, Analysis(source, (comparison,)), check=lambda _pair: []) as made:
        keys = [row.key for row in made.rows(1)][::100]
        made.edit_all(1, {key: f"Neuer Satz {number}." for number, key in enumerate(keys)})
        yield made


def test_exports_of_ten_thousand_rows(review: Review) -> None:
    review.rows(1)
    print("\n| export of 10,000 rows | processor time | size |")
    print("|---|---|---|")
    for kind in KINDS:
        start = time.process_time()
        data = kind.make(review, [1], OPTIONS)
        taken = time.process_time() - start
        print(f"| {kind.name} | {taken:.2f} s | {len(data) / 1e6:.1f} MB |")
        if kind.drawn:
            from reviewer.ui.background.pdf import pdf_of

            start = time.process_time()
            size = len(pdf_of(data, "report")) / 1e6
            print(f"| {kind.name}, drawn | {time.process_time() - start:.2f} s | {size:.1f} MB |")
        assert data
