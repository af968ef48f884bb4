"""A value written by the target language's own conventions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from reviewer.domain import Fix, Span
from reviewer.text.quantities import digits
from reviewer.text.quantities.items import Item, exact, magnitude
from reviewer.text.quantities.lexicon import Lexicon, Number


def fix(source: Item, target: Item, text: str, lexicon: Lexicon) -> Fix | None:
    """The target's figure replaced by the source's value; None where that is not certain."""
    if source.minutes is not None or source.day is not None or not target.raw or not source.raw:
        return None
    if target.minutes is not None or target.day is not None:
        return None
    if source.kind == "code":
        return Fix(Span(target.start, target.end), source.raw) if target.kind == "code" else None
    if target.kind == "code" or (len(source.values) > 1 and "ambiguous" not in source.tags):
        return None
    at = text.find(_first_digit(text, target), target.start)
    written = _number_span(text, target)
    if at < 0 or written is None:
        return None
    start, end = written
    value = magnitude(source.value)
    if target.scale > 1:
        scaled = Fraction(value) / target.scale
        as_written = source.scale > 1 and scaled == Fraction(value) / source.scale
        if Fraction(1) <= scaled and (scaled < 1000 or as_written) and _short(scaled):
            return Fix(Span(start, end), formatted(scaled, lexicon))
        phrase = with_scale(value, lexicon)
        scale_end = _scale_end(text, end, target)
        return Fix(Span(start, scale_end), phrase) if phrase and scale_end else None
    if source.scale > 1:
        phrase = with_scale(value, lexicon)
        return Fix(Span(start, end), phrase or formatted(value, lexicon))
    if not isinstance(exact(value), Decimal):
        return None
    plain = source.raw.isdigit() and len(source.raw) == 4
    return Fix(Span(start, end), str(value) if plain else formatted(value, lexicon, source.raw))


def _first_digit(text: str, item: Item) -> str:
    return next((c for c in text[item.start : item.end] if c.isdecimal()), "\x00")


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
        pieces = []
        while len(whole) > 3:
            pieces.append(whole[-3:])
            whole = whole[:-3]
        pieces.append(whole)
        whole = group.join(reversed(pieces))
    readings, _ = digits.read(like, ".") if like else ((), False)
    tail = like.rpartition(like.strip("0123456789")[-1:] or "\x00")[2] if like else ""
    if decimals and readings and tail.isdigit() and len(tail) > len(decimals) and len(tail) < 3:
        decimals = decimals.ljust(len(tail), "0")
    return whole + (lexicon.decimal + decimals if decimals else "")


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
    """The CLDR plural category of a number, for the rules that scale words need."""
    whole = number == int(number)
    n = int(number)
    if language in ("uk", "ru", "be") and whole:
        if n % 10 == 1 and n % 100 != 11:
            return "one"
        if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14):
            return "few"
        return "many"
    if language == "pl" and whole:
        if n == 1:
            return "one"
        return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "many"
    if language in ("cs", "sk"):
        if not whole:
            return "many"
        return "one" if n == 1 else "few" if n in (2, 3, 4) else "other"
    if language == "ar" and whole:
        if n in (0, 1, 2):
            return ("zero", "one", "two")[n]
        return "few" if 3 <= n % 100 <= 10 else "many" if n % 100 >= 11 else "other"
    if language in ("fr", "pt"):
        return "one" if 0 < number < 2 else "other"
    return "one" if number == 1 else "other"
