"""One name, one spelling: a slip is told, an inflected form is not."""

from __future__ import annotations

import pytest

from reviewer.checks.acronyms import Acronyms
from reviewer.checks.base import DocumentCheck
from reviewer.checks.name_spellings import NameSpellings
from reviewer.domain import Finding, Pair


def found(
    check: DocumentCheck, language: str, source: str, *targets: str
) -> dict[int, list[Finding]]:
    return dict(check.find_all([Pair(source, target, "en", language) for target in targets]))


SOURCE = "Later Wilkinson left."


@pytest.mark.parametrize(
    ("language", "usual", "slip"),
    [
        ("de", "Später ging Wilkinson.", "Später ging Wilkinsen."),
        ("id", "Kemudian Wilkinson pergi.", "Kemudian Wilkimson pergi."),
        ("vi", "Sau đó Wilkinson rời đi.", "Sau đó Vilkinson rời đi."),
        ("uk", "Потім Вілкінсон пішов.", "Потім Вілкенсон пішов."),
        ("de", "Später ging Wilkinson.", "Später ging Wilknison."),
        ("ar", "غادر ويلكنسون لاحقا.", "غادر ويلكنيسون لاحقا."),
        ("zh", "后来威尔金森走了。", "后来威而金森走了。"),
        ("zh", "后来威尔金森走了。", "后来威尔金斯走了。"),
        ("ja", "その後ウィルキンソンは去った。", "その後ウィルケンソンは去った。"),
    ],
)
def test_a_slip_is_told_with_the_usual_spelling(language: str, usual: str, slip: str) -> None:
    rows = found(NameSpellings(), language, SOURCE, usual, usual, slip)
    assert list(rows) == [2]
    fix = rows[2][0].fix
    assert fix
    assert slip[: fix.span.start] + fix.text + slip[fix.span.end :] == usual


@pytest.mark.parametrize("rows", [2, 3, 4])
def test_three_rows_are_needed(rows: int) -> None:
    targets = ["Später ging Wilkinson."] * (rows - 1) + ["Später ging Wilkinsen."]
    assert bool(found(NameSpellings(), "de", SOURCE, *targets)) is (rows >= 3)


@pytest.mark.parametrize("others", [1, 2])
def test_two_spellings_as_frequent_as_each_other_are_a_habit(others: int) -> None:
    targets = ["Später ging Wilkinson."] * 3 + ["Später ging Wilkinsen."] * others
    assert bool(found(NameSpellings(), "de", SOURCE, *targets)) is (others == 1)


@pytest.mark.parametrize(
    ("language", "targets"),
    [
        ("de", ("Später ging Wilkinson.", "Da ging Wilkinson.", "Wilkinsons Freund ging.")),
        ("uk", ("Потім Вілкінсон пішов.", "Тут Вілкінсон пішов.", "Потім Вілкінсона не було.")),
        ("de", ("Später ging Wilkinson.", "Da ging Wilkinson.", "Da ging der Mann.")),
        # A short form beside another word; a transcription with another last character is no slip.
        ("zh", ("后来威尔金森走了。", "那天威尔金森来了。", "后来威尔金说话了。")),
        ("ar", ("غادر ويلكنسون لاحقا.", "ثم غادر ويلكنسون.", "غادر صديق لويلكنسون.")),
    ],
)
def test_endings_and_absence_are_quiet(language: str, targets: tuple[str, ...]) -> None:
    assert found(NameSpellings(), language, SOURCE, *targets) == {}


KEPT, LOST = "Die WHO warnt.", "Die Behörde warnt."


@pytest.mark.parametrize(
    ("targets", "missing"),
    [
        ((KEPT, LOST), []),
        ((KEPT, KEPT, LOST), [2]),
        ((KEPT, KEPT, KEPT, LOST), [3]),
        ((KEPT, KEPT, KEPT, KEPT, LOST, LOST), [4, 5]),
        ((KEPT, KEPT, LOST, LOST), []),
    ],
)
def test_an_acronym_that_is_kept_elsewhere(targets: tuple[str, ...], missing: list[int]) -> None:
    assert sorted(found(Acronyms(), "de", "The WHO warns.", *targets)) == missing


@pytest.mark.parametrize("source", ["THE WHO WARNS ALL.", "Henry VIII warned them."])
def test_capitals_that_are_no_acronym(source: str) -> None:
    kept = "Die WHO und VIII."
    assert found(Acronyms(), "de", source, kept, kept, "Die Behörde.") == {}


@pytest.mark.parametrize(
    ("language", "source", "targets"),
    [
        ("ar", "They flew to Kenya then.", ["في كينيا.", "في كينيا.", "وكينيا بعيدة."]),
        ("de", "The old Olympic rings.", ["Die olympischen Ringe."] * 3 + ["Olympischen Ringen."]),
        ("uk", "They saw Berlin then.", ["Бачили Берлін.", "Були в Берліні.", "Біля Берліна."]),
        ("tr", "They saw Berlin then.", ["Berlin'i gördü.", "Berlin'deydi.", "Berlin güzel."]),
    ],
)  # fmt: skip
def test_what_a_language_writes_before_and_behind_a_name_is_no_slip(
    language: str, source: str, targets: list[str]
) -> None:
    assert found(NameSpellings(), language, source, *targets) == {}


