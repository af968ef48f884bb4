"""Names of files that are written, made of names that may be as long as a system allows."""

from __future__ import annotations

MOST = 240
"""Bytes of a name that every system takes, with room for what is put before it or behind."""


def fitting(stem: str, end: str) -> str:
    """`stem` with `end` behind it; a stem that leaves no room is cut."""
    room = max(1, MOST - len(end.encode("utf-8", "surrogateescape")))
    data = stem.encode("utf-8", "surrogateescape")
    if len(data) > room:
        stem = data[:room].decode("utf-8", "ignore").rstrip()
    return f"{stem}{end}"
