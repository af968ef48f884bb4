"""How a whole translation is written: told once, quiet where the text has its reasons."""

from __future__ import annotations

import pytest

from reviewer.checks.base import DocumentCheck
from reviewer.checks.french_spaces import FrenchSpaces
from reviewer.checks.habits import HabitCheck
from reviewer.checks.mixed_address import MixedAddress
from reviewer.checks.mixed_grouping import MixedGrouping
from reviewer.checks.mixed_quotes import MixedQuotes
from reviewer.domain import Finding, Pair

SOURCE = "The bridge opened."


def rows(language: str, *targets: str, source: str = SOURCE) -> list[Pair]:
    return [Pair(source, target, "en", language) for target in targets]


def told(check: DocumentCheck, pairs: list[Pair]) -> dict[int, list[Finding]]:
    return dict(check.find_all(pairs))


# The usual way, and the other one.
ADDRESS = [
    ("de", "Dann sehen Sie den Turm.", "Dann siehst du den Turm."),
    ("fr", "Ensuite vous voyez la tour.", "Ensuite tu vois la tour."),
    ("es", "Luego usted ve la torre.", "Luego tú ves la torre."),
    ("it", "Qui Lei vede la torre.", "Qui vedi la tua torre."),
    ("pt", "Depois você vê a torre.", "Depois tu vês a torre."),
    ("ru", "Потом вы увидите башню.", "Потом ты увидишь башню."),
    ("uk", "Потім ви побачите вежу.", "Потім ти побачиш вежу."),
    ("pl", "Dla Państwa jest wieża.", "Dla ciebie jest wieża."),
    ("nl", "Daarna ziet u de toren.", "Daarna zie jij de toren."),
    ("tr", "Sonra siz kuleyi görürsünüz.", "Sonra sen kuleyi görürsün."),
    ("cs", "Potom vás čeká věž.", "Potom tebe čeká věž."),
    ("id", "Lalu Anda melihat menara.", "Lalu kamu melihat menara."),
    ("zh", "然后您看到塔。", "然后你看到塔。"),
]


@pytest.mark.parametrize(("language", "usual", "other"), ADDRESS)
def test_a_sentence_that_addresses_the_reader_in_another_way_is_told_once(
    language: str, usual: str, other: str
) -> None:
    found = told(MixedAddress(), rows(language, *[usual] * 8, other, other))
    assert list(found) == [8]
    (finding,) = found[8]
    assert (other.split()[1:] or [other])[0] in finding.message
    assert told(MixedAddress(), rows(language, *[usual] * 9)) == {}
    assert told(MixedAddress(), rows(language, *[other] * 9)) == {}


@pytest.mark.parametrize(
    ("language", "usual", "other"),
    [
        ("fr", "Ensuite vous voyez la tour.", "Le chanteur s’est longtemps tu."),
        ("fr", "Ensuite vous voyez la tour.", "Elle n’a jamais tu son nom."),
        ("fr", "Ensuite tu vois la tour.", "Le rendez-vous est à midi."),
        ("de", "Dann sehen Sie ihn.", "Er sah den Cirque du Soleil."),
        ("zh", "然后您看到塔。", "她穿着迷你裙。"),
        ("tr", "Sonra siz kuleyi görürsünüz.", "Ekonomist Amartya Sen geldi."),
        ("pl", "Dla ciebie jest wieża.", "To granica państwa."),
        ("fi", "Sinä näet tornin.", "Autot ovat teillä."),
        ("nl", "Daarna zie jij de toren.", "De weg maakt een u-bocht."),
    ],
)
def test_a_word_that_only_looks_like_a_pronoun_is_none(
    language: str, usual: str, other: str
) -> None:
    assert told(MixedAddress(), rows(language, *[usual] * 8, other)) == {}


@pytest.mark.parametrize(
    ("language", "usual", "other"),
    [
        ("de", "Dann sehen Sie ihn.", "„Wo bist du?“, fragte sie."),
        ("de", "Dann sehen Sie ihn.", "– Wo bist du?"),
        ("de", "Dann sehen Sie ihn.", "„Wo bist du?"),
        ("de", "Dann sehen sie ihn.", "Sie sind da."),
        ("de", "Dann siehst du ihn.", "Sie kamen. Sie gingen."),
        ("fr", "Ensuite tu vois la tour.", "Ensuite vous deux partez."),
        ("ru", "Потом ты увидишь башню.", "Потом вы оба уйдёте."),
        ("ja", "あなたは塔を見ます。", "君は塔を見る。"),
    ],
)
def test_direct_speech_and_the_plural_are_quiet(language: str, usual: str, other: str) -> None:
    assert told(MixedAddress(), rows(language, *[usual] * 8, other)) == {}


