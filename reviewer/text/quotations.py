"""What quotation marks and brackets keep together: a title, a name, a few words, but no speech of
several sentences, whoever says it before or behind.

A mark of speech is looked for on this one side only. Where the translation has the clause on the
other side, the sentences of the speech still stand beside each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.domain import Span
from reviewer.text.abbreviations import is_attribution
from reviewer.text.enclosures import BRACKETS, QUOTATION_MARKS, enclosures
from reviewer.text.languages import base
from reviewer.text.note_marks import CLOSING, STOPS

LONG_QUOTATION = 300
"""A quotation of more characters than this is split into its sentences."""

LONG_BRACKET = 1_000

_SINGLE_MARKS = frozenset("‘‚'")
_QUOTATION_MARKS = QUOTATION_MARKS | _SINGLE_MARKS

_NEAR = 200
"""Characters beside a quotation that are looked at."""

_INTRODUCES = ":：,，،、"
_CARRIES = ",，،、"
"""Marks between a quotation and the clause that carries it."""

_QUOTATIVES = {
    "ja": ("と", "って"),
    "ko": ("라고", "이라고", "라며", "이라며", "라는", "이라는", "하고", "고 ", "며 "),
}
"""What is written onto a quotation where it is carried on."""

_AFTER_JAPANESE_QUOTATION = re.compile(
    "と(?!ても|ころ|き|ある|はいえ)|って|など|の(?!ち)|は(?!い|じめ)|が|を|に|で(?!も|は|す)"
    "|も(?!し|ちろん|っと|う)|から|より|や(?!はり|っと)|、"
)
_TOLD = re.compile(r"\w[.।۔։](?:\s+\S)|\w。\S")
"""A full stop inside; titles are full of the other marks."""

_SINGLE = re.compile(
    r"(?<!\w)‘(?:[^‘’]|(?<=[^.,!?…])’|(?<=[.,!?…])’(?=\w)){0,1000}[.,!?…]’(?!\w)"
    r"|(?<!\w)'(?=\w)(?:[^'\n]|(?<=[^.,!?…])'|(?<=[.,!?…])'(?=\w)){0,1000}[.,!?…]'(?!\w)"
    r"|(?<!\w)‚(?=\S)(?:[^‚‘’\n]|’(?=\w)){0,1000}(?<=\S)[‘’](?!\w)"
)
"""Speech in single marks ends with one of its own, before which an apostrophe hardly stands; what
opens as „German“ speech does needs none."""

_CASED = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u1e00-\u1eff]")
_FIRST_LETTER = re.compile(r"[\s\"'“„«‘(\[—–\-]*(\w)")


def quotations(text: str, language: str) -> tuple[Span, ...]:
    """What pairs of brackets and quotation marks enclose, the marks with it."""
    pairs = enclosures(text, language).pairs
    return pairs if _SINGLE_MARKS.isdisjoint(text) else (*pairs, *_in_single_marks(text))


def stays_whole(pair: Span, text: str, language: str) -> bool:
    """Whether what brackets or quotation marks enclose is kept in one sentence.

    Speech, whether a clause carries it or it stands by itself, is split into its sentences; so is
    a very long quotation. A title with a full stop in it is none of this.
    """
    if text[pair.start] in BRACKETS:
        return pair.end - pair.start <= LONG_BRACKET
    if pair.end - pair.start > LONG_QUOTATION:
        return False
    return is_carried(pair, text, language) and not _is_speech(pair, text, language)


def is_carried(pair: Span, text: str, language: str) -> bool:
    """Whether the quotation belongs to a clause, before it or behind it."""
    inside, before, after = _parts(pair, text)
    ends = _stops(inside, after) and (not after or _begins_anew(after, language))
    return not (_begins(before) and ends)


def may_quote(text: str) -> bool:
    """Whether there is any quotation mark in `text`; false says so for sure."""
    return not _QUOTATION_MARKS.isdisjoint(text)


def continues_quotation(left: str, right: str, language: str) -> bool:
    """Whether the clause of the quotation that ends with `left` goes on with `right`."""
    if base(language) == "ja":
        return bool(_AFTER_JAPANESE_QUOTATION.match(right))
    return left[-1:] in '”’」』"' and is_attribution(right, language)


def is_quotative(right: str, language: str) -> bool:
    """Whether `right` begins with what makes a quotation a part of the clause (Korean 라고)."""
    return right.startswith(_QUOTATIVES.get(base(language), ()))


def goes_on_in_lower_case(right: str) -> bool:
    """Whether the first letter of `right` is small, in a script that has capitals."""
    match = _FIRST_LETTER.match(right)
    return match is not None and match[1].islower() and bool(_CASED.match(match[1]))


def _in_single_marks(text: str) -> Iterator[Span]:
    return (Span(match.start(), match.end()) for match in _SINGLE.finditer(text))


def _parts(pair: Span, text: str) -> tuple[str, str, str]:
    """What stands between the marks, and next to them before and behind."""
    inside = text[pair.start + 1 : pair.end - 1].rstrip()
    before = text[max(pair.start - _NEAR, 0) : pair.start].rstrip()
    return inside, before, text[pair.end : pair.end + _NEAR].lstrip()


def _begins(before: str) -> bool:
    """Whether a sentence begins with the quotation that follows `before`."""
    return not before or before[-1] in f"{STOPS}{CLOSING}"


def _stops(inside: str, after: str) -> bool:
    """Whether an end mark stands before the closing mark or right behind it: «…». in Ukrainian,
    Spanish or Arabic is what “….” is in English."""
    return inside[-1:] in STOPS or (after != "" and after[0] in STOPS)


def _is_speech(pair: Span, text: str, language: str) -> bool:
    """Whether what stands between the marks is what somebody says or writes, and no title or
    name that has an end mark in it ("Oh! What a Lovely War")."""
    inside, before, after = _parts(pair, text)
    begins = _begins(before)
    stops = inside[-1:] in STOPS
    told = bool(_TOLD.search(inside))
    if before[-1:] in _INTRODUCES and not begins:
        return told or stops
    if not after or _begins_anew(after, language):
        return told and (stops or (begins and _stops(inside, after)))
    if inside[-1:] in _CARRIES or after[0] in _CARRIES or is_attribution(after, language):
        return told or begins
    if is_quotative(after, language):
        return told
    dash = after[0] in "–—-"
    return begins and ((told and dash) or (stops and goes_on_in_lower_case(after)))


def _begins_anew(after: str, language: str) -> bool:
    """Whether what follows a quotation begins a sentence of its own."""
    if after[0] in ",;:)]}–—-，、；：،؛" or goes_on_in_lower_case(after):
        return False
    if is_attribution(after, language) or is_quotative(after, language):
        return False
    return not continues_quotation("”", after, language)
