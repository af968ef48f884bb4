"""Editing a translation in place: what is typed is in the file whenever the typing pauses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, cast

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from reviewer.domain import ReviewerError, Span
from reviewer.messages import Message, message
from reviewer.review import NOTE, Row, SideName
from reviewer.ui.look.utf16_offsets import to_qt
from reviewer.ui.state.finding_draft import FindingDraft
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.table.cell_model import Index
from reviewer.ui.table.cells import row_cell
from reviewer.ui.table.row_delegate import RowDelegate
from reviewer.ui.table.row_editor import RowEditor
from reviewer.ui.table.table_model import SOURCE, TARGET, TableModel
from reviewer.ui.table.table_view import ReviewTable
from reviewer.wording import tr

_Purpose = Literal["edit", "split", "words"]


class EditingDelegate(RowDelegate):
    """Lets the table place the editor that `RowEditing` made; the rest is `RowEditing`'s."""

    editing: RowEditing | None = None

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        # Qt takes no widget for an answer, though its signature here does not say so.
        return cast("QWidget", self.editing and self.editing.make_editor(parent, index))

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Qt closes an editor by itself when another row becomes current or all rows are others."""
        if self.editing:
            self.editing.taken_away(editor)
        super().destroyEditor(editor, index)

    def setEditorData(self, _editor: QWidget, _index: Index) -> None:
        """The editor knows its text."""

    def setModelData(self, _editor: QWidget, _model: object, _index: Index) -> None:
        """The review is changed by RowEditing."""

    def eventFilter(self, _watched: QObject, _event: object) -> bool:
        return False

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        editor.setGeometry(QRect(option.rect))


@dataclass(frozen=True)
class _Unkept:
    """What was typed into a row, of which `source` and `saved` stand in the file, and could not be
    written: it comes back when the row is edited again."""

    key: str
    source: str
    saved: str | None
    typed: str

    def is_of(self, row: Row) -> bool:
        """Whether it was typed into this row, which has not changed since."""
        return (self.key, self.source, self.saved) == (row.key, row.source, row.target)


class RowEditing(QObject):
    """At most one editor: what the commands know as `Editor`. `split_wanted` brings a row, its
    side and the Python offset that was chosen to split it at, `term_wanted` says that the chosen
    words are a term."""

    split_wanted = Signal(object, str, int)
    term_wanted = Signal()

    def __init__(self, table: ReviewTable, model: TableModel, review: OpenReview) -> None:
        super().__init__(table)
        self._table, self._model, self._review = table, model, review
        self._editor: RowEditor | None = None
        self._row: Row | None = None
        self._side: SideName = "target"
        self._purpose: _Purpose = "edit"
        self._chosen: dict[SideName, Span] = {}
        self._before = ""
        self._ours: str | None = ""
        self._written = self._overtaken = False
        self._unkept: _Unkept | None = None
        self.opened: Callable[[RowEditor, Row], None] = lambda _editor, _row: None
        """Called with each editor in which a translation is changed."""

    def active(self) -> bool:
        """Whether an editor is open."""
        return self._editor is not None

    def written_row(self) -> str | None:
        """The key of the row whose text the last editing has changed."""
        return self._row.key if self._row and self._written else None

    def row_key(self) -> str | None:
        """The key of the row that is being edited."""
        return self._row.key if self._row and self._editor else None

    def start(self, row: Row, *, cursor: int | None = None) -> None:
        """Open the editor on the translation of a row, the cursor at a UTF-16 offset."""
        if self._review.may_change():
            self._open(row, "target", "edit", cursor=cursor)

    def choose_place(self, row: Row, side: SideName) -> None:
        """Let the user choose a place in one side of a row at which to split it."""
        self._open(row, side, "split", cursor=None)

    def choose_words(self, row: Row, side: SideName) -> None:
        """Let the user choose words of a side of a row, and of the other, to say something of."""
        self._chosen = {}
        self._open(row, side, "words", cursor=0)

    def stop(self, how: str = "leave") -> None:
        """End the editing."""
        if self._editor:
            self._editor.end(how)

    def shows(self, row: Row) -> bool:
        """Whether some of a row is on screen."""
        return self._review.shown.line_of(row.key) in self._table.heights.in_sight()

    def rows_in_sight(self) -> list[Row]:
        """The rows on screen."""
        rows = (self._model.row_at(number) for number in self._table.heights.in_sight())
        return [row for row in rows if row]

    def taken_away(self, editor: QWidget) -> None:
        """The table gives up an editor. One that has the keyboard has ended already; one whose
        window has not ends now, and what was typed last is kept."""
        if editor is self._editor:
            self._editor.end("leave")

    def cursor_offset(self) -> int | None:
        """The Python offset of the cursor in the text that is being edited."""
        return self._editor.cursor_offset() if self._editor else None

    def text(self) -> str | None:
        """What is typed now; None while no translation is being edited."""
        return self._editor.text() if self._editor and self._purpose == "edit" else None

    def insert(self, text: str) -> None:
        """Put a text at the cursor, with spaces to the words beside it."""
        if self._editor and self._purpose == "edit":
            self._editor.insert_words(text)

    def make_editor(self, parent: QWidget, index: Index) -> QWidget | None:
        """Called by the delegate when the table opens its editor."""
        row = self._model.row_at(index.row())
        if row is None:
            return None
        cell = self._model.cell(index.row(), index.column())
        # What is typed is text, also where the program's own words stood.
        font = self._table.text_delegate.font_of(replace(cell, text=cell.text or "x", draft=False))
        editor = RowEditor(
            parent,
            cell.text,
            font,
            right_to_left=cell.right_to_left,
            read_only=self._purpose != "edit",
            for_words=self._purpose == "words",
            pad_y=self._table.text_delegate.pad_y,
            indent=self._table.text_delegate.indent(cell),
        )
        editor.paused.connect(self._write)
        editor.grown.connect(self._make_room)
        editor.finished.connect(self._finish)
        editor.refused.connect(self._review.said)
        editor.place_chosen.connect(self._split_at)
        editor.words_chosen.connect(self._take_words)
        self._editor = editor
        if self._purpose == "edit":
            self.opened(editor, row)
        return editor

    def needed_height(self, number: int) -> int:
        """The height that the open editor needs, if it stands in this line."""
        if not self._editor or not self._row or self._review.shown.line_of(self._row.key) != number:
            return 0
        return self._editor.needed_height()

    def show_findings(self, row: Row) -> None:
        """The row has been checked again: mark what was found in the editor."""
        if self._editor and self._row and row.key == self._row.key:
            self._row = row
            cell = row_cell(row, self._side, right_to_left=False)
            self._editor.show_highlights(cell.text, cell.highlights)

    def _open(self, row: Row, side: SideName, purpose: _Purpose, *, cursor: int | None) -> None:
        self.stop()
        number = self._review.shown.line_of(row.key)
        if number is None:
            return
        self._row, self._side, self._purpose = row, side, purpose
        self._before = self._ours = row.target
        self._written = self._overtaken = False
        column = SOURCE if side == "source" else TARGET
        self._table.go_to(number)
        index = self._model.index(number, column)
        self._table.edit(index)
        if self._editor is None:
            return
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        end = to_qt(self._editor.text(), len(self._editor.text()))
        self._editor.put_cursor(end if cursor is None else cursor)
        self.show_findings(row)
        if purpose == "edit" and self._unkept and self._unkept.is_of(row):
            self._editor.type_over(self._unkept.typed)
        self._make_room()

    def _make_room(self) -> None:
        if self._row is None or self._editor is None:
            return
        number = self._review.shown.line_of(self._row.key)
        if number is not None:
            self._table.heights.remeasure(number)

    def _write(self, text: str) -> None:
        row = self._row
        if row is None or self._overtaken:
            return
        review, now = self._review, self._saved(row)
        if now != self._ours:
            # Something else has changed it since we have read it.
            self._overtaken = True
            self.stop()
            review.problem.emit(
                ReviewerError(_words_of_both(now, text)), tr("The sentence was not changed.")
            )
            return
        self._unkept = _Unkept(row.key, row.source, now, text)
        change = review.do(
            lambda: review.review.edit(review.translation, row.key, text, continued=self._written),
            tr("The sentence was not changed. What you typed comes back when you edit it again."),
        )
        if change is not None or text == now:
            self._unkept = None
        self._written = self._written or change is not None
        self._ours = self._saved(row)

    def _finish(self, how: str) -> None:
        editor, row = self._editor, self._row
        self._editor = None
        if editor is None or row is None:
            return
        as_before = self._written and editor.text() == self._before
        reads = self._purpose != "edit"
        if not reads and (how == "revert" or as_before):
            self._unkept = None
            self._revert(row)
        elif not reads and editor.was_typed_in() and editor.text() != self._saved(row):
            self._write(editor.text())
        if reads or how == "revert" or as_before:
            self._written = False
        self._table.closeEditor(editor, RowDelegate.EndEditHint.NoHint)
        number = self._review.shown.line_of(row.key)
        if number is not None:
            self._table.heights.remeasure(number)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._review.end_editing(how)

    def _revert(self, row: Row) -> None:
        """Take back what the pauses have written: all of it is one step of undo."""
        if not self._written or self._saved(row) != self._ours:
            return
        review = self._review.review
        step = review.undo_step
        if step and (step.translation_id, step.row_key) == (self._review.translation, row.key):
            self._review.do(review.undo, tr("The sentence is as it was typed."))
        self._ours = self._saved(row)
        if self._ours != self._before:
            self._write(self._before)

    def _saved(self, row: Row) -> str | None:
        """What the row says in the file; None when there is no such row any more."""
        try:
            return self._review.review.row(self._review.translation, row.key).target
        except KeyError:
            return None

    def chosen_words(self) -> tuple[str, str]:
        """The words of the source and of the translation that are chosen in the row, or selected
        where the translation is edited; "" for none."""
        editor, row = self._editor, self._row
        if editor is None or row is None:
            return "", ""
        if self._purpose == "edit":
            span = editor.selected()
            return "", span.of(editor.text()) if span else ""
        self._keep_chosen(editor)
        source, target = self._chosen.get("source"), self._chosen.get("target")
        return source.of(row.source) if source else "", target.of(row.target) if target else ""

    def _keep_chosen(self, editor: RowEditor) -> None:
        if span := editor.selected():
            self._chosen[self._side] = span
        else:
            self._chosen.pop(self._side, None)

    def _take_words(self, how: str) -> None:
        """Words of a side are chosen: go on on the other side, or say something of them."""
        editor, row = self._editor, self._row
        if editor is None or row is None:
            return
        self._keep_chosen(editor)
        if how == "term":
            self.term_wanted.emit()
            return
        if how == "other":
            other: SideName = "source" if self._side == "target" else "target"
            if row.source if other == "source" else row.target:
                chosen = dict(self._chosen)
                self._open(row, other, "words", cursor=0)
                self._chosen = chosen
                if self._editor and other in chosen:
                    self._editor.select(chosen[other])
            return
        spans = {side: (span,) for side, span in self._chosen.items()}
        editor.end("keep")
        self._review.want_finding(
            FindingDraft(
                row.key,
                spans.get("source", ()),
                spans.get("target", ()),
                NOTE if how == "comment" else "",
            )
        )

    def _split_at(self, offset: int) -> None:
        """The place is chosen; where it is not possible another one can be."""
        if self._row:
            self.split_wanted.emit(self._row, self._side, offset)


def _words_of_both(now: str | None, typed: str) -> Message:
    """What is said of a sentence that was changed while it was being edited."""
    if now is None:
        return message(
            "Its row is not there any more. What you have typed was not written: “{typed}”",
            typed=typed,
        )
    return message(
        "It was changed while you were typing, and says now: “{now}”. What you have typed was not "
        "written over it: “{typed}”",
        now=now,
        typed=typed,
    )
