"""Negation by back-translation: what is lost, what is added, and what stays quiet."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from reviewer.checks.negation import Negation, forms
from reviewer.domain import BackTranslation, Finding, Pair


def found(
    source: str, target: str, back: str, language: str = "de", *, reliable: bool = True
) -> list[Finding]:
    returned = BackTranslation(back, "translate-de_en", "1", reliable)
    return list(Negation().find(Pair(source, target, "en", language, back_translation=returned)))


LOST = [
    ("de", "He did not come.", "Er kam.", "He came."),
    ("de", "The law doesn’t apply.", "Das Gesetz gilt.", "The law applies."),
    ("id", "Nobody knew it.", "Semua orang tahu.", "Everyone knew."),
    ("uk", "The bridge was never built.", "Міст збудували.", "The bridge was built."),
    ("ar", "They cannot vote.", "يمكنهم التصويت.", "They can vote."),
    ("vi", "The road is not open.", "Con đường đang mở.", "The road is open."),
    ("tr", "He has no money.", "Parası var.", "He has money."),
    ("zh", "She didn't sign.", "她签了字。", "She signed."),
    ("fr", "Neither side agreed.", "Les deux parties ont accepté.", "Both sides agreed."),
    ("es", "It isn't safe.", "Es seguro.", "It is safe."),
    ("hu", "The road is not open.", "Az út nyitva van.", "The road is open."),
    ("fi", "He never paid.", "Hän maksoi.", "He paid."),
    ("ro", "Nobody saw it.", "Toți au văzut.", "Everyone saw it."),
    ("ja", "The shop is not closed.", "店は閉まっている。", "The shop is closed."),
    ("ko", "He did not sleep.", "그는 잤다.", "He slept."),
    ("he", "They did not vote.", "הם הצביעו.", "They voted."),
    ("fa", "She did not sign.", "او امضا کرد.", "She signed."),
    ("el", "The bread is not fresh.", "Το ψωμί είναι φρέσκο.", "The bread is fresh."),
    ("hi", "The bridge is not safe.", "पुल सुरक्षित है।", "The bridge is safe."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "target", "back"), LOST)
def test_a_lost_negation_is_major(language: str, source: str, target: str, back: str) -> None:
    (finding,) = found(source, target, back, language)
    assert (finding.kind, finding.severity) == ("lost", "major")
    assert finding.source_spans[0].of(source).casefold() in source.casefold()


QUIET = [
    ("de", "He did not come.", "Er kam nicht.", "He didn't come."),
    ("de", "He did not come.", "Er blieb fern.", "He failed to come."),
    ("de", "It was not possible.", "Es war unmöglich.", "It was impossible."),
    ("de", "Not only the mayor came.", "Auch der Bürgermeister kam.", "The mayor came too."),
    ("de", "No more than 50 came.", "Höchstens 50 kamen.", "At most 50 came."),
    ("de", "It depends on whether or not they count.", "Es kommt darauf an, ob sie zählen.",
     "It depends on whether they count."),
    ("de", "Astronaut No. 11 came.", "Astronaut 11 kam.", "Astronaut 11 came."),
    ("uk", "It has no roof.", "Він без даху.", "It is without a roof."),
    ("de", "The tower fell.", "Der Turm fiel.", "The tower fell."),
    ("id", "It is useless.", "Itu tidak berguna.", "It is not useful."),
    # Two denials that make a yes.
    ("fr", "Such storms are not uncommon here.", "De telles tempêtes sont courantes ici.",
     "Such storms are common here."),
    ("nl", "The task was not impossible.", "De taak was haalbaar.", "The task was feasible."),
    # Another word for no more than.
    ("ru", "Nobody but the cook knew.", "Знал только повар.", "Only the cook knew."),
    ("es", "There is no way out except the window.", "La única salida es la ventana.",
     "The only way out is the window."),
    ("de", "One cannot help laughing.", "Man muss lachen.", "You have to laugh."),
    # A question that expects a yes.
    ("hu", "Isn’t the garden lovely?", "Ugye szép a kert?", "The garden is lovely, right?"),
    ("pl", "You came by train, didn’t you?", "Przyjechałeś pociągiem, prawda?",
     "You came by train, right?"),
    # Too … to, far from, anything but, all but.
    ("tr", "It was so dark that we could not read.", "Okuyamayacağımız kadar karanlıktı.",
     "It was too dark for us to read."),
    ("fi", "The way was far from easy.", "Tie ei ollut helppo.", "The way was not easy."),
    ("it", "He is anything but rich.", "Non è affatto ricco.", "He is not rich at all."),
    ("hu", "All but one boat came back.", "Csak egy hajó nem tért vissza.",
     "Only one boat did not come back."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "target", "back"), QUIET)
def test_another_way_to_deny_is_quiet(language: str, source: str, target: str, back: str) -> None:
    assert found(source, target, back, language) == []


@pytest.mark.parametrize(
    ("language", "source", "back"),
    [
        ("fr", "Il ne mange que du pain.", "Il mange seulement du pain."),
        ("fr", "Ce n’est qu’en mai qu’il est venu.", "Il est venu en mai."),
        ("fr", "Elle est partie avant qu’il ne pleuve.", "Elle est partie avant la pluie."),
        ("de", "Das ist nicht unüblich.", "Das ist üblich."),
        ("de", "Er kam nicht vor 9 Uhr.", "Er kam um 9 Uhr."),
        ("de", "Schön hier, nicht wahr?", "Schön hier?"),
        ("es", "No es raro que nieve.", "Es frecuente que nieve."),
        ("ru", "Это не редкость.", "Это бывает часто."),
        ("pl", "To nierzadkie, nie bez powodu.", "To częste, z powodu."),
        ("it", "Bello, no?", "Bello?"),
        ("uk", "Він не без таланту.", "Він талановитий."),
        ("id", "Hal itu tidak jarang terjadi.", "Hal itu sering terjadi."),
    ],
)
def test_what_denies_nothing_in_the_source_is_quiet(language: str, source: str, back: str) -> None:
    returned = BackTranslation(back, "translate-en_x", "1")
    pair = Pair(source, "It is so.", language, "en", back_translation=returned)
    assert list(Negation().find(pair)) == []


@pytest.mark.parametrize(
    ("language", "source", "back"),
    [
        ("fr", "Il ne dit pas que tu viens.", "Il dit que tu viens."),
        ("de", "Nehmen Sie es nicht vor dem Essen.", "Nehmen Sie es vor dem Essen."),
        ("es", "No es caro.", "Es caro."),
        ("cs", "Starosta nepřišel.", "Starosta přišel."),
        ("en", "Why doesn’t the lift work?", "Why does the lift work?"),
        ("en", "She is not under arrest.", "She is under arrest."),
    ],
)
def test_what_only_looks_so_is_told(language: str, source: str, back: str) -> None:
    returned = BackTranslation(back, "translate-x_y", "1")
    pair = Pair(source, "So.", language, "sv", back_translation=returned)
    (finding,) = Negation().find(pair)
    assert finding.severity == "major"


def test_a_without_that_left_no_trace_is_minor() -> None:
    source = "He left without a coat."
    (finding,) = found(source, "Er ging mit Mantel.", "He left with a coat.")
    assert (finding.severity, finding.source_spans[0].of(source)) == ("minor", "without")
    assert found(source, "Er ging ohne Mantel.", "He left with a coat.") == []
    assert found(source, "Er ging mantellos.", "He left and had no coat.") == []
    assert found(source, "Hann fór í kápu.", "He left with a coat.", "is") == []


def test_where_the_translation_denies_the_engine_may_be_wrong() -> None:
    (finding,) = found("He did not come.", "Er kam nicht.", "He came.")
    assert finding.severity == "minor"


def test_what_the_translation_denies_alone_is_worth_a_look() -> None:
    (finding,) = found("He came.", "Er kam nicht.", "He didn't come.")
    assert (finding.kind, finding.severity) == ("added", "info")
    assert finding.target_spans[0].of("Er kam nicht.") == "nicht"


def test_a_back_translation_that_denies_alone_is_the_engine_s() -> None:
    assert found("He came.", "Er kam.", "He didn't come.") == []


def test_a_language_without_a_list_is_minor() -> None:
    (finding,) = found("He did not come.", "Han kom.", "He came.", "is")
    assert finding.severity == "minor"


def test_nothing_is_said_without_evidence() -> None:
    assert found("He did not come.", "Er kam.", "He came.", reliable=False) == []
    assert list(Negation().find(Pair("He did not come.", "Er kam.", "en", "de"))) == []


def test_every_listed_form_is_a_pattern_of_its_own() -> None:
    listed = tomllib.loads(
        files("reviewer.checks").joinpath("data/negation.toml").read_text("utf-8")
    )
    for language, parts in listed.items():
        assert set(parts) <= {"words", "implied", "idioms", "without", "limits"}
        known = forms(language)
        assert known is not None
        for written in parts.values():
            assert len(set(written)) == len(written), language
            for form in written:
                if form.startswith("~"):
                    re.compile(form[1:])
        for word in parts["words"]:
            if not word.startswith("~") and "*" not in word:
                assert known.read(word).denials, (language, word)


@pytest.mark.parametrize("text", ["", " ", "'", "n't", "not" * 1000, "\ud800"])
def test_no_text_is_too_odd(text: str) -> None:
    for source, back in ((text, "A."), ("A.", text), (text, text)):
        found(source, text, back)
