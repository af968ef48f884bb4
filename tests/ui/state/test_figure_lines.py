"""Every figure of the source with what each translation has for it, and how they are sorted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from reviewer.analysis import Analysis
from reviewer.domain import Bead, Span
from reviewer.review import Review
from reviewer.ui.state.figure_lines import FigureTable, Order
from tests.ui.conftest import compared, digits, side

SOURCE = [
    "[Page 9 of 9",
    "#The fair of 2019",
    "It lasted 3 days and cost 45 euros.",
    "The hall is 25 miles off.",
    "In 1990",
    "560 people came, about a dozen left.",
    "Some 40 % paid 7.",
    "He has 88 chairs.",
]
GERMAN = [
    "#Die Messe von 2019",
    "Sie dauerte 3 Tage und kostete 54 Euro.",
    "Die Halle ist 40 Kilometer entfernt.",
    "1990 kamen 560 Leute.",
    "Etwa 40 Prozent zahlten.",
]
FRENCH = ["#Le salon de 2018", "Il a duré 3 jours et coûté 45 euros.", "La salle est à 7 km.",
          "560 personnes en 1991."]  # fmt: skip
BEADS = (
    Bead((1,), (0,), "aligned", 0.9),
    Bead((2,), (1,), "aligned", 0.9),
    Bead((3,), (2,), "aligned", 0.9),
    Bead((4, 5), (3,), "aligned", 0.9),
)
GONE = Bead((7,), (), "missing", 0.9)


@pytest.fixture
def fair(tmp_path: Path) -> Iterator[Review]:
    source = side("article.txt", "en", SOURCE, "s")
    german = compared(
        source,
        side("artikel.txt", "de", GERMAN, "t"),
        (*BEADS, Bead((6,), (4,), "aligned", 0.9), GONE),
    )
    french = compared(
        source,
        side("article-fr.txt", "fr", FRENCH, "t"),
        (*BEADS, Bead((6,), (), "missing", 0.9), GONE),
    )
    made = Analysis(source, (german, french))
    with Review.create(tmp_path / "fair.review", made, check=digits) as review:
        yield review


def read(review: Review) -> FigureTable:
    table = FigureTable(review)
    assert table.work_for(60)
    return table


def told(review: Review, order: Order) -> list[str]:
    """Each line: its sentence, how it is written, what it is, and what each translation has."""
    said = []
    for line in read(review).lines(order):
        cells = ", ".join(
            " ".join(filter(None, (cell.written, cell.agreement, cell.severity)))
            for cell in line.cells
        )
        assert line.written == line.span.of(line.text)
        said.append(f"{line.sentence} {line.written} = {line.value}: {cells} ({line.differing})")
    return said


YEAR = "1 2019 = 2019: 2019 same, 2018 different critical (1)"
DAYS = "2 3 = 3 days: 3 same, 3 same (0)"
EUROS = "2 45 euros = 45 euros: 54 Euro different critical, 45 euros same (1)"
MILES = "3 25 miles = 25 miles: 40 Kilometer different critical, 7 km different critical (2)"
NINETY = "4 1990 = 1990: 1990 same, 1991 different critical (1)"
PEOPLE = "5 560 = 560: 560 same, 560 same (0)"
DOZEN = "5 a dozen = 12: unclear, unclear (0)"
SHARE = "6 40 % = 40 %: 40 Prozent same, missing (0)"
SEVEN = "6 7 = 7: alone major, missing (1)"
CHAIRS = "7 88 = 88: missing, missing (0)"


@pytest.mark.parametrize(
    ("order", "lines"),
    [
        ("text", [YEAR, DAYS, EUROS, MILES, NINETY, PEOPLE, DOZEN, SHARE, SEVEN, CHAIRS]),
        # Where most differ, then where a sentence is missing, then as the text has it.
        ("disagreement", [MILES, SEVEN, YEAR, EUROS, NINETY, SHARE, CHAIRS, DAYS, PEOPLE, DOZEN]),
        (0, [EUROS, MILES, SEVEN, CHAIRS, DOZEN, YEAR, DAYS, NINETY, PEOPLE, SHARE]),
        (1, [YEAR, MILES, NINETY, SHARE, SEVEN, CHAIRS, DOZEN, DAYS, EUROS, PEOPLE]),
    ],
)
def test_each_order_has_every_figure(fair: Review, order: Order, lines: list[str]) -> None:
    assert told(fair, order) == lines


def test_what_was_dismissed_does_not_differ(fair: Review) -> None:
    info = fair.translations[0]
    for row in fair.rows(info.id):
        for item in row.findings:
            fair.decide(info.id, row.key, item.fingerprint, "dismiss")
    german = [
        f"{one.cells[0].written} {one.cells[0].agreement}" for one in read(fair).lines("text")
    ]
    assert german == [
        *("2019 same", "3 same", "54 Euro unclear", "40 Kilometer loose", "1990 same", "560 same"),
        *(" unclear", "40 Prozent same", " unclear", " missing"),
    ]


def test_a_cell_leads_to_its_row(fair: Review) -> None:
    lines = read(fair).lines("text")
    first, second = fair.translations
    for line in lines:
        assert [cell.translation for cell in line.cells] == [first.id, second.id]
        for cell in line.cells:
            assert line.source_id in fair.row(cell.translation, cell.row_key).source_ids
    assert lines[0].text == "The fair of 2019"
    assert lines[0].span == Span(12, 16)


def test_it_is_read_a_sentence_at_a_time_where_there_is_no_time(fair: Review) -> None:
    table = FigureTable(fair)
    assert table.progress() == (0, 7)
    turns = []
    while not table.work_for(0):
        turns.append(table.progress()[0])
    assert turns == [1, 2, 3, 4, 5, 6]
    assert table.progress() == (7, 7)
    assert table.work_for(0)
    assert len(table.lines()) == 10


def test_it_reads_on_until_its_time_is_over(fair: Review) -> None:
    clock = count()
    table = FigureTable(fair)
    assert not table.work_for(3, lambda: float(next(clock)))
    assert table.progress() == (3, 7)
