"""What to export, of which translations, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.reports.author import this_person
from reviewer.reports.kinds import KINDS, Kind
from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.widgets import Text
from reviewer.ui.state.settings import Settings
from reviewer.wording import in_words, tr

_SIZE = (560, 520)


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen: the kind, whether of all translations, who signs, and whether open findings
    become comments."""

    kind: Kind
    every: bool
    author: str
    findings: bool


def kept_choice(settings: Settings) -> ExportChoice:
    """What was chosen last."""
    name = settings.text("export/kind")
    return ExportChoice(
        next((one for one in KINDS if one.name == name), KINDS[0]),
        settings.flag("export_every", False),
        settings.text("export/author") or this_person(),
        settings.flag("export_findings", True),
    )


def keep_choice(settings: Settings, choice: ExportChoice) -> None:
    """Offer the same the next time."""
    settings.keep_text("export/kind", choice.kind.name)
    settings.keep_text("export/author", choice.author)
    settings.keep_flag("export_every", choice.every)
    settings.keep_flag("export_findings", choice.findings)


class ExportDialog(QDialog):
    """`translations` are the names of all, `current` the number of the one that is shown."""

    def __init__(
        self,
        translations: Sequence[str],
        current: int,
        kept: ExportChoice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        resize_on_screen(self, *_SIZE)
        self.kinds = QListWidget()
        self.kinds.setAccessibleName(tr("What to export"))
        for one in KINDS:
            item = QListWidgetItem(in_words(one.title))
            item.setToolTip(in_words(one.tip))
            self.kinds.addItem(item)
        self._tip = Text("").quiet()
        self._tip.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self._tip.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.which = QComboBox()
        self.which.addItems([translations[current], tr("All translations, a file each")])
        self.author = QLineEdit(kept.author)
        self.findings = QCheckBox(tr("Open &findings as comments"))
        self.findings.setChecked(kept.findings)
        self._lay_out(len(translations) > 1)
        self.kinds.currentRowChanged.connect(self._changed)
        self.kinds.itemDoubleClicked.connect(lambda _item: self.accept())
        self.kinds.setCurrentRow(KINDS.index(kept.kind))
        self.which.setCurrentIndex(int(kept.every and len(translations) > 1))

    def choice(self) -> ExportChoice:
        """What is chosen now."""
        kind = KINDS[max(self.kinds.currentRow(), 0)]
        every = kind.whole or self.which.currentIndex() == 1
        return ExportChoice(kind, every, self.author.text().strip(), self.findings.isChecked())

    def _lay_out(self, several: bool) -> None:
        self._form = QFormLayout()
        self._form.addRow(tr("&Of"), self.which)
        self._form.addRow(tr("Signed &by"), self.author)
        self._form.addRow("", self.findings)
        self._form.setRowVisible(self.which, several)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        go_on = buttons.addButton(tr("&Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        alike(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        inside.addWidget(self.kinds, 1)
        inside.addWidget(self._tip)
        inside.addLayout(self._form)
        inside.addWidget(buttons)

    def _changed(self, number: int) -> None:
        kind = KINDS[max(number, 0)]
        self._tip.setText(in_words(kind.tip))
        self.which.setEnabled(not kind.whole)
        self._form.setRowVisible(self.author, kind.signed)
        self._form.setRowVisible(self.findings, kind.remarked)
