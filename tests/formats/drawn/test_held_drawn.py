"""Drawn documents of formats that are one room with others: see `holding`."""

from __future__ import annotations

import pytest

from tests.formats.drawn import cues, markdown, open_document, tables, units, word
from tests.formats.drawn.holding import PARTS, check

KINDS = {
    "cues": (cues.documents, 120), "markdown": (markdown.documents, 70),
    "tables": (tables.documents, 36), "open_document": (open_document.documents, 50),
    "units": (units.documents, 140), "word": (word.documents, 60),
}  # fmt: skip


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("kind", KINDS)
def test_they_are_read_and_written_as_before(kind: str, part: int) -> None:
    check(kind, *KINDS[kind], part)
