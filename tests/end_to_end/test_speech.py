"""Speech of several sentences in one pair of quotation marks, in the marks of many languages."""

from __future__ import annotations

import pytest

from reviewer.analysis import Analysis, analyse
from reviewer.checks import check_info
from reviewer.domain import Block, Document

SOURCE = (
    "The bridge was closed in spring.",
    "The mayor said: “We waited a long time for the money.",
    "Two engineers left the town.",
    "The bridge opens in autumn.”",
    "Nobody in the hall had a question.",
)
"""The sentence in the midst is the one that a translation below may lack."""

TRANSLATIONS = {
    "de": (
        "Die Brücke wurde im Frühjahr gesperrt.",
        "Die Bürgermeisterin sagte: „Wir haben lange auf das Geld gewartet.",
        "Zwei Ingenieure haben die Stadt verlassen.",
        "Die Brücke öffnet im Herbst.“",
        "Niemand im Saal hatte eine Frage.",
    ),
    "fr": (
        "Le pont a été fermé au printemps.",
        "La maire a déclaré : « Nous avons longtemps attendu l’argent.",
        "Deux ingénieurs ont quitté la ville.",
        "Le pont ouvrira en automne. »",
        "Personne dans la salle n’avait de question.",
    ),
    "id": (
        "Jembatan itu ditutup pada musim semi.",
        "Wali kota berkata: “Kami sudah lama menunggu uang itu.",
        "Dua insinyur meninggalkan kota.",
        "Jembatan itu dibuka pada musim gugur.”",
        "Tidak ada orang di aula yang bertanya.",
    ),
    "ar": (
        "أُغلق الجسر في الربيع.",
        "قالت رئيسة البلدية: «انتظرنا المال وقتا طويلا.",
        "غادر مهندسان المدينة.",
        "سيُفتح الجسر في الخريف».",
        "لم يكن لدى أحد في القاعة سؤال.",
    ),
    "zh": (
        "这座桥在春天关闭了。",
        "市长说：“我们等这笔钱等了很久。",
        "两名工程师离开了这座城市。",
        "这座桥将在秋天开放。”",
        "大厅里没有人提问。",
    ),
    "ja": (
        "その橋は春に閉鎖された。",
        "市長は「私たちは長い間お金を待っていた。",
        "二人の技術者が町を去った。",
        "橋は秋に開通する」と述べた。",
        "会場の誰も質問しなかった。",
    ),
}
MOVED = {
    "de": "„Wir haben lange auf das Geld gewartet. Zwei Ingenieure haben die Stadt verlassen. "
    "Die Brücke öffnet im Herbst“, sagte Anna Kern (52), seit 2019 Bürgermeisterin.",
    "uk": "«Ми довго чекали на гроші. Двоє інженерів покинули місто. "
    "Міст відкриється восени», — сказала Анна Керн (52), мерка з 2019 року.",
    "pl": "„Długo czekaliśmy na pieniądze. Dwóch inżynierów opuściło miasto. "
    "Most zostanie otwarty jesienią” – powiedziała Anna Kern (52), burmistrz od 2019 roku.",
    "es": "«Esperamos el dinero mucho tiempo. Dos ingenieros dejaron la ciudad. "
    "El puente abre en otoño», dijo Anna Kern (52), alcaldesa desde 2019.",
}
CLAUSED = (
    "“It was no mistake,” she told me on the telephone.",
    "“There were forty metres missing.",
    "Nobody builds a bridge like that.”",
    "Two engineers left the town.",
)
"""A speech that its clause interrupts; a translation below may lack its last sentence."""

