"""The keys of an action in words."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence

from reviewer.wording import tr


def keys_in_words(action: QAction) -> str:
    """The keys of an action as the user's platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    first, *more = [keys.toString(native) for keys in action.shortcuts()] or [""]
    for keys in more:
        first = tr("{keys} or {others}", keys=first, others=keys)
    return first
