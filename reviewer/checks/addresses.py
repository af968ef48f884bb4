"""Web and e-mail addresses that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checks.base import Check, Page
from reviewer.domain import Finding, Fix, Pair, Span
from reviewer.messages import Message, message
from reviewer.text.languages import base, known
from reviewer.text.web_addresses import MAIL, WEB, may_have_addresses

_TAIL = ".,;:!?…)]}'’»”"
_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_LETTERS_BEHIND = re.compile(rf"((?:\w+://)?[{_LATIN}\d.@+-]*[A-Za-z\d])(?![{_LATIN}])[^\W\d_]")
"""The host of an address in Latin letters, and a letter of another script right behind it: a
particle or a word of the text, in languages that put no space between (claims@a.example로)."""

_LETTERS_BEFORE = re.compile(rf"(?:(?![{_LATIN}])[^\W\d_])+(?=[A-Za-z\d])")
"""The same before an address (请写信至claims@a.example)."""

_ENDING = re.compile(
    rf"(?:['’:-][^\W\d_]{{1,6}}(?:['’:-]\w{{1,6}})?|(?![{_LATIN}])[^\W\d_].*)", re.S
)
"""What a language may write right behind an address: an ending with its mark (a.com'dan,
a.com:ssa, a.com-on), or a word in letters of another script."""

_COUNTRY = 2
"""Letters of a country's part of a host name."""


@dataclass(frozen=True, slots=True)
class _Address:
    span: Span
    key: str
    place: str
    """What is left of the address when language and country are taken out."""
    ending: str
    """The last part of the host's name (com, de); empty in an e-mail address."""


class Addresses(Check):
    """URLs and e-mail addresses are the same on both sides, but for their language."""

    id = "addresses"
    title = "Web and e-mail addresses"
    severity = "major"
    its = "inconsistent-entities"
    mqm = "entity"
    page = Page(
        finds=message("A web or e-mail address that is another one, left out or put in."),
        languages=message("all"),
        bad=(
            "See https://a.example/b.",
            "Siehe https://a.example/c.",
        ),
        good=(
            "See https://a.example/b.",
            "Siehe https://a.example/b.",
        ),
        measured=("No faithful row of seven languages is told."),
    )
    compares_sides = True

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Changed, missing and extra addresses, each with its kind."""
        source, target = list(_addresses(pair.source)), list(_addresses(pair.target))
        for ours in list(source):
            match = next(
                (
                    t
                    for same in (_is_same, _is_inflected, _is_localized)
                    for t in target
                    if same(ours, t)
                ),
                None,
            )
            if match:
                source.remove(ours)
                target.remove(match)
        for ours, theirs in zip(source, target, strict=False):
            yield self._changed(pair, ours, theirs)
        for ours in source[len(target) :]:
            yield self._finding(
                "missing",
                message("The address {address} is missing.", address=ours.span.of(pair.source)),
                ours.key,
                source=ours.span,
            )
        for theirs in target[len(source) :]:
            yield self._finding(
                "extra",
                message(
                    "The address {address} is not in the source.",
                    address=theirs.span.of(pair.target),
                ),
                theirs.key,
                target=theirs.span,
            )

    def _changed(self, pair: Pair, ours: _Address, theirs: _Address) -> Finding:
        written, instead = ours.span.of(pair.source), theirs.span.of(pair.target)
        return self._finding(
            "changed",
            message("The address {source} became {target}.", source=written, target=instead),
            f"{ours.key} {theirs.key}",
            source=ours.span,
            target=theirs.span,
            fix=Fix(theirs.span, written),
        )

    def _finding(
        self,
        kind: str,
        words: Message,
        subject: str,
        *,
        source: Span | None = None,
        target: Span | None = None,
        fix: Fix | None = None,
    ) -> Finding:
        return Finding(
            self.id,
            kind,
            "major",
            words,
            source_spans=(source,) if source else (),
            target_spans=(target,) if target else (),
            rule=f"address-{kind}",
            subject=subject,
            fix=fix,
        )


def _addresses(text: str) -> Iterator[_Address]:
    if not may_have_addresses(text):
        return
    for match in [*WEB.finditer(text), *MAIL.finditer(text)]:
        written = match[0].rstrip(_TAIL)
        if match[0].count("(") and match[0][len(written) :].startswith(")"):
            written += ")"
        if "@" not in written and not re.search(r"\w\.\w", written):
            continue
        before = _LETTERS_BEFORE.match(written)
        start = match.start() + (before.end() if before else 0)
        written = written[start - match.start() :]
        if behind := _LETTERS_BEHIND.match(written):
            written = behind[1]
        key = re.sub(r"^(?:https?|ftp)://", "", written.casefold())
        key = key.removeprefix("www.").rstrip("/")
        ending = "" if "@" in key else key.partition("/")[0].rpartition(".")[2]
        yield _Address(Span(start, start + len(written)), key, _place(key), ending)


def _is_same(ours: _Address, theirs: _Address) -> bool:
    return ours.key == theirs.key


def _is_inflected(ours: _Address, theirs: _Address) -> bool:
    """Whether one of them is the other with an ending of the language behind it."""
    short, long = sorted((ours.key, theirs.key), key=len)
    return long.startswith(short) and _ENDING.fullmatch(long, len(short)) is not None


def _is_localized(ours: _Address, theirs: _Address) -> bool:
    """Whether they differ by language or country only: tower.com and tower.de, not tower.org."""
    return ours.place == theirs.place and (
        ours.ending == theirs.ending or _COUNTRY in (len(ours.ending), len(theirs.ending))
    )


def _place(key: str) -> str:
    """The address without the parts that name a language or country.

    "de.tower.example/b" and "tower.example/en-GB/b" both give "tower/b"; an e-mail address
    stays as it is.
    """
    if "@" in key:
        return key
    host, _, path = key.partition("/")
    labels = host.split(".")
    named = [label for label in labels[:-1] if not _is_language(label)]
    parts = [part for part in re.split(r"[/?&#]", path) if part and not _is_language(part)]
    return "/".join([".".join(named), *parts])


def _is_language(part: str) -> bool:
    value = part.rpartition("=")[2]
    return bool(re.fullmatch(r"[a-z]{2}(?:[-_][a-z]{2,4})?", value)) and known(base(value))
