"""Any encoding that occurs is read, and written back as it was."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import formats
from reviewer.domain import Span, TextEdit
from reviewer.formats.errors import BinaryFileError
from reviewer.formats.plain.encodings import decode
from reviewer.formats.plain.latin_code_pages import latin_code_page

TEXTS = {
    "de": "Die Brücke über den Fluss kostete „vier“ Millionen, sagte die Bürgermeisterin.\n"
    "Größere Schäden gab es nicht; für Fußgänger ist sie schon geöffnet.\n",
    "fr": "Le pont a coûté « quatre » millions à la ville, a déclaré la maire.\n"
    "L'été dernier, la rivière était à sec; les élèves y allaient à pied.\n",
    "pl": "Most kosztował cztery miliony koron, powiedziała burmistrzyni Łucja Żak.\n"
    "Większych szkód nie było; piesi mogą już przejść na drugą stronę.\n",
    "tr": "Köprü dört milyon krona mal oldu, dedi belediye başkanı Işıl Çağlar.\n"
    "Büyük bir hasar yoktu; yayalar şimdiden karşıya geçebiliyor.\n",
    "uk": "Міст коштував чотири мільйони крон, сказала міська голова.\n"
    "Великих пошкоджень не було; пішоходи вже можуть переходити на той бік.\n",
    "ar": "كلف الجسر أربعة ملايين كرونة، حسبما قالت رئيسة البلدية.\n"
    "ولم تقع أضرار كبيرة، ويمكن للمشاة العبور إلى الضفة الأخرى.\n",
    "zh": "市长说，这座桥花费了四百万克朗，比计划多用了两个月。\n"
    "没有大的损坏；行人已经可以过桥。\n",
    "ja": "市長によると、橋の費用は四百万クローネだった。\n"
    "大きな被害はなく、歩行者はもう渡れる。\n",
}
LEGACY = [
    ("de", "cp1252"),
    ("fr", "cp1252"),
    ("pl", "cp1250"),
    ("pl", "iso8859_2"),
    ("tr", "cp1254"),
    ("uk", "cp1251"),
    ("uk", "koi8_u"),
    ("ar", "cp1256"),
    ("zh", "gb18030"),
    ("zh", "big5"),
    ("ja", "shift_jis"),
    ("ja", "euc_jp"),
    ("ja", "iso2022_jp"),
]
UNICODE = [
    (codecs.BOM_UTF8, "utf-8"),
    (b"", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"", "utf-16-le"),
    (b"", "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (b"", "utf-32-be"),
]


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(("mark", "codec"), UNICODE)
def test_unicode_with_and_without_its_mark(language: str, mark: bytes, codec: str) -> None:
    decoded = decode(mark + TEXTS[language].encode(codec))
    assert (decoded.text, decoded.codec, decoded.mark) == (TEXTS[language], codec, mark)


@pytest.mark.parametrize(("language", "codec"), LEGACY)
def test_a_code_page_is_found_by_its_text(language: str, codec: str) -> None:
    # A sheaf of typographic quotes has no place in some older code pages.
    text = TEXTS[language].encode(codec, "ignore").decode(codec)
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize(("language", "codec"), LEGACY)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_an_edited_text_keeps_its_codec_and_line_ends(
    language: str, codec: str, newline: str
) -> None:
    text = TEXTS[language].encode(codec, "ignore").decode(codec).replace("\n", newline)
    document = formats.read_bytes(Path("x.txt"), text.encode(codec))
    written = formats.edited_bytes(document, [TextEdit(0, Span(0, 0), "A ")])
    assert written == ("A " + text).encode(codec)


@pytest.mark.parametrize(("mark", "codec"), UNICODE)
def test_an_edited_text_keeps_its_mark(mark: bytes, codec: str) -> None:
    data = mark + TEXTS["uk"].encode(codec)
    document = formats.read_bytes(Path("x.txt"), data)
    written = formats.edited_bytes(document, [TextEdit(1, Span(0, 7), "Малих")])
    assert written == mark + TEXTS["uk"].replace("Великих", "Малих").encode(codec)


def test_what_a_code_page_lacks_makes_the_text_unicode() -> None:
    document = formats.read_bytes(Path("x.txt"), TEXTS["de"].encode("cp1252"))
    written = formats.edited_bytes(document, [TextEdit(0, Span(0, 3), "Київ:")])
    assert written.decode("utf-8") == TEXTS["de"].replace("Die", "Київ:", 1)


def test_what_a_page_lacks_is_written_as_a_reference() -> None:
    page = '<meta charset="windows-1252"><p>Die Brücke ist offen.</p>'.encode("cp1252")
    document = formats.read_bytes(Path("x.html"), page)
    written = formats.edited_bytes(document, [TextEdit(0, Span(0, 3), "Київ:")])
    assert written.decode("cp1252").startswith('<meta charset="windows-1252"><p>&#1050;')
    assert formats.read_bytes(Path("x.html"), written).blocks[0].text.startswith("Київ:")


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    for declared, codec in (("iso-8859-2", "iso8859_2"), ("koi8-r", "koi8_r")):
        text = "Żółć" if codec == "iso8859_2" else "Мост"
        page = f'<meta http-equiv=Content-Type content="text/html; charset={declared}">{text}'
        assert formats.read_bytes(Path("x.html"), page.encode(codec)).blocks[0].text == text


def test_a_few_broken_bytes_do_not_make_mojibake() -> None:
    data = TEXTS["uk"].encode()[:-3] + b"\xd0"
    document = formats.read_bytes(Path("x.txt"), data)
    assert document.blocks[0].text == TEXTS["uk"].split("\n")[0]
    assert document.blocks[1].text.endswith("\ufffd")
    written = formats.edited_bytes(document, [TextEdit(0, Span(0, 4), "Міст")])
    assert written.endswith(b"\xd0")


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, b"\x00\x01\x02\x03" * 50, b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryFileError):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_unicode_text_comes_back(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text.removeprefix("\ufeff")
    assert decoded.encode(decoded.text) == text.encode()


SHORT = {
    "ru": "Река поднялась ночью, и старый мост рухнул.",
    "ru capitals": "РЕКА ПОДНЯЛАСЬ НОЧЬЮ",
    "uk": "Річка піднялася вночі, і старий міст упав.",
    "bg": "Реката се надигна през нощта и старият мост падна.",
    "el": "Το ποτάμι φούσκωσε τη νύχτα και η παλιά γέφυρα έπεσε.",
    "ja": "夜のうちに川が増水し、古い橋が落ちた。",
    "zh": "夜里河水上涨，旧桥塌了，没有人受伤。",
    "zh-Hant": "夜裡河水上漲，舊橋塌了，沒有人受傷。",
    "ko": "밤사이 강물이 불어나 낡은 다리가 무너졌다.",
    "he": "הנהר עלה בלילה והגשר הישן קרס.",
    "ar": "ارتفع النهر ليلا وانهار الجسر القديم.",
}


@pytest.mark.parametrize(
    ("language", "codec"),
    [
        (language, codec)
        for language, codecs in {
            "ru": "koi8_r cp1251 cp866 iso8859_5 mac_cyrillic",
            "ru capitals": "koi8_r cp1251 cp866 mac_cyrillic",
            "uk": "koi8_u cp1251 cp1125 iso8859_5 mac_cyrillic",
            "bg": "cp1251 koi8_r iso8859_5 mac_cyrillic",
            "el": "cp1253 iso8859_7 cp737 mac_greek",
            "ja": "euc_jp cp932",
            "zh": "gb18030",
            "zh-Hant": "big5",
            "ko": "euc_kr",
            "he": "cp1255",
            "ar": "cp1256",
        }.items()
        for codec in codecs.split()
    ],
)
def test_one_sentence_in_a_code_page_of_another_script(language: str, codec: str) -> None:
    text = SHORT[language]
    assert decode(text.encode(codec)).text == text


SHORT_LATIN = {
    "cs": "Řeka v noci stoupla a starý most se zřítil.",
    "de": "Der Fluss stieg in der Nacht, und die alte Brücke fiel.",
    "es": "El río creció de noche y el viejo puente se cayó.",
    "fr": "La rivière a monté dans la nuit et le vieux pont est tombé.",
    "hr": "Rijeka je noću porasla i stari je most pao, kažu ljudi iz sela, već drugi put.",
    "hu": "A folyó éjjel megáradt, és a régi híd leomlott, szerencsére üresen: nőttek a károk.",
    "is": "Áin hækkaði um nóttina og gamla brúin féll.",
    "lt": "Upė naktį pakilo, ir senasis tiltas nugriuvo.",
    "lv": "Upe naktī pacēlās, un vecais tilts sabruka.",
    "pl": "Rzeka wezbrała w nocy i stary most runął.",
    "tr": "Nehir gece yükseldi ve eski köprü çöktü.",
}


@pytest.mark.parametrize(
    ("language", "codec"),
    [
        (language, codec)
        for language, codecs in {
            "cs": "cp1250 iso8859_2 cp852 mac_latin2",
            "de": "cp1252 cp850 mac_roman",
            "es": "cp1252 cp850 mac_roman",
            "fr": "cp1252 cp850 mac_roman",
            "hr": "cp1250 iso8859_2 cp852",
            "hu": "cp1250 iso8859_2 cp852",
            "is": "cp1252 mac_iceland",
            "lt": "cp1257 cp775",
            "lv": "cp1257 cp775",
            "pl": "cp1250 iso8859_2 cp852 mac_latin2",
            "tr": "cp1254 cp857 mac_turkish",
        }.items()
        for codec in codecs.split()
    ],
)
def test_one_sentence_in_a_code_page_of_latin_letters(language: str, codec: str) -> None:
    text = SHORT_LATIN[language]
    assert decode(text.encode(codec)).text == text


def test_a_long_text_may_be_cut_within_a_character() -> None:
    text = "a" + "夜のうちに川が増水し、古い橋が落ちた。" * 2000
    assert decode(text.encode("euc_jp")).text == text


@pytest.mark.parametrize(("fitting", "codec"), [(8, ""), (9, ""), (10, "cp1252")])
def test_a_code_page_is_certain_where_more_than_nine_of_ten_letters_fit(
    fitting: int, codec: str
) -> None:
    data = b"sch\xf6n und gut " * fitting + b"a\xa4b "
    assert latin_code_page(data) == codec
