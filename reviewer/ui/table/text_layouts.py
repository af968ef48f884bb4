"""Laid-out text: one QTextLayout for each cell that was looked at lately."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from reviewer.text.scripts import runs_from_the_right

_KEPT = 1500


class TextLayouts:
    """The latest layouts, by whatever tells two cells apart."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, QTextLayout] = OrderedDict()

    def clear(self) -> None:
        """Forget everything: the font, the width or the colours have changed."""
        self._kept.clear()

    def find(self, key: Hashable) -> QTextLayout | None:
        """What was kept under `key`."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def keep(self, key: Hashable, layout: QTextLayout) -> None:
        """Keep a layout; the one that was not looked at for longest makes room."""
        self._kept[key] = layout
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


def text_option(right_to_left: bool, text: str = "", *, centred: bool = False) -> QTextOption:
    """How `text` among texts of a direction is wrapped: it begins at their side, or is centred."""
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    side = QStyle.visualAlignment(right if right_to_left else left, Qt.AlignmentFlag.AlignLeft)
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else side)
    option.setTextDirection(right if runs_from_the_right(text, right_to_left) else left)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def lay_out(
    text: str,
    width: int,
    font: QFont,
    right_to_left: bool,
    formats: Sequence[QTextLayout.FormatRange] = (),
    *,
    centred: bool = False,
) -> QTextLayout:
    """Plain text in lines of at most `width` pixels, at the side of its language or centred."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = text_option(right_to_left, text, centred=centred)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    if formats:
        layout.setFormats(list(formats))
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        # As the editor spaces its lines: text must not jump when it is opened.
        line.setLeadingIncluded(True)
        line.setLineWidth(max(width, 20))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def height(layout: QTextLayout) -> int:
    """The height of a layout in pixels."""
    lines = layout.lineCount()
    if not lines:
        return 0
    last = layout.lineAt(lines - 1)
    return math.ceil(last.y() + last.height())
