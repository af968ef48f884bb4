"""In each of the languages, on a small screen: no word is cut off, no letter means two things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer.profiles import Profile
from reviewer.reports.kinds import KINDS
from reviewer.ui import app
from reviewer.ui.dialogs.all_keys_dialog import AllKeysDialog
from reviewer.ui.dialogs.change_keys_dialog import ChangeKeysDialog
from reviewer.ui.dialogs.command_palette import CommandPalette
from reviewer.ui.dialogs.dismissals import DismissalsDialog
from reviewer.ui.dialogs.export_dialog import ExportChoice, ExportDialog
from reviewer.ui.dialogs.history_dialog import HistoryDialog
from reviewer.ui.dialogs.names_and_terms_dialog import NamesAndTermsDialog
from reviewer.ui.dialogs.packages_dialog import PackagesDialog
from reviewer.ui.dialogs.profile.profile_dialog import ProfileDialog
from reviewer.ui.dialogs.replace_dialog import ReplaceDialog
from reviewer.ui.dialogs.scorecard import Scorecard
from reviewer.ui.dialogs.term_dialog import TermDialog
from reviewer.ui.look.widgets import Elided
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.comparisons import COMPARISONS
from reviewer.ui.state.settings import Settings
from reviewer.wording import LANGUAGES, tr

WIDE, HIGH = 1024, 700


@pytest.fixture(params=LANGUAGES)
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    app.speak(request.param)
    yield request.param
    app.speak("en")


def cut_off(window: QWidget) -> list[str]:
    """What is written in a widget that is too small for it; what ends in "…" by design is not."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.width() or isinstance(widget, Elided):
            continue
        if isinstance(widget, QLabel) and widget.text():
            wide, high = widget.sizeHint().width(), widget.sizeHint().height()
            if widget.wordWrap():
                wide, high = widget.minimumSizeHint().width(), widget.heightForWidth(widget.width())
        elif isinstance(widget, QAbstractButton | QComboBox) and (
            widget.text() if isinstance(widget, QAbstractButton) else widget.currentText()
        ):
            wide, high = widget.minimumSizeHint().width(), 0
        elif isinstance(widget, QLineEdit) and widget.placeholderText():
            wide = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            high = 0
        else:
            continue
        if wide > widget.width() + 1 or high > widget.height() + 1:
            said = getattr(widget, "text", getattr(widget, "currentText", str))()
            said = said or getattr(widget, "placeholderText", str)()
            size = f"{widget.width()}x{widget.height()}"
            found.append(f"{type(widget).__name__} {said!r}: {wide}x{high} in {size}")
    return found + _cut_headings(window)


def _cut_headings(window: QWidget) -> list[str]:
    found = []
    for header in window.findChildren(QHeaderView):
        if header.isVisible() and header.orientation() == Qt.Orientation.Horizontal:
            model = header.model()
            for section in range(header.count()):
                words = model.headerData(section, Qt.Orientation.Horizontal) or ""
                wide, there = header.sectionSizeHint(section), header.sectionSize(section)
                if words and not header.isSectionHidden(section) and wide > there:
                    found.append(f"heading {words!r}: {wide} in {there}")
    return found


def outside(window: QWidget) -> list[str]:
    """Widgets that stand beyond the edge of the window, where nothing scrolls."""
    found = []
    for widget in window.findChildren(QWidget):
        parent = widget.parentWidget()
        scrolled = False
        while parent is not None and parent is not window:
            scrolled = scrolled or isinstance(parent, QAbstractScrollArea)
            parent = parent.parentWidget()
        if scrolled or not widget.isVisible() or widget.isWindow():
            continue
        right = widget.mapTo(window, widget.rect().topRight()).x()
        left = widget.mapTo(window, widget.rect().topLeft()).x()
        if min(left, right) < 0 or max(left, right) > window.width():
            found.append(f"{type(widget).__name__} {left} to {right}")
    return found


@pytest.mark.usefixtures("spoken")
def test_the_first_page(window: MainWindow, qapp: QApplication) -> None:
    window.resize(WIDE, HIGH)
    qapp.processEvents()
    assert (window.width(), window.height()) == (WIDE, HIGH)
    assert cut_off(window) == []
    assert outside(window) == []