STOPPED_OUTSIDE = {
    "uk": (
        '"Це не була помилка, – сказала вона мені телефоном.',
        "– Бракувало сорок метрів.",
        'Ніхто так не будує міст".',
        "Двоє інженерів покинули місто.",
    ),
    "es": (
        "«No fue un error —me dijo por teléfono—.",
        "Faltaban cuarenta metros.",
        "Nadie construye un puente así».",
        "Dos ingenieros dejaron la ciudad.",
    ),
    "vi": (
        '"Đó không phải là sai sót", bà nói với tôi qua điện thoại.',
        '"Còn thiếu bốn mươi mét.',
        'Không ai xây cầu như thế".',
        "Hai kỹ sư đã rời thành phố.",
    ),
    "ar": (
        "«لم يكن ذلك خطأ»، قالت لي عبر الهاتف.",
        "«كان ينقص أربعون مترا.",
        "لا أحد يبني جسرا هكذا».",
        "غادر مهندسان المدينة.",
    ),
    "pl": (
        "„To nie był błąd – powiedziała mi przez telefon.",
        "– Brakowało czterdziestu metrów.",
        "Nikt tak nie buduje mostu”.",
        "Dwóch inżynierów opuściło miasto.",
    ),
}
"""The full stop of the whole stands behind the closing mark."""

CLAUSE = "Anna Kern (52), mayor since 2019, said: “"


def _analysed(source: str, target: str, language: str) -> Analysis:
    given = [
        Document("a", "text", (Block(text),), b"", language=code)
        for text, code in ((source, "en"), (target, language))
    ]
    return analyse(given[0], given[1:])


def _told_marks(source: str, target: str, language: str) -> list[str]:
    """The quotation marks that are told of."""
    found = _analysed(source, target, language).translations[0].findings
    return [
        one.subject for row in found for one in row if check_info(one.check).mqm == "unpaired-marks"
    ]


def _calls(source: str, target: str, language: str) -> list[tuple[str, str]]:
    """What is called missing or added, with the sentence."""
    result = _analysed(source, target, language)
    part = result.translations[0]
    return [
        (bead.relation, side.segments[index].text)
        for bead in part.beads
        for side, own, other in (
            (result.source, bead.source, bead.target),
            (part.side, bead.target, bead.source),
        )
        for index in own
        if not other
    ]


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_sentence_left_out_of_a_speech_is_missing(language: str) -> None:
    gap = "" if language in ("zh", "ja") else " "
    whole = TRANSLATIONS[language]
    assert _calls(" ".join(SOURCE), gap.join(whole), language) == []
    left = gap.join((*whole[:2], *whole[3:]))
    assert _calls(" ".join(SOURCE), left, language) == [("missing", SOURCE[2])]


@pytest.mark.parametrize("language", MOVED)
def test_a_clause_that_moved_to_the_other_side_leaves_nothing_alone(language: str) -> None:
    speech = " ".join(SOURCE[1:4]).removeprefix("The mayor said: “")
    assert _calls(f"{CLAUSE}{speech}", MOVED[language], language) == []


@pytest.mark.parametrize("language", STOPPED_OUTSIDE)
def test_a_speech_with_its_full_stop_outside_is_parted_like_one_with_it_inside(
    language: str,
) -> None:
    whole = STOPPED_OUTSIDE[language]
    source = " ".join(CLAUSED)
    assert _calls(source, " ".join(whole), language) == []
    closing = whole[2].lstrip("–— ")[-2:]
    left = " ".join((whole[0], whole[1].rstrip(".") + closing, whole[3]))
    assert _calls(source, left, language) == [("missing", CLAUSED[2])]


def test_sentences_of_a_speech_that_became_one_are_one_row() -> None:
    source = "“No. I will not go there. It is far too late,” she said. He left the room."
    target = "„Nein, ich gehe nicht dorthin, es ist viel zu spät“, sagte sie. Er verließ den Raum."
    assert _calls(source, target, "de") == []


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_closing_mark_left_out_at_the_end_of_a_speech_is_told_at_its_partner(
    language: str,
) -> None:
    gap = "" if language in ("zh", "ja") else " "
    whole = TRANSLATIONS[language]
    lost = "".join(letter for letter in whole[3] if letter not in "“»”」")
    assert _told_marks(" ".join(SOURCE), gap.join(whole), language) == []
    told = _told_marks(" ".join(SOURCE), gap.join((*whole[:3], lost, whole[4])), language)
    assert len(told) == 1
    assert told[0] in "„«“「"
