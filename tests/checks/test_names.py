"""Names of the source that are not in the translation, with and without a back-translation."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reviewer.checks.names import Names
from reviewer.domain import BackTranslation, Finding, Pair


def pair(source: str, target: str, language: str = "de", back: str | None = None) -> Pair:
    returned = None if back is None else BackTranslation(back, "translate", "1")
    return Pair(source, target, "en", language, back_translation=returned)


def findings(*pairs: Pair) -> dict[int, list[Finding]]:
    return dict(Names().find_all(pairs))


MISSING = [
    ("de", "Yesterday Mr Halloran left.", "Gestern ging er fort.", "Yesterday went away."),
    ("id", "They met Wilkinson there.", "Mereka bertemu di sana.", "They met there."),
    ("uk", "They met Wilkinson there.", "Вони зустрілися там.", "They met there."),
    ("ar", "They met Wilkinson there.", "اجتمعوا هناك.", "They met there."),
    ("vi", "They flew to Reykjavik.", "Họ đã bay.", "They flew."),
    ("zh", "They flew to Reykjavik.", "他们飞走了。", "They flew away."),
    ("tr", "It opened in Germany.", "Açıldı.", "It opened."),
    # An everyday word that sounds like the name, and stands in the source too or in small letters.
    ("es", "The water rose near Wattisham.", "El agua subió.", "The water rose."),
    ("pl", "She spoke of Ostermann and sat down.", "Mówiła o tym i usiadła.",
     "She spoke of that and sat down."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "target", "back"), MISSING)
def test_a_name_in_neither_text_is_missing(
    language: str, source: str, target: str, back: str
) -> None:
    row = pair(source, target, language, back)
    (finding,) = findings(row)[0]
    assert (finding.kind, finding.severity) == ("missing", "major")
    assert finding.source_spans[0].of(source).casefold() == finding.subject


QUIET = [
    ("uk", "They met Wilkinson there.", "Вони зустріли там Вілкінсона.", "They met Vilkinson."),
    ("ar", "They met Wilkinson there.", "التقوا ويلكنسون هناك.", "They met Wilkins there."),
    ("de", "It opened in Germany.", "Es wurde in Deutschland eröffnet.", "It opened."),
    ("tr", "It opened in Germany.", "Almanya'da açıldı.", "It opened."),
    ("de", "They met on Monday in May.", "Sie trafen sich.", "They met."),
    ("de", "The American guests left.", "Die Gäste gingen.", "The guests left."),
    ("de", "They came to the Highway.", "Sie kamen zur Autobahn.", "They came to the road."),
    ("de", "He lives in Cologne.", "Er wohnt in Köln.", "He lives in Koln."),
    ("de", "They met at the Supreme Court.", "Sie trafen sich beim Obersten Gericht.",
     "They met at the High Tribunal."),
    ("de", "They use NATO rules.", "Sie nutzen Regeln.", "They use rules."),
    ("uk", "He left the United States.", "Він покинув США.", "He left the U.S."),
    ("vi", "He came from England.", "Ông đến từ nước Anh.", "He is British."),
    ("vi", "He came to Amsterdam.", "Ông đến Am-xtéc-đam.", "He came to Am-tzecadam."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "target", "back"), QUIET)
def test_a_name_that_is_rendered_is_quiet(
    language: str, source: str, target: str, back: str
) -> None:
    assert findings(pair(source, target, language, back)) == {}


def test_a_name_that_became_a_pronoun_is_worth_a_look() -> None:
    row = pair("They met Wilkinson there.", "Sie trafen ihn dort.", "de", "They met him there.")
    (finding,) = findings(row)[0]
    assert finding.severity == "info"


def test_what_the_document_writes_in_small_letters_is_no_name() -> None:
    rows = [
        pair("They saw King of Clay there.", "Sie sahen es dort.", "de", "They saw it there."),
        pair("The king likes clay.", "Der König mag Lehm.", "de", "The king likes clay."),
    ]
    assert findings(*rows) == {}


def test_a_word_that_the_document_always_translates_is_no_name() -> None:
    rows = [
        pair("We live on Earth now.", "Wir leben hier.", "de", "We live here."),
        pair("They came to Earth then.", "Sie kamen an.", "de", "They came."),
    ]
    assert findings(*rows) == {}


PERSONS = ("Halloran", "Brandeis", "Ottokar", "Lindqvist", "Marchetti")


def spelt(source_language: str, language: str, sentence: str, names: Sequence[str]) -> list[Pair]:
    """Rows of a translation that spells the names of persons: `sentence` has both sides."""
    source, target = sentence.split(" = ")
    return [
        Pair(source.format(name), target.format(name), source_language, language) for name in names
    ]


NAMED = pair("Later Wilkinson left.", "Später ging Wilkinson.")


@pytest.mark.parametrize(("elsewhere", "missed"), [(1, False), (2, True), (3, True)])
def test_without_an_engine_the_document_teaches(elsewhere: int, missed: bool) -> None:
    rows = [pair("There Wilkinson stood.", "Da stand der Mann.")] + [NAMED] * elsewhere
    found = findings(*rows)
    assert (0 in found) is missed
    assert set(found) <= {0}


@pytest.mark.parametrize(("lost", "missed"), [(1, True), (2, True), (3, False)])
def test_a_name_that_is_often_not_recognised_is_not_missed(lost: int, missed: bool) -> None:
    rows = [pair("There Wilkinson stood.", "Da stand der Mann.")] * lost + [NAMED] * 4
    assert bool(findings(*rows)) is missed


@pytest.mark.parametrize(
    ("others", "missed"),
    [
        ({"id": "Di sana Wilkinson berdiri."}, False),
        ({"id": "Di sana Wilkinson berdiri.", "uk": "Там стояв Вілкінсон."}, True),
        ({"id": "Di sana Wilkinson berdiri.", "uk": "Там стояв чоловік."}, False),
    ],
)
def test_other_translations_are_witnesses(others: dict[str, str], missed: bool) -> None:
    row = Pair("There Wilkinson stood.", "Da stand der Mann.", "en", "de", others=others)
    assert bool(findings(row)) is missed


def test_a_translation_that_spells_names_and_has_none_here() -> None:
    missing = pair("There Wilkinson stood.", "Di sana pria itu berdiri.", "id")
    named = spelt("en", "id", "Later {} left. = Kemudian {} pergi.", PERSONS[:2])
    assert list(findings(missing, *named)) == [0]


EVERYDAY = [
    ("en", "Their Group left.", "tr", "Şirket gitti.", "The company left."),
    ("en", "He leads a Committee there.", "zh", "他领导那里。", "He leads there."),
    ("fr", "Ils voient la Terre.", "tr", "Dünyayı görüyorlar.", "Ils voient le monde."),
    ("es", "Viven en la Tierra.", "tr", "Dünyada yaşıyorlar.", "Viven en el mundo."),
]


@pytest.mark.parametrize(("source_language", "source", "language", "target", "back"), EVERYDAY)
def test_an_everyday_word_with_a_capital_is_translated_as_a_word(
    source_language: str, source: str, language: str, target: str, back: str
) -> None:
    returned = BackTranslation(back, "translate", "1")
    row = Pair(source, target, source_language, language, back_translation=returned)
    assert findings(row) == {}


def test_titles_that_two_languages_have_from_the_same_root_are_no_witnesses() -> None:
    others = {"id": "Grup dan Komite itu.", "uk": "Та група і комітет."}
    row = Pair("Their Committee Group met.", "Das Gremium traf sich.", "en", "de", others=others)
    assert findings(row) == {}


SPELT = spelt("en", "de", "Later {} left. = Später ging {}.", PERSONS)


@pytest.mark.parametrize(
    ("source", "target", "missed"),
    [
        ("They met Gordon Wilkinson there.", "Sie trafen sich dort.", True),
        ("They met Caboolture there.", "Sie trafen sich dort.", True),
        ("They met the Royal Family there.", "Sie trafen sich dort.", False),
        ("They met in North Africa there.", "Sie trafen sich dort.", False),
        ("They met in Kyrgyzstan there.", "Sie trafen sich dort.", True),
        ("It was 90 degrees Fahrenheit there.", "Es waren 90 Grad dort.", False),
    ],
)
def test_a_person_is_spelt_and_a_place_has_its_own_name(
    source: str, target: str, missed: bool
) -> None:
    assert (0 in findings(pair(source, target), *SPELT)) is missed


@pytest.mark.parametrize(
    "source", ["Họ gặp Tiến sĩ ở đó.", "Vào tháng Giêng họ đến.", "Quân Hoa Kỳ đến."]
)
def test_a_syllable_with_a_capital_is_no_name(source: str) -> None:
    named = spelt("vi", "en", "Sau đó {} đi. = Later {} left.", PERSONS[:2])
    assert findings(Pair(source, "They met there.", "vi", "en"), *named) == {}


@pytest.mark.parametrize("source", ["They met AOL's men.", "Onu UW'de gördüler."])
def test_an_acronym_with_an_ending_is_no_name(source: str) -> None:
    assert findings(pair(source, "Sie trafen sich.", back="They met.")) == {}


def test_a_language_that_writes_nouns_as_names_is_left_alone() -> None:
    row = Pair("Dort stand Wilkinson.", "There he stood.", "de", "en")
    assert findings(row) == {}


@pytest.mark.parametrize("text", ["", " ", "A", "Aaa Bbb", "İİİ ßßß", "\ud800", "A" * 5000])
def test_no_text_is_too_odd(text: str) -> None:
    for row in (pair(text, "Ein Satz.", back=text), pair("In Wilkinson.", text or ".", back=text)):
        findings(row)


@pytest.mark.parametrize("word", ["Sundays", "Mondays", "Germans", "Italians"])
def test_days_and_peoples_of_several_are_translated(word: str) -> None:
    """In a translation that spells the names of persons."""
    named = spelt("en", "fr", "Later {} left. = Plus tard, {} partit.", PERSONS)
    pair = Pair(f"It is for {word} only.", "C’est pour eux seuls.", "en", "fr")
    assert Names().find_all([*named, pair]) == {}