@pytest.mark.parametrize(
    ("language", "source", "usual", "slip"),
    [
        ("de", "They flew to India then.", "Sie flogen nach Indien.", "Sie flogen nach Ibdien."),
        ("tr", "They saw Berlin then.", "Berlin'i gördüler.", "Barlin'deydiler."),
        ("ar", "They flew to Kenya then.", "طاروا إلى كينيا.", "طاروا إلى كبنيا."),
    ],
)
def test_a_slip_is_found_though_it_is_unlike_the_source(
    language: str, source: str, usual: str, slip: str
) -> None:
    assert list(found(NameSpellings(), language, source, usual, usual, usual, slip)) == [3]


def test_a_name_that_stands_in_a_row_twice_is_looked_at_twice() -> None:
    source = "In Kenya the President of Kenya spoke."
    usual = "In Kenia sprach der Präsident von Kenia."
    slip = "In Kenia sprach der Präsident von Kemia."
    assert list(found(NameSpellings(), "de", source, usual, usual, slip)) == [2]


@pytest.mark.parametrize(
    ("language", "usual", "slip", "written"),
    [
        # the last letter of the source's own spelling, and where names take no other last letter
        ("tr", "Sonra Wilkinson gitti.", "Sonra Wilkinsom gitti.", "Wilkinsom"),
        ("id", "Kemudian Vilkinson pergi.", "Kemudian Vilkinsol pergi.", "Vilkinsol"),
        # a stem with another letter, and an ending that no other row has
        ("uk", "Потім Вілкінсон пішов.", "Потім із Вілкенсоном пішли.", "Вілкенсоном"),
        ("ru", "Потом Уилкинсон ушёл.", "Потом с Уилкенсоном ушли.", "Уилкенсоном"),
        # "with" and "and" are written together with the name
        ("ar", "ثم غادر ويلكنسون.", "ثم ذهبوا بويلكنزون.", "ويلكنزون"),
    ],
)
def test_a_slip_in_a_form_of_its_own(language: str, usual: str, slip: str, written: str) -> None:
    rows = found(NameSpellings(), language, SOURCE, usual, usual, slip)
    assert list(rows) == [2]
    [finding] = rows[2]
    assert [span.of(slip) for span in finding.target_spans] == [written]


def test_the_name_may_stand_beside_its_slip() -> None:
    usual = "Später ging Wilkinson."
    beside = "Wilkinson sagte, dass Wilkinsen ging."
    assert list(found(NameSpellings(), "de", SOURCE, usual, usual, beside)) == [2]


@pytest.mark.parametrize(
    ("language", "source", "targets"),
    [
        ("ar", "He lives in Berlin.", ("يعيش في برلين.", "زار برلين.", "يقيم ببرلين.")),
        ("ar", "He met Wilkinson.", ("قابل ويلكنسون.", "رأى ويلكنسون.", "جاء وويلكنسون.")),
        ("de", "He left Grönland.", ("Er verließ Grönland.",) * 2 + ("Er ließ Gronländer da.",)),
        ("uk", "He left Florida.", ("Він покинув Флорида.",) * 2 + ("Він був у Флориді.",)),
    ],
)
def test_what_belongs_to_the_language_is_no_slip(
    language: str, source: str, targets: tuple[str, ...]
) -> None:
    assert found(NameSpellings(), language, source, *targets) == {}


@pytest.mark.parametrize(("ending", "told"), [("а", True), ("ами", True), ("амих", False)])
def test_an_ending_that_is_new_has_three_letters_at_most(ending: str, told: bool) -> None:
    usual = "Потім Вілкінсон пішов."
    rows = found(NameSpellings(), "uk", SOURCE, usual, usual, f"Потім Вілкенсон{ending} пішли.")
    assert bool(rows) is told


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("Wilkinson left.", "Wilkinsen pergi.", [2]),
        ("“Wilkinson's boat sank.”", "“Perahu Wilkimson tenggelam.”", [2]),
        ("Yesterday it rained.", "Kemarin hujan, Wilkinsen.", []),
    ],
)
def test_a_name_may_begin_the_sentence(source: str, target: str, told: list[int]) -> None:
    rows = [Pair(SOURCE, "Kemudian Wilkinson pergi.", "en", "id")] * 2
    assert list(NameSpellings().find_all([*rows, Pair(source, target, "en", "id")])) == told


def test_an_everyday_word_that_begins_a_sentence_is_no_name() -> None:
    rows = found(NameSpellings(), "id", "Garden walls fell.", *["Garden itu."] * 2, "Gardan itu.")
    assert rows == {}


@pytest.mark.parametrize(
    ("sentence", "target", "told"),
    [
        ("The US army left the town.", "Die amerikanische Armee verließ die Stadt.", False),
        ("The EU ministers met there.", "Die europäischen Minister trafen sich dort.", False),
        ("Many came to the EU in spring.", "Viele kamen im Frühling dorthin.", True),
        ("The NATO ministers met there.", "Die Minister trafen sich dort.", True),
    ],
)
def test_a_land_s_acronym_before_a_noun_may_be_an_adjective(
    sentence: str, target: str, told: bool
) -> None:
    acronym = next(word for word in sentence.split() if word.isupper())
    others = [Pair(f"It left the {acronym}.", f"Es verließ die {acronym}.", "en", "de")] * 3
    rows = Acronyms().find_all([*others, Pair(sentence, target, "en", "de")])
    assert bool(rows) is told
