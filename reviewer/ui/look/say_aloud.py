"""What screen readers are told beyond what they read by themselves."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QComboBox, QWidget

from reviewer.ui.look.widgets import as_plain
from reviewer.wording import harmless


def say_aloud(widget: QWidget, words: str) -> None:
    """Say words for a widget. Nothing is sent while no assistive program listens."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def set_tip(widget: QWidget, words: str) -> None:
    """Give a widget a tooltip of several lines; it is read aloud without the markup of a tip."""
    widget.setToolTip(as_plain(words))
    widget.setAccessibleDescription(harmless(words))


def name_choice(box: QComboBox, words: str) -> None:
    """Say what a box chooses. On Linux Qt gives what is chosen as its name, and the name that was
    given nowhere."""
    box.setAccessibleName(words)
    box.setAccessibleDescription(words)
