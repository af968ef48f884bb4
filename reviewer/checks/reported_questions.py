"""Questions that a good translation puts in another way than with a question mark.

“Has the post come?”, he asked: he asked whether it had come. Who could have known? Nobody could.
Could you wait here? Wait here, please. It is late, isn't it? It is late. Is it still open? I
wonder whether it is.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reviewer.checks.listed_forms import pattern_of
from reviewer.checks.negation import forms
from reviewer.text.languages import base

_MARK = re.compile("[?？؟⸮՞፧;\u037e]")
_FRAME = re.compile('[:："“”„«»‹›「『—–]')
_GOES_ON = re.compile(r"[\s\"“”»«’'」』—–,،]*[^\W\d_]")
_SEPARATES = re.compile("[,،，]")
_OPENS = re.compile(r"^[\W_]*(?:[^\W\d_]{1,3}[\s,،]+)?")
"""What may stand before the word that asks: marks, and one short word (and, but, in)."""


@dataclass(frozen=True, slots=True)
class _Forms:
    """How a language asks without a mark: whether, who, please, isn't it."""

    whether: re.Pattern[str]
    asks: re.Pattern[str]
    please: re.Pattern[str]
    wonders: re.Pattern[str]
    tags: re.Pattern[str]


def is_asked_otherwise(
    asking: str, asking_language: str, stating: str, stating_language: str
) -> bool:
    """Whether `stating`, which has no question mark, may well say what `asking` asks."""
    stated, asked = _forms(stating_language), _forms(asking_language)
    asking, stating = _plain(asking), _plain(stating)
    if asked and asked.tags.search(asking):
        return True
    who = asked is not None and _begins_with(asked.asks, asking)
    if stated:
        if stated.wonders.search(stating):
            return True
        if not who and stated.please.search(stating):
            return True
        if stating.rstrip('"”»“」』 ')[-1:] in ("!", "！") and (
            _begins_with(stated.asks, stating) or (not who and _denies(asking, asking_language))
        ):
            return True
        if _is_reported(asking, stating, stated, who=who if asked else None):
            return True
    return who and _denies(stating, stating_language) and not _denies(asking, asking_language)


def _is_reported(asking: str, stating: str, stated: _Forms, *, who: bool | None) -> bool:
    """Whether the question stands in a frame, and the statement reports it: with a word for
    whether, or with who and where, as the question has it (`who`; None: not known)."""
    framed, parted = _frame(asking)
    if not (framed or parted):
        return False
    if who is not True and _stands_inside(stated.whether, stating):
        return True
    return framed and who is not False and _stands_inside(stated.asks, stating)


def _frame(asking: str) -> tuple[bool, bool]:
    """Whether a question is only a part of its sentence: by quotation marks, a colon or a clause
    behind it; and whether by a comma, which may be another's."""
    mark = _MARK.search(asking)
    if mark is None:
        return False, False
    before, after = asking[: mark.start()], asking[mark.end() :]
    behind = _GOES_ON.match(after)
    goes_on = behind is not None and (
        behind[0][-1].islower() or behind[0].strip()[:1] in '"”»“」』'
    )
    return bool(_FRAME.search(before)) or goes_on, bool(_SEPARATES.search(before))


def _stands_inside(words: re.Pattern[str], text: str) -> bool:
    """Whether one of the words stands behind another: at the beginning it asks directly."""
    return any(any(map(str.isalpha, text[: match.start()])) for match in words.finditer(text))


def _begins_with(words: re.Pattern[str], text: str) -> bool:
    """Whether a word that asks begins the text, or what a frame or a sentence before leaves."""
    for start in (0, *(match.end() for match in re.finditer('[:："“„«‹「『.!。！]\\s*', text))):
        opened = _OPENS.match(text[start:])
        ends = {start + opened.end() if opened else start, start}
        if any(words.match(text, at) for at in ends):
            return True
    return False


def _denies(text: str, language: str) -> bool:
    known = forms(language)
    return known is not None and known.read(text).mentioned


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("ʼ", "'").casefold()


@lru_cache(maxsize=64)
def _forms(language: str) -> _Forms | None:
    listed = _table().get(base(language))
    if listed is None:
        return None
    whether, asks, please, wonders = (
        pattern_of(filter(None, listed.get(part, "").split("|")))
        for part in ("whether", "asks", "please", "wonders")
    )
    return _Forms(
        whether, asks, please, wonders, re.compile(listed.get("tags", "(?!)"), re.IGNORECASE)
    )


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    text = files("reviewer.checks").joinpath("data/questions.toml").read_text("utf-8")
    return tomllib.loads(text)
