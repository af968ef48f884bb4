"""The editor sits exactly on the text that it replaces: nothing jumps when it opens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.ui.look.utf16_offsets import to_qt
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.row_editor import RowEditor
from reviewer.ui.table.table_model import SOURCE, TARGET

LONG = "Der Hafen 😀 kostete 21 Millionen, und das war sehr viel Geld für eine kleine Stadt. " * 3
ARABIC = "كلف الميناء 12 مليونا، وكانت 72% من الأموال من أجل بناء الرصيف الجديد في المدينة. " * 3


@pytest.mark.parametrize(("translation", "text"), [(1, LONG), (2, ARABIC)])
@pytest.mark.parametrize(("density", "lead"), [("roomy", ""), ("tight", ""), ("roomy", "12.")])
def test_every_letter_stays_where_it_is(
    page: ReviewPage,
    review: Review,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    translation: int,
    text: str,
    density: str,
    lead: str,
) -> None:
    monkeypatch.setattr(DocumentSentences, "mark", lambda *_: lead)
    page.set_density(density)
    page.review.pick(translation)
    key = next(row.key for row in review.rows(translation) if row.source.startswith("The harbour"))
    review.edit(translation, key, text.strip())
    page.review.go_to(key)
    row = page.review.current_row()
    index = page.model.index(page.review.line_number(), TARGET)
    qtbot.waitUntil(lambda: page.table.visualRect(index).height() > 60)
    page.review.editor.start(row)
    qtbot.wait(20)
    box = page.table.visualRect(index)
    delegate = page.table.text_delegate
    layout = delegate.layout(page.model, index.row(), TARGET, box.width())
    [editor] = page.findChildren(RowEditor)
    for offset in range(0, len(row.target), 7):
        editor.put_cursor(to_qt(row.target, offset))
        seen = editor.viewport().mapTo(page.table.viewport(), editor.cursorRect().topLeft())
        line = layout.lineForTextPosition(to_qt(row.target, offset))
        x, _ = line.cursorToX(to_qt(row.target, offset))
        left = delegate.left(page.model.cell(index.row(), TARGET), box)
        wanted = QPoint(round(left + x), round(box.top() + delegate.pad_y + line.y()))
        assert abs(seen.x() - wanted.x()) <= 1, (offset, seen, wanted)
        assert abs(seen.y() - wanted.y()) <= 1, (offset, seen, wanted)
    assert editor.geometry() == box
    page.review.editor.stop()


SCRIPTS = "Der Hafen 港口 ท่าเรือ बंदरगाह ميناء hafen Ä́ 🏗️ kostete 21 Millionen und noch viel mehr. "


@pytest.mark.parametrize(
    ("density", "size"),
    [("tight", -2), ("tight", 5), ("dense", 0), ("dense", 3), ("roomy", 0), ("roomy", 4)],
)
@pytest.mark.parametrize(
    ("translation", "text"), [(1, LONG), (2, ARABIC), (1, SCRIPTS * 2), (1, "Ja.")]
)
def test_the_row_keeps_its_height_to_the_last_letter(
    page: ReviewPage,
    review: Review,
    qtbot: QtBot,
    translation: int,
    text: str,
    density: str,
    size: int,
) -> None:
    page.set_density(density)
    for _ in range(abs(size)):
        page.window().actions_by_name["larger" if size > 0 else "smaller"].trigger()
    page.review.pick(translation)
    key = next(row.key for row in review.rows(translation) if row.source.startswith("The harbour"))
    review.edit(translation, key, text.strip())
    page.review.go_to(key)
    row = page.review.current_row()
    for side, column in (("target", TARGET), ("source", SOURCE)):
        index = page.model.index(page.review.line_number(), column)
        page.table.heights.remeasure(index.row())
        before = page.table.visualRect(index).size()
        if side == "target":
            page.review.editor.start(row)
        else:
            page.review.editor.choose_place(row, side)
        [editor] = page.table.findChildren(RowEditor)
        delegate = page.table.text_delegate
        layout = delegate.layout(page.model, index.row(), column, before.width())
        for key_of in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_End):
            qtbot.keyClick(editor, key_of, Qt.KeyboardModifier.ControlModifier)
            seen = editor.viewport().mapTo(page.table.viewport(), editor.cursorRect().topLeft())
            box = page.table.visualRect(index)
            line = layout.lineForTextPosition(editor.textCursor().position())
            assert abs(seen.y() - round(box.top() + delegate.pad_y + line.y())) <= 1
            assert box.size() == before
        page.review.editor.stop()
        qtbot.waitUntil(lambda: not page.table.findChildren(RowEditor))
