"""How long a review of 10,000 rows takes to make, open, show, edit and undo.

`.venv/bin/python -m pytest -m benchmark -s tests/benchmarks/test_store.py`
"""

from __future__ import annotations

import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.domain import Bead, Block, Document, Finding, Segment, Span
from reviewer.review import Review
from reviewer.store import backups, digests, seal, validation
from reviewer.store.open_file import OpenFile

ROWS = 10_000


def side(path: str, language: str, words: str, prefix: str) -> SegmentedDocument:
    sentences = [words.format(number) for number in range(ROWS)]
    blocks, segments = [], []
    for block in range(0, ROWS, 5):
        offset = 0
        for number, sentence in enumerate(sentences[block : block + 5], block):
            span = Span(offset, offset + len(sentence))
            segments.append(Segment(f"{prefix}{number + 1}", sentence, block // 5, span))
            offset += len(sentence) + 1
        blocks.append(Block(" ".join(sentences[block : block + 5])))
    document = Document(path, "txt", tuple(blocks), b"", "utf-8", language)
    return SegmentedDocument(document, language, tuple(segments))


def large() -> Analysis:
    """Every tenth sentence has a finding."""
    source = side("a.txt", "en", "The harbour had {} ships in the year that came after it.", "s")
    target = side("b.txt", "de", "Der Hafen hatte im Jahr darauf {} Schiffe gezählt.", "t")
    beads = tuple(Bead((n,), (n,), "aligned", 0.9) for n in range(ROWS))
    finding = Finding("numbers", "value", "major", "another", (Span(16, 20),), (Span(31, 35),))
    findings = tuple((finding,) if n % 10 == 0 else () for n in range(ROWS))
    return Analysis(source, (Comparison(target, beads, findings),))


def milliseconds(work: Callable[[], object], times: int = 1) -> tuple[float, float]:
    """The median time of `work`: on the clock, and of the processor alone."""
    clock, processor = [], []
    for _ in range(times):
        begin, begin_processor = time.perf_counter(), time.process_time()
        work()
        clock.append((time.perf_counter() - begin) * 1000)
        processor.append((time.process_time() - begin_processor) * 1000)
    return statistics.median(clock), statistics.median(processor)


@pytest.mark.benchmark
def test_ten_thousand_rows(tmp_path: Path) -> None:
    path = tmp_path / "large.review"
    analysis = large()
    opened: list[Review] = []
    said = {"make": milliseconds(lambda: Review.create(path, analysis).close())}
    said["open"] = milliseconds(lambda: opened.append(Review.open(path)))
    [review] = opened
    said["all rows, first time"] = milliseconds(lambda: review.rows(1))
    said["all rows again"] = milliseconds(lambda: review.rows(1), 5)
    said["counts"] = milliseconds(lambda: review.counts(1), 5)
    said["first edit, with all checks"] = milliseconds(lambda: review.edit(1, "s50", "Neu 49."))
    numbers = iter(range(1000))
    said["edit"] = milliseconds(lambda: review.edit(1, "s60", f"Neu {next(numbers)}."), 11)
    waiting = iter([row for row in review.rows(1) if row.findings])

    def dismiss() -> None:
        row = next(waiting)
        review.decide(1, row.key, row.findings[0].fingerprint, "dismiss")

    said["dismiss"] = milliseconds(dismiss, 11)
    said["undo"] = milliseconds(review.undo, 5)
    said["unlink a row"] = milliseconds(lambda: review.unlink(1, "s70"))
    said["dismiss the rest at once"] = milliseconds(lambda: review.decide_all(1, "dismiss"))
    said["move to another row"] = milliseconds(lambda: review.set_place(1, "s80"), 11)
    said["close"] = milliseconds(review.close)
    file = OpenFile(path)
    said["of opening: compare the seal"] = milliseconds(lambda: seal.read(file), 5)
    said["of opening: keep a backup"] = milliseconds(lambda: backups.make(file, tmp_path / "b"))
    file.close()
    with closing(sqlite3.connect(path)) as connection:
        fields = milliseconds(lambda: list(validation.problems(connection)), 3)
        said["of opening: check the fields"] = fields
        sums = milliseconds(lambda: list(digests.problems(connection)), 3)
        said["after a crash: check all checksums"] = sums
    for name, (clock, processor) in said.items():
        print(f"{name:32}{clock:10.1f} ms, processor {processor:8.1f} ms")
    print(f"{'size of the file':32}{path.stat().st_size / 1e6:10.1f} MB")
