"""What was set aside and has a counterpart in the translation is text after all."""

from __future__ import annotations

import pytest

from reviewer.alignment.second_look import (
    Text,
    _as_long,
    _fit,
    _pairs,
    _seen_aside,
    _share_a_word,
    answers,
    has_its_like,
    kinds_of_doubt,
    without_unanswered,
)
from reviewer.analysis import Analysis, analyse
from reviewer.domain import BOXED, BackTranslation, Block, Document, Segment, Span


def document(language: str, *blocks: Block) -> Document:
    return Document(f"page.{language}.html", "html", blocks, b"", language=language)


def kinds(analysis: Analysis, text: str) -> set[str]:
    sides = [analysis.source, *(each.side for each in analysis.translations)]
    return {s.kind for side in sides for s in side.segments if s.text == text}


def missing(analysis: Analysis) -> list[str]:
    return [
        analysis.source.segments[index].text
        for each in analysis.translations
        for bead in each.beads
        if bead.relation == "missing"
        for index in bead.source
    ]


HEAD = [
    ("The old bridge over the Oder opens again.", "Die alte Brücke über die Oder öffnet wieder."),
    ("It was built in 1833 by Orla Finch.", "Sie wurde 1833 von Orla Finch gebaut."),
]
BOX = (
    "The ferry to Stettin costs 14 euros in 2026.",
    "Die Fähre nach Stettin kostet 2026 noch 14 Euro.",
)


def pages(box: Block | None, answer: bool) -> Analysis:
    source = [Block(english) for english, _ in HEAD] + ([box] if box else [])
    target = [Block(german) for _, german in HEAD] + ([Block(BOX[1])] if answer else [])
    return analyse(document("en", *source), [document("de", *target)])


@pytest.mark.parametrize("reason", ["named", "aside", "outside", "behind", "footer", "noscript"])
def test_chrome_that_the_translation_has_is_text(reason: str) -> None:
    analysis = pages(Block(BOX[0], chrome=True, reason=reason), answer=True)
    assert kinds(analysis, BOX[0]) == {"body"}
    assert len(analysis.translations[0].beads) == 3
    assert all(bead.relation == "aligned" for bead in analysis.translations[0].beads)


def test_chrome_that_no_translation_has_stays_aside() -> None:
    analysis = pages(Block(BOX[0], chrome=True, reason="named"), answer=False)
    assert kinds(analysis, BOX[0]) == {"furniture"}
    assert missing(analysis) == []


@pytest.mark.parametrize("reason", ["comment", "code", "window"])
def test_what_nobody_sees_is_never_called_back(reason: str) -> None:
    analysis = pages(Block(BOX[0], chrome=True, reason=reason), answer=True)
    assert kinds(analysis, BOX[0]) == {"furniture"}


def test_what_a_click_may_show_is_text_where_the_translation_says_the_same() -> None:
    """A tab, or what "read more" unfolds, is hidden when a page is saved."""
    hidden = Block(BOX[0], chrome=True, reason="hidden")
    assert kinds(pages(hidden, answer=True), BOX[0]) == {"body"}
    assert kinds(pages(hidden, answer=False), BOX[0]) == {"furniture"}


def test_what_is_in_doubt_is_furniture_where_no_translation_has_it() -> None:
    doubt = Block(BOX[0], reason="behind")
    assert kinds(pages(doubt, answer=False), BOX[0]) == {"furniture"}
    assert kinds(pages(doubt, answer=True), BOX[0]) == {"body"}


def test_what_is_not_in_doubt_is_missing() -> None:
    analysis = pages(Block(BOX[0]), answer=False)
    assert missing(analysis) == [BOX[0]]


def test_one_of_two_translations_is_enough() -> None:
    source = document("en", *(Block(e) for e, _ in HEAD), Block(BOX[0], reason="behind"))
    german = document("de", *(Block(g) for _, g in HEAD), Block(BOX[1]))
    french = document(
        "fr",
        Block("Le vieux pont sur l'Oder rouvre."),
        Block("Il fut construit en 1833 par Orla Finch."),
    )
    analysis = analyse(source, [german, french])
    assert kinds(analysis, BOX[0]) == {"body"}
    assert missing(analysis) == [BOX[0]]


def test_furniture_of_both_sides_does_not_answer_itself() -> None:
    source = document("en", *(Block(e) for e, _ in HEAD), Block(BOX[0], chrome=True))
    german = document("de", *(Block(g) for _, g in HEAD), Block(BOX[1], chrome=True))
    analysis = analyse(source, [german])
    assert kinds(analysis, BOX[0]) == kinds(analysis, BOX[1]) == {"furniture"}


def left_of_a_run(reason: str, size: int, answered: int) -> int:
    """How many sentences stay text, of a run of blocks of which so many are answered."""
    blocks = [Block(f"Sentence {number}.", reason=reason) for number in range(size)]
    segments = tuple(
        Segment(f"s{number}", block.text, number, Span(0, len(block.text)))
        for number, block in enumerate(blocks)
    )
    text = without_unanswered(Text(segments, "en", {}), blocks, set(range(answered)))
    return sum(segment.kind != "furniture" for segment in text.segments)


@pytest.mark.parametrize(
    ("size", "answered", "left"), [(5, 0, 0), (5, 1, 1), (9, 2, 9), (5, 5, 5), (10, 2, 2)]
)
def test_a_box_is_text_where_more_than_a_fifth_is_answered(
    size: int, answered: int, left: int
) -> None:
    assert left_of_a_run(BOXED, size, answered) == left


