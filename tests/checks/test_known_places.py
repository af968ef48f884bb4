"""Places that CLDR knows in both languages: missed where nothing is left of them."""

from __future__ import annotations

from reviewer.checks.names import Names
from reviewer.domain import Pair

MISSED = [
    ("en", "They sailed to Estonia there.", "de", "Sie segelten dorthin."),
    ("en", "They sailed to Northern Europe there.", "id", "Mereka berlayar ke sana."),
    ("en", "They flew to Armenia with him.", "tr", "Onunla birlikte uçtular."),
    ("en", "They flew to Armenia with him.", "ar", "طاروا معه."),
    ("en", "They flew to Armenia with him.", "zh", "他们和他一起飞走了。"),
    ("en", "They flew to Armenia with him.", "zh-TW", "他們和他一起飛走了。"),
    ("en", "They flew to Armenia with him.", "sr", "Odleteli su s njim."),
    ("en", "They flew to Armenia with him.", "ja", "彼らは彼と一緒に飛んだ。"),
    ("en", "Later Sweden's king came.", "uk", "Пізніше прибув король."),
    ("fr", "Ils vivaient en Hongrie.", "en", "They lived there."),
    ("uk", "Він жив там, і Естонія впала.", "de", "Er lebte dort. Dann fiel sie."),
    ("en", "They saw Asia there.", "uk", "Вони бачили там усе."),
]
A_TRACE = [
    ("id", "Mereka tinggal di Azerbaijan.", "en", "They live in an Azeri village."),
    ("en", "They went to the Netherlands.", "de", "Sie fuhren nach Holland."),
    ("en", "They live in Morocco.", "ar", "التقوا رجلا من المغاربة وآخر مغربيا."),
    ("en", "They live in northern Estonia.", "de", "Sie leben in Nordestland."),
    ("en", "They live in western Asia.", "de", "Sie leben in Südwestasien."),
    ("en", "They live in western Asia.", "uk", "Вони живуть у південно-західній Азії."),
    ("en", "They left with New Zealand troops.", "de", "Sie gingen mit neuseeländischen Truppen."),
    ("en", "They live in eastern Europe.", "zh", "他们住在东欧。"),
    ("en", "They live in New Zealand.", "zh", "他们住在新西兰。"),
    ("en", "They asked the United Nations.", "id", "Mereka bertanya kepada PBB."),
    ("en", "They live in Cambodia.", "vi", "Họ sống ở Cam-pu-chia."),
    ("en", "They live in Australia.", "vi", "Họ sống ở Úc."),
    ("en", "They live in Russia.", "tr", "Rusya'nın içinde yaşıyorlar."),
    ("en", "They live in the United States.", "tr", "Orada yaşıyorlar."),
    ("en", "They live in Europe.", "vi", "Họ sống ở Châu Âu."),
    ("en", "They live in Azerbaijan.", "ar", "يعيشون في أذربيجان."),
    ("id", "Mereka membaca konstitusi Afganistan.", "en", "They read the Afghan constitution."),
    ("tr", "Gezegen bu, o da Dünya.", "en", "This is the planet, and it is Earth."),
    ("en", "They live in New Zealand.", "zh-TW", "他們住在紐西蘭。"),
    ("en", "They live in New Zealand.", "zh", "他們住在紐西蘭。"),
    ("en", "They live in Nigeria.", "zh-Hant", "他們住在奈及利亞。"),
    ("en", "They live in Iran.", "pt-PT", "Vivem no Irão."),
    ("en", "They live in South Korea.", "ko", "그들은 한국에 산다."),
    ("en", "They live in North Korea.", "ko", "그들은 북한에 산다."),
    ("en", "They live in Belarus.", "de", "Sie leben in Weißrussland."),
    ("en", "They saw the Estonia Committee.", "de", "Sie sahen den Ausschuss."),
]


def told(source_language: str, source: str, language: str, target: str) -> list[str]:
    found = Names().find_all([Pair(source, target, source_language, language)])
    return [str(one.message) for findings in found.values() for one in findings]


def test_a_place_without_a_trace_is_missed() -> None:
    assert not [row for row in MISSED if not told(*row)]


def test_a_trace_of_a_place_is_enough() -> None:
    assert not [row for row in A_TRACE if told(*row)]


def test_the_word_that_was_looked_for_is_named() -> None:
    (text,) = told(*MISSED[0])
    assert "“Estland”" in text
    (text,) = told("en", "They flew to Armenia with him.", "zh-TW", "他們和他一起飛走了。")
    assert "“亞美尼亞”" in text
