"""A name that is another one in the translation: Seville for Damascus, Teresa Medina for Teresa
Molina.

Places are those that CLDR names in both languages. Of persons one name must stand as it is in both
texts; what stands beside it in the one and in the other is compared, letter by letter where both
are written in Latin letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reviewer.checks.base import Check, Page
from reviewer.checks.known_places import name_of
from reviewer.checks.own_names import places
from reviewer.checks.place_names import (
    STAND_AS_THEY_ARE,
    Place,
    named_places,
    without_endings,
)
from reviewer.domain import Finding, Pair, Span
from reviewer.machine_translation.usual_case import has_small_form, is_rare
from reviewer.messages import message
from reviewer.text.languages import base
from reviewer.text.names import (
    are_alike,
    folded,
    marks_names,
    names,
    with_capitals,
    words_in,
    words_of,
)
from reviewer.text.sounds import distance, sounds
from reviewer.text.spellings import Spellings
from reviewer.text.words import function_words

_SURE, _LIKELY = 0.7, 0.5

_NO_ENDINGS = STAND_AS_THEY_ARE | {"tr"}
"""Languages in which a name stands as it is but for an -s or what an apostrophe parts from it."""

_RESPELLING = frozenset({"lv", "lt", "az", "uz", "tk", "sr", "bs", "sq", "eo", "ku", "cy"})
"""Languages that write foreign names by their sounds, in Latin letters."""

_BESIDE = re.compile(r"[ \u00a0\u2011-]\Z")
_TWO_CAPITALS = re.compile(
    r"[A-Z\u00c0-\u00de\u0100-\u01b0\u1e00-\u1eff]\w+['’]?\w{0,6}[ \u00a0\u2011-]"
    r"[A-Z\u00c0-\u00de\u0100-\u01b0\u1e00-\u1eff]"
)
"""Quickly, where two words of a name may stand."""

_FEWEST_LETTERS = 4
_FEWEST_BESIDE = 3
_LONGEST_ENDING = 4

_LONGEST_PLACE_ENDING = 2
_GIVEN_NAME = 0.45
"""How far the forms of a given name in two languages may sound (Charles, Karl)."""

_ANY = "en"
"""A language of the list of word pieces, which has the names of all."""

_SILENT = re.compile("^[hjy]([aeiou])")
"""What some languages put before a vowel at the beginning of a name."""

_FLEETING = re.compile("[eoi]([^aeiou])$")
"""Marek, Marka."""

_TRANSCRIBED = (
    ("tsch|tch|tsj|cz|ch|kh|x|h", "h"),
    ("sch|sh|sz|sj", "s"),
    ("ts|tz|zz|z|c(?=[ei])", "z"),
    ("zh|dzh|dj|j|y|ie", "i"),
    ("ph", "f"),
    ("ou|oo", "u"),
    ("ee", "i"),
    ("[ckq]+", "k"),
    ("w", "v"),
    ("(?:io|o|e|a)[vf]f?\\Z", "ov"),
    ("i+", "i"),
    ("ks", "h"),
    ("(.)\\1+", "\\1"),
)
"""What transcriptions of Russian, Arabic or Greek names write in more ways than one."""


class OtherNames(Check):
    """A place or a person of the source for which the translation has another one."""

    id = "other-name"
    title = "Another name"
    severity = "major"
    its = "mistranslation"
    mqm = "mistranslation"
    page = Page(
        finds=message(
            "A country or capital for which the translation names another one, and a person's "
            "name that is another or spelt otherwise beside one that is kept."
        ),
        languages=message("sources that write names with a capital; persons in Latin letters"),
        bad=("She met Anna Molina there.", "Dort traf sie Anna Medina."),
        good=("She met Anna Molina in Rome.", "In Rom traf sie Anna Molina."),
        measured=(
            "0 to 0.7 % of faithful rows are told, most of them slips that are there; of planted "
            "ones 0.3 to 0.4 are found (docs/measurements/checks.md)."
        ),
    )
    compares_sides = True

    def find(self, pair: Pair) -> Iterator[Finding]:
        """One finding for each name that became another."""
        if not marks_names(pair.source_language) or not pair.source or not pair.target:
            return
        if exchanged := _exchanged_places(pair):
            source, target = exchanged
            yield _finding(pair, source, target, "place")
        if {base(pair.source_language), base(pair.target_language)} & _RESPELLING:
            return
        for source, target in _exchanged_beside(pair):
            near = are_alike(folded(source.of(pair.source)), folded(target.of(pair.target)))
            yield _finding(pair, source, target, "spelling" if near else "person")


def _finding(pair: Pair, source: Span, target: Span, kind: str) -> Finding:
    name, written = source.of(pair.source), target.of(pair.target)
    return Finding(
        OtherNames.id,
        kind,
        "major" if kind == "place" else "minor",
        message("“{name}” is spelt “{written}” in the translation.", name=name, written=written)
        if kind == "spelling"
        else message(
            "The translation has “{written}” where the source has “{name}”.",
            name=name,
            written=written,
        ),
        source_spans=(source,),
        target_spans=(target,),
        rule=f"other-name-{kind}",
        confidence=_SURE if kind == "place" else _LIKELY,
        subject=f"{name}→{written}",
    )


def _exchanged_places(pair: Pair) -> tuple[Span, Span] | None:
    """The one place of the source that the translation does not name, and the one that only the
    translation names. None unless there is exactly one of each, of one kind."""
    ours = named_places(pair.source, pair.source_language)
    if not ours.certain:
        return None
    theirs = named_places(pair.target, pair.target_language)
    lost = [one for one in ours.certain if not one.meant & theirs.every]
    new = [one for one in theirs.certain if not one.meant & ours.every]
    if len({one.meant for one in lost}) != 1 or len({one.meant for one in new}) != 1:
        return None
    source, target = lost[0], new[0]
    if not source.kinds & target.kinds:
        return None
    if _are_spelt(source, target, pair):
        return None
    return source.span, target.span


def _are_spelt(source: Place, target: Place, pair: Pair) -> bool:
    """Whether either of the names is written in the other text after all: the two are no spellings
    of one where each is the very name of its own place."""
    name, written = source.span.of(pair.source), target.span.of(pair.target)
    ours, theirs = pair.source, pair.target
    if _is_its_own_name(source, target, pair):
        ours, theirs = _without(ours, source.span), _without(theirs, target.span)
        if _is_latin(name) and _is_latin(written):
            return _has_beginning(theirs, name) or _has_beginning(ours, written)
    return _spellings(theirs).have(folded(name)) or _spellings(ours).have(folded(written))


def _has_beginning(text: str, name: str) -> bool:
    """Whether a word begins as a name does, to its last letters but two."""
    stem = folded(name)[: max(_FEWEST_LETTERS, len(name) - _LONGEST_PLACE_ENDING)]
    return any(word.startswith(stem) for word in words_of(text))


def _without(text: str, span: Span) -> str:
    return f"{text[: span.start]} {text[span.end :]}"


def _is_its_own_name(source: Place, target: Place, pair: Pair) -> bool:
    """Whether what the translation has is the very name of that other place, and the source's own
    place is called otherwise there: Slovenia for Slovakia sounds much alike. A word with a capital
    may have an ending."""
    name = target.span.of(pair.target)
    written, ending = name.casefold(), _LONGEST_PLACE_ENDING if name[0].isupper() else 0
    own, other = (_called(one.meant, base(pair.target_language)) for one in (source, target))
    if written in other:
        return bool(own) and written not in own
    nearest = max((_begin_alike(written, one) for one in other), default=0)
    is_other = any(
        _begin_alike(written, one) >= max(len(one), len(written)) - ending for one in other
    )
    return bool(own) and is_other and all(_begin_alike(written, one) < nearest - 1 for one in own)


def _called(meant: frozenset[str], language: str) -> list[str]:
    """What places are called in a language, casefolded; a city that CLDR leaves out as its time
    zone is."""
    found = []
    for one in meant:
        code = one.partition(" ")[2]
        city = code.rpartition("/")[2].replace("_", " ") if "/" in code else ""
        found.append((name_of(code, language) or city).casefold())
    return [name for name in found if name]


def _begin_alike(first: str, second: str) -> int:
    """How many letters two words begin with alike."""
    same = (at for at, (one, other) in enumerate(zip(first, second, strict=False)) if one != other)
    return next(same, min(len(first), len(second)))


@lru_cache(maxsize=1024)
def _spellings(text: str) -> Spellings:
    return Spellings(words_of(text))


class _Word(NamedTuple):
    span: Span
    written: str
    plain: str


def _exchanged_beside(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Words of names without counterpart, beside one that both texts have, and what stands in
    their place."""
    if not (_TWO_CAPITALS.search(pair.target) and _TWO_CAPITALS.search(pair.source)):
        return
    if not _may_have_own(pair):
        return
    ours = _words(pair.source)
    own = [
        number
        for number, word in enumerate(ours)
        # What costs little comes first: few words have one with a capital beside them.
        if word.written[0].isupper()
        and any(_stand_together(ours, number, step, pair.source) for step in (-1, 1))
        and _may_be_a_name(word, pair.source_language)
        and _is_in_a_name(word, pair)
    ]
    if not own:
        return
    theirs = _words(pair.target)
    sources, targets = [word.plain for word in ours], [word.plain for word in theirs]
    ended = {base(pair.source_language), base(pair.target_language)} - _NO_ENDINGS
    for number in own:
        word = ours[number]
        if any(_are_one(word.plain, other, bool(ended)) for other in targets):
            continue
        for step in (-1, 1):
            if not _stand_together(ours, number, step, pair.source):
                continue
            for written in _beside(ours[number + step], -step, theirs, pair.target, bool(ended)):
                if (
                    _may_be_a_name(written, pair.target_language)
                    and not any(_are_one(one, written.plain, bool(ended)) for one in sources)
                    and _transcribed(word.plain) != _transcribed(written.plain)
                    and not (step == 1 and _are_one_given_name(word, written))
                ):
                    yield word.span, written.span
                    break


