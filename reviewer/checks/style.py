"""How a client wants a translation to be written."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from reviewer.text.enclosures import QUOTATION_MARKS

StyleKey = Literal["quotes", "numbers", "address"]
"""What a client may want: the outer quotation marks, how long numbers are grouped, and in which
way the reader is addressed."""

STYLE_KEYS: tuple[StyleKey, ...] = ("quotes", "numbers", "address")

Wanted = Callable[[StyleKey, str], str]
"""What is wanted in a language, as `written` gives it; "" where nothing is."""

_NUMBER = re.compile(r"\d{1,3}([.,'’ \u00a0\u202f]?)\d{3}(?:\1\d{3})*")
_SAME = {"\u00a0": " ", "\u202f": " ", "'": "’"}


def nothing_wanted(_key: StyleKey, _language: str) -> str:
    """A client who leaves the style to the translator."""
    return ""


def written(key: StyleKey, text: str) -> str | None:
    """What a client has written for a style, in the one way in which checks take it: the two
    marks, a number such as 12.345, "formal" or "informal". None for what makes no sense.

    >>> written("quotes", "« … »"), written("numbers", "1 000 000"), written("quotes", "x")
    ('«»', '12 345', None)
    """
    match key:
        case "quotes":
            marks = re.sub(r"\s|…|\.{3}", "", text)
            return marks if len(marks) == 2 and QUOTATION_MARKS.issuperset(marks) else None
        case "numbers":
            found = _NUMBER.fullmatch(text.strip())
            return f"12{_SAME.get(found[1], found[1])}345" if found else None
        case "address":
            return text.strip() if text.strip() in ("formal", "informal") else None


def sign_of(number: str) -> str:
    """The sign between the digits of such a number; "" for none."""
    return number[2:-3]
