"""How the parts of the window are laid out: their order, margins, gaps and shares, who takes the
keyboard and what a part is to its surroundings.

`held_layouts.txt` has every widget once, and again where a step of the reader changes what is held
of it. Nothing in it depends on a font. After a change on purpose:
HELD=write pytest tests/ui/test_held_layouts.py
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from tests.ui.seen_dialogs import held

TABLE = Path(__file__).with_name("held_layouts.txt")
STEPS = (
    *("next_finding", "panel_below", "comment", "panel_beside", "remark", "figures", "edit"),
    *(
        "switch_overview",
        "matrix",
        2,
        "next_finding",
        "panel_below",
        1,
        "next_finding",
        "find_next",
    ),
    *("furniture", "density_tight", "larger", "usual_size", "move_up"),
)
"""Commands, and translations that are gone to: the second one runs from right to left."""

UNBOUNDED = (1 << 24) - 1


def of_layout(layout: QLayout) -> Iterator[str]:
    margins = layout.contentsMargins()
    sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
    yield f"{type(layout).__name__} {sides} {layout.sizeConstraint().name[3:]}"
    if isinstance(layout, QBoxLayout):
        shares = [layout.stretch(n) for n in range(layout.count())]
        yield f"gap {layout.spacing()} {layout.direction().name}"
        yield f"shares {shares}" if any(shares) else ""
    elif isinstance(layout, QGridLayout):
        shares = [layout.columnStretch(n) for n in range(layout.columnCount())]
        yield f"gaps {layout.horizontalSpacing()} {layout.verticalSpacing()} {shares}"
    else:
        yield f"gap {layout.spacing()}"
    for number in range(layout.count()):
        item = layout.itemAt(number)
        assert item is not None
        where = item.alignment().value
        inner = item.layout()
        if inner is not None:
            yield f"{number}[{'; '.join(of_layout(inner))}]"
        elif item.spacerItem() is not None:
            yield f"{number} space {item.expandingDirections().value}"
        elif where:
            yield f"{number} at {where}"


def facts(widget: QWidget) -> Iterator[str]:
    yield "shown" * (not widget.isHidden())
    if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        yield "from right to left"
    policy = widget.sizePolicy()
    yield f"{policy.horizontalPolicy().name} {policy.verticalPolicy().name}"
    if policy.horizontalStretch() or policy.verticalStretch() or policy.retainSizeWhenHidden():
        yield f"share {policy.horizontalStretch()} {policy.verticalStretch()}"
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield str(widget.focusPolicy().name)
    if widget.focusProxy():
        yield f"for it {type(widget.focusProxy()).__name__}"
    if widget.contextMenuPolicy() != Qt.ContextMenuPolicy.DefaultContextMenu:
        yield str(widget.contextMenuPolicy().name)
    if widget.cursor().shape() != Qt.CursorShape.ArrowCursor:
        yield str(widget.cursor().shape().name)
    for name in ("minimumWidth", "minimumHeight"):
        if getattr(widget, name)():
            yield name
    for name in ("maximumWidth", "maximumHeight"):
        if getattr(widget, name)() < UNBOUNDED:
            yield str(name)
    for name in ("autoFillBackground", "acceptDrops", "hasMouseTracking"):
        if getattr(widget, name)():
            yield name
    if widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
        yield "sees no mouse"
    if isinstance(widget, QFrame):
        yield f"{widget.frameShape().name} {widget.frameWidth()}"
    if isinstance(widget, QLabel):
        yield f"{widget.alignment().value} {widget.textFormat().name} {widget.indent()}"
        yield f"{widget.textInteractionFlags().value} {'wraps' * widget.wordWrap()}"
    if isinstance(widget, QAbstractButton):
        yield "checks" * widget.isCheckable()
    if isinstance(widget, QAbstractScrollArea):
        across, down = widget.horizontalScrollBarPolicy(), widget.verticalScrollBarPolicy()
        yield f"{across.name} {down.name}"
    if isinstance(widget, QPlainTextEdit):
        yield f"{widget.lineWrapMode().name} {widget.isReadOnly()} {widget.tabChangesFocus()}"
    if isinstance(widget, QAbstractItemView):
        yield f"{widget.selectionMode().name} {widget.selectionBehavior().name}"
        yield f"{widget.editTriggers().value} {widget.verticalScrollMode().name}"
    if isinstance(widget, QSplitter):
        yield f"{widget.orientation().name} {widget.childrenCollapsible()}"
    if isinstance(widget, QStackedWidget):
        yield f"page {widget.currentIndex()}"
    layout = widget.layout()
    if layout is not None:
        yield from of_layout(layout)


def laid_out(root: QWidget) -> dict[str, str]:
    """By class and number what is held of each widget of a window, in their order."""
    numbers: Counter[str] = Counter()
    found: dict[str, str] = {}

    def look(parent: QObject) -> None:
        for child in parent.children():
            # Whether bars to scroll by are needed, the font decides.
            own = not child.objectName().endswith(("_hcontainer", "_vcontainer"))
            if isinstance(child, QWidget) and not child.isWindow() and own:
                name = type(child).__name__
                number, numbers[name] = numbers[name], numbers[name] + 1
                found[f"{name} {number}"] = " | ".join(filter(None, facts(child)))
                look(child)

    look(root)
    return found


def test_the_parts_stand_as_before(window: MainWindow, page: ReviewPage) -> None:
    before: dict[str, str] = {}
    lines = []
    for name in ("", *STEPS):
        if isinstance(name, int):
            page.review.pick(name)
        elif name and window.actions_by_name[name].isEnabled():
            window.actions_by_name[name].trigger()
        QApplication.processEvents()
        now = laid_out(window)
        lines.append(f"{name} | gone {len(before.keys() - now.keys())}")
        lines += [f"{name} {one} | {said}" for one, said in now.items() if before.get(one) != said]
        before = now
    page.review.editor.stop()
    assert lines == held(TABLE, lines)
