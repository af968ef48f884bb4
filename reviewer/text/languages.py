"""Languages: which one a text is in, what it is called, which way it runs.

Detection is py3langid's, offline. Everything else comes from CLDR through Babel.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from reviewer.stopping import look
from reviewer.text.close_languages import by_name, ideographs, told_apart
from reviewer.text.language_model import identifier

if TYPE_CHECKING:
    from babel import Locale

_SAMPLE_LETTERS = 8_000
"""Detection reads no more than this: what it says has long stopped changing by then."""

_FEW_LETTERS = 12
"""Below this many letters (bytes of UTF-8: a Chinese character says more) a guess is worth
proportionally less."""

_MINOR_PRIOR = 0.2
"""How likely a language is that no country has as its own, against one that is."""

_SMALLER_TWIN = {"ms": 0.2, "lb": 0.2}
"""Languages that a much larger neighbour is hard to tell from (Indonesian, German), and how
often it is they rather than the neighbour."""

_SPEAKERS_OF_A_MAIN_LANGUAGE = 20.0
"""Per cent of a country's people who speak its official language, to call it a main one."""

# Labels of the detector that stand for a variety of a language that has an ISO 639-1 code.
_VARIETIES = {
    "arz": "ar",
    "ary": "ar",
    "wuu": "zh",
    "yue": "zh",
    "uzs": "uz",
    "sdh": "ku",
    "ltg": "lv",
    "gcf": "ht",
    "gcr": "ht",
    "hbo": "he",
    "grc": "el",
    "no": "nb",
}

# Same language, two codes: the one on the right is used throughout.
_SAME = {"fil": "tl", "no": "nb", "cmn": "zh", "prs": "fa", "ckb": "ku"}

# Scripts that only one of the languages written today uses as its everyday script.
_SCRIPT_LANGUAGE = {
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "GREEK": "el",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "my",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "ORIYA": "or",
    "SINHALA": "si",
}

_NOT_PROSE = re.compile(r"(?<!\S)\S*?(?://|www\.|@|\w\.\w)\S*")

_RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "rohg", "adlm"})


@lru_cache(maxsize=1024)
def base(tag: str) -> str:
    """The language of a tag without region and script: "de-CH" and "de_CH" give "de".

    Older and doubled codes are folded ("iw" gives "he", "no" gives "nb"). An empty tag
    stays empty.
    """
    from babel.core import get_global

    code = re.split(r"[-_]", tag.strip(), maxsplit=1)[0].lower()
    code = _SAME.get(code, code)
    alias: str = get_global("language_aliases").get(code, code)
    alias = re.split(r"[-_]", alias, maxsplit=1)[0]
    return _SAME.get(alias, alias)


def detect(text: str) -> tuple[str, float]:
    """The language that most of `text` is in, and how sure that is (0 to 1).

    Every line is judged for itself and counts by its letters, so that a menu or a quotation
    in another language does not carry the day. A text without letters gives ("", 0.0).
    """
    shares: dict[str, float] = defaultdict(float)
    letters_seen = 0
    lines = _sample(text)
    for line in lines:
        letters = sum(len(char.encode("utf-8", "replace")) for char in line if char.isalpha())
        if not letters:
            continue
        letters_seen += letters
        for language, probability in _line_probabilities(line).items():
            shares[language] += probability * letters
    if not shares:
        return "", 0.0
    language, share = max(shares.items(), key=itemgetter(1))
    confidence = share / letters_seen * min(1.0, letters_seen / _FEW_LETTERS)
    return told_apart(language, min(confidence, 1.0), "\n".join(lines))


def detect_file(path: str, text: str) -> tuple[str, float]:
    """As `detect`, for the text of the file at `path`, whose name may say which of two languages
    that are hard to tell apart it is in."""
    return by_name(path, *detect(text))


def is_right_to_left(tag: str) -> bool:
    """Whether text in this language runs from right to left."""
    subtags = {part.lower() for part in re.split(r"[-_]", tag)[1:]}
    if subtags & _RIGHT_TO_LEFT_SCRIPTS:
        return True
    if any(len(part) == 4 and part.isalpha() for part in subtags):
        return False
    locale = _locale(base(tag))
    return locale is not None and locale.character_order == "right-to-left"


def display_name(tag: str, ui_language: str = "en") -> str:
    """What the language is called in `ui_language` ("German"); the tag itself when unknown, and
    "Unknown language" without one."""
    from babel.core import get_global

    names = (_locale(base(ui_language)) or _english()).languages
    code = base(tag) or "und"
    name = names.get(code) or names.get(get_global("language_aliases").get(code, code))
    if not name:
        name = _english().languages.get(code)
    if not name:
        return tag
    region = re.search(r"[-_]([A-Za-z]{2})$", tag)
    if region is None:
        return str(name)
    territories = (_locale(base(ui_language)) or _english()).territories
    return f"{name} ({territories.get(region[1].upper(), region[1].upper())})"


