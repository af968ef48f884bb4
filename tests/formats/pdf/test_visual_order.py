"""Lines that run from right to left, read from the places of their characters."""

from __future__ import annotations

import unicodedata

import pytest

from reviewer.formats.pdf.visual_order import Glyph, in_reading_order, runs_right_to_left

WIDE = 5.0


def placed(visual: str, *, start: float = 0.0) -> list[Glyph]:
    """The characters of what is seen from left to right, one beside the other."""
    return [
        Glyph(sign, start + WIDE * number, start + WIDE * (number + 1))
        for number, sign in enumerate(visual)
    ]


def seen(*pieces: str) -> list[Glyph]:
    """Pieces as they follow each other from right to left; those of Arabic and Hebrew letters are
    written in their own order here, and turned as the page has them."""
    visual = ""
    for piece in pieces:
        turned = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in piece)
        visual = (piece[::-1] if turned else piece) + visual
    return placed(visual)


@pytest.mark.parametrize(
    ("pieces", "read"),
    [
        (["عام ", "2024", "."], "عام 2024."),
        (["نسبة ", "22.4", "%", "، ومن"], "نسبة 22.4%، ومن"),
        (["إلى ", "1،960،749", " شخص"], "إلى 1،960،749 شخص"),
        (["معدل ", "IPv6", " في"], "معدل IPv6 في"),
        (["في ", "15", "-", "03", "-", "2025"], "في 15-03-2025"),
        (["في ", "۱۴۰۳/۰۴/۲۰", " افتتاح"], "في ۱۴۰۳/۰۴/۲۰ افتتاح"),
        (["أو ", "30", " ", "MW", " وفق"], "أو 30 MW وفق"),
        (["شركة ", "Siemens AG", "."], "شركة Siemens AG."),
        (["כי ", "Windows 11", " יגיע"], "כי Windows 11 יגיע"),
        (["ב", "-", "10.07.2024", " בשעה"], "ב-10.07.2024 בשעה"),
        (["טווח ", "5-7", " קילומטר"], "טווח 5-7 קילומטר"),
        (["עלה ב", "42%", " מאז"], "עלה ב42% מאז"),
        (["המחיר ", "$29.99", " בלבד"], "המחיר $29.99 בלבד"),
        (
            ["פרטים: ", "https://example.org/a-b?c=1", " או"],
            "פרטים: https://example.org/a-b?c=1 או",
        ),
        (["אל ", "info@example.org", "."], "אל info@example.org."),
    ],
)
def test_a_line(pieces: list[str], read: str) -> None:
    assert in_reading_order(seen(*pieces)) == read


@pytest.mark.parametrize("drawn", ["()", ")("])
def test_brackets_open_where_they_stand_whichever_way_they_are_drawn(drawn: str) -> None:
    one, two = drawn
    glyphs = seen("ستصل ", one, "من إجمالي", two, "، ثم")
    assert in_reading_order(glyphs) == "ستصل (من إجمالي)، ثم"
    assert in_reading_order(seen("الرقمي ", one, "ICT", two, " بنحو")) == "الرقمي (ICT) بنحو"


def test_a_bracket_that_began_on_another_line_closes() -> None:
    assert in_reading_order(seen("عام ", "2023", "(", " ثم")) == "عام 2023) ثم"


def test_brackets_inside_a_word_stand_in_pairs() -> None:
    assert in_reading_order(seen("סעיף ", "3", ")", "א", "(", " ועוד")) == "סעיף 3(א) ועוד"


def test_letters_in_one_place_are_a_ligature_that_was_turned() -> None:
    before = Glyph("ا", 12, 15)
    ligature = [Glyph("ا", 6, 12), Glyph("ل", 6, 12)]
    assert in_reading_order([before, *ligature, Glyph("ج", 0, 6)]) == "الاج"


def test_a_mark_stands_behind_the_letter_that_it_stands_over() -> None:
    letters = [Glyph("ض", 6, 16), Glyph("ا", 0, 6)]
    mark = Glyph("\u064b", 6.2, 10.5)
    assert in_reading_order([mark, *letters]) == "ضًا"


def test_spaces_that_were_guessed_are_left_out_and_gaps_are_spaces() -> None:
    glyphs = [Glyph("ب", 20, 25), Glyph(" ", 20, 20), Glyph("ت", 15, 20), Glyph("ث", 7, 12)]
    assert in_reading_order(glyphs) == "بت ث"


@pytest.mark.parametrize(("gap", "space"), [(1.9, False), (2.1, True)])
def test_how_wide_a_gap_is_a_space(gap: float, space: bool) -> None:
    glyphs = [Glyph("ب", 10, 15), Glyph("ت", 5 - gap, 10 - gap), Glyph("ث", -gap, 5 - gap)]
    assert in_reading_order(glyphs) == ("ب تث" if space else "بتث")


def test_which_lines_begin_at_the_right() -> None:
    assert runs_right_to_left("قال: IPv6 هنا")
    assert not runs_right_to_left("He said: قال and went")
    assert not runs_right_to_left("אתר: https://example.org")
    assert runs_right_to_left("אתר: https://example.org", page=True)
    assert not runs_right_to_left("2024", page=True)


def test_nothing() -> None:
    assert in_reading_order([]) == ""
