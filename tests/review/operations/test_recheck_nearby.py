"""After any operations a long text has the findings that a check of all its rows would have."""

from __future__ import annotations

import random
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.checks import check_document, check_pair, combined
from reviewer.checks.run import WholeTranslation
from reviewer.domain import BackTranslation, Bead, Block, Document, Finding, Pair, Segment, Span
from reviewer.profiles import Profile
from reviewer.review import NotPossible, Review
from reviewer.review.operations.kept_rows import place_in

ROWS = 500
LETTERS = "abcdefghiklmnoprstuw"
SAYINGS = (
    ("Later Wilkinson called it “{}”.", "Später nannte Wilkinson es „{}“."),
    ("It cost 25,000 {} in all.", "Es kostete insgesamt 25.000 {}."),
    ("Then you see the {} of NATO.", "Dann sehen Sie die {} der NATO."),
    ("Nobody in Tessarin spoke of the {} again.", "Niemand in Tessarin sprach mehr vom {}."),
    ("The {} closed in the evening.", "Das {} schloss am Abend."),
)
"""What the rows say in turn; no two the same."""

TYPED = (
    "Später nannte Wilkinson es “so”.",
    "Später nannte Wilkinsen es „so“.",
    "Später nannte er es „so",
    "Es kostete insgesamt 25 000 Kronen.",
    "Dann siehst du die Mauer der NATO.",
    "Dann sehen Sie die Mauer.",
    "Das hier steht zweimal im Text.",
    "Niemand sprach mehr vom Turm.",
    "",
)


def text(language: str, prefix: str) -> SegmentedDocument:
    """Sentences of which no two are alike."""
    draw, segments = random.Random("words"), []
    for number in range(ROWS):
        word = "".join(draw.choices(LETTERS, k=8))
        said = SAYINGS[number % len(SAYINGS)][language != "en"].format(word)
        segments.append(Segment(f"{prefix}{number + 1}", said, number, Span(0, len(said))))
    blocks = tuple(Block(one.text) for one in segments)
    document = Document(f"{prefix}.txt", "txt", blocks, b"", "utf-8", language)
    return SegmentedDocument(document, language, tuple(segments))


def analysis() -> Analysis:
    """Every row aligned, but for one left out and one moved; nothing odd in any of them."""
    beads = [Bead((n,), (n,), "aligned", 1.0) for n in range(ROWS) if n not in (30, 470)]
    beads += [Bead((30,), (470,), "moved", 1.0), Bead((470,), (), "missing", 1.0)]
    beads += [Bead((), (30,), "added", 1.0)]
    return Analysis(
        text("en", "s"), (Comparison(text("de", "t"), tuple(beads), ((),) * len(beads)),)
    )


@cache
def own(source: str, target: str, relation: str, back: BackTranslation | None) -> list[Finding]:
    return check_pair(Pair(source, target, "en", "de", relation, 1.0, back))  # type: ignore[arg-type]


def fresh(review: Review) -> dict[str, tuple[Finding, ...]]:
    """What the checks find in all rows, without any knowledge of what was done."""
    state = review._runner.translations[1]
    keys = sorted(state.beads, key=lambda key: place_in(state, key))
    pairs = [state.pair(key) for key in keys]
    across = check_document(pairs)
    return {
        key: combined(
            own(pair.source, pair.target, pair.relation, pair.back_translation),
            across.get(place, ()),
        )
        for place, (key, pair) in enumerate(zip(keys, pairs, strict=True))
    }


def kept(review: Review) -> dict[str, tuple[Finding, ...]]:
    return {key: bead.findings for key, bead in review._runner.translations[1].beads.items()}


def differences(review: Review, keys: set[str]) -> dict[str, object]:
    """What the review has and a fresh look has not, in these rows and in all findings of more
    rows than one."""
    ours, theirs = kept(review), fresh(review)
    return {key: (ours[key], theirs[key]) for key in keys & ours.keys() if ours[key] != theirs[key]}


@pytest.fixture(scope="module")
def checked() -> Analysis:
    """The analysis with what is found in it."""
    made = analysis()
    (german,) = made.translations
    with (
        tempfile.TemporaryDirectory() as folder,
        Review.create(Path(folder) / "first.review", made) as review,
    ):
        found, state = fresh(review), review._runner.translations[1]
        firsts = [
            f"s{b.source[0] + 1}" if b.source else f"t{b.target[0] + 1}" for b in german.beads
        ]
        findings = tuple(found[state.key_of(name) or name] for name in firsts)
    return Analysis(made.source, (Comparison(german.side, german.beads, findings),))


OPERATIONS = st.one_of(
    st.tuples(st.sampled_from(TYPED), st.integers(0, ROWS - 2)),
    st.tuples(
        st.sampled_from(["mend", "merge", "unlink", "undo", "redo", "load", "learn"]),
        st.integers(0, ROWS - 2),
    ),
)


