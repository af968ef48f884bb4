"""Names and references that contain digits: they are compared as written, not as amounts."""

from __future__ import annotations

import re
from dataclasses import replace

from reviewer.text.quantities import digits, identifiers
from reviewer.text.quantities.currency_codes import currency_before
from reviewer.text.quantities.formulas import formula
from reviewer.text.quantities.items import Item, is_currency
from reviewer.text.quantities.numeric_dates import numeric_date
from reviewer.text.quantities.reading import Found, Reading

_IDENTIFIER = frozenset({"identifier"})
_FORMULA = frozenset({"formula"})
_ALNUM = "[A-Za-z0-9À-ʯͰ-ӿ]"
_LEFT = re.compile(rf"{_ALNUM}(?:-?{_ALNUM})*-?$")
_RIGHT = re.compile(rf"{_ALNUM}*(?:-(?=[^\W\d_]*[A-ZА-ЯІЇЄҐ0-9]){_ALNUM}+)*")
_LOWER = re.compile(r"[a-zà-ÿа-яіїєґā-ž]{3,}(?![^\W_])")
_HYPHENED = re.compile(r"([^\s_()-]+)[-–]$")
_ACRONYM = re.compile(rf"(?<!{_ALNUM})(?<![-_])([A-Z]{{2,5}}) $")
_SLASHED = re.compile(r"\d{4}/\d{2,4}(?![\d/])")
_STANDARDS = ("ISO", "DIN", "EN", "IEC", "IEEE", "RFC", "ГОСТ")
_NAME_BEFORE = re.compile(r"(?<![^\W_])[A-ZА-Я][^\W\d_]{3,} $")
_SIGNS = frozenset("-+−")
_SHORT_END = re.compile(r"\d{3}[-–]$")
"""What stands before the last digits of a range that is told short (1204-09)."""
_ZONE = re.compile(r"(?:GMT|UTC) ?[-+−]$")
_RUNS = re.compile(rf"\d{{1,{digits.MAX_DIGITS}}}")
"""A longer run is cut into pieces, so that every code has a value to compare."""
_ATTACHED = ("scale", "short", "unit", "am", "pm", "clock_after", "percent", "cardinal",
             "month_after", "year_after", "day_after", "minute", "ordinal", "group",
             "plus", "fraction", "century", "month", "and", "times", "over", "under",
             "negative_after")  # fmt: skip


def _is_letter(char: str) -> bool:
    """A letter of the scripts in which codes are written (Latin, Greek, Cyrillic)."""
    return char.isalpha() and (char < "\u0590" or "\u1e00" <= char <= "\u1fff")


