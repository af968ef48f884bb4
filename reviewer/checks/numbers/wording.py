"""Values, dates and times put into words for a message, and into stable subjects."""

from __future__ import annotations

from fractions import Fraction
from typing import TypedDict

from reviewer.messages import Message, message, plural
from reviewer.text.quantities.items import Item, exact
from reviewer.written_values import in_figures

_MOST_NAMED = 3
"""Currencies that a word may mean and that a message names."""


def named(unit: str) -> str:
    """A unit as a message calls it; a word for several currencies by the letters of some."""
    codes = unit.split("|")
    return "/".join(codes[:_MOST_NAMED]) + ("/…" if len(codes) > _MOST_NAMED else "")


def subject(item: Item) -> str:
    """The canonical figure, the same however it is written."""
    if item.day is not None:
        return "date:" + "-".join(str(d or "") for d in item.day)
    if item.minutes is not None:
        return "time:" + item.text
    if item.kind == "code":
        return "code:" + item.text
    return str(exact(item.value)) + ("%" if item.kind == "percent" else "")


def described(item: Item, text: str) -> str:
    """The written form, in a message with its value where the form does not show it."""
    written = text[item.start : item.end]
    if item.day is not None or item.minutes is not None or item.kind == "code":
        return written
    digits = "".join(filter(str.isdigit, written))
    shows = not item.spelled and item.scale == 1 and digits.isascii() and written.isascii()
    if shows and (item.raw.isdigit() or item.kind == "percent"):
        return written
    value = exact(item.value)
    if item.kind == "percent":
        told = message("{written} ({value} %)", written=written, value=value)
        return written if f"{in_figures(value)} %" == written else told
    told = message("{written} ({value})", written=written, value=value)
    return written if in_figures(value) == written else told


class Both(TypedDict):
    """Two quantities in words, under the names of the holes of a message that they fill."""

    source: str
    target: str


def both(source: Item, target: Item, source_text: str, target_text: str) -> Both:
    """Two quantities as the holes `source` and `target` of a message."""
    return {"source": described(source, source_text), "target": described(target, target_text)}


def compared(source: Item, target: Item, source_text: str, target_text: str) -> Message:
    """Two quantities that differ, with the arithmetic where it says something."""
    factor = ratio(source, target)
    if factor is None:
        return message("{source} → {target}", **both(source, target, source_text, target_text))
    return message(
        "{source} → {target}: {ratio}",
        **both(source, target, source_text, target_text),
        ratio=factor,
    )


def ratio(source: Item, target: Item) -> Message | None:
    """How much larger or smaller the target is, where that says something."""
    if source.value == 0 or target.value == 0:
        return None
    if source.value == -target.value:
        return message("the sign differs")
    factor = Fraction(target.value) / Fraction(source.value)
    if factor < 0:
        return None
    larger = factor if factor > 1 else 1 / factor
    if larger < 2 or larger.denominator != 1:
        return None
    if factor > 1:
        return plural("{n} time larger", "{n} times larger", larger.numerator)
    return plural("{n} time smaller", "{n} times smaller", larger.numerator)
