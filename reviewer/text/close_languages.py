"""Languages so close that letters alone mislead: told by words and characters that only one has.

Where a text has none of them, or those of both, nothing is said with confidence.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import lru_cache
from importlib.resources import files
from pathlib import PurePath

DOUBTFUL = 0.5
"""How sure it is at most where nothing tells which of them it is."""

_NAMED = 0.9
"""How sure the name of a file and its text are together."""

_CLEARLY = 2
"""How many times as many words of its own one must have."""

_WORD = re.compile(r"[^\W\d_]+")
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_CHINESE = ("gb2312", "big5")
_JAPANESE = "shift_jis"


def told_apart(language: str, confidence: float, text: str) -> tuple[str, float]:
    """Which of the languages that are close to `language` the text is in, and how sure that is;
    what was found (`language`, `confidence`) where there are none."""
    own = _own_words().get(language)
    if own is None:
        return language, confidence
    found = Counter(dict.fromkeys(own, 0))
    for word in set(_WORD.findall(text.casefold())):
        found.update(each for each, words in own.items() if word in words or _ends(word, words))
    (best, most), (_, second) = found.most_common(2)
    if most < _CLEARLY * second or not most:
        return language, min(confidence, DOUBTFUL)
    return best, confidence if best == language else 1 - DOUBTFUL / most


def by_name(path: str, language: str, confidence: float) -> tuple[str, float]:
    """What was found in the text of the file at `path`; where that is in doubt between close
    languages, the one of them whose code its name has ("news.ms.txt")."""
    close = _own_words().get(language, {})
    parts = {part.casefold() for part in re.split(r"[^A-Za-z]+", PurePath(path).name)}
    named = [each for each in close if each in parts]
    if confidence > DOUBTFUL or len(named) != 1:
        return language, confidence
    return named[0], _NAMED


def ideographs(line: str) -> dict[str, float]:
    """Whether a line of Chinese characters, with few kana or none, is Japanese or Chinese; {} where
    the characters do not say.

    The national character sets are lists of what each writes: Japanese simplified other characters
    than China did, and kept others.
    """
    characters = "".join(_IDEOGRAPH.findall(line))
    chinese = any(_has(name, characters) for name in _CHINESE)
    if _has(_JAPANESE, characters):
        return {"zh": DOUBTFUL, "ja": 1 - DOUBTFUL} if chinese else {"ja": 1.0}
    return {"zh": 1.0} if chinese else {}


def _has(codec: str, characters: str) -> bool:
    try:
        characters.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _ends(word: str, words: frozenset[str]) -> bool:
    """Whether one of the endings ("-syen") that only one of them has ends a longer word."""
    return any(f"-{word[-length:]}" in words for length in (3, 4, 5) if len(word) > length + 1)


@lru_cache(maxsize=1)
def _own_words() -> dict[str, dict[str, frozenset[str]]]:
    """For each language the words that only it has of those close to it, and those of these."""
    data = files("reviewer.text").joinpath("data/close_languages.json").read_text("utf-8")
    made: dict[str, dict[str, frozenset[str]]] = {}
    for group in json.loads(data)["groups"]:
        own = {language: frozenset(words.split()) for language, words in group.items()}
        made |= dict.fromkeys(own, own)
    return made
