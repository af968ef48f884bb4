"""What a window asks of a row is at hand once a review was made ready."""

from __future__ import annotations

import pytest

from reviewer.review import Review
from reviewer.store import rows as stored


def test_a_row_asks_for_no_block_of_a_document(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    review.prepare()
    monkeypatch.setattr(stored, "blocks", _refuse)
    for row in review.rows(1):
        assert review.row(1, row.key).source_mark == ""
        assert review.file_note(1, row.key) == ""


def _refuse(_text: str) -> None:
    raise AssertionError("all blocks of a document are read while somebody waits for a row")
