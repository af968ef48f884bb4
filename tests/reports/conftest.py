"""A review with everything that a report can show."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.reports.kinds import Options
from reviewer.review import Review

SOURCE = """The bridge cost 97 million euros. It has 12 arches.

The <b>mayor</b> opened it on Monday. Nobody was hurt. The road is 4 km long.

The toll is 3 euros.
"""
GERMAN = """Die Brücke kostete 97 Milliarden Euro. Sie hat 12 Bögen.

Der <b>Bürgermeister</b> eröffnete sie am Montag. Die Straße ist 5 km lang.

Die Maut beträgt 30 Euro.
"""
ARABIC = """كلف الجسر 97 مليون يورو. له 12 قوسا.

افتتحه <b>رئيس البلدية</b> يوم الاثنين. لم يصب أحد بأذى. يبلغ طول الطريق 4 كم.

الرسوم 3 يورو.
"""

OPTIONS = Options("Ann Lee", "2026-11-29T10:00:00+00:00")


@pytest.fixture
def reviewed(kept: Path, tmp_path: Path) -> Iterator[Review]:
    """97 is corrected (fixed), 5 km accepted, 30 dismissed with a comment, one sentence missing
    and open; a row has a remark."""
    with Review.open(Path(shutil.copy(kept, tmp_path))) as review:
        yield review


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a closed review, to take copies of."""
    folder = tmp_path_factory.mktemp("kept")
    files = {}
    for name, text in (("source", SOURCE), ("german", GERMAN), ("arabic", ARABIC)):
        files[name] = folder / f"{name}.txt"
        files[name].write_text(text, "utf-8")
    analysis = analyse(
        formats.read(files["source"]),
        [formats.read(files["german"]), formats.read(files["arabic"])],
    )
    with Review.create(folder / "bridge.review", analysis) as review:
        rows = {row.target: row for row in review.rows(1)}

        def row(words: str) -> str:
            return next(one.key for text, one in rows.items() if words in text)

        def fingerprint(words: str) -> str:
            return next(one.findings[0].fingerprint for text, one in rows.items() if words in text)

        review.decide(1, row("5 km"), fingerprint("5 km"), "accept")
        review.decide(1, row("30 Euro"), fingerprint("30 Euro"), "dismiss", "=a <joke>")
        review.comment(1, row("12 Bögen"), "Count them")
        review.edit(1, row("Milliarden"), "Die Brücke kostete 97 Millionen Euro.")
    return folder / "bridge.review"
