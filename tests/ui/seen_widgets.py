"""What the widgets of a window say, where they say anything: the words, not the places."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QWidget,
)

from reviewer.ui.look.widgets import Elided


def seen(root: QWidget, *, cells: int = 0) -> dict[str, str]:
    """By class and number what each widget below `root` says that is shown, in a fixed order; of
    lists and tables this many lines."""
    numbers: Counter[str] = Counter()
    found: dict[str, str] = {}

    def look(widget: QWidget) -> None:
        for child in widget.children():
            if not isinstance(child, QWidget) or child.isWindow():
                continue
            if child.isHidden():
                continue
            name = type(child).__name__
            number, numbers[name] = numbers[name], numbers[name] + 1
            if said := _said(child):
                found[f"{name} {number}"] = said
            if cells and isinstance(child, QAbstractItemView | QComboBox):
                found[f"{name} {number} has"] = _lines(child.model(), cells)
            if not isinstance(child, QAbstractItemView | QComboBox):
                look(child)

    look(root)
    return found


def _said(widget: QWidget) -> str:
    words = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, Elided):
        words.insert(0, widget._full)  # as if there were room for it
    elif isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        words.insert(0, widget.text())
    elif isinstance(widget, QPlainTextEdit):
        words.insert(0, widget.toPlainText())
    elif isinstance(widget, QComboBox):
        words.insert(0, widget.currentText())
    elif isinstance(widget, QProgressBar):
        words.insert(0, f"{widget.value()} of {widget.maximum()}")
    if not any(words):
        return ""
    marks = {
        "off": not widget.isEnabled(),
        "checked": isinstance(widget, QAbstractButton) and widget.isChecked(),
        "read only": isinstance(widget, QPlainTextEdit | QLineEdit) and widget.isReadOnly(),
        "wrapped": isinstance(widget, QLabel) and widget.wordWrap(),
        "rtl": widget.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        "bold": widget.font().bold(),
        "italic": widget.font().italic(),
        "keys": widget.focusPolicy() != Qt.FocusPolicy.NoFocus,
        "quiet": isinstance(widget, QLabel) and _is_quiet(widget),
    }
    said = "|".join(dict.fromkeys(one for one in words if one))
    return f"{said} [{' '.join(name for name, on in marks.items() if on)}]"


def _lines(model: QAbstractItemModel, most: int) -> str:
    """What stands in a model, and whether each cell can be chosen, checked or changed."""
    many = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    rows, columns = range(min(model.rowCount(), most)), range(many)
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    lines = [" | ".join(_cell(model.index(row, column)) for column in columns) for row in rows]
    return " / ".join([" ".join(map(str, filter(None, titles))), *lines])


def _cell(index: QModelIndex | QPersistentModelIndex) -> str:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole,
             Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.CheckStateRole)  # fmt: skip
    said = [str(index.data(role)) for role in roles if index.data(role)]
    return f"{'|'.join(dict.fromkeys(said))}[{index.flags().value}]"


def _is_quiet(label: QLabel) -> bool:
    return label.foregroundRole() != QPalette.ColorRole.WindowText
