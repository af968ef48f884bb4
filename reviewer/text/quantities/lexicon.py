"""What a language's words say about quantities, loaded once and on first use."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

from reviewer.text.quantities.affixes import Affixes
from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.clock_phrases import ClockPhrase, clock_phrases
from reviewer.text.quantities.compounds import compound
from reviewer.text.quantities.dimensions import LENGTHS, Dimensions
from reviewer.text.quantities.patterns import WORD_PATTERN, token_pattern
from reviewer.text.quantities.shrinking import Shrinking, shrinking

Number = int | Fraction
Senses = Mapping[str, Any]

_APART = frozenset({"article", "approx", "indefinite", "bound", "bound_behind", "definite"})
_VAGUE = frozenset({"vague"})
_NUMERIC = frozenset(
    {
        "cardinal",
        "ordinal",
        "fraction",
        "plus",
        "group",
        "times",
        "dual",
        "tail",
        "collective",
        "before_plus",
    }
)
_INFLECTED = frozenset(
    {"cardinal", "ordinal", "scale", "month", "unit", "century", "group", "fraction", "plus"}
)
_LEXICA = Path(__file__).parent / "lexica"
_REGIONS = Path(__file__).parent / "regions.json"
_SYMBOLS = Path(__file__).parent / "symbols.json"
_REGION = re.compile(r"[A-Za-z]{2}|\d{3}")
MAX_MEMO = 50_000
MAX_COMPOUND = 100


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Senses], ...]]
_NO_PHRASES: Phrases = {}


@dataclass(slots=True)
class Word:
    """A word that matters: its senses, the phrases it begins, and what was stripped off it.

    `phrases` maps a phrase's second word to the words from there on, the longest first.
    """

    form: str
    senses: Senses
    phrases: Phrases = field(default_factory=dict)
    joined: bool = False


_UNSEEN = Word("", {})


@dataclass(slots=True, eq=False, repr=False)
class Lexicon:
    """One language's data file, ready for lookups."""

    language: str
    complete: bool
    decimal: str
    date_order: str
    spaced: bool
    turkic: bool
    facts: Mapping[str, Any]
    words: dict[str, Senses]
    phrases: dict[str, Phrases]
    apart: dict[str, Senses]
    token: re.Pattern[str]
    ordinal_after: re.Pattern[str] | None
    decade_after: re.Pattern[str] | None
    parts: dict[str, Senses]
    memo: dict[str, Word | None] = field(default_factory=dict)
    glue: str = field(init=False)
    invariable: bool = field(init=False)
    beginnings: frozenset[str] = field(init=False)
    seconds: frozenset[str] = field(init=False)
    known: frozenset[str] = field(init=False)
    clitics: Affixes = field(init=False)
    enclitics: Affixes = field(init=False)
    suffixes: Affixes = field(init=False)
    endings: Affixes = field(init=False)
    articles: frozenset[str] = field(init=False)
    conjunctions: frozenset[str] = field(init=False)
    leftwards: bool = field(init=False)
    head_final: bool = field(init=False)
    scale_first: bool = field(init=False)
    hours24: bool = field(init=False)
    bounds: Mapping[str, int] = field(init=False)
    bounds_behind: Mapping[str, int] = field(init=False)
    bound_ends: frozenset[str] = field(init=False)
    stems: tuple[str, ...] = field(init=False)
    dimensions: Dimensions = field(init=False)
    stem_senses: Mapping[str, Senses] = field(init=False)
    roles: Mapping[str, str] = field(init=False)
    off: frozenset[str] = field(init=False)
    approximate: frozenset[str] = field(init=False)
    approximate_phrases: frozenset[str] = field(init=False)
    clock_phrases: tuple[ClockPhrase, ...] = field(init=False)
    shrinking: Shrinking | None = field(init=False)

    def __post_init__(self) -> None:
        self.clitics, self.enclitics, self.suffixes = (
            Affixes(self.facts.get(key, ())) for key in ("clitic_before", "enclitics", "suffixes")
        )
        self.endings = Affixes(self.enclitics.forms | self.suffixes.forms)
        self.conjunctions = frozenset(self.facts.get("clitic_and", ()))
        ending = str(self.facts.get("clitic_article", ""))
        self.articles = frozenset(c for c in self.clitics.forms if ending and c.endswith(ending))
        self.invariable = not (self.clitics.sizes or self.endings.sizes)
        self.glue = str(self.facts.get("glue", ""))
        self.beginnings = frozenset(part[:2] for part in (*self.parts, *self.glue.split()))
        self.seconds = frozenset(second for rest in self.phrases.values() for second in rest)
        self.known = frozenset({*self.words, *self.phrases, *self.seconds})
        self.approximate = frozenset(f for f, senses in self.apart.items() if "approx" in senses)
        self.leftwards = bool(self.facts.get("leftwards"))
        self.dimensions = Dimensions(self.facts.get("square", ()), self.facts.get("cubic", ()))
        self.stem_senses = {
            stem: {sense: _whole(value) if sense == "times" else value}
            for sense in ("times", "period", "weekday", "from_end")
            for stem, value in self.facts.get(f"{sense}_stems", {}).items()
        }
        self.roles = self.facts.get("roles", {})
        self.off = frozenset(self.facts.get("off", ()))
        self.stems = (*self.dimensions.stems, *self.stem_senses)
        self.hours24 = bool(self.facts.get("hours24"))
        self.scale_first = bool(self.facts.get("scale_first"))
        self.head_final = bool(self.facts.get("head_final"))
        self.bounds = _of_sense(self.apart, "bound")
        self.bound_ends = frozenset(form.rpartition(" ")[2] for form in self.bounds)
        self.bounds_behind = _of_sense(self.apart, "bound_behind")
        if self.facts.get("bounds_behind"):
            self.bounds_behind = {**self.bounds, **self.bounds_behind}
        self.shrinking = shrinking(self.facts.get("shrinking", {}))
        self.clock_phrases = clock_phrases(self.facts.get("clock_phrases", {}))
        self.approximate_phrases = frozenset(form for form in self.approximate if " " in form)

    def ignores(self, form: str) -> bool:
        """Whether a few looks tell that a form of letters says nothing, in no place of a phrase."""
        known, beginnings = self.known, self.beginnings
        if form in known or form[:2] in beginnings or form.startswith(self.stems):
            return False
        if self.invariable:
            return True
        for begin in self.clitics.before(form):
            rest = form[len(begin) :]
            if rest in known or rest[:2] in beginnings:
                return False
        return known.isdisjoint([form[: -len(ending)] for ending in self.endings.after(form)])

    def lookup(self, word: str) -> Word | None:
        """The word's senses, or None when it says nothing about quantities."""
        found = self.memo.get(word, _UNSEEN)
        if found is _UNSEEN:
            if len(self.memo) > MAX_MEMO:
                self.memo.clear()
            found = self.memo[word] = self._find(word)
        return found

    def _find(self, word: str) -> Word | None:
        form = fold(word, self.turkic)
        whole = self._entry(form)
        if whole is not None and whole.senses:
            return self._with_phrases(form, whole) if self.conjunctions else whole
        if not self.invariable:
            found = self._without_clitic(form, whole)
            if found is not None:
                return found
        if whole is not None:
            return whole
        if form.startswith(self.stems):
            return self._from_stem(form)
        found = None if self.invariable else self._without_ending(form, capital=word[0].isupper())
        if found is None and "'" in form:
            head, _, tail = form.partition("'")
            if "а" <= head[-1:] <= "ӿ":  # a letter like others there (сім'я)
                return None
            found, behind = self._entry(head), self._entry(tail)
            if found is None or (behind is not None and "article_word" in found.senses):
                return behind
            if len(head) == 1 and behind is not None and behind.senses:
                return behind  # l'ora, d'ora
        return found

    def _from_stem(self, form: str) -> Word | None:
        """A verb such as "to double", a day of the week with its ending or in a compound, the last
        but one, or a unit behind its dimension (Quadratkilometers)."""
        for stem, senses in self.stem_senses.items():
            if form.startswith(stem):
                return Word(form, senses)
        rest, power = self.dimensions.before(form)
        unit = self.lookup(rest) if rest else None
        name = unit.senses.get("unit") if unit else None
        return Word(form, {"unit": f"{name}{power}"}) if name in LENGTHS else None

    def _with_phrases(self, form: str, whole: Word) -> Word:
        """A word that is also another one with a clitic, which begins phrases (واحد عشر)."""
        for begin in self.conjunctions:
            rest = self.phrases.get(form[len(begin) :]) if form.startswith(begin) else None
            if rest:
                return Word(whole.form, whole.senses, {**rest, **whole.phrases})
        return whole

    def _without_clitic(self, form: str, whole: Word | None) -> Word | None:
        """The word behind a conjunction, preposition or article that is written on to it."""
        for begin in self.clitics.before(form):
            found = self._entry(form[len(begin) :]) if len(form) > len(begin) + 1 else None
            if found is None:
                continue
            if len(found.form) < 3 and found.senses.keys().isdisjoint(("month", "cardinal")):
                continue
            if begin in self.articles or "unit" not in found.senses or "dual" in found.senses:
                phrases = {**found.phrases, **(whole.phrases if whole else {})}
                return Word(found.form, found.senses, phrases, begin in self.conjunctions)
        return None

    def _without_ending(self, form: str, *, capital: bool) -> Word | None:
        """The word before a pronoun or a case ending."""
        for ending in self.enclitics.after(form):
            found = self._entry(form[: -len(ending)]) if len(form) > len(ending) + 2 else None
            if found is not None and "fraction" in found.senses:
                return Word(found.form, {"fraction": found.senses["fraction"]})
        for ending in self.suffixes.after(form):
            found = self._entry(form[: -len(ending)]) if len(form) > len(ending) + 1 else None
            if found is not None and _takes_ending(found, capital):
                return Word(found.form, found.senses)
        return None

    def _entry(self, form: str) -> Word | None:
        senses = self.words.get(form)
        phrases = self.phrases.get(form, _NO_PHRASES)
        if (
            senses is None
            and form[:2] in self.beginnings
            and (4 if self.turkic else 6) < len(form) < MAX_COMPOUND
        ):
            senses = compound(form, self.parts, self.glue)
        if senses is None and not phrases:
            return None
        return Word(form, senses or {}, phrases)


