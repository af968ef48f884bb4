"""Web pages of ten megabytes of every shape: time and memory to read them, and to cut them.

`python -m pytest -m benchmark -s tests/benchmarks/test_large_pages.py`
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.benchmark

_SIZE = 10_000_000
_MOST = 300
"""Megabytes of the whole process."""

_IN_A_PROCESS = """
import json, resource, sys, time
from pathlib import Path
from reviewer import formats
from reviewer.formats.errors import LongParagraphError
from reviewer.text.furniture import mark_furniture
from reviewer.text.segments import segments

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

started = time.process_time()
try:
    document = formats.read(Path(sys.argv[1]))
except LongParagraphError:
    print(json.dumps([0, time.process_time() - started, peak(), 0, peak()]))
    sys.exit()
read, used = time.process_time(), peak()
cut = segments(document, "s")
mark_furniture([document], [cut])
print(json.dumps([len(document.blocks), read - started, used, time.process_time() - read, peak()]))
"""

_WORDS = [
    "".join(random.Random(seed).choices("abcdefghijklmnopqrstuvwxyz", k=2 + seed % 8))
    for seed in range(3_000)
]


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(6, 18))).capitalize() + "."


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(1, 4)))


SHAPES: dict[str, tuple[str, Callable[[random.Random, int], str]]] = {
    "paragraphs": ("", lambda chance, _: f"<p>{_paragraph(chance)}</p>\n"),
    "paragraphs without end tags": ("", lambda chance, _: f"<p>{_paragraph(chance)}\n"),
    "links and bold, a class and an id each": (
        "",
        lambda chance, n: (
            f'<p class="c{n}" id="i{n}"><a href="#{n}">{_sentence(chance)}</a> '
            f"<b>{_paragraph(chance)}</b> &nbsp;&amp; more.</p>\n"
        ),
    ),
    "divs that never end": ("", lambda chance, _: f"<div>{_paragraph(chance)}\n"),
    "line breaks": ("", lambda chance, _: f"{_paragraph(chance)}<br>\n"),
    "one paragraph": ("", lambda chance, _: _paragraph(chance) + " "),
    "preformatted lines": ("<pre>", lambda chance, _: _paragraph(chance) + "\n"),
    "table of sentences": (
        "<table>",
        lambda chance, _: f"<tr><td>{_sentence(chance)}<td>{_sentence(chance)}\n",
    ),
    "half hidden": (
        "",
        lambda chance, _: f"<p>{_paragraph(chance)}</p><div hidden>{_paragraph(chance)}</div>\n",
    ),
    "a style sheet that asks for what stands before": (
        "<style>.a ~ .b, .c + .b {display:none} .d ~ p.b {display:block}</style>",
        lambda chance, n: f'<p class="b c{n % 90}">{_paragraph(chance)}</p>\n',
    ),
    "table of words and figures": (
        "<table>",
        lambda chance, n: "<tr>" + f"<td>{chance.choice(_WORDS)} {n % 9_999}</td>" * 8 + "</tr>\n",
    ),
}


REFUSED = {"one paragraph", "preformatted lines"}
"""A single paragraph of ten million characters."""


@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_of_ten_megabytes(shape: str, tmp_path: Path) -> None:
    chance = random.Random(1)
    opening, piece = SHAPES[shape]
    pieces = [f"<html lang=en><title>Big</title><body><main><h1>Big page</h1>{opening}\n"]
    size = 0
    while size < _SIZE:
        pieces.append(piece(chance, len(pieces)))
        size += len(pieces[-1])
    path = tmp_path / "big.html"
    path.write_text("".join(pieces), "utf-8")
    made = subprocess.run(
        [sys.executable, "-c", _IN_A_PROCESS, str(path)], capture_output=True, text=True, check=True
    )
    blocks, read, used, cut, peak = json.loads(made.stdout)
    print(
        f"\n| {shape} | {blocks:,} | {read:.1f} s | {used} MB | {cut:.1f} s | {peak} MB |", end=""
    )
    assert (blocks > 1) is (shape not in REFUSED)
    assert peak < _MOST
