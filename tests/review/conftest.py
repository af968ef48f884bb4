"""Small reviews to try things on: sentences, and which of them belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.domain import BackTranslation, Bead, Block, Document, Finding, Pair, Segment, Span
from reviewer.review import PairCheck, Review
from reviewer.store.memory import Memory


def side(
    name: str, language: str, paragraphs: Sequence[Sequence[str]], prefix: str
) -> SegmentedDocument:
    """A document of `paragraphs` of sentences; a sentence in [brackets] is furniture, one
    that begins with # a heading."""
    blocks, segments = [], []
    for number, sentences in enumerate(paragraphs):
        text = ""
        for sentence in sentences:
            start = len(text) + (1 if text else 0)
            text = f"{text} {sentence}" if text else sentence
            kind = {"[": "furniture", "#": "heading"}.get(sentence[0], "body")
            segments.append(
                Segment(
                    f"{prefix}{len(segments) + 1}",
                    sentence,
                    number,
                    Span(start, len(text)),
                    kind,  # type: ignore[arg-type]
                )
            )
        blocks.append(Block(text))
    original = "\n".join(block.text for block in blocks).encode()
    document = Document(name, "txt", tuple(blocks), original, "utf-8", language)
    return SegmentedDocument(document, language, tuple(segments))


def digits(pair: Pair) -> list[Finding]:
    """A check that is quick to foresee: digits of the source that the target lacks."""
    if pair.relation == "missing":
        return [Finding("missing", "sentence", "critical", "Left out")]
    if pair.relation == "added":
        return [Finding("added", "sentence", "major", "Put in")]
    return [
        Finding(
            "numbers",
            "missing",
            "major",
            f"{digit} is missing",
            (Span(pair.source.index(digit), pair.source.index(digit) + 1),),
            subject=digit,
        )
        for digit in dict.fromkeys(filter(str.isdigit, pair.source))
        if digit not in pair.target
    ]


def compared(
    source: SegmentedDocument, target: SegmentedDocument, beads: Sequence[Bead]
) -> Comparison:
    """A comparison with the findings of `digits`."""
    findings = []
    for bead in beads:
        pair = Pair(
            " ".join(source.segments[n].text for n in bead.source),
            " ".join(target.segments[n].text for n in bead.target),
            source.language,
            target.language,
            bead.relation,
        )
        findings.append(tuple(digits(pair)))
    return Comparison(target, tuple(beads), tuple(findings))


SOURCE = [
    ["[Menu]"],
    ["#Title"],
    ["One 1.", "Two 2.", "Three 3."],
    ["Four 4.", "Five 5."],
]
GERMAN = [
    ["#Titel"],
    ["Eins 1.", "Zwei 7.", "Neu."],
    ["Vier 4.", "Drei 3."],
    ["[Teilen]"],
]
GERMAN_BEADS = [
    Bead((1,), (0,), "aligned", 0.99),
    Bead((2,), (1,), "aligned", 0.9),
    Bead((3,), (2,), "aligned", 0.8),
    Bead((4,), (5,), "moved", 0.7),
    Bead((5,), (4,), "aligned", 0.9),
    Bead((6,), (), "missing", 0.6),
    Bead((), (3,), "added", 0.6),
]
FRENCH = [["#Titre"], ["Un 1, deux 2.", "Trois 3."], ["Quatre 4.", "Cinq 5."]]
FRENCH_BEADS = [
    Bead((1,), (0,), "aligned", 0.99),
    Bead((2, 3), (1,), "aligned", 0.9),
    Bead((4,), (2,), "aligned", 0.9),
    Bead((5,), (3,), "aligned", 0.9),
    Bead((6,), (4,), "aligned", 0.9),
]


def small_analysis() -> Analysis:
    source = side("article.txt", "en", SOURCE, "s")
    german = side("artikel.txt", "de", GERMAN, "t")
    french = side("article-fr.txt", "fr", FRENCH, "t")
    return Analysis(
        source,
        (compared(source, german, GERMAN_BEADS), compared(source, french, FRENCH_BEADS)),
    )


@pytest.fixture
def analysis() -> Analysis:
    return small_analysis()


@pytest.fixture
def check() -> PairCheck:
    return digits


@pytest.fixture
def review(tmp_path: Path, analysis: Analysis) -> Iterator[Review]:
    with Review.create(tmp_path / "small.review", analysis, check=digits) as review:
        yield review


@pytest.fixture
def reopened() -> Iterator[Callable[[Review], Review]]:
    """Closes a review and opens it again."""
    opened: list[Review] = []

    def reopen(review: Review) -> Review:
        review.close()
        opened.append(Review.open(review.path, check=digits))
        return opened[-1]

    yield reopen
    for review in opened:
        review.close()