def test_speech_that_goes_on_in_the_next_rows_is_quiet() -> None:
    speech = ["„Wo bist du?", "Hast du ihn gesehen?", "Dann komm du auch.“"]
    assert told(MixedAddress(), rows("de", *["Dann sehen Sie ihn."] * 12, *speech)) == {}


def test_a_free_translation_is_left_alone() -> None:
    pairs = [Pair("x", "Dann sehen Sie ihn.", "en", "de", free=True)] * 9
    pairs.append(Pair("x", "Dann siehst du ihn.", "en", "de", free=True))
    assert told(MixedAddress(), pairs) == {}


QUOTES = [
    ("de", "Er sagte „ja“.", "Er sagte “ja”.", "Er sagte „ja“."),
    ("fr", "Il dit «oui».", "Il dit “oui”.", "Il dit «oui»."),
    ("es", "Dijo «sí».", "Dijo “sí”.", "Dijo «sí»."),
    ("uk", "Він сказав «так».", "Він сказав „так“.", "Він сказав «так»."),
    ("ru", "Он сказал «да».", 'Он сказал "да".', "Он сказал «да»."),
    ("id", "Ia berkata “ya”.", 'Ia berkata "ya".', "Ia berkata “ya”."),
    ("ar", "قال «نعم».", "قال “نعم”.", "قال «نعم»."),
    ("vi", "Anh nói “vâng”.", "Anh nói «vâng».", "Anh nói “vâng”."),
    ("ja", "彼は「はい」と言った。", "彼は“はい”と言った。", "彼は「はい」と言った。"),
    ("tr", "“Evet” dedi.", "«Evet» dedi.", "“Evet” dedi."),
]


@pytest.mark.parametrize(
    "other",
    ["Er las „das «neue» Buch“.", 'Ein 5"-Rohr und 6" mehr', "Es ist ’s Haus der Jungs’"],
)
def test_quotations_inside_others_and_inches_are_quiet(other: str) -> None:
    assert told(MixedQuotes(), rows("de", *["Er sagte „ja“."] * 8, other)) == {}


def test_a_source_with_two_styles_has_its_reasons() -> None:
    pairs = [Pair("He said “yes”.", "Er sagte „ja“.", "en", "de")] * 8
    pairs.append(Pair("The word «tower»", "Das Wort «Turm»", "en", "de"))
    assert told(MixedQuotes(), pairs) == {}


GROUPS = [
    ("de", "Es sind 25.000 Kronen.", "Es sind 36 000 Kronen.", "Es sind 36.000 Kronen."),
    ("en", "It is 25,000 crowns.", "It is 36 000 crowns.", "It is 36,000 crowns."),
    ("fr", "Il y en a 25\u00a0000.", "Il y en a 36.000.", "Il y en a 36\u00a0000."),
    ("de-CH", "Es sind 25’000 Kronen.", "Es sind 36.000 Kronen.", "Es sind 36’000 Kronen."),
    ("uk", "Їх 25 000 тут.", "Їх 36.000 тут.", "Їх 36\u00a0000 тут."),
    ("id", "Ada 25.000 orang.", "Ada 36,000 orang.", "Ada 36.000 orang."),
    ("zh", "一共25,000克朗。", "一共36.000克朗。", "一共36,000克朗。"),
    ("ja", "約25,000人が来た。", "約36.000人が来た。", "約36,000人が来た。"),
    ("ko", "약 25,000명이 왔다.", "약 36.000명이 왔다.", "약 36,000명이 왔다."),
    ("th", "มีคน25,000คน", "มีคน36.000คน", "มีคน36,000คน"),
]


@pytest.mark.parametrize(
    ("check", "language", "usual", "other", "mended"),
    [(check, *row) for check, table in ((MixedQuotes(), QUOTES), (MixedGrouping(), GROUPS))
     for row in table],
)  # fmt: skip
def test_what_is_written_in_another_way_is_told_once_and_mended(
    check: HabitCheck, language: str, usual: str, other: str, mended: str
) -> None:
    pairs = rows(language, *[usual] * 8, other, other)
    found = told(check, pairs)
    assert list(found) == [8]
    assert check.mended(pairs, found[8][0].kind) == {8: mended, 9: mended}
    assert told(check, rows(language, *[usual] * 9)) == {}


