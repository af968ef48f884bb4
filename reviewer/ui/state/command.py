"""A command: what the user can have done, as a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reviewer.wording import tr


def _always() -> bool:
    return True


def is_letter(key: str) -> bool:
    """Whether a letter alone gives a command: then only where nothing else wants it."""
    return len(key.removeprefix("Shift+")) == 1


@dataclass(frozen=True, slots=True)
class Command:
    """What a menu, a key, a button or the key card needs to know of a command.

    `name` is its identity, for settings and tests. `text`, `tip` and `button` are given in English
    and kept in the user's language; `text` has the menu's "&", `button` is what a button says where
    that is shorter. `keys` are in Qt's portable writing; the first is shown in the menu. `run` does
    it, `enabled` says whether it can be done now, and `checked` whether it is on, for those that
    are switched on and off. `resting` is what is said when it is wanted and cannot be done, where
    that is better known than that it cannot.
    """

    name: str
    text: str
    keys: tuple[str, ...]
    run: Callable[[], object]
    enabled: Callable[[], bool] = _always
    tip: str = ""
    checked: Callable[[], bool] | None = None
    button: str = ""
    resting: str = ""

    def __post_init__(self) -> None:
        # The table writes them in English, where the collector of patterns finds them.
        object.__setattr__(self, "text", tr(self.text))
        object.__setattr__(self, "tip", tr(self.tip))
        object.__setattr__(self, "button", tr(self.button))
        object.__setattr__(self, "resting", tr(self.resting))

    @property
    def title(self) -> str:
        """The words without the menu's signs."""
        return self.text.replace("&", "").rstrip("…")
