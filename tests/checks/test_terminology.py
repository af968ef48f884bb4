"""Terms of a glossary in the sentences of a translation, in ten languages."""

from __future__ import annotations

import pytest

from reviewer.checks.terminology import Terminology
from reviewer.domain import Pair
from reviewer.terminology import Glossary, Term

GLOSSARY = Glossary(
    "client",
    (
        Term(
            {
                "en": ("central bank",),
                "de": ("Zentralbank", "Notenbank"),
                "ru": ("центральный банк",),
                "uk": ("центральний банк",),
                "es": ("banco central",),
                "ar": ("البنك المركزي",),
                "id": ("bank sentral",),
                "vi": ("ngân hàng trung ương",),
                "zh": ("中央银行",),
                "pl": ("bank centralny",),
                "fi": ("keskuspankki",),
                "tr": ("merkez bankası",),
            },
            {"de": ("Bundesbank",), "es": ("banco nacional",)},
        ),
        Term({"en": ("bank",), "de": ("Bank",), "es": ("banco",)}),
        Term({"en": ("strike",), "de": ("Streik",), "uk": ("страйк",), "ar": ("إضراب",)}),
        Term({"en": ("IMF",), "de": ("IWF",), "es": ("FMI",)}),
        Term({"en": ("gate",)}, {"de": ("Gate",)}),
    ),
)

SOURCE = "The central bank raised its rate."

QUIET = [
    ("de", SOURCE, "Die Zentralbanken haben den Zins erhöht."),
    ("de", SOURCE, "Der Zins der Notenbank steigt."),
    ("de", SOURCE, "Nach dem Zentralbankrat steigt der Zins."),
    ("ru", SOURCE, "Ставка Центрального банка повышена."),
    ("uk", SOURCE, "У центральному банку підняли ставку."),
    ("es", SOURCE, "Los bancos centrales subieron el tipo."),
    ("ar", SOURCE, "ورفع البنك المركزي سعر الفائدة."),
    ("id", SOURCE, "Bank sentral menaikkan suku bunga."),
    ("vi", SOURCE, "Ngân hàng Trung ương tăng lãi suất."),
    ("zh", SOURCE, "中央银行提高了利率。"),
    ("pl", SOURCE, "Stopa banku centralnego wzrosła."),
    ("fi", SOURCE, "Keskuspankin korko nousi."),
    ("tr", SOURCE, "Merkez bankasının faizi arttı."),
    ("de", "The banker went on strike.", "Die Bankerin trat in den Streik."),
    ("uk", "Two strikes began.", "Почалися два страйки."),
    ("ar", "The strike began.", "بدأ الإضراب."),
    ("de", "The IMF agreed.", "Der IWF stimmte zu."),
    ("fr", SOURCE, "La banque a relevé son taux."),  # the glossary has no French
    ("de", "He imfed the gate.", "Er schloss das Tor."),
]

LOUD = [
    ("de", SOURCE, "Die Bundesbank hat den Zins erhöht.", "forbidden"),
    ("es", SOURCE, "El banco nacional subió el tipo.", "forbidden"),
    ("de", SOURCE, "Das Institut hat den Zins erhöht.", "missing"),
    ("ru", SOURCE, "Регулятор повысил ставку.", "missing"),
    ("uk", SOURCE, "Нацбанк підняв ставку.", "missing"),
    ("ar", SOURCE, "رفعت الحكومة السعر.", "missing"),
    ("id", SOURCE, "Pemerintah menaikkan suku bunga.", "missing"),
    ("vi", SOURCE, "Chính phủ tăng lãi suất.", "missing"),
    ("zh", SOURCE, "政府提高了利率。", "missing"),
    ("pl", SOURCE, "Rząd podniósł stopę.", "missing"),
    ("fi", SOURCE, "Hallitus nosti korkoa.", "missing"),
    ("tr", SOURCE, "Hükümet faizi artırdı.", "missing"),
    ("de", "The IMF agreed.", "Der Fonds stimmte zu.", "missing"),
    ("de", "At the gate.", "Am Gate.", "forbidden"),
]


def pair(language: str, source: str, target: str) -> Pair:
    return Pair(source, target, "en", language)


@pytest.mark.parametrize(("language", "source", "target"), QUIET)
def test_a_form_of_the_glossarys_word_is_quiet(language: str, source: str, target: str) -> None:
    assert not list(Terminology([GLOSSARY]).find(pair(language, source, target)))


@pytest.mark.parametrize(("language", "source", "target", "kind"), LOUD)
def test_a_term_without_its_word_is_told(
    language: str, source: str, target: str, kind: str
) -> None:
    [finding] = Terminology([GLOSSARY]).find(pair(language, source, target))
    assert finding.kind == kind
    assert finding.source_spans


def test_a_term_inside_a_longer_one_is_not_asked_for() -> None:
    found = list(Terminology([GLOSSARY]).find(pair("de", SOURCE, "Das Institut erhöhte den Zins.")))
    assert [finding.subject for finding in found] == ["central bank"]


def test_a_term_that_stands_twice_is_one_finding_on_both_places() -> None:
    source = "A strike here and a strike there."
    [finding] = Terminology([GLOSSARY]).find(pair("de", source, "Ausstände überall."))
    assert [span.of(source) for span in finding.source_spans] == ["strike", "strike"]


def test_the_message_names_every_word_that_the_glossary_allows() -> None:
    [finding] = Terminology([GLOSSARY]).find(pair("de", SOURCE, "Das Institut erhöhte den Zins."))
    assert finding.message == (
        "“central bank”: the glossary's word “Zentralbank” / “Notenbank” is not here."
    )


def test_without_a_glossary_nothing_is_said() -> None:
    assert not list(Terminology().find(pair("de", SOURCE, "Nichts.")))


def test_of_two_terms_of_the_same_words_one_is_enough() -> None:
    twice = Terminology(
        (
            Glossary("one", (Term({"en": ("bank",), "de": ("Ufer",)}),)),
            Glossary("two", (Term({"en": ("bank",), "de": ("Bank",)}, {"de": ("Kasse",)}),)),
        )
    )
    said = {
        target: [finding.kind for finding in twice.find(Pair("The bank.", target, "en", "de"))]
        for target in ("Das Ufer.", "Die Bank.", "Das Geld.", "Das Ufer, die Kasse.")
    }
    assert said == {
        "Das Ufer.": [],
        "Die Bank.": [],
        "Das Geld.": ["missing", "missing"],
        "Das Ufer, die Kasse.": ["forbidden"],
    }


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://example.org/bank", 0),
        ("www.bank.example", 0),
        ("info@bank.example", 0),
        ("the bank/lender", 1),
    ],
)
def test_a_word_of_an_address_is_no_term(address: str, told: int) -> None:
    found = list(Terminology([GLOSSARY]).find(Pair(f"See {address}.", "Siehe hier.", "en", "de")))
    assert len(found) == told
