"""A value written by the target language's own conventions."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from reviewer.checks.numbers.agreement import units_agree
from reviewer.domain import Fix, Span
from reviewer.text.quantities import digits
from reviewer.text.quantities.items import Item, exact, magnitude
from reviewer.text.quantities.lexicon import Lexicon, Number
from reviewer.text.quantities.read_texts import read_items

_UNCERTAIN = frozenset({"shared", "indefinite", "era", "tenths", "dozens"})


def fix(source: Item, target: Item, text: str, lexicon: Lexicon) -> Fix | None:
    """The target's figure replaced by the source's value; None where that is not certain.

    It is certain where what would stand there reads as the source's value in the language.
    """
    if source.minutes is not None or source.day is not None or not target.raw or not source.raw:
        return None
    if target.minutes is not None or target.day is not None:
        return None
    if source.kind == "code":
        return Fix(Span(target.start, target.end), source.raw) if target.kind == "code" else None
    if target.kind == "code" or (len(source.values) > 1 and "ambiguous" not in source.tags):
        return None
    if _is_uncertain(source, target):
        return None
    found = _written_anew(source, target, text, lexicon)
    if found is None:
        return None
    (start, end), written = found
    written = _in_script_of(text[start:end], written)
    low, high = _around(text, start, end)
    after = text[low:start] + written + text[end:high]
    for item in read_items(after, lexicon.language):
        if item.start <= start - low < item.end:
            same = item.value == source.value or -item.value == source.value
            return Fix(Span(start, end), written) if same else None
    return None


MOST = 200
"""Of more figures that differ in one sentence nobody mends each: none is offered a fix, each of
which takes a reading of the text around it."""

_AROUND = 500
"""Characters on each side of a figure that its reading may depend on: more than a sentence's."""


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where a text is read anew: from space to space, a short one as a whole."""
    low, high = start - _AROUND, end + _AROUND
    low = max(low, text.find(" ", low, start)) if low > 0 else 0
    space = text.rfind(" ", end, high)
    return low, len(text) if high >= len(text) else space if space >= 0 else high


def _written_anew(
    source: Item, target: Item, text: str, lexicon: Lexicon
) -> tuple[tuple[int, int], str] | None:
    """What of the target's writing is replaced, and by what."""
    written = _number_span(text, target)
    if written is None:
        return None
    start, end = written
    value = magnitude(source.value)
    if target.scale > 1:
        scaled = Fraction(value) / target.scale
        as_written = source.scale > 1 and scaled == Fraction(value) / source.scale
        if Fraction(1) <= scaled and (scaled < 1000 or as_written) and _short(scaled):
            return written, formatted(scaled, lexicon)
        phrase = with_scale(value, lexicon)
        scale_end = _scale_end(text, end, target)
        return ((start, scale_end), phrase) if phrase and scale_end else None
    if source.scale > 1:
        return written, with_scale(value, lexicon) or formatted(value, lexicon)
    if not isinstance(exact(value), Decimal):
        return None
    plain = source.raw.isdigit() and len(source.raw) == 4
    return written, str(value) if plain else formatted(value, lexicon, source.raw)


def _in_script_of(old: str, new: str) -> str:
    """The new figure in the digits of the old one (٣٥٠)."""
    zero = next((ord(c) - int(c) for c in old if c.isdecimal()), 0x30)
    if zero == 0x30:
        return new
    return new.translate({0x30 + n: chr(zero + n) for n in range(10)})


def _is_uncertain(source: Item, target: Item) -> bool:
    """Whether the figure alone would not make the two agree."""
    if source.kind != target.kind or not units_agree(source, target):
        return True
    return bool(_UNCERTAIN & (source.tags | target.tags)) or source.vague or target.vague


def _number_span(text: str, item: Item) -> tuple[int, int] | None:
    positions = [i for i in range(item.start, item.end) if text[i].isdecimal()]
    if not positions:
        return None
    first = positions[0]
    return first, min(first + len(item.raw), item.end)


def _scale_end(text: str, start: int, item: Item) -> int | None:
    """Where the scale words end: before the unit, if the span holds one."""
    if not item.unit and item.kind != "percent":
        return item.end
    rest = text[start : item.end].rstrip()
    head, _, _ = rest.rpartition(" ")
    return start + len(head) if head.strip() else None


def _short(value: Fraction) -> bool:
    number = exact(value)
    return isinstance(number, Decimal) and len(number.as_tuple().digits) <= 7


def formatted(value: Number, lexicon: Lexicon, like: str = "") -> str:
    """A number with the language's separators; `like` shows how many decimals to keep."""
    number = exact(value)
    if not isinstance(number, Decimal):
        return str(value)
    whole, _, decimals = f"{number:f}".partition(".")
    group = str(lexicon.facts.get("group", ","))
    least = int(lexicon.facts.get("least_grouped", 4))
    if len(whole) >= least:
        whole = group.join(_groups(whole, int(lexicon.facts.get("grouping", 3))))
    readings, _ = digits.read(like, ".") if like else ((), False)
    tail = like.rpartition(like.strip("0123456789")[-1:] or "\x00")[2] if like else ""
    if decimals and readings and tail.isdigit() and len(tail) > len(decimals) and len(tail) < 3:
        decimals = decimals.ljust(len(tail), "0")
    return whole + (lexicon.decimal + decimals if decimals else "")


def _groups(whole: str, size: int) -> list[str]:
    """The digits in groups: three at the end, `size` before them (25,00,000 in Hindi)."""
    groups = [whole[-3:]]
    rest = whole[:-3]
    while rest:
        groups.insert(0, rest[-size:])
        rest = rest[:-size]
    return groups


def with_scale(value: Number, lexicon: Lexicon) -> str:
    """A large value with the scale word that suits it ("97 triliun"), "" without one."""
    compact: dict[str, Any] = lexicon.facts.get("compact", {})
    for exponent in sorted((int(e) for e in compact), reverse=True):
        if (exponent < 6 and exponent != 4) or abs(value) < 10**exponent:
            continue
        scaled = Fraction(value) / 10**exponent
        if not _short(scaled):
            return ""
        forms = compact[str(exponent)]
        category = plural(lexicon.language, exact(scaled))
        pattern = forms.get(category) or forms.get("other")
        if not pattern:
            return ""
        return str(pattern).replace("0", formatted(scaled, lexicon)).replace("'", "").strip()
    return ""


def plural(language: str, number: Decimal | Fraction) -> str:
    """The plural category of a number by CLDR's rules, "other" for a language without any."""
    return _plural_rule(language)(float(number) if isinstance(number, Fraction) else number)


@lru_cache(maxsize=64)
def _plural_rule(language: str) -> Callable[[Any], str]:
    # Babel loads a locale's data from the disk: only where a fix is offered.
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language).plural_form
    except (UnknownLocaleError, ValueError):
        return _other


def _other(_: object) -> str:
    return "other"
