"""The tokens of a text that can be part of a quantity."""

from __future__ import annotations

import re
from dataclasses import replace

from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.digits import HAN_DIGITS
from reviewer.text.quantities.dimensions import LENGTHS
from reviewer.text.quantities.items import Node
from reviewer.text.quantities.lexicon import Lexicon, Senses, Word
from reviewer.text.quantities.pieces import (
    BEHIND_NUMBERS,
    FARTHEST,
    NEXT_WORD,
    Token,
    telling,
    word_of,
)

_SIGNS: dict[str, Senses] = {
    "%": {"percent": 1}, "‰": {"permille": 1}, "$": {"unit": "dollar", "currency": 1},
    "€": {"unit": "euro", "currency": 1}, "£": {"unit": "GBP", "currency": 1},
    "¥": {"unit": "yen", "currency": 1}, "₫": {"unit": "VND", "currency": 1},
    "₴": {"unit": "UAH", "currency": 1}, "₹": {"unit": "INR", "currency": 1},
    "₽": {"unit": "RUB", "currency": 1}, "₩": {"unit": "KRW", "currency": 1},
    "₺": {"unit": "TRY", "currency": 1}, "℃": {"unit": "celsius"}, "℉": {"unit": "fahrenheit"},
    "°": {"unit": "degree"},
}  # fmt: skip
_NUMERALS = frozenset({"cardinal", "scale", "tail"})
_POWER = re.compile(r"\^?(?:2|3|²|³)(?!\d)")
_LATIN = re.compile(r"[A-Za-zÀ-ʯ\d]")
_DIMENSION = {"2": "2", "3": "3", "²": "2", "³": "3"}
_WATTS = frozenset({"watt", "kilowatt", "megawatt", "gigawatt", "terawatt"})
_HOURS = re.compile(r"( ?[·⋅∙•×* -] ?)([^\W\d_]+)\.?")
_HOUR_SIGNS = frozenset({"h", "ч", "год", "г", "гадз", "час", "hod", "godz", "std", "st"})
_BEFORE_POINT = frozenset(("", *" \n\t([~≈<>="))
_POINTS = re.compile(
    r" ?-?(?:포인트|ポイント|p(?:(?:oin)?ts?)?(?!\w)|(?:P|p)unkt(?:e[nr]?|er)?(?!\w)|点(?![\d点]))"
)
"""What makes a sign for per cent one for percentage points (2.5%p, 0,5 %-Punkte)."""
_MARKUP = re.compile(r"<(su[pb])>([^<>]{0,6})</\1 ?>|</?[A-Za-z]{1,10}>")
_RAISED = {"2": "²", "3": "³"}
_WEB = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w-])[\w-]++\.(?:com|org|net|vn|html)\b\S*"
)


def nodes(text: str, lexicon: Lexicon) -> list[Node]:
    """The nodes of `text` (already `plain`) in order; web addresses hold none."""
    if "/" in text or "@" in text or "www." in text or ".com" in text:
        text = _WEB.sub(_blank, text)
    if "<" in text:
        text = _MARKUP.sub(_without_markup, text)
    found: list[Node] = []
    skip = 0
    for group, start, end in tokens(text, lexicon):
        if start < skip:
            continue
        if group == "w":
            skip = max(skip, _take_word(text, start, end, lexicon, found))
        elif group == "n":
            raw = text[start:end]
            if not raw.isascii():
                raw = raw.translate(HAN_DIGITS)
            if _point_before(text, start) and raw.isdigit():
                start, raw = start - 1, f"0.{raw}"
            found.append(Node("n", start, end, raw, {}))
        elif not text[start - 1 : start].isalpha() or text[start:end] in _SIGNS:
            skip = _take_sign(text, start, end, found)
    words = lexicon.facts.get("decimal_word", ())
    if any(tail in text for tail in words) and len(found) > _LEAST:
        return _with_decimals(text, found, lexicon)
    return found


_LEAST = 2
"""Fewer tokens are no two figures with a word between them."""


def _with_decimals(text: str, found: list[Node], lexicon: Lexicon) -> list[Node]:
    """Figures with a word for the point between them as one (৫ দশমিক ৩)."""
    nodes: list[Node] = []
    for node in found:
        if len(nodes) > 1 and "decimal_word" in nodes[-1].senses and node.kind == "n":
            whole, word = nodes[-2:]
            plain_digits = whole.kind == "n" and whole.raw.isdigit() and node.raw.isdigit()
            gaps = text[whole.end : word.start], text[word.end : node.start]
            if plain_digits and gaps == (" ", " "):
                raw = f"{whole.raw}{lexicon.decimal}{node.raw}"
                nodes[-2:] = [Node("n", whole.start, node.end, raw, {})]
                continue
        nodes.append(node)
    return nodes


