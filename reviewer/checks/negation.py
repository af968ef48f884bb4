"""A denial of the source that is lost in the translation, or one that the source has not.

The back-translation is asked first: its words are the source's language, so that one list
serves both. A source that denies and a back-translation that does not is evidence; where the
translation itself holds no negating word of its language either, it is strong evidence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reviewer.checks.base import Check, Page
from reviewer.checks.listed_forms import pattern_of
from reviewer.domain import Finding, Pair, Span
from reviewer.messages import message
from reviewer.text.languages import base

_LOST_FOR_SURE, _LOST, _ADDED = 0.8, 0.5, 0.3
"""Share of such findings that are right where one pair in fifty holds such an error: measured on
faithful and planted pairs, see docs/measurements/checks.md."""


class Negation(Check):
    """Not, never, nobody: on one side only."""

    id = "negation"
    title = "Negation"
    severity = "major"
    its = "mistranslation"
    mqm = "mistranslation"
    page = Page(
        finds=message(
            "Not, never, nobody, without: on one side only. It needs a "
            "back-translation; the words of the translation's own language must "
            "agree for a grave finding."
        ),
        languages=message("those with a translation package"),
        bad=(
            "He did not come.",
            "Er kam.",
            "He came.",
        ),
        good=(
            "He did not come.",
            "Er kam nicht.",
            "He did not come.",
        ),
        measured=(
            "Of faithful rows 0.2 % are told as major, 0.6 % as major or minor; 0.72 and "
            "0.82 of planted ones are found (mean of seven languages)."
        ),
    )
    compares_sides = True
    reads_back_translation = True

    def find(self, pair: Pair) -> Iterator[Finding]:
        """At most one finding; none without a back-translation to believe."""
        back = pair.back_translation
        if not back or not back.reliable or not back.text:
            return
        source, target = forms(pair.source_language), forms(pair.target_language)
        if source is None:
            return
        said, returned = source.read(pair.source), source.read(back.text)
        written = target.read(pair.target) if target else None
        silent = not (returned.denials or returned.implied or returned.limited)
        sure = written is not None and not (written.mentioned or written.implied)
        if said.denials and silent:
            yield Finding(
                self.id,
                "lost",
                "major" if sure else "minor",
                message(
                    "“{word}” of the source is in neither the translation nor its "
                    "back-translation: a negation may be lost.",
                    word=said.denials[0].of(pair.source),
                )
                if sure
                else message(
                    "“{word}” of the source is not in the back-translation: a negation may "
                    "be lost.",
                    word=said.denials[0].of(pair.source),
                ),
                source_spans=tuple(said.denials),
                rule="negation-lost",
                confidence=_LOST_FOR_SURE if sure else _LOST,
                subject=said.denials[0].of(pair.source).casefold(),
            )
        elif said.excluded and silent and sure:
            word = said.excluded[0]
            yield Finding(
                self.id,
                "lost",
                "minor",
                message(
                    "“{word}” of the source is in neither the translation nor its "
                    "back-translation: a negation may be lost.",
                    word=word.of(pair.source),
                ),
                source_spans=(word,),
                rule="negation-lost",
                confidence=_LOST,
                subject=word.of(pair.source).casefold(),
            )
        elif written and not (said.denials or said.implied or said.limited) and returned.denials:
            if not written.denials:
                return
            yield Finding(
                self.id,
                "added",
                "info",
                message(
                    "The translation and its back-translation (“{word}”) deny something, and "
                    "the source does not.",
                    word=returned.denials[0].of(back.text),
                ),
                target_spans=tuple(written.denials),
                rule="negation-added",
                confidence=_ADDED,
                subject=returned.denials[0].of(back.text).casefold(),
            )


@dataclass(frozen=True, slots=True)
class Denials:
    """Where a text denies something: in so many words, or in another way (`implied`).

    `limited`: something is so but for a part (only, far from). `excluded` is where a word for
    without stands, `mentioned` whether a negating word is there at all, idioms included."""

    denials: tuple[Span, ...]
    implied: bool
    limited: bool
    excluded: tuple[Span, ...]
    mentioned: bool


@dataclass(frozen=True, slots=True)
class Forms:
    """The negating words of one language, as patterns."""

    words: re.Pattern[str]
    implied: re.Pattern[str]
    idioms: re.Pattern[str]
    without: re.Pattern[str]
    limits: re.Pattern[str]

    def read(self, text: str) -> Denials:
        """Where `text` denies something. Typographic apostrophes count as plain ones."""
        plain = text.replace("’", "'").replace("ʼ", "'")
        passed_over = [match.span() for match in self.idioms.finditer(plain)]
        mentioned = [Span(*match.span()) for match in self.words.finditer(plain)]

        def outside(found: Iterable[Span]) -> tuple[Span, ...]:
            return tuple(
                span
                for span in found
                if not any(start <= span.start < end for start, end in passed_over)
            )

        return Denials(
            outside(mentioned),
            self.implied.search(plain) is not None,
            self.limits.search(plain) is not None,
            outside(Span(*match.span()) for match in self.without.finditer(plain)),
            bool(mentioned),
        )


@lru_cache(maxsize=64)
def forms(language: str) -> Forms | None:
    """The negating words of the language; None where none are known."""
    listed = _listed().get(base(language))
    if listed is None:
        return None
    return Forms(
        *(
            pattern_of(listed.get(part, []))
            for part in ("words", "implied", "idioms", "without", "limits")
        ),
    )


@lru_cache(maxsize=1)
def _listed() -> dict[str, dict[str, list[str]]]:
    text = files("reviewer.checks").joinpath("data/negation.toml").read_text("utf-8")
    return tomllib.loads(text)