@pytest.mark.parametrize(
    ("check", "language", "usual", "other"),
    [
        (MixedQuotes(), "de", "Er sagte „ja“.", "Er sagte “ja”."),
        (MixedGrouping(), "de", "Es sind 25.000 Kronen.", "Es sind 36 000 Kronen."),
    ],
)
@pytest.mark.parametrize(("times", "missed"), [(2, True), (3, True), (4, False)])
def test_a_way_is_the_usual_one_from_four_of_five_sentences_on(
    check: HabitCheck, language: str, usual: str, other: str, times: int, missed: bool
) -> None:
    assert (told(check, rows(language, *[usual] * times, other)) == {}) is missed


@pytest.mark.parametrize(("times", "missed"), [(2, True), (3, False), (4, False)])
@pytest.mark.parametrize(
    ("language", "usual", "other"),
    [
        ("de", "Dann sehen Sie ihn.", "Dann siehst du ihn."),
        ("it", "Se lei vuole, Lei viene.", "E tu vieni."),
    ],
)
def test_an_address_is_the_usual_one_from_three_of_four_sentences_on(
    language: str, usual: str, other: str, times: int, missed: bool
) -> None:
    assert (told(MixedAddress(), rows(language, *[usual] * times, other)) == {}) is missed


@pytest.mark.parametrize(
    "other",
    ["Am 12.05.2024 um 10.30", "Version 12.345.6", "Es sind 3 000 Kronen.", "Es sind 12,345 %.",
     "Tel. 030 123 456", "https://a.example/12,345"],
)  # fmt: skip
def test_dates_versions_and_short_numbers_are_quiet(other: str) -> None:
    found = told(MixedGrouping(), rows("de", *["Es sind 25.000 Kronen."] * 3, other))
    assert found == {}


FRENCH = [
    ("Vraiment? Oui: maintenant!", "Vraiment\u202f? Oui\u00a0: maintenant\u202f!"),
    ("Il dit «oui».", "Il dit «\u00a0oui\u00a0»."),
    ("Ici; là.", "Ici\u202f; là."),
]


@pytest.mark.parametrize(("written", "mended"), FRENCH)
@pytest.mark.parametrize("language", ["fr", "fr-FR", "br", "oc"])
def test_french_spaces_that_are_missing_are_told_once(
    language: str, written: str, mended: str
) -> None:
    pairs = rows(language, "Bonjour.", written, "Bonjour.", written)
    found = told(FrenchSpaces(), pairs)
    assert list(found) == [1]
    (finding,) = found[1]
    assert (finding.kind, finding.severity) == ("missing", "minor")
    assert FrenchSpaces().mended(pairs, "missing") == {1: mended, 3: mended}
    assert told(FrenchSpaces(), rows(language, mended)) == {}


def test_plain_spaces_are_worth_a_look() -> None:
    pairs = rows("fr", "Vraiment ? Oui !")
    (finding,) = told(FrenchSpaces(), pairs)[0]
    assert (finding.kind, finding.severity) == ("plain", "info")
    assert FrenchSpaces().mended(pairs, "plain") == {0: "Vraiment\u202f? Oui\u202f!"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr-CA", "Vraiment? Oui!"),
        ("de", "Wirklich? Ja!"),
        ("fr", "Voir https://tower.example/?a et http://a.example/: 10:30"),
        ("fr", "B&amp;B et a@b.example"),
    ],
)
def test_other_languages_addresses_and_times_are_quiet(language: str, text: str) -> None:
    assert told(FrenchSpaces(), rows(language, text)) == {}


@pytest.mark.parametrize("check", [FrenchSpaces(), MixedQuotes(), MixedGrouping(), MixedAddress()])
@pytest.mark.parametrize("text", ["", " ", "«", "»»«", "\ud800", '""""', "12.", "du" * 999])
def test_no_text_is_too_odd(check: HabitCheck, text: str) -> None:
    for language in ("fr", "de", "zh", ""):
        check.find_all(rows(language, text, "Il dit «oui».", text))
    assert check.find_all([]) == {}
