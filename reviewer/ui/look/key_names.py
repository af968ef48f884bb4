"""What keys are called: one name for each in menus, buttons, lists and texts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QKeySequence

from reviewer.wording import is_right_to_left, tr

_NATIVE = QKeySequence.SequenceFormat.NativeText
_LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT ISOLATE}"
_MODIFIERS = frozenset({"Ctrl", "Alt", "Shift", "Meta"})


class KeyNames(QTranslator):
    """Asked before Qt's own catalogues.

    Qt tells the Return key from the one of the keypad, which has the same commands here; the
    texts of the program call both of them Enter. In a window that runs from right to left Qt
    would draw Ctrl and plus as "++Ctrl".
    """

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, text: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str | None:
        """The name of a key; None for what Qt names well."""
        if context != "QShortcut":
            return None
        if text in ("Return", "Enter"):
            return tr("Enter")
        return f"{_LEFT_TO_RIGHT}{text}" if text in _MODIFIERS and is_right_to_left() else None


def key_names(keys: Iterable[QKeySequence | str]) -> list[str]:
    """The names of keys for a text, which looks after their direction itself."""
    named = (QKeySequence(one).toString(_NATIVE) for one in keys)
    return list(dict.fromkeys(name.replace(_LEFT_TO_RIGHT, "") for name in named))
