"""Light and dark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QRadioButton,
    QTableWidget,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer.domain import SEVERITIES
from reviewer.ui.look import theme
from reviewer.ui.look.text_highlights import severity_format
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply("light")


def luminance(name: str) -> float:
    """WCAG 2, relative luminance."""

    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    colour = QColor(name)
    red, green, blue = (linear(part) for part in colour.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_what_is_written_can_be_read(colours: theme.Colours) -> None:
    grounds = [colours.base, colours.window, colours.raised, colours.current]
    for ground in grounds:
        assert contrast(colours.text, ground) >= 7
        assert contrast(colours.quiet, ground) >= 4.5, ground
    for severity in SEVERITIES:
        assert contrast(colours.text, colours.tint[severity]) >= 7
        assert contrast(colours.ink[severity], colours.base) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.text, colours.match) >= 4.5
    # The stripes of a missing sentence: those of the current one can be seen as well.
    stripes = contrast(colours.hatch, colours.base)
    assert 1.5 <= stripes <= 2.2
    assert abs(contrast(colours.current_hatch, colours.current) - stripes) <= 0.1
    # What the reviewer inserted, and the signs: 3 to 1 for what is drawn and not read.
    assert contrast(colours.text, colours.inserted) >= 4.5
    for ground in (colours.base, colours.current):
        assert contrast(colours.accent, ground) >= 3
        assert contrast(colours.decided, ground) >= 3


def edge_contrast(painted: QPixmap, y: int) -> float:
    """Of the box that stands first in a picture, by its left edge at a height, against the ground
    to the left of it."""
    picture = painted.toImage()
    across = [picture.pixelColor(x, y).name() for x in range(1, min(20, picture.width()))]
    ground = across[0]
    return max(contrast(one, ground) for one in across)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_box_that_is_not_checked_can_be_seen(scheme: str, qtbot: QtBot) -> None:
    theme.apply(scheme)
    menu, chosen = QMenu(), QListWidget()
    window = QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(menu)
    qtbot.addWidget(chosen)
    menu.addAction("").setCheckable(True)
    menu.ensurePolished()
    line = menu.actionGeometry(menu.actions()[0])
    assert edge_contrast(menu.grab(line), line.height() // 2) >= 3
    for number in range(2):
        item = QListWidgetItem(chosen)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        place = chosen.visualItemRect(item)
        for current in (0, 1):
            chosen.setCurrentRow(current)
            painted = chosen.viewport().grab(place)
            assert edge_contrast(painted, place.height() // 2) >= 3, (number, current)
    for kind in (QCheckBox, QRadioButton):
        box = kind(window)
        box.move(8, 8)
        box.resize(box.sizeHint())
        # With some of the window around it: the box begins where its widget begins.
        painted = window.grab(box.geometry().adjusted(-4, 0, 0, 0))
        assert edge_contrast(painted, box.height() // 2) >= 3, kind


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_a_line_of_a_list_is_chosen_as_a_row_is(colours: theme.Colours, qtbot: QtBot) -> None:
    theme.apply("dark" if colours is theme.DARK else "light")
    for kind in (QListWidget, QTreeWidget, QTableWidget):
        chosen = kind()
        qtbot.addWidget(chosen)
        field = QLineEdit(chosen.viewport())
        for one in (chosen, field):
            one.ensurePolished()
        palette = chosen.palette()
        assert palette.highlight().color().name() == colours.current
        assert palette.highlightedText().color().name() == colours.text
        # Words that are selected in a field are not told by a hint of a colour.
        assert field.palette().highlight().color().name() == colours.accent
    table = QTableWidget()
    qtbot.addWidget(table)
    table.ensurePolished()
    assert table.horizontalHeader().palette().window().color().name() == colours.window


def test_each_severity_has_an_underline_of_its_own() -> None:
    styles = {severity_format(severity).underlineStyle() for severity in SEVERITIES}
    assert len(styles) == len(SEVERITIES)


def test_a_change_reaches_everything_that_is_shown(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    for scheme, colours in (("dark", theme.DARK), ("light", theme.LIGHT)):
        window.commands.view.choose_scheme(scheme)
        QApplication.processEvents()
        assert theme.colours() is colours
        for widget in (window, page, page.table.viewport(), page.filter_bar, page.panel.widget()):
            assert widget.palette().base().color().name() == colours.base
            assert widget.palette().text().color().name() == colours.text
        picture = page.table.viewport().grab().toImage()
        corner = picture.pixelColor(picture.width() - 3, picture.height() - 3).name()
        assert corner == colours.base


def test_a_change_reaches_what_has_a_style_of_its_own(page: ReviewPage, window: MainWindow) -> None:
    for scheme, colours in (("dark", theme.DARK), ("light", theme.LIGHT)):
        window.commands.view.choose_scheme(scheme)
        QApplication.processEvents()
        header = page.table.horizontalHeader().viewport().grab().toImage()
        assert header.pixelColor(header.width() // 2, 2).name() == colours.window
        tab = page.bar.tabRect(page.bar.currentIndex())
        painted = page.bar.grab(tab).toImage()
        letters = {
            painted.pixelColor(x, y).name()
            for x in range(30, painted.width() - 10)
            for y in range(8, painted.height() - 6)
        }
        assert max(contrast(colour, colours.window) for colour in letters) >= 7
        lines = [child for child in page.findChildren(QFrame) if child.maximumHeight() == 1]
        assert lines
        for line in lines:
            if line.isVisible():
                assert line.grab().toImage().pixelColor(1, 0).name() == colours.rule


def test_the_choice_is_remembered(window: MainWindow) -> None:
    window.commands.view.choose_scheme("dark")
    assert type(window.settings)().scheme == "dark"
    assert window.actions_by_name["scheme_light"].isCheckable()


def test_a_change_reaches_the_marks_of_the_filter(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    def ink() -> str:
        icon = page.filter_bar._severity.itemIcon(1)
        return icon.pixmap(16).toImage().pixelColor(8, 8).name()

    for scheme, colours in (("dark", theme.DARK), ("light", theme.LIGHT)):
        window.commands.view.choose_scheme(scheme)
        qtbot.waitUntil(lambda wanted=colours.ink["critical"]: ink() == wanted)
