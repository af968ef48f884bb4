"""How grave it is when one value is told as another, for values of every sort, and which values
follow from others.

`held_severities.txt` has for each value of a source what is told beside each value of a
translation. After a change on purpose:
HELD=write pytest tests/checks/numbers/test_held_severities.py
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer import check_numbers

TABLE = Path(__file__).with_name("held_severities.txt")

VALUES = (
    ("", ""), ("12", "12"), ("13", "13"), ("3,500", "3.500"), ("seven", "sieben"),
    ("two", "zwei"), ("1.5 million", "1,5 Millionen"), ("20%", "20 %"),
    ("25 per cent", "25 Prozent"), ("5 May 2024", "5. Mai 2024"), ("6 May", "6. Mai"),
    ("1998", "1998"), ("in 2001", "im Jahr 2001"), ("at 10:30", "um 10:30 Uhr"),
    ("the third", "die dritte"), ("10–12", "10–12"), ("$40", "40 Dollar"), ("€50", "50 Euro"),
    ("12 km", "12 km"), ("8 miles", "13 km"), ("about 30", "etwa 30"), ("31", "31"),
    ("minus 4 degrees", "minus 4 Grad"), ("4 degrees", "4 Grad"), ("A380", "A380"),
    ("a dozen", "ein Dutzend"), ("half of it", "die Hälfte"), ("a quarter", "ein Viertel"),
    ("3.75", "3,75"), ("3.8", "3,8"), ("1", "1"), ("one", "eine"), ("dozens", "Dutzende"),
)  # fmt: skip
NUMBERS = ("20%", "a quarter", "0.5", "80", "100", "120", "3", "300", "75", "125", "half")
GERMAN = {"20%": "20 %", "a quarter": "ein Viertel", "0.5": "0,5", "half": "die Hälfte"}


def told(source: str, target: str, language: str = "de") -> str:
    found = check_numbers(source, target, source_language="en", target_language=language)
    return "+".join(
        f"{one.kind[:3]}{one.severity[:2]}{one.confidence:g}{'f' if one.fix else ''}"
        for one in found
    )


def one_beside_another() -> Iterator[str]:
    for value, _ in VALUES:
        source = f"The ferry took {value} there, and nobody knew why."
        beside = (
            told(source, f"Die Fähre nahm {other} dorthin, und niemand wusste warum.")
            for _, other in VALUES
        )
        yield f"{value} | {' '.join(one or '-' for one in beside)}"


def three_of_them() -> Iterator[str]:
    """A value that is told beside two of which it may follow."""
    for part in NUMBERS[:3] + NUMBERS[-1:]:
        for whole in ("100", "300"):
            source = f"In May {whole} came, and that was {part} less than before."
            beside = (
                told(
                    source,
                    f"Im Mai kamen {whole}, und das waren {GERMAN.get(other, other)} weniger.",
                )
                for other in NUMBERS
            )
            yield f"{whole} {part} | {' '.join(one or '-' for one in beside)}"
            its = GERMAN.get(part, part)
            for more in NUMBERS:
                result = GERMAN.get(more, more)
                longer = f"Im Mai kamen {whole}, {its} weniger, also {result}."
                back = told(f"In May {whole} came, {part} less, so {more}.",
                            f"Im Mai kamen {whole}, {its} weniger.")  # fmt: skip
                yield f"{whole} {part} {more} | {told(source, longer) or '-'} {back or '-'}"


RISES = {
    "en": (
        *("It rose to {x}.", "It rose by {x}.", "It rose from {w} to {x}.", "It rose {x} to {w}."),
        *("It rose by {x} to {w}.", "It rose to {x} from {w}.", "It rose {x} in May."),
    ),
    "de": (
        *("Es stieg auf {x}.", "Es stieg um {x}.", "Es stieg von {w} auf {x}.", "Es stieg {x}."),
        *("Es stieg um {x} auf {w}.", "Es stieg auf {x} von {w}.", "Um {x} stieg es."),
    ),
    "fr": (
        *("Il a augmenté à {x}.", "Il a augmenté de {x}.", "Il a augmenté de {w} à {x}."),
        *("Il a augmenté de {x} à {w}.", "Il est passé à {x} contre {w}.", "Il a augmenté {x}."),
    ),
    "uk": (
        "Він зріс до {x}.",
        "Він зріс на {x}.",
        "Він зріс з {w} до {x}.",
        "Він зріс на {x} до {w}.",
    ),
}


def changes() -> Iterator[str]:
    """What something came to, and by how much, told as each other."""
    for language in ("de", "fr", "uk"):
        for w, x in (("60", "80"), ("60%", "80%"), ("5", "2030")):
            for written in RISES["en"]:
                source = written.format(w=w, x=x)
                beside = (
                    told(source, other.format(w=w, x=x), language) for other in RISES[language]
                )
                yield f"{language} {source} | {' '.join(one or '-' for one in beside)}"


LINES = {"two": one_beside_another, "three": three_of_them, "changes": changes}


@pytest.mark.parametrize("many", LINES)
def test_they_are_told_as_before(many: str) -> None:
    name = f"{many}: "
    found = [f"{name}{line}" for line in LINES[many]()]
    held = TABLE.read_text("utf-8").splitlines() if TABLE.exists() else []
    if os.environ.get("HELD") == "write":
        held = [*(line for line in held if not line.startswith(name)), *found]
        TABLE.write_text("".join(f"{line}\n" for line in held), "utf-8")
    assert found == [line for line in held if line.startswith(name)]
