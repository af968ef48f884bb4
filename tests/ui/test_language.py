"""The window in another language: nothing stays in English, nothing of the review is lost.

The language of the first tests is made up: every pattern stands in double brackets, so that
what does not pass through the catalogue shows.
"""

from __future__ import annotations

import gc
import gettext
import re
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer import wording
from reviewer.review import Review
from reviewer.ui import app
from reviewer.ui.background.collector import look_at_everything
from reviewer.ui.commands.actions import Actions
from reviewer.ui.look.widgets import Text
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.settings import Settings
from reviewer.wording import words as words_of_the_program


class Bracketed(gettext.NullTranslations):
    """A language in which every pattern stands in double brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def bracketed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words_of_the_program, "catalogue", lambda _code: Bracketed())


def shown_words(window: QWidget) -> Iterator[tuple[str, str]]:
    """What a window says, with the kind of thing that says it."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget.parent(), QTabBar):
            continue  # Qt's own buttons
        kind = type(widget).__name__
        yield f"{kind} tip", widget.toolTip()
        yield f"{kind} name", widget.accessibleName()
        if isinstance(widget, QLabel | QAbstractButton):
            yield kind, widget.text()
        if isinstance(widget, QLineEdit):
            yield kind, widget.placeholderText()
        if isinstance(widget, QComboBox) and not widget.isEditable():
            yield from ((kind, widget.itemText(number)) for number in range(widget.count()))
        if isinstance(widget, QTabBar):
            for tab in range(widget.count()):
                yield f"{kind} tip", widget.tabToolTip(tab)
        if isinstance(widget, QMenu):
            yield f"{kind} title", widget.title()
    for action in window.findChildren(QAction):
        yield "action", action.text()
        yield "action tip", action.toolTip()


def in_english(said: str, texts: str) -> str:
    """What is left when the words of the catalogue and of the article are taken out."""
    said = re.sub("<[^>]*>", "", said)
    while (without := re.sub("⟦[^⟦⟧]*⟧", "", said)) != said:
        said = without
    for keys in (
        "Ctrl",
        "Shift",
        "Alt",
        "Return",
        "PgUp",
        "PgDown",
        "Del",
        "Enter",
        "Down",
        "Up",
        "Reviewer",
    ):
        said = re.sub(rf"\b{keys}\b", "", said)
    left = re.findall(r"[^\W\d_]{3,}", said)
    return " ".join(word for word in left if word not in texts)


def texts_of(review: Review) -> str:
    rows = [row for info in review.translations for row in review.rows(info.id)]
    named = [str(review.path), *(info.path for info in review.translations)]
    messages = [str(item.finding.message) for row in rows for item in row.findings]
    return " ".join([*named, *messages, *(f"{row.source} {row.target}" for row in rows)])


@pytest.mark.usefixtures("bracketed")
def test_no_word_of_the_first_page_passes_by_the_catalogue(window: MainWindow) -> None:
    left = {(kind, said) for kind, said in shown_words(window) if in_english(said, "")}
    assert not left


@pytest.mark.usefixtures("bracketed")
def test_no_word_of_a_review_passes_by_the_catalogue(
    window: MainWindow, page: ReviewPage, review: Review, actions: Actions
) -> None:
    actions["next_finding"].trigger()
    known = texts_of(review) + " German English Arabic none"
    left = {(kind, said) for kind, said in shown_words(page.window()) if in_english(said, known)}
    assert not left
    assert "⟦" in window.statusBar().findChildren(QLabel)[-1].text()


def test_another_language_keeps_the_review_and_the_place(
    qtbot: QtBot,
    qapp: QApplication,
    review: Review,
    monkeypatch: pytest.MonkeyPatch,
    until_read: Callable[[MainWindow], None],
) -> None:
    settings = Settings()
    path = review.path
    review.close()
    windows = app.Windows(settings, qapp)
    old = windows.open()
    old.commands.reviews.open_path(path)
    until_read(old)
    qtbot.waitUntil(lambda: old.review.is_open() and old.page is not None)
    old.actions_by_name["next_finding"].trigger()
    here = old.review.current_row()
    monkeypatch.setattr(old.ask, "one_of", lambda _title, _question, names, _here: len(names) - 4)

    with qtbot.waitSignal(old.language_chosen):
        old.actions_by_name["interface_language"].trigger()
    new = windows.current
    qtbot.addWidget(new)

    assert new is not old
    assert not old.isVisible()
    assert wording.language() == settings.language == "de"
    qtbot.waitUntil(lambda: new.review.is_open() and new.review.current_row() is not None)
    found = new.review.current_row()
    assert found is not None
    assert here is not None
    assert found.key == here.key
    new.close()
    app.speak("en")


def test_arabic_turns_the_window_round(qapp: QApplication, qtbot: QtBot) -> None:
    app.speak("ar")
    try:
        window = MainWindow(Settings())
        qtbot.addWidget(window)
        assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    finally:
        app.speak("en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("€1.4 billion (10⁹): أصغر 1,000 مرة", "\u200f"),
        ("أصغر 1,000 مرة: €1.4 billion", ""),
        ("Port Velder opens", ""),
        ("12 – 14", ""),
    ],
)
def test_a_sentence_of_an_arabic_window_runs_from_the_right_whatever_it_begins_with(
    qtbot: QtBot, words: str, mark: str
) -> None:
    app.speak("ar")
    try:
        label = Text(words)
        qtbot.addWidget(label)
        assert label.text().removesuffix(words) == mark
    finally:
        app.speak("en")


def test_the_language_of_the_system_is_the_first_choice(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def one_of(_title: str, _question: str, names: list[str], here: int) -> int:
        offered.extend(names)
        assert here == 0
        return -1

    monkeypatch.setattr(window.ask, "one_of", one_of)
    window.actions_by_name["interface_language"].trigger()
    assert offered[0] == "As the system has it"
    assert "Bahasa Indonesia" in offered
    assert Settings().language == ""


def test_the_window_that_was_replaced_is_let_go(
    qtbot: QtBot,
    qapp: QApplication,
    review: Review,
    until_read: Callable[[MainWindow], None],
) -> None:
    path = review.path
    review.close()
    windows = app.Windows(Settings(), qapp)
    windows.open().commands.reviews.open_path(path)
    until_read(windows.current)
    qtbot.waitUntil(lambda: windows.current.review.is_open())
    old = weakref.ref(windows.current)
    windows.open_anew()
    qtbot.addWidget(windows.current)
    until_read(windows.current)

    def is_gone() -> bool:
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        # The new window's reading may have ended before, and passes over what was there.
        look_at_everything()
        gc.collect()
        return old() is None

    qtbot.waitUntil(is_gone)
    windows.current.close()
