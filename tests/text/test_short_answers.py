"""Pages of short answers under questions: none is lost on either side, and none in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import Analysis, analyse
from reviewer.domain import Document

LEAD = (
    (
        "The library, which was founded in 1893, lends 40,000 books a year to its readers.",
        "Die 1893 gegründete Bibliothek verleiht jedes Jahr 40.000 Bücher an ihre Leser.",
    ),
    (
        "It opens at nine and closes at six on every working day of the week.",
        "Sie öffnet an jedem Werktag der Woche um neun und schließt um sechs Uhr.",
    ),
)
ANSWERS = (
    ("Cost", "Kosten", "A card costs 5 euros.", "Eine Karte kostet 5 Euro."),
    ("Children", "Kinder", "Children pay nothing.", "Kinder zahlen nichts."),
    ("Help", "Hilfe", "Ask the woman at the desk.", "Fragen Sie die Frau am Schalter."),
    ("Rooms", "Räume", "Two of the rooms are quiet.", "Zwei der Räume sind ruhig."),
    ("Sale", "Verkauf", "The next sale is in May.", "Der nächste Verkauf findet im Mai statt."),
)
SHAPES = {
    "accordion": "<div class=card><h3><button data-bs-target='#c{n}'>{h}</button></h3>"
    "<div id=c{n} class=collapse><p>{x}</p></div></div>",
    "button": "<h3>{h}</h3><button aria-expanded=false>+</button><div class=pane><p>{x}</p></div>",
    "details": "<details><summary>{h}</summary><p>{x}</p></details>",
    "bare": "<details><summary>{h}</summary>{x}</details>",
    "hidden": "<h3><button aria-expanded=false>{h}</button></h3><div hidden>{x}</div>",
    "tabs": "<div role=tabpanel hidden><h4>{h}</h4><p>{x}</p></div>",
    "sections": "<section><h2>{h}</h2><p>{x}</p></section>",
}


def page(shape: str, side: int, without: int | None = None) -> Document:
    text = "".join(f"<p>{lead[side]}</p>" for lead in LEAD)
    text += "".join(
        SHAPES[shape].format(n=number, h=answer[side], x=answer[2 + side])
        for number, answer in enumerate(ANSWERS)
        if number != without
    )
    source = (
        f"<html lang={('en', 'de')[side]}><main><h1>{('Library', 'Bibliothek')[side]}</h1>{text}"
    )
    return formats.read_bytes(Path(f"{side}.html"), source.encode())


def compared(shape: str, without: int | None = None) -> Analysis:
    return analyse(page(shape, 0), [page(shape, 1, without)])


@pytest.mark.parametrize("shape", SHAPES)
def test_every_answer_is_compared(shape: str) -> None:
    analysis = compared(shape)
    for side in (analysis.source, analysis.translations[0].side):
        kept = {segment.text for segment in side.segments if segment.kind != "furniture"}
        assert kept >= {answer[2] for answer in ANSWERS} or kept >= {a[3] for a in ANSWERS}
    assert not any(analysis.translations[0].findings)


@pytest.mark.parametrize("without", range(len(ANSWERS)))
@pytest.mark.parametrize("shape", SHAPES)
def test_a_lost_answer_is_said(shape: str, without: int) -> None:
    comparison = compared(shape, without).translations[0]
    found = [one for each in comparison.findings for one in each]
    assert [one.severity for one in found if one.kind == "sentence"] == ["critical"]
    assert {one.check for one in found} == {"missing"}
