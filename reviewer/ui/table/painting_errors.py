"""What keeps an error in painting from ending the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import NoReturn, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reviewer.ui.table.cell_model import Index

_Delegate = TypeVar("_Delegate", bound=QStyledItemDelegate)
_Paint = Callable[[_Delegate, QPainter, QStyleOptionViewItem, Index], None]
_told: set[str] = set()


def painted(paint: _Paint[_Delegate]) -> _Paint[_Delegate]:
    """For a delegate's `paint`: an error is raised once, after the painting is over.

    Qt calls it in the middle of a table's own paintEvent. PySide 6.11 crashes on an error that
    comes up between two methods of ours, and a message box would have to be painted meanwhile.
    """

    @wraps(paint)
    def guarded(
        delegate: _Delegate, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        try:
            paint(delegate, painter, option, index)
        except Exception as error:
            if repr(error) not in _told:
                _told.add(repr(error))
                QTimer.singleShot(0, partial(_raise, error))

    return guarded


@contextmanager
def saved(painter: QPainter) -> Iterator[None]:
    """Pen, font and clipping are afterwards as they were."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def _raise(error: Exception) -> NoReturn:
    raise error