@pytest.fixture
def newer(analysis: Analysis) -> Callable[[Sequence[Sequence[str]], Sequence[Bead]], Comparison]:
    """A German translation of the same source, by its sentences and beads."""

    def make(paragraphs: Sequence[Sequence[str]], beads: Sequence[Bead]) -> Comparison:
        return compared(analysis.source, side("neu.txt", "de", paragraphs, "t"), beads)

    return make


@pytest.fixture
def twice() -> Analysis:
    """A text in which two rows are the same, and a third differs."""
    source = side("a.txt", "en", [["One 1."], ["One 1."], ["One 1."]], "s")
    target = side("b.txt", "de", [["Eins."], ["Eins."], ["Ein."]], "t")
    beads = [Bead((number,), (number,), "aligned", 0.9) for number in range(3)]
    return Analysis(source, (compared(source, target, beads),))


HARBOUR = [
    "The harbour of Hamburg was opened in 1189.",
    "Some 137 ships arrived on the first day.",
    "Mayor Anna Petersen greeted the captains from Bremen.",
    "In 1842 a fire destroyed 1,700 houses.",
    "The damage came to 90 million marks.",
    "Engineer William Lindley drew the new map.",
    "The railway to Berlin followed in 1846.",
    "Today 8,900 people work at the docks.",
    "Robots carry 43 containers an hour.",
    "The library of Altona keeps 612 letters.",
    "A storm on 17 February 1962 broke 60 dikes.",
    "Helmut Schmidt led the rescue.",
]
HAFEN = [
    "Der Hafen von Hamburg wurde 1189 eröffnet.",
    "Rund 137 Schiffe kamen am ersten Tag.",
    "Bürgermeisterin Anna Petersen begrüßte die Kapitäne aus Bremen.",
    "1842 zerstörte ein Feuer 1.700 Häuser.",
    "Der Schaden betrug 90 Millionen Mark.",
    "Ingenieur William Lindley zeichnete den neuen Plan.",
    "Die Bahn nach Berlin folgte 1846.",
    "Heute arbeiten 8.900 Menschen an den Docks.",
    "Roboter tragen 43 Container in der Stunde.",
    "Die Bibliothek von Altona bewahrt 612 Briefe.",
    "Ein Sturm brach am 17. Februar 1962 60 Deiche.",
    "Helmut Schmidt leitete die Rettung.",
]

Pairs = Sequence[tuple[int | None, int | None]]


def beads(pairs: Pairs) -> list[Bead]:
    """One bead for each pair of sentence numbers (from 1), None for nothing."""
    made = []
    for left, right in pairs:
        source = () if left is None else (left - 1,)
        target = () if right is None else (right - 1,)
        relation = "missing" if right is None else "added" if left is None else "aligned"
        made.append(Bead(source, target, relation, 0.9 if left and right else 0.6))  # type: ignore[arg-type]
    return made


@pytest.fixture(scope="session")
def harbour() -> tuple[list[str], list[str]]:
    """Twelve sentences in English and in German, each the other's translation."""
    return HARBOUR, HAFEN


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Callable[..., Review]]:
    """Makes a review of an English text, the twelve sentences, and a German one, aligned as told.

    `pairs` are numbers from 1, None for nothing; `german` may differ from the twelve; `back`
    has back-translations by text.
    """
    opened: list[Review] = []

    def make(
        pairs: Pairs,
        german: Sequence[str] = HAFEN,
        memory: Memory | None = None,
        back: Mapping[str, str] | None = None,
    ) -> Review:
        source, target = side("a.txt", "en", [HARBOUR], "s"), side("b.txt", "de", [german], "t")
        comparison = compared(source, target, beads(pairs))
        if back is not None:
            known = {
                number: BackTranslation(back[text], "translate-de_en", "1.0")
                for number, text in enumerate(german)
                if text in back
            }
            comparison = replace(
                comparison, back_translations=known, evidence="argos translate-de_en 1.0"
            )
        path = tmp_path / f"made-{len(opened)}.review"
        analysis = Analysis(source, (comparison,))
        opened.append(Review.create(path, analysis, check=digits, memory=memory))
        return opened[-1]

    yield make
    for review in opened:
        review.close()


@pytest.fixture(scope="session")
def analysed() -> Callable[[Pairs], tuple[Analysis, PairCheck]]:
    """The analysis of the twelve sentences aligned as told, and the check that it was made with."""

    def make(pairs: Pairs) -> tuple[Analysis, PairCheck]:
        source, target = side("a.txt", "en", [HARBOUR], "s"), side("b.txt", "de", [HAFEN], "t")
        return Analysis(source, (compared(source, target, beads(pairs)),)), digits

    return make
