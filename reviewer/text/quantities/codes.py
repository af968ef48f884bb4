"""Names and references that contain digits: they are compared as written, not as amounts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.text.quantities import digits
from reviewer.text.quantities.dates import numeric_date
from reviewer.text.quantities.items import Item

if TYPE_CHECKING:
    from reviewer.text.quantities.grammar import Reader

_PHONE = re.compile(r"\+\d(?:[ ().-]{0,2}\d){6,14}(?!\d)")
_ALNUM = "[A-Za-z0-9À-ʯͰ-ӿ]"
_LEFT = re.compile(rf"{_ALNUM}(?:-?{_ALNUM})*-?$")
_RIGHT = re.compile(rf"{_ALNUM}*(?:-(?=[^\W\d_]*[A-ZА-ЯІЇЄҐ0-9]){_ALNUM}+)*")
_LOWER = re.compile(r"[a-zà-ÿа-яіїєґā-ž]{3,}(?![^\W_])")
_HYPHENED = re.compile(r"([^\s_()-]+)[-–]$")
_ACRONYM = re.compile(rf"(?<!{_ALNUM})(?<![-_])([A-Z]{{2,5}}) $")
_SLASHED = re.compile(r"\d{4}/\d{2,4}(?![\d/])")
_RUNS = re.compile(r"\d+")
_ATTACHED = ("scale", "short", "unit", "am", "pm", "clock_after", "percent", "cardinal",
             "month_after", "year_after", "day_after", "minute", "ordinal", "group",
             "plus", "fraction", "century", "month", "and", "times", "over", "under",
             "negative_after")  # fmt: skip


def _is_letter(char: str) -> bool:
    """A letter of the scripts in which codes are written (Latin, Greek, Cyrillic)."""
    return char.isalpha() and (char < "\u0590" or "\u1e00" <= char <= "\u1fff")


def _parts(text: str, start: int, end: int) -> tuple[Item, ...]:
    return tuple(
        Item(m.start(), m.end(), "cardinal", (int(m.group()),), raw=m.group())
        for m in _RUNS.finditer(text, start, end)
        if len(m.group()) <= digits.MAX_DIGITS
    )


def code(text: str, start: int, end: int) -> Item:
    """The item for a code that lies at `text[start:end]`."""
    written = text[start:end]
    canonical = re.sub(r"[\W_]+", "", written).casefold()
    parts = _parts(text, start, end)
    return Item(
        start, end, "code", tuple(v for p in parts for v in p.values), text=canonical, parts=parts,
        raw=written,
    )  # fmt: skip


def read_code(reader: Reader, index: int) -> tuple[Item, int] | None:
    """The code that contains the digits at a node, or None when they are a plain number."""
    text, nodes = reader.text, reader.nodes
    node = nodes[index]
    start, end = node.start, node.end
    if start and text[start - 1] == "+":
        phone = _PHONE.match(text, start - 1)
        if phone and sum(c.isdigit() for c in phone.group()) >= 8:
            return code(text, phone.start(), phone.end()), _after(reader, index, phone.end())
    slashed = _SLASHED.match(text, start)
    if slashed and not text[start - 1 : start].isdigit() and int(slashed.group()[5:]) > 99:
        return code(text, start, slashed.end()), _after(reader, index, slashed.end())
    left, right = text[start - 1 : start], text[end : end + 1]
    if right and _is_letter(right) and not _plain_suffix(reader, index):
        ending = _LOWER.match(text, end)
        if ending and not (left and (_is_letter(left) or left == "-")):
            return None
        match = _RIGHT.match(text, end)
        stop = match.end() if match else end
        if left and (_is_letter(left) or left == "-"):
            before = _LEFT.search(text, max(0, start - 12), start)
            start = before.start() if before else start
        return code(text, start, stop), _after(reader, index, stop)
    if left and _is_letter(left) and not _money_before(reader, index):
        before = _LEFT.search(text, max(0, start - 24), start)
        start = before.start() if before else start
        return code(text, start, end), index + 1
    if (
        left
        and left in "-–"
        and start > 1
        and text[start - 2].isalnum()
        and not text[start - 2].isdigit()
    ):
        hyphened = _HYPHENED.search(text, max(0, start - 24), start)
        word = hyphened.group(1) if hyphened else ""
        if _named_code(reader, word):
            return code(text, start - len(word) - 1, end), index + 1
    if node.raw.isdigit() or not digits.read(node.raw, reader.lexicon.decimal)[0]:
        acronym = _ACRONYM.search(text, max(0, start - 7), start)
        if acronym and reader.lexicon.lookup(acronym.group(1)) is None and len(node.raw) != 4:
            return code(text, start - len(acronym.group(1)) - 1, end), index + 1
        if acronym and acronym.group(1) in ("ISO", "DIN", "EN", "IEC", "IEEE", "RFC", "ГОСТ"):
            return code(text, start - len(acronym.group(1)) - 1, end), index + 1
    if (
        len(node.raw) > 1
        and node.raw[0] == "0" == text[start]
        and node.raw.isdigit()
        and right not in (":", "/", "\u200f")
        and not (len(node.raw) == 2 and _before_month(reader, index))
    ):
        return code(text, start, end), index + 1
    readable = bool(digits.read(node.raw, reader.lexicon.decimal)[0])
    if not readable and numeric_date(reader, index) is None:
        return code(text, start, end), index + 1
    return None


def _named_code(reader: Reader, word: str) -> bool:
    """Whether a number after this word and a hyphen is part of a name (COVID-19, F-16)."""
    if any(c.isupper() for c in word[1:]) or (len(word) == 1 and word.isupper()):
        return True
    if len(word) < 3 or reader.lexicon.lookup(word) is not None:
        return False
    caseless = word.lower() == word.upper()
    prefix = str(reader.lexicon.facts.get("ordinal_before", "")).rstrip("-")
    return (caseless or word[0].isupper()) and word.casefold() != prefix


def _before_month(reader: Reader, index: int) -> bool:
    """Whether a month's name follows, so that 03 is a day (03 Oktober)."""
    nodes = reader.nodes
    return index + 1 < len(nodes) and "month" in nodes[index + 1].senses


