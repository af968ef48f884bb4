"""What each check counts for the client."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.checks import DOCUMENT_CHECKS, REGISTRY
from reviewer.domain import SEVERITIES
from reviewer.profiles.editing import ProfileFile
from reviewer.profiles.profile import Weight
from reviewer.ui.look.check_facts import check_title
from reviewer.ui.look.widgets import Text
from reviewer.wording import term, tr


class ChecksPage(QWidget):
    """A line for each check, with what its findings count at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QComboBox] = {}
        lines = QGridLayout()
        lines.setColumnStretch(0, 1)
        titled = sorted(
            (check_title(check.id), check.id) for check in (*REGISTRY, *DOCUMENT_CHECKS)
        )
        for number, (title, check) in enumerate(titled):
            box = QComboBox()
            box.setAccessibleName(title)
            box.addItem(tr("As it comes"), None)
            box.addItem(tr("Off"), "off")
            for severity in SEVERITIES:
                box.addItem(tr("At most {severity}", severity=term(severity)), severity)
            label = Text(title, wrap=False)
            label.setBuddy(box)
            lines.addWidget(label, number, 0)
            lines.addWidget(box, number, 1)
            self.boxes[check] = box
        body = QWidget()
        body.setLayout(lines)
        self._scroll = QScrollArea()
        self._scroll.setWidget(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QVBoxLayout(self)
        inside.addWidget(
            Text(tr("For all languages. A file can say more for one language.")).quiet()
        )
        inside.addWidget(self._scroll, 1)

    def show_entry(self, check: str) -> None:
        """Bring the line of a check into sight, ready to be changed."""
        if box := self.boxes.get(check):
            box.setFocus()
            # Where it stands is known only when the page is laid out.
            QTimer.singleShot(0, box, lambda: self._scroll.ensureWidgetVisible(box))

    def show_profile(self, file: ProfileFile) -> None:
        """Show what a file says."""
        for check, box in self.boxes.items():
            box.setCurrentIndex(max(box.findData(file.weight(check)), 0))

    def write_to(self, file: ProfileFile) -> None:
        """Put what is chosen into a file."""
        for check, box in self.boxes.items():
            weight: Weight | None = box.currentData()
            if weight != file.weight(check):
                file.set_weight(check, weight)
