"""What it costs to check a row again after an edit, in a short text and in a long one.

python -m pytest -m benchmark -s -p no:xdist tests/benchmarks/test_rechecking.py
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import pytest

from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.domain import Bead, Block, Document, Segment, Span
from reviewer.review import Review

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]

_SAYINGS = {
    "en": (
        "Later Wilkinson called the harbour of {} “large”, and Tessarin agreed.",
        "It cost 25,{:03} crowns in all, more than NATO had said.",
        "Then you see the tower number {} on the left of the market.",
    ),
    "de": (
        "Später nannte Wilkinson den Hafen von {} „groß“, und Tessarin stimmte zu.",
        "Es kostete insgesamt 25.{:03} Kronen, mehr als die NATO gesagt hatte.",
        "Dann sehen Sie den Turm Nummer {} links vom Markt.",
    ),
}
_TYPED = ("Dann siehst du „ihn“, den Turm {}.", "Später ging Wilkinsen “{}” fort.")
_EDITS = 30


def _text(language: str, rows: int) -> SegmentedDocument:
    texts = [_SAYINGS[language][n % 3].format(n % 1000) + f" {n}." for n in range(rows)]
    segments = tuple(
        Segment(f"{language}{n + 1}", text, n, Span(0, len(text))) for n, text in enumerate(texts)
    )
    document = Document(language, "txt", tuple(map(Block, texts)), b"", "utf-8", language)
    return SegmentedDocument(document, language, segments)


def _review(path: Path, rows: int) -> Review:
    beads = tuple(Bead((n,), (n,), "aligned", 1.0) for n in range(rows))
    comparison = Comparison(_text("de", rows), beads, ((),) * rows)
    return Review.create(path, Analysis(_text("en", rows), (comparison,)))


def _megabytes() -> float:
    """What the process holds now (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20


@pytest.mark.parametrize("rows", [300, 1_000, 10_000])
def test_an_edit(tmp_path: Path, rows: int) -> None:
    with _review(tmp_path / "long.review", rows) as review:
        before = _megabytes()
        began = time.process_time()
        review.edit(1, "en1", _TYPED[0].format(1))
        counted = time.process_time() - began
        memory = _megabytes() - before
        times = []
        for number in range(_EDITS):
            key = f"en{(number * 7919) % rows + 1}"
            began = time.process_time()
            review.edit(1, key, _TYPED[number % 2].format(number))
            times.append(time.process_time() - began)
    times.sort()
    print(
        f"\n{rows} rows: an edit {statistics.median(times) * 1000:.1f} ms of processor time, "
        f"p95 {times[int(_EDITS * 0.95)] * 1000:.1f}; all rows counted in {counted:.2f} s, "
        f"{memory:.0f} MB more"
    )
