"""Numbers that name something: of telephones, books and accounts; only their digits count."""

from __future__ import annotations

import re

_BOOK = re.compile(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?![\w-])")
_BOOK_NAME = re.compile(r"IS[BS]N(?:-1[03])?:? ?$")
_BEFORE_BOOKS = frozenset((" ", ":", "N", "0", "3"))
_SERIAL = re.compile(r"\d{4}-?\d{3}[\dXx](?![\w-])")
_ACCOUNT = re.compile(r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])")
_PHONE = re.compile(
    r"[+(]{0,2}\d{1,4}(?:[ ()./-]{1,3}\d{1,10}){1,6}(?![\d,.]{0,40}\d)|\+\d{8,15}(?!\d)"
)
_DASHES = frozenset("-.")
_AMERICAN = re.compile(r"\d{3}[-.]\d{3}[-.]\d{4}(?![\d-])")
_FEWEST, _MOST = 8, 15
"""Digits of a telephone number with its area (E.164 allows fifteen)."""

Found = tuple[tuple[int, int], str]
"""Where an identifier lies, and its digits and capitals."""


def identifier(text: str, start: int) -> Found | None:
    """The identifier whose first digits stand at `start`."""
    if text[start - 1 : start] in _BEFORE_BOOKS and (found := _book(text, start)) is not None:
        return found
    return _account(text, start) or _phone(text, start)


def _told(text: str, start: int, end: int) -> Found:
    return (start, end), "".join(filter(str.isalnum, text[start:end])).casefold()


def _book(text: str, start: int) -> Found | None:
    name = _BOOK_NAME.search(text, start - 10, start)
    if name is None:
        return None
    match = _BOOK.match(text, start) or _SERIAL.match(text, start)
    return _told(text, start, match.end()) if match else None


def _account(text: str, start: int) -> Found | None:
    if start < 2 or not text[start - 2 : start].isupper():
        return None
    match = _ACCOUNT.match(text, start - 2)
    if match is None or text[max(0, start - 3) : start - 2].isalnum():
        return None
    return _told(text, start - 2, match.end())


def _phone(text: str, start: int) -> Found | None:
    """A telephone number: with a plus, a zero or a bracket in front, or in the American form."""
    american = _AMERICAN.match(text, start) if text[start + 3 : start + 4] in _DASHES else None
    if american is not None and text[start - 1 : start] not in ("-", "."):
        return _told(text, start, american.end())
    begin = start
    while begin and text[begin - 1] in "+(" and start - begin < 2:
        begin -= 1
    if begin == start and text[start] != "0":
        return None
    if begin < start and "+" not in text[begin:start] and text[start + 1 : start + 5].find(")") < 0:
        return None
    match = _PHONE.match(text, begin)
    if match is None:
        return None
    (_, end), told = _told(text, begin, match.end())
    if not _FEWEST <= len(told) <= _MOST:
        return None
    return (begin, end), ("+" + told if "+" in text[begin:start] else told)
