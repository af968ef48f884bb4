"""The way through: what an analysis promises whatever its documents are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reviewer import formats
from reviewer.analysis import (
    Analysis,
    Cancelled,
    NothingToReviewError,
    SameLanguageError,
    analyse,
    pipeline,
)
from reviewer.analysis.reading import LONGEST_SENTENCE, LongSentenceError, sides_of
from reviewer.analysis.steps import Steps
from reviewer.analysis.translating import evidence_text, joined_back
from reviewer.domain import BackTranslation, Bead, Block, Document, joined
from reviewer.machine_translation.encoders import BundledEncoder

SAMPLE = Path(__file__).parents[1] / "resources" / "sample"


def documents() -> list[Document]:
    names = ["en.html", "id.txt", "de.docx", "uk.md", "ar.html", "vi.txt"]
    return [formats.read(SAMPLE / f"article.{name}") for name in names]


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    source, *translations = documents()
    return analyse(source, translations)


def test_every_sentence_of_the_article_is_in_one_bead(analysis: Analysis) -> None:
    for part in analysis.translations:
        for side, used in (
            (analysis.source, [index for bead in part.beads for index in bead.source]),
            (part.side, [index for bead in part.beads for index in bead.target]),
        ):
            content = [
                index for index, segment in enumerate(side.segments) if segment.kind != "furniture"
            ]
            assert sorted(used) == content


def test_the_encoder_tells_how_alike_pairs_are_where_nothing_else_does(analysis: Analysis) -> None:
    by_language = {part.side.language: part for part in analysis.translations}
    german = by_language["de"]
    assert german.encoder
    singles = {
        (bead.source, bead.target)
        for bead in german.beads
        if len(bead.source) == len(bead.target) == 1
    }
    assert german.likeness.keys() == singles
    assert sum(value > 0.6 for value in german.likeness.values()) > 0.9 * len(singles)
    assert not by_language["vi"].likeness
    assert not any(
        finding.rule == "meaning-unlike"
        for part in analysis.translations
        for findings in part.findings
        for finding in findings
    )


def test_a_sentence_is_encoded_once_whichever_translations_it_stands_beside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    encoded: list[str] = []
    encode_each = BundledEncoder.encode_each

    def counted(self: BundledEncoder, texts: Sequence[str], go_on: Any = None) -> Any:
        encoded.extend(texts)
        return encode_each(self, texts, go_on)

    monkeypatch.setattr(BundledEncoder, "encode_each", counted)
    source, _, german, ukrainian, _, vietnamese = documents()
    found = analyse(source, [german, ukrainian, vietnamese])
    assert all(part.encoder for part in found.translations)
    single = [segment.text for segment in found.source.segments if segment.kind != "furniture"]
    assert {encoded.count(text) for text in single} == {1}


def test_spans_of_findings_lie_in_their_sides(analysis: Analysis) -> None:
    for part in analysis.translations:
        for bead, findings in zip(part.beads, part.findings, strict=True):
            left = joined([analysis.source.segments[index].text for index in bead.source])
            right = joined([part.side.segments[index].text for index in bead.target])
            for finding in findings:
                assert all(
                    0 <= span.start <= span.end <= len(left) for span in finding.source_spans
                )
                assert all(
                    0 <= span.start <= span.end <= len(right) for span in finding.target_spans
                )


def test_the_same_documents_give_the_same_analysis(analysis: Analysis) -> None:
    source, *translations = documents()
    assert analyse(source, translations) == analysis


@pytest.fixture
def two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_WORTH_PROCESSES", 0)
    monkeypatch.setattr(pipeline, "fitting", lambda _most: 2)


@pytest.mark.usefixtures("two_processes")
def test_two_processes_give_the_same_analysis(analysis: Analysis) -> None:
    source, *translations = documents()
    told: list[float] = []
    assert analyse(source, translations, progress=lambda _, share: told.append(share)) == analysis
    assert told == sorted(told)
    assert told[-1] <= 1


@pytest.mark.usefixtures("two_processes")
@pytest.mark.parametrize("steps", [6, 8, 30])
def test_two_processes_stop_when_asked(steps: int) -> None:
    source, *translations = documents()
    asked = iter(range(1_000_000))
    with pytest.raises(Cancelled):
        analyse(source, translations, cancelled=lambda: next(asked) > steps)


@pytest.mark.parametrize(("letters", "count"), [(99_999, 1), (100_000, 2), (100_001, 2), (0, 1)])
def test_short_texts_start_no_processes(
    letters: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "fitting", lambda most: most)
    lengths = (letters // 2, letters - letters // 2)
    texts = [Document("a.txt", "text", (Block("a" * length),), b"") for length in lengths]
    assert pipeline._processes(texts) == count


@pytest.mark.parametrize(("letters", "count"), [(249_999, 1), (250_000, 2), (250_001, 2)])
def test_a_long_translation_is_looked_at_by_two_processes(
    letters: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "fitting", lambda most: most)
    text = Document("a.txt", "text", (Block("a" * letters),), b"")
    assert pipeline._processes([text]) == count


@pytest.mark.usefixtures("two_processes")
def test_two_processes_give_the_same_analysis_of_one_translation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source, german, *_ = documents()
    alone = analyse(source, [german])
    monkeypatch.setattr(pipeline, "_WORTH_TWO", 0)
    assert analyse(source, [german]) == alone


def test_a_file_alone_is_judged_as_among_others(analysis: Analysis) -> None:
    source, _, german, *_ = documents()
    [alone] = analyse(source, [german]).translations
    among = analysis.translations[1]
    assert [(bead.source, bead.target) for bead in alone.beads] == [
        (bead.source, bead.target) for bead in among.beads
    ]


HARBOUR = {
    "en": ("The harbour cost 97 million euros.", "It was opened on a Monday in May."),
    "de": ("Der Hafen kostete 97 Milliarden Euro.", "Er wurde an einem Montag im Mai eröffnet."),
    "fr": ("Le port a coûté 97 millions d'euros.", "Il a été inauguré un lundi de mai."),
    "es": ("El puerto costó 97 millones de euros.", "Fue inaugurado un lunes de mayo."),
}


@pytest.mark.parametrize(("others", "kept"), [("", False), ("fr es", True)])
def test_what_all_other_translations_say_is_part_of_a_finding(others: str, kept: bool) -> None:
    source, german, *rest = (
        Document("", "text", tuple(map(Block, HARBOUR[name])), b"", language=name)
        for name in ("en", "de", *others.split())
    )
    found = analyse(source, [german, *rest]).translations[0].findings
    [finding] = [finding for of_row in found for finding in of_row]
    assert finding.kind == "value"
    assert str(finding.message).endswith("(all other translations keep it)") is kept


def test_progress_tells_what_is_done_and_never_goes_back() -> None:
    source, first, *_ = documents()
    told: list[tuple[str, float]] = []
    analyse(source, [first], progress=lambda words, share: told.append((words, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[-1] <= 1
    assert any("Indonesian" in words for words, _ in told)


@pytest.mark.parametrize("steps", [0, 1, 3, 6])
def test_it_stops_when_asked(steps: int) -> None:
    source, first, *_ = documents()
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > steps

    with pytest.raises(Cancelled):
        analyse(source, [first], cancelled=cancelled)


def test_a_language_whose_number_words_are_not_known_is_told() -> None:
    source = Document("a.txt", "text", (Block("They sold 350 hens."),), b"", language="en")
    hausa = Document("b.txt", "text", (Block("Sun sayar da kaji 350."),), b"", language="ha")
    german = Document("c.txt", "text", (Block("Sie verkauften 350 Hennen."),), b"", language="de")
    told = analyse(source, [hausa, german])
    assert not told.source.warnings
    assert ["number words" in str(w) for w in told.translations[0].side.warnings] == [True]
    assert not told.translations[1].side.warnings


def test_a_translation_in_the_source_s_language_is_refused(tmp_path: Path) -> None:
    source = documents()[0]
    copy = tmp_path / "copy.txt"
    copy.write_text("The harbour was opened by the mayor. It cost nine million euros.")
    with pytest.raises(SameLanguageError, match=r"copy\.txt.*English"):
        analyse(source, [formats.read(copy)])


def test_a_language_that_cannot_be_told_is_not_called_the_source_s() -> None:
    """Two files of figures were refused as being "in , as its source is"."""
    source, copy = (Document(name, "text", (Block("1234"),), b"") for name in ("a.txt", "b.txt"))
    assert [side.side.language for side in analyse(source, [copy]).translations] == [""]


STEPS = Steps(1, None, None)
LIST = ["The bridge is open.", "Two more lanes", "Better lights", "A new pump", "Friends"]


def _lines(form: str, language: str, texts: list[str]) -> Document:
    blocks = tuple(Block(text, place=f":{n}") for n, text in enumerate(texts))
    return Document(f"a.{form}", form, blocks, b"", language=language)


@pytest.mark.parametrize(
    ("form", "all_text"),
    [
        *((form, True) for form in ("subtitles", "pptx", "idml", "xlsx", "delimited")),
        *((form, False) for form in ("text", "html", "docx")),
    ],
)
def test_short_lines_at_the_end_are_no_menu_where_no_page_is_around_a_text(
    form: str, all_text: bool
) -> None:
    target = _lines(form, "de", ["Die Brücke ist offen."])
    source, _ = sides_of(_lines(form, "en", LIST), [target], STEPS)
    assert [segment.kind == "furniture" for segment in source.segments] == [
        False,
        *[not all_text] * 4,
    ]


def test_a_page_beside_subtitles_still_has_its_menu() -> None:
    source, subtitles = (
        _lines("html", "en", [*LIST, "About us"]),
        _lines("subtitles", "de", ["Die Brücke ist offen.", "Freunde"]),
    )
    page, [cues] = sides_of(source, [subtitles], STEPS)
    assert [segment.kind for segment in page.segments[1:]] == ["furniture"] * 5
    assert all(segment.kind != "furniture" for segment in cues.segments)


def test_what_the_file_itself_sets_aside_is_aside_in_any_format() -> None:
    hidden = Block("Nobody sees this.", place=":9", chrome=True, reason="hidden")
    source = replace(_lines("pptx", "en", LIST), blocks=(Block("A line."), hidden))
    side, _ = sides_of(source, [_lines("pptx", "de", ["Eine Zeile."])], STEPS)
    assert dict(side.reasons) == {1: "hidden"}


def test_a_document_alone_is_read_and_compared_with_nothing() -> None:
    source = formats.read_bytes(Path("alone.txt"), b"It is here. It was not there before.")
    told: list[float] = []
    found = analyse(source, [], progress=lambda _, share: told.append(share))
    assert [each.text for each in found.source.segments] == [
        "It is here.",
        "It was not there before.",
    ]
    assert found.translations == ()
    assert told == sorted(told)


def test_a_document_without_a_sentence_is_refused() -> None:
    source, *_ = documents()
    empty = Document("empty.txt", "text", (), b"")
    with pytest.raises(NothingToReviewError, match=r"empty\.txt"):
        analyse(source, [empty])


@pytest.mark.parametrize("length", [LONGEST_SENTENCE - 1, LONGEST_SENTENCE, LONGEST_SENTENCE + 1])
def test_a_sentence_longer_than_can_be_checked_is_refused_with_its_first_words(length: int) -> None:
    text = ("wort " * length)[: length - 1] + "w"
    source = Document("short.txt", "text", (Block("A word."),), b"", "", "en")
    endless = Document("endless.txt", "text", (Block(text),), b"", "", "de")
    if length <= LONGEST_SENTENCE:
        assert len(sides_of(source, [endless], STEPS)[1][0].segments) == 1
        return
    with pytest.raises(LongSentenceError, match=r"endless\.txt.*100,000.*wort wort.*Divide"):
        sides_of(source, [endless], STEPS)


@pytest.mark.parametrize(
    ("known", "reliable", "text"),
    [
        ((0, 1), True, "One. Two."),
        ((0, 1), False, "One. Two."),
        ((0,), True, None),
        ((), True, None),
    ],
)
def test_a_row_has_a_back_translation_where_all_its_sentences_have_one(
    known: tuple[int, ...], reliable: bool, text: str | None
) -> None:
    texts = {0: "One.", 1: "Two."}
    back = {n: BackTranslation(texts[n], "p", "1", reliable or n == 0) for n in known}
    found = joined_back(back, Bead((0,), (0, 1), "aligned", 0.9))
    assert (found.text if found else None) == text
    assert found is None or found.reliable is reliable


@pytest.mark.parametrize(("reliable", "text"), [(True, "One."), (False, None)])
def test_what_is_not_reliable_is_evidence_of_nothing(reliable: bool, text: str | None) -> None:
    assert evidence_text(BackTranslation("One.", "p", "1", reliable)) == text
    assert evidence_text(None) is None


ENGLISH = (
    "The bridge was closed for three years because of repairs.",
    "The town paid half of the cost of five million euros.",
    "Nobody was hurt when the old tower fell down.",
)
GERMAN = (
    "Die Brücke war wegen Reparaturen drei Jahre lang gesperrt.",
    "Die Stadt bezahlte die Hälfte der Kosten von fünf Millionen Euro.",
    "Niemand wurde verletzt, als der alte Turm einstürzte.",
)
FRENCH = (
    "Le pont est resté fermé pendant trois ans à cause de travaux.",
    "La ville a payé la moitié des cinq millions d'euros que cela a coûté.",
    "Personne n'a été blessé quand la vieille tour est tombée.",
)


def said(language: str, texts: tuple[str, ...]) -> Document:
    blocks = tuple(Block(text, place=str(number)) for number, text in enumerate(texts))
    return Document(f"{language}.txt", "text", blocks, b"x", language=language)


def told(*documents: Document) -> list[list[str]]:
    source, *translations = documents
    made = analyse(source, translations)
    sides = [made.source, *(part.side for part in made.translations)]
    return [
        [str(one) for one in side.warnings if "exchanged" in one or "said" in one] for side in sides
    ]


INDONESIAN = ("Jembatan itu ditutup selama tiga tahun karena sedang diperbaiki. " * 5,)
EXCHANGED = (
    "The languages seem to be exchanged: “{}” is said to be the source in {}, and reads like {}; "
    "its translation the other way round. Exchange the languages, or the texts."
)


@pytest.mark.parametrize(
    ("documents", "wanted"),
    [
        ((said("en", ENGLISH), said("de", GERMAN)), [[], []]),
        ((said("en-GB", ENGLISH), said("de_CH", GERMAN), said("fr", FRENCH)), [[], [], []]),
        (
            (said("en", GERMAN), said("de", ENGLISH)),
            [[], [EXCHANGED.format("en.txt", "English", "German")]],
        ),
        (
            (said("en", GERMAN), said("de", ENGLISH), said("fr", FRENCH)),
            [[], [EXCHANGED.format("en.txt", "English", "German")], []],
        ),
        (
            (said("en", ENGLISH), said("fr", GERMAN)),
            [[], ["“fr.txt” is said to be in French, but it reads like German."]],
        ),
        (
            (said("fr", ENGLISH), said("de", GERMAN)),
            [["“fr.txt” is said to be in French, but it reads like English."], []],
        ),
        # Not translated: told of each sentence.
        ((said("en", ENGLISH), said("de", ENGLISH)), [[], []]),
        # Too little to be sure of.
        ((said("en", ("The house.",)), said("fr", ("Das Haus.",))), [[], []]),
        # Often taken for each other.
        ((said("en", ENGLISH), said("ms", INDONESIAN)), [[], []]),
    ],
)  # fmt: skip
def test_texts_in_other_languages_than_they_are_said_to_be_in(
    documents: tuple[Document, ...], wanted: list[list[str]]
) -> None:
    assert told(*documents) == wanted
