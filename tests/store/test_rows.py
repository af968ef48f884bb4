"""Blocks as they lie in a review: as they were written, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reviewer.domain import Block
from reviewer.store import rows

FULL = Block("Text", "heading", "3", 2, True, "links", "u1", ("<b>", "</b>"), "note", "1.")


def test_blocks_come_back_as_they_were_written() -> None:
    blocks = (FULL, Block("Plain"), Block("", codes=()))
    assert rows.blocks(rows.blocks_json(blocks)) == blocks


@pytest.mark.parametrize("fields", range(1, 11))
def test_a_block_of_an_older_version_has_fewer_fields(fields: int) -> None:
    [values] = json.loads(rows.blocks_json([FULL]))
    [block] = rows.blocks(json.dumps([values[:fields]]))
    assert block.text == "Text"
    assert block.mark == ("1." if fields == 10 else "")
    assert block.codes == (("<b>", "</b>") if fields >= 8 else ())


@pytest.mark.parametrize(
    "values",
    [
        [],
        [7],
        ["a", "no role"],
        ["a", "paragraph", 1],
        ["a", "paragraph", "", -1],
        ["a", "paragraph", "", 1 << 31],
        ["a", "paragraph", "", 0, 1],
        ["a", "paragraph", "", 0, False, "", "", "codes"],
        ["a", "paragraph", "", 0, False, "", "", [1]],
        ["a", "paragraph", "", 0, False, "", "", None],
        ["a", "paragraph", "", 0, False, "", "", [], "", "", "one more"],
    ],
)
def test_what_is_no_block_is_refused(values: list[Any]) -> None:
    with pytest.raises((ValueError, TypeError)):
        rows.blocks(json.dumps([["fine"], values]))
    assert rows.blocks(json.dumps([["a", "paragraph", "", (1 << 31) - 1]]))


@pytest.mark.parametrize("text", ["", "7", "{}", "[", "[[]", '[["a"]', '[["a"],]', '[["a"]]x'])
def test_what_is_no_list_of_blocks_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        rows.blocks(text)
    assert rows.blocks("[]") == ()
