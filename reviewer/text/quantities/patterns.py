"""The regular expressions that cut a text into figures, words and signs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reviewer.text.quantities.characters import MARKS

_LETTER = r"[^\W\d_¹²³¼-¾⁰-₉⅐-⅞①-⓿]"
_GERSHAYIM = '(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])'
WORD_PATTERN = rf"{_LETTER}+(?:(?:[{MARKS}]|'(?={_LETTER})|{_GERSHAYIM}){_LETTER}*)*"
_SPACE_GROUPED = r"\d{1,3}(?: \d{3})+(?![\d])(?:[.,٫]\d+(?![.,]\d))?"
_NUMBER = rf"{_SPACE_GROUPED}|\d+(?:[.,'٫٬،]\d+)*"
_CJK_DIGITS = "〇零一二三四五六七八九十百千万亿億兆两兩"
_CJK_SCALES = frozenset("十百千万亿億兆")
_POSITIONAL = (
    r"(?<![〇零一二三四五六七八九十百千万亿億兆])[〇零一二三四五六七八九]{3,}(?![十百千万亿億兆])"
)
_SINO_KOREAN = "영일이삼사오육칠팔구십백천만억조수몇"
_NATIVE_ENDS = "한두세네섯곱덟홉열물른흔쉰순든"
_HANGUL = "가-힣"
_SYMBOLS = "%‰°℃℉$€£¥₫₴₹₽₩₺½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


def token_pattern(
    words: Mapping[str, Mapping[str, Any]], *, spaced: bool, in_pairs: bool
) -> re.Pattern[str]:
    """The tokens of a language: group "n" is a figure, "w" a word, "s" a sign.

    Without spaces between words only those of the lexicon are found. With `in_pairs` the
    figures may be grouped as in India (12 34 567).
    """
    begins, word, number = "", WORD_PATTERN, _NUMBER
    if in_pairs:
        number = rf"\d{{1,2}}(?: \d{{2}})+(?!\d)(?:[.,]\d+)?|{number}"
    if not spaced:
        word = _unspaced_pattern(words)
        number = rf"{_NUMBER}|{_POSITIONAL}"
        # One look rules out most letters.
        firsts = re.escape("".join({form[0]: 0 for form in words}))
        begins = rf"(?=[\dA-Za-z{_CJK_DIGITS}{_SYMBOLS}{firsts}])"
    return re.compile(rf"{begins}(?:(?P<n>{number})|(?P<w>{word})|(?P<s>[{_SYMBOLS}]))")


def _unspaced_pattern(words: Mapping[str, Mapping[str, Any]]) -> str:
    """What matches the words of a language without spaces, the longest first.

    An idiom is not cut out of a numeral; 3四 is none, but 3万 is.
    """
    forms = [form for form in sorted(words, key=len, reverse=True) if not form.isascii()]
    scales: list[str] = []
    digits: list[str] = []
    inside: list[str] = []
    for form in forms:
        if form[0] in _CJK_DIGITS:
            (scales if form[0] in _CJK_SCALES else digits).append(form)
        if form[0] not in _CJK_DIGITS or not _is_whole(form, words[form]):
            inside.append(form)
    guarded = (
        (rf"(?<![{_CJK_DIGITS}\d])", scales),
        (rf"(?<![{_CJK_DIGITS}])", digits),
        ("", inside),
    )
    listed = [f"{guard}(?:{_alternatives(found, words)})" for guard, found in guarded if found]
    return "|".join([*listed, "[A-Za-z]+"])


def _alternatives(forms: Sequence[str], words: Mapping[str, Mapping[str, Any]]) -> str:
    """A pattern for any of `forms`, which are tried in their order, by their first letters."""
    rests: dict[str, list[str]] = {}
    for form in forms:
        rest = re.escape(form[1:]) + _korean_guard(form, words[form])
        rest += _point_guard(form, words[form])
        rests.setdefault(form[0], []).append(rest)
    return "|".join(f"{re.escape(first)}(?:{'|'.join(found)})" for first, found in rests.items())


def _korean_guard(form: str, senses: Mapping[str, Any]) -> str:
    """What stood before a Korean number word, which other words contain (상승한, 모두).

    Numerals of Chinese origin go on behind one another, and so do units; native ones stand
    alone but behind a hundred and one another (백한, 한두).
    """
    if "cardinal" not in senses or not "가" <= form[0] <= "힣":
        return ""
    alone = f"(?<![{_HANGUL}]{form})"
    if form[0] in _SINO_KOREAN:
        return f"(?:{alone}|(?<=[{_SINO_KOREAN}]{form}))"
    if "unit" in senses:
        return f"(?:{alone}|(?<=[{_SINO_KOREAN}{_NATIVE_ENDS}]{form}))"
    return f"(?:{alone}|(?<=(?<![{_HANGUL}])[백한두]{form}))"


def _point_guard(form: str, senses: Mapping[str, Any]) -> str:
    """What stands around a saying such as 一点 (a bit), which is no part of 一点二 or 下午一点."""
    if "idiom" not in senses or form[-1] not in "点點":
        return ""
    return f"(?<![午晨]{form})(?![{_CJK_DIGITS}半])"


def _is_whole(form: str, senses: Mapping[str, Any]) -> bool:
    """Whether a word that begins with a digit is no part of a longer numeral (十分, 十分钟)."""
    return "idiom" in senses or ("cardinal" in senses and len(form) > 2)