def _whole(written: str) -> Number:
    value = Fraction(written)
    return value.numerator if value.denominator == 1 else value


def _of_sense(words: Mapping[str, Senses], sense: str) -> dict[str, int]:
    return {form: senses[sense] for form, senses in words.items() if sense in senses}


def _takes_ending(word: Word, capital: bool) -> bool:
    senses = word.senses.keys()
    if len(word.form) <= 2 and senses & {"vague", "unit"}:
        return False
    if "month_short" in senses or ("month" in senses and capital):
        return False
    return bool(senses & _INFLECTED)


def _values(senses: dict[str, Any]) -> dict[str, Any]:
    for sense, value in senses.items():
        if sense in _NUMERIC and isinstance(value, str):
            senses[sense] = Fraction(value)
    return senses


@lru_cache(maxsize=64)
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language (BCP 47); an unknown one gets digits and signs only."""
    facts = _facts(language)
    words: dict[str, Senses] = {}
    apart: dict[str, Senses] = {}
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], Senses]]]] = {}
    spaced = bool(facts.get("spaced", True))
    for form, senses in facts.get("words", {}).items():
        kept = _values(senses)
        if not _APART.isdisjoint(senses):
            apart[form] = {s: v for s, v in senses.items() if s in _APART}
            kept = {s: v for s, v in senses.items() if s not in _APART}
        if kept.keys() <= _VAGUE:
            continue
        if " " in form and spaced:
            first, *rest = form.split(" ")
            continuations = phrases.setdefault(first, {}).setdefault(rest[0], [])
            continuations.append((tuple(rest), kept))
        else:
            words[form] = kept
    for form, unit in _symbols().items():
        if " " not in form and "unit" not in words.get(form, ()):
            words[form] = {**words.get(form, {}), "unit": unit}
        elif " " in form and spaced:
            first, second = form.split(" ")
            phrases.setdefault(first, {}).setdefault(second, [((second,), {"unit": unit})])
    return Lexicon(
        language=str(facts.get("language", "")),
        complete=bool(facts.get("complete")),
        decimal=str(facts.get("decimal", ".")),
        date_order=str(facts.get("date_order", "dmy")),
        spaced=spaced,
        turkic=bool(facts.get("turkic")),
        facts=facts,
        words=words,
        phrases={
            first: {
                second: tuple(sorted(found, key=lambda p: len(p[0]), reverse=True))
                for second, found in continuations.items()
            }
            for first, continuations in phrases.items()
        },
        apart=apart,
        token=token_pattern(words, spaced=spaced, in_pairs=_in_pairs(facts)),
        ordinal_after=_suffix(facts.get("ordinal_after")),
        decade_after=_suffix(facts.get("decade_after")),
        parts=_parts(facts, words),
    )


def _in_pairs(facts: Mapping[str, Any]) -> bool:
    """Whether figures are grouped by two digits, parted by spaces (12 34 567)."""
    return facts.get("grouping") == 2 and str(facts.get("group", "")).isspace()


@lru_cache(maxsize=1)
def _symbols() -> dict[str, str]:
    """Units written alike in every language, to their names."""
    symbols: dict[str, str] = json.loads(_SYMBOLS.read_text("utf-8"))["units"]
    return symbols


def _suffix(endings: Any) -> re.Pattern[str] | None:
    return re.compile(rf"[-']?(?:{endings})(?![^\W\d_])", re.IGNORECASE) if endings else None


def _parts(facts: Mapping[str, Any], words: Mapping[str, Senses]) -> dict[str, Senses]:
    """The words that one-word compounds are made of; none for other languages."""
    if not facts.get("compound"):
        return {}
    every = facts["compound"] == "all"
    parts = {
        form: senses
        for form, senses in words.items()
        if "cardinal" in senses
        or "ordinal" in senses
        or senses.get("scale", 10**18) <= (10**12 if every else 1000)
    }
    only_inside: dict[str, Senses] = facts.get("parts", {})
    if every:
        return parts | only_inside
    scales = {form: senses["scale"] for form, senses in parts.items() if "scale" in senses}
    for form, value in scales.items():
        # A plural ("hunderte") would swallow the first letter of the next part.
        if any(form != o and form.startswith(o) and value == v for o, v in scales.items()):
            del parts[form]
    return parts | only_inside


def _regional(language: str, base: str) -> dict[str, Any]:
    """What the tag's region writes otherwise than its language does."""
    region = next((p.upper() for p in re.split("[-_]", language)[1:] if _REGION.fullmatch(p)), "")
    if not region:
        return {}
    regions: dict[str, dict[str, Any]] = json.loads(_REGIONS.read_text("utf-8"))["regions"]
    return regions.get(f"{base}-{region}", {})


def _facts(language: str) -> dict[str, Any]:
    base = language.replace("_", "-").split("-")[0].lower()
    if re.fullmatch("[a-z]{2,3}", base):
        path = _LEXICA / f"{base}.json"
        if path.is_file():
            facts: dict[str, Any] = json.loads(path.read_text("utf-8"))
            return facts | _regional(language, base)
    return {"language": base}


__all__ = [
    "MAX_MEMO", "WORD_PATTERN", "Lexicon", "Number", "Phrases", "Senses", "Word", "lexicon",
]  # fmt: skip
