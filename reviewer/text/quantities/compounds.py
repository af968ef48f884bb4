"""Numbers written as one word out of several (einundzwanzig, dvadsaťjeden)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Senses = Mapping[str, Any]
_LONGEST_PART = 24


def compound(form: str, parts: Mapping[str, Senses], glue: str) -> Senses | None:
    """The value of a number written as one word out of several ("einundzwanzig")."""
    total = current = 0
    pieces = _pieces(form, parts, glue.split())
    if len(pieces) < 2:
        return None
    kind = "cardinal"
    tight = not glue
    for piece in pieces:
        senses = parts.get(piece)
        if senses is None:
            continue
        if "scale" in senses:
            scale = int(senses["scale"])
            if scale >= 1000:
                total += max(current, 1) * scale
                current = 0
            else:
                current = max(current, 1) * scale
        elif "cardinal" in senses:
            value = int(senses["cardinal"])
            if tight and current and current % 10 ** len(str(value)):
                return None
            current += value
        elif "ordinal" in senses:
            value = int(senses["ordinal"])
            kind = "ordinal"
            if value >= 1000:
                total, current = total + max(current, 1) * value, 0
            elif value == 100:
                current = max(current, 1) * value
            else:
                current += value
    return {kind: total + current}


def _pieces(form: str, parts: Mapping[str, Senses], glue: list[str]) -> list[str]:
    """The number words that make up `form`, the longest first; [] when they do not."""
    for size in range(min(len(form), _LONGEST_PART), 1, -1):
        head = form[:size]
        if head not in parts and head not in glue:
            continue
        if size == len(form):
            return [head] if head in parts else []
        rest = _pieces(form[size:], parts, glue)
        if rest:
            return [head, *rest]
    return []


def beginning(form: str, parts: Mapping[str, Senses], glue: str) -> int | None:
    """The number of several words that a longer word begins with (tizenkétemeletes), or None."""
    words = glue.split()
    end = 0
    while True:
        size = next(
            (
                size
                for size in range(min(len(form) - end, _LONGEST_PART), 1, -1)
                if form[end : end + size] in parts or (end and form[end : end + size] in words)
            ),
            0,
        )
        if not size:
            break
        end += size
    senses = compound(form[:end], parts, glue) if len(form) - end > _SHORTEST_REST else None
    return None if senses is None else senses.get("cardinal")


_SHORTEST_REST = 2
"""Letters that follow the number inside a word at least; fewer are an ending."""
