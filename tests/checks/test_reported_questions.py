"""What asks without a question mark, in many languages, and what is a statement all the same."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from reviewer.checks.questions import Questions
from reviewer.checks.reported_questions import is_asked_otherwise
from reviewer.domain import Pair

OTHERWISE = {
    "reported, yes or no": [
        ("“Are you coming?” she asked.", "pl", "Zapytała, czy idę."),
        ("“Are you coming?” she asked.", "fr", "Elle a demandé si je venais."),
        ("“Are you coming?” she asked.", "it", "Chiese se venivo."),
        ("“Are you coming?” she asked.", "hu", "Megkérdezte, jövök-e."),
        ("“Are you coming?” she asked.", "fi", "Hän kysyi, tulisinko."),
        ("She asked: is it far?", "de", "Sie fragte, ob es weit sei."),
        ("She asked herself, was it far?", "cs", "Ptala se, zda je to daleko."),
        ("She asked herself, was it far?", "uk", "Вона спитала себе, чи це далеко."),
        ("Had it rained? he asked.", "bg", "Той попита дали е валяло."),
        ("Had it rained? he asked.", "ar", "سأل ما إذا كان المطر قد نزل."),
        ("He wondered: was it far?", "tr", "Uzak olup olmadığını merak etti."),
        ("He wondered: was it far?", "zh", "他想知道路是否很远。"),
    ],
    "reported, with a word that asks": [
        ("He asked, “Where is the key?”", "es", "Preguntó dónde estaba la llave."),
        ("“What does it cost?” he asked.", "ru", "Он спросил, сколько это стоит."),
        ("“What does it cost?” he asked.", "pt", "Ele perguntou quanto custava."),
        ("“What does it cost?” he asked.", "nl", "Hij vroeg wat het kostte."),
    ],
    "wondered": [
        ("Is the shop still open?", "sv", "Jag undrar om affären fortfarande är öppen."),
        ("Where may he live now?", "pt", "Pergunto-me onde ele viverá agora."),
        ("Has he got my letter?", "ru", "Интересно, получил ли он моё письмо."),
        ("Has he got my letter?", "tr", "Mektubumu aldı mı, merak ediyorum."),
        ("Has he got my letter?", "zh", "我想知道他有没有收到我的信。"),
    ],
    "rhetorical": [
        ("Who would believe such a thing?", "it", "Nessuno crederebbe a una cosa simile."),
        ("And who would believe that?", "de", "Niemand würde das glauben."),
        ("What use is a boat without oars?", "fr", "Un bateau sans rames ne sert à rien."),
        ("Isn't that a lovely view?", "de", "Das ist eine schöne Aussicht!"),
        ("How could he do that?", "sv", "Hur kunde han göra det!"),
    ],
    "a request": [
        ("Could you wait here?", "pt", "Espere aqui, por favor."),
        ("Would you sign here?", "tr", "Lütfen burayı imzalayın."),
        ("Can you close the door?", "uk", "Зачиніть, будь ласка, двері."),
    ],
    "a tag": [
        ("It is late, isn't it?", "nl", "Het is laat."),
        ("You didn’t know, did you?", "id", "Anda tidak tahu."),
    ],
}
STATED = [
    ("Does the bus stop here?", "es", "El autobús para aquí."),
    ("Does the bus stop here, or there?", "es", "El autobús para aquí."),
    ("If it rains, will they play?", "es", "Si llueve, jugarán."),
    ("Is the book good?", "ru", "Книга написана интересно."),
    ("Is the book good?", "pl", "To ciekawe książki."),
    ("Where does the bus stop?", "pl", "Autobus zatrzymuje się tutaj."),
    ("Has the ship left?", "pl", "Czy statek odpłynął."),
    ("He asked: has the ship left?", "pl", "Czy statek odpłynął."),
    ("“Is the soup hot?” he asked.", "de", "„Die Suppe ist heiß“, sagte er."),
    ("“Where is the soup?” he asked.", "de", "Er fragte, ob die Suppe da sei."),
    ("“Is the soup hot?” he asked.", "de", "Er sagte, wie heiß die Suppe ist."),
    ("When, after all, will it open?", "it", "Quando sarà, aprirà."),
    ("Who was not there?", "de", "Otto war nicht da."),
    ("Where do you sign, please?", "tr", "Lütfen burayı imzalayın."),
    ("Isn't it late?", "de", "Es ist spät."),
    ("It is right, and that is it?", "nl", "Het is juist, en dat is het."),
]


@pytest.mark.parametrize(
    ("source", "language", "target"), [one for rows in OTHERWISE.values() for one in rows]
)
def test_a_question_may_be_put_without_its_mark(source: str, language: str, target: str) -> None:
    assert is_asked_otherwise(source, "en", target, language)
    assert not list(Questions().find(Pair(source, target, "en", language)))
    assert not list(Questions().find(Pair(target, source, language, "en")))


@pytest.mark.parametrize(("source", "language", "target"), STATED)
def test_a_statement_is_no_question(source: str, language: str, target: str) -> None:
    (finding,) = Questions().find(Pair(source, target, "en", language))
    assert finding.kind == "lost"


def test_a_language_without_words_is_judged_by_its_marks() -> None:
    assert list(Questions().find(Pair("She asked: is it far?", "Ho botsa hole.", "en", "st")))


@pytest.mark.parametrize(
    "language",
    list(
        tomllib.loads(files("reviewer.checks").joinpath("data/questions.toml").read_text("utf-8"))
    ),
)
def test_the_words_of_each_language_can_be_read(language: str) -> None:
    assert not is_asked_otherwise("Kato?", language, "Kato.", language)
