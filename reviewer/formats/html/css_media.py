"""Whether a media query holds where most people read: a window on the screen of a desktop.

Source: Media Queries Level 4 (W3C). What is not known does not hold, nor does its contrary.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WIDTH, _HEIGHT = 1280, 800
"""Pixels of the window."""

_PIXELS = {"px": 1.0, "em": 16.0, "rem": 16.0, "pt": 4 / 3, "cm": 96 / 2.54, "mm": 9.6 / 2.54}
_PIXELS |= {"in": 96.0, "": 1.0, "dppx": 1.0, "x": 1.0, "dpi": 1 / 96, "dpcm": 2.54 / 96}

_LENGTHS = {
    "width": _WIDTH,
    "height": _HEIGHT,
    "device-width": _WIDTH,
    "device-height": _HEIGHT,
    "aspect-ratio": _WIDTH / _HEIGHT,
    "device-aspect-ratio": _WIDTH / _HEIGHT,
    "resolution": 1.0,
    "-webkit-device-pixel-ratio": 1.0,
    "color": 8.0,
    "monochrome": 0.0,
    "grid": 0.0,
}
_WORDS = {
    "orientation": {"landscape"},
    "hover": {"hover"},
    "any-hover": {"hover"},
    "pointer": {"fine"},
    "any-pointer": {"fine"},
    "prefers-color-scheme": {"light"},
    "prefers-reduced-motion": {"no-preference"},
    "prefers-contrast": {"no-preference"},
    "forced-colors": {"none"},
    "scripting": {"enabled"},
    "update": {"fast"},
    "display-mode": {"browser"},
    "overflow-block": {"scroll"},
}
_TYPES = frozenset({"all", "screen"})
_NUMBER = re.compile(r"([+-]?\d*\.?\d+)\s*(?:/\s*(\d+)|([a-z]*))\Z")
_RANGE = re.compile(r"(?:(?<!\s)\s+)?(<=|>=|<|>|=)\s*")
_PART = re.compile(r"\((?P<feature>[^()]*)\)|(?P<word>[a-z-]+)")


@lru_cache(maxsize=1024)
def holds(queries: str) -> bool:
    """Whether one of the queries, which commas part, holds; an empty list does."""
    written = [each.strip() for each in queries.lower().split(",")]
    return written == [""] or any(_holds(each) for each in written)


def _holds(query: str) -> bool:
    if _PART.sub("", query).strip():
        return False  # brackets in brackets, or no query at all
    contrary, known, told = False, True, True
    either: list[bool] = []
    for part in _PART.finditer(query):
        word = part["word"]
        if word is None:
            said = _feature(part["feature"])
            known = known and said is not None
            told = told and bool(said)
        elif word == "not":
            contrary = True
        elif word == "or":
            either.append(told)
            told = True
        elif word not in ("and", "only"):
            told = told and word in _TYPES
    return known and (told or any(either)) is not contrary


def _feature(written: str) -> bool | None:
    """Whether a feature such as "min-width: 600px" is as asked; None where it is not known."""
    name, colon, value = (each.strip() for each in written.partition(":"))
    if colon:
        return _is(name, value)
    pieces = _RANGE.split(written.strip())
    if len(pieces) == 1:
        return bool(_LENGTHS[name]) if name in _LENGTHS else (name in _WORDS or None)
    sides = [_LENGTHS.get(piece, _number(piece)) for piece in pieces[::2]]
    if None in sides or len(sides) > 3:
        return None
    return all(
        _compared(sides[at], sign, sides[at + 1])  # type: ignore[arg-type]
        for at, sign in enumerate(pieces[1::2])
    )


def _is(name: str, value: str) -> bool | None:
    if name in _WORDS:
        return value in _WORDS[name]
    plain = re.sub(r"\b(?:min|max)-", "", name.replace("min--", "min-").replace("max--", "max-"))
    wanted = _number(value)
    if plain not in _LENGTHS or wanted is None:
        return None
    if "min-" in name:
        return _LENGTHS[plain] >= wanted
    return _LENGTHS[plain] <= wanted if "max-" in name else _LENGTHS[plain] == wanted


def _number(written: str) -> float | None:
    match = _NUMBER.match(written)
    if match is None:
        return None
    if match[2]:
        return float(match[1]) / max(int(match[2]), 1)
    return float(match[1]) * _PIXELS[match[3]] if match[3] in _PIXELS else None


def _compared(left: float, sign: str, right: float) -> bool:
    return {
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
        "=": left == right,
    }[sign]
