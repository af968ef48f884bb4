"""The list of a set sorts by how much is done, whatever the size of a document."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.review import Counts, ReviewTotals, TranslationInfo
from reviewer.review.model.views import SourceInfo
from reviewer.sets.totals import DocumentTotals
from reviewer.ui.sets.set_model import SORTED, SetModel


def document(sentences: int, reviewed: int, open_: int) -> DocumentTotals:
    counts = Counts(
        open_, 0, 0, by_severity={"major": open_}, sentences=sentences, reviewed=reviewed
    )
    info = TranslationInfo(1, "de.txt", "de", "none")
    known = ReviewTotals(SourceInfo("en.txt", "en"), ((info, counts),))
    return DocumentTotals(Path(f"{sentences}.review"), f"{sentences}", known)


@pytest.mark.parametrize(
    ("column", "keys"),
    [(0, [0, 1, 2, 3]), (1, [3, 0, 5, 0]), (3, [0.5, 0.2, 0, 1])],
)
def test_what_each_column_sorts_by(column: int, keys: list[float], qtbot: QtBot) -> None:
    model = SetModel()
    model.show_documents([document(*one) for one in ((2, 1, 3), (10, 2, 0), (0, 0, 5), (1, 1, 0))])
    lines = range(1, model.rowCount())
    assert [model.data(model.index(line, column), SORTED) for line in lines] == keys
    assert model.data(model.index(0, column), SORTED) is None


def test_open_findings_sort_by_their_number_and_then_the_gravest(qtbot: QtBot) -> None:
    model = SetModel()
    model.show_documents([document(2, 0, 1), document(3, 0, 2), document(4, 0, 0)])
    keys = [model.data(model.index(line, 2), SORTED) for line in (1, 2, 3)]
    assert sorted(range(3), key=keys.__getitem__) == [2, 0, 1]
