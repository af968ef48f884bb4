"""What a table that came back would change, before it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from reviewer.reports.bilingual_table import Plan
from reviewer.reports.table_reading import not_in_the_table
from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.widgets import Text
from reviewer.wording import changed_lines, in_words, tr, tr_plural

_SIZE = (720, 480)


class TableDialog(QDialog):
    """`number_of` gives the number that a row has in the window."""

    def __init__(
        self,
        name: str,
        plans: Sequence[Plan],
        number_of: Callable[[int, str], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Apply {name}", name=name))
        resize_on_screen(self, *_SIZE)
        changes, conflicts = [], []
        for plan in plans:
            for key, text in plan.texts.items():
                number = number_of(plan.translation, key)
                changes.append(changed_lines(f"{number}:", plan.before[key], text))
            for key, text in plan.comments.items():
                said = tr("Comment: {text}", text=text or "–")
                changes.append(f"{number_of(plan.translation, key)}:  {said}")
            for key, decided in plan.decisions.items():
                said = tr_plural("{n} decision", "{n} decisions", len(decided))
                changes.append(f"{number_of(plan.translation, key)}:  {said}")
            for one in plan.conflicts:
                lines = [f"{one.number}:  {in_words(one.why)}"]
                lines.append(tr("Table: {text}", text=one.there))
                lines.append(tr("Here: {text}", text=one.here))
                conflicts.append("\n".join(lines))
        inside = QVBoxLayout(self)
        self.changes = self._list(inside, tr("Would be changed"), changes)
        self.conflicts = self._list(
            inside, tr("Changed in both places: stays as it is here"), conflicts
        )
        for plan in plans:
            if absent := not_in_the_table(plan):
                inside.addWidget(Text(in_words(absent)).quiet())
        inside.addWidget(Text(tr("One undo takes all of it back.")).quiet())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go_on = buttons.addButton(tr("&Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setEnabled(bool(changes))
        go_on.setDefault(bool(changes))
        alike(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        inside.addWidget(buttons)

    def _list(self, inside: QVBoxLayout, title: str, lines: Sequence[str]) -> QListWidget:
        heading = Text(f"{title} ({len(lines)})").sized(1, bold=True)
        found = QListWidget()
        found.setAccessibleName(title)
        found.setWordWrap(True)
        found.addItems(list(lines))
        inside.addWidget(heading)
        inside.addWidget(found, max(len(lines), 1))
        heading.setVisible(bool(lines))
        found.setVisible(bool(lines))
        return found
