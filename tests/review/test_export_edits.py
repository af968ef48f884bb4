"""What stands between sentences of an exported text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain import Block, LeftOut, NewBlock, Segment, Span, TextEdit
from reviewer.review.export_edits import Home, corrected_edits, sentence_places


def _document(gap: str, *, sentences: int = 3) -> tuple[list[Block], list[Segment]]:
    """A paragraph with `gap` between its sentences, and one with another gap once."""
    blocks, segments = [], []
    for number, between in enumerate((gap, " ")):
        text = ""
        for place in range(sentences if number == 0 else 2):
            start = len(text) + (len(between) if text else 0)
            text += (between if text else "") + f"Satz {place}."
            segments.append(
                Segment(f"{number}{place}", text[start:], number, Span(start, len(text)))
            )
        blocks.append(Block(text))
    return blocks, segments


@pytest.mark.parametrize("gap", ["  ", "", " ", "\u3000"])
def test_an_inserted_sentence_is_parted_as_the_sentences_of_its_document_are(gap: str) -> None:
    blocks, segments = _document(gap)
    end = len(blocks[1].text)
    segments.append(Segment("new", "Neu.", 1, Span(end, end)))
    [edit] = corrected_edits(blocks, segments)
    assert edit == TextEdit(1, Span(0, end), f"Satz 0. Satz 1.{gap}Neu.")


def test_a_document_of_single_sentences_has_a_space() -> None:
    segments = [Segment("1", "Eins.", 0, Span(0, 5)), Segment("2", "Neu.", 0, Span(5, 5))]
    assert corrected_edits([Block("Eins.")], segments)[0].text == "Eins. Neu."


def test_the_gap_of_a_changed_sentence_stays() -> None:
    blocks, segments = _document("  ")
    segments[1] = Segment("01", "Anders.", 0, segments[1].span)
    [edit] = corrected_edits(blocks, segments)
    assert edit.text == "Satz 0.  Anders.  Satz 2."


@pytest.mark.parametrize(
    ("order", "text"),
    [
        # N was typed, C came with an edit of a sentence of another block.
        ("AB", None),
        ("ABN", "Eins. Zwei. Neu."),
        ("ANB", "Eins. Neu. Zwei."),
        ("NAB", "Neu. Eins. Zwei."),
        ("NA", "Neu. Eins."),
        ("AN", "Eins. Neu."),
    ],
)
def test_what_was_typed_stands_where_it_was_typed(order: str, text: str | None) -> None:
    known = {"A": ("Eins.", Span(0, 5)), "B": ("Zwei.", Span(6, 11))}
    block = Block("Eins. Zwei." if "B" in order else "Eins.")
    segments, at = [], 0
    for name in order:
        if name == "N":
            segments.append(Segment("new", "Neu.", 0, Span(at, at)))
        else:
            words, span = known[name]
            segments.append(Segment(name, words, 0, span))
            at = span.end
    edits = corrected_edits([block], segments)
    assert [edit.text for edit in edits if isinstance(edit, TextEdit)] == ([text] if text else [])


@pytest.mark.parametrize(
    ("order", "text", "behind"),
    [
        # N was typed for a sentence of another block of the source, M for one of this block's.
        ("AN", None, True),
        ("NA", None, False),
        ("ANB", "Eins. Neu. Zwei.", None),
        ("ABN", None, True),
        ("NAB", None, False),
        ("AM", "Eins. Neu.", None),
        ("AMN", "Eins. Neu.", True),
    ],
)
def test_at_the_edge_of_a_block_what_translates_another_is_a_block_of_its_own(
    order: str, text: str | None, behind: bool | None
) -> None:
    known = {"A": ("Eins.", Span(0, 5)), "B": ("Zwei.", Span(6, 11))}
    block = Block("Eins. Zwei." if "B" in order else "Eins.")
    segments, at = [], 0
    for name in order:
        words, span = known.get(name, ("Neu.", Span(at, at)))
        segments.append(Segment(name, words, 0, span))
        at = span.end
    homes = {name: Home(5 if name == "N" else 0, Block("A source.")) for name in order}
    edits = corrected_edits([block], segments, homes)
    assert [one.text for one in edits if isinstance(one, TextEdit)] == ([text] if text else [])
    new = [one for one in edits if isinstance(one, NewBlock)]
    assert [(one.text, one.behind) for one in new] == ([] if behind is None else [("Neu.", behind)])


DRAWN = st.lists(
    st.tuples(
        st.sampled_from(["stays", "changed", "emptied", "typed", "nothing typed", "padded"]),
        st.sampled_from([" ", "  ", ""]),
        st.sampled_from([None, 0, 1]),
    ),
    min_size=1,
    max_size=7,
)


@given(DRAWN)
def test_every_sentence_stands_where_it_is_said_to(
    drawn: list[tuple[str, str, int | None]],
) -> None:
    """`gap` follows each sentence of the block; the last part says what the sentence renders."""
    text, segments, homes = "", [], {}
    for number, (kind, gap, home) in enumerate(drawn):
        name, start = f"t{number}", len(text)
        if kind in ("typed", "nothing typed"):
            end = len(text.rstrip())
            new = "Neu. " if kind == "typed" else " "
            segments.append(Segment(name, new, 0, Span(end, end)))
        else:
            old = f"Satz {number}."
            text += old + gap
            new = {"stays": old, "changed": "Anders.", "emptied": "", "padded": f" {old} "}[kind]
            segments.append(Segment(name, new, 0, Span(start, start + len(old))))
        if home is not None:
            homes[name] = Home(home, Block("A source.", "paragraph"))
    block = Block(text.rstrip())
    edits = corrected_edits([block], segments, homes)
    said = next((one.text for one in edits if isinstance(one, TextEdit)), block.text)
    inserted = next((one.inserted for one in edits if isinstance(one, TextEdit)), ())
    new_blocks = [one.text for one in edits if isinstance(one, NewBlock)]
    places = sentence_places([block], segments, homes)
    for segment in segments:
        if segment.text.strip():
            number, span = places[segment.id]
            inside = span.of(said).strip() == segment.text.strip()
            beside = span in (Span(0, 0), Span(len(said), len(said)))
            assert number == 0
            assert inside or (beside and any(segment.text.strip() in one for one in new_blocks))
    assert all("Neu." in span.of(said) for _, span in inserted)
    assert [at for at, _ in inserted] == sorted(at for at, _ in inserted)
    taken = said
    for _, span in reversed(inserted):
        taken = taken[: span.start] + taken[span.end :]
    assert not inserted or "Neu." not in taken
    left_out = [one.span for one in edits if isinstance(one, LeftOut)]
    emptied = [
        one.span for one in segments if not one.text.strip() and one.span.start < one.span.end
    ]
    assert left_out == (emptied if said != block.text else [])


@pytest.mark.parametrize(
    ("order", "inserted"),
    [
        # What is cut out leaves the sentences around it with the gap that they had.
        ("ANB", [(5, " Neu.")]),
        ("NAB", [(0, "Neu. ")]),
        ("ABN", [(11, " Neu.")]),
        ("ANNB", [(5, " Neu."), (5, " Neu.")]),
        ("NNAB", [(0, "Neu. "), (0, "Neu. ")]),
        ("N", []),
    ],
)
def test_what_was_put_in_is_told_with_the_gap_beside_it(
    order: str, inserted: list[tuple[int, str]]
) -> None:
    known = {"A": ("Eins.", Span(0, 5)), "B": ("Zwei.", Span(6, 11))}
    segments, at = [], 0
    for number, name in enumerate(order):
        words, span = known.get(name, ("Neu.", Span(at, at)))
        segments.append(Segment(f"{name}{number}", words, 0, span))
        at = span.end
    block = Block("Eins. Zwei." if "B" in order else "")
    [edit] = corrected_edits([block], segments)
    assert isinstance(edit, TextEdit)
    assert [(place, span.of(edit.text)) for place, span in edit.inserted] == inserted
