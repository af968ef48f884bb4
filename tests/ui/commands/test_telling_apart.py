"""Page furniture in the window: said when it is much, shown by a click, turned into text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.table_model import SOURCE

ENGLISH = [f"The council of the town approved bridge number {n} on Monday." for n in range(4)]
GERMAN = [f"Der Rat der Stadt genehmigte am Montag Brücke Nummer {n}." for n in range(4)]
MENU = [f"The ferry number {n} leaves the harbour at noon every day." for n in range(40, 46)]


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.fixture
def page(tmp_path: Path, window: MainWindow, qtbot: QtBot) -> Iterator[ReviewPage]:
    from reviewer import formats
    from reviewer.analysis import analyse

    source, target = tmp_path / "a.html", tmp_path / "b.html"
    linked = "".join(f"<li><a href=/>{text}</a></li>" for text in MENU)
    source.write_text(
        f"<html lang=en><h1>Bridges</h1>{paragraphs(ENGLISH)}<nav><ul>{linked}</ul></nav>"
    )
    target.write_text(f"<html lang=de><meta charset=utf-8><h1>Brücken</h1>{paragraphs(GERMAN)}")
    analysis = analyse(formats.read(source), [formats.read(target)])
    with Review.create(tmp_path / "a.review", analysis) as review:
        window.commands.reviews.show(review)
        qtbot.waitUntil(lambda: window.page.table.isVisible())
        yield window.page


def kinds(page: ReviewPage, words: str) -> list[str]:
    return [row.kind for row in page.review.shown.rows() if words in row.source]


def test_much_that_was_set_aside_is_said_and_shown_by_a_click(page: ReviewPage) -> None:
    button = page.filter_bar.set_aside
    assert button.isVisible()
    assert button.text() == "6 of 10 paragraphs set aside"
    button.click()
    row = page.review.current_row()
    assert row is not None
    assert row.source == MENU[0]


def test_a_row_is_set_aside_and_taken_back(page: ReviewPage) -> None:
    review = page.review
    review.go_to(next(r.key for r in review.shown.rows() if r.source == ENGLISH[1]))
    page.window().commands.alignment.tell_apart()
    assert kinds(page, ENGLISH[1]) == ["furniture"]
    review.review.undo()
    assert kinds(page, ENGLISH[1]) == ["body"]


def test_furniture_is_taken_as_text(page: ReviewPage) -> None:
    page.filter_bar.set_aside.click()
    page.window().commands.alignment.tell_apart()
    assert kinds(page, MENU[0]) == ["body"]
    assert kinds(page, MENU[1]) == ["furniture"]


def test_numbers_and_folds_go_with_what_is_taken_as_text(page: ReviewPage, qtbot: QtBot) -> None:
    def folds() -> list[str]:
        lines = range(page.model.rowCount())
        cells = [page.model.cell(n, SOURCE).text for n in lines if page.model.row_at(n) is None]
        return [text.split(", ")[1] for text in cells]

    page.filter_bar.set_aside.click()
    assert folds() == ["6 lines"]
    page.review.look_at(page.review.line_number() - 1, [])
    assert "Enter shows or folds them" in page.panel.words()
    page.review.look_at(page.review.line_number() + 1, [])
    with qtbot.waitSignal(page.review.rows_replaced):
        page.window().commands.alignment.tell_apart()
    assert folds() == ["5 lines"]
    row = page.review.current_row()
    assert row is not None
    assert row.source == MENU[0]
    with qtbot.waitSignal(page.review.rows_replaced):
        page.review.review.undo()
    assert folds() == ["6 lines"]


def test_a_whole_fold_is_taken_as_text_and_the_warning_goes(page: ReviewPage) -> None:
    from reviewer.ui.state.row_filter import Fold

    lines = range(page.model.rowCount())
    fold = next(n for n in lines if isinstance(page.review.shown.line(n), Fold))
    page.review.look_at(fold, [fold])
    page.window().commands.alignment.tell_apart()
    assert [kinds(page, text) for text in MENU] == [["body"]] * 6
    assert not page.filter_bar.set_aside.isVisible()
