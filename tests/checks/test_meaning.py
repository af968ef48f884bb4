"""Left out inside a sentence, added, another meaning: judged by the back-translation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.checks.meaning import Addition, Meaning, Omission, clause_like
from reviewer.checks.meaning_evidence import MEASURES, Usual, evidence, measures
from reviewer.domain import BackTranslation, Finding, Pair, Span

SOURCE = (
    "The mayor opened the new harbour bridge on Monday, thanked the engineers and promised "
    "to repair the old lighthouse, which was damaged by a storm in March."
)
TARGET = (
    "Der Bürgermeister eröffnete am Montag die neue Hafenbrücke, dankte den Ingenieuren und "
    "versprach, den alten Leuchtturm zu reparieren, den im März ein Sturm beschädigt hatte."
)
BACK = (
    "The mayor opened the new port bridge on Monday, thanked the engineers, and promised to "
    "repair the old lighthouse, which a storm had damaged in March."
)
SHORT_TARGET = "Der Bürgermeister eröffnete am Montag die neue Hafenbrücke, dankte den Ingenieuren."
SHORT_BACK = "The mayor opened the new port bridge on Monday, thanked the engineers."
LONG_TARGET = TARGET[:-1] + ", während hunderte Zuschauer trotz heftigen Regens applaudierten."
LONG_BACK = BACK[:-1] + ", while hundreds of spectators applauded despite heavy rain."


def pair(source: str, target: str, back: str | None, *, reliable: bool = True) -> Pair:
    made = None if back is None else BackTranslation(back, "translate-de_en", "1.0", reliable)
    return Pair(source, target, "en", "de", back_translation=made)


def found(check: object, given: Pair) -> list[Finding]:
    return check.find_all([given]).get(0, [])


def test_faithful_translation_is_quiet():
    for check in (Omission(), Addition(), Meaning()):
        assert found(check, pair(SOURCE, TARGET, BACK)) == []


def test_clause_left_out_is_found_with_its_span_in_the_source():
    (finding,) = found(Omission(), pair(SOURCE, SHORT_TARGET, SHORT_BACK))
    assert (finding.check, finding.kind) == ("omission", "omission")
    (span,) = finding.source_spans
    assert span.of(SOURCE).startswith("promised to repair")
    assert "lighthouse" in finding.message
    assert finding.severity in ("major", "minor")
    assert not found(Addition(), pair(SOURCE, SHORT_TARGET, SHORT_BACK))


def test_clause_added_is_found_with_its_clause_in_the_target():
    (finding,) = found(Addition(), pair(SOURCE, LONG_TARGET, LONG_BACK))
    assert (finding.check, finding.kind) == ("addition", "addition")
    assert "hunderte Zuschauer" in finding.target_spans[0].of(LONG_TARGET)
    assert "spectators" in finding.message
    assert not found(Omission(), pair(SOURCE, LONG_TARGET, LONG_BACK))


def test_other_meaning_is_worth_a_look_and_no_more():
    other = "Several hospitals reported fewer patients during the summer holidays this year."
    (finding,) = found(Meaning(), pair(SOURCE, "Mehrere Krankenhäuser meldeten …", other))
    assert (finding.severity, finding.kind) == ("info", "meaning")
    assert finding.confidence < 0.5
    for check in (Omission(), Addition()):
        assert not found(check, pair(SOURCE, "Mehrere Krankenhäuser meldeten …", other))


@pytest.mark.parametrize(
    "given",
    [
        pair(SOURCE, SHORT_TARGET, None),
        pair(SOURCE, SHORT_TARGET, SHORT_BACK, reliable=False),
        pair(SOURCE, SHORT_TARGET, ""),
        pair("", SHORT_TARGET, SHORT_BACK),
        Pair(SOURCE, "", "en", "de", relation="missing"),
        pair("…", "…", "…"),
        pair("12 + 7", "12 + 7", "12 + 9"),
    ],
)
def test_without_evidence_nothing_is_said(given):
    for check in (Omission(), Addition(), Meaning()):
        assert found(check, given) == []


def test_names_that_the_translation_itself_has_are_not_left_out():
    source = "The prize went to Aleksandra Kowalczyk, Henryk Wisniewski and Danuta Zielinska."
    target = "Den Preis erhielten Aleksandra Kowalczyk, Henryk Wiśniewski und Danuta Zielińska."
    assert not found(Omission(), pair(source, target, "They received the prize."))


def test_figures_are_never_judged_by_a_back_translation():
    source = "In 2019 the company sold 1,250 ships, in 2020 it sold 3,400, in 2021 only 12."
    back = "In 2018 the company sold 99 ships, in 1999 it sold 4, in 2035 only 7."
    target = "2019 verkaufte die Firma 1.250 Schiffe, 2020 waren es 3.400, 2021 nur 12."
    for check in (Omission(), Addition(), Meaning()):
        assert not found(check, pair(source, target, back))


def test_what_is_usual_in_the_document_is_counted_in():
    """Short translations throughout are a short language, not so many omissions."""
    pairs = [pair(SOURCE, TARGET[: int(len(TARGET) * 0.8)], BACK)] * 20
    assert not Omission().find_all(pairs)


@pytest.mark.parametrize(
    ("back", "words", "target", "clause"),
    [
        ("a b, c d, e f", "c d", "A B, C D, E F", "C D"),
        ("a b, c d, e f", "b, c", "A B, C D, E F", "A B, C D"),
        ("a b, c d", "c d", "A B C D", "A B C D"),
        ("a b, c d", "c d", "A B, C D, E F", "A B, C D, E F"),
        ("a b, c d", "c d", "甲乙，丙丁", "丙丁"),
    ],
)
def test_clause_at_the_same_place(back, words, target, clause):
    begin = back.index(words)
    span = Span(begin, begin + len(words))
    assert clause_like(back, span, target).of(target) == clause


@pytest.mark.parametrize(("likeness", "told"), [(0.34, True), (0.35, False), (0.9, False)])
def test_without_a_back_translation_the_encoder_tells_what_is_unlike(likeness, told):
    given = replace(pair(SOURCE, TARGET, None), likeness=likeness)
    assert [(one.severity, one.rule, one.confidence) for one in found(Meaning(), given)] == (
        [("info", "meaning-unlike", 0.4)] if told else []
    )


@pytest.mark.parametrize(
    "other",
    [
        {"source": "Come back soon, friend."},
        {"source": f"In 1984 {SOURCE}", "target": f"1984: {TARGET}"},
        {"confidence": 0.49},
        {"relation": "missing"},
        {"back_translation": BackTranslation(BACK, "translate-de_en", "1.0")},
    ],
    ids=["short", "same figure", "doubtful pair", "not aligned", "translated back"],
)
def test_the_encoder_is_not_believed_where_it_knows_little(other):
    assert found(Meaning(), replace(pair(SOURCE, TARGET, None), likeness=0.1, **other)) == []


@pytest.mark.parametrize(
    ("back", "net"),
    [
        ("They left the harbour.", 6 / 6.5),
        ("They left the harbour. It was old.", (17 / 3 - 1 / 3) / (17 / 3 + 0.5)),
        ("They left the harbour, an old windmill.", (43 / 9 - 11 / 9) / (43 / 9 + 0.5)),
    ],
)
def test_words_that_are_answered_take_off_from_what_is_lost(back, net):
    """Between the lost words stand none, one and two that the back-translation has."""
    source = (
        "They left the harbour. The silver lighthouse near the old windmill collapsed, "
        "burning fiercely."
    )
    shown = evidence(source, "Sie verließen den Hafen.", back, "en", "de")
    told = measures(shown.source, shown, Usual(), 1)
    assert told[MEASURES.index("net")] == pytest.approx(net)
