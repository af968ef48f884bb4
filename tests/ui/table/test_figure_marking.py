"""The current row joins its figures, and the pointer or the keyboard lights two of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.look import theme
from reviewer.ui.panel.figures_card import FigureLine
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.cells import Cell
from reviewer.ui.table.table_model import SOURCE, TARGET


@pytest.fixture
def cranes(page: ReviewPage, qtbot: QtBot) -> ReviewPage:
    """At a row where 3 = 3, and 4 was translated as 5."""
    go_to(page, qtbot, "cranes")
    return page


def go_to(page: ReviewPage, qtbot: QtBot, word: str) -> None:
    lines = range(page.model.rowCount())
    page.table.go_to(next(n for n in lines if word in page.model.cell(n, SOURCE).text))
    row = page.review.current_row()
    assert row is not None
    qtbot.waitUntil(lambda: page.model.figures.belong_to(row))


def written(page: ReviewPage, what: str, line: int | None = None) -> tuple[list[str], list[str]]:
    """What is "agreeing" or "lit" in a line, the current one by default, in both cells."""
    line = page.table.current_line() if line is None else line
    cells = [page.model.cell(line, column) for column in (SOURCE, TARGET)]
    first, second = cells
    return spans(first, what), spans(second, what)


def spans(cell: Cell, what: str) -> list[str]:
    return [span.of(cell.text) for span in (cell.lit if what == "lit" else cell.agreeing)]


def at(page: ReviewPage, column: int, figure: str) -> QPoint:
    """The middle of a figure in the current row, in the viewport."""
    index = page.model.index(page.table.current_line(), column)
    box, delegate = page.table.visualRect(index), page.table.text_delegate
    line = delegate.layout(page.model, index.row(), column, box.width()).lineAt(0)
    start = page.model.cell(index.row(), column).text.index(figure)
    middle = (line.cursorToX(start)[0] + line.cursorToX(start + len(figure))[0]) / 2
    left = delegate.left(page.model.cell(index.row(), column), box)
    return QPoint(round(left + middle), round(box.top() + delegate.pad_y + line.height() / 2))


def hover(page: ReviewPage, point: QPoint) -> None:
    none = Qt.MouseButton.NoButton
    place = QPointF(point)
    there = QPointF(page.table.viewport().mapToGlobal(point))
    kind, plain = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(kind, place, there, none, none, plain)
    QApplication.sendEvent(page.table.viewport(), move)


def colours_of(page: ReviewPage, column: int) -> set[str]:
    index = page.model.index(page.table.current_line(), column)
    picture = page.table.viewport().grab(page.table.visualRect(index)).toImage()
    sizes = range(picture.width()), range(picture.height())
    return {QColor(picture.pixel(x, y)).name() for x in sizes[0] for y in sizes[1]}


def test_the_current_row_joins_the_figures_that_agree(cranes: ReviewPage, qtbot: QtBot) -> None:
    line = cranes.table.current_line()
    assert written(cranes, "agreeing") == (["3"], ["3"])
    go_to(cranes, qtbot, "Ships")
    assert written(cranes, "agreeing", line) == ([], [])


class PaintedRegion(QObject):
    """What of a widget was painted since it began to look."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_marks_paint_the_two_cells_of_the_row_and_no_more(cranes: ReviewPage, qtbot: QtBot) -> None:
    line, [link] = cranes.table.current_line(), cranes.model.figures.agreeing
    QApplication.processEvents()
    looking = PaintedRegion(cranes.table.viewport())
    cranes.figure_marking.light(link)
    qtbot.waitUntil(lambda: not looking.region.isEmpty())
    source, target = (
        cranes.table.visualRect(cranes.model.index(line, column)) for column in (SOURCE, TARGET)
    )
    assert looking.region == QRegion(source) + QRegion(target)


def test_figures_are_read_when_the_words_for_numbers_have_been_loaded(
    page: ReviewPage, qtbot: QtBot
) -> None:
    asked: list[bool] = []

    def not_yet() -> bool:
        asked.append(True)
        return False

    page.figure_marking.ready = not_yet
    lines = range(page.model.rowCount())
    page.table.go_to(next(n for n in lines if "Ships" in page.model.cell(n, SOURCE).text))
    page.table.go_to(next(n for n in lines if "cranes" in page.model.cell(n, SOURCE).text))
    qtbot.waitUntil(lambda: len(asked) > 1)
    assert written(page, "agreeing") == ([], [])
    page.figure_marking.ready = lambda: True
    qtbot.waitUntil(lambda: written(page, "agreeing") == (["3"], ["3"]))


def test_marks_are_painted_over_the_text_that_is_laid_out(cranes: ReviewPage) -> None:
    line, width = cranes.table.current_line(), cranes.table.columnWidth(SOURCE)
    layout = cranes.table.text_delegate.layout(cranes.model, line, SOURCE, width)
    accent = theme.colours().accent
    assert accent not in colours_of(cranes, SOURCE)
    hover(cranes, at(cranes, SOURCE, "3"))
    assert accent in colours_of(cranes, SOURCE)
    assert accent in colours_of(cranes, TARGET)
    again = cranes.table.text_delegate.layout(cranes.model, line, SOURCE, width)
    assert again is layout


