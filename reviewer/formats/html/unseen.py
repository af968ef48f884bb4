"""How declarations of a style make text that is displayed invisible, or visible again.

The ways are those of CSS: transparent or as dark as its ground, of no size, cut away, moved off
the screen. Where the declarations can mean something else (a picture that keeps its shape by its
padding, a heading filled with a gradient, a ground that runs from edge to edge) the text counts
as seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from reviewer.formats.html.css_text import cleared

Way = Literal[
    "opacity", "visibility", "size", "ink", "indent", "box", "clip", "place", "content", "filled"
]
"""What hides or shows; "filled" shows only: the ground fills the letters, whatever their ink."""

INHERITED: frozenset[Way] = frozenset({"visibility", "size", "ink", "indent"})
"""Ways that an element inside can undo for itself."""

_FAR = 999.0
"""Pixels from which on something stands off the screen; style sheets write -999em, -9999px."""

_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "vw": 10.0, "vh": 10.0, "": 1.0}
_TINY = 1.0
_SPECK = 0.5
"""Pixels of a font that no eye reads."""

_CLEAR = re.compile(r"opacity\(\s*0?\.?0*%?\s*\)")
_CORNERS = re.compile(r"polygon\(([\s,.\d%a-z]*)\)")
_ON_EDGE = re.compile(r"rotate[xy]\(\s*-?(?:90|270)deg\s*\)")
_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+))([a-z]*|%)\Z")
_RELATIVE = re.compile(r"[\d.]+(?:em|%)\Z|(?:inherit|smaller|larger|unset|initial)\Z")
_SHORT_FONT = re.compile(r"(?:^|\s)0(?:px|pt|em|rem|%)?(?:\s*/|\s)")
_RECT = re.compile(r"rect\(([^()]*)\)")
_CUT_AWAY = re.compile(r"inset\(\s*(?:5\d|[6-9]\d|100)%|circle\(\s*0(?:px|%)?\s*[\s)]")
_MOVED = re.compile(r"translate(?:3d|x|y)?\(([^()]*)\)")
_SHRUNK = re.compile(r"scale[xy]?\(\s*0?\.?0+\s*(?:,\s*0?\.?0+\s*)?\)")
_NO_ALPHA = r"\s*0?\.?0+%?\s*\)\Z"
_NO_INK = re.compile(
    rf"transparent\Z|(?:rgb|hsl)a?\((?:[^,()]*,){{3}}{_NO_ALPHA}|[a-z]+\([^()/]*/{_NO_ALPHA}|"
    r"#[0-9a-f]{3}0\Z|#[0-9a-f]{6}00\Z"
)
_COLOUR = re.compile(r"#[0-9a-f]{3}\Z|#[0-9a-f]{6}\Z|rgb\([\d\s,]*\)\Z|white\Z|black\Z")
_OTHER_INK = ("text-shadow", "text-stroke", "background-clip", "background-image")
_CLIPS = ("background-clip", "-webkit-background-clip", "background")
_FILL = "-webkit-text-fill-color"
"""What letters are filled with, before their colour."""
_CHANNELS = re.compile(r"\d+")
_ANIMATED = re.compile(
    r"(?:^|[\s_-])(?:aos|wow|anim|animate|animated|animation|appear|fade|fadein|framer|gsap|inview|"
    r"lazy\w*|elementor|motion|reveal|sal|scroll|w-id)(?=[\s_-]|$)",
    re.IGNORECASE,
)
"""What is shown as soon as a reader comes to it is named so, in a class or an attribute."""

_MOVING = ("transform", "transition", "animation", "will-change", "filter")
"""Declarations of what begins transparent and does not stay so."""


class Look(NamedTuple):
    """The ways in which declarations hide what they are for, and those that they undo."""

    hides: frozenset[Way]
    shows: frozenset[Way]


@lru_cache(maxsize=4096)
def look(declarations: str) -> Look:
    """What the declarations (the text between braces, or of a `style` attribute) say of it."""
    said = _read(declarations)
    hides = {way for way, hidden in _HIDING.items() if hidden(said)}
    shows = {way for way, seen in _SHOWING.items() if way not in hides and seen(said)}
    return Look(frozenset(hides), frozenset(shows))


def is_animated(classes: str, attributes: Iterable[str]) -> bool:
    """Whether scripts show the element when a reader comes to it, by its classes and the names
    of its attributes."""
    named = (each for each in attributes if each.startswith("data-"))
    return bool(_ANIMATED.search(classes) or any(map(_ANIMATED.search, named)))


def _read(declarations: str) -> dict[str, str]:
    said: dict[str, str] = {}
    for declaration in cleared(declarations).lower().split(";"):
        name, _, value = declaration.partition(":")
        said[name.strip()] = " ".join(value.partition("!")[0].split())
    return said


def _length(value: str) -> float | None:
    """Pixels, of which a font's size and a hundredth of the window have a usual number; None for
    what is no length."""
    if value.startswith("calc("):
        return _sum(value[len("calc(") :].removesuffix(")"))
    match = _LENGTH.match(value)
    if match is None:
        return None
    number = float(match[1])
    return number * _PIXELS[match[2]] if match[2] in _PIXELS else None if number else 0.0


def _sum(written: str) -> float | None:
    """Lengths with plus and minus between them."""
    total, sign = 0.0, 1
    for part in written.split():
        if part in ("+", "-"):
            sign = -1 if part == "-" else 1
            continue
        length = _length(part)
        if length is None or "(" in part:
            return None
        total += sign * length
    return total


def _is_zero(value: str) -> bool:
    return _length(value) == 0


def _no_opacity(said: Mapping[str, str]) -> bool:
    clear = _is_zero(said.get("opacity", "").rstrip("%"))
    if not clear and _CLEAR.search(said.get("filter", "")):
        return True
    return clear and not any(name.endswith(_MOVING) for name in said)


def _invisible(said: Mapping[str, str]) -> bool:
    return said.get("visibility") in ("hidden", "collapse")


def _no_size(said: Mapping[str, str]) -> bool:
    if "font-size" in said:
        size = _length(said["font-size"])
        return size is not None and 0 <= size <= _SPECK
    return bool(_SHORT_FONT.search(said.get("font", "")))


def _some_size(said: Mapping[str, str]) -> bool:
    size = said.get("font-size", "")
    return bool((size and not _RELATIVE.match(size)) or said.get("font"))


def _no_ink(said: Mapping[str, str]) -> bool:
    colour = said.get(_FILL) or said.get("color", "")
    if _filled(said) or not colour or any(name.endswith(_OTHER_INK) for name in said):
        return False
    if _NO_INK.match(colour):
        return True
    ground = said.get("background-color") or said.get("background", "")
    return bool(_COLOUR.match(colour) and _COLOUR.match(ground)) and _rgb(colour) == _rgb(ground)


def _filled(said: Mapping[str, str]) -> bool:
    clips = (said.get(name, "") for name in _CLIPS)
    return any("text" in each.replace(",", " ").split() for each in clips)


def _rgb(colour: str) -> tuple[int, ...]:
    if colour in ("white", "black"):
        return (255,) * 3 if colour == "white" else (0,) * 3
    if colour.startswith("#"):
        digits = colour[1:] if len(colour) > 4 else "".join(2 * each for each in colour[1:])
        return tuple(int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return tuple(int(each) for each in _CHANNELS.findall(colour))


def _far_indent(said: Mapping[str, str]) -> bool:
    indent = said.get("text-indent", "")
    if indent == "100%":
        return said.get("white-space") == "nowrap" and _cuts(said)
    length = _length(indent)
    return length is not None and length <= -_FAR


def _cuts(said: Mapping[str, str]) -> bool:
    ways = f"{said.get('overflow', '')} {said.get('overflow-y', '')}"
    return "hidden" in ways or "clip" in ways


def _no_box(said: Mapping[str, str]) -> bool:
    if _is_zero(said.get("zoom", "")):
        return True
    if not _cuts(said) or any(name.startswith("padding") for name in said):
        return False
    high, wide = (
        min(
            (length for name in names if (length := _length(said.get(name, ""))) is not None),
            default=None,
        )
        for names in (("height", "max-height"), ("width", "max-width"))
    )
    if high == 0 or wide == 0:
        return True
    return high is not None and wide is not None and max(high, wide) <= _TINY


def _is_placed(said: Mapping[str, str]) -> bool:
    return said.get("position") in ("absolute", "fixed")


def _clipped(said: Mapping[str, str]) -> bool:
    path = said.get("clip-path", "")
    if _CUT_AWAY.match(path):
        return True
    corners = _CORNERS.match(path)
    if corners and all(_is_zero(each) for each in corners[1].replace(",", " ").split()):
        return True
    rect = _RECT.match(said.get("clip", ""))
    if rect is None or not _is_placed(said):
        return False
    sides = [_length(each) for each in rect[1].replace(",", " ").split()]
    return all(each is not None and each <= _TINY for each in sides)


def _away(said: Mapping[str, str]) -> bool:
    if _is_placed(said):
        sides = [_length(said.get(each, "")) for each in ("left", "right", "top", "bottom")]
        sides += map(_length, said.get("inset", "").split())
        if any(each is not None and each <= -_FAR for each in sides):
            return True
    if not any(name.startswith("padding") for name in said):
        before = _length(said.get("margin-left", ""))
        if before is not None and before <= -_FAR:
            return True
    moves = said.get("transform", "")
    return bool(_SHRUNK.search(moves) or _ON_EDGE.search(moves)) or any(
        (length := _length(each.strip())) is not None and length <= -_FAR
        for match in _MOVED.finditer(moves)
        for each in match[1].split(",")
    )


_HIDING: dict[Way, Callable[[Mapping[str, str]], bool]] = {
    "opacity": _no_opacity,
    "visibility": _invisible,
    "size": _no_size,
    "ink": _no_ink,
    "indent": _far_indent,
    "box": _no_box,
    "clip": _clipped,
    "place": _away,
    "content": lambda said: said.get("content-visibility") == "hidden",
}
_SHOWING: dict[Way, Callable[[Mapping[str, str]], bool]] = {
    "opacity": lambda said: "opacity" in said,
    "visibility": lambda said: said.get("visibility") in ("visible", "initial"),
    "size": _some_size,
    "ink": lambda said: _filled(said) or said.get("color", "inherit") != "inherit",
    "filled": _filled,
    "indent": lambda said: "text-indent" in said,
    "box": lambda said: not said.keys().isdisjoint(("height", "max-height", "overflow", "zoom")),
    "clip": lambda said: not said.keys().isdisjoint(("clip", "clip-path")),
    "place": lambda said: not said.keys().isdisjoint(("position", "left", "top", "transform")),
    "content": lambda said: "content-visibility" in said,
}
