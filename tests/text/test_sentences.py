"""Sentences: labelled examples by language, and what holds for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text import sentences
from reviewer.text.sentences import split_sentences

_EXAMPLES = sorted(Path(__file__).with_name("sentences").glob("*.txt"))
_MARKS = st.sampled_from(list(".!?…。！？؟।;:,()[]«»„“”\"'「」-–— \n\u00a0\u202f١1aAяЯ中あअش"))


@pytest.mark.parametrize("path", _EXAMPLES, ids=lambda path: path.stem)
def test_sentences_begin_and_end_where_a_reader_says(path: Path) -> None:
    gap = "" if path.stem in ("zh", "ja") else " "
    examples = [line.split("|") for line in path.read_text("utf-8").splitlines() if line]
    wrong = []
    for expected in examples:
        text = gap.join(expected)
        found = [span.of(text) for span in split_sentences(text, path.stem)]
        if found != expected:
            wrong.append((expected, found))
    assert examples
    assert wrong == []


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("The price rose (sharply).", "Then it fell.", "en"),
        ("Sie rief „Halt“.", "Dann ging sie.", "de"),
        ("احترقت الطاحونة.", "لم يصب أحد.", "ar"),
        ("Er stieg ab.", "Das war spät.", "de"),
    ],
)
def test_two_sentences_without_a_space_between_are_two(one: str, other: str, language: str) -> None:
    text = one + other
    assert [span.of(text) for span in split_sentences(text, language)] == [one, other]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Er kam z.B. Das nicht.", "de"),
        ("حضر أ.د.محمد علي.", "ar"),
        ("Visit www.Example.com now.", "en"),
    ],
)
def test_a_point_inside_a_name_parts_nothing(text: str, language: str) -> None:
    assert len(split_sentences(text, language)) == 1


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u2060", "\u200f", "\u200e", "\ufeff"])
@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("The council paid.", "Nobody knew.", "en"),
        ("دفع المجلس.", "لم يعلم أحد.", "ar"),
        ("„Wir zahlen.“", "Niemand wusste es.", "de"),
        ("המועצה שילמה.", "איש לא ידע.", "he"),
    ],
)
def test_what_nobody_sees_joins_no_sentences(
    unseen: str, one: str, other: str, language: str
) -> None:
    for text in (f"{one}{unseen} {other}", f"{one} {unseen}{other}"):
        spans = split_sentences(text, language)
        assert [span.of(text).strip(f"{unseen} ") for span in spans] == [one, other]


@given(
    st.one_of(st.text(), st.text(_MARKS, max_size=60)),
    st.sampled_from(["en", "de", "ar", "zh", "xx", ""]),
)
def test_spans_and_gaps_give_the_text_back(text: str, language: str) -> None:
    spans = split_sentences(text, language)
    at, rebuilt = 0, ""
    for span in spans:
        assert at <= span.start < span.end
        gap, sentence = text[at : span.start], span.of(text)
        assert not gap.strip()
        assert sentence == sentence.strip()
        rebuilt += gap + sentence
        at = span.end
    assert not text[at:].strip()
    assert rebuilt + text[at:] == text


@given(st.text(st.characters(min_codepoint=0xD7F0, max_codepoint=0xE010), max_size=8))
def test_broken_characters_do_no_harm(text: str) -> None:
    split_sentences(text + ". A " + text, "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line\n\nAnother", ["One line", "Another"]),
        ("Menu\nContact\nAbout us", ["Menu", "Contact", "About us"]),
        ("- pears\n- apples", ["- pears", "- apples"]),
        (
            "The tower was built in the year when the old\n"
            "River bridge fell, as everybody in the town\n"
            "still remembers. It stands.",
            [
                "The tower was built in the year when the old\n"
                "River bridge fell, as everybody in the town\n"
                "still remembers.",
                "It stands.",
            ],
        ),
    ],
)
def test_line_breaks_end_a_sentence_unless_the_line_was_full(
    text: str, expected: list[str]
) -> None:
    assert [span.of(text) for span in split_sentences(text, "en")] == expected


def test_a_quotation_of_paragraph_length_is_split() -> None:
    sentence = "We have built this tower with our own hands and we are proud of every stone in it."
    text = f"“{sentence} {sentence} {sentence} {sentence}” Then she sat down."
    assert len(split_sentences(text, "en")) == 5


def test_language_tags_may_name_a_region() -> None:
    text = "Er kam am 3. März. Dann ging er."
    assert split_sentences(text, "de-CH") == split_sentences(text, "de")


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("sv", "”Vi slutade aldrig tro”, sade tränaren. ”Vid 1–2 sade jag ja.” Så gick de.", 3),
        ("fi", "”Emme lakanneet”, sanoi valmentaja. ”Yksi maali muuttaa kaiken.”", 2),
        ("vi", "Doanh thu đạt 2,4 tỷ đô la. Chúng ta muốn tăng thêm.", 2),
        ("vi", "Giá là 74 triệu đô la. 190 nhân viên đã ở lại.", 2),
        ("vi", "Ông sống ở TP. Hồ Chí Minh.", 1),
    ],
)
def test_marks_that_look_alike_and_short_syllables(language: str, text: str, count: int) -> None:
    assert len(split_sentences(text, language)) == count


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("de", "In der Schweiz wurden zwischen 2014 und 2023 für 3,6 Mrd. Franken gebaut.", 1),
        ("de", "Das alles kostete am Ende den Bund 3,6 Mrd. Die Länder zahlten nichts.", 2),
        ("nl", "Het maximale draagvermogen is 120 kg. Het is verboden op het strand te rijden.", 2),
        ("nl", "Het weegt 120 kg. netto en is zwaar.", 1),
    ],
)
def test_abbreviated_measures_before_capitals(language: str, text: str, count: int) -> None:
    assert len(split_sentences(text, language)) == count


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("vi", "Lượng mưa lên tới 312 mm. Đường phố biến thành sông.", 2),
        ("fr", "Le camp se trouve à 7000 m. Rien ne pousse là-haut.", 2),
        ("it", "Il parco copre 80 km². Lupi e orsi ci vivono.", 2),
        ("cs", "Silnice měří 12 km. Auta tudy nejezdí.", 2),
        ("ar", "بلغ عمق الثلج 40 cm. وأغلقت المدارس أبوابها.", 2),
        ("de", "Es fielen 40 mm. Straßen standen unter Wasser.", 2),
        ("de", "Der Bahnhof liegt 5 min. Fußweg entfernt.", 1),
        ("en", "The bridge is 3 m. wide.", 1),
        ("en", "The wreck lies 3 m. NW of the pier.", 1),
        ("fr", "Les 3 MM. Durand sont venus.", 1),
        ("en", "It stands in volume 12 t. XX of the edition.", 1),
    ],
)
def test_the_symbol_of_a_unit_before_a_capital_ends_a_sentence(
    language: str, text: str, count: int
) -> None:
    assert len(split_sentences(text, language)) == count


_WORDS = st.sampled_from(
    ["the", "Haus", "haus", "I", "iv", "XIV", "II", "der", "Dr", "usw", "bzw", "al", "e.g", "г",
     "km", "3", "12", "2014", "слово", "Слово", "文", "كلمة", "ﬁn", "²", "(see", "note)", "“Word",
     "x/h", "Str", "Lindenstr", "approximately", "Approximately"]
)  # fmt: skip
_ENDS = st.sampled_from(["", "", ".", ".", "!", "?", "…", "..", ".”", ".)", "»", ".\n", "。"])


@given(st.lists(st.tuples(_WORDS, _ENDS), min_size=2, max_size=12), st.sampled_from(
    ["en", "de", "tr", "ru", "vi", "fr", "zh", "ja", "ar", "cs", ""]
))  # fmt: skip
def test_what_is_plainly_an_end_is_one_when_looked_at_closely(
    words: list[tuple[str, str]], language: str
) -> None:
    text = " ".join(word + end for word, end in words)
    found = sentences._split(text, language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sentences, "_plainly_ends", lambda *_: False)
        assert sentences._split(text, language) == found


@pytest.mark.parametrize(("before", "plain"), [("Haus", False), ("Häuse", False), ("Häuser", True)])
def test_a_long_word_is_no_abbreviation(before: str, plain: bool) -> None:
    text = f"Es waren {before}. Danach"
    assert sentences._plainly_ends(text, 0, len(text) - 7, len(text) - 6, "de", False) is plain


@pytest.mark.parametrize("shift", range(24))
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Then The Old Crane At The Quay Was Sold To A Man From Hull."),
        ("en", "The crane went to Mr. Hull, to Dr. Cox and to No. 12 of the Co. Ltd. at St. Ives."),
        ("ar", "تم بيع الرافعة القديمة في الرصيف إلى رجل من هال."),
    ],
)
def test_a_sentence_at_the_edge_of_a_window_stays_whole(
    language: str, sentence: str, shift: int
) -> None:
    """What is looked at in one go ends anywhere in a sentence: in a word, or between two."""
    text = " ".join([f"{'A' * (shift + 1)} ship came.", *[sentence] * 100])
    assert len(text) > 4_000
    assert [span.of(text) for span in split_sentences(text, language)][1:] == [sentence] * 100


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000"])
@pytest.mark.parametrize("language", ["en", "de", "ja", "my", "tr"])
def test_another_space_between_a_capital_and_its_full_stop(space: str, language: str) -> None:
    text = "The best is vitamin C{}. It is in every fruit."

    found = split_sentences(text.format(space), language)

    assert found == split_sentences(text.format(" "), language)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour of Kell",
        "‘Well,’ she said, “it cost 5 % more (in all)”.",
        "Wer hat das gesagt?!”",
        "港口有1,204艘船。」",
    ],
)
def test_a_text_with_no_mark_inside_is_one_sentence_without_the_space_around(text: str) -> None:
    around = f" \u00a0{text} \n"

    assert [span.of(around) for span in split_sentences(around, "en")] == [text]


@pytest.mark.parametrize(
    "text", ["One. Two", "Eins! Zwei", "一。二", "One.\n\nTwo", "One; - Two", "Մեկ: Երկու"]
)
def test_a_mark_a_line_or_an_item_inside_is_looked_at(text: str) -> None:
    assert len(split_sentences(text, "hy" if "Մ" in text else "en")) == 2


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["'We closed it.", "It was old,' she said.", "Then she left."]),
        ("en", ["She said: 'We don't close it.", "It was the boys' bridge.'", "He left."]),
        ("en", ["'No,' she said.", "'I won't.", "It is over.'", "He left."]),
        ("de", ["Sie sagte: ‚Wir schließen sie.", "Sie war alt.‘", "Dann ging sie."]),
        ("de", ["‚Das war’s.", "Wir gehen‘, sagte er.", "Dann ging er."]),
        ("de", ["‹Das war es.", "Wir gehen›, sagte er.", "Dann ging er."]),
        ("cs", ["‚Zavřeli jsme ho.", "Byl starý,‘ řekla.", "Pak odešla."]),
        ("it", ["'L'abbiamo chiuso.", "Era vecchio,' disse.", "Poi uscì."]),
        ("en", ["Rock 'n' roll is here.", "It's 5' 4'' long.", "It stays."]),
        ("fr", ["J'ai dit 'oui'.", "L'homme est parti.", "C'est l'été."]),
        ("de", ["Das ‚alte‘ Haus steht.", "Es ist ‚schön‘.", "Gut so."]),
    ],
)
def test_speech_in_single_marks_is_parted_as_in_double_ones(
    language: str, sentences: list[str]
) -> None:
    text = " ".join(sentences)
    assert [text[span.start : span.end] for span in split_sentences(text, language)] == sentences


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("１．古い灯台が開く。次だ。", "ja", ["１．古い灯台が開く。", "次だ。"]),
        ("２．１．概要を示す。", "ja", ["２．１．概要を示す。"]),
        ("３．５％増えた．次だ．", "ja", ["３．５％増えた．", "次だ．"]),
        ("1．工程耗资巨大。门票很贵。", "zh", ["1．工程耗资巨大。", "门票很贵。"]),
        ("本文である．2つある．", "ja", ["本文である．", "2つある．"]),
    ],
)
def test_a_wide_point_behind_a_number_ends_nothing(
    text: str, language: str, expected: list[str]
) -> None:
    assert [span.of(text) for span in split_sentences(text, language)] == expected


def test_many_empty_lines_behind_a_wide_point_take_no_longer_than_others() -> None:
    # What looks for the number of an item at each line must not read all lines behind it.
    text = "１．古い灯台が開く。" + "\n" * 300_000 + "次だ。"
    spans = split_sentences(text, "ja")
    assert [text[span.start : span.end].strip() for span in spans] == [
        "１．古い灯台が開く。",
        "次だ。",
    ]
