"""What each check counts for the client."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.checks import DOCUMENT_CHECKS, REGISTRY
from reviewer.domain import SEVERITIES
from reviewer.profiles.editing import ProfileFile
from reviewer.profiles.profile import ALL_LANGUAGES, Weight
from reviewer.ui.look.alphabet import in_alphabet
from reviewer.ui.look.check_facts import check_title
from reviewer.ui.look.widgets import Text
from reviewer.wording import language_name, term, tr


class ChecksPage(QWidget):
    """A line for each check, with what its findings count at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QComboBox] = {}
        self.own: dict[tuple[str, str], QComboBox] = {}
        lines = QGridLayout()
        lines.setColumnStretch(0, 1)
        titled = in_alphabet(
            (check_title(check.id), check.id) for check in (*REGISTRY, *DOCUMENT_CHECKS)
        )
        for title, check in titled:
            self.boxes[check] = _line(lines, title)
        body = QWidget()
        self._lines = QVBoxLayout(body)
        self._by_language = QWidget()
        self._lines.addWidget(self._by_language)
        self._lines.addLayout(lines)
        self._scroll = QScrollArea()
        self._scroll.setWidget(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QVBoxLayout(self)
        inside.addWidget(
            Text(tr("For all languages. A file can say more for one language.")).quiet()
        )
        inside.addWidget(self._scroll, 1)

    def show_entry(self, check: str, language: str = ALL_LANGUAGES) -> None:
        """Bring the line of a check into sight, ready to be changed."""
        own = {(tag.lower(), said): box for (tag, said), box in self.own.items()}
        if box := own.get((language, check)) or self.boxes.get(check):
            box.setFocus()
            # Where it stands is known only when the page is laid out.
            QTimer.singleShot(0, box, lambda: self._scroll.ensureWidgetVisible(box))

    def show_profile(self, file: ProfileFile) -> None:
        """Show what a file says; what it says of one language stands above the rest."""
        by_language = QWidget()
        lines = QGridLayout(by_language)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setColumnStretch(0, 1)
        self.own = {}
        for tag, check in file.weighed_by_language():
            title = f"{check_title(check)} ({language_name(tag)})"
            self.own[tag, check] = _line(lines, title)
        self._lines.replaceWidget(self._by_language, by_language)
        self._by_language.deleteLater()
        self._by_language = by_language
        for check, tag, box in self._all():
            box.setCurrentIndex(max(box.findData(file.weight(check, tag)), 0))

    def write_to(self, file: ProfileFile) -> None:
        """Put what is chosen into a file."""
        for check, tag, box in self._all():
            weight: Weight | None = box.currentData()
            if weight != file.weight(check, tag):
                file.set_weight(check, weight, tag)

    def _all(self) -> list[tuple[str, str, QComboBox]]:
        return [
            *((check, ALL_LANGUAGES, box) for check, box in self.boxes.items()),
            *((check, tag, box) for (tag, check), box in self.own.items()),
        ]


def _line(lines: QGridLayout, title: str) -> QComboBox:
    """One more line: what is weighed, and a box with what it may count."""
    box = QComboBox()
    box.setAccessibleName(title)
    box.addItem(tr("Usual severity"), None)
    box.addItem(tr("Off"), "off")
    for severity in SEVERITIES:
        box.addItem(tr("At most {severity}", severity=term(severity)), severity)
    label = Text(title, wrap=False)
    label.setBuddy(box)
    number = lines.rowCount()
    lines.addWidget(label, number, 0)
    lines.addWidget(box, number, 1)
    return box
