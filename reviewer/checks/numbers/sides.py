"""A text as the comparison sees it, and the findings it makes of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.agreement import family
from reviewer.checks.numbers.name import ID
from reviewer.domain import Finding, Fix, Severity, Span
from reviewer.messages import Message
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import Lexicon, lexicon
from reviewer.text.quantities.read_texts import read_text

_LIST_NUMBER = re.compile(
    r"\s*(?:\(?\d{1,3}[.)]{1,2}\s+(?=[^\W\d_])|\d{1,3}．\s*(?=[^\W\d_])"
    # Of several levels (1.1, 2.3.1) or of a paragraph: no decimal has a capital behind it.
    r"|(?:§\s?\d{1,3}|\d{1,2}(?:\.\d{1,2}){1,4})[.)]?\s+(?=[^\W\d_a-zà-ÿа-яѐ-џґ]))"
)
_TYPED_NUMBER = re.compile(
    r"\s*[#№]?\s?\d{1,3}(?:\ufe0f?\u20e3|\s?[:/.)\]–—-]|\.?º)?\s+(?=[^\W\d_])|\s*[#№]\s?\d{1,3}\s+"
)
"""What may be the number of an item where the other side's program makes one: 3: 3/ 3 – #3 № 3."""

_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")
_LABEL = re.compile(r"\W*(?:[^\W\d_]{1,12}\.?\s)?\W*(?:\d{1,2}\.)*")
"""A word (chapter, section) and the levels above."""

_BEFORE_ERA = re.compile(r"(?<!\w)B\.? ?C\.?(?: ?E\.?)?(?!\w)")


class TextFigures(NamedTuple):
    """A text with its language's lexicon and its quantities."""

    text: str
    language: str
    lexicon: Lexicon
    items: list[Item]
    weekdays: tuple[tuple[int, int, int], ...] = ()
    """Start, end and number (Monday is 1) of the days of the week that are named."""
    before_era: bool = False
    """Whether a word for "before Christ" stands somewhere."""
    periods: tuple[tuple[int, int, str], ...] = ()
    """Start, end and name of what says how often something returns (week for "weekly")."""
    spans: tuple[tuple[int, int, str], ...] = ()
    """Start, end and name of the words for units of time, counted or not."""


def side(text: str, language: str, beside: str = "") -> TextFigures:
    """Read one text; `beside` is the number that a program makes before the other one."""
    read = read_text(text, language)
    era = read.before_era or ("B" in text and _BEFORE_ERA.search(text) is not None)
    items = _numbered(list(read.items), text, beside)
    return TextFigures(
        text, language, lexicon(language), items, read.weekdays, era, read.periods, read.spans
    )


_MANY = 60


def too_many(source: TextFigures, target: TextFigures) -> bool:
    """Whether the texts hold so many quantities that they are no sentences, and setting each
    against all would take long."""
    return len(source.items) + len(target.items) > _MANY


def values_beside(item: Item, side: TextFigures) -> list[Item]:
    """The other values that stand a few words before or behind one, in reading order."""
    return [
        other
        for other in side.items
        if other.start != item.start
        and max(item.start, other.start) - min(item.end, other.end) <= _FEW_WORDS
    ]


_FEW_WORDS = 24
"""Characters between the two ends of a change (from 5 to 20) or of a span of days."""


def _numbered(items: list[Item], text: str, beside: str) -> list[Item]:
    """The items; the number of a list item or a heading, which the other side's file may make by
    itself (an automatic list in HTML or Word), answers and never asks."""
    if not items or items[0].unit:
        return items
    mark = _LIST_NUMBER.match(text)
    if (mark is None or items[0].end > mark.end()) and not _counts_on(items[0], text, beside):
        return items
    return [replace(items[0], vague=True), *items[1:]]


def _counts_on(item: Item, text: str, beside: str) -> bool:
    """Whether the item at the beginning is the number that stands `beside`, in other writing
    ("1 Costs", "Chapter 1: Costs" and 第一章 beside an automatic 1.)."""
    number = _LAST_NUMBER.search(beside)
    typed = _TYPED_NUMBER.match(text)
    if number and typed and item.end <= typed.end() and not typed[0].strip().isdecimal():
        # Of lists in which an item is left out, the other number is another one.
        return True
    if number is None or item.value != int(number[0]):
        return False
    return _LABEL.fullmatch(text, 0, item.start) is not None


def _spans(item: Item) -> tuple[Span, ...]:
    return (Span(item.start, item.end),)


def finding(
    kind: str,
    severity: Severity,
    rule: str,
    message: Message,
    source: Item | None,
    target: Item | None,
    confidence: float,
    fix: object = None,
) -> Finding:
    subject = "→".join(wording.subject(i) if i else "" for i in (source, target))
    return Finding(
        ID,
        kind,
        severity,
        message,
        _spans(source) if source else (),
        _spans(target) if target else (),
        rule=rule,
        confidence=confidence,
        subject=subject,
        fix=fix if isinstance(fix, Fix) else None,
    )


def rule_of(item: Item) -> str:
    if family(item) != "number":
        return family(item)
    if item.kind in ("ordinal", "fraction", "percent"):
        return item.kind
    return "word" if item.spelled else "figure"
