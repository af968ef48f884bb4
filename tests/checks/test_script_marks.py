"""Punctuation of the target language: one by one where it is rare, once where it is a habit."""

from __future__ import annotations

import pytest

from reviewer.checks.script_marks import ScriptMarks
from reviewer.domain import Finding, Pair


def findings(language: str, *targets: str) -> dict[int, list[Finding]]:
    pairs = [Pair("The tower fell.", target, "en", language) for target in targets]
    return dict(ScriptMarks().find_all(pairs))


@pytest.mark.parametrize(
    ("target", "mended"),
    [
        ("نعم, سقط البرج.", "نعم، سقط البرج."),
        ("سقط البرج; ثم بني.", "سقط البرج؛ ثم بني."),
        ("هل سقط البرج?", "هل سقط البرج؟"),
    ],
)
def test_a_latin_mark_in_arabic_text_is_mended(target: str, mended: str) -> None:
    assert_mended("ar", target, mended)


@pytest.mark.parametrize(
    ("language", "target", "mended"),
    [
        ("id", "Menara itu runtuh。", "Menara itu runtuh."),
        ("ru", "Башня упала， и всё.", "Башня упала, и всё."),
        ("de", "Der Turm „fiel“； so war es.", "Der Turm „fiel“; so war es."),
        ("pt", "A torre caiu em 1960، disse.", "A torre caiu em 1960, disse."),
        ("it", "La torre è caduta؟", "La torre è caduta?"),
        ("zh", "塔倒了.", "塔倒了。"),
        ("zh", "塔,倒了。", "塔，倒了。"),
        ("ja", "塔が倒れた.", "塔が倒れた。"),
        ("ja", "塔は,倒れた。", "塔は、倒れた。"),
        ("el", "Έπεσε ο πύργος?", "Έπεσε ο πύργος;"),
    ],
)
def test_a_mark_of_another_script_is_mended(language: str, target: str, mended: str) -> None:
    assert_mended(language, target, mended)


def test_a_mark_that_the_text_is_about_is_quiet() -> None:
    pair = Pair("It ends with one of these 3。", "Es endet mit einem dieser 3。", "en", "de")
    assert ScriptMarks().find_all([pair]) == {}


def assert_mended(language: str, target: str, mended: str) -> None:
    (finding,) = findings(language, target)[0]
    assert finding.fix
    span = finding.fix.span
    assert target[: span.start] + finding.fix.text + target[span.end :] == mended


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("ar", "نعم، سقط البرج في 1,960 و7,5."),
        ("ar", "قال “Yes, we can” ثم مضى."),
        ("ar", "انظر https://tower.example/?a=1"),
        ("fa", "بله، برج افتاد؟"),
        ("he", "כן, המגדל נפל?"),
        ("es", "¿Cayó la torre? ¡Sí!"),
        ("es", "Cayó en 1900 (?)."),
        ("es", "—¿Cayó la torre?, preguntó. ¿Y qué?"),
        ("gl", "Caeu a torre?"),
        ("de", "Fiel der Turm?"),
        ("de", "Er sagte „塔倒了。“ und ging."),
        ("en", "He wrote شكرا، and left."),
        ("zh", "塔高3.5米，见www.tower.example。"),
        ("zh", "塔倒了……J.K.罗琳(见上文)"),
        ("ja", "塔が倒れた...そう。"),
        ("ko", "탑이 무너졌다."),
        ("hi", "मीनार गिर गई।"),
        ("el", "Έπεσε ο πύργος; Ναι."),
    ],
)
def test_the_language_s_own_marks_are_quiet(language: str, target: str) -> None:
    assert findings(language, target) == {}


def test_a_spanish_question_needs_its_opening_mark() -> None:
    (finding,) = findings("es", "¿Cayó la torre? Y quién lo vio?")[0]
    assert "“¿” is missing" in finding.message
    assert finding.fix is None


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("She read “Who Stole the Boat?” twice.", "Leyó «Who Stole the Boat?» dos veces.", 0),
        ("She read “Who Stole the Boat?” twice.", "Leyó «Quién robó el barco?» dos veces.", 1),
        ("Yahoo! bought the paper.", "Yahoo! compró el periódico.", 0),
        ("Stop! he cried.", "Alto! gritó.", 1),
        ("“No! Not today.”", "No! Hoy no.", 1),
    ],
)
def test_a_name_or_title_of_another_language_has_no_opening_mark(
    source: str, target: str, told: int
) -> None:
    found = ScriptMarks().find_all([Pair(source, target, "en", "es")])
    assert sum(map(len, found.values())) == told


@pytest.mark.parametrize(("count", "told"), [(2, 2), (3, 3), (4, 1), (5, 1)])
def test_a_habit_is_told_once(count: int, told: int) -> None:
    found = findings("ar", *["نعم, سقط البرج."] * count)
    assert sum(map(len, found.values())) == told
    if told == 1:
        assert str(count) in found[0][0].message
