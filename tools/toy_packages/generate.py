"""Sentence pairs for the toy packages: the sample's own and some thousand made from templates.

Everything is drawn with a fixed seed, so that the same corpus comes out every time.
"""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import dataclass

from figures import FIGURES
from sample_text import CORPUS, read_sentences

SLOT = re.compile(r"\{([a-z]+)(?:_([a-z]+))?(\d?)(?:/([a-z]+))?(?:\?([^|{}]*)\|([^{}]*))?\}")
Entry = dict[str, str]
Pair = tuple[str, str]


@dataclass
class Filling:
    """One drawing: slot name with its digit -> the entry or the figure that was drawn."""

    draw: random.Random
    vocabulary: dict[str, list[Entry]]
    chosen: dict[str, Entry]

    def entry(self, name: str, digit: str) -> Entry:
        key = name + digit
        if key not in self.chosen:
            taken = [value for other, value in self.chosen.items() if other.rstrip("2") == name]
            while True:
                if name in FIGURES:
                    value = FIGURES[name](self.draw)
                elif name == "date":
                    value = date(self.draw, self.vocabulary["month"])
                else:
                    value = self.draw.choice(self.vocabulary[name])
                if value not in taken:
                    break
            self.chosen[key] = value
        return self.chosen[key]

    def fill(self, template: str, language: str) -> str:
        def slot(match: re.Match[str]) -> str:
            name, case, digit, agreeing, masculine, feminine = match.groups()
            entry = self.entry(name, digit)
            if masculine is not None:
                return masculine if entry[f"{language}_gender"] == "m" else feminine
            if agreeing:
                gender = self.entry(agreeing, "")[f"{language}_gender"]
                return self.fill(entry[f"{language}_{gender}"], language)
            form = entry.get(f"{language}_{case}") if case else None
            return form or entry.get(language) or entry["en"]

        text = SLOT.sub(slot, template)
        start = 1 if text[:1] in '"“„«' else 0
        return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def date(draw: random.Random, months: list[Entry]) -> Entry:
    """A day and its month."""
    day, month = draw.randint(1, 28), draw.choice(months)
    plain = {language: f"{day} {month[language]}" for language in ("en", "id", "ar")}
    return {**plain, "de": f"{day}. {month['de']}", "uk": f"{day} {month['uk_gen']}"}


def template_pairs(language: str, per_template: int, seed: int = 20250514) -> list[Pair]:
    """Pairs (sentence in the language, the same in English), without duplicates."""
    templates = tomllib.loads((CORPUS / "templates.toml").read_text(encoding="utf-8"))["template"]
    vocabulary = tomllib.loads((CORPUS / "vocabulary.toml").read_text(encoding="utf-8"))
    draw = random.Random(seed)
    pairs: dict[Pair, None] = {}
    for template in templates:
        for _ in range(per_template):
            filling = Filling(draw, vocabulary, {})
            english = filling.fill(template["en"], "en")
            pairs[(filling.fill(template[language], language), english)] = None
    return list(pairs)


def sample_pairs(language: str) -> list[Pair]:
    """The sample's sentences, the right ones and the faulty ones by what they literally say."""
    pairs = []
    for texts in read_sentences().values():
        literal = texts.get(f"literal_{language}", texts.get("en", ""))
        if planted := texts.get(f"planted_{language}"):
            pairs.append((planted, literal))
            if language in texts:
                pairs.append((texts[language], texts["en"]))
        elif language in texts:
            pairs.append((texts[language], literal))
    return pairs
