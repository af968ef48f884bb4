"""What is painted into the cells of the table: each stroke with its colour and where it stands from
left to right, and in the column of the links, which has no letters, also from top to bottom.

`held_painted.txt` has the lines of a small review in which something of each kind was done. After a
change on purpose: HELD=write pytest tests/ui/table/test_held_painted.py
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from reviewer.domain import DecisionAction
from reviewer.review import Review
from reviewer.ui.look import theme
from reviewer.ui.review.page import ReviewPage
from tests.ui.seen_dialogs import held

TABLE = Path(__file__).with_name("held_painted.txt")
STROKES = (
    *("fillRect", "drawLine", "drawText", "drawRoundedRect", "drawEllipse", "drawPolyline"),
    *("drawPolygon", "drawPath", "drawRect", "drawPixmap", "setPen", "setBrush", "setClipRect"),
)
State: TypeAlias = QStyle.StateFlag
Direction: TypeAlias = Qt.LayoutDirection
STATES = {"": State.State_None, "selected": State.State_Selected, "under": State.State_MouseOver}


def shown(value: Any, *, down: bool) -> str:
    """An argument of a stroke; with `down` also where it stands from top to bottom, which depends
    on a font where there are letters."""
    if isinstance(value, QRect | QRectF):
        across = f"{value.left():g}+{value.width():g}"
        return f"{across}/{value.top():g}+{value.height():g}" if down else across
    if isinstance(value, QPoint | QPointF):
        return f"{value.x():g}" + (f"/{value.y():g}" if down else "")
    if isinstance(value, QPolygonF):
        return ",".join(shown(value.at(n), down=down) for n in range(value.size()))
    if isinstance(value, QPen):
        return f"{value.color().name()} {value.widthF():g}"
    if isinstance(value, QColor):
        return str(value.name())
    if isinstance(value, QBrush):
        return f"{value.color().name()} {value.style().name}"
    return str(getattr(value, "name", value))


class Recorder(QPainter):
    """Paints, and notes what."""

    def __init__(self, picture: QImage, *, down: bool) -> None:
        super().__init__(picture)
        self.did: list[str] = []
        self.down = down


def _noted(name: str) -> Callable[..., Any]:
    paint = getattr(QPainter, name)

    def noted(self: Recorder, *values: Any) -> Any:
        said = f"{name}({' '.join(shown(value, down=self.down) for value in values)})"
        self.did += [said] if self.did[-1:] != [said] else []
        return paint(self, *values)

    return noted


for _stroke in STROKES:
    setattr(Recorder, _stroke, _noted(_stroke))


def painted(
    page: ReviewPage, line: int, column: int, state: State, direction: Direction
) -> list[str]:
    model = page.table.model()
    size = QSize(page.table.columnWidth(column) if column in (0, 2) else 300, 60)
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(QColor(theme.colours().window))
    option = QStyleOptionViewItem()
    option.rect, option.state, option.direction = QRect(0, 0, size.width(), 60), state, direction
    painter = Recorder(picture, down=column == 2)
    index = model.index(line, column)
    page.table.itemDelegateForIndex(index).paint(painter, option, index)
    painter.end()
    return painter.did


def lines(page: ReviewPage) -> Iterator[str]:
    model = page.table.model()
    for line in range(model.rowCount()):
        for column in range(model.columnCount()):
            for direction in (Direction.LeftToRight, Direction.RightToLeft):
                for name, state in STATES.items() if line < 3 else [("", STATES[""])]:
                    did = painted(page, line, column, state, direction)
                    yield f"{line} {column} {direction.name[:1]} {name} | {'; '.join(did)}"


def done(page: ReviewPage, review: Review) -> None:
    """Something of each kind that a line can show."""
    state = page.review
    rows = [row for row in review.rows(1) if row.relation]
    with_finding = [row for row in rows if row.findings]
    steps: list[Callable[[], Any]] = [
        partial(review.edit, 1, rows[1].key, "Der Hafen kostete 12 Millionen."),
        partial(review.comment, 1, rows[2].key, "Look."),
        partial(review.mark_reviewed, 1, [rows[0].key, rows[2].key]),
        partial(state.switch_bookmark, rows[1].key),
    ]
    actions: tuple[DecisionAction, ...] = ("accept", "dismiss")
    for row, action in zip(with_finding[2:], actions, strict=False):
        steps.append(partial(review.decide, 1, row.key, row.findings[0].fingerprint, action))
    for step in steps:
        state.do(step, "no")
    QApplication.processEvents()


def test_the_cells_are_painted_as_before(page: ReviewPage, review: Review) -> None:
    theme.apply("light")
    before = list(lines(page))
    done(page, review)
    after = [f"done {one}" for one in lines(page) if one not in before]
    assert [*before, *after] == held(TABLE, [*before, *after])
