"""Another country, city or person in the translation, and the many ways in which it is the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.checks.names import Names
from reviewer.checks.other_names import OtherNames
from reviewer.domain import BackTranslation, Finding, Pair


def found(source: str, target: str, language: str, back: bool = False) -> list[Finding]:
    pair = Pair(source, target, "en", language)
    return list(OtherNames().find(pair if not back else Pair(target, source, language, "en")))


OTHERS = [
    ("He flew to Germany.", "Er flog nach Österreich.", "de", "place"),
    ("He flew to Germany.", "Voló a Austria.", "es", "place"),
    ("The ship left Norway.", "Корабль покинул Швецию.", "ru", "place"),
    ("The ship left Norway's coast.", "Корабель залишив берег Швеції.", "uk", "place"),
    ("They moved from Japan to Kenya.", "他们从日本搬到埃塞俄比亚。", "zh", "place"),
    ("They moved to Kenya.", "ウガンダに引っ越した。", "ja", "place"),
    ("Ella Marsh lives in Cuba.", "엘라 마시는 칠레에 산다.", "ko", "place"),
    ("She rented a flat in Damascus.", "استأجرت شقة في بغداد.", "ar", "place"),
    ("She rented a flat in Havana.", "Alquiló un piso en Lima.", "es", "place"),
    ("Then he studied in Riga.", "Затем он учился в Вильнюсе.", "ru", "place"),
    ("Then he went to Turkey.", "Potem pojechał do Grecji.", "pl", "place"),
    # Places that are written alike.
    ("The shop moved to Slovakia.", "Le magasin a déménagé en Slovénie.", "fr", "place"),
    ("He was born in Austria.", "Nasceu na Austrália.", "pt", "place"),
    ("The road leads to Niger.", "La strada porta in Nigeria.", "it", "place"),
    ("It was made in Iran.", "Es wurde im Irak hergestellt.", "de", "place"),
    ("The train from Bucharest is late.", "Vlak z Budapešti má zpoždění.", "cs", "place"),
    ("The train from Bucharest is late.", "El tren de Budapest llega tarde.", "es", "place"),
    ("They praised Edith Lindgren.", "Oni chwalili Judith Lindgren.", "pl", "spelling"),
    ("The boat of Hannah Lindgren sank.", "Das Boot von Hannah Lindgreen sank.", "de", "spelling"),
    ("Teresa Molina inherited it.", "Teresa Medina lo heredó.", "es", "spelling"),
    ("Agnes Whitmore bred sheep.", "Agnes Whitmoor hodowała owce.", "pl", "spelling"),
    ("Edward Harlow taught there.", "Orada Edward Marlow ders verdi.", "tr", "spelling"),
    ("They praised John Steinbeck.", "Chwalili Johna Sternbecka.", "pl", "spelling"),
    ("It was Lucy Farrow's boat.", "C'était le bateau de Lucy Barrow.", "fr", "spelling"),
    ("They saw Ivo Lindgren there.", "Lá viram Ivo Lindgre.", "pt", "spelling"),
    ("He met Lucy Farrow there.", "Daar ontmoette hij Lucy Hendrix.", "nl", "person"),
    ("They met Robert Lindqvist.", "Mereka bertemu Rolf Lindqvist.", "id", "person"),
    ("They met Elizabeth Lindqvist.", "Sie trafen Elisbath Lindqvist.", "de", "spelling"),
    ("He met Lucy Farrow there.", "Ở đó ông gặp Lucy Hendrix.", "vi", "person"),
]
THE_SAME = [
    ("Pope John Paul came.", "Papst Johannes Paul kam.", "de"),
    ("They saw Charles Windsor.", "Sie sahen Karl Windsor.", "de"),
    ("They saw Helena Lindgren.", "Sie sahen Elena Lindgren.", "de"),
    ("They saw Elena Lindgren.", "Widzieli Jelenę Lindgren.", "pl"),
    ("He left Niger.", "Il a quitté le Niger.", "fr"),
    ("The Nigerien army left Niger.", "Die nigrische Armee verließ Niger.", "de"),
    ("They came to Bratislava.", "Sie kamen nach Preßburg.", "de"),
    ("Later Joseph Bonaparte left.", "Más tarde José Bonaparte se fue.", "es"),
    ("He lives in Paris and Ankara.", "Er lebt in Paris und Ankara.", "de"),
    ("The German won in Spain.", "El alemán ganó en España.", "es"),
    ("The Spanish left Cuba.", "Los españoles salieron de Cuba.", "es"),
    ("She came from Britain to Oslo.", "Sie kam aus Großbritannien nach Oslo.", "de"),
    ("The Dutch left Indonesia.", "De Nederlanders verlieten Indonesië.", "nl"),
    ("He flew from Rome to Vienna.", "Roma'dan Viyana'ya uçtu.", "tr"),
    ("In Turkey's north it rained.", "На півночі Туреччини дощило.", "uk"),
    ("The U.S. and England agreed.", "США и Англия договорились.", "ru"),
    ("San Francisco has Thai food.", "A San Francisco c'è cucina della Thailandia.", "it"),
    ("The bank in Italy closed.", "La banque d'Italie a fermé.", "fr"),
    ("Later it moved to Beijing.", "Später zog es nach Peking.", "de"),
    ("They live in Kyiv.", "Они живут в Киеве.", "ru"),
    ("They moved to Kenya.", "ケニアに引っ越した。", "ja"),
    ("He met Vladimir Putin there.", "Er traf dort Wladimir Putin.", "de"),
    ("They saw Boris Yeltsin.", "Sie sahen Boris Jelzin.", "de"),
    ("He read Anton Chekhov.", "Er las Anton Tschechow.", "de"),
    ("He heard Pyotr Tchaikovsky.", "Han hörde Pjotr Tjajkovskij.", "sv"),
    ("He met Agnes Whitmore.", "Poznał Agnes Whitmore'ową.", "pl"),
    ("He wrote to Marek Kowalski.", "Napisał do Marka Kowalskiego.", "pl"),
    ("They met Angela Merkel.", "Setkali se s Angelou Merkelovou.", "cs"),
    ("They praised John Steinbeck.", "Chwalili Johna Steinbecka.", "pl"),
    ("Lucy Farrow's boat sank.", "Lucy Farrow'un teknesi battı.", "tr"),
    ("They saw Ivo Brandt's boat.", "Sie sahen Ivo Brandts Boot.", "de"),
    ("They saw Fred Rogers's boat.", "Sie sahen Fred Rogers’ Boot.", "de"),
    ("He saw Pope Francis.", "Vide papa Francesco.", "it"),
    ("King Charles III came.", "O rei Carlos III veio.", "pt"),
    ("He swam in Lake Michigan.", "Nadó en el lago Michigan.", "es"),
    ("The Mississippi River rose.", "Der Mississippi Strom stieg.", "de"),
    ("He works for Thomson Reuters.", "Pracuje dla Thomson Reuters.", "pl"),
    ("She met Lucy Farrow.", "Viņa satika Lūsiju Ferovu.", "lv"),
    ("Lucy Farrow and Paul Harmon came.", "Paul Harmon y Lucy Farrow vinieron.", "es"),
    ("Lucy Farrow came.", "Farrow Lucy jött.", "hu"),
]


@pytest.mark.parametrize(("source", "target", "language", "kind"), OTHERS)
def test_another_name_is_told(source: str, target: str, language: str, kind: str) -> None:
    (finding,) = found(source, target, language)
    assert finding.kind == kind
    assert finding.severity == ("major" if kind == "place" else "minor")
    assert finding.source_spans
    assert finding.target_spans


@pytest.mark.parametrize(("source", "target", "language"), THE_SAME)
def test_the_same_name_is_quiet(source: str, target: str, language: str) -> None:
    assert [str(one.message) for one in found(source, target, language)] == []
    assert [str(one.message) for one in found(source, target, language, back=True)] == []


def test_two_places_that_are_unknown_on_one_side_say_nothing() -> None:
    assert not found("They saw Peru, Cuba and Chad.", "Они видели Кению.", "ru")


def test_nothing_is_told_of_a_source_that_writes_every_noun_with_a_capital() -> None:
    pair = Pair("Er flog nach Österreich.", "He flew to Germany.", "de", "en")
    assert not list(OtherNames().find(pair))


def test_a_name_with_another_in_its_place_is_not_missed_too() -> None:
    back = BackTranslation("In the end she flew to Sweden.", "x", "1")
    pair = Pair("In the end she flew to Norway.", "Am Ende flog sie nach Schweden.", "en", "de")
    told = replace(pair, back_translation=back)
    assert [one.kind for one in OtherNames().find(told)] == ["place"]
    assert Names().find_all([told]) == {}
    gone = replace(
        told, target="Am Ende flog sie.", back_translation=replace(back, text="She flew.")
    )
    assert Names().find_all([gone])
