"""Figures for the templates: one value, written as each language writes it."""

from __future__ import annotations

import random
from collections.abc import Callable

Entry = dict[str, str]


def same(text: str) -> Entry:
    return dict.fromkeys(("en", "id", "de", "uk", "ar"), text)


def decimals(value: str) -> Entry:
    """`value` has a decimal point; English and Arabic keep it."""
    comma = value.replace(".", ",")
    return {"en": value, "ar": value, "id": comma, "de": comma, "uk": comma}


def count(draw: random.Random) -> Entry:
    """A round number of some hundreds to ninety thousand."""
    number = draw.choice([draw.randint(2, 9) * 10, draw.randint(1, 99) * 100])
    if draw.random() < 0.4:
        number = draw.randint(5, 90) * 1000
    english = f"{number:,}"
    thousands = number >= 10_000 and number % 1000 == 0
    return {
        "en": english,
        "id": english.replace(",", "."),
        "de": english.replace(",", ".") if number >= 10_000 else str(number),
        "uk": f"{number // 1000} тис." if thousands and draw.random() < 0.4 else spaced(number),
        "ar": f"{number // 1000} ألف" if thousands else str(number),
    }


def spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ") if number >= 10_000 else str(number)


def money(draw: random.Random) -> Entry:
    """Millions or billions of euros."""
    billion = draw.random() < 0.5
    short = decimals(f"{draw.randint(1, 9)}.{draw.randint(1, 9)}")
    if not billion and draw.random() < 0.6:
        short = same(str(draw.randint(11, 95) * 5))
    english, scales = (
        ("billion", {"id": "miliar", "de": "Milliarden", "uk": "млрд", "ar": "مليار"})
        if billion
        else ("million", {"id": "juta", "de": "Millionen", "uk": "мільйонів", "ar": "مليون"})
    )
    euro = {"id": "euro", "de": "Euro", "uk": "євро", "ar": "يورو"}
    texts = {
        language: f"{short[language]} {scales[language]} {euro[language]}" for language in euro
    }
    return {"en": f"€{short['en']} {english}", **texts}


def percent(draw: random.Random) -> Entry:
    """Whole or with one decimal."""
    whole = draw.random() < 0.5
    value = same(str(draw.randint(2, 95))) if whole else decimals(one_decimal(draw))
    spaced_sign = {language: f"{value[language]} %" for language in ("de", "uk")}
    return {language: f"{text}%" for language, text in value.items()} | spaced_sign


def one_decimal(draw: random.Random) -> str:
    return f"{draw.randint(1, 99)}.{draw.randint(1, 9)}"


def price(draw: random.Random) -> Entry:
    """A few euros, with or without cents."""
    cents = draw.random() < 0.5
    amount = f"{draw.randint(2, 9)}.{draw.randint(1, 9)}0" if cents else str(draw.randint(10, 99))
    value = decimals(amount) if cents else same(amount)
    euro = {"id": "euro", "de": "Euro", "uk": "євро", "ar": "يورو"}
    return {
        "en": f"€{amount}",
        **{language: f"{value[language]} {euro[language]}" for language in euro},
    }


def morning(draw: random.Random) -> Entry:
    hour = draw.randint(6, 11)
    return {**same(str(hour)), "id": f"{hour:02d}.00", "uk": f"{hour}:00"}


def evening(draw: random.Random) -> Entry:
    hour = draw.randint(5, 11)
    late = hour + 12
    return {**same(str(hour)), "de": str(late), "id": f"{late}.00", "uk": f"{late}:00"}


def between(low: int, high: int) -> Callable[[random.Random], Entry]:
    return lambda draw: same(str(draw.randint(low, high)))


FIGURES: dict[str, Callable[[random.Random], Entry]] = {
    "count": count,
    "money": money,
    "percent": percent,
    "decimal": lambda draw: decimals(one_decimal(draw)),
    "price": price,
    "morning": morning,
    "evening": evening,
    "year": between(2026, 2040),
    "past": between(1985, 2019),
    "votes": between(11, 40),
    "goals": between(0, 6),
    "pier": between(1, 9),
    "age": between(11, 18),
}
