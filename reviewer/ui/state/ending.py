"""Whether the program is being ended from outside: by a system that shuts down, a terminal that
is closed, a signal. Nobody answers a question then, and none is asked."""

from __future__ import annotations

_told = False


def tell() -> None:
    """From now on nobody answers."""
    global _told
    _told = True


def is_told() -> bool:
    """Whether nobody answers any more."""
    return _told