@pytest.mark.usefixtures("spoken")
def test_a_review(window: MainWindow, page: ReviewPage, qapp: QApplication) -> None:
    window.resize(WIDE, HIGH)
    window.actions_by_name["next_finding"].trigger()
    qapp.processEvents()
    assert (window.width(), window.height()) == (WIDE, HIGH)
    assert cut_off(window) == []
    assert outside(window) == []


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("view", COMPARISONS)
def test_a_page_that_compares(
    view: int, window: MainWindow, page: ReviewPage, qapp: QApplication
) -> None:
    window.resize(WIDE, HIGH)
    page.review.pick(view)
    qapp.processEvents()
    assert cut_off(window) == []
    assert outside(window) == []
    shown = [one.text() for one in page.comparisons[view].findChildren(Elided)]
    assert tr("Enter goes into a translation, Esc back.") in shown


def _dismissed(window: MainWindow, page: ReviewPage) -> DismissalsDialog:
    page.review.review.use_profile(Profile("Harbour News", approved=frozenset({"Tessarin"})))
    return DismissalsDialog(page.review, window.spelling.forget, window)


DIALOGS: Mapping[str, Callable[[MainWindow, ReviewPage], QDialog]] = {
    "palette": lambda window, _: CommandPalette(
        list(window.table.commands()),
        lambda _command: "Ctrl+Shift+P",
        window.actions_by_name.why_resting,
        window,
    ),
    "keys": lambda window, _: ChangeKeysDialog(
        list(window.table.commands()), window.actions_by_name.keys(), window
    ),
    "shortcuts": lambda window, _: AllKeysDialog(window.help.keys_by_menu(), window),
    "history": lambda window, page: HistoryDialog(page.review, window),
    "replace": lambda window, page: ReplaceDialog(page.review, window),
    "dismissals": lambda window, page: DismissalsDialog(
        page.review, window.spelling.forget, window
    ),
    "dismissed by a profile": lambda window, page: _dismissed(window, page),
    "names and terms": lambda window, page: NamesAndTermsDialog(
        page.review, window.commands.names.jobs, window.commands.glossary.ask_for, window
    ),
    "a term": lambda window, _: TermDialog(
        "en", ["de", "id"], ("harbour", "Hafen"), ["house.csv", "A new file…"], 0, window
    ),
    "scorecard": lambda window, page: Scorecard(page.review, window),
    "packages": lambda _window, _page: PackagesDialog(Settings()),
    "profile": lambda window, page: ProfileDialog(
        page.review, window.ask, Path("client.toml"), window
    ),
    "export": lambda window, _: ExportDialog(
        ["German", "Indonesian", "Vietnamese"], 0, ExportChoice(KINDS[0], True, "Ida", True), window
    ),
}


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog(
    name: str, window: MainWindow, page: ReviewPage, qtbot: QtBot, qapp: QApplication
) -> None:
    window.resize(WIDE, HIGH)
    dialog = DIALOGS[name](window, page)
    qtbot.addWidget(dialog)
    dialog.show()
    qapp.processEvents()
    assert dialog.width() <= WIDE
    assert dialog.height() <= HIGH
    assert _sideways(dialog) == []
    assert cut_off(dialog) == []
    assert outside(dialog) == []
    dialog.close()


def _sideways(dialog: QDialog) -> list[str]:
    """Pages in the dialog that must be pushed to the side to be read."""
    return [
        f"{type(area.widget()).__name__} by {area.horizontalScrollBar().maximum()}"
        for area in dialog.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum()
    ]


@pytest.mark.usefixtures("spoken")
def test_in_a_menu_one_letter_chooses_one_thing(window: MainWindow, page: ReviewPage) -> None:
    twice = {}
    menus = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
    for menu in menus:
        letters = Counter(
            action.text().replace("&&", "").partition("&")[2][:1].casefold()
            for action in menu.actions()
            if "&" in action.text().replace("&&", "")
        )
        title = menu.title() if isinstance(menu, QMenu) else "the menu bar"
        if more := [letter for letter, times in letters.items() if times > 1]:
            twice[title] = more
    assert twice == {}
