"""A speech of several rows: its quotation marks are looked at over all of them."""

from __future__ import annotations

import pytest

from reviewer.checks.rows import Rows
from reviewer.checks.speech_marks import SpeechMarks
from reviewer.domain import Pair, Relation

SOURCE = ("The mayor said: “We waited.", "Two of us left.", "It opens soon.”", "Nobody asked.")
WHOLE = {
    "de": ("Sie sagte: „Wir warteten.", "Zwei gingen.", "Sie öffnet bald.“", "Niemand fragte."),
    "da": ("Hun sagde: »Vi ventede.", "To gik.", "Den åbner snart.«", "Ingen spurgte."),
    "fr": ("Elle dit : « On attend.", "Deux partent.", "Il ouvre. »", "Personne."),
    "pl": ("Powiedziała: „Czekamy.", "Dwoje odeszło.", "Otwarcie wkrótce.”", "Nikt."),
    "sv": ("Hon sade: ”Vi väntade.", "Två gick.", "Den öppnar.”", "Ingen."),
    "id": ('Ia berkata: "Kami menunggu.', "Dua pergi.", 'Segera dibuka."', "Tidak ada."),
    "ru": ("Она сказала: «Мы ждали.", "Двое ушли.", "Скоро откроется».", "Никто."),
    "ar": ("قالت: «انتظرنا.", "غادر اثنان.", "سيفتح قريبا».", "لا أحد."),
    "zh": ("市长说：“我们等了。", "两个人走了。", "快开放了。”", "没人问。"),
    "ja": ("市長は「待った。", "二人が去った。", "もうすぐ開く」と述べた。", "誰も。"),
}
_MARKS = '„“”«»「」"'


def told(*rows: tuple[str, str], language: str = "de", source: str = "en") -> dict[int, list[str]]:
    """The marks told of, by the number of the row; a row without source is an added one."""
    pairs = [
        Pair(own, other, source, language, "aligned" if own else "added", 0.9)
        for own, other in rows
    ]
    found = SpeechMarks().find_all(pairs)
    return {n: [f.target_spans[0].of(rows[n][1]) for f in each] for n, each in found.items()}


def without(text: str) -> str:
    return "".join(letter for letter in text if letter not in _MARKS)


def mark_in(text: str) -> str:
    return next(letter for letter in text if letter in _MARKS)


@pytest.mark.parametrize("language", WHOLE)
def test_the_mark_whose_partner_is_lost_is_told_where_it_stands(language: str) -> None:
    first, middle, last, after = WHOLE[language]

    def tell(*target: str) -> dict[int, list[str]]:
        return told(*zip(SOURCE, target, strict=True), language=language)

    assert tell(first, middle, last, after) == {}
    assert tell(first, middle, without(last), after) == {0: [mark_in(first)]}
    assert tell(without(first), middle, last, after) == {2: [mark_in(last)]}
    assert tell(without(first), middle, without(last), after) == {}


def test_a_speech_is_told_apart_from_the_next() -> None:
    rows = [(SOURCE[0], "Sie sagte: „Wir warteten."), (SOURCE[2], "Sie öffnet bald.")]
    whole = [(SOURCE[0], "Sie sagte: „Wir warteten."), (SOURCE[2], "Sie öffnet bald.“")]
    assert told(*rows, *whole) == {0: ["„"]}
    assert told(*whole, *rows) == {2: ["„"]}


def test_a_speech_that_a_clause_breaks_off_is_one() -> None:
    source = ("“We waited.", "It opens,” she said. “We hope.", "Nobody knows.”")
    good = ("„Wir warteten.", "Sie öffnet“, sagte sie. „Wir hoffen.", "Niemand weiß es.“")
    assert told(*zip(source, good, strict=True)) == {}
    assert told(*zip(source, (*good[:2], "Niemand weiß es."), strict=True)) == {1: ["„"]}


@pytest.mark.parametrize(
    "rows",
    [
        # The source itself lacks one.
        [(SOURCE[0], "Sie sagte: „Wir warteten."), (SOURCE[1], "Zwei gingen.")],
        # English closes at the end only and opens each paragraph; so may the translation.
        [(SOURCE[0], "Sie sagte: „Wir warteten."), (SOURCE[2], "„Sie öffnet bald.“")],
        # The mark stands in a row more, or a row later than in the source.
        [(SOURCE[0], "„Wir warteten."), (SOURCE[2], "Sie öffnet."), ("", "So sagte sie.“")],
        [(SOURCE[0], "„Wir warteten."), (SOURCE[2], "Sie öffnet."), ("Nobody.", "Niemand.“")],
        # The translation has dashes.
        [(SOURCE[0], "– Wir warteten."), (SOURCE[2], "Sie öffnet bald.")],
    ],
)
def test_what_may_be_meant_so_is_not_told(rows: list[tuple[str, str]]) -> None:
    assert told(*rows) == {}


@pytest.mark.parametrize(("between", "heard"), [(6, True), (8, False)])
def test_a_speech_has_few_rows_with_a_mark(between: int, heard: bool) -> None:
    inner = [("It was the “second.", "Es war die „zweite."), ("It” was.", "Es“ war.")]
    rows = [(SOURCE[0], "Sie sagte: „Wir warteten."), *(inner * 4)[:between]]
    rows.append((SOURCE[2], "Sie öffnet bald."))
    assert bool(told(*rows)) == heard


@pytest.mark.parametrize("relation", ["aligned", "moved"])
def test_an_edit_of_one_row_comes_and_goes_in_the_other(relation: Relation) -> None:
    rows = Rows(lambda key: (int(key), 0))
    kept = SpeechMarks().whole(rows)

    def put(key: int, source: str, target: str) -> None:
        if key in rows.pairs:
            kept.remove(key, rows.pairs[key])
        rows.pairs[key] = Pair(source, target, "en", "de", relation, 0.9)
        kept.add(key, rows.pairs[key])

    for key, (source, target) in enumerate(zip(SOURCE, WHOLE["de"], strict=True)):
        put(key, source, target)
    kept.changed()
    put(2, SOURCE[2], "Sie öffnet bald.")
    assert 0 in kept.changed()
    assert len(kept.found(0)) == 1
    put(2, SOURCE[2], WHOLE["de"][2])
    assert 0 in kept.changed()
    assert kept.found(0) == []
