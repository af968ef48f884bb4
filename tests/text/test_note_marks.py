"""Marks of notes: told from numbers, powers and the numbers of a list."""

from __future__ import annotations

import pytest

from reviewer.text.note_marks import bare, marks_behind_sentences, note_marks
from reviewer.text.sentences import split_sentences


def marks(text: str) -> list[str]:
    return [span.of(text) for span in note_marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained.¹ It stopped.²", ["¹", "²"]),
        ("It rained.* It stopped.††", ["*", "††"]),
        ("It rained.(1) It stopped. (2)", ["(1)", " (2)"]),
        ("It rained.[a] It stopped.[iv]", ["[a]", "[iv]"]),
        ("It rained.[12, 14] It stopped.[3–5]", ["[12, 14]", "[3–5]"]),
        ("雨が降った。【1】止んだ。［2］", ["【1】", "［2］"]),
        ("下雨了。①停了。②", ["①", "②"]),
        ("It rained.[^1] It stopped.[^wind]", ["[^1]", "[^wind]"]),
        ("The valley¹ was wet, the hills² too.", ["¹", "²"]),
        ("The valley[1] was wet, the hills[2] too.", ["[1]", "[2]"]),
        ("It rained.1 Then it stopped.2", ["1", "2"]),
        ("Er rief „Halt!“¹ Dann ging er.", ["¹"]),
        ("It covers 12 m² and 3 km³.", []),
        ("CO₂ is 10⁶ times rarer.", []),
        ("下雨了。***停了。风停了。", ["***"]),
        ("来了二十名客人⁷,⁸。", ["⁷,⁸"]),
        ("It turns at 5 s⁻¹ and 9 m⁶.", []),
        ("First: (1) rain. (2) wind.", []),
        ("如下：①雨。②风。", []),
        ("It rose by 3.5 (2) times.", []),
        ("He was born in 1833. [1901] he died.", []),
        ("a*b", []),
        ("It rained.⁽¹⁾ It stopped.²⁾", ["⁽¹⁾", "²⁾"]),
        ("It rained.*) It stopped.1)", ["*)", "1)"]),
        ("It rained.ᵃ It stopped.ᵇ", ["ᵃ", "ᵇ"]),
        ("It rained.⑴ It stopped.ⓐ", ["⑴", "ⓐ"]),
        ("It rained.*1 It stopped.‖ Sun.◊", ["*1", "‖", "◊"]),
        ("It rained.[*] It stopped.{2}", ["[*]", "{2}"]),
        ("It rained.[Note 1] Es regnete.[Anm. 2]", ["[Note 1]", "[Anm. 2]"]),
        ("It rained.[1]:12 It stopped.[2]:3–5", ["[1]:12", "[2]:3–5"]),
        ("下雨了。[註 1]停了。（注2）风停了。(注3)", ["[註 1]", "（注2）", "(注3)"]),
        ("It rained.[Smith 2004] It stopped.[12, S. 45]", ["[Smith 2004]", "[12, S. 45]"]),
        ("It rained.[by 2004] It stopped.[in 12 days]", []),
        ("雨が降った。［注１］止んだ。〔訳注〕風。【注2】", ["［注１］", "〔訳注〕", "【注2】"]),
        ("下雨了。＊停了。⁑风。٭", ["＊", "⁑", "٭"]),
        ("It rained.¹˒² It stopped.((1))", ["¹˒²", "((1))"]),
        ("It rained.⟨1⟩ It stopped.<2> Sun.{a}", ["⟨1⟩", "<2>", "{a}"]),
        ("Let x < 5. <b> is bold. It rained. {a} is a set.", []),
        ("雨が降った。（※）止んだ。（*1）風。｛1｝", ["（※）", "（*1）", "｛1｝"]),
        ("It rained.(*1) It stopped.(†)", ["(*1)", "(†)"]),
        ("雨が降った。*止んだ。※1風。†‡", ["*", "※1", "†‡"]),
        ("बारिश हुई।1) रुक गई।*)", ["1)", "*)"]),
        ("It rained (see No.1) It stopped.", []),
        ("It rained (all day.1) It stopped.", []),
        ("It rained. 1) It stopped.", []),
        ("Version 2.1) is out.", []),
        ("It rained.[A] It stopped.[B]", ["[A]", "[B]"]),
        (
            "It rained.[citation needed] It stopped.[who?] Sun. (sic)",
            ["[citation needed]", "[who?]", " (sic)"],
        ),
        ("It rained. *) It stopped. †)", [" *)", " †)"]),
        ("It rained.\u2060¹ It stopped.\u200b²", ["\u2060¹", "\u200b²"]),
        ("It rained. ¹) It stopped.(²)", [" ¹)", "(²)"]),
        ("It rained.ᶠ It stopped.ʰ", ["ᶠ", "ʰ"]),
        ("It rained.#1 It stopped.^2^", ["#1", "^2^"]),
        ("It rained.↩ It stopped. ↑", ["↩", " ↑"]),
        ("It rained(1). It stopped^2^.", ["(1)", "^2^"]),
        ("It rained [^1]. It stopped.", [" [^1]"]),
        ("He saw it.3 She did not.4", ["3", "4"]),
        ("See vol.3 The end.", []),
        ("In group (3).", []),
        ("It rained. ( 1 ) It stopped.( 2 )It blew.", [" ( 1 )", "( 2 )"]),
        ("It rained (1). It stopped (2).", [" (1)", " (2)"]),
        ("It rained (2). It stopped (1).", []),
        ("She (45) rained. He (46) stopped.", []),
        ("It rained (4). It stopped (5) .", [" (4)", " (5)"]),
        ("It rained [ 1 ]. It stopped. [ 2 ]", [" [ 2 ]"]),
        ("下雨了。 (1) 停了。（ 2 ）风。", [" (1)", "（ 2 ）"]),
        ("下雨了（1）。停了（2）。", ["（1）", "（2）"]),
        ("下雨了 (1)。停了 (2)。", [" (1)", " (2)"]),
        ("雨が降った(1)。止んだ(2)。李明(45)。", ["(1)", "(2)"]),
        ("雨が降った。( 1 )止んだ。", ["( 1 )"]),
        ("비가 왔다 (1). 그쳤다 (2).", [" (1)", " (2)"]),
        ("أمطرت (1). توقفت (2).", [" (1)", " (2)"]),
        ("First: ( 1 ) rain. ( 2 ) wind.", []),
        ("李明（45）。", []),
        ("(It rained.¹) It stopped.", ["¹"]),
        ("It rained.[in all 40 days] It stopped.", []),
        ("It rained. [In May] it stopped. (Here and there.)", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert marks(text) == expected


def test_a_mark_of_three_digits_is_one_and_of_four_is_a_year() -> None:
    assert [span.of(text) for text in ("So it is.[999]",) for span in marks_behind_sentences(text)]
    assert not marks_behind_sentences("So it is.[1000]")


def test_short_words_are_known_by_the_abbreviations_of_the_language() -> None:
    assert [span.of("Nó cao.3 Ai") for span in note_marks("Nó cao.3 Ai", "vi")] == ["3"]
    assert not note_marks("Siehe Abb.3 Die", "de")
    assert not note_marks("Nó cao.3 Ai")


def test_a_text_without_its_marks() -> None:
    assert bare("It rained.¹ The hills² too. (3)") == "It rained. The hills too."
    assert bare("It rained.") == "It rained."


def test_a_mark_is_no_number_before_a_number() -> None:
    assert marks("It rained.¹0") == []


@pytest.mark.parametrize("mark", ["¹", "②", "❶", "ᵃ", "⁽³⁾"])
@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("وقفت الطاحونة سنوات كثيرة {}.", "وعندما ارتفع النهر انكسرت.", "ar"),
        ("הטחנה עמדה שנים רבות {}.", "כשהנהר עלה, הגלגל נשבר.", "he"),
        ("물레방아는 오랫동안 서 있었다 {}.", "강이 불어나자 바퀴가 부서졌다.", "ko"),
        ("Değirmen uzun yıllar ayakta kaldı {}.", "Nehir yükselince çark kırıldı.", "tr"),
        ("The mill stood for many years {}.", "When the river rose, it broke.", "en"),
    ],
)
def test_a_raised_mark_before_the_full_stop_is_no_initial(
    mark: str, one: str, other: str, language: str
) -> None:
    first = one.format(mark)
    spans = split_sentences(f"{first} {other}", language)
    assert [span.of(f"{first} {other}") for span in spans] == [first, other]
