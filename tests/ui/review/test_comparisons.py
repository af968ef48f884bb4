"""All translations at once: their texts, which has which sentence, and all figures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QInputDialog, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.look.widgets import Elided
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.comparison_model import FIRST, NUMBER, SOURCE
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.comparisons import COMPARISONS, FIGURES, MATRIX, OVERVIEW
from reviewer.ui.state.figure_lines import FigureTable
from reviewer.ui.state.row_filter import Filter
from reviewer.ui.table.row_delegate import PAD_X
from tests.ui.conftest import digits, small_analysis

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def show(page: ReviewPage, view: int):
    page.review.pick(view)
    return page.comparisons[view]


def line(comparison, source: str) -> int:
    model = comparison.model
    return next(n for n in range(model.lines()) if model.source_cell(n).text == source)


def said(comparison, number: int, column: int) -> str:
    return str(comparison.model.data(comparison.model.index(number, column), SPOKEN))


@pytest.mark.parametrize("view", COMPARISONS)
def test_each_is_a_sound_model(page: ReviewPage, review: Review, view: int) -> None:
    comparison = page.comparisons[view]
    tester = QAbstractItemModelTester(
        comparison.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    show(page, view)
    assert comparison.model.rowCount() > 0
    key = next(row.key for row in review.rows(1) if row.target)
    review.edit(1, key, "Etwas anderes mit 12.")
    tester.deleteLater()


@pytest.mark.parametrize(
    ("name", "view"), [("switch_overview", OVERVIEW), ("matrix", MATRIX), ("figures", FIGURES)]
)
def test_the_same_key_goes_there_and_back(
    page: ReviewPage, window: MainWindow, name: str, view: int
) -> None:
    window.actions_by_name[name].trigger()
    assert page.review.view() == view
    assert page.comparisons[view].table.hasFocus()
    assert window.actions_by_name[name].isChecked()
    window.actions_by_name[name].trigger()
    assert page.review.view() == 1
    assert page.table.hasFocus()


@pytest.mark.parametrize("view", COMPARISONS)
def test_a_cell_leads_to_its_row_and_the_key_back_to_the_cell(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, view: int
) -> None:
    comparison = show(page, view)
    number = next(
        n for n in range(comparison.model.lines()) if "cost" in comparison.model.source_cell(n).text
    )
    comparison.table.setCurrentIndex(comparison.model.index(number, FIRST + 1))
    qtbot.keyClick(comparison.table, Qt.Key.Key_Return)
    assert page.review.translation == 2
    assert page.review.current_row().source == "The harbour 😀 cost 12 million."
    page.review.pick(view)
    index = comparison.table.currentIndex()
    assert comparison.model.source_id(index.row()) == comparison.model.source_id(number)
    assert index.column() == FIRST + 1


def test_the_matrix_shows_what_several_lack(page: ReviewPage) -> None:
    matrix = show(page, MATRIX)
    model = matrix.model
    mayor = line(matrix, "The mayor left at 7.")
    assert [model.cell(mayor, column).empty for column in (FIRST, FIRST + 1)] == ["missing"] * 2
    assert model.cell(mayor, FIRST + 2).text == "2 of 2"
    assert model.headerData(FIRST + 2, Qt.Orientation.Horizontal) == "Missing in"
    night = line(matrix, "Ships come by night.")
    assert model.cell(night, FIRST + 2).text == "1 of 2"
    assert model.cell(line(matrix, "The harbour"), FIRST + 2).text == ""
    assert said(matrix, mayor, FIRST) == "missing, critical: Left out"
    assert said(matrix, line(matrix, "Everybody was happy."), FIRST) == "there, moved"


def test_numbers_stand_in_the_first_column(page: ReviewPage) -> None:
    for view in (OVERVIEW, MATRIX):
        model = show(page, view).model
        assert [model.cell(n, NUMBER).text for n in range(3)] == ["1", "2", "3"]


def test_findings_are_lit_and_said_in_the_texts_side_by_side(page: ReviewPage) -> None:
    texts = show(page, OVERVIEW)
    cost = line(texts, "The harbour 😀 cost 12 million.")
    cell = texts.model.cell(cost, FIRST)
    assert [mark.span.of(cell.text) for mark in cell.highlights] == ["21"]
    assert said(texts, cost, FIRST).endswith("critical: 12 is missing")


def test_words_searched_for_are_lit_in_all_translations(page: ReviewPage) -> None:
    texts = show(page, OVERVIEW)
    page.review.set_search("3")
    cranes = line(texts, "It has 3 cranes and 4 berths.")
    for column in (SOURCE, FIRST, FIRST + 1):
        assert len(texts.model.cell(cranes, column).matches) == 1


def test_disagreeing_figures_stand_on_top(page: ReviewPage) -> None:
    figures = show(page, FIGURES)
    model = figures.model
    first = [model._lines[n].written for n in range(model.lines())]
    assert first[:2] == ["12 million", "4"]
    assert model.cell(0, FIRST).text == "21 Millionen"
    assert model.cell(0, FIRST).mark == "critical"
    assert model.cell(0, FIRST + 1).mark is None
    assert said(figures, 0, FIRST) == "21 Millionen, different"
    assert said(figures, 0, SOURCE) == "12 million (12,000,000)"
    seven = first.index("7")
    assert model.cell(seven, FIRST).empty == "sentence missing"


def test_a_figure_known_for_an_error_is_flagged_and_not_told_as_open(
    page: ReviewPage, review: Review
) -> None:
    row = next(row for row in review.rows(1) if "12 million" in row.source)
    review.decide(1, row.key, row.findings[0].fingerprint, "accept")
    figures = show(page, FIGURES)
    cell, source = (figures.model.cell(0, column) for column in (FIRST, SOURCE))
    assert (cell.text, cell.mark, cell.decided) == ("21 Millionen", None, "accepted")
    assert [mark.faint for mark in (*cell.highlights, *source.highlights)] == [True, True]
    assert said(figures, 0, FIRST) == "21 Millionen, different, accepted"


def test_the_figure_of_the_source_is_as_grave_as_what_is_made_of_it(page: ReviewPage) -> None:
    model = show(page, FIGURES).model
    for number in range(model.lines()):
        [mark] = model.cell(number, SOURCE).highlights
        graves = {model.cell(number, FIRST + which).mark for which in (0, 1)} - {None}
        assert mark.severity in (graves or {None})


def test_the_signs_of_the_matrix_stand_in_the_middle_under_their_headings(page: ReviewPage) -> None:
    model = show(page, MATRIX).model
    middle = [
        model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        == Qt.AlignmentFlag.AlignCenter
        for column in range(model.columnCount())
    ]
    assert middle == [model.cell(0, column).centred for column in range(model.columnCount())]
    assert middle == [False, False, True, True, False]


def test_what_was_dismissed_is_no_disagreement(page: ReviewPage, review: Review) -> None:
    row = next(row for row in review.rows(1) if "12 million" in row.source)
    review.decide(1, row.key, row.findings[0].fingerprint, "dismiss")
    table = FigureTable(review)
    assert table.work_for(10)
    assert [one.written for one in table.lines() if one.differing] == ["4"]


def test_a_long_text_is_read_in_turns(review: Review) -> None:
    table = FigureTable(review)
    ticks = iter(range(1000))
    turns = 0
    while not table.work_for(1, clock=lambda: next(ticks)):
        turns += 1
    done, sentences = table.progress()
    assert turns == sentences - 1 == done - 1
    whole = FigureTable(review)
    whole.work_for(10)
    assert table.lines() == whole.lines()


def test_an_edit_is_seen_in_the_figures(page: ReviewPage, review: Review) -> None:
    figures = show(page, FIGURES)
    row = next(row for row in review.rows(1) if "12 million" in row.source)
    review.edit(1, row.key, "Der Hafen 😀 kostete 12 Millionen.")
    cell = next(
        figures.model.cell(n, FIRST)
        for n in range(figures.model.lines())
        if figures.model._lines[n].written == "12 million"
    )
    assert (cell.text, cell.mark) == ("12 Millionen", None)


def test_one_goes_back_to_the_same_figure_of_a_sentence(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    figures = show(page, FIGURES)
    written = [one.written for one in figures.model._lines]
    number = written.index("3")
    figures.table.setCurrentIndex(figures.model.index(number, FIRST))
    qtbot.keyClick(figures.table, Qt.Key.Key_Return)
    assert page.review.current_row().source == "It has 3 cranes and 4 berths."
    page.review.pick(FIGURES)
    assert figures.table.currentIndex().row() == number


def test_the_current_figure_stays_when_another_order_comes(
    page: ReviewPage, review: Review
) -> None:
    figures = show(page, FIGURES)
    number = [one.written for one in figures.model._lines].index("3")
    figures.table.setCurrentIndex(figures.model.index(number, FIRST))
    row = next(row for row in review.rows(1) if "3 cranes" in row.source)
    review.edit(1, row.key, "Er hat 9 Kräne und 5 Liegeplätze.")
    here = figures.table.currentIndex()
    assert figures.model._lines[here.row()].written == "3"
    assert here.row() != number


def written(figures) -> list[str]:
    return [line.written for line in figures.model._lines]


def test_the_order_of_the_figures_is_said_and_can_be_chosen(page: ReviewPage, qtbot: QtBot) -> None:
    figures = show(page, FIGURES)
    model, order = figures.model, figures.order
    said = [order.itemText(n) for n in range(order.count())]
    assert said[:2] == ["Disagreement on top", "In the order of the text"]
    assert said[2:] == ["Disagreement of German on top", "Disagreement of Arabic on top"]
    assert order.currentText() == "Disagreement on top"
    assert figures.note.text().startswith("2 of ")
    assert written(figures)[:2] == ["12 million", "4"]
    qtbot.keyClick(order, Qt.Key.Key_Down)
    assert written(figures) == ["12 million", "3", "4", "7"]
    assert figures.table.currentIndex().row() == 0
    header = figures.table.horizontalHeader()
    header.sectionClicked.emit(FIRST + 1)
    assert order.currentText() == "Disagreement of Arabic on top"
    assert written(figures)[0] == "7"
    assert model.cell(0, FIRST + 1).empty == "sentence missing"
    header.sectionClicked.emit(SOURCE)
    assert order.currentText() == "In the order of the text"


@pytest.mark.parametrize("view", COMPARISONS)
def test_large_numbers_stand_in_one_line(
    page: ReviewPage, monkeypatch: pytest.MonkeyPatch, view: int
) -> None:
    comparison = page.comparisons[view]
    monkeypatch.setattr(type(comparison.model), "largest_number", lambda _model: 50_000)
    show(page, view)
    for points in (11, 20):
        font = page.table.font()
        font.setPointSizeF(points)
        page.set_text_font(font)
        room = comparison.table.columnWidth(NUMBER) - 2 * PAD_X
        metrics = comparison.table.text_delegate.metrics()
        assert room >= metrics.horizontalAdvance("50000")


@pytest.mark.parametrize("view", [OVERVIEW, MATRIX])
def test_an_accepted_mistake_is_told_from_one_that_is_none(
    page: ReviewPage, window: MainWindow, view: int
) -> None:
    comparison = show(page, view)

    def marks() -> tuple[object, object]:
        cell = comparison.model.cell(line(comparison, "It has 3 cranes and 4 berths."), FIRST)
        return cell.mark, cell.decided

    assert marks() == ("major", None)
    page.review.pick(1)
    row = next(one for one in page.review.review.rows(1) if one.source.startswith("It has 3"))
    page.review.go_to(row.key)
    for command, decided in (("dismiss", "dismissed"), ("accept", "accepted")):
        window.actions_by_name[command].trigger()
        page.review.pick(view)
        assert marks() == (None, decided)
        page.review.pick(1)


def test_the_signs_of_the_matrix_are_explained_above_it(page: ReviewPage) -> None:
    matrix = show(page, MATRIX)
    for sign in ("✓", "↷", "↑", "▎", "⚑ accepted", "✕ dismissed"):
        assert sign in matrix.note.text()
    assert not matrix.order.isVisible()


@pytest.mark.parametrize("view", COMPARISONS)
def test_escape_leads_back_to_the_translation(page: ReviewPage, qtbot: QtBot, view: int) -> None:
    comparison = show(page, view)
    qtbot.keyClick(comparison.table, Qt.Key.Key_Escape)
    assert page.review.view() == 1
    assert page.table.hasFocus()


@pytest.mark.parametrize("view", COMPARISONS)
def test_escape_leads_back_from_a_translation_that_was_entered_there(
    page: ReviewPage, qtbot: QtBot, view: int
) -> None:
    comparison = show(page, view)
    comparison.table.setCurrentIndex(comparison.model.index(1, FIRST + 1))
    qtbot.keyClick(comparison.table, Qt.Key.Key_Return)
    assert page.review.view() == 2
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.review.view() == view
    assert comparison.table.currentIndex().column() == FIRST + 1
    qtbot.keyClick(comparison.table, Qt.Key.Key_Escape)
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.review.view() == 2


def test_sentences_and_rows_are_told_apart_and_both_gone_to(
    page: ReviewPage, window: MainWindow, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def second(_window, _title, question, number, _first, _last):
        asked.append((question, number))
        return 2, True

    monkeypatch.setattr(QInputDialog, "getInt", second)
    review.merge_with_next(1, next(row.key for row in review.rows(1) if row.relation))
    window.actions_by_name["go_to_number"].trigger()
    row = page.review.current_row()
    assert row.source == "It has 3 cranes and 4 berths."
    assert "Sentence 3 of the source" in page._place_words(row)
    matrix = show(page, MATRIX)
    assert matrix.table.currentIndex().row() == 2
    window.actions_by_name["go_to_number"].trigger()
    assert matrix.table.currentIndex().row() == 1
    assert asked == [("Number of the row (1 to 6):", 1), ("Number of the sentence (1 to 6):", 3)]
    titles = [
        model.headerData(NUMBER, Qt.Orientation.Horizontal) for model in (page.model, matrix.model)
    ]
    assert titles == ["Row", "Sentence"]


def test_the_pointer_is_told_what_the_arrow_of_the_matrix_means(page: ReviewPage) -> None:
    model = show(page, MATRIX).model
    first, *others = model.cells(0)
    model._cells[0] = (replace(first, continued=True), *others)
    assert model.translation_cell(0, 0).text == "↑"
    assert model.tooltip(0, 0) == "in the row above"


@pytest.mark.parametrize("view", COMPARISONS)
def test_lines_of_rows_that_are_gone_are_never_asked_for(
    page: ReviewPage, window: MainWindow, review: Review, view: int
) -> None:
    comparison = show(page, view)
    page.review.pick(1)
    review.merge_with_next(1, next(row.key for row in review.rows(1) if row.relation))
    page.set_text_font(page.font())
    window.resize(1000, 700)
    show(page, view)
    assert comparison.model.rowCount() > 0
    assert comparison.table.currentIndex().isValid()


@pytest.mark.parametrize("view", COMPARISONS)
def test_another_review_is_compared_after_the_first_is_closed(
    page: ReviewPage, window: MainWindow, tmp_path: Path, view: int
) -> None:
    comparison = show(page, view)
    lines = comparison.model.rowCount()
    page.review.pick(1)
    window.commands.reviews.close_review()
    analysis = replace(small_analysis(), translations=small_analysis().translations[:1])
    with Review.create(tmp_path / "other.review", analysis, check=digits) as other:
        window.commands.reviews.show(other)
        window.resize(1000, 700)
        show(page, view)
        assert comparison.model.rowCount() == lines
        assert comparison.model.columnCount() < FIRST + 3
        window.commands.reviews.close_review()
        assert comparison.model.rowCount() == 0


@pytest.mark.parametrize("view", [OVERVIEW, MATRIX])
def test_a_filter_shows_the_sentences_that_are_like_that_in_one_translation(
    page: ReviewPage, review: Review, qtbot: QtBot, view: int
) -> None:
    comparison = show(page, view)
    bar, model = comparison.filter_bar, comparison.model
    many = model.lines()
    numbers = {model.source_id(n): model.number_words(n) for n in range(many)}
    bar.changed.emit(Filter(shown="open"))
    ids = [info.id for info in review.translations]
    wanted = {
        row.source_ids[0]
        for number in ids
        for row in review.rows(number)
        if row.source_ids and any(one.state == "open" for one in row.findings)
    }
    shown = [model.source_id(n) for n in range(model.lines())]
    assert wanted <= set(shown)
    assert 0 < len(shown) < many
    assert [model.number_words(n) for n in range(len(shown))] == [numbers[one] for one in shown]
    assert {one.text() for one in bar.findChildren(Elided)} >= {f"{len(shown)} of {many} rows"}
    bar.changed.emit(Filter(text="no such words"))
    assert model.lines() == 0
    assert comparison._empty.isVisible()
    [way_out] = comparison._empty.findChildren(QPushButton)
    assert way_out.text() == "Show all rows (Ctrl+Shift+R)"
    bar.changed.emit(Filter())
    assert model.lines() == many


def test_a_sentence_that_is_gone_to_takes_the_filter_away(page: ReviewPage) -> None:
    comparison = show(page, OVERVIEW)
    model = comparison.model
    last = model.source_id(model.lines() - 1)
    page.review.set_filter_of_all(Filter(text="no such words"))
    comparison.show_at(last, 1)
    assert model.filter.everything()
    assert model.source_id(comparison.table.currentIndex().row()) == last


def test_the_filter_of_all_translations_is_one_and_stays_from_page_to_page(
    page: ReviewPage,
) -> None:
    comparison = show(page, OVERVIEW)
    comparison.filter_bar.changed.emit(Filter(shown="open"))
    left = [comparison.model.source_id(n) for n in range(comparison.model.lines())]
    hidden = next(
        row.key
        for row in page.review.review.rows(1)
        if row.source_ids and row.source_ids[0] not in left and row.kind != "furniture"
    )
    page.review.pick(1)
    page.review.go_to(hidden)
    comparison = show(page, MATRIX)
    assert comparison.filter_bar.filter() == Filter(shown="open")
    assert [comparison.model.source_id(n) for n in range(comparison.model.lines())] == left
    # The next sentence that is left is the current one, the last where none follows.
    order = [row.source_id for row in page.review.review.overview()]
    source = page.review.shown.row(hidden).source_ids[0]
    after = [one for one in left if order.index(one) > order.index(source)]
    current = comparison.model.source_id(comparison.table.currentIndex().row())
    assert current == (after[0] if after else left[-1])


def test_the_key_that_shows_all_rows_takes_the_filter_of_all_translations_away(
    page: ReviewPage, window: MainWindow
) -> None:
    clear = window.actions_by_name["clear_filters"]
    page.review.set_filter(Filter(shown="open"))
    comparison = show(page, MATRIX)
    assert not clear.isEnabled()
    page.review.set_filter_of_all(Filter(shown="decided"))
    assert clear.isEnabled()
    clear.trigger()
    assert page.review.filter_of_all.everything()
    assert comparison.filter_bar.filter().everything()
    assert not clear.isEnabled()
    assert page.review.shown.filter == Filter(shown="open")
    show(page, FIGURES)
    assert not clear.isEnabled()


def test_the_key_for_more_filters_opens_those_of_the_page(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[int] = []
    for view in (OVERVIEW, MATRIX):
        more = page.comparisons[view].filter_bar.more
        monkeypatch.setattr(more, "showMenu", partial(shown.append, view))
        show(page, view)
        window.actions_by_name["more_filters"].trigger()
        qtbot.waitUntil(lambda view=view: shown[-1:] == [view])
    show(page, FIGURES)
    assert not window.actions_by_name["more_filters"].isEnabled()
