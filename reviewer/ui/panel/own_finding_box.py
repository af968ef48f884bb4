"""Where the reviewer says what is wrong: a letter for the category, a digit for how grave it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from reviewer.domain import SEVERITIES
from reviewer.review import CATEGORIES, NOTE, category_title
from reviewer.ui.look.say_aloud import name_choice, say_aloud
from reviewer.ui.look.widgets import Text
from reviewer.ui.state.finding_draft import USUAL_SEVERITY, FindingDraft
from reviewer.wording import in_words, term, tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DIGITS = {str(number): severity for number, severity in enumerate(SEVERITIES, 1)}


class OwnFindingBox(QFrame):
    """Hidden until `ask`. `kept` brings the draft as it was filled in; `ended` says that the
    keyboard goes back to the rows, `opened` that the box is to be in sight, `left` that it no
    longer is."""

    kept = Signal(object)
    ended = Signal()
    opened = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draft = FindingDraft("")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("own")
        self.setStyleSheet(
            "QFrame#own { border: 1px solid palette(highlight); border-radius: 7px; }"
        )
        self._title = Text("").sized(1.0, bold=True)
        self._quoted = Text("")
        self._category, self._severity = QComboBox(), QComboBox()
        name_choice(self._category, tr("Category"))
        name_choice(self._severity, tr("Severity"))
        for category in CATEGORIES:
            self._category.addItem(f"{category.letter}  {in_words(category.title)}", category.name)
        for digit, severity in _DIGITS.items():
            self._severity.addItem(f"{digit}  {term(severity)}", severity)
        for choice in (self._category, self._severity):
            choice.view().installEventFilter(self)
        self._words = QLineEdit()
        self._words.setPlaceholderText(tr("What is wrong, if it is to be said"))
        self._words.setAccessibleName(tr("What is wrong"))
        self._words.returnPressed.connect(self.keep)
        self._lay_out()
        self.hide()

    def ask(self, draft: FindingDraft, quoted: str) -> None:
        """Take the keyboard for a finding on the words `quoted`."""
        self._draft = draft
        self._title.setText(tr("Change your finding") if draft.fingerprint else tr("Your finding"))
        self._quoted.setText(quoted)
        self.setAccessibleName(f"{self._title.text()}. {quoted}")
        self._quoted.setVisible(bool(quoted))
        self._choose(draft.category or CATEGORIES[0].name)
        self._severity.setCurrentIndex(self._severity.findData(draft.severity))
        self._words.setText(draft.words)
        if draft.category == NOTE and not draft.fingerprint:
            self._choose(NOTE)
        self.show()
        self.opened.emit()
        about_words = draft.category == NOTE and not draft.fingerprint
        (self._words if about_words else self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_open(self) -> bool:
        """Whether a finding is being described."""
        return not self.isHidden()

    def keep(self) -> None:
        """Keep the finding as it is described."""
        if not self.is_open():
            return
        draft = self._draft
        made = FindingDraft(
            draft.row_key,
            draft.source_spans,
            draft.target_spans,
            self._category.currentData(),
            self._severity.currentData(),
            self._words.text().strip(),
            draft.fingerprint,
        )
        self.leave()
        self.kept.emit(made)

    def leave(self) -> None:
        """Close, and give the keyboard back."""
        if self.is_open():
            self.drop()
            self.ended.emit()

    def drop(self) -> None:
        """Close; another row is looked at."""
        self.hide()
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        return _keep_from_commands(event) or super().event(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # An open list is a window of its own, and asks only itself.
        return _keep_from_commands(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # The letters have chosen already what the boxes between choose.
        if forward and self.hasFocus():
            self._words.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text().upper()
        letters = {category.letter: category.name for category in CATEGORIES}
        if event.key() in _ENTER:
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif self._words.hasFocus():
            super().keyPressEvent(event)
        elif key in letters:
            self._choose(letters[key])
            self._say_choice()
        elif key in _DIGITS:
            self._severity.setCurrentIndex(self._severity.findData(_DIGITS[key]))
            self._say_choice()
        else:
            super().keyPressEvent(event)

    def _say_choice(self) -> None:
        """The boxes do not have the keyboard, so that a screen reader would keep silent."""
        words = term(self._severity.currentData())
        say_aloud(self, f"{in_words(category_title(self._category.currentData()))}, {words}")

    def _choose(self, category: str) -> None:
        self._category.setCurrentIndex(max(self._category.findData(category), 0))
        if category == NOTE:
            self._severity.setCurrentIndex(self._severity.findData("info"))
        elif self._severity.currentData() == "info":
            self._severity.setCurrentIndex(self._severity.findData(USUAL_SEVERITY))

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 7, 12, 7)
        inside.setSpacing(4)
        inside.addWidget(self._title)
        inside.addWidget(self._quoted)
        choices = QHBoxLayout()
        choices.addWidget(self._category, 2)
        choices.addWidget(self._severity, 1)
        inside.addLayout(choices)
        inside.addWidget(self._words)
        letters = " · ".join(
            _together(category.letter, in_words(category.title)) for category in CATEGORIES
        )
        digits = " · ".join(_together(digit, term(one)) for digit, one in _DIGITS.items())
        self.setAccessibleDescription(f"{letters}\n{digits}")
        inside.addWidget(Text(f"{letters}\n{digits}").quiet())
        inside.addWidget(Text(tr("Tab: say more. Enter keeps it, Esc leaves it.")).quiet())


def _keep_from_commands(event: QEvent) -> bool:
    """Whether this key, which is a command in the panel, chooses here instead."""
    if (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (event.key() in (*_ENTER, Qt.Key.Key_Escape) or event.text().isalnum())
    ):
        event.accept()
        return True
    return False


def _together(key: str, words: str) -> str:
    """A key and what it chooses, on one line."""
    return f"{key} {words}".replace(" ", "\N{NO-BREAK SPACE}")
