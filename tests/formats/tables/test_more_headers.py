"""A second row that names the columns is a header, and no text with its translation."""

from __future__ import annotations

import pytest

from reviewer.formats.tables.columns import Columns
from reviewer.formats.tables.languages import layout

TEXTS = [
    (
        "1",
        "The bridge over the river was opened on Monday.",
        "Am Montag öffnete die Brücke.",
    ),
    ("2", "Nobody was hurt when the ferry sank there.", "Niemand wurde verletzt, als sie sank."),
]


def read(*headers: str, texts: list[tuple[str, str, str]] = TEXTS) -> tuple[object, ...]:
    """The columns and their languages, and how many rows are headers."""
    found = layout([*(header.split("|") for header in headers), *map(list, texts)])
    assert found is not None
    columns = [(each.index, each.language) for each in (found.source, *found.targets)]
    return *columns, found.first_row


@pytest.mark.parametrize(
    ("headers", "wanted"),
    [
        (("ID|Source|Target", "|English|German"), ((1, "en"), (2, "de"), 2)),
        (("No.|Source|Target", "No.|English|Deutsch (Österreich)"), ((1, "en"), (2, "de-AT"), 2)),
        (("|Source|Target", "Seg.|en-US|de-DE"), ((1, "en-US"), (2, "de-DE"), 2)),
        (("|Source|Target", "|en|de"), ((1, "en"), (2, "de"), 2)),
        (("|English|German", "ID|Source|Target"), ((1, "en"), (2, "de"), 2)),
        (("|English|German", "Schlüssel|Zieltext|Quelltext"), ((2, "de"), (1, "en"), 2)),
        (("|English|Translation", "|Original|German"), ((1, "en"), (2, "de"), 2)),
        (("|Source|Target", "|Source|Target", "Nr|English|German"), ((1, "en"), (2, "de"), 3)),
        (("|Source|Target", "Comment|原文|译文"), ((1, ""), (2, ""), 2)),
    ],
)
def test_a_row_of_names_is_a_header(headers: tuple[str, ...], wanted: tuple[object, ...]) -> None:
    assert read(*headers) == wanted


@pytest.mark.parametrize(
    "row",
    [
        "|German|Deutsch",
        "|German (Austria)|Deutsch",
        "7|English|German",
        "menu.language|English|German",
        "|Source|Quelle",
        "|Translation|Übersetzung",
        "|Target|Source",
        "|Source file|Target file",
        "|English|",
        "|No|Da",
        "|so|ja",
        "|Polish the floor|Polnisch",
        "|French|German and English",
    ],
)
def test_a_text_and_its_translation_are_none(row: str) -> None:
    assert read("ID|Source|Target", row)[-1] == 1


def test_a_row_of_other_languages_is_a_text() -> None:
    assert read("ID|English|German", "|French|Spanish") == ((1, "en"), (2, "de"), 1)


def test_the_only_row_is_a_text() -> None:
    assert read("ID|Source|Target", "|English|German", texts=[])[-1] == 1


def test_each_of_several_translations_is_named() -> None:
    rows = [["Source", "Target", "Target 2"], ["English", "German", "French"], ["a", "b", "c"]]
    found = layout(rows)
    assert found is not None
    assert [each.language for each in (found.source, *found.targets)] == ["en", "de", "fr"]
    assert found.first_row == 2
    rows[1][2] = ""
    found = layout(rows)
    assert found is not None
    assert found.first_row == 1


def test_columns_that_were_chosen_stay() -> None:
    rows = [["ID", "English", "German"], ["", "Target", "Source"], *map(list, TEXTS)]
    found = Columns((1,), (2,)).layout(rows)
    assert (found.source.index, found.first_row) == (1, 1)
    rows[1] = ["", "Source", "Target"]
    assert Columns((1,), (2,)).layout(rows).first_row == 2
