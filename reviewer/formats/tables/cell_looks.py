"""The looks of cells that show no text (formats of numbers with an empty part for texts)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_QUOTED = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]")
_PARTS = 4
"""Of a format: for what is above, below and equal to zero, and for texts (18.8.31)."""


def showing_nothing(styles: _Element) -> frozenset[str]:
    """The numbers of the looks (`s` of a cell) in which a text is not seen."""
    hiding = {
        each.get("numFmtId", "")
        for each in styles.iterfind("{*}numFmts/{*}numFmt")
        if _hides_text(each.get("formatCode", ""))
    }
    looks = styles.iterfind("{*}cellXfs/{*}xf")
    return frozenset(
        str(number) for number, look in enumerate(looks) if look.get("numFmtId", "") in hiding
    )


def _hides_text(code: str) -> bool:
    parts = _QUOTED.sub("x", code).split(";")
    return len(parts) == _PARTS and not parts[-1].strip()