def _parts(text: str, start: int, end: int) -> tuple[Item, ...]:
    written = text[start:end].translate(digits.HAN_DIGITS)
    return tuple(
        Item(start + m.start(), start + m.end(), "cardinal", (int(m.group()),), raw=m.group())
        for m in _RUNS.finditer(written)
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


def read_code(reading: Reading, index: int) -> Found | None:
    """The code that contains the digits at a node, or None when they are a plain number."""
    text, node = reading.text, reading.nodes[index]
    start, end = node.start, node.end
    dated = numeric_date(reading, index) if text[start] == "0" else None
    if dated is not None:
        return dated  # no number of a telephone, nor a numbered thing
    identified = identifiers.identifier(text, start)
    if identified is not None:
        span, digits_told = identified
        item = replace(code(text, *span), text=digits_told, tags=_IDENTIFIER)
        return item, reading.after(index, span[1])
    if currency_before(reading, index):
        return None
    chemical = formula(text, start)
    if chemical is not None:
        item = replace(code(text, *chemical), tags=_FORMULA)
        return item, reading.after(index, chemical[1])
    left, right = text[start - 1 : start], text[end : end + 1]
    whole = _slashed(text, start) if right == "/" else None
    if whole is not None:
        return code(text, *whole), reading.after(index, whole[1])
    if right and _is_letter(right) and not _plain_suffix(reading, index):
        found = _with_letters_behind(text, start, end)
        return (code(text, *found), reading.after(index, found[1])) if found else None
    if _numbers_a_rule(reading, index):
        return code(text, start, end + 1), reading.after(index, end + 1)
    if left in _SIGNS and _ZONE.search(text, start - 5, start):
        return replace(code(text, start, end), vague=True), index + 1
    begin = _letters_before(reading, index, left)
    if begin is None:
        begin = _acronym_before(reading, index)
    if begin is not None:
        return code(text, begin, end), index + 1
    if _zero_first(reading, index, right) or _unreadable(reading, index):
        return code(text, start, end), index + 1
    return None


def _numbers_a_rule(reading: Reading, index: int) -> bool:
    """Whether a letter behind a figure belongs to a number such as "Rule 6.2b"."""
    node, after = reading.nodes[index], reading.at(index + 1)
    if after is None or after.start != node.end or "short" not in after.senses:
        return False
    if len(after.raw) != 1 or not after.raw.islower() or node.raw.isdigit():
        return False
    return _NAME_BEFORE.search(reading.text, node.start - 24, node.start) is not None


def _slashed(text: str, start: int) -> tuple[int, int] | None:
    """A number over its year (1234/2019)."""
    match = _SLASHED.match(text, start)
    if match is None or text[start - 1 : start].isdigit() or int(match.group()[5:]) <= 99:
        return None
    return match.span()


def _with_letters_behind(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A code whose digits have letters behind them (5G, 12a); None for a word in lower case."""
    left = text[start - 1 : start]
    joined = bool(left) and (_is_letter(left) or left == "-")
    if _LOWER.match(text, end) and not joined:
        return None
    match = _RIGHT.match(text, end)
    before = _LEFT.search(text, start - 12, start) if joined else None
    return before.start() if before else start, match.end() if match else end


def _letters_before(reading: Reading, index: int, left: str) -> int | None:
    """Where a code begins whose digits have letters, or a name and a hyphen, before them."""
    text, start = reading.text, reading.nodes[index].start
    if left and _is_letter(left) and not _money_before(reading, index):
        before = _LEFT.search(text, start - 24, start)
        return before.start() if before else start
    if left and left in "-–" and start > 1:
        beyond = text[start - 2]
        if beyond.isalnum() and not beyond.isnumeric():
            hyphened = _HYPHENED.search(text, start - 24, start)
            word = hyphened.group(1) if hyphened else ""
            if _named_code(reading, word):
                return start - len(word) - 1
    return None


def _acronym_before(reading: Reading, index: int) -> int | None:
    """Where a code begins that is capitals, a space and digits (ISO 9001)."""
    node = reading.nodes[index]
    if not reading.text[node.start - 2 : node.start - 1].isupper():
        return None
    if not node.raw.isdigit() and digits.read(node.raw, reading.lexicon.decimal)[0]:
        return None
    acronym = _ACRONYM.search(reading.text, node.start - 7, node.start)
    if acronym is None:
        return None
    name = acronym.group(1)
    if "scale" in reading.senses(index + 1) and not name.startswith(_STANDARDS):
        return None  # the CEO 2 million
    unknown = len(node.raw) != 4 and reading.lexicon.lookup(name) is None
    return acronym.start() if unknown or name in _STANDARDS else None


def _zero_first(reading: Reading, index: int, right: str) -> bool:
    """Digits that begin with a zero (007), unless they are a day or a clock."""
    node = reading.nodes[index]
    if len(node.raw) < 2 or not node.raw.isdigit() or right in (":", "/", "\u200f"):
        return False
    if not node.raw[0] == "0" == reading.text[node.start]:
        return False
    if _SHORT_END.search(reading.text, node.start - 5, node.start):
        return False
    return not (len(node.raw) == 2 and _before_month(reading, index))


def _unreadable(reading: Reading, index: int) -> bool:
    """Digits and points that are neither a number nor a date (2.10.3)."""
    raw = reading.nodes[index].raw
    readable = bool(digits.read(raw, reading.lexicon.decimal)[0])
    return not readable and numeric_date(reading, index) is None


def _named_code(reading: Reading, word: str) -> bool:
    """Whether a number after this word and a hyphen is part of a name (COVID-19, F-16)."""
    if any(c.isupper() for c in word[1:]) or (len(word) == 1 and word.isupper()):
        return True
    if len(word) < 3 or reading.lexicon.lookup(word) is not None:
        return False
    caseless = word.lower() == word.upper()
    prefix = str(reading.lexicon.facts.get("ordinal_before", "")).rstrip("-")
    return (caseless or word[0].isupper()) and word.casefold() != prefix


def _before_month(reading: Reading, index: int) -> bool:
    """Whether a month's name follows, so that 03 is a day (03 Oktober)."""
    nodes = reading.nodes
    return index + 1 < len(nodes) and "month" in nodes[index + 1].senses


def _plain_suffix(reading: Reading, index: int) -> bool:
    """Whether the letters right after the digits are a known word or ending (16th, 5kg, 3pm)."""
    text, lex, node = reading.text, reading.lexicon, reading.nodes[index]
    for pattern in (lex.ordinal_after, lex.decade_after):
        if pattern is not None and pattern.match(text, node.end):
            return True
    if index + 1 < len(reading.nodes):
        after = reading.nodes[index + 1]
        letter = after.raw if len(after.raw) == 1 and "unit" in after.senses else ""
        if letter.isupper() and not after.senses.keys() & {"short", "scale", "clock_after"}:
            return False
        if after.start == node.end and any(sense in after.senses for sense in _ATTACHED):
            beyond = text[after.end : after.end + 2]
            squared = "unit" in after.senses and beyond[:1] in ("2", "3")
            squared = squared or ("clock_after" in after.senses and beyond.isdigit())
            return not beyond[:1].isalnum() or not lex.spaced or squared
    return False


def _money_before(reading: Reading, index: int) -> bool:
    node = reading.nodes[index]
    if index == 0:
        return False
    before = reading.nodes[index - 1]
    unit = before.senses.get("unit", "")
    if unit and before.raw.isupper() and not is_currency(unit):
        return False  # a name such as KV62, no kilovolts
    return before.end == node.start and (
        "unit" in before.senses
        or "ordinal_before" in before.senses
        or not reading.lexicon.spaced
        or bool(before.senses)
    )
