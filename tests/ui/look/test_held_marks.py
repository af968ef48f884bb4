"""The marks as they are drawn, in signs: what is more than half ink is a letter.

`held_marks.txt` has the picture of each. After a change on purpose, or with another Qt that draws
otherwise: HELD=write pytest tests/ui/look/test_held_marks.py
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain import SEVERITIES
from reviewer.ui.look import theme
from reviewer.ui.look.decision_marks import Decided, paint_decision, paint_reviewed
from reviewer.ui.look.severity_marks import SIZE, icon, paint
from reviewer.ui.panel.mark_widgets import DecisionMark, SeverityMark
from reviewer.ui.state.overview_marks import KINDS, Mark
from reviewer.ui.table.overview_ruler import OverviewRuler

TABLE = Path(__file__).with_name("held_marks.txt")
SIDE = 16


def inks() -> dict[str, QColor]:
    """The colours that marks are drawn in, each by a letter."""
    colours = theme.colours()
    named = {severity[0].upper(): colours.ink[severity] for severity in SEVERITIES}
    named["M"], named["m"] = colours.ink["major"], colours.ink["minor"]
    others = {"t": colours.text, "q": colours.quiet, "d": colours.decided, "a": colours.accent,
              "b": colours.base}  # fmt: skip
    return {letter: QColor(name) for letter, name in (named | others).items()}


def in_signs(picture: QImage, ground: QColor) -> list[str]:
    """The lines of a picture: a letter for each pixel that has the ink more than half."""
    known = {".": ground, **inks()}

    def sign(colour: QColor) -> str:
        def distance(one: QColor) -> int:
            pairs = zip(one.getRgb()[:3], colour.getRgb()[:3], strict=True)  # type: ignore[index]
            return sum((a - b) ** 2 for a, b in pairs)

        return min(known, key=lambda letter: distance(known[letter]))

    return [
        "".join(sign(picture.pixelColor(x, y)) for x in range(picture.width()))
        for y in range(picture.height())
    ]


def painted(draw: Callable[[QPainter], None]) -> list[str]:
    ground = QColor(theme.colours().window)
    picture = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    picture.fill(ground)
    painter = QPainter(picture)
    draw(painter)
    painter.end()
    return in_signs(picture, ground)


def grabbed(qtbot: QtBot, widget: QWidget, size: QSize) -> list[str]:
    qtbot.addWidget(widget)
    widget.resize(size)
    picture = QImage(size, QImage.Format.Format_RGB32)
    ground = QColor(theme.colours().window)
    picture.fill(ground)
    widget.render(picture)
    return in_signs(picture, ground)


def ruler(marks: Sequence[Mark], lines: int, current: int = -1) -> OverviewRuler:
    made = OverviewRuler()
    made.show_marks(marks, lines)
    made.show_current(current)
    return made


def pictures(qtbot: QtBot) -> Iterator[tuple[str, list[str]]]:
    box = QRectF((SIDE - SIZE) / 2, (SIDE - SIZE) / 2, SIZE, SIZE)
    for severity in SEVERITIES:
        for decided in (False, True):
            name = f"{severity} {decided}"
            yield name, painted(lambda p, s=severity, d=decided: paint(p, box, s, decided=d))  # type: ignore[misc]
            mark = SeverityMark()
            mark.show_severity(severity, decided=decided)
            yield f"{name}, widget", grabbed(qtbot, mark, mark.size())
        sizes = [each.width() for each in icon(severity).availableSizes()]
        yield (
            f"icon {severity} {sizes}",
            painted(
                lambda p, s=severity: icon(s).paint(p, 0, 0, SIDE, SIDE)  # type: ignore[misc]
            ),
        )
    for decision in get_args(Decided):
        yield decision, painted(lambda p, d=decision: paint_decision(p, box, d))  # type: ignore[misc]
        yield f"{decision}, widget", grabbed(qtbot, DecisionMark(decision), QSize(SIDE, SIDE))
    yield "reviewed", painted(lambda p: paint_reviewed(p, box))
    every = [Mark(line, kind) for line, kind in enumerate(KINDS)]
    yield "ruler", grabbed(qtbot, ruler(every, 10, 8), QSize(SIDE, 60))
    near = [Mark(line, kind) for line in range(40, 44) for kind in KINDS[::2]]
    yield "ruler, many lines", grabbed(qtbot, ruler(near, 200, 199), QSize(SIDE, 60))
    changed = ruler(every, 10)
    changed.resize(SIDE, 60)
    changed.grab()
    changed.change_marks({0: (), 4: (Mark(4, "critical"),)})
    yield "ruler, changed", grabbed(qtbot, changed, QSize(SIDE, 60))


def test_each_mark_looks_as_it_did(qtbot: QtBot) -> None:
    theme.apply("light")
    lines = [line for name, picture in pictures(qtbot) for line in (name, *picture)]
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert lines == TABLE.read_text("utf-8").splitlines()