def _after(reader: Reader, index: int, end: int) -> int:
    nodes = reader.nodes
    index += 1
    while index < len(nodes) and nodes[index].start < end:
        index += 1
    return index


def _plain_suffix(reader: Reader, index: int) -> bool:
    """Whether the letters right after the digits are a known word or ending (16th, 5kg, 3pm)."""
    text, lex, node = reader.text, reader.lexicon, reader.nodes[index]
    for pattern in (lex.ordinal_after, lex.decade_after):
        if pattern is not None and pattern.match(text, node.end):
            return True
    if lex.language == "en" and re.match(r"s(?![^\W_])", text[node.end : node.end + 2]):
        return True
    if index + 1 < len(reader.nodes):
        after = reader.nodes[index + 1]
        letter = after.raw if len(after.raw) == 1 and "unit" in after.senses else ""
        if letter.isupper() and not after.senses.keys() & {"short", "scale", "clock_after"}:
            return False
        if after.start == node.end and any(sense in after.senses for sense in _ATTACHED):
            beyond = text[after.end : after.end + 2]
            squared = "unit" in after.senses and beyond[:1] in ("2", "3")
            squared = squared or ("clock_after" in after.senses and beyond.isdigit())
            return not beyond[:1].isalnum() or not lex.spaced or squared
    return False


def _money_before(reader: Reader, index: int) -> bool:
    node = reader.nodes[index]
    if index == 0:
        return False
    before = reader.nodes[index - 1]
    return before.end == node.start and (
        "unit" in before.senses
        or "ordinal_before" in before.senses
        or not reader.lexicon.spaced
        or bool(before.senses)
    )