KNOWN: list[list[tuple[str, int]]] = [
    [(TYPED[0], 5), (TYPED[0], 480), ("mend", 5), ("undo", 0), ("undo", 0)],
    [(TYPED[3], 6), (TYPED[3], 481), ("load", 0), ("mend", 6), ("redo", 0)],
    [(TYPED[4], 7), (TYPED[4], 482), ("mend", 7), (TYPED[4], 3), ("merge", 2)],
    [(TYPED[2], 450), (TYPED[4], 455), ("mend", 450), ("undo", 0), ("load", 0)],
    [(TYPED[1], 0), ("mend", 0), (TYPED[1], 495), ("undo", 0), (TYPED[1], 495)],
    [(TYPED[6], 4), (TYPED[6], 494), ("mend", 4), ("undo", 0), ("redo", 0)],
    [(TYPED[5], 2), (TYPED[7], 3), ("undo", 0), ("unlink", 493), ("mend", 2)],
    [(TYPED[8], 470), ("learn", 3), (TYPED[7], 478), ("learn", 478), ("undo", 0)],
]


@pytest.mark.parametrize("done", KNOWN)
def test_they_are_those_of_the_whole_text(checked: Analysis, done: list[tuple[str, int]]) -> None:
    do_and_compare(checked, done)


@settings(max_examples=3)
@given(done=st.lists(OPERATIONS, min_size=2, max_size=9))
def test_they_are_those_of_the_whole_text_whatever_was_done(
    checked: Analysis, done: list[tuple[str, int]]
) -> None:
    do_and_compare(checked, done)


def do_and_compare(checked: Analysis, done: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.review"
        review = Review.create(path, checked)
        german = checked.translations[0].side.segments
        for name, number in done:
            keys = [row.key for row in review.rows(1)]
            key = keys[number % len(keys)]
            with suppress(NotPossible):
                match name:
                    case "mend":
                        review.edit(1, key, german[number].text)
                    case "merge":
                        review.merge_with_next(1, key)
                    case "unlink":
                        review.unlink(1, key)
                    case "undo":
                        review.undo()
                    case "redo":
                        review.redo()
                    case "load":
                        review.close()
                        review = Review.open(path)
                    case "learn":
                        row = review.row(1, key)
                        back = BackTranslation(row.source.replace("NATO", "it"), "x", "1")
                        state = review._runner.translations[1]
                        review._runner.learn(state, {row.target: back})
                    case typed:
                        review.edit(1, key, typed)
        with review:
            assert differences(review, set(kept(review))) == {}


def edit(review: Review, number: int, said: str) -> None:
    review.edit(1, f"s{number}", said)


def test_a_row_that_changes_is_the_only_one_that_is_read_again(
    checked: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Review.create(tmp_path / "long.review", checked) as review:
        edit(review, 8, TYPED[3])
        read: list[object] = []
        add = WholeTranslation.add

        def adding(whole: WholeTranslation, key: object, pair: Pair) -> None:
            read.append(key)
            add(whole, key, pair)  # type: ignore[arg-type]

        monkeypatch.setattr(WholeTranslation, "add", adding)
        edit(review, 483, TYPED[3])
        assert set(read) == {"s483"}
        review.undo()
        edit(review, 300, TYPED[4])
        assert set(read) == {"s483", "s300"}


def test_until_all_rows_are_counted_those_around_an_edit_are_enough(
    checked: Analysis, tmp_path: Path
) -> None:
    with Review.create(tmp_path / "long.review", checked) as review:
        assert not review.wants_counting(1)
        review.count_in_background()
        assert review.wants_counting(1)
        edit(review, 7, TYPED[3])
        count = review.counting(1)
        edit(review, 482, TYPED[3])
        assert [bool(kept(review)[f"s{n}"]) for n in (7, 482)] == [True, True]
        review.take_counted(1, count(lambda _share: None))
        assert not review.wants_counting(1)
        edit(review, 300, "Es kostete insgesamt 26.000 Kronen.")
        assert differences(review, set(kept(review))) == {}
        assert [bool(kept(review)[f"s{n}"]) for n in (7, 482)] == [True, False]


def test_what_was_counted_for_other_checks_is_not_used(checked: Analysis, tmp_path: Path) -> None:
    with Review.create(tmp_path / "long.review", checked) as review:
        review.count_in_background()
        count = review.counting(1)
        review.use_profile(Profile("Quiet", {"*": {"mixed-grouping": "off"}}))
        review.take_counted(1, count(lambda _share: None))
        edit(review, 7, TYPED[3])
        assert kept(review)["s7"] == ()
