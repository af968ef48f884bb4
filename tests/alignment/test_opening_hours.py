"""Lines of opening hours, which are little but figures: on a clock of twelve hours in English, on
one of twenty-four elsewhere. No translation is known."""

from __future__ import annotations

import pytest

from reviewer.alignment import align

ENGLISH = (
    "The town museum has moved into the old mill.",
    "It was built in 1874 and stood empty for decades.",
    "Opening hours",
    "Tuesday to Thursday: 10 a.m. to 5 p.m.",
    "Friday: 10 a.m. to 9 p.m.",
    "Saturday and Sunday: 11 a.m. to 6:30 p.m.",
    "Closed on Monday.",
    "Children under 12 enter free of charge.",
    "A guided tour starts every day at 2 p.m.",
)
TRANSLATIONS = {
    "de": (
        "Das Stadtmuseum ist in die alte Mühle umgezogen.",
        "Sie wurde 1874 gebaut und stand jahrzehntelang leer.",
        "Öffnungszeiten",
        "Dienstag bis Donnerstag: 10 bis 17 Uhr",
        "Freitag: 10 bis 21 Uhr",
        "Samstag und Sonntag: 11 bis 18.30 Uhr",
        "Montags geschlossen.",
        "Kinder unter 12 Jahren haben freien Eintritt.",
        "Jeden Tag um 14 Uhr beginnt eine Führung.",
    ),
    "id": (
        "Museum kota telah pindah ke kilang tua.",
        "Bangunan itu didirikan pada 1874 dan kosong selama puluhan tahun.",
        "Jam buka",
        "Selasa sampai Kamis: pukul 10.00–17.00",
        "Jumat: pukul 10.00–21.00",
        "Sabtu dan Minggu: pukul 11.00–18.30",
        "Tutup pada hari Senin.",
        "Anak di bawah 12 tahun masuk gratis.",
        "Tur berpemandu dimulai setiap hari pukul 14.00.",
    ),
    "uk": (
        "Міський музей переїхав до старого млина.",
        "Його збудували 1874 року, і він десятиліттями стояв порожній.",
        "Години роботи",
        "Вівторок — четвер: з 10 до 17 год",
        "П'ятниця: з 10 до 21 год",
        "Субота та неділя: з 11 до 18.30",
        "Понеділок — вихідний.",
        "Для дітей до 12 років вхід безкоштовний.",
        "Щодня о 14-й годині починається екскурсія.",
    ),
    "zh": (
        "市博物馆已迁入旧磨坊。",
        "它建于1874年，空置了数十年。",
        "开放时间",
        "周二至周四：10:00至17:00",
        "周五：10:00至21:00",
        "周六和周日：11:00至18:30",
        "周一闭馆。",
        "12岁以下儿童免费入场。",
        "每天下午2点有导览。",
    ),
}


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_line_has_its_own(language: str) -> None:
    beads = align(ENGLISH, TRANSLATIONS[language], source_language="en", target_language=language)
    assert [(bead.source, bead.target) for bead in beads] == [((n,), (n,)) for n in range(9)]
