"""What the number check says of a pair, and how it says it."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers import check_numbers
from reviewer.domain import Finding


def check(source: str, target: str, languages: str = "en-de", **options: object) -> list[Finding]:
    first, second = languages.split("-", 1)
    return check_numbers(
        source,
        target,
        source_language=first,
        target_language=second,
        **options,  # type: ignore[arg-type]
    )


SAME = [
    ("en-de", "It reached 97,000 billion VND.", "Es erreichte 97 Billionen VND."),
    ("en-de", "63/63 places took part.", "63 von 63 Orten nahmen teil."),
    ("en-de", "up 1 place on 2023", "ein Platz besser als 2023"),
    ("en-de", "in the first 6 months", "in den ersten sechs Monaten"),
    ("en-de", "an eight-year search", "eine achtjährige Suche"),
    ("en-de", "from 340 million to 500 million people", "von 340 bis 500 Millionen Menschen"),
    ("en-de", "Both parties agreed.", "Die zwei Parteien stimmten zu."),
    ("en-id", "at 9:30 am", "pukul 9.30 pagi"),
    ("en-vi", "in October 2019", "vào tháng 10 năm 2019"),
    ("en-uk", "about two thirds", "близько двох третин"),
    ("en-ar", "twenty-five books in August", "خمسة وعشرون كتابا في آب"),
    ("en-zh", "in the 1930s", "在20世纪30年代"),
    ("en-zh", "half of the people", "一半的人"),
    ("en-fr", "ninety-seven people", "quatre-vingt-dix-sept personnes"),
    ("en-es", "5.2 billion euros", "5.200 millones de euros"),
    ("en-it", "in the 16th century", "nel XVI secolo"),
    ("en-pl", "three children", "troje dzieci"),
    ("en-ru", "with five students", "с пятью студентами"),
    ("en-sv", "the 1500s", "1500-talet"),
    ("en-hi", "2.5 million people", "25 लाख लोग"),
    ("en-ja", "20,000 people", "2万人"),
    ("en-fa", "in the 1970s", "در دهه ۱۹۷۰"),
    ("de-en", "am 3. Oktober um 18 Uhr", "on 3 October at 6 pm"),
]

DIFFERENT = [
    ("en-de", "It sold 12,408 cars.", "Es verkaufte 12.480 Autos.", "value"),
    ("en-de", "It sold 12,408 cars.", "Es verkaufte Autos.", "missing"),
    ("en-de", "It sold cars.", "Es verkaufte 300 Autos.", "extra"),
    ("en-de", "four helicopters", "drei Hubschrauber", "value"),
    ("en-id", "97,000 billion rupiah", "97 miliar rupiah", "value"),
    ("en-fr", "sixteen people", "soixante personnes", "value"),
    ("en-ru", "seven plants", "восемь заводов", "value"),
    ("en-pl", "in May 2020", "w czerwcu 2020", "value"),
    ("en-ja", "120 billion yen", "120億円", "value"),
    ("en-cs", "at 7:15 pm", "v 17:15", "value"),
    ("en-tr", "a third of them", "dörtte biri", "value"),
    ("en-de", "3 years later", "3 Monate später", "unit"),
]


@pytest.mark.parametrize(("languages", "source", "target"), SAME)
def test_equal_values_raise_nothing(languages: str, source: str, target: str) -> None:
    assert check(source, target, languages) == []


@pytest.mark.parametrize(("languages", "source", "target", "kind"), DIFFERENT)
def test_another_value_is_an_alarm(languages: str, source: str, target: str, kind: str) -> None:
    findings = check(source, target, languages)
    assert [f.kind for f in findings] == [kind]
    assert findings[0].severity in ("critical", "major")


def test_the_message_shows_both_values_and_the_arithmetic() -> None:
    source, target = "It made 97,000 billion last year.", "Nilainya 97 miliar tahun lalu."
    (finding,) = check(source, target, "en-id")
    assert finding.message == (
        "97,000 billion (97 × 10¹²) → 97 miliar (97 × 10⁹): 1,000 times smaller"
    )
    assert finding.severity == "critical"
    assert [s.of(source) for s in finding.source_spans] == ["97,000 billion"]
    assert [s.of(target) for s in finding.target_spans] == ["97 miliar"]


@pytest.mark.parametrize(
    ("languages", "source", "target", "mended"),
    [
        ("en-id", "97,000 billion", "97 miliar", "97.000 miliar"),
        ("en-de", "97 trillion dollars", "97 Millionen Dollar", "97 Billionen Dollar"),
        ("en-de", "12.5 percent", "12.5 Prozent", "12,5 Prozent"),
        ("en-de", "1,250,000 cars", "1.205.000 Autos", "1.250.000 Autos"),
        ("en-vi", "2,418,350 tonnes", "2,418,350 tấn", "2.418.350 tấn"),
        ("en-uk", "2 billion people", "2 мільйони людей", "2 мільярди людей"),
        ("en-de", "in 1984", "im Jahr 1948", "im Jahr 1984"),
    ],
)
def test_the_fix_writes_the_value_as_the_target_language_does(
    languages: str, source: str, target: str, mended: str
) -> None:
    (finding,) = check(source, target, languages)
    assert finding.fix is not None
    span = finding.fix.span
    assert target[: span.start] + finding.fix.text + target[span.end :] == mended
    assert check(source, mended, languages) == []


@pytest.mark.parametrize(
    ("source", "target", "kind"),
    [
        ("1,984 people", "rund 2000 Menschen", "rounded"),
        ("1,928,311 billion", "1,9 Millionen Milliarden", "rounded"),
        ("20 miles away", "32 km entfernt", "rounded"),
        ("12.5 percent", "12.5 Prozent", "format"),
    ],
)
def test_roundings_and_formats_are_minor(source: str, target: str, kind: str) -> None:
    (finding,) = check(source, target)
    assert (finding.kind, finding.severity) == (kind, "minor")


def test_a_conversion_in_parentheses_is_no_extra_quantity() -> None:
    assert check("25 miles of coast", "25 Meilen (40 Kilometer) Küste") == []
    assert check("25 miles of coast", "25 Meilen (60 Kilometer) Küste") != []


def test_an_amount_in_two_units_is_converted_as_a_whole() -> None:
    (finding,) = check("He is 5 feet 7 inches tall.", "Er ist 1,70 m groß.")
    assert (finding.rule, finding.severity) == ("conversion", "minor")


@pytest.mark.parametrize(
    ("source", "target"),
    [("After 9/11 many left.", "Nach dem 11. September gingen viele."), ("On 3 April", "Am 3.4.")],
)
def test_a_day_in_figures_is_the_day_in_words(source: str, target: str) -> None:
    assert check(source, target) == []


def test_another_day_of_the_week_is_named() -> None:
    (finding,) = check("It opens on Tuesday.", "Es öffnet am Mittwoch.")
    assert finding.rule == "weekday"


def test_values_that_changed_places_are_named() -> None:
    (finding,) = check(
        "Exports rose by 12 percent in January and 7 percent in February.",
        "Die Exporte stiegen um 7 Prozent im Januar und 12 Prozent im Februar.",
    )
    assert finding.rule == "swapped"


@pytest.mark.parametrize(
    ("source", "target", "alarm"),
    [
        ("Toyota sold 300 cars and Honda 500.", "Toyota verkaufte 500 Autos, Honda 300.", True),
        ("Toyota sold 300 cars and Honda 500.", "Honda verkaufte 500 Autos, Toyota 300.", False),
        ("It rose 12% in Berlin and 7% in Paris.", "In Paris stieg es um 7 %, in Berlin um 12 %.",
         False),
    ],
)  # fmt: skip
def test_values_belong_to_the_names_beside_them(source: str, target: str, alarm: bool) -> None:
    assert [f.rule for f in check(source, target)] == ["swapped"] * alarm


def test_other_translations_are_evidence() -> None:
    kept = check(
        "It sold 12,408 cars.",
        "Es verkaufte 12.480 Autos.",
        others={"fr": "12 408 voitures vendues", "id": "12.408 mobil terjual"},
    )
    lost = check(
        "It sold 12,408 cars.",
        "Es verkaufte 12.480 Autos.",
        others={"fr": "12 480 voitures vendues", "id": "12.480 mobil terjual"},
    )
    assert "all other translations keep it" in kept[0].message
    assert "look at the source" in lost[0].message
    assert lost[0].confidence < kept[0].confidence


def test_the_subject_does_not_depend_on_the_other_words() -> None:
    (first,) = check("It sold 12,408 cars.", "Es verkaufte 12.480 Autos.")
    (second,) = check("They sold 12,408 of them.", "Verkauft wurden 12.480.")
    assert first.subject == second.subject


def test_a_language_without_number_words_raises_no_guess() -> None:
    assert check("twelve people and three dogs", "mutane da karnuka", "en-ha") == []
    assert check("4,512 people", "mutane 4,521", "en-ha") != []


def test_a_speed_is_no_rounded_conversion_of_itself() -> None:
    found = check("Winds of 200 miles an hour blew.", "Der Wind blies mit 205 Meilen pro Stunde.")
    assert [finding.severity for finding in found] == ["critical"]


def test_another_time_zone_is_told() -> None:
    found = check("It began at 11:00 (UTC+1).", "Es begann um 11:00 Uhr (UTC+9).")
    assert [finding.severity for finding in found] == ["major"]
    assert not check("It began at 11:00 (UTC+1).", "Es begann um 11:00 Uhr.")


def test_values_that_moved_with_their_units_have_not_changed_places() -> None:
    source = "She won four gold medals in six days."
    assert not check(source, "In sechs Tagen gewann sie vier Goldmedaillen.")
    found = check(source, "In vier Tagen gewann sie sechs Goldmedaillen.")
    assert [finding.severity for finding in found] != []


def test_a_language_without_number_words_makes_a_lone_figure_less_sure() -> None:
    known = check("They sold 350 and 47.", "Sie verkauften 350.")
    unknown = check("They sold 350 and 4,721 hens.", "Sun sayar da 350.", "en-ha")
    reverse = check("Sun sayar da 350.", "They sold 350 and 4,721 hens.", "ha-en")
    assert [finding.kind for finding in known + unknown] == ["missing", "missing"]
    assert unknown[0].confidence < known[0].confidence
    assert "number words" not in known[0].message
    assert "number words of the translation are not known" in unknown[0].message
    assert "number words of the source are not known" in reverse[0].message


@pytest.mark.parametrize(
    "figure", ["1" * 60, "1" * 61, "7" * 5000, "A〇〇〇", "〇〇〇A", "A-〇三五"]
)
def test_a_figure_that_is_no_amount_is_compared_as_it_is_written(figure: str) -> None:
    """Fingerprints of 64 digits, and "〇〇〇" for what is left open, ended in a raw error."""
    said = f"The key {figure} is new."
    assert not check(said, said, "ja-ja")
    assert [found.kind for found in check(said, "The key is new.", "ja-en")] == ["missing"]
    assert [found.kind for found in check("The key is new.", said, "en-ja")] == ["extra"]


def test_one_digit_of_sixty_five_is_seen() -> None:
    one, other = "1" * 65, "1" * 64 + "2"
    assert check(f"The key {one}.", f"Der Schlüssel {other}.")