def _may_have_own(pair: Pair) -> bool:
    """Whether the source has a word with another one beside it that may be a name, told from its
    few words with a capital."""
    plain = without_endings(pair.source)
    for first, second in pairwise(with_capitals(plain)):
        if _BESIDE.match(plain[first.end() : second.start()]):
            for one in (first, second):
                if _may_be_a_name(_word(one), pair.source_language):
                    return True
    return False


def _beside(
    kept: _Word, step: int, theirs: Sequence[_Word], text: str, ended: bool
) -> Iterator[_Word]:
    """What stands beside a name that both texts have, on one side, wherever the translation has
    the name."""
    for place, other in enumerate(theirs):
        same = other.plain == kept.plain or (ended and _are_one(kept.plain, other.plain, True))
        if same and _stand_together(theirs, place, step, text):
            yield theirs[place + step]


def _stand_together(words: Sequence[_Word], number: int, step: int, text: str) -> bool:
    """Whether a word has a neighbour with a capital on one side, with a space between."""
    if not 0 <= number + step < len(words):
        return False
    first, second = sorted((words[number].span, words[number + step].span))
    beside = words[number + step]
    return (
        len(beside.plain) >= _FEWEST_BESIDE
        and beside.written[0].isupper()
        and not beside.written.isupper()
        and _BESIDE.match(text[first.end : second.start]) is not None
    )


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[_Word, ...]:
    plain = without_endings(text)
    return tuple(map(_word, words_in(plain)))


