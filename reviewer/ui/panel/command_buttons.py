"""The buttons of the commands that act on the current finding."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QToolButton, QWidget

from reviewer.ui.look.action_keys import native_keys
from reviewer.ui.look.flow_layout import FlowLayout
from reviewer.wording import tr


class CommandButton(QToolButton):
    """The button of a command, which says its key."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.changed.connect(self._say)
        self._say()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first click may have put another button here: Dismiss comes where Accept was.
        event.accept()

    def _say(self) -> None:
        action = self.defaultAction()
        words, keys = action.iconText(), native_keys(action)
        if keys:
            words = tr("{command} ({key})", command=words, key=keys[0])
        if words != self.text():
            self.setText(words)


class CommandButtons(QWidget):
    """A button for each command, on as many lines as they need; one that cannot be used now is
    not there. They are made once and go with the current finding from card to card."""

    def __init__(self, actions: Sequence[QAction]) -> None:
        super().__init__()
        self._line = FlowLayout(4, self)
        for action in actions:
            button = CommandButton(action)
            self._line.addWidget(button)
            button.setVisible(action.isEnabled())
            action.enabledChanged.connect(partial(self._show, button))

    def _show(self, button: CommandButton, on: bool) -> None:
        """Some come and go together: they are laid out when all of them have."""
        enabled = self._line.isEnabled()
        self._line.setEnabled(False)
        button.setVisible(on)
        self._line.setEnabled(enabled)
