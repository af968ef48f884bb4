"""The keys of an action in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction

from reviewer.ui.look.key_names import key_names
from reviewer.wording import tr


def native_keys(action: QAction) -> list[str]:
    """The keys of an action as the user's platform writes them."""
    return key_names(action.shortcuts())


def keys_in_words(action: QAction) -> str:
    """The keys of an action in one piece of text; "" for none."""
    return any_of(native_keys(action))


def any_of(keys: Sequence[str]) -> str:
    """Keys of which each does the same, in words; "" for none."""
    first, *more = keys or [""]
    for other in more:
        first = tr("{keys} or {others}", keys=first, others=other)
    return first
