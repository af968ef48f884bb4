"""Figures in tables: each cell is compared with its own, and a lost one is never a heading."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.checks import check_pair
from reviewer.domain import Document, Finding, Pair

ROWS = (("Crop", "2022", "2023"), ("Wheat", "1,204", "987"), ("Maize", "560", "431"))
MORE = (("Barley", "88", "90"), ("Oats", "14 %", "73 km"))
WORDS = {"Crop": "Frucht", "Wheat": "Weizen", "Maize": "Mais", "Barley": "Gerste", "Oats": "Hafer"}


def page(rows: tuple[tuple[str, ...], ...], *, german: bool) -> Document:
    lead = "Die Tabelle zeigt die Ernte." if german else "The table shows the harvest."
    cells = [
        [WORDS.get(cell, cell.replace(",", ".")) if german else cell for cell in row]
        for row in rows
    ]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
    source = f"<html lang={'de' if german else 'en'}><p>{lead}</p><table>{table}</table></html>"
    return formats.read_bytes(Path("de.html" if german else "en.html"), source.encode())


def findings(rows: tuple[tuple[str, ...], ...]) -> list[Finding]:
    analysis = analyse(page((*ROWS, *MORE), german=False), [page(rows, german=True)])
    return [finding for each in analysis.translations[0].findings for finding in each]


def test_a_faithful_table_is_silent() -> None:
    assert findings((*ROWS, *MORE)) == []


@pytest.mark.parametrize("row", range(1, 5))
def test_each_figure_of_a_lost_row_is_said(row: int) -> None:
    whole = (*ROWS, *MORE)
    found = findings(whole[:row] + whole[row + 1 :])
    lost = [one for one in found if one.kind == "figure"]
    assert len(lost) == 2
    assert all(one.severity == "major" for one in lost)
    assert not [one for one in found if one.kind == "heading"]


def test_an_emptied_cell_is_said() -> None:
    [lost] = findings((*ROWS[:2], ("Maize", "560", ""), *MORE))
    assert (lost.check, lost.kind, lost.severity) == ("missing", "figure", "major")


def test_figures_that_change_cells_are_said_as_two_figures() -> None:
    swapped = (ROWS[0], ("Wheat", "560", "987"), ("Maize", "1,204", "431"), *MORE)
    found = findings(swapped)
    assert found
    assert all(one.severity in ("critical", "major") for one in found)
    assert not any("560 987" in one.message or "560,987" in one.message for one in found)
    assert {figure for one in found for figure in ("560", "1,204") if figure in one.message}


@pytest.mark.parametrize(
    ("text", "in_table", "kind", "severity"),
    [
        ("987", False, "figure", "major"),
        ("EUR 5", False, "figure", "major"),
        ("5 tons", False, "heading", "minor"),
        ("Part 8", True, "figure", "major"),
        ("Part 8", False, "heading", "minor"),
        ("Wheat", True, "cell", "minor"),
        ("Wheat", False, "heading", "minor"),
        ("٩٨٧", True, "figure", "major"),
        ("It cost 12 euros.", True, "sentence", "critical"),
    ],
)
def test_what_is_left_out(text: str, in_table: bool, kind: str, severity: str) -> None:
    stands: Literal["text", "cell"] = "cell" if in_table else "text"
    [found] = check_pair(Pair(text, "", "en", "de", "missing", 0.9, stands=stands))
    assert (found.kind, found.severity) == (kind, severity)
    [found] = check_pair(Pair("", text, "de", "en", "added", 0.9, stands=stands))
    assert (found.kind, found.severity) == (
        kind,
        "major" if kind in ("figure", "sentence") else "minor",
    )


@pytest.mark.parametrize("free", [False, True])
@pytest.mark.parametrize("confidence", [0.1, 0.9])
def test_a_lost_figure_is_major_however_sure(confidence: float, free: bool) -> None:
    [found] = check_pair(Pair("987", "", "en", "de", "missing", confidence, free=free))
    assert found.severity == "major"