def tokens(text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of `text` that may say something."""
    if lexicon.spaced:
        return telling(text, lexicon)
    return [(m.lastgroup or "", m.start(), m.end()) for m in lexicon.token.finditer(text)]


def _point_before(text: str, start: int) -> bool:
    """Whether a point is the beginning of a figure (.5)."""
    return text[start - 1 : start] == "." and text[start - 2 : start - 1] in _BEFORE_POINT


def _blank(match: re.Match[str]) -> str:
    return "\x00" * len(match.group())


def _without_markup(match: re.Match[str]) -> str:
    """Markup blanked out; a raised 2 or 3 stays as its sign (km<sup>2</sup>)."""
    raised = match.group(2) if match.group(1) == "sup" else None
    sign = _RAISED.get((raised or "").strip(), "\x00")
    return sign + "\x00" * (len(match.group()) - 1)


def _take_word(text: str, start: int, end: int, lexicon: Lexicon, found: list[Node]) -> int:
    """Add the node of a word or phrase, if it says anything; where to read on."""
    raw, at = text[start:end], start
    word = word_of(raw, lexicon)
    if word is None:
        return 0
    if "'" in raw:
        start, end = _without_apostrophe(raw, start, word, lexicon)
    senses = word.senses
    if word.phrases:
        phrase = _phrase(text, start, end, word, lexicon, found)
        if phrase is not None:
            senses, end = phrase
    if not senses:
        return 0
    if senses.keys() <= BEHIND_NUMBERS and (not found or found[-1].end < start - FARTHEST):
        return 0
    if senses.get("unit") in LENGTHS:
        start, end, senses = _with_power(text, start, end, senses, lexicon)
    elif senses.get("unit") in _WATTS:
        end, senses = _with_hours(text, end, senses, lexicon)
    found.append(Node("w", start, end, text[start:end], senses, word.joined))
    if "'" in raw and "cardinal" in senses and raw[end - at :].startswith("'"):
        # A number that lost its last vowel to the noun behind it (trent'anni).
        found[-1] = replace(found[-1], end=end + 1)
        return _take_word(text, end + 1, at + len(raw), lexicon, found) or end
    return end


def _with_power(
    text: str, start: int, end: int, senses: Senses, lexicon: Lexicon
) -> tuple[int, int, Senses]:
    """A length with the sign or the word that makes it a square or a cubic one."""
    power = _POWER.match(text, end)
    if power is not None and not _LATIN.match(text, power.end()):
        return start, power.end(), {"unit": senses["unit"] + _DIMENSION[power.group()[-1]]}
    start, end, dimension = lexicon.dimensions.around(text, start, end)
    return (start, end, {"unit": senses["unit"] + dimension}) if dimension else (start, end, senses)


def _with_hours(text: str, end: int, senses: Senses, lexicon: Lexicon) -> tuple[int, Senses]:
    """Power with a sign or word for the hour behind it, which is energy (МВт·год, kW·h)."""
    hours = _HOURS.match(text, end)
    if hours is None:
        return end, senses
    joined, name = hours.group(1), hours.group(2)
    if name.lower() not in _HOUR_SIGNS or not joined.strip():
        word = lexicon.lookup(name)
        if word is None or word.senses.get("unit") != "hour":
            return end, senses
    return hours.end(), {"unit": f"{senses['unit']}_hour"}


def _without_apostrophe(raw: str, start: int, word: Word, lexicon: Lexicon) -> tuple[int, int]:
    """Where the half of a word with an apostrophe lies that the lexicon knows."""
    end = start + len(raw)
    if not word.form or "'" in word.form:
        return start, end
    cut = raw.index("'")
    if fold(raw[:cut], lexicon.turkic).startswith(word.form[:2]):
        return start, start + cut
    return start + cut + 1, end


def _take_sign(text: str, start: int, end: int, found: list[Node]) -> int:
    """Add the node of a sign; where to read on."""
    raw = text[start:end]
    senses = _SIGNS.get(raw, {"glyph": raw})
    if raw == "°" and text[end : end + 1].upper() in ("C", "F", "С"):
        senses = {"unit": "celsius" if text[end].upper() != "F" else "fahrenheit"}
        end += 1
    elif raw == "%" and (points := _POINTS.match(text, end)):
        senses, end = {"points": 1}, points.end()
    found.append(Node("s", start, end, raw, senses))
    return end


def _cuts_numeral(start: int, word: Word, senses: Senses, before: list[Node]) -> bool:
    """Whether a phrase would take the last word of a numeral out of it."""
    if not before:
        return False
    last = before[-1]
    if "amount" in senses and senses["amount"].endswith(" round"):
        return False
    if "amount" in senses:
        return last.end + 1 == start and (last.kind == "n" or bool(_NUMERALS & last.senses.keys()))
    if "cardinal" not in word.senses or _NUMERALS & senses.keys():
        return False
    if last.end + 1 != start:
        return False
    idiom = "idiom" in senses
    if idiom and "month_number" in last.senses:
        return True
    if _NUMERALS & last.senses.keys():
        return True
    return idiom and "and" in last.senses and bool(_NUMERALS & _before(before))


def _phrase(
    text: str, start: int, position: int, word: Word, lexicon: Lexicon, before: list[Node]
) -> tuple[Senses, int] | None:
    """The longest phrase that `word` begins, unless it would cut a numeral in two."""
    match = NEXT_WORD.match(text, position)
    if match is None:
        return None
    second = fold(match.group(1), lexicon.turkic)
    candidates = word.phrases.get(second, ())
    if not candidates:
        for begin in lexicon.clitics.before(second):
            candidates = candidates or word.phrases.get(second[len(begin) :], ())
    if not candidates:
        for ending in lexicon.suffixes.after(second):
            inflected = word.phrases.get(second[: -len(ending)], ())
            candidates = candidates or tuple(each for each in inflected if _takes_ending(each))
    for rest, senses in candidates:
        end = _rest_matches(text, match, rest, lexicon)
        if end is None:
            continue
        if _cuts_numeral(start, word, senses, before):
            return None
        if ("quarter_to" in senses or "quarter_past" in senses) and _NO_HOUR.match(text, end):
            continue  # rose by a quarter to 80 million
        if "idiom" in senses and _counts(text, end, (word.form, rest[-1]), lexicon):
            continue
        if "weekday" in senses:
            following = NEXT_WORD.match(text, end)
            beyond = lexicon.lookup(following.group(1)) if following else None
            if beyond is not None and beyond.senses.get("scale") == 10:
                return None
        return senses, end
    return None


_NO_HOUR = re.compile(
    r"\s[^\w\s]?(?:2[5-9]|[3-9]\d|\d{3}|\d+[.,]\d|\d+ ?(?:[mb]n|k|mill?i|bill|tho|%|per))"
)
"""What is no hour behind "a quarter to": a figure that is too large, or has a scale."""


def _counts(text: str, end: int, words: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether the number that ends an idiom is one: a word for "o'clock" stands behind it (à neuf
    heures), or it is one of several (only one in four)."""
    first, last = words
    number, following = lexicon.lookup(last), NEXT_WORD.match(text, end)
    beyond = lexicon.lookup(following.group(1)) if following else None
    if number is None or beyond is None or following is None or "cardinal" not in number.senses:
        return False
    if "clock_after" in beyond.senses:
        return True
    all_of = NEXT_WORD.match(text, following.end()) if "out_of" in beyond.senses else None
    if "article" not in lexicon.apart.get(first, ()):
        return False
    several = lexicon.lookup(all_of.group(1)) if all_of else None
    return several is not None and "cardinal" in several.senses


def _takes_ending(phrase: tuple[tuple[str, ...], Senses]) -> bool:
    """Whether the second word of a phrase, its last, may have an ending (fél évszázaddal)."""
    rest, senses = phrase
    return len(rest) == 1 and "idiom" not in senses


def _before(nodes: list[Node]) -> frozenset[str]:
    """The senses of the node before the last one."""
    return frozenset(nodes[-2].senses) if len(nodes) > 1 else frozenset()


def _rest_matches(
    text: str, match: re.Match[str], rest: tuple[str, ...], lexicon: Lexicon
) -> int | None:
    end = match.end()
    for expected in rest[1:]:
        following = NEXT_WORD.match(text, end)
        if following is None:
            return None
        word = fold(following.group(1), lexicon.turkic)
        if word != expected and word != f"{expected}'s":
            return None
        end = following.end()
    return end
