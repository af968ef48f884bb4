"""How long a set of 200 documents takes. Run with `make bench`, or
`.venv/bin/python -m pytest -m benchmark -s tests/benchmarks/test_sets.py`."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewer.analysis import analyse
from reviewer.machine_translation.encoders import BUNDLED
from reviewer.reports.kinds import Options, kind
from reviewer.sets import Maker, export_set, make_set, paired, read_set, total, totals

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(1200)]

DOCUMENTS = 200
ARTICLES = Path(__file__).parents[1] / "end_to_end/articles"
OPTIONS = Options("Ann Lee", "2026-11-30T10:00:00+00:00")


def test_a_set_of_200_documents(tmp_path: Path) -> None:
    for number in range(DOCUMENTS):
        name = ("news", "quake")[number % 2]
        for language in ("en", "fr"):
            text = (ARTICLES / f"{name}.{language}.txt").read_text("utf-8")
            target = tmp_path / language / f"{number // 50}" / f"article {number}.txt"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text.replace("38", str(number)), "utf-8")
    path = tmp_path / "work/news.reviewset"
    print(f"\n| {DOCUMENTS} documents, English and French | processor time |\n|---|---|")

    def timed(what: str, do: Callable[[], Any]) -> Any:
        start = time.process_time()
        found = do()
        print(f"| {what} | {time.process_time() - start:.2f} s |")
        return found

    pairs = timed("what belongs together", lambda: paired(tmp_path / "en", [tmp_path / "fr"]))
    with BUNDLED.loading_beside():
        timed("made", lambda: make_set(path, pairs.together, Maker(analyse)))
    found = timed("list with totals", lambda: totals(read_set(path)))
    assert len(found) == DOCUMENTS
    print(f"({total(found).sentences:,} sentences, {total(found).open} open findings)")
    for name in ("text", "html"):
        done = timed(
            f"exported as {name}",
            lambda name=name: export_set(read_set(path), tmp_path / name, kind(name), OPTIONS),
        )
        assert len(done.written) == DOCUMENTS
