"""Languages that are taken for each other: told by what only one has, or not with confidence."""

from __future__ import annotations

import pytest

from reviewer.text.close_languages import DOUBTFUL, by_name, ideographs, told_apart
from reviewer.text.languages import detect, detect_file


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ms", "Mahkamah itu akan bersidang semula kerana dua saksi tidak hadir semalam."),
        ("ms", "Stesen itu dibuka pada hari Isnin."),
        ("id", "Pengadilan akan bersidang lagi karena dua saksi tidak hadir kemarin."),
        ("id", "Universitas itu menambah fasilitas bagi karyawan."),
        ("hr", "Vlak je stigao tjedan dana kasnije, u siječnju."),
        ("bs", "Voz je stigao sedmicu kasnije, u januaru, gdje ga niko nije vidio prije."),
        ("sr", "Voz je stigao nedelju dana kasnije, a deca su čekala na reci."),
        ("nb", "Han sier at toget blir forsinket etter mye snø."),
        ("da", "Han siger, at toget bliver forsinket efter meget sne."),
        ("ja", "首都高速道路渋滞情報"),
        ("ja", "来月施行予定の法改正、国会審議再開、首相出席"),
        ("zh", "首都高速公路拥堵信息"),
        ("zh", "東京車站導覽圖"),
    ],
)
def test_what_only_one_has_tells(language: str, text: str) -> None:
    assert detect(text)[0] == language


@pytest.mark.parametrize(
    "text",
    [
        "Air di sungai itu sudah dua hari tidak mengalir.",
        "Vlada je odluku donela ili donijela u petak.",
        "Han gik med.",
        "大学入学",
    ],
)
def test_what_both_have_is_told_without_confidence(text: str) -> None:
    assert detect(text)[1] <= DOUBTFUL


def test_words_of_both_leave_it_in_doubt_unless_one_has_twice_as_many() -> None:
    assert told_apart("id", 0.9, "kerana karena") == ("id", DOUBTFUL)
    assert told_apart("id", 0.9, "kerana polis karena") == ("ms", 0.75)
    assert told_apart("ms", 0.9, "kerana polis karena") == ("ms", 0.9)
    assert told_apart("id", 0.9, "kerana") == ("ms", DOUBTFUL)
    assert told_apart("id", 0.4, "") == ("id", 0.4)
    assert told_apart("de", 0.9, "kerana") == ("de", 0.9)


@pytest.mark.parametrize(("word", "found"), [("televisyen", "ms"), ("syen", "id")])
def test_an_ending_of_its_own_tells(word: str, found: str) -> None:
    assert told_apart("id", 0.9, f"{word} polis" if found == "ms" else word)[0] == found


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("株式市場急落", {"zh": 0.5, "ja": 0.5}),
        ("円高進行懸念拡大", {"ja": 1.0}),
        ("股市暴跌", {"zh": 0.5, "ja": 0.5}),
        ("这股市暴跌", {"zh": 1.0}),
        ("說明會們", {"zh": 1.0}),
        ("拡东", {}),
    ],
)
def test_what_the_character_sets_say(line: str, said: dict[str, float]) -> None:
    assert ideographs(line) == said


@pytest.mark.parametrize(
    ("path", "confidence", "found"),
    [
        ("news.ms.txt", 0.5, ("ms", 0.9)),
        ("a/ms/news_MS-1.html", 0.5, ("ms", 0.9)),
        ("news.ms.txt", 0.51, ("id", 0.51)),
        ("ms/news.txt", 0.5, ("id", 0.5)),
        ("id.ms.txt", 0.5, ("id", 0.5)),
        ("news.sr.txt", 0.5, ("id", 0.5)),
    ],
)
def test_the_name_of_the_file_decides_what_is_in_doubt(
    path: str, confidence: float, found: tuple[str, float]
) -> None:
    assert by_name(path, "id", confidence) == found


def test_a_file_is_told_by_both() -> None:
    text = "Air di sungai itu sudah dua hari tidak mengalir."
    assert detect_file("news.ms.txt", text)[0] == "ms"
    assert detect_file("news.id.txt", text)[0] == "id"
