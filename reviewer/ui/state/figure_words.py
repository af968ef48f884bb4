"""How two figures of a row were read and how they agree, in words."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from reviewer.wording import figures, tr

if TYPE_CHECKING:
    from reviewer.checks.numbers.explain import Link, Told

_ISOLATED = "\u2068{}\u2069"
"""A figure keeps its own direction between others."""


def told(link: Link) -> str:
    """One line: the figure and its counterpart as written and as read, and how they agree."""
    sign = {"same": "=", "different": "≠"}.get(link.rule, "≈")
    if link.source is None or link.target is None:
        sign = "—"
    both = [_read(side) for side in (link.source, link.target)]
    return tr("{figures}: {rule}", figures=f" {sign} ".join(filter(None, both)), rule=rule(link))


def _read(side: Told | None) -> str:
    """A figure as it is written, with its readings where they are not the same signs."""
    if side is None:
        return ""
    values = " / ".join(value_beside(side.written, value) for value in side.values)
    written = _ISOLATED.format(side.written)
    return written if values in side.written else f"{written} ({values})"


def value_beside(written: str, value: Decimal | Fraction) -> str:
    """A value in the user's language, beside how it is written: not grouped where that is not
    ("2019", "٢٠١٩")."""
    if any(int(run) == value for run in re.findall(r"\d+", written)):
        return f"{int(value)}"
    return figures(value)


def rule(link: Link) -> str:
    """How the two agree, in words."""
    words = {
        "clock": tr("the same time of day"),
        "date": tr("the same date"),
        "code": tr("the same digits"),
        "equivalent": tr("the same share or factor"),
        "clock number": tr("a time of day and its hour"),
        "written day": tr("a day and month in figures"),
        "reading": tr("the same under one of its readings"),
        "converted": tr("converted to another unit"),
        "share": tr("a percentage told as a share"),
        "partial date": tr("the same as far as both are told"),
        "rounded": tr("rounded"),
        "different": tr("different"),
        "alone": tr("without counterpart"),
        "asks for none": tr("may be no quantity, and asks for no counterpart"),
    }
    return words.get(link.rule, tr("the same value"))
