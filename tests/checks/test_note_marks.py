"""Marks of notes that a translation lost: told once where it keeps others."""

from __future__ import annotations

import pytest

from reviewer.checks.note_marks import NoteMarks
from reviewer.domain import Finding, Pair

ENGLISH = ("It rained all day.{}", "The ferry did not go.{}", "Nobody was hurt.{}")
OTHERS = {
    "de": ("Es regnete den ganzen Tag.{}", "Die Fähre fuhr nicht.{}", "Niemand wurde verletzt.{}"),
    "uk": ("Дощ ішов увесь день.{}", "Пором не ходив.{}", "Ніхто не постраждав.{}"),
    "zh": ("下了一整天雨。{}", "渡轮没有开。{}", "没有人受伤。{}"),
    "ja": ("一日中雨が降った。{}", "フェリーは出なかった。{}", "負傷者はいなかった。{}"),
    "ar": ("أمطرت طوال اليوم.{}", "لم تبحر العبارة.{}", "لم يصب أحد بأذى.{}"),
    "hi": ("पूरे दिन बारिश हुई।{}", "नाव नहीं चली।{}", "किसी को चोट नहीं आई।{}"),
}


def told(ours: tuple[str, ...], theirs: tuple[str, ...], language: str = "de") -> list[Finding]:
    pairs = [
        Pair(source.format(mark), target.format(other), "en", language)
        for source, target, mark, other in zip(ENGLISH, OTHERS[language], ours, theirs, strict=True)
    ]
    return [each for findings in NoteMarks().find_all(pairs).values() for each in findings]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(
    "marks",
    [
        ("¹", "²", "³"),
        ("*", "†", "‡"),
        ("(1)", "(2)", "(3)"),
        ("[1]", "[2]", "[3]"),
        ("[a]", "[b]", "[c]"),
        ("①", "②", "③"),
        ("[^1]", "[^2]", "[^3]"),
        (" (1)", " (2)", " (3)"),
    ],
)
def test_one_that_is_lost_is_told_once(marks: tuple[str, ...], language: str) -> None:
    assert told(marks, marks, language) == []
    [finding] = told(marks, (marks[0], "", ""), language)
    assert (finding.kind, finding.severity) == ("lost", "minor")


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        ("it", [("The tower* stands.", "La torre* è in piedi."),
                ("The bridge† fell in May.", "Il ponte cadde a maggio.")]),
        ("hu", [("It rained [1], then it snowed [2].", "Esett az eső [1], aztán a hó.")]),
        ("ja", [("It rained [1] and snowed.", "雨が降り[1]、雪が降った。"),
                ("The bridge [2] fell.", "橋は落ちた。")]),
        ("ru", [("Keep it dark (a) and dry (b).", "Хранить в темноте (а) и сухости.")]),
        ("ar", [("The tower‡ stands.", "البرج‡ قائم."), ("The gate‡ fell.", "سقطت البوابة.")]),
    ],
)  # fmt: skip
def test_marks_inside_a_sentence_count_too(language: str, rows: list[tuple[str, str]]) -> None:
    pairs = [Pair(source, target, "en", language) for source, target in rows]
    [[finding]] = NoteMarks().find_all(pairs).values()
    assert finding.kind == "lost"


@pytest.mark.parametrize(
    "rows",
    [
        [("The tower* stands [1].", "Der Turm* steht [1]."),
         ("The pupil(s) came.", "Die Schüler kamen.")],
        [("The tower* stands.", "Der Turm* steht."),
         ("It was *very* cold.", "Es war sehr kalt.")],
        [("Dark (a) and dry (b).", "Dunkel (b) und trocken (a).")],
        [("It rained [1].", "Es regnete [1]."), ("In [1901] it fell.", "Es fiel.")],
    ],
)  # fmt: skip
def test_what_is_no_mark_inside_a_sentence(rows: list[tuple[str, str]]) -> None:
    assert not NoteMarks().find_all([Pair(a, b, "en", "de") for a, b in rows])


def test_a_lost_mark_is_told_at_the_last_sign_of_its_row() -> None:
    pairs = [
        Pair(source.format(mark), target.format(mark if n == 0 else " "), "en", "de")
        for n, (source, target, mark) in enumerate(
            zip(ENGLISH, OTHERS["de"], ("¹", "²", "³"), strict=True)
        )
    ]
    [[finding]] = NoteMarks().find_all(pairs).values()
    (span,) = finding.target_spans
    assert (span.of(pairs[1].target), span.end) == (".", len(pairs[1].target) - 1)


def test_a_translation_without_notes_has_lost_none() -> None:
    assert told(("¹", "²", "³"), ("", "", "")) == []
    assert told(("", "", ""), ("¹", "²", "³")) == []


def test_notes_may_be_numbered_anew_or_marked_otherwise() -> None:
    assert told(("¹", "²", "³"), ("⁷", "⁸", "⁹")) == []
    assert told(("*", "†", "‡"), ("[1]", "[2]", "[3]")) == []


def test_a_mark_may_stand_at_another_sentence() -> None:
    assert told(("¹", "²", ""), ("¹", "", "²")) == []


def test_remarks_and_arrows_are_no_marks_of_notes() -> None:
    assert told(("¹", "[sic]", "↩"), ("¹", "", "")) == []
