"""Speech of several sentences with the clause that carries it."""

from __future__ import annotations

import pytest

from reviewer.domain import Block, Document, Segment
from reviewer.text.segments import segments
from reviewer.text.speech import Speech, answering, speeches


def _cut(*blocks: str, language: str = "en") -> tuple[Document, list[Segment], list[Speech]]:
    document = Document("a", "text", tuple(map(Block, blocks)), b"", language=language)
    parts = segments(document, "s")
    return document, parts, list(speeches(document, parts, language))


BEFORE, BEHIND = (True,), (False,)


@pytest.mark.parametrize(
    ("text", "language", "first", "last", "begun"),
    [
        ("It rained. “We wait. We hope,” said Anna. She left.", "en", 1, 2, BEHIND),
        ("Anna said: “We wait. We hope. We pray.” She left.", "en", 0, 2, BEFORE),
        ("‘We wait here. We hope,’ said Anna.", "en", 0, 1, BEHIND),
        ("'We can't wait. We hope,' said Anna.", "en", 0, 1, BEHIND),
        ("Anna sagte: ‚Wir warten. Wir hoffen.‘", "de", 0, 1, BEFORE),
        ("‚Wir warten. Wir hoffen‘, sagte Anna.", "de", 0, 1, BEHIND),
        ("„Wir warten. Wir hoffen“, sagte Anna.", "de", 0, 1, BEHIND),
        ("Anna sagte: „Wir warten. Wir hoffen“.", "de", 0, 1, BEFORE),
        ("Anna a dit : « Nous attendons. Nous espérons. »", "fr", 0, 1, BEFORE),
        ("安娜说：“我们在等。我们希望。”", "zh", 0, 1, BEFORE),
        ("アンナは「待っています。願っています」と言った。", "ja", 0, 1, BEFORE),
        ("「待っています。願っています」とアンナは言った。", "ja", 0, 1, BEHIND),
        ("«نحن ننتظر. نحن نأمل»، قالت آنا.", "ar", 0, 1, BEHIND),
    ],
)
def test_a_speech_reaches_over_its_sentences(
    text: str, language: str, first: int, last: int, begun: tuple[bool, ...]
) -> None:
    assert _cut(text, language=language)[2] == [Speech(first, last, begun)]


@pytest.mark.parametrize(
    "text",
    [
        "“We wait. We hope.” She left.",
        "She left. Nobody came.",
        "“We wait,” said Anna. She left.",
        "He saw the film “Oh! What a Lovely War”. It was long.",
    ],
)
def test_no_clause_or_no_second_sentence_is_no_speech(text: str) -> None:
    assert _cut(text)[2] == []


def test_two_speeches_that_share_a_sentence_are_one() -> None:
    _, _, found = _cut("“We wait. We hope,” said Anna, “and we pray. Nobody came.” She left.")
    assert found == [Speech(0, 2, (False, True))]


def test_speech_of_another_block_is_another() -> None:
    _, _, found = _cut("“We wait. We hope,” said Anna.", "Ben said: “We go. We run.”")
    assert found == [Speech(0, 1, BEHIND), Speech(2, 3, BEFORE)]


def test_a_speech_answers_where_the_clause_stands_in_the_same_place() -> None:
    _, source, spoken = _cut("“We wait. We hope,” said Anna.", "Ben said: “We go. We run.”")
    _, target, answers = _cut(
        "Anna sagte: „Wir warten. Wir hoffen.“",
        "Ben sagte: „Wir gehen. Wir laufen.“",
        language="de",
    )
    assert answering(source, spoken, target, answers) == ({spoken[1]}, {answers[1]})


def test_where_a_speech_is_lost_the_others_are_told_by_how_far_they_stand() -> None:
    filler = ["It rained all day long and nobody went out." for _ in range(9)]
    _, source, spoken = _cut(
        "“We wait. We hope,” said Anna.", *filler, "Ben said: “We go. We run.”"
    )
    _, target, answers = _cut(*filler, "Ben sagte: „Wir gehen. Wir laufen.“", language="de")
    assert answering(source, spoken, target, answers) == ({spoken[1]}, {answers[0]})


def test_a_text_without_speech_answers_nothing() -> None:
    _, source, spoken = _cut("“We wait. We hope,” said Anna.")
    _, target, answers = _cut("Anna wartet und hofft.", language="de")
    assert answering(source, spoken, target, answers) == (set(), set())


@pytest.mark.parametrize(("letters", "long"), [(300, False), (301, True)])
def test_a_long_speech_is_parted_wherever_its_clause_stands(letters: int, long: bool) -> None:
    inside = "We wait. We " + "hop" * 200
    inside = inside[: letters - 3] + "."
    _, source, spoken = _cut(f"Anna said: “{inside}”")
    _, target, answers = _cut("„Wir warten. Wir hoffen“, sagte Anna.", language="de")
    assert [each.long for each in spoken] == [long]
    both = ({spoken[0]}, {answers[0]})
    assert answering(source, spoken, target, answers) == (both if long else (set(), set()))