@pytest.mark.parametrize(("size", "answered", "left"), [(4, 1, 1), (4, 2, 4), (3, 1, 1)])
def test_other_doubts_are_text_where_half_is_answered(size: int, answered: int, left: int) -> None:
    assert left_of_a_run("behind", size, answered) == left


FRENCH = (
    "Le vieux pont sur l'Oder rouvre.",
    "Il a été construit en 1833 par Orla Finch.",
    "Le ferry pour Stettin coûte 14 euros en 2026.",
)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_one_translation_shows_to_be_text_is_looked_for_in_the_others(
    order: tuple[int, int],
) -> None:
    """Otherwise it would be missing from a translation only because another is named beside it."""
    source = [*(Block(english) for english, _ in HEAD), Block(BOX[0], chrome=True, reason="hidden")]
    german = [*(Block(one) for _, one in HEAD), Block(BOX[1], chrome=True, reason="hidden")]
    both = [document("de", *german), document("fr", *map(Block, FRENCH))]
    analysis = analyse(document("en", *source), [both[number] for number in order])
    assert missing(analysis) == []
    assert kinds(analysis, BOX[0]) == kinds(analysis, BOX[1]) == {"body"}


@pytest.mark.parametrize(("likeness", "answer"), [(0.29, False), (0.3, True), (0.31, True)])
def test_what_an_encoder_finds_unlike_answers_nothing(likeness: float, answer: bool) -> None:
    for one in (True, False):
        assert answers(likeness, one_in_doubt=one, has_its_like=False) is answer
        assert answers(likeness, one_in_doubt=one, has_its_like=True) is answer


def test_what_has_its_like_on_the_other_side_is_no_answer_to_text() -> None:
    assert not answers(None, one_in_doubt=True, has_its_like=True)
    assert answers(None, one_in_doubt=False, has_its_like=True)
    assert answers(None, one_in_doubt=True, has_its_like=False)


@pytest.mark.parametrize(("others", "like"), [(1, False), (2, True), (3, True)])
def test_lines_of_a_kind_are_counted_on_both_sides(others: int, like: bool) -> None:
    line = Block("Five words are a line.", reason="outside")
    short = Block("A label", reason="outside")
    own, other = (
        kinds_of_doubt(
            [Segment(f"s{n}", line.text, n, Span(0, len(line.text))) for n in range(count)]
            + [Segment("s9", short.text, count, Span(0, len(short.text)))],
            [line] * count + [short],
        )
        for count in (2, others)
    )
    assert has_its_like(line, own, other) is like


@pytest.mark.parametrize(
    ("short", "long", "fits"), [(10, 24, True), (10, 25, True), (10, 26, False)]
)
def test_sentences_of_two_and_a_half_times_the_length_may_translate_each_other(
    short: int, long: int, fits: bool
) -> None:
    one, other = "x" * short, "y" * long
    assert _as_long(one, other) is _as_long(other, one) is fits


@pytest.mark.parametrize(
    ("source", "target", "fits"),
    [
        ("It has 5 old boats.", "Es hat fünf alte Boote.", True),
        ("It has five old boats.", "Es hat 5 alte Boote.", True),
        ("It has 5 old boats, one new.", "Es hat fünf Boote, ein neues.", True),
        ("It has 5 old boats.", "Es hat ein altes Boot.", False),
        ("It has 5 old boats.", "Es hat viele alte Boote.", False),
        ("It has old boats.", "Es hat alte Boote.", True),
    ],
)
def test_where_a_figure_stands_the_other_sentence_has_some_number(
    source: str, target: str, fits: bool
) -> None:
    sides = [
        Text((Segment("s1", text, 0, Span(0, len(text))),), language, {})
        for text, language in ((source, "en"), (target, "de"))
    ]
    assert _fit(sides[0], 0, sides[1], 0) is fits
    assert _fit(sides[1], 0, sides[0], 0) is fits


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("The Tower fell.", "Der tower fiel.", True),
        ("the tower fell.", "Der TOWER fiel.", True),
        ("The towers fell.", "Der Tower fiel.", False),
    ],
)
def test_two_sentences_share_a_word_in_any_letters(one: str, other: str, shared: bool) -> None:
    assert _share_a_word(one, other) is _share_a_word(other, one) is shared


ASIDE = ["The ferry leaves at dawn.", "Nobody has seen the keeper.", "A dog barks at the gate."]
ANSWERS = ["Собака гавкає біля воріт.", "Пором відходить на світанку.", "Ніхто не бачив сторожа."]
TOLD_BACK = [ASIDE[2], ASIDE[0], ASIDE[1]]


def text(language: str, sentences: list[str]) -> Text:
    segments = tuple(Segment(f"s{n}", one, n, Span(0, len(one))) for n, one in enumerate(sentences))
    return Text(segments, language, {})


@pytest.mark.parametrize("reliable", [True, False])
def test_what_was_translated_back_shows_which_sentences_belong_together(reliable: bool) -> None:
    back = {
        number: BackTranslation(said, "x", "1", reliable=reliable)
        for number, said in enumerate(TOLD_BACK)
    }
    every = range(3)
    found = _pairs(text("en", ASIDE), every, text("uk", ANSWERS), every, back, lambda *_sides: None)
    assert ((0, 1) in found and (1, 2) in found) is reliable


def test_what_was_set_aside_is_looked_at_in_the_order_of_the_text() -> None:
    segments = tuple(Segment(f"s{n}", "One.", n, Span(0, 4), "furniture") for n in range(4))
    seen = _seen_aside(Text(segments, "en", {3: "named", 0: "aside", 1: "comment", 2: "footer"}))
    assert seen == [0, 2, 3]
