"""Whether a name of the source can be heard in the translation.

Only words are listened for that are spelt and not translated, as far as can be told: neither they
nor their halves are everyday words, and they are made of none by an ending.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reviewer.machine_translation.usual_case import has_small_form, is_rare, is_usually_small
from reviewer.text.languages import base
from reviewer.text.names import POSSESSIVE, Name, folded
from reviewer.text.scripts import has_spaces
from reviewer.text.sounds import distance, sounds, weight
from reviewer.text.words import LETTERS, latin

_FAR_IN_SCRIPT, _FAR = 0.35, 0.45
"""How far what is there must be from a name that is missed, in one script and between two."""

_FEWEST_LETTERS, _FEWEST_OF_A_HALF, _PERSON = 4, 3, 2
_LEAST_TO_HEAR = 1.6
"""Weight of the sounds of a name: Oahu may be anything."""

_SEVERAL = re.compile("[^aious]s$")
_WORD = re.compile(LETTERS)
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{2,}")
_HAN = re.compile(r"[\u3400-\u9fff]")
ARABIC = re.compile(r"[\u0600-\u06ff]")
_MARKS = re.compile("[\u064b-\u0652\u0640]")
WRITTEN_WITH_IT = re.compile(r"^(?:[wf]?(?:[bkl]?al|ll)|[wfblk])(?=..)")
"""The article and the words of one letter that Arabic writes in one with the next word."""


@dataclass(frozen=True, slots=True)
class OwnSounds:
    """The sounds of the words of a name that are spelt, and whether these are all of its words."""

    words: tuple[str, ...]
    all: bool


@lru_cache(maxsize=8192)
def own_sounds(name: Name, language: str) -> OwnSounds | None:
    """What can be listened for: a rare word or two that are no everyday ones. None where that is
    not enough, or where nothing is known of the language's words."""
    endings = _derived(base(language))
    if endings is None:
        return None
    own = [
        bare
        for word in name.words
        if not endings.search((bare := POSSESSIVE.sub("", word)).lower())
        and _is_spelt(bare, base(language))
    ]
    heard = tuple(one for word in own if (one := sounds(folded(word))))
    if sum(map(weight, heard)) < _LEAST_TO_HEAR:
        return None
    if len(own) < _PERSON and not any(_is_rare(word, base(language)) for word in own):
        return None
    return OwnSounds(heard, len(own) == len(name.words))


@lru_cache(maxsize=4096)
def is_heard(own: OwnSounds, text: str, language: str, *, another_script: bool) -> bool:
    """Whether a text has words that sound like those of a name."""
    there, anywhere = spoken(text, language)
    left = (_FAR if another_script else _FAR_IN_SCRIPT) * sum(map(weight, own.words))
    for one in own.words:
        heavy = weight(one)
        left -= heavy * distance(one, there, anywhere=anywhere, within=left / heavy)
        if left < 0:
            return False
    return True


def _is_spelt(word: str, language: str) -> bool:
    return (
        len(word) >= _FEWEST_LETTERS
        and word[1:].islower()
        and not is_usually_small(word, language)
        and not has_small_form(word)
        and not ((is_rare(word, language) or _SEVERAL.search(word)) and _is_made_of_two(word))
    )


def _is_made_of_two(word: str) -> bool:
    """Whether two everyday words are written as one (Stardust)."""
    return any(
        has_small_form(word[:at]) and has_small_form(word[at:])
        for at in range(_FEWEST_OF_A_HALF, len(word) - _FEWEST_OF_A_HALF + 1)
    )


def _is_rare(word: str, language: str) -> bool:
    """Whether a word is rare, and no several of something (Hussars)."""
    return is_rare(word, language) and not _SEVERAL.search(word)


@lru_cache(maxsize=256)
def spoken(text: str, language: str) -> tuple[tuple[str, ...], bool]:
    """The sounds of the words of a text, and whether a name may stand in the midst of them: so it
    is where no spaces part words."""
    if foreign := _KATAKANA.findall(text):
        return tuple(sounds(latin(word)) for word in foreign), False
    if not has_spaces(language):
        together = "".join(_WORD.findall(latin(text)))
        return (sounds(together, pinyin=_HAN.search(text) is not None),), True
    found, before = dict[str, None](), ""
    for word in _WORD.findall(_MARKS.sub("", text)):
        plain = folded(word)
        found[sounds(plain)] = None
        if ARABIC.match(word):
            # A name of two words may be written as one, and the other way round.
            found[sounds(before + plain)] = None
            before = WRITTEN_WITH_IT.sub("", plain)
            found[sounds(before)] = None
    return tuple(one for one in found if one), False


@lru_cache(maxsize=64)
def _derived(language: str) -> re.Pattern[str] | None:
    data = files("reviewer.checks").joinpath("data/derived_words.toml").read_text("utf-8")
    endings = tomllib.loads(data)["endings"].get(language)
    return re.compile(rf".{{3}}(?:{endings})$") if endings else None
