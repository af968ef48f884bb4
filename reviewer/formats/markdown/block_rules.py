"""What several rules for blocks of the parser ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock


def line_ended_by(state: StateBlock, at: int, line: int, last: int) -> int | None:
    """The line, from `line` to before `last`, that ends at offset `at` of the source; None where
    more stands behind it, or the line is none of these."""
    if state.src[at : at + 1] not in ("", "\n"):
        return None
    return next((number for number in range(line, last) if state.eMarks[number] >= at), None)
