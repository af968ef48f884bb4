"""How long large files take to open. Run with `make bench`, or
`.venv/bin/python -m pytest -m benchmark -s tests/benchmarks/test_large_files.py`."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Block, Span, TextEdit

pytestmark = pytest.mark.benchmark

UNITS = 100_000
PAGES = 1000
_CHARACTERS = 3000
"""Of a page."""

_SENTENCE = "The council approved {n} million, as was said at the meeting."
_ENDS = {
    ".xlf": (
        '<xliff version="1.2"><file source-language="en" target-language="de"><body>',
        "</body></file></xliff>",
        '<trans-unit id="{n}"><source>' + _SENTENCE + "</source>"
        '<target state="translated">Der Rat bewilligte {n} &amp; mehr.</target></trans-unit>\n',
    ),
    ".tmx": (
        '<tmx version="1.4"><header srclang="en"/><body>',
        "</body></tmx>",
        '<tu><tuv xml:lang="en"><seg>' + _SENTENCE + '</seg></tuv><tuv xml:lang="de">'
        "<seg>Der Rat bewilligte {n} Millionen, wie es hieß.</seg></tuv></tu>\n",
    ),
}


def test_bilingual_files_of_100000_units(tmp_path: Path) -> None:
    print("\n| 100,000 units | opened, processor time | memory at its peak |\n|---|---|---|")
    for suffix, (begin, end, unit) in _ENDS.items():
        path = tmp_path / f"large{suffix}"
        with path.open("w", encoding="utf-8") as file:
            file.write(begin)
            file.writelines(unit.format(n=number) for number in range(UNITS))
            file.write(end)
        start = time.process_time()
        both = formats.read_bilingual(path)
        taken = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| {suffix} | {taken:.1f} s | {peak:.0f} MB |")
        assert len(both.source.blocks) == UNITS


def test_a_word_document_of_1000_pages() -> None:
    paragraph = " ".join([_SENTENCE.format(n=12)] * 9)
    count = PAGES * _CHARACTERS // len(paragraph)
    data = formats.made(Path("x.docx"), [Block(paragraph)] * count, "en")
    start = time.process_time()
    document = formats.read_bytes(Path("x.docx"), data)
    middle = time.process_time()
    formats.edited_bytes(document, [TextEdit(100, Span(0, 3), "Some")])
    end = time.process_time()
    print(
        f"\na docx of {PAGES:,} pages: read {middle - start:.2f} s, exported {end - middle:.2f} s "
        "(processor time)"
    )
