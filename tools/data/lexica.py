"""The lexica of the number reader, one for each language, and what regions write otherwise.

CLDR gives what `lexicon_cldr.py` reads, number_words/LANG.toml what `lexicon_hand.py` reads:
chiefly spelled-out numbers with their inflections.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Container
from importlib.metadata import version
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_cldr_version
from babel.localedata import locale_identifiers
from currencies import current
from lexicon_cldr import cldr, conventions, rates
from lexicon_hand import hand
from lexicon_units import CURRENCIES, LETTERS, SYMBOLS
from lexicon_words import TURKIC, Builder, separates

WORDS = Path(__file__).parent / "number_words"
FOLDER = "text/quantities"
MADE_WITH = f"CLDR {get_cldr_version()} through Babel {version('babel')}"
WITH_WORDS = f"{MADE_WITH}, num2words {version('num2words')}; tools/data/number_words"
# Languages whose number words stand in the file of a close relative.
RELATIVES = {"no": "nb", "bs": "hr"}
# Languages without words of their own here that write words together as a relative does.
AFFIXES_OF = {"arz": "ar", "ary": "ar"}
AFFIXES = ("clitic_before", "clitic_and", "clitic_article", "enclitics")


def lexicon(language: str) -> str | None:
    """The lexicon of one language as a JSON text; None for a code that CLDR has no locale of."""
    # Babel resolves aliases in place, so that one language's names leak into the next.
    localedata._cache.clear()
    builder = Builder(language)
    source = WORDS / f"{RELATIVES.get(language, language)}.toml"
    facts: dict[str, Any] = {}
    if source.exists():
        facts |= hand(builder, tomllib.loads(source.read_text("utf-8")))
    if language in AFFIXES_OF:
        relative = tomllib.loads((WORDS / f"{AFFIXES_OF[language]}.toml").read_text("utf-8"))
        facts |= {name: relative["facts"][name] for name in AFFIXES}
    try:
        locale = Locale.parse(language)
    except UnknownLocaleError:
        return None
    facts = cldr(builder, locale, phrases=not source.exists()) | facts
    facts["money_of"] = facts.get("money_of", {}) | facts.pop("own_money_of", {})
    if told := rates(builder, locale) | facts.get("rates", {}):
        facts["rates"] = told
    if language == "be":
        after_vowels(builder)
    facts = {
        "language": language,
        "source": WITH_WORDS if source.exists() else MADE_WITH,
        "spaced": separates(language),
        "turkic": language in TURKIC,
        **({"leftwards": True} if locale.character_order == "right-to-left" else {}),
        **facts,
        "words": dict(sorted(builder.words.items())),
    }
    text = json.dumps(facts, ensure_ascii=False, indent=None, separators=(",", ":"))
    return text.replace('},"', '},\n"') + "\n"


def after_vowels(builder: Builder) -> None:
    """The forms with a short u that Belarusian writes behind a vowel (выраслі ўдвая)."""
    for form, senses in list(builder.words.items()):
        if form.startswith("у"):
            builder.words.setdefault("ў" + form[1:], senses)


def regions(languages: Container[str]) -> str:
    """What regions write otherwise than their language does (de-CH, en-GB, es-MX)."""
    found: dict[str, dict[str, object]] = {}
    for name in sorted(locale_identifiers()):
        language, *rest = name.split("_")
        region = next((part for part in rest if len(part) == 2 or part.isdigit()), None)
        if region is None or language not in languages:
            continue
        localedata._cache.clear()
        facts = conventions(Locale.parse(name))
        localedata._cache.clear()
        usual = conventions(Locale.parse(language))
        other = {key: value for key, value in facts.items() if value != usual[key]}
        if other:
            found.setdefault(f"{language}-{region}", other)
    return _table({"source": MADE_WITH, "regions": found})


def symbols() -> str:
    """The units that are written alike in every language."""
    builder = Builder("")
    for symbol, unit in {**SYMBOLS, **CURRENCIES}.items():
        builder.add(symbol, "unit", unit)
    words = {form: senses["unit"] for form, senses in sorted(builder.words.items())}
    codes = {code: CURRENCIES.get(code, code) for code in current()} | LETTERS
    source = "SI brochure, IEC 80000-13, ISO 4217, CLDR"
    return _table({"source": source, "units": words, "codes": dict(sorted(codes.items()))})


def _table(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=0) + "\n"


def made() -> dict[str, str]:
    """All of them, by path below `reviewer/`."""
    every = sorted({name.split("_")[0] for name in locale_identifiers()} - {"root"})
    lexica = {name: text for name in every if (text := lexicon(name)) is not None}
    files = {f"{FOLDER}/lexica/{name}.json": text for name, text in lexica.items()}
    files[f"{FOLDER}/regions.json"] = regions(lexica)
    files[f"{FOLDER}/symbols.json"] = symbols()
    localedata._cache.clear()
    return files
