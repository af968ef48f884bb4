"""What words before two values make of them in a change: from, to, by (raised by 5 to 20)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.agreement import family
from reviewer.checks.numbers.belongings import is_year
from reviewer.checks.numbers.matching import Match, Matching
from reviewer.checks.numbers.name import ID
from reviewer.checks.numbers.sides import TextFigures
from reviewer.domain import Finding, Span
from reviewer.messages import message
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item

_BEFORE = re.compile(r"([^\W\d_]+)(?: ([^\W\d_]+))?\s*[$€£¥]?\s*$")
_REACH = 24
"""Characters before a value that hold the two words right before it."""
_FARTHEST = 60
"""Characters that may stand between the two values of one change."""


def exchanged(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Neighbouring values each of which has a role that only the other one has in the source.

    Only where the words of both languages for from, to and by are known. A word that says two
    of them (French "de", from and by) contradicts only the third.
    """
    if not source.lexicon.roles or not target.lexicon.roles:
        return []
    values = sorted((m for m in matching.matches if _is_amount(m)), key=lambda m: m.source.start)
    return [
        places_changed(a, b, source)
        for a, b in pairwise(values)
        if a.source.value != b.source.value
        and b.source.start - a.source.end <= _FARTHEST
        and (role(a.source, source) or role(b.source, source))
        and _Told.of(a, b, source, target).exchanged()
    ]


def kept(a: Match, b: Match, source: TextFigures, target: TextFigures) -> bool:
    """Whether the words beside two values give them different roles, and the same on both sides.

    What one text leaves unsaid the other may say (2.5 instead of 1.5, from 1.5 to 2.5).
    """
    return _Told.of(a, b, source, target).kept()


def _is_amount(match: Match) -> bool:
    both = match.source, match.target
    if any(is_year(item) for item in both):
        return False
    return all(family(i) == "number" and i.kind != "ordinal" and not i.vague for i in both)


@dataclass(frozen=True)
class _Told:
    """The roles of two values, `here` in the source and `there` in the target."""

    here: tuple[frozenset[str], frozenset[str]]
    there: tuple[frozenset[str], frozenset[str]]

    @classmethod
    def of(cls, a: Match, b: Match, source: TextFigures, target: TextFigures) -> _Told:
        # What goes up to a value may also come to it.
        return cls(
            *(
                (
                    frozenset(role(first, side).replace("l", "t")),
                    frozenset(role(second, side).replace("l", "t")),
                )
                for first, second, side in (
                    (a.source, b.source, source),
                    (a.target, b.target, target),
                )
            )
        )

    def exchanged(self) -> bool:
        """Whether each has a role that only the other one has in the other text, or what one of
        them began as the other one does there."""
        straight = list(zip(self.here, self.there, strict=True))
        if all(one and other and not one & other for one, other in straight):
            return True
        turned = list(zip(self.here, self.there[::-1], strict=True))
        began = any(one == other == _BEGAN for one, other in turned)
        return (
            began
            and not any(one & other for one, other in straight)
            and all(not one or not other or one & other for one, other in turned)
        )

    def kept(self) -> bool:
        """See the function of this name."""
        if self.here[0] & self.here[1] or self.there[0] & self.there[1]:
            return False
        straight = list(zip(self.here, self.there, strict=True))
        if any(one and other and not one & other for one, other in straight):
            return False
        if any(one & other for one, other in straight):
            return True
        first, second = (one or other for one, other in straight)
        by_each = sorted(bool(one) - bool(other) for one, other in straight) == [-1, 1]
        return by_each and not first & second


_BEGAN = frozenset("f")


def role(item: Item, side: TextFigures) -> str:
    """The letters of the roles (f, t, b, l) that the word before a value may give it, or else its
    ending or the word behind it."""
    return role_before(item, side) or role_behind(item, side)


def role_before(item: Item, side: TextFigures) -> str:
    """The letters of the roles (f, t, b, l) that the word before a value may give it."""
    if not side.lexicon.spaced:
        return _written_before(item, side)
    clitics = side.lexicon.facts.get("role_clitics")
    if clitics:
        written_on = _clitic_role(item, side, clitics)
        if written_on:
            return written_on
    match = _BEFORE.search(plain(side.text[max(0, item.start - _REACH) : item.start]))
    if match is None:
        return ""
    first, second = (fold(word or "", side.lexicon.turkic) for word in match.groups())
    roles = side.lexicon.roles
    if second:
        return roles.get(f"{first} {second}", roles.get(second, ""))
    return roles.get(first, "")


def _written_before(item: Item, side: TextFigures) -> str:
    """The roles that the characters right before a value give it, where words are not parted."""
    before = plain(side.text[max(0, item.start - _REACH) : item.start]).rstrip()
    known = [form for form in side.lexicon.roles if before.endswith(form)]
    return side.lexicon.roles[max(known, key=len)] if known else ""


def role_behind(item: Item, side: TextFigures) -> str:
    """The letter of the role (f, t, b, l) that the ending of a value, or the word behind it, gives
    it."""
    endings = side.lexicon.facts.get("role_behind")
    if not endings:
        return ""
    if not side.lexicon.spaced and not side.lexicon.facts.get("ends_words"):
        behind = side.text[item.end : item.end + _REACH]
        known = [form for form in endings if behind.startswith(form)]
        return str(endings[max(known, key=len)]) if known else ""
    rest = _REST.match(side.text, item.end)
    end = rest.end() if rest else item.end
    word = fold(side.text[item.start : end], side.lexicon.turkic)
    following = _NEXT.match(side.text, end)
    if following and fold(following.group(1), side.lexicon.turkic) in endings:
        return str(endings[fold(following.group(1), side.lexicon.turkic)])
    known = [form for form in endings if word.endswith(form)]
    return str(endings[max(known, key=len)]) if known else ""


_REST = re.compile(r"[^\W\d_]*(?:['’-][^\W\d_]+)?")
"""What is written on to a value and its unit, such as a case ending."""
_NEXT = re.compile(r"\s?([^\W\d_]+)")


def _clitic_role(item: Item, side: TextFigures, clitics: Mapping[str, str]) -> str:
    """The role that a letter written on to a value gives it (ב-10, לעשירית)."""
    alone = _LETTER.search(side.text, max(0, item.start - _LETTERS), item.start)
    if alone is not None:
        return clitics.get(alone.group(1), "")
    role = clitics.get(side.text[item.start], "")
    return role if role in _NO_NUMBER_BEGINS_SO else ""


_LETTER = re.compile(r"(?<!\w)([^\W\d_])[-־–]?$")
_LETTERS = 3
_NO_NUMBER_BEGINS_SO = frozenset("bt")
"""The roles of letters that are not the first one of a number word either (מאה is a hundred)."""


def places_changed(a: Match, b: Match, source: TextFigures, rule: str = "role") -> Finding:
    """The finding on two values each of which stands where the other belongs."""
    first, second = (source.text[m.source.start : m.source.end] for m in (a, b))
    return Finding(
        ID,
        "value",
        "major",
        message(
            "{first} and {second} have changed places: each stands where the other belongs",
            first=first,
            second=second,
        ),
        tuple(Span(m.source.start, m.source.end) for m in (a, b)),
        tuple(Span(m.target.start, m.target.end) for m in (a, b)),
        rule=rule,
        confidence=0.8,
        subject="↔".join(wording.subject(m.source) for m in (a, b)),
    )
