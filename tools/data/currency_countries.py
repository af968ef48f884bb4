"""What says of which country money is (Australian, of Hong Kong), out of CLDR's names.

Three sources: the names of currencies without the word for the kind of money; the names of
countries; and what a language calls American, Australian or Canadian English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from babel import Locale
from currencies import NEW, SHARED, STEM, Names, current, learned, names_of

ENGLISH = ("US", "AU", "CA", "GB")
"""Countries whose adjective CLDR's names of their English hold."""
SHORTEST = 4
"""Letters of a word that is kept whole; what follows more of them may be an ending."""
ENDING = 2


def countries(
    locale: Locale, fold: Callable[[str], str], units: Iterable[str], *, spaced: bool
) -> dict[str, str]:
    """The words beside money that name its country, as stems, with the currency's code.

    Without spaces between words the whole names of the currencies. No stem begins one of the
    `units`, which are no countries.
    """
    codes = sorted({code for kind in SHARED for code in kind}.intersection(current()))
    names = {code: own for code in codes if (own := names_of(locale, code, fold))}
    if not spaced:
        whole = ((f"{''.join(words)}", code) for code, own in names.items() for words in own)
        return {name: code for name, code in whole if len(name) > 1}
    found: dict[str, str] = {}
    for code, words in [*_of_currencies(names), *_of_places(locale, fold, codes)]:
        stem = " ".join(map(_stem, words))
        if len(stem) > 1:
            found.setdefault(stem, code)
    return {
        stem: code
        for stem, code in sorted(found.items())
        if not any(unit.startswith(stem) for unit in units)
        and not any(found.get(stem[:end]) == code for end in range(SHORTEST, len(stem)))
    }


def _of_currencies(names: Names) -> list[tuple[str, list[str]]]:
    """The names without their kind; one that is left with nothing has no country."""
    _, kinds = learned(names)
    return [
        (code, rest)
        for code, every in names.items()
        for words in every
        if (rest := [w for w in words if w[:STEM] not in kinds]) and len(rest) < len(words)
        and code not in NEW
    ]  # fmt: skip


def _of_places(
    locale: Locale, fold: Callable[[str], str], codes: list[str]
) -> list[tuple[str, list[str]]]:
    """The names of countries, and their adjectives where CLDR has the English spoken there."""
    language = fold(locale.languages.get("en", "")).split()
    found = []
    for code in codes:
        place = code[:2]
        name = locale.territories.get(place, "")
        if name and "(" not in name and place != "XA":  # of accents for tests
            found.append((code, fold(name).replace("-", " ").split()))
        english = fold(locale.languages.get(f"en_{place}", "")) if place in ENGLISH else ""
        words = [w for w in english.split() if w not in language and w[:STEM] != "eng"]
        if len(words) == 1 and "(" not in english:
            found.append((code, words))
    return found


def _stem(word: str) -> str:
    return word if len(word) <= SHORTEST else word[: max(SHORTEST, len(word) - ENDING)]
