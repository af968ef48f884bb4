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
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "target", "back"), QUIET)
def test_another_way_to_deny_is_quiet(language: str, source: str, target: str, back: str) -> None:
    assert found(source, target, back, language) == []


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
        assert set(parts) <= {"words", "implied", "idioms"}
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
