"""Thousands of rows: estimated heights, exact where it matters, and nothing jumps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QCursor, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.review import Row, RowIndex
from reviewer.ui.look import theme
from reviewer.ui.state.row_filter import Filter
from reviewer.ui.state.shown_rows import ShownRows
from reviewer.ui.table import row_heights
from reviewer.ui.table.row_delegate import RowDelegate
from reviewer.ui.table.table_model import LINK, NUMBER, SOURCE, TARGET, TableModel
from reviewer.ui.table.table_view import ReviewTable

ROWS = 1500


def row(number: int) -> Row:
    words = "many words " * (1 + number * 7919 % 40)
    return Row(
        key=f"s{number}",
        source_ids=(f"s{number}",),
        target_ids=(f"t{number}",),
        source=f"{number} {words}",
        target=words,
        kind="body",
        relation="aligned",
        confidence=0.9,
        fixed=False,
        findings=(),
        back_translation=None,
        edited=False,
    )


class Given:
    """Rows that are at hand."""

    def __init__(self, rows: list[Row]) -> None:
        self.row = {row.key: row for row in rows}.__getitem__
        self.readable = self.saying = self.prepare = lambda _what: ()


def show(table: ReviewTable, rows: list[Row], right_to_left: bool = False) -> None:
    model = table.model()
    model.shown.show(RowIndex.of(rows), Given(rows))
    model.set_sides(("A", "B"), (False, right_to_left))
    model.reset()


@pytest.fixture
def table(qtbot: QtBot) -> ReviewTable:
    table = ReviewTable(RowDelegate())
    qtbot.addWidget(table)
    table.show_model(TableModel(ShownRows(), table), {NUMBER: 50, LINK: 20})
    table.resize(700, 500)
    table.show()
    show(table, [row(n) for n in range(ROWS)])
    qtbot.waitExposed(table)
    table.viewport().grab()
    return table


def exact(table: ReviewTable, number: int) -> int:
    widths = {column: table.columnWidth(column) for column in table.model().text_columns}
    return table.text_delegate.row_height(table.model(), number, widths, keep=False)


def visible(table: ReviewTable) -> list[int]:
    first = table.rowAt(0)
    last = table.rowAt(table.viewport().height() - 1)
    return list(range(first, last + 1))


def test_what_is_on_screen_has_its_exact_height(table: ReviewTable) -> None:
    assert table.heights.unmeasured() > ROWS / 2
    assert [table.rowHeight(n) for n in visible(table)] == [exact(table, n) for n in visible(table)]


def test_so_it_is_after_a_jump(table: ReviewTable) -> None:
    table.go_to(1234)
    table.viewport().grab()
    assert 1234 in visible(table)
    assert table.shows(1234)
    assert table.rowHeight(1234) == exact(table, 1234)


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ([Qt.Key.Key_End], ROWS - 1),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 0),
        ([Qt.Key.Key_PageDown] * 9, None),
        ([Qt.Key.Key_End, *[Qt.Key.Key_PageUp] * 9], None),
    ],
)
def test_where_a_key_of_the_table_leads_is_all_in_sight_at_once(
    table: ReviewTable, qtbot: QtBot, keys: list[Qt.Key], line: int | None
) -> None:
    for key in keys:
        qtbot.keyClick(table, key, Qt.KeyboardModifier.ControlModifier)
        assert table.heights.unmeasured() > ROWS / 2
        table.viewport().grab()
        assert table.shows(table.current_line())
    assert line in (None, table.current_line())


@pytest.mark.parametrize("modifier", ["NoModifier", "ControlModifier", "KeypadModifier"])
def test_home_and_end_lead_to_the_first_and_the_last_line(
    table: ReviewTable, qtbot: QtBot, modifier: str
) -> None:
    table.go_to(7)
    column = table.currentIndex().column()
    for key, line in ((Qt.Key.Key_End, ROWS - 1), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(table, key, Qt.KeyboardModifier[modifier])
        assert (table.current_line(), table.currentIndex().column()) == (line, column)
        assert table.selected_lines() == (line,)


def test_in_a_table_of_cells_home_and_end_lead_to_those_of_the_line(
    table: ReviewTable, qtbot: QtBot
) -> None:
    table.setSelectionBehavior(ReviewTable.SelectionBehavior.SelectItems)
    table.go_to(7)
    for key, column in ((Qt.Key.Key_Home, 1), (Qt.Key.Key_End, 3)):
        qtbot.keyClick(table, key)
        assert (table.current_line(), table.currentIndex().column()) == (7, column)
    qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert (table.current_line(), table.currentIndex().column()) == (ROWS - 1, 3)


def test_the_rest_is_measured_in_time_and_the_top_row_stays(
    table: ReviewTable, qtbot: QtBot
) -> None:
    table.go_to(900)
    table.viewport().grab()
    top, offset = table.rowAt(0), table.rowViewportPosition(table.rowAt(0))
    qtbot.waitUntil(lambda: table.heights.unmeasured() == 0)
    assert (table.rowAt(0), table.rowViewportPosition(table.rowAt(0))) == (top, offset)
    assert all(table.rowHeight(n) == exact(table, n) for n in range(0, ROWS, 97))


def test_the_last_row_is_all_in_sight_after_the_rows_above_were_measured(
    table: ReviewTable, qtbot: QtBot
) -> None:
    show(table, [replace(row(n), target="many words " * 40) for n in range(60)])
    table.go_to(50, centre=True)
    table.viewport().grab()
    was = table.verticalScrollBar().value()
    qtbot.waitUntil(lambda: table.heights.unmeasured() == 0)
    assert table.verticalScrollBar().value() != was
    table.verticalScrollBar().setValue(was)
    assert table.verticalHeader().offset() == was
    qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert table.shows(59)


def test_while_the_user_does_something_nothing_out_of_sight_is_measured(
    table: ReviewTable, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: table.heights.unmeasured() < ROWS - 100)
    monkeypatch.setattr(row_heights, "_REST_MS", 60_000)
    table.heights.wait()
    before = table.heights.unmeasured()
    assert before
    for _ in range(20):
        qtbot.wait(1)
    assert table.heights.unmeasured() == before
    monkeypatch.undo()
    table.heights.wait()
    qtbot.waitUntil(lambda: table.heights.unmeasured() == 0)


def test_a_row_that_changes_is_measured_again(table: ReviewTable) -> None:
    before = table.rowHeight(0)
    model = table.model()
    model.update_lines(model.shown.update([replace(row(0), target="many words " * 90)]))
    table.viewport().grab()
    assert table.rowHeight(0) > before


def test_another_width_measures_anew(table: ReviewTable) -> None:
    assert 1 in visible(table)
    before = table.rowHeight(1)
    table.resize(420, 500)
    table.viewport().grab()
    assert table.rowHeight(1) > before
    assert table.rowHeight(0) == exact(table, 0)


@pytest.mark.parametrize("right_to_left", [False, True])
def test_text_begins_at_the_side_of_its_language(table: ReviewTable, right_to_left: bool) -> None:
    text = "مرحبا" if right_to_left else "Hello"
    rows = [replace(row(0), target=text)]
    show(table, rows, right_to_left)
    layout = table.text_delegate.layout(table.model(), 0, TARGET, 300)
    box = layout.lineAt(0).naturalTextRect()
    if right_to_left:
        assert box.right() > 250
        assert box.left() > 100
    else:
        assert box.left() == 0


@pytest.mark.parametrize(
    ("right_to_left", "text", "from_the_right"),
    [
        (True, "A sentence that was left as it was.", False),
        (True, "NATO رحبت بالقرار.", True),
        (True, "57 %.", True),
        (False, "جملة بقيت كما هي.", True),
        (False, "It says مرحبا.", False),
    ],
)
def test_a_text_without_a_letter_of_its_column_is_read_in_its_own_direction(
    table: ReviewTable, right_to_left: bool, text: str, from_the_right: bool
) -> None:
    show(table, [replace(row(0), target=text)], right_to_left)
    line = table.text_delegate.layout(table.model(), 0, TARGET, 600).lineAt(0)
    assert (line.cursorToX(len(text))[0] < line.cursorToX(0)[0]) is from_the_right
    assert (line.naturalTextRect().left() > 50) is right_to_left


def test_a_dragged_column_leaves_no_line_cut_and_no_empty_strip(table: ReviewTable) -> None:
    wide = table.columnWidth(SOURCE)
    table.horizontalHeader().resizeSection(SOURCE, wide - 120)
    table.viewport().grab()
    assert table.columnWidth(SOURCE) == pytest.approx(wide - 120, abs=1)
    assert sum(table.columnWidth(column) for column in range(4)) == table.viewport().width()
    for number in visible(table):
        assert table.rowHeight(number) == exact(table, number)
    share = table.columnWidth(SOURCE) / table.columnWidth(TARGET)
    table.resize(1000, 500)
    assert table.columnWidth(SOURCE) / table.columnWidth(TARGET) == pytest.approx(share, rel=0.02)


def laid_out(table: ReviewTable, number: int) -> QTextLayout:
    return table.text_delegate.layout(table.model(), number, TARGET, 300)


def test_a_row_is_laid_out_once_from_filter_to_filter(table: ReviewTable) -> None:
    show(table, [replace(row(n), edited=n % 2 == 1) for n in range(40)])
    before = laid_out(table, 7)
    table.model().shown.set_filter(Filter("edited"))
    table.model().reset()
    assert laid_out(table, 3) is before
    table.model().shown.update([replace(row(8), target="short")])
    table.model().shown.set_filter(Filter())
    table.model().reset()
    assert laid_out(table, 7) is before
    assert laid_out(table, 8).text() == "short"


def test_other_rows_are_laid_out_anew(table: ReviewTable) -> None:
    before = laid_out(table, 0)
    show(table, [replace(row(0), target="other words")])
    assert laid_out(table, 0) is not before
    assert laid_out(table, 0).text() == "other words"


def test_what_a_search_has_found_is_painted_and_nothing_laid_out_for_it(
    table: ReviewTable,
) -> None:
    def marked() -> int:
        picture = table.viewport().grab().toImage()
        colour = QColor(theme.colours().match)
        rows = range(0, picture.height(), 2)
        return sum(picture.pixelColor(x, y) == colour for y in rows for x in range(70, 200, 2))

    before = laid_out(table, 0)
    assert not marked()
    table.model().set_search("many")
    assert marked()
    assert laid_out(table, 0) is before
    table.model().set_search("")
    assert not marked()


@pytest.mark.parametrize("pointer", ["elsewhere", "on the table"])
def test_heights_out_of_sight_are_measured_without_painting(
    pointer: str, table: ReviewTable, qtbot: QtBot
) -> None:
    table.go_to(900)
    inside = table.viewport().rect().center()
    place = inside if pointer == "on the table" else QPoint(-50, -50)
    QCursor.setPos(table.viewport().mapToGlobal(place))
    table.viewport().grab()
    qtbot.waitUntil(lambda: table.heights.unmeasured() < ROWS - 100)
    before = table.viewport().grab().toImage()
    painted: list[QEvent] = []
    table.viewport().installEventFilter(paintings := Paintings(painted, table))
    qtbot.waitUntil(lambda: table.heights.unmeasured() == 0)
    table.viewport().removeEventFilter(paintings)
    assert not painted
    assert table.viewport().grab().toImage() == before


def test_other_lines_are_painted_once_though_their_heights_were_estimated(
    table: ReviewTable, qtbot: QtBot
) -> None:
    table.heights.measure(on=False)
    painted: list[QEvent] = []
    table.viewport().installEventFilter(Paintings(painted, table))
    show(table, [row(number) for number in range(ROWS, 2 * ROWS)])
    qtbot.waitUntil(lambda: bool(painted))
    for _ in range(20):
        qtbot.wait(1)
    assert len(painted) == 1
    assert [table.rowHeight(n) for n in visible(table)] == [exact(table, n) for n in visible(table)]
    ends = table.rowViewportPosition(ROWS - 1) + table.rowHeight(ROWS - 1)
    assert table.verticalScrollBar().maximum() == ends - table.viewport().height()


def test_of_a_row_that_changes_nothing_else_is_painted(table: ReviewTable, qtbot: QtBot) -> None:
    table.heights.measure(on=False)
    top, height = table.rowViewportPosition(2), table.rowHeight(2)
    painted = paintings_of(table.viewport())
    change(table, replace(row(2), reviewed=True))
    qtbot.waitUntil(lambda: bool(painted.places))
    # Qt takes a pixel more.
    assert all(one.top() == top and one.height() <= height + 1 for one in painted.places)


def test_what_lies_below_a_row_that_needs_another_height_is_painted(
    table: ReviewTable, qtbot: QtBot
) -> None:
    table.heights.measure(on=False)
    before = table.rowHeight(2)
    painted = paintings_of(table.viewport())
    change(table, replace(row(2), target="many words " * 60))
    assert table.rowHeight(2) == exact(table, 2) > before
    qtbot.waitUntil(lambda: bool(painted.places))
    assert painted.places[0].bottom() == table.viewport().rect().bottom()


def test_a_row_out_of_sight_that_changes_paints_nothing(table: ReviewTable, qtbot: QtBot) -> None:
    table.heights.measure(on=False)
    painted = paintings_of(table.viewport())
    change(table, replace(row(1200), reviewed=True))
    for _ in range(20):
        qtbot.wait(1)
    assert not painted.places


def test_the_names_of_the_columns_are_not_painted_for_another_row(
    table: ReviewTable, qtbot: QtBot
) -> None:
    table.go_to(1)
    table.viewport().grab()
    qtbot.wait(1)
    above, rows = paintings_of(table.horizontalHeader().viewport()), paintings_of(table.viewport())
    table.go_to(2)
    qtbot.waitUntil(lambda: bool(rows.places))
    assert not above.places


def test_around_a_row_in_the_middle_half_the_view_is_measured(table: ReviewTable) -> None:
    table.heights.measure(on=False)
    before = table.heights.unmeasured()
    table.go_to(1000, centre=True)
    measured = before - table.heights.unmeasured()
    table.viewport().grab()
    assert measured <= len(visible(table)) + 2
    assert [table.rowHeight(n) for n in visible(table)] == [exact(table, n) for n in visible(table)]
    middle = table.rowViewportPosition(1000) + table.rowHeight(1000) / 2
    assert abs(middle - table.viewport().height() / 2) <= 1


def change(table: ReviewTable, changed: Row) -> None:
    model = table.model()
    model.update_lines(model.shown.update([changed]))


class Paintings(QObject):
    """Notes each painting of a widget, and which place of it was painted."""

    def __init__(self, painted: list[QEvent], parent: QObject) -> None:
        super().__init__(parent)
        self._painted = painted
        self.places: list[QRect] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self._painted.append(event)
            self.places.append(event.region().boundingRect())
        return False


def paintings_of(widget: QWidget) -> Paintings:
    """What is painted from now on, without what has still to be painted for what was before."""
    QApplication.processEvents()
    noted = Paintings([], widget)
    widget.installEventFilter(noted)
    return noted
