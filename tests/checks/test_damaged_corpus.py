"""All that the checks say of a small text in eleven languages that was damaged in every way.

`test_corpus.py` asks for one finding of one mistake; this shows what a change of a check changes:
which sentences it speaks of, how grave it is, how sure, which part it marks, how it would mend it.
Every third line of `corpus/LANGUAGE.tsv` gets the same damage, from the first, second or third on.
After a change on purpose look at the difference that this makes:
python -m tests.checks.test_damaged_corpus
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.checks import check_document, check_pair, combined
from reviewer.checks.rows import in_turn
from reviewer.checks.run import ALL_CHECKS
from reviewer.domain import BackTranslation, Finding, Pair

HERE = Path(__file__).parent / "corpus"
TOLD = HERE.parent / "damaged_corpus.tsv"
SOURCES = (HERE / "en.txt").read_text("utf-8").splitlines()
LANGUAGES = sorted(path.stem for path in HERE.glob("*.tsv"))


def part(text: str, first: float, last: float) -> str:
    return text[int(len(text) * first) : int(len(text) * last)]


def without_not(text: str) -> str:
    return text.replace(" does not stop", " stops").replace(" can ", " cannot ")


DAMAGES: dict[str, Callable[[str, str], str]] = {
    "left in the source's language": lambda source, target: source,
    "half of it left so": lambda source, target: part(target, 0, 0.5) + part(source, 0.5, 1),
    "cut in the middle": lambda source, target: part(target, 0, 0.5).rstrip(),
    "twice": lambda source, target: f"{target} {target}",
    "a word twice": lambda source, target: re.sub(r"^(\S+)", r"\1 \1", target),
    "no end": lambda source, target: target[:-1],
    "asked": lambda source, target: target[:-1] + "?",
    "spaces": lambda source, target: f" {target[:-1].replace(' ', '  ', 2)} {target[-1]}",
    "straight marks": lambda source, target: re.sub("[“”„«»]", '"', target),
    "marks left out": lambda source, target: re.sub("[”)»]", "", target),
    "marks put in": lambda source, target: f"({target[:-1]}” [3]{target[-1]}",
    "letters of another script": lambda source, target: target.replace("a", "а", 2).replace(
        "о", "o", 1
    ),
    "other figures": lambda source, target: re.sub(r"\d", "7", target),
    "figures grouped": lambda source, target: re.sub(r"(\d\d)\D(\d{3})", r"\1 \2", target),
    "names misspelt": lambda source, target: re.sub("ndq|sar|линдкв|ндкв", "nqd", target),
    "names left out": lambda source, target: re.sub("Lindqvist|Tessarin|UNESCO", "x", target),
    "another address": lambda source, target: target.replace("museum.example", "musem.example"),
}


RETURNED: dict[str, Callable[[str], str]] = {
    "as it was": lambda source: source,
    "with its meaning turned": without_not,
    "its first half": lambda source: part(source, 0, 0.5),
    "its last words": lambda source: source.partition(", ")[2] or source.partition(" of ")[2],
    "with more": lambda source: f"{source[:-1]}, where a silver lighthouse burned in heavy rain.",
    "without names": lambda source: re.sub("Lindqvist|Tessarin|UNESCO", "somebody", source),
    "with other names": lambda source: source.replace("The ", "The Falkenberg "),
    "in other words": lambda source: re.sub(r"\b[a-z]{4,}\b", "other", source),
}


def lines(language: str) -> list[str]:
    text = (HERE / f"{language}.tsv").read_text("utf-8")
    return [line.split("\t")[0] for line in text.splitlines()]


def texts(language: str) -> Iterator[tuple[str, list[Pair]]]:
    """The text with each damage, and as it is beside back-translations that say otherwise."""
    pairs = [Pair(*both, "en", language) for both in zip(SOURCES, lines(language), strict=True)]
    for name, damage in DAMAGES.items():
        for first in range(3):
            damaged = [
                replace(one, target=damage(one.source, one.target)) if n % 3 == first else one
                for n, one in enumerate(pairs)
            ]
            yield name, damaged
    for name, returned in RETURNED.items():
        for least in range(2):
            told_back = [
                replace(one, back_translation=BackTranslation(made, "x", "1"))
                for n, one in enumerate(pairs)
                for made in [returned(one.source) if n % 3 >= least else one.source]
            ]
            yield f"told back {name}", told_back
    shifted = zip(SOURCES, [*lines(language)[1:], ""], strict=True)
    yield "one line too early", [Pair(*both, "en", language) for both in shifted]
    for confidence in (0.3, 0.6, 0.9):
        yield (
            f"left out {confidence}",
            [
                replace(one, target="", relation="missing", confidence=confidence)
                if n % 4 == 1
                else one
                for n, one in enumerate(pairs)
            ],
        )
        yield (
            f"put in {confidence}",
            [
                replace(one, source="", relation="added", confidence=confidence)
                if n % 4 == 1
                else one
                for n, one in enumerate(pairs)
            ],
        )


def told(language: str) -> list[str]:
    said = []
    for name, pairs in texts(language):
        across = check_document(pairs)
        for n, pair in enumerate(pairs):
            for one in combined(check_pair(pair), across.get(n, ())):
                said.append(f"{language}\t{name}\t{n + 1}\t{written(one, pair)}")
    return list(dict.fromkeys(said))


def written(one: Finding, pair: Pair) -> str:
    source = ", ".join(span.of(pair.source) for span in one.source_spans)
    target = ", ".join(span.of(pair.target) for span in one.target_spans)
    fix = f" fix {one.fix.span.of(pair.target)!r}: {one.fix.text!r}" if one.fix else ""
    head = f"{one.check} {one.severity} {one.kind} {one.rule} {one.confidence:g}"
    return f"{head} {one.message} [{source} → {target}] {one.subject}{fix}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_is_told_as_ever(language: str) -> None:
    known = [one for one in TOLD.read_text("utf-8").splitlines() if one.startswith(f"{language}\t")]
    now = told(language)
    changed = sorted(set(known) ^ set(now)) or (now != known)
    assert not changed, "if meant: python -m tests.checks.test_damaged_corpus"


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_that_change_one_by_one_are_told_of_as_a_new_text(language: str) -> None:
    whole = ALL_CHECKS.whole(in_turn)
    before: list[Pair | None] = [None] * len(SOURCES)
    for name, pairs in texts(language):
        for n, (old, new) in reversed([*enumerate(zip(before, pairs, strict=True))]):
            if old != new:
                whole.remove(n)
                whole.add(n, new)
        shown = {n: whole.found(n) for n in range(len(pairs))}
        changed = whole.changed()
        now = {n: list(found) for n in range(len(pairs)) if (found := whole.found(n))}
        assert now == check_document(pairs), name
        assert changed == {n for n in shown if whole.found(n) != shown[n]}, name
        before = [*pairs]


if __name__ == "__main__":
    TOLD.write_text("".join(f"{one}\n" for lang in LANGUAGES for one in told(lang)), "utf-8")