@pytest.mark.parametrize(
    ("column", "figure", "lit"),
    [
        (SOURCE, "3", (["3"], ["3"])),
        (TARGET, "3", (["3"], ["3"])),
        (SOURCE, "4", (["4"], ["5"])),
        (TARGET, "5", (["4"], ["5"])),
    ],
)
def test_the_pointer_lights_a_figure_and_its_counterpart(
    cranes: ReviewPage, column: int, figure: str, lit: tuple[list[str], list[str]]
) -> None:
    hover(cranes, at(cranes, column, figure))
    assert written(cranes, "lit") == lit
    hover(cranes, at(cranes, column, "t"))
    assert written(cranes, "lit") == ([], [])
    hover(cranes, at(cranes, column, figure))
    QApplication.sendEvent(cranes.table.viewport(), QEvent(QEvent.Type.Leave))
    assert written(cranes, "lit") == ([], [])


@pytest.mark.parametrize("column", [SOURCE, TARGET])
def test_the_pointer_finds_figures_in_text_from_right_to_left(
    page: ReviewPage, qtbot: QtBot, column: int
) -> None:
    page.review.pick(2)
    go_to(page, qtbot, "cranes")
    assert page.model.cell(page.table.current_line(), TARGET).right_to_left
    for figure in ("3", "4"):
        hover(page, at(page, column, figure))
        assert written(page, "lit") == ([figure], [figure])


def test_beside_the_text_nothing_is_lit(page: ReviewPage, qtbot: QtBot) -> None:
    """The offset nearest to the pointer is a figure's there."""
    page.review.review.edit(1, key_of(page, "cranes"), "Kräne: 3")
    go_to(page, qtbot, "cranes")
    hover(page, at(page, TARGET, "3"))
    assert written(page, "lit")[1] == ["3"]
    hover(page, at(page, TARGET, "3") + QPoint(40, 0))
    assert written(page, "lit") == ([], [])


def key_of(page: ReviewPage, word: str) -> str:
    rows = [page.model.row_at(line) for line in range(page.model.rowCount())]
    return next(row.key for row in rows if row and word in row.source)


def test_another_row_is_not_lit(cranes: ReviewPage, qtbot: QtBot) -> None:
    point = at(cranes, SOURCE, "3")
    go_to(cranes, qtbot, "Ships")
    hover(cranes, point)
    assert cranes.model.figures.lit is None


def test_the_marks_follow_a_change_of_the_text(cranes: ReviewPage, qtbot: QtBot) -> None:
    row = cranes.review.current_row()
    assert row is not None
    cranes.review.review.edit(1, row.key, "Er hat 3 Kräne und 4 Liegeplätze.")
    qtbot.waitUntil(lambda: written(cranes, "agreeing") == (["3", "4"], ["3", "4"]))


def test_a_tooltip_says_reading_and_rule(
    cranes: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, _widget: said.append(words))
    for figure in ("3", "4"):
        point = at(cranes, SOURCE, figure)
        there = cranes.table.viewport().mapToGlobal(point)
        QApplication.sendEvent(
            cranes.table.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, there)
        )
    plain = [words.replace("\u2068", "").replace("\u2069", "") for words in said]
    assert plain == ["<qt>3 = 3: the same value</qt>", "<qt>4 ≠ 5: different</qt>"]


def test_a_line_of_the_panel_lights_its_figures(cranes: ReviewPage, qtbot: QtBot) -> None:
    cranes.panel.figures.button.click()
    lines = [line for line in cranes.panel.findChildren(FigureLine) if line.isVisible()]
    assert len(lines) == 2
    cranes.panel.figures.button.setFocus(Qt.FocusReason.TabFocusReason)
    for lit in ((["3"], ["3"]), (["4"], ["5"])):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert written(cranes, "lit") == lit
    cranes.table.setFocus()
    assert written(cranes, "lit") == ([], [])


@pytest.mark.parametrize(("text", "offered"), [("Drei", True), ("Die", False)])
def test_numbers_in_words_can_be_looked_at_in_the_panel(
    page: ReviewPage, qtbot: QtBot, text: str, offered: bool
) -> None:
    """A digit shows at once that there are figures; that there are words has to be read first."""
    go_to(page, qtbot, "Ships")
    row = page.review.current_row()
    assert row is not None
    assert page.panel.figures.isHidden()
    review, translation = page.review.review, page.review.translation
    words = f"{text} Schiffe kommen nachts."
    page.review.do(lambda: review.edit(translation, row.key, words), "no")
    go_to(page, qtbot, "Ships")
    assert page.panel.figures.isHidden() is not offered
    page.panel.figures.button.click()
    assert bool(page.panel.figures.findChildren(FigureLine)) is offered
