"""Vietnamese in Windows-1258, where a tone is a byte of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Span, TextEdit
from reviewer.formats.plain.vietnamese import decoded, encoded, is_vietnamese

TEXTS = [
    "Hôm nay trời mưa.",
    "Tôi không biết.",
    "Xin chào các bạn",
    "Hà Nội là thủ đô của Việt Nam.",
    "Ngọn hải đăng ở Marn mở cửa trở lại vào thứ Bảy sau sáu năm sửa chữa.",
    "Nước mặn đã ăn sâu vào tường. Vé vào cửa giá chín euro.",
    "Ông ấy nói: “Quyết định này khuyến khích người nghèo.”",
    "NGHỊ QUYẾT CỦA QUỐC HỘI",
    "Chuyến phà chạy mỗi giờ; nghiêng nghiêng bóng thuyền.",
    "Khoảng 20.000 lượt khách được chờ đợi trong mùa đầu tiên.",
]
OTHERS = {
    "cp1252": [
        "L'hôtel est fermé là où la route s'arrête.",
        "A ponte não abre às segundas; os pães são bons.",
        "Però così non va più: la città è già lì.",
        "Það er gott veður í dag og sól skín.",
        "Die Brücke ist für große Schiffe gesperrt.",
        "El año que viene será aún más difícil.",
        "Où est la clé ? Là, à côté.",
    ],
    "cp1250": ["Dobrý den, kůň je už venku.", "Żółta łódź płynie.", "Nový most ešte nestojí."],
    "cp1254": ["Yağmur yağdı, köprü kapalı."],
    "cp1251": ["Маяк снова открыт, и билет стоит девять евро.", "Міст закрито."],
    "cp1253": ["Ο φάρος άνοιξε ξανά το Σάββατο."],
    "cp1257": ["Švyturys šeštadienį vėl atidarytas."],
    "euc_kr": ["등대가 토요일에 다시 열렸다."],
    "cp932": ["灯台が土曜日に再開した。"],
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", ["text.txt", "text.md"])
def test_a_short_text_is_read_whole_and_written_back(text: str, name: str) -> None:
    data = encoded(text)
    document = formats.read_bytes(Path(name), data)
    assert (document.encoding, document.blocks[0].text) == ("cp1258", text)
    assert formats.edited_bytes(document, []) == data


@pytest.mark.parametrize("text", TEXTS)
def test_an_edit_changes_its_words_alone(text: str) -> None:
    document = formats.read_bytes(Path("text.txt"), encoded(f"{text}\n\nHết."))
    edit = TextEdit(0, Span(0, 1), "Ở đây một ")
    written = formats.edited_bytes(document, [edit])
    assert written == encoded(f"Ở đây một {text[1:]}\n\nHết.")


@pytest.mark.parametrize(("codec", "text"), [(c, t) for c, texts in OTHERS.items() for t in texts])
def test_no_other_language_is_taken_for_it(codec: str, text: str) -> None:
    assert not is_vietnamese(text.encode(codec))


def test_tones_that_are_written_otherwise_stay_as_they_are() -> None:
    data = "o\u0323n ê\u0323".encode("cp1258") + "e\u0302".encode("utf-8")[:1]
    assert encoded(decoded(data)) == data


def test_a_page_that_declares_it() -> None:
    page = f"<meta charset=windows-1258><h1>Marn</h1><p>{TEXTS[4]}</p>"
    document = formats.read_bytes(Path("page.html"), encoded(page))
    assert TEXTS[4] in [block.text for block in document.blocks]
    assert formats.edited_bytes(document, []) == encoded(page)


@pytest.mark.parametrize(("foreign", "known"), [(1, True), (2, False)])
def test_so_many_words_may_be_of_another_language(foreign: int, known: bool) -> None:
    assert is_vietnamese(encoded("Hôm nay trời mưa" + " bridge" * foreign)) is known
