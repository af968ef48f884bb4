"""What readers wrote under an article, where no class and no heading of a known name says so.

It is told by its shape: several entries, each with somebody's name and a date before some
sentences, behind the article, under a line that counts them or with the same short link in each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reviewer.formats.html.features import Evidence
from reviewer.formats.html.nodes import Found
from reviewer.text.endings import ends_as_sentence
from reviewer.text.line_shapes import count_words, name_before_date

_FEWEST = 2
"""Entries that are a talk."""

_LONGEST_COUNT = 5
"""Words of a line that counts them: "5 comments", "Comments (5)"."""

_MOST_TIMES = 20
"""Of the entries that are there; more are a year or an amount."""

_NEAR = 2
"""Blocks between that line and the first entry."""

_LONGEST_ENTRY = 8
"""Blocks of what one reader wrote; between two dates in an article stand more, or a heading."""

_LONGEST_STAMP = 12
"""Words of a line that only says who wrote and when."""

_PARTING = tuple(",:(·•|–—-")
_NUMBER = re.compile(r"\d{1,5}")
_LETTER = re.compile(r"[^\W\d_]")


def talk(found: Sequence[Found], title: int | None, seen: Evidence) -> list[int]:
    """The numbers of the blocks of such entries, with the line that counts them; [] for none."""
    stamps = _stamps(found)
    for at in range(len(stamps) - _FEWEST + 1):
        alike = [each for each in stamps[at:] if _stand_alike(found, stamps[at], each)]
        if len(alike) < _FEWEST or not any(map(seen.is_prose, range(alike[0]))):
            continue
        ends = [*alike[1:], _end(found, alike)]
        entries = [range(*bounds) for bounds in zip(alike, ends, strict=True)]
        if not all(_is_entry(found, each) for each in entries):
            continue
        if len({_name(found, each) for each in alike}) < _FEWEST:
            continue
        if not all(any(ends_as_sentence(found[n].block.text) for n in each) for each in entries):
            continue
        first = alike[0] - (not name_before_date(found[alike[0]].block.text))
        counted = _counting(found, first, len(alike))
        if counted is None and not _answerable(found, entries):
            continue
        start = first if counted is None else counted
        return [number for number in range(start, ends[-1]) if number != title]
    return []


def _is_entry(found: Sequence[Found], entry: range) -> bool:
    """Whether what stands between two dates may be what one reader wrote."""
    return len(entry) <= _LONGEST_ENTRY and not any(
        found[number].block.role in ("heading", "title", "caption") for number in entry
    )


def _stamps(found: Sequence[Found]) -> list[int]:
    return [
        index
        for index, each in enumerate(found)
        if (name := name_before_date(each.block.text)) is not None
        and (count_words(each.block.text) <= _LONGEST_STAMP or _is_apart(each.block.text, name))
    ]


def _is_apart(text: str, name: str) -> bool:
    """Whether a mark parts the name from the date: "Ann, 5 May 2024: So it is"."""
    return bool(name) and text.lstrip()[len(name) :].lstrip()[:1] in _PARTING


def _name(found: Sequence[Found], index: int) -> str:
    """The name in the line with the date, or else the line before it."""
    return name_before_date(found[index].block.text) or (
        found[index - 1].block.text if index else ""
    )


def _stand_alike(found: Sequence[Found], one: int, other: int) -> bool:
    first, second = found[one].node, found[other].node
    return first.name == second.name and first.depth == second.depth


def _end(found: Sequence[Found], alike: Sequence[int]) -> int:
    """Behind the last entry: where the element ends that holds them all."""
    last = found[alike[-1]].node
    holder = next(node for node in found[alike[0]].node.up() if last.is_in(node))
    at = alike[-1]
    while at < len(found) and found[at].node.is_in(holder):
        at += 1
    return at


def _counting(found: Sequence[Found], first: int, entries: int) -> int | None:
    """The line right before the entries that counts them."""
    for index in range(first - 1, max(first - 1 - _NEAR, -1), -1):
        text = found[index].block.text
        numbers = _NUMBER.findall(text)
        if count_words(text) > _LONGEST_COUNT or len(numbers) != 1 or not _LETTER.search(text):
            continue
        # Answers to others, and those on the next page, are counted as well.
        if entries <= int(numbers[0]) <= _MOST_TIMES * entries:
            return index
    return None


def _answerable(found: Sequence[Found], entries: Sequence[range]) -> bool:
    """Whether the same short link stands in each entry: "Reply"."""
    links = Counter(
        text
        for entry in entries
        for text in {found[n].block.text.strip() for n in entry if found[n].is_link}
    )
    return any(times == len(entries) for times in links.values())
