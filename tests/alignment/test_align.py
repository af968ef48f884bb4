"""What `align` promises of any two lists of sentences."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.alignment import parameters
from reviewer.alignment.align import align
from reviewer.alignment.evidence import Texts, gather
from reviewer.alignment.sides import Sides
from reviewer.domain import Bead
from reviewer.machine_translation.errors import Cancelled

ENGLISH = [
    "The town of Brenfield opened its new library on 12 May.",
    "Mayor Anna Kessler called it a gift to every child.",
    "The building cost 4.2 million euros and took three years to finish.",
    "Critics had asked for a hospital instead.",
    "More than 900 people came to the opening.",
    "A choir from Oslo sang two songs.",
    "The library holds 61,000 books in eleven languages.",
    "It will be open until 8 p.m. on weekdays.",
]
GERMAN = [
    "Die Stadt Brenfield eröffnete am 12. Mai ihre neue Bibliothek.",
    "Bürgermeisterin Anna Kessler nannte sie ein Geschenk für jedes Kind.",
    "Der Bau kostete 4,2 Millionen Euro und dauerte drei Jahre.",
    "Kritiker hatten stattdessen ein Krankenhaus verlangt.",
    "Mehr als 900 Menschen kamen zur Eröffnung.",
    "Ein Chor aus Oslo sang zwei Lieder.",
    "Die Bibliothek hat 61.000 Bücher in elf Sprachen.",
    "Sie ist werktags bis 20 Uhr geöffnet.",
]
BACK = [
    "The city of Brenfield opened its new library on May 12.",
    "Mayor Anna Kessler called it a gift for every child.",
    "The construction cost 4.2 million euros and lasted three years.",
    "Critics had instead demanded a hospital.",
    "More than 900 people came to the opening.",
    "A choir from Oslo sang two songs.",
    "The library has 61,000 books in eleven languages.",
    "It is open on weekdays until 8 p.m.",
]


def links(beads: Sequence[Bead]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


def aligned(source: Sequence[str], target: Sequence[str], **more: object) -> list[Bead]:
    return align(source, target, source_language="en", target_language="de", **more)  # type: ignore[arg-type]


sentence = st.one_of(
    st.sampled_from(ENGLISH + GERMAN + BACK),
    st.text(max_size=30),
    st.sampled_from(["", " ", "a", "7", "?", "日本", "12"]),
)
text = st.lists(sentence, max_size=9)


@given(text, text)
@settings(max_examples=60)
def test_every_sentence_is_in_exactly_one_bead_and_beads_keep_their_order(
    source: list[str], target: list[str]
) -> None:
    beads = aligned(source, target)
    assert sorted(n for bead in beads for n in bead.source) == list(range(len(source)))
    assert sorted(n for bead in beads for n in bead.target) == list(range(len(target)))
    for bead in beads:
        assert list(bead.source) == sorted(bead.source)
        assert list(bead.target) == sorted(bead.target)
        assert 0 <= bead.confidence <= 1
        assert (bead.relation == "missing") == (not bead.target)
        assert (bead.relation == "added") == (not bead.source)
    kept = [bead for bead in beads if bead.relation == "aligned"]
    assert [bead.target for bead in kept] == sorted(bead.target for bead in kept)


@given(text)
@settings(max_examples=30)
def test_identical_texts_align_one_to_one(source: list[str]) -> None:
    assert links(aligned(source, list(source))) == [((n,), (n,)) for n in range(len(source))]


@given(st.lists(sentence, min_size=1, max_size=7), st.data())
@settings(max_examples=30)
def test_identical_texts_with_their_back_translation_align_one_to_one(
    source: list[str], data: st.DataObject
) -> None:
    beads = aligned(source, list(source), back_translation=list(source))
    assert links(beads) == [((n,), (n,)) for n in range(len(source))]


@given(text, text)
@settings(max_examples=40)
def test_swapping_the_sides_mirrors_the_result(source: list[str], target: list[str]) -> None:
    there = align(source, target, source_language="en", target_language="de")
    back = align(target, source, source_language="de", target_language="en")
    assert sorted(links(there)) == sorted((right, left) for left, right in links(back))


def test_swapping_also_swaps_the_translations() -> None:
    source, target, back = ENGLISH[:5], GERMAN[1:], BACK[1:]
    there = align(source, target, source_language="en", target_language="de", back_translation=back)
    again = align(
        target, source, source_language="de", target_language="en", forward_translation=back
    )
    assert sorted(links(there)) == sorted((right, left) for left, right in links(again))


@pytest.mark.parametrize("translated", [True, False])
def test_a_faithful_translation_aligns_one_to_one(translated: bool) -> None:
    beads = aligned(ENGLISH, GERMAN, back_translation=BACK if translated else None)
    assert links(beads) == [((n,), (n,)) for n in range(len(ENGLISH))]
    assert {bead.relation for bead in beads} == {"aligned"}


@pytest.mark.parametrize("translated", [True, False])
def test_a_sentence_left_out_is_missing_and_one_put_in_is_added(translated: bool) -> None:
    extra = "Der Bahnhof bleibt wegen Bauarbeiten bis Sonntag geschlossen."
    target = [*GERMAN[:2], *GERMAN[3:6], extra, *GERMAN[6:]]
    extra_back = "The station remains closed until Sunday because of building work."
    back = [*BACK[:2], *BACK[3:6], extra_back, *BACK[6:]]
    beads = aligned(ENGLISH, target, back_translation=back if translated else None)
    assert ((2,), ()) in links(beads)
    assert ((), (5,)) in links(beads)
    assert links(beads).index(((), (5,))) == links(beads).index(((5,), (4,))) + 1


def test_sentences_joined_in_the_translation_are_one_bead() -> None:
    target = [GERMAN[0], f"{GERMAN[1]} {GERMAN[2]}", *GERMAN[3:]]
    back = [BACK[0], f"{BACK[1]} {BACK[2]}", *BACK[3:]]
    assert ((1, 2), (1,)) in links(aligned(ENGLISH, target, back_translation=back))


def test_a_run_carried_elsewhere_is_moved_and_not_missing() -> None:
    order = [2, 3, 4, 5, 6, 7, 0, 1]
    beads = aligned(ENGLISH, [GERMAN[n] for n in order], back_translation=[BACK[n] for n in order])
    assert {bead.source: bead.target for bead in beads} == {
        (n,): (place,) for place, n in enumerate(order)
    }
    assert [bead.source for bead in beads if bead.relation == "moved"] == [(0,), (1,)]


def test_a_translation_that_is_not_to_be_trusted_is_no_evidence() -> None:
    back: list[str | None] = list(BACK)
    back[2] = back[5] = None
    beads = aligned(ENGLISH, GERMAN, back_translation=back)
    assert links(beads) == [((n,), (n,)) for n in range(len(ENGLISH))]


def test_translations_of_nothing_are_none() -> None:
    empty: list[str | None] = [None] * len(GERMAN)
    assert aligned(ENGLISH, GERMAN, back_translation=empty) == aligned(ENGLISH, GERMAN)


def test_a_translation_that_is_not_parallel_is_refused() -> None:
    with pytest.raises(ValueError, match="7 translations of 8 sentences"):
        aligned(ENGLISH, GERMAN, back_translation=BACK[:7])


def test_a_long_text_is_searched_in_a_band() -> None:
    source = [f"{text} {n} {n * n % 997}" for n in range(100) for text in ENGLISH]
    target = [f"{text} {n} {n * n % 997}" for n in range(100) for text in GERMAN]
    del target[400:405]
    beads = aligned(source, target)
    right = [(n, n - 5 if n >= 405 else n) for n in range(800) if not 400 <= n < 405]
    found = {(b.source[0], b.target[0]) for b in beads if len(b.source) == len(b.target) == 1}
    assert len(found & set(right)) > 780


def test_texts_with_nothing_in_common_are_searched_whole_and_hold_no_moved_passage() -> None:
    drawn = random.Random(7)
    lengths = [drawn.randint(20, 160) for _ in range(200)]
    source = ["ab " * (size // 3) + "." for size in lengths]
    target = ["дж " * (size // 3) + "." for n, size in enumerate(lengths) if n % 17 != 5]
    gone = {n for n in range(200) if n % 17 == 5}
    left = [n for n in range(200) if n not in gone]
    beads = align(source, target, source_language="la", target_language="bg")
    assert not [bead for bead in beads if bead.relation == "moved"]
    found = set(links(beads)) & {((n,), (place,)) for place, n in enumerate(left)}
    assert len(found) > 100  # by their lengths; in a band along no firm pair it was none


def test_what_a_person_fixed_stays_and_nothing_crosses_it() -> None:
    fixed = [
        Bead((0, 1), (0,), "aligned", 1.0, fixed=True),
        Bead((4,), (), "missing", 1.0, fixed=True),
    ]
    beads = aligned(ENGLISH, GERMAN, back_translation=BACK, fixed=fixed)
    assert [bead for bead in beads if bead.fixed] == fixed
    assert ((), (1,)) in links(beads)
    assert ((), (4,)) in links(beads)
    assert ((5,), (5,)) in links(beads)


def test_a_fixed_bead_that_moved_is_no_wall() -> None:
    fixed = [Bead((0,), (7,), "moved", 1.0, fixed=True)]
    beads = aligned(ENGLISH, GERMAN, back_translation=BACK, fixed=fixed)
    assert links(beads).count(((0,), (7,))) == 1
    assert all(((n,), (n,)) in links(beads) for n in range(1, 7))


def test_a_confirmed_pair_decides_where_nothing_else_does() -> None:
    source = ["Alpha beta gamma.", "Delta epsilon zeta."]
    target = ["Omikron pi rho sigma.", "Tau ypsilon phi."]
    confirmed = frozenset({(source[0], target[1])})
    assert ((0,), (1,)) in links(aligned(source, target, confirmed=confirmed))


def test_a_heading_goes_with_a_heading() -> None:
    source = ["Growth", *ENGLISH[:4], "Outlook", *ENGLISH[4:]]
    target = ["Wachstum", *GERMAN[:4], "Ausblick", *GERMAN[4:]]
    headings = frozenset({0, 5})
    beads = aligned(source, target, source_headings=headings, target_headings=headings)
    assert links(beads) == [((n,), (n,)) for n in range(len(source))]


def test_an_empty_side_leaves_everything_missing_or_added() -> None:
    assert [bead.relation for bead in aligned(ENGLISH, [])] == ["missing"] * len(ENGLISH)
    assert [bead.relation for bead in aligned([], GERMAN)] == ["added"] * len(GERMAN)
    assert aligned([], []) == []


def test_a_sentence_left_alone_is_the_less_sure_the_more_another_one_resembles_it() -> None:
    def missing(*ending: str) -> float:
        beads = aligned(ENGLISH, GERMAN[:5] + GERMAN[6:] + list(ending))
        (bead,) = (bead for bead in beads if bead.source == (5,))
        assert bead.relation == "missing"
        return bead.confidence

    assert missing() > missing("Parkplätze sind knapp.") > missing("Alle sangen mit.")


@pytest.mark.parametrize(("times", "repeated"), [(5, 0), (6, 0), (7, 7)])
def test_what_stands_in_a_text_again_and_again_is_looked_for_nowhere_else(
    times: int, repeated: int
) -> None:
    texts = Texts(["The house is old."] * times, GERMAN, "en", "de")
    found = gather(texts).repeated
    assert (len(found[0]), len(found[1])) == (repeated, 0)


def test_it_stops_when_it_is_told_to() -> None:
    source = [f"{text} {n}" for n in range(25) for text in ENGLISH]
    target = [f"{text} {n}" for n in range(25) for text in GERMAN]
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return False

    aligned(source, target, cancelled=cancelled)
    assert asked > 20
    for stop_at in (1, asked // 2, asked):
        left = iter(range(stop_at - 1))
        with pytest.raises(Cancelled):
            aligned(source, target, cancelled=lambda left=left: next(left, None) is None)


@pytest.mark.parametrize(
    ("twice", "is_copy"), [("Die Fähre legt.", True), ("Die Fähre leg.", False)]
)
def test_only_a_sentence_of_fifteen_letters_is_a_copy_of_the_one_before(
    twice: str, is_copy: bool
) -> None:
    sides = Sides(gather(Texts(["The ferry left."], [twice, twice], "en", "de")))
    assert sides.again(1, 1).tolist() == [False, False, False]
    assert sides.again(1, 2).tolist() == [False, False, is_copy]


@pytest.mark.parametrize("language", ["de", "vi"])
def test_the_copy_of_a_sentence_is_no_part_of_what_renders_it(language: str) -> None:
    source = ["The ferry left the harbour at noon.", "Nobody was on board."]
    first, second = {
        "de": ("Die Fähre verließ den Hafen mittags.", "Niemand war an Bord."),
        "vi": ("Phà rời cảng lúc giữa trưa.", "Không có ai trên tàu."),
    }[language]
    beads = align(source, [first, first, second], source_language="en", target_language=language)
    assert [len(bead.target) for bead in beads if bead.source] == [1, 1]
    assert [bead.relation for bead in beads].count("added") == 1
    both = align(
        [source[0], source[0]], [first, first], source_language="en", target_language=language
    )
    assert [(bead.source, bead.target) for bead in both] == [((0,), (0,)), ((1,), (1,))]


@pytest.mark.parametrize("related", [True, False])
def test_texts_that_have_nothing_to_do_with_each_other_are_aligned_without_trust(
    related: bool,
) -> None:
    """What two texts have in common by chance stands in no order."""
    draw = random.Random(3)
    syllables = ("ba", "de", "gi", "lo", "mu", "ra", "te", "ki", "so", "na", "zu", "pe")
    names = ["".join(draw.choices(syllables, k=4)).capitalize() for _ in range(120)]
    words = ["".join(draw.choices(syllables, k=3)) for _ in range(400)]
    shared = range(0, 120, 4)
    order = list(shared) if related else draw.sample(shared, len(shared))
    places = dict(zip(shared, order, strict=True))

    def said(name: str) -> str:
        return f"{' '.join(draw.choices(words, k=6)).capitalize()} {name}."

    source = [said(name) for name in names]
    target = [said(names[places[n]] if n in places else "") for n in range(120)]
    beads = aligned(source, target)
    sure = [bead for bead in beads if bead.source and bead.target and bead.confidence > 0.5]
    assert bool(sure) is related
    assert (max(bead.confidence for bead in beads) <= parameters.STRANGERS) is not related
