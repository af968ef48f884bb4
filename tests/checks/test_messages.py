"""Every finding of every check says it by a pattern that is written in the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

import reviewer
from reviewer.checks import DOCUMENT_CHECKS, REGISTRY, Checks, check_document, check_pair
from reviewer.checks.own_rules import OwnRule, OwnRules, Report, found_by
from reviewer.checks.style import StyleKey
from reviewer.checks.terminology import Terminology
from reviewer.domain import BackTranslation, Finding, Pair
from reviewer.messages import Message
from reviewer.profiles import Profile
from reviewer.terminology import Glossary, Term

_PROSE = "The mayor thanked the engineers and promised to repair the old lighthouse soon."
_GERMAN = "Die Bürgermeisterin dankte den Ingenieuren und versprach, den Turm zu reparieren."

PAIRS = [
    *(
        Pair(source, target, "en", "de", relation, confidence)
        for confidence in (0.3, 0.9)
        for source, target, relation in (
            ("The bridge fell in May.", "", "missing"),
            ("What comes next", "", "missing"),
            ("", "Niemand wusste davon.", "added"),
            ("", "Was nun kommt", "added"),
            ("5 km", "", "missing"),
            ("", "5 km", "added"),
        )
    ),
    Pair("The bridge fell in May.", "", "en", "de", "missing", 0.5, free=True),
    Pair("Wheat", "", "en", "de", "missing", stands="cell"),
    Pair("", "Weizen", "en", "de", "added", stands="cell"),
    *(
        Pair(source, target, "en", "de", relation, confidence, stands="heading")
        for confidence in (0.3, 0.9)
        for source, target, relation in (("The harbour", "", "missing"), ("", "Hafen", "added"))
    ),
    Pair(_PROSE, _PROSE, "en", "de"),
    Pair(_PROSE, f"Sie sagte gestern, dass {_PROSE[:-1]} und dass sie geht.", "en", "de"),
    Pair("See https://a.example/b or desk@a.example.", "Siehe https://c.example/d.", "en", "de"),
    Pair("Look here.", "Siehe https://c.example/d.", "en", "de"),
    Pair("The bridge fell.", "Die Brücke Brücke stürzte ein.", "en", "de"),
    Pair("The bridge (old) “fell”.", "Die Brücke (alt stürzte “ so „ein.", "en", "de"),
    Pair("Well, (now) stop!", "Nun ,( jetzt )  halt,ihr!Alle.Leute ", "en", "de"),
    Pair("He said: yes!", "Il dit: «oui»!", "en", "fr"),
    Pair("It rained, then it snowed.", "下雨了， 又下雪。", "en", "zh"),
    Pair("It rained, then it snowed.", "Piovve ,poi nevicò.", "en", "it"),
    Pair("It rained all day.", "那里整天都在 下大雨。", "en", "zh"),
    Pair("The “old one” fell (in May).", "Die „ alte“ fiel(im Monat Mai).", "en", "de"),
    Pair("It fell.", "", "en", "de", "missing", empty_unit=True),
    Pair("It fell.", "Er fiel.", "en", "de", source_codes=("1",), target_codes=("2",)),
    Pair("Who fell?", "Der Turm fiel.", "en", "de"),
    Pair("The tower fell.", "Fiel der Тurm?", "en", "de"),
    Pair("He met Lucy Farrow.", "Er traf Lucy Barrow.", "en", "de"),
    Pair("He flew to Norway.", "Er flog nach Schweden.", "en", "de"),
    Pair("She called ten days before.", "Sie rief zehn Tage später an.", "en", "de"),
    Pair("Rents rose by 5 per cent.", "Die Mieten sanken um 5 Prozent.", "en", "de"),
    Pair("It was built in early 1990.", "Es wurde Ende 1990 gebaut.", "en", "de"),
    Pair("They sold 350 and 4,721 hens.", "Sun sayar da 350.", "en", "ha"),
    Pair("Sun sayar da kaji 4,721.", "They sold hens.", "ha", "en"),
]


def _given(back: str | None, target: str) -> Pair:
    made = None if back is None else BackTranslation(back, "translate-de_en", "1.0")
    return Pair(_PROSE, target, "en", "de", back_translation=made)


def _denied(source: str, target: str, back: str) -> Pair:
    return replace(_given(back, target), source=source)


DENIED = [
    _denied("He did not come.", "Er kam.", "He came."),
    _denied("He did not come.", "Er kam nicht.", "He came."),
    _denied("He came.", "Er kam nicht.", "He did not come."),
]

_NAMED = Pair("Later Wilkinson left.", "Später ging Wilkinson.", "en", "de")
_UNNAMED = Pair("There Wilkinson stood.", "Da stand der Mann.", "en", "de")
_SEEN = {"id": "Di sana Wilkinson berdiri.", "fr": "Wilkinson y était."}

DOCUMENTS = [
    [
        Pair("She said: “It fell.", "Sie sagte: „Er fiel.", "en", "de"),
        Pair("Nobody knew.”", "Niemand wusste es.", "en", "de"),
    ],
    [
        Pair("It rained.¹", "Es regnete.¹", "en", "de"),
        Pair("It stopped.²", "Es hörte auf.", "en", "de"),
    ],
    [_NAMED, _NAMED, replace(_NAMED, target="Später ging Wilkinsen.")],
    [
        Pair("The WHO warns.", target, "en", "de")
        for target in ("Die WHO warnt.", "Die WHO warnt.", "Die Behörde warnt.")
    ],
    [Pair("She lived in Norway and wrote.", "Sie lebte dort und schrieb.", "en", "de")],
    [_UNNAMED, _NAMED, _NAMED],
    [replace(_UNNAMED, others=_SEEN)],
    [replace(_UNNAMED, target="Di sana pria itu berdiri.", target_language="id")]
    + [
        Pair(f"Later {name} left.", f"Kemudian {name} pergi.", "en", "id")
        for name in ("Halloran", "Brandeis")
    ],
    [replace(_UNNAMED, back_translation=BackTranslation("There stood.", "translate", "1"))],
    [replace(_UNNAMED, back_translation=BackTranslation("There he stood.", "translate", "1"))],
    [Pair("Yes, it fell.", "نعم, سقط البرج.", "en", "ar")],
    [Pair("Yes, it fell.", "نعم, سقط البرج.", "en", "ar")] * 4,
    [Pair("Did it fall?", "Cayó?", "en", "es")],
    [Pair("Did it fall?", "Cayó?", "en", "es")] * 4,
    [Pair("It fell.", "Er fiel。", "en", "de")],
    [Pair("It fell.", "Er fiel。", "en", "de")] * 4,
    [Pair("The bridge opens on Monday.", _GERMAN, "en", "de"), Pair(_PROSE, _GERMAN, "en", "de")],
    [Pair("The bridge opens on Monday.", _GERMAN, "en", "de"), Pair("", _GERMAN, "en", "de")],
    [_given("The mayor thanked the engineers.", "Die Bürgermeisterin dankte den Ingenieuren.")],
    [_given(f"{_PROSE[:-1]}, while hundreds of spectators applauded loudly.", _GERMAN)],
    [_given("Nobody could eat bread because yesterday all bakeries were closed.", _GERMAN)],
    [Pair(_PROSE, _GERMAN, "en", "de", likeness=0.1)],
    [Pair(_PROSE, _GERMAN, "en", "de"), Pair(_PROSE, "", "en", "de", "missing")],
    [Pair("Really? Yes.", "Vraiment ? Oui: oui.", "en", "fr")],
    [Pair("You see.", "Da sehen Sie.", "en", "de")] * 8
    + [Pair("You saw.", "Da sahst du.", "en", "de")],
    [Pair("You see.", "Da siehst du.", "en", "de")] * 8
    + [Pair("You saw.", "Da sahen Sie.", "en", "de")],
    [Pair("A “b”.", "Ein „b“.", "en", "de")] * 8 + [Pair("A “c”.", "Ein »c«.", "en", "de")],
    [Pair("It is 25,000.", "Es sind 25.000.", "en", "de")] * 8
    + [Pair("It is 36,000.", "Es sind 36 000.", "en", "de")],
    [_NAMED]
    + [
        Pair(f"Later {name} left.", f"Später ging {name}.", "en", "de")
        for name in ("Halloran", "Brandeis", "Ottokar", "Lindqvist", "Marchetti")
    ]
    + [replace(_NAMED, source="They met Gordon Wilkinson.", target="Sie trafen sich dort.")],
]


def _numbers() -> Iterator[Pair]:
    """Wrong pairs of many kinds, some with other translations that agree or do not."""
    table = Path(__file__).parent / "numbers/different.tsv"
    for line in table.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            first, second, source, target, *_ = line.split("\t")
            yield Pair(source, target, first, second)
    for others in ({"fr": "63"}, {"fr": "64"}, {"fr": "63", "es": "63"}, {"fr": "64", "es": "65"},
                   {"fr": "63", "es": "64"}):  # fmt: skip
        yield Pair("63 cranes.", "36 Kräne.", "en", "de", others=others)
    for source, target in (
        ("It cost 12.5 percent.", "Es kostete 12.5 Prozent."),
        ("48.9 percent of the nets were torn.", "Fast die Hälfte der Netze war zerrissen."),
        ("It sold 2,500 cars.", "Es verkaufte 2,500 Autos."),
        ("3 years later", "3 Monate später"),
        ("25 miles away", "40 km entfernt"),
        ("He is 5 feet 7 inches tall.", "Er ist 1,70 m groß."),
        ("1,987 people", "etwa 2000 Menschen"),
        ("On Monday.", "Am Dienstag."),
        ("hundreds of people", "Millionen von Menschen"),
        ("the first house", "das zweite Haus"),
        ("It opened this year.", "Es öffnete 2024."),
        ("Rome 300, Paris 400.", "Rome 400, Paris 300."),
        ("It fell by -5 degrees.", "Es fiel um 5 Grad."),
        ("It sold 40 cars.", "Es verkaufte 40 Autos, ja 40 Autos."),
        ("It is 12 points lower.", "Es ist 12 Punkte höher."),
        ("It rose to 7 percent.", "Es stieg um 7 Prozent."),
        ("It costs 9 euros each way.", "Es kostet hin und zurück 9 Euro."),
        ("It rose by 64 euros to 789 euros.", "Es stieg von 64 Euro auf 789 Euro."),
        ("The boat costs 9 euros each way.", "Das Boot kostet hin und zurück 9 Euro."),
        ("They ate 5 kg per person.", "Sie aßen 5 kg."),
        ("It was the fourth race.", "Es waren vier Rennen."),
        ("It costs 30 euros, half of that for you.", "Es kostet 30 Euro, für dich 15 Euro."),
    ):
        yield Pair(source, target, "en", "de")


def _of_a_profile() -> Iterator[Finding]:
    """What a glossary and rules say."""
    terms = (
        Term({"en": ("strike",), "de": ("Streik",)}, {"de": ("Ausstand",)}),
        Term({"en": ("gate",)}, {"de": ("Gate",)}),
    )
    reports: tuple[Report, ...] = ("target_lacks", "source_lacks", "counts_differ", "in_target")
    rules = [
        OwnRule("A", "strike | walkout", "Kampf | Streik", report, replacement="")
        for report in reports
    ]
    checks = Checks(
        (Terminology([Glossary("g", terms)]), OwnRules([*rules, OwnRule("B", "gate", words="No.")]))
    )
    for source, target in (
        ("A strike.", "Der Kampf."),
        ("A strike.", "Der Ausstand."),
        ("At the gate.", "Am Gate."),
        ("It rained.", "Ein Kampf."),
    ):
        yield from checks.of_pair(Pair(source, target, "en", "de"))
    style: dict[StyleKey, str] = {"quotes": "„“", "numbers": "12.345", "address": "formal"}
    styled = Profile(style={"*": style, "nl": {"address": "informal"}}).checks()
    for language, target in (("de", "Du sagst «ja» zu 36 000."), ("nl", "Daarna ziet u hem.")):
        for across in styled.of_document([Pair("It is.", target, "en", language)]).values():
            yield from across
    yield from found_by(OwnRule("B", target="Gate", words="No."), Pair("", "Gate", "en", "de"))


def _all() -> list[Finding]:
    alone = [finding for pair in (*PAIRS, *DENIED, *_numbers()) for finding in check_pair(pair)]
    across = (found for pairs in DOCUMENTS for found in check_document(pairs).values())
    return [*alone, *_of_a_profile()] + [finding for findings in across for finding in findings]


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    return _all()


@pytest.fixture(scope="module")
def catalogue() -> set[str]:
    """The patterns that the collector for translators finds in the checks."""
    place = Path(reviewer.__file__).parent / "checks"
    keywords = {"message": None, "plural": (1, 2)}
    rows = extract_from_dir(place, [("**.py", "python")], keywords=keywords)
    texts = [row[2] for row in rows]
    said = {one for text in texts for one in ([text] if isinstance(text, str) else text)}
    pages = (check.page for check in (*REGISTRY, *DOCUMENT_CHECKS))
    return said - {str(words) for page in pages for words in (page.finds, page.languages)}


def _patterns(message: Message) -> Iterator[str]:
    yield from filter(None, (message.pattern, message.plural))
    for value in (*message.holes.values(), *message.notes):
        if isinstance(value, Message):
            yield from _patterns(value)


def test_every_check_speaks_here(found: list[Finding]) -> None:
    checks = {check.id for check in (*REGISTRY, *DOCUMENT_CHECKS)}
    assert {finding.check for finding in found} == checks


def test_every_message_is_a_pattern_of_the_program(
    found: list[Finding], catalogue: set[str]
) -> None:
    for finding in found:
        assert finding.message.pattern, finding
        assert set(_patterns(finding.message)) <= catalogue, finding


def test_every_pattern_of_the_checks_is_heard(found: list[Finding], catalogue: set[str]) -> None:
    heard = {pattern for finding in found for pattern in _patterns(finding.message)}
    assert catalogue == heard
