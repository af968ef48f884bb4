"""What is read of drawn articles as text, as none, and as left to the translation.

`held_articles.txt` has it page by page, block by block, each with its first letters. After a change
on purpose: HELD=write pytest tests/formats/html/test_held_articles.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.formats.errors import FormatError
from tests.formats.html.articles import Draw

TABLE = Path(__file__).with_name("held_articles.txt")
PAGES, PARTS = 400, 5


def line(seed: int) -> str:
    try:
        document = formats.read_bytes(Path("page.html"), Draw(seed).page().encode())
    except FormatError as error:
        return f"{seed} {error}"
    told = (
        f"{block.role[:1]}{block.level or ''}{'!' * block.chrome}{block.reason} {block.text[:7]!r}"
        for block in document.blocks
    )
    return f"{seed} {' '.join(told)}"


@pytest.mark.parametrize("part", range(PARTS))
def test_they_are_read_as_before(part: int) -> None:
    if os.environ.get("HELD") == "write":
        if part == 0:
            TABLE.write_text("".join(f"{line(seed)}\n" for seed in range(PAGES)), "utf-8")
        return
    held = TABLE.read_text("utf-8").splitlines()
    assert [line(seed) for seed in range(part, PAGES, PARTS)] == held[part::PARTS]
