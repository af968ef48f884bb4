"""What the header of a table says of its columns, in the languages of the people who made it."""

from __future__ import annotations

import pytest

from reviewer.formats.tables.headers import named, source_words, target_words
from reviewer.formats.tables.languages import Layout, layout

ENGLISH = ["The bridge is open to all again.", "It cost 97 million euros.", "Nobody was hurt."]
GERMAN = ["Die Brücke ist wieder für alle offen.", "Sie kostete 97 Millionen.", "Niemand litt."]
NUMBERS = ["1 3f2a", "2 77c0", "3 b01d"]


@pytest.mark.parametrize(
    ("cell", "kind", "language"),
    [
        ("en", "language", "en"),
        ("pt_BR", "language", "pt-BR"),
        ("English", "language", "en"),
        ("Englisch", "language", "en"),
        ("Англійська", "language", "en"),
        ("Tiếng Việt", "language", "vi"),
        ("English (United States)", "language", "en-US"),
        ("Deutsch (Österreich)", "language", "de-AT"),
        ("Spanish (AR)", "language", "es-AR"),
        ("Chinese (Simplified)", "language", "zh-Hans"),
        ("Brazilian Portuguese", "language", "pt-BR"),
        ("Spanish - Latin America", "language", "es-419"),
        ("Chinese, Traditional", "language", "zh-Hant"),
        ("source", "source", ""),
        ("Source [en-US]", "source", "en-US"),
        ("Source text", "source", ""),
        ("source-text", "source", ""),
        ("Quelle (Englisch)", "source", "en"),
        ("Bản gốc", "source", ""),
        ("النص الأصلي", "source", ""),
        ("Target: de-DE", "target", "de-DE"),
        ("Translated text", "target", ""),
        ("Übersetzung DE", "target", "de"),
        ("Переклад", "target", ""),
        ("Comment", "note", ""),
        ("Status", "state", ""),
        ("No.", "", ""),
        ("well-known", "", ""),
        ("Target practice was over by noon.", "", ""),
        ("source of all that they had ever", "", ""),
        ("", "", ""),
    ],
)
def test_a_cell_names_its_column(cell: str, kind: str, language: str) -> None:
    assert named(cell) == (kind, language)


def test_six_words_may_name_a_column_and_seven_are_a_text() -> None:
    assert named("source as it came from them")[0] == "source"
    assert named("source as it came from them all")[0] == ""


def test_no_word_heads_both_sides() -> None:
    assert not source_words() & target_words()


def columns(found: Layout | None) -> tuple[list[int], int, bool]:
    assert found is not None
    return [one.index for one in (found.source, *found.targets)], found.first_row, found.certain


def rows_of(*columns: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*columns, strict=True))


BOTH = rows_of(ENGLISH, GERMAN)
TWICE = rows_of(ENGLISH, ENGLISH[::-1])


@pytest.mark.parametrize(
    ("rows", "chosen", "first_row", "certain"),
    [
        ([("ID", "English (UK)", "German"), *rows_of(NUMBERS, ENGLISH, GERMAN)], [1, 2], 1, True),
        ([("Traduction", "Original"), *rows_of(GERMAN, ENGLISH)], [1, 0], 1, True),
        ([("Our project", ""), ("Source", "Target"), *BOTH], [0, 1], 2, True),
        (BOTH, [0, 1], 0, True),
        (rows_of(NUMBERS, ENGLISH, ENGLISH[::-1], GERMAN), [1, 3], 0, True),
        (TWICE, [0, 1], 0, False),
        ([("German", "Deutsch"), ("French", "Französisch"), *BOTH], [0, 1], 0, True),
    ],
)
def test_columns_are_found_by_their_header_or_their_languages(
    rows: list[tuple[str, ...]], chosen: list[int], first_row: int, certain: bool
) -> None:
    assert columns(layout(rows)) == (chosen, first_row, certain)


@pytest.mark.parametrize(("titles", "first_row"), [(4, 5), (5, 6), (6, 0)])
def test_five_lines_may_stand_above_the_header(titles: int, first_row: int) -> None:
    rows = [*[("A fine title", "")] * titles, ("Source", "Target"), *BOTH]
    assert columns(layout(rows))[1] == first_row


@pytest.mark.parametrize(("letters", "certain"), [(39, False), (40, True)])
def test_forty_letters_tell_the_language_of_a_column(letters: int, certain: bool) -> None:
    german = "Die Brücke wird heute wieder für alle geöffnet und".split()  # noqa: SIM905
    kept = [word for n, word in enumerate(german) if len("".join(german[: n + 1])) <= letters]
    kept.append("x" * (letters - len("".join(kept))))
    assert columns(layout([(" ".join(ENGLISH), " ".join(kept))]))[2] is certain