@lru_cache(maxsize=64)
def cldr_words(tag: str) -> frozenset[str]:
    """The words, casefolded, of what CLDR calls languages, days and months in this language.

    Names of languages hold those of peoples too ("American English", "Swiss German").
    """
    locale = _locale(base(tag))
    if locale is None:
        return frozenset()
    names = [
        *locale.languages.values(),
        *locale.days["format"]["wide"].values(),
        *locale.months["format"]["wide"].values(),
    ]
    return frozenset(word for name in names for word in re.findall(r"\w+", name.casefold()))


@lru_cache(maxsize=64)
def cldr_regions(tag: str) -> frozenset[str]:
    """What CLDR calls the parts of the world (Europe, North Africa), casefolded."""
    locale = _locale(base(tag))
    if locale is None:
        return frozenset()
    return frozenset(name.casefold() for code, name in locale.territories.items() if code.isdigit())


def known(tag: str) -> bool:
    """Whether the tag names a language at all."""
    return base(tag) in _codes()


def all_languages() -> list[str]:
    """The codes of all languages that can be chosen, in alphabetical order of the code."""
    return sorted(_codes())


def _sample(text: str) -> list[str]:
    """The text's lines without addresses; of a long text, lines evenly taken from all of it."""
    lines = [_NOT_PROSE.sub(" ", line) for line in text.splitlines()]
    lines = [line for line in lines if line.strip()]
    total = sum(len(line) for line in lines)
    if total <= _SAMPLE_LETTERS:
        return lines
    if len(lines) == 1:
        return [lines[0][:_SAMPLE_LETTERS]]
    step = total / _SAMPLE_LETTERS
    taken: list[str] = []
    due = seen = 0.0
    for line in lines:
        if seen >= due:
            taken.append(line[:_SAMPLE_LETTERS])
            due += len(line) * step
        seen += len(line)
    return taken


def _line_probabilities(line: str) -> dict[str, float]:
    look()
    by_script = _language_of_script(line)
    if by_script:
        return {by_script: 1.0}
    if _is_ideographic(line) and (told := ideographs(line)):
        return told
    weighted: dict[str, float] = defaultdict(float)
    for label, probability in _rank(line):
        language = _VARIETIES.get(label, label)
        weighted[language] += probability * _prior(language)
    total = sum(weighted.values())
    return {language: weight / total for language, weight in weighted.items()} if total else {}


def _language_of_script(line: str) -> str | None:
    """The language that the line's script alone tells, when it does.

    A line with a fair share of kana is Japanese, whatever Chinese characters it also has.
    """
    scripts: Counter[str] = Counter()
    for char in line:
        if char.isalpha():
            scripts[unicodedata.name(char, "").partition(" ")[0]] += 1
    total = scripts.total()
    japanese = scripts["HIRAGANA"] + scripts["KATAKANA"]
    if japanese and japanese + scripts["CJK"] > total / 2 and japanese > total / 20:
        return "ja"
    if not scripts:
        return None
    script, count = scripts.most_common(1)[0]
    return _SCRIPT_LANGUAGE.get(script) if count > total / 2 else None


def _is_ideographic(line: str) -> bool:
    letters = [char for char in line if char.isalpha()]
    return sum("\u3400" <= char <= "\u9fff" for char in letters) * 2 > len(letters)


def _rank(line: str) -> list[tuple[str, float]]:
    ranked: list[tuple[str, float]] = identifier().rank(line)[:12]  # type: ignore[no-untyped-call]
    return ranked


@lru_cache(maxsize=512)
def _prior(language: str) -> float:
    if language in _SMALLER_TWIN:
        return _SMALLER_TWIN[language]
    return 1.0 if language in _main_languages() else _MINOR_PRIOR


@lru_cache(maxsize=1)
def _main_languages() -> frozenset[str]:
    """Languages that are official somewhere and much spoken there (CLDR, territoryInfo)."""
    from babel.core import get_global

    return frozenset(
        base(code)
        for spoken in get_global("territory_languages").values()
        for code, info in spoken.items()
        if info.get("official_status") == "official"
        and (info.get("population_percent") or 0) >= _SPEAKERS_OF_A_MAIN_LANGUAGE
    )


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    from babel.localedata import locale_identifiers

    names = _english().languages
    codes = (code for code in locale_identifiers() if "_" not in code)
    return frozenset(base(code) for code in codes if code in names)


@lru_cache(maxsize=256)
def _locale(code: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def _english() -> Locale:
    locale = _locale("en")
    assert locale is not None
    return locale
