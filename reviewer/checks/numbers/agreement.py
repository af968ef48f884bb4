"""When two quantities agree: in value, by the clock, converted, as a share."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from reviewer.checks.numbers.units import converts, same_dimension
from reviewer.checks.numbers.weather import are_tens_of_degrees
from reviewer.checks.numbers.whole_spans import parts_of_a_span, weeks
from reviewer.text.quantities.items import Item, currencies, magnitude
from reviewer.text.quantities.lexicon import Number

_DAY_AND_MONTH = re.compile(r"(\d{1,2})[./](\d{1,2})")
_POINTED = re.compile(r"(\d{1,2})[.,](\d{2})")
HALF_DAY = 12 * 60
_COUNTRY_DIGITS = 3
"""The most digits of a country in a telephone number (E.164)."""


def family(item: Item) -> str:
    """Dates, times, codes and numbers are compared among themselves first."""
    if item.day is not None:
        return "date"
    if item.minutes is not None:
        return "time"
    return "code" if item.kind == "code" else "number"


# A speed may be told as a distance, its hour in other words ("时速250公里", "zu 250 km").
_ALIKE = (
    {"century", "decade"}, {"yen", "JPY"}, {"yen", "CNY"}, {"pound", "lb"}, {"pound", "GBP"},
    {"kmh", "kilometer"}, {"mph", "mile"}, {"ton", "tonne"}, {"degree", "celsius"},
    {"degree", "fahrenheit"}, {"century", "century_span"}, {"m/s", "meter"},
)  # fmt: skip


def units_agree(first: Item, second: Item) -> bool:
    """No unit on one side agrees with everything."""
    a, b = first.unit, second.unit
    if not a or not b or a == b or {a, b} in _ALIKE:
        return True
    if currencies(a) & currencies(b):
        return True
    return "shared" in first.tags or "shared" in second.tags


def same(a: Item, b: Item) -> bool:
    if a.values[0] != b.values[0] or family(a) != family(b) or _other_spans(a, b):
        return False
    if a.kind == "code":
        return a.text == b.text
    if _ratio_of_wholes(a) != _ratio_of_wholes(b):
        return False
    return a.kind == b.kind or "percent" not in (a.kind, b.kind)


def _ratio_of_wholes(item: Item) -> bool:
    """A writing such as 63/63, which is two numbers rather than the number 1."""
    return bool(item.parts) and item.kind == "fraction" and isinstance(item.value, int)


def _other_spans(a: Item, b: Item) -> bool:
    """Whether one is a word that is an amount and its unit (fortnight), the other in another unit.

    No such word tells a figure that could be right without its unit; nor is a place counted from
    the end (second to last) one that is counted from the beginning.
    """
    if "from_end" in (a.unit, b.unit):
        return a.unit != b.unit
    for word, other in ((a, b), (b, a)):
        if "amount" in word.tags and other.kind == "ordinal" and not other.unit:
            return True  # a quarter has three months and is not the third one
    return "amount" in a.tags | b.tags and not units_agree(a, b)


def same_value(a: Item, b: Item) -> bool:
    if _ratio_of_wholes(a) != _ratio_of_wholes(b) or _other_spans(a, b):
        return False
    if _divides_against_percent(a, b):
        return False
    return family(a) == family(b) == "number" and a.values[0] == b.values[0]


def _divides_against_percent(a: Item, b: Item) -> bool:
    """Whether a word that may be a part as well as a number (خمس, five or a fifth) stands against
    a percentage, which then tells the part."""
    return any(
        first.kind == "percent" and second.kind == "cardinal" and _either(second) is not None
        for first, second in ((a, b), (b, a))
    )


def _either(item: Item) -> Fraction | None:
    """The part that a number in words may be as well."""
    if not item.vague or not item.spelled:
        return None
    return next((v for v in item.values[1:] if isinstance(v, Fraction) and 0 < v < 1), None)


def _clocks(a: Item, b: Item) -> bool:
    if a.minutes is None or b.minutes is None:
        return False
    if a.minutes == b.minutes:
        return True
    return (a.half_day or b.half_day) and a.minutes % HALF_DAY == b.minutes % HALF_DAY


def dates(a: Item, b: Item) -> bool:
    if a.day is None or b.day is None:
        return False
    return bool(set(a.values) & set(b.values))


def _reading(a: Item, b: Item) -> bool:
    """Equal under one of several readings."""
    if family(a) != "number" or family(b) != "number" or _other_spans(a, b):
        return False
    if _divides_against_percent(a, b):
        return False
    if _ratio_of_wholes(a) != _ratio_of_wholes(b):
        return False
    if "parts per" in a.tags | b.tags and "percent" in (a.kind, b.kind):
        return a.value == b.value
    if "tenths" in (a.tags ^ b.tags) and a.kind == b.kind:
        return a.value == b.value
    if "fraction" in (a.kind, b.kind) and "times" in (a.unit, b.unit):
        return a.value == b.value
    if "off" in a.tags | b.tags and "discount" in a.tags | b.tags:
        return a.value == b.value
    if set(a.values) & set(b.values):
        return True
    return any(_about_ten(x, y) or _short_year(x, y) for x, y in ((a, b), (b, a)))


def _about_ten(a: Item, b: Item) -> bool:
    """A dozen of things against ten or so, where a language rounds to tens (десяток)."""
    return "a dozen" in a.tags and "indefinite" in b.tags and b.value == 10


def _short_year(a: Item, b: Item) -> bool:
    """A year behind an apostrophe ('98) against its two digits (mai 98)."""
    if a.raw or a.kind != "cardinal" or len(a.values) != 2 or abs(a.values[0] - a.values[1]) != 100:
        return False
    return len(b.raw) == 2 and b.kind == "cardinal" and a.value % 100 == b.value


def _codes(a: Item, b: Item) -> bool:
    if (
        (a.kind != "code" and b.kind != "code")
        or family(a) in ("date", "time")
        or family(b) in ("date", "time")
    ):
        return False
    if "article" in a.tags | b.tags:
        return False
    if "identifier" in a.tags and "identifier" in b.tags:
        return _same_identifier(a.text, b.text)
    if _other_letter(a, b) or ("formula" in a.tags & b.tags and a.text != b.text):
        return False
    first, second = _digits(a), _digits(b)
    if first and first == second:
        return True
    return _year_code(a, b) or _year_code(b, a)


_SCRIPTS = (range(0x41, 0x250), range(0x370, 0x400), range(0x400, 0x530))


def _other_letter(a: Item, b: Item) -> bool:
    """Whether a figure has another letter on it (12a, 12b); of two alphabets only the first
    letters are known to be the same."""
    if a.kind != "code" or b.kind != "code" or a.text == b.text:
        return False
    letters = [re.fullmatch(r"(\d+)([^\W\d_])", item.text) for item in (a, b)]
    if letters[0] is None or letters[1] is None:
        return False
    one, other = (found.group(2) for found in letters if found)
    if any(ord(one) in script and ord(other) in script for script in _SCRIPTS):
        return True
    return (one in _FIRST_LETTERS) != (other in _FIRST_LETTERS)


_FIRST_LETTERS = "aаα"


def _same_identifier(a: str, b: str) -> bool:
    """The same digits, with or without the code of the country (+49 30 ..., 030 ...)."""
    if a.lstrip("+") == b.lstrip("+"):
        return True
    for whole, short in ((a, b), (b, a)):
        if whole.startswith("+") and short.startswith("0"):
            area = short.lstrip("0")
            return whole.endswith(area) and 1 <= len(whole) - 1 - len(area) <= _COUNTRY_DIGITS
    return False


def _year_code(code: Item, year: Item) -> bool:
    """A year of two digits behind letters (FY24, SS25) against the whole year."""
    if code.kind != "code" or len(code.parts) != 1 or not isinstance(year.value, int):
        return False
    short = code.parts[0]
    if len(short.raw) != 2 or not code.raw[:1].isalpha() or year.unit:
        return False
    return 1950 <= year.value < 2100 and year.value % 100 == short.value


def _digits(item: Item) -> tuple[object, ...]:
    if item.kind == "code":
        return tuple(p.value for p in item.parts)
    return (item.value,) if isinstance(item.value, int) else ()


def _clock_number(a: Item, b: Item) -> bool:
    """A time without minutes against a plain number (6 pm, 6 giờ), or 0230 against 2:30."""
    for time, number in ((a, b), (b, a)):
        if time.minutes is None or number.minutes is not None or number.day is not None:
            continue
        if number.kind == "code" and len(number.parts) != 1:
            continue
        if number.unit and not same_dimension(number.unit, "hour"):
            continue
        value = number.parts[0].value if number.kind == "code" else number.value
        hours, minutes = divmod(time.minutes, 60)
        pointed = _POINTED.fullmatch(number.raw)
        spoken = (hours, (hours - 1) % 12 + 1)
        if pointed and int(pointed[2]) == minutes and int(pointed[1]) in spoken:
            return True
        told = number.unit == "hour" or (number.spelled and isinstance(value, Fraction))
        if told and value * 60 % HALF_DAY == time.minutes % HALF_DAY:
            return True
        if not isinstance(value, int):
            continue
        if minutes == 0 and value in spoken:
            return True
        if len(number.raw) == 4 and value == hours * 100 + minutes:
            return True
    return False


def _equivalent(a: Item, b: Item) -> bool:
    """half = 50 %, doubled = by 100 % or to 200 %, 0.5 million = half a million."""
    if family(a) != "number" or family(b) != "number":
        return False
    for first, second in ((a, b), (b, a)):
        if second.kind == "percent" and first.kind != "percent":
            value, percent = first.value, second.value
            part = _either(first) if first.kind == "cardinal" else None
            if part is not None and part * 100 == percent:
                return True
            if (
                first.kind == "fraction" or first.unit == "times" or isinstance(value, Fraction)
            ) and (
                value * 100 == percent
                or (first.unit == "times" and magnitude(value - 1) * 100 == percent)
            ):
                return True
            if first.kind == "fraction" and magnitude(value * 100 - percent) < Fraction(1, 2):
                return True
        # Half as much again, and one and a half times as much.
        again = first.unit == "times" and second.kind == "fraction"
        if again and abs(first.value - 1) == second.value:
            return True  # and two thirds less is a third of it
        # One of four, a quarter and 25 %, and every fourth one.
        if first.kind == "ordinal" and first.value > 2:
            parted = second.kind == "fraction" and not second.vague
            if parted and first.value * second.value == 1:
                return True
            if second.kind == "percent" and first.value * second.value == _WHOLE:
                return True
    return False


_WHOLE = 100
_NAMED_SHARES = 12
"""The smallest share that people say for a rough one is a twelfth; beyond it one is exact."""


def _share(a: Item, b: Item) -> bool:
    """A percentage told as a share in words (48.9 percent, almost half)."""
    for share, percent in ((a, b), (b, a)):
        part = _part(share)
        if part is None or percent.kind != "percent" or not 0 < part < 1:
            continue
        if part.denominator > _NAMED_SHARES:
            continue
        # The next share that people name lies at least as far away again.
        near = Fraction(3) if part.denominator <= 4 else Fraction(2)
        if share.spelled and not percent.unit and magnitude(part * 100 - percent.value) <= near:
            return True
    return False


def _part(item: Item) -> Fraction | None:
    """The part that an item is, or that an ordinal may be as well (one eighth)."""
    if item.kind == "fraction":
        return Fraction(item.value)
    parts = (value for value in item.values if isinstance(value, Fraction))
    return next(parts, None) if item.kind == "ordinal" else None


def _written_day(a: Item, b: Item) -> bool:
    """9/11 or 3.4. against a day and a month in words, or 25日 against the whole date."""
    for date, other in ((a, b), (b, a)):
        if date.day is None or other.day is not None:
            continue
        if "day of a month" in other.tags and date.day[1]:
            return date.day[2] == other.value
        if date.day[0]:
            continue
        written = _DAY_AND_MONTH.fullmatch(other.raw)
        parts: list[Number] = [p.value for p in other.parts]
        if written and not parts:
            parts = [int(number) for number in written.groups()]
        if len(parts) == 2 and {*parts} == {*date.day[1:]}:
            return True
    return False


def _are_cents(item: Item, other: Item) -> bool:
    """Cents against the same amount of a currency that the lexicon does not know."""
    if item.unit != "cent" or other.unit or other.kind != "cardinal" or other.scale > 1:
        return False
    return isinstance(other.value, Fraction) and item.value == other.value * 100


def converted(item: Item, other: Item) -> bool:
    """Whether two leftovers are one amount in two units."""
    if are_tens_of_degrees(item, other) or are_tens_of_degrees(other, item):
        return True
    if family(item) != "number" or family(other) != "number":
        return False
    if not item.unit or not other.unit:
        cents = _are_cents(item, other) or _are_cents(other, item)
        return cents or _are_years(item, other) or _are_years(other, item)
    if item.unit == other.unit == "degree" and not ("perhaps fahrenheit" in item.tags) ^ (
        "perhaps fahrenheit" in other.tags
    ):
        return False
    rough = "about" in item.tags or "about" in other.tags
    unit, other_unit = _as_lengths(_counted(item), _counted(other))
    if converts(item.value, unit, other.value, other_unit, rough=rough):
        return True
    first, second = _as_half_kilogram(item), _as_half_kilogram(other)
    metric = (first, second) != (item.unit, other.unit)
    return metric and converts(item.value, first, other.value, second)


_YEARS_OF = {"decade_span": 10, "century_span": 100, "millennium": 1000}


def _are_years(span: Item, years: Item) -> bool:
    """Decades or centuries against as many years without their name (she turned a hundred)."""
    worth = _YEARS_OF.get(_counted(span), 0)
    return bool(worth) and years.kind == "cardinal" and years.value == span.value * worth


def _counted(item: Item) -> str:
    """The unit; that of a few centuries in words, which may be counted, is a span of time."""
    few = item.unit == "century" and item.spelled and item.value <= _FEW
    return "century_span" if few else item.unit


_FEW = 10


def _as_half_kilogram(item: Item) -> str:
    """The unit, a pound of a language where it is also 500 grams as the Chinese one, which is."""
    return "jin" if "perhaps half a kilogram" in item.tags else item.unit


def _as_lengths(first: str, second: str) -> tuple[str, str]:
    """The units, a "cent" beside a length as the centimetre that it is short for (190 senttiä)."""
    if first == "cent" and same_dimension("centimeter", second):
        return "centimeter", second
    if second == "cent" and same_dimension(first, "centimeter"):
        return first, "centimeter"
    return first, second


RULES: tuple[tuple[str, Callable[[Item, Item], bool]], ...] = (
    ("clock", _clocks),
    ("date", dates),
    ("code", _codes),
    ("equivalent", _equivalent),
    ("clock number", _clock_number),
    ("written day", _written_day),
    ("converted", converted),
    ("equivalent", weeks),
    ("equivalent", parts_of_a_span),
    ("reading", _reading),
    ("share", _share),
)
