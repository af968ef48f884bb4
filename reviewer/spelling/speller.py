"""Hunspell itself. It holds Python's lock while it reads a dictionary, for up to a second or two:
the window asks it in a process of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from reviewer.domain import ReviewerError
from reviewer.messages import message

MOST_SUGGESTIONS = 7

_PARTS = re.compile("[-']")
_COUNT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(\d{1,9})")
_LEAST_SHARE = 0.5

LIBRARY = "chunspell"
"""What has to be installed; it is imported as `hunspell`."""

Answers = Mapping[str, Sequence[str] | None]
"""For each word None where it is known, or what may have been meant."""


class SpellingError(ReviewerError):
    """A dictionary cannot be used."""


def is_installed() -> bool:
    """Whether the library is there; nothing is imported."""
    return find_spec("hunspell") is not None


def look_up(
    path: Path,
    words: Sequence[str],
    *,
    suggest: bool,
    within: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> dict[str, Sequence[str] | None]:
    """Which words the dictionary at `path` (a .dic file) does not know.

    `suggest` says whether to look for what may have been meant, which takes up to half a second
    for a word. Raises SpellingError. Stops early, with what it has, when `cancelled()`.
    """
    speller = _speller(path)
    answers: dict[str, Sequence[str] | None] = {}
    for number, word in enumerate(words):
        if cancelled():
            break
        within(number / len(words))
        known = _is_known(speller, word)
        answers[word] = None if known else _suggestions(speller, word) if suggest else ()
    return answers


class _Speller(Protocol):
    def spell(self, word: str) -> bool: ...

    def suggest(self, word: str) -> Sequence[str]: ...


@lru_cache(maxsize=2)
def _speller(path: Path) -> _Speller:
    from hunspell.hunspell import HunspellWrap

    try:
        if not _is_whole(path):
            # Hunspell would take it, and no word for known.
            raise OSError("it is cut off")
        made: _Speller = HunspellWrap(path.stem, hunspell_data_dir=str(path.parent))
    except OSError as error:
        raise SpellingError(
            message("The dictionary “{path}” cannot be read.", path=str(path))
        ) from error
    return made


def _is_whole(path: Path) -> bool:
    """Whether a dictionary has words: the first line says about how many, in many not exactly."""
    data = path.read_bytes()
    said = _COUNT.match(data)
    return said is not None and data.count(b"\n") >= int(said[1]) * _LEAST_SHARE > 0


def _plain(word: str) -> str:
    """A word as dictionaries have it: composed letters, straight apostrophe, no soft hyphens."""
    bare = word.translate({0x2019: "'", 0x02BC: "'", 0xAD: None, 0x200C: None, 0x200D: None})
    return unicodedata.normalize("NFC", bare)


def _is_known(speller: _Speller, word: str) -> bool:
    plain = _plain(word)
    if _spells(speller, plain):
        return True
    parts = _PARTS.split(plain)
    return len(parts) > 1 and all(len(part) < 2 or _spells(speller, part) for part in parts)


def _spells(speller: _Speller, word: str) -> bool:
    try:
        return speller.spell(word)
    except UnicodeEncodeError:
        return True  # its letters are not the dictionary's: it says nothing of such words


def _suggestions(speller: _Speller, word: str) -> Sequence[str]:
    return tuple(speller.suggest(_plain(word)))[:MOST_SUGGESTIONS]