def _word(match: re.Match[str]) -> _Word:
    return _Word(Span(*match.span()), match[0], folded(match[0]))


def _is_in_a_name(word: _Word, pair: Pair) -> bool:
    return any(
        name.span.start <= word.span.start and word.span.end <= name.span.end
        for name in names(pair.source, pair.source_language, frozenset())
    )


def _may_be_a_name(word: _Word, language: str) -> bool:
    """Whether a word in Latin letters has a capital, and is no everyday word and no place."""
    written = word.written
    return (
        len(word.plain) >= _FEWEST_LETTERS
        and written[0].isupper()
        and not written.isupper()
        and _is_latin(written)
        and written.casefold() not in function_words(language)
        and not has_small_form(written)
        and not has_small_form(written.removesuffix("s"))
        and not places(written, language)
    )


def _are_one(name: str, written: str, ended: bool) -> bool:
    """Whether two words are one name, with endings perhaps; `ended`: where they change it."""
    short, long = sorted((name, written), key=len)
    if len(short) < _FEWEST_BESIDE:
        return short == long
    more = len(long) - len(short)
    if not ended and name.startswith(written) and more and long != short + "s":
        return False
    if long.startswith(short):
        return more <= _LONGEST_ENDING
    if len(short) >= _FEWEST_LETTERS and short in long:
        return True
    if not ended or len(short) < _FEWEST_LETTERS or more > _LONGEST_ENDING:
        return False
    stems = (name[:-1], written[:-1], _FLEETING.sub(r"\1", name), _FLEETING.sub(r"\1", written))
    return any(name.startswith(stem) and written.startswith(stem) for stem in stems)


def _are_one_given_name(ours: _Word, theirs: _Word) -> bool:
    """Whether two words before a name that is kept are a given name in two languages (John,
    Johannes): both are names that are met, and they sound alike. A slip hardly makes another."""
    first, second = (_SILENT.sub(r"\1", one.plain) for one in (ours, theirs))
    if (ours.plain, theirs.plain) != (first, second):
        # Elena may be Jelena; Edith is not Judith.
        if _are_one(first, second, True):
            return True
        if first[0] != second[0]:
            return False
    if is_rare(ours.written, _ANY) or is_rare(theirs.written, _ANY):
        return False
    return distance(sounds(ours.plain), [sounds(theirs.plain)]) <= _GIVEN_NAME


def _is_latin(word: str) -> bool:
    return all(char < "\u0250" or "\u1e00" <= char < "\u1f00" for char in word)


@lru_cache(maxsize=4096)
def _transcribed(word: str) -> str:
    """A name as it sounds, whatever it was transcribed by."""
    for written, sound in _TRANSCRIBED:
        word = re.sub(written, sound, word)
    return word
