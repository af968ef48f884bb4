"""Speech of several sentences in one pair of quotation marks: what is left out of it is found.

Articles of flores-dev in which every third run of two or three sentences is somebody's speech, with
the clause before it or behind it; in some the translation has the clause on the other side, or
lacks a sentence inside the marks. Marks and clauses are those of each language.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from reviewer.analysis import Analysis, analyse
from reviewer.domain import BackTranslation, Block, Document
from reviewer.text.scripts import has_spaces
from tests.benchmarks.articles import SHARED, flores

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not SHARED.exists(), reason="the data is not beside the project"),
]

LINES, MOVED, LEFT_OUT = 12, 0.3, 0.4
LONGEST = 125
"""Characters of a sentence: three of them are no quotation that is split for its length."""

SPEECH = {
    "en": ("The speaker said: “{}”", "“{},” the speaker said."),
    "de": ("Der Sprecher sagte: „{}“", "„{}“, sagte der Sprecher."),
    "id": ("Pembicara itu berkata: “{}”", "“{},” kata pembicara itu."),
    "uk": ("Речник сказав: «{}»", "«{}», — сказав речник."),
    "vi": ("Người phát ngôn nói: “{}”", "“{},” người phát ngôn nói."),
    "ar": ("قال المتحدث: «{}»", "«{}»، قال المتحدث."),
    "tr": ("Sözcü şöyle dedi: “{}”", "“{}” dedi sözcü."),
    "zh": ("发言人说：“{}”", "“{}”发言人说。"),
}
"""The clause before the speech and behind it."""


@dataclass
class Score:
    """Sentences left out and found; false ones; alarms of figures on what is faithful."""

    left_out: int = 0
    found: int = 0
    false: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    rows: int = 0
    single: int = 0

    def __str__(self) -> str:
        return (
            f"{self.rows} rows, {self.single} of one and one; left out {self.left_out}, "
            f"found {self.found}; false {len(self.false)}; alarms of figures {len(self.figures)}"
        )


class Recorded:
    """The recorded translations back, put together for whatever is asked."""

    def __init__(self, lines: Sequence[tuple[str, str, str]], language: str) -> None:
        self._lines = [(target, back) for _, target, back in lines]
        self._clauses = [
            (part.strip(" ,.:،。：—"), "The speaker said:")
            for form in SPEECH[language]
            for part in form.split("{}")
            if any(map(str.isalpha, part))
        ]

    def evidence(self, from_language: str, to_language: str) -> str | None:
        return "recorded"

    def translate(
        self,
        texts: Sequence[str],
        from_language: str,
        to_language: str,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> list[BackTranslation]:
        return [BackTranslation(self._back(text), "recorded", "1") for text in texts]

    def _back(self, text: str) -> str:
        plain = "".join(text.split())
        parts = []
        for target, back in self._lines:
            whole = "".join(target.rstrip(" .。").split())
            if whole in plain or (len(plain) > 12 and plain.strip("“”„«»\"'.,") in whole):
                parts.append(back)
        parts += [back for words, back in self._clauses if words and words.strip("“”„«»") in text]
        return " ".join(parts) or text


def speech(lines: Sequence[str], language: str, before: bool) -> str:
    glue = " " if has_spaces(language) else ""
    if before:
        return SPEECH[language][0].format(glue.join(lines))
    # Of some languages the last full stop is the clause's.
    return SPEECH[language][1].format(
        glue.join(lines) if language in ("tr", "zh") else glue.join(lines).rstrip(".")
    )


def plain(line: tuple[str, str, str]) -> bool:
    """Whether both are one sentence without marks that would close the speech."""
    source, target, _ = line
    if set('"“”„«»‘’「」:') & set(source + target):
        return False
    short = max(len(source), len(target)) <= LONGEST
    return short and source.endswith(".") and target[-1] in ".。"


def articles(
    language: str, seed: int, moved: float, left_out: float
) -> Iterator[tuple[str, str, list[tuple[str, str, str]], set[str]]]:
    dice = random.Random(seed)
    lines = [line for line in flores(language) if plain(line)]
    for first in range(0, len(lines) - LINES, LINES):
        part = lines[first : first + LINES]
        source: list[str] = []
        target: list[str] = []
        gone: set[str] = set()
        at = 0
        while at < len(part):
            size = dice.choice((2, 3)) if len(source) % 3 == 1 else 1
            run = part[at : at + size]
            at += size
            if len(run) == 1:
                source.append(run[0][0])
                target.append(run[0][1])
                continue
            before = dice.random() < 0.5
            other = before != (dice.random() < moved)
            kept = list(run)
            if len(run) == 3 and dice.random() < left_out:
                gone.add(kept.pop(1)[0])
            source.append(speech([line[0] for line in run], "en", before))
            target.append(speech([line[1] for line in kept], language, other))
        glue = " " if has_spaces(language) else ""
        yield " ".join(source), glue.join(target), part, gone


def judge(result: Analysis, gone: set[str], score: Score) -> None:
    part = result.translations[0]
    found = set()
    for bead, findings in zip(part.beads, part.findings, strict=True):
        score.rows += 1
        score.single += len(bead.source) == len(bead.target) == 1
        for finding in findings:
            if finding.check == "numbers" and finding.severity in ("critical", "major"):
                score.figures.append(str(finding.message))
        if bead.target and bead.source:
            continue
        side = part.side if bead.target else result.source
        for index in bead.source or bead.target:
            text = side.segments[index].text
            here = {line for line in gone if line.rstrip(".") in text}
            if bead.source and here and len(text) < 1.3 * max(map(len, here)) + 8:
                found |= here
            else:
                score.false.append(text)
    score.left_out += len(gone)
    score.found += len(found)


@pytest.mark.parametrize("evidence", ["translation", "meaning"])
@pytest.mark.parametrize("language", [one for one in SPEECH if one != "en"])
def test_sentences_left_out_of_a_speech(language: str, evidence: str) -> None:
    for moved, left_out in ((0.0, LEFT_OUT), (1.0, LEFT_OUT), (MOVED, 0.0)):
        score = Score()
        for source, target, lines, gone in articles(language, 1, moved, left_out):
            given = [
                Document(name, "text", (Block(text),), b"", language=code)
                for name, text, code in (("s", source, "en"), ("t", target, language))
            ]
            translator = Recorded(lines, language) if evidence == "translation" else None
            judge(analyse(given[0], given[1:], translator=translator), gone, score)
        print(f"\n{language} {evidence} moved {moved} left out {left_out}: {score}", end="")
