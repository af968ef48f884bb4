"""The rows of a translation as the reports tell them."""

from __future__ import annotations

from reviewer.reports.entries import entries
from reviewer.review import Review


def test_rows_of_text_are_numbered_as_in_the_window(reviewed: Review) -> None:
    for info in reviewed.translations:
        found = list(entries(reviewed, info))
        keys = [row.key for row in reviewed.rows(info.id) if row.relation is not None]
        assert [(one.number, one.key) for one in found] == list(enumerate(keys, 1))
        assert len(found) > 2
