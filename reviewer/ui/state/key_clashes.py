"""Which keys two commands would share, and which the table keeps for itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OF_THE_TABLE = frozenset({"J", "K", "Return", "Enter", "Up", "Down", "PgUp", "PgDown", "Esc"})
"""Keys of the rows themselves, in Qt's portable writing; no command can have them."""


def owners(key: str, keys: Mapping[str, Sequence[str]], but: str = "") -> list[str]:
    """The commands that a key gives, but for one of them."""
    return [name for name, some in keys.items() if key in some and name != but]
