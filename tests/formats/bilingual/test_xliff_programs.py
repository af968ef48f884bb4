"""XLIFF as Trados, memoQ and Phrase write it: locked, said, tracked in words of their own."""

from __future__ import annotations

import pytest

from reviewer import formats
from reviewer.domain import Span, TextEdit
from tests.formats.bilingual.xliff_files import after, both, findings, pairs, unit, v2, v12

TRADOS = v12(
    '<trans-unit id="t"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk>'
    '<mrk mtype="seg" mid="2">B.</mrk></seg-source><target><mrk mtype="seg" mid="1">C.</mrk>'
    '<mrk mtype="seg" mid="2">D.</mrk></target><sdl:seg-defs><sdl:seg id="1" conf="Draft"/>'
    '<sdl:seg id="2" conf="Translated" locked="true"/></sdl:seg-defs></trans-unit>',
    ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"',
)


MEMOQ = v12(
    unit("A", "B", ' mq:status="Confirmed" mq:locked="locked"')
    + unit("C", "D", ' translate="no"')
    + f'<group translate="no">{unit("E", "F")}{unit("G", "H", " translate=" + repr("yes"))}</group>'
    + unit("I", "J", "", "<note>Mind the gap</note>"),
    ' xmlns:mq="MQXliff"',
)


def test_what_is_locked_is_set_aside() -> None:
    target = both(TRADOS, "x.sdlxliff").translations[0]
    assert [(each.text, each.note, each.chrome, each.reason) for each in target.blocks] == [
        ("C.", "Draft", False, ""),
        ("D.", "Translated", True, "locked"),
    ]
    target = both(MEMOQ, "x.mqxliff").translations[0]
    assert [(each.text, each.note, each.chrome) for each in target.blocks] == [
        ("B", "Confirmed", True),
        ("D", "", True),
        ("F", "", True),
        ("H", "", False),
        ("J", "Mind the gap", False),
    ]


def trados(target: str, record: str) -> str:
    return v12(
        '<trans-unit id="t"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk> '
        f'<mrk mtype="seg" mid="2">B.</mrk></seg-source>{target}<sdl:seg-defs>'
        f'<sdl:seg id="1"{record}/><sdl:seg id="2"></sdl:seg></sdl:seg-defs></trans-unit>',
        ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"',
    )


def both_filled(source: str) -> str:
    """The file after both of its segments were translated."""
    document = both(source, "x.sdlxliff").translations[0]
    edits = [TextEdit(1, Span(0, 0), "D."), TextEdit(0, Span(0, 0), "C.")]
    return formats.edited_bytes(document, edits).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ' conf="Translated"'),
        (' conf="Draft"', ' conf="Translated"'),
        (' conf="Unspecified" origin="source"', ' conf="Translated" origin="source"'),
        # What a person has said of it is for people to change.
        (' conf="RejectedTranslation"', ' conf="RejectedTranslation"'),
        (" conf='ApprovedSignOff'", " conf='ApprovedSignOff'"),
    ],
)
@pytest.mark.parametrize(
    "target",
    [
        "",
        "<target/>",
        "<target></target>",
        '<target><mrk mtype="seg" mid="1"/> <mrk mtype="seg" mid="2"></mrk></target>',
    ],
)
def test_trados_is_told_that_an_empty_segment_is_translated(
    target: str, before: str, after: str
) -> None:
    result = both_filled(trados(target, before))
    assert f'<sdl:seg id="1"{after}/><sdl:seg id="2" conf="Translated">' in result
    assert result.count("<target>") == result.count("</target>") == 1
    assert '</mrk> <mrk mtype="seg" mid="2">D.</mrk>' in result
    again = both(result, "x.sdlxliff").translations[0]
    assert [block.text for block in again.blocks] == ["C.", "D."]


def test_the_state_of_a_segment_that_was_translated_stays() -> None:
    target = '<target><mrk mtype="seg" mid="1">C.</mrk> <mrk mtype="seg" mid="2">D.</mrk></target>'
    source = trados(target, ' conf="ApprovedSignOff"')
    document = both(source, "x.sdlxliff").translations[0]
    assert document.blocks[0].note == "ApprovedSignOff"
    result = formats.edited_bytes(document, [TextEdit(0, Span(0, 1), "E")]).decode()
    assert result == source.replace(">C.<", ">E.<")


def test_memoq_is_told_that_a_unit_was_edited() -> None:
    head = (
        '<xliff version="1.2" xmlns:mq="MQXliff"><file source-language="en" target-language="de">'
        '<body><trans-unit id="1" mq:status="{}"><source>A house</source>'
    )
    end = "</trans-unit></body></file></xliff>"
    made = after(head.format("NotStarted") + "<target/>" + end, "", "Ein Haus")
    assert made == head.format("Edited") + "<target>Ein Haus</target>" + end


@pytest.mark.parametrize("kind", ["", "feedback-"])
def test_what_trados_tracks_as_deleted_is_no_text(kind: str) -> None:
    """A 7 that was deleted, also by an assessor, and the 5 in its place read as 75."""
    deleted = f'<mrk mtype="x-sdl-{kind}deleted">7<x id="9"/></mrk>'
    marks = f'<mrk mtype="x-sdl-{kind}added">Es </mrk>regnete {deleted}5 Tage.'
    target = both(v12(unit("It rained 5 days.", marks)), "x.sdlxliff").translations[0]
    assert [(block.text, block.codes) for block in target.blocks] == [("Es regnete 5 Tage.", ())]
    made = formats.edited_bytes(target, [TextEdit(0, Span(11, 12), "6")]).decode()
    assert f"{deleted}6 Tage." in made


def notes(source: str) -> list[str]:
    return [block.note for block in both(source).translations[0].blocks]


def test_remarks_of_trados_are_notes_of_their_segments() -> None:
    defined = (
        '<doc-info><cmt-defs><cmt-def id="c"><Comments><Comment user="A">Mind &amp; gap</Comment>'
        "<Comment>Really</Comment></Comments></cmt-def></cmt-defs></doc-info>"
    )
    body = (
        '<trans-unit id="1"><source>A B</source><seg-source><mrk mtype="seg" mid="1">A</mrk> '
        '<mrk mtype="seg" mid="2">B</mrk></seg-source><target><mrk mtype="seg" mid="1">C</mrk> '
        '<mrk mtype="seg" mid="2"><mrk mtype="x-sdl-comment" sdl:cid="c">D</mrk></mrk></target>'
        '<sdl:seg-defs><sdl:seg id="1" conf="Draft"/></sdl:seg-defs></trans-unit>'
    )
    file = v12(body, ' xmlns:sdl="s"').replace("<file ", f"{defined}<file ")
    assert notes(file) == ["Draft", "Mind & gap; Really"]
    assert pairs(file) == [("A", "C"), ("B", "D")]


def test_comments_of_memoq_are_notes_and_its_other_versions_are_not_read() -> None:
    file = v12(
        unit(
            "A",
            None,
            ' mq:status="NotStarted"',
            "<mq:insertedmatch><source>X</source><target>Y</target></mq:insertedmatch>"
            '<mq:comments><mq:comment deleted="false">Mind</mq:comment>'
            '<mq:comment deleted="true">No</mq:comment></mq:comments><mq:minorversions>'
            "<mq:historical-unit><source>V</source><target>W</target>"
            "<mq:comment>Old</mq:comment></mq:historical-unit></mq:minorversions>",
        ),
        ' xmlns:mq="m"',
    )
    assert pairs(file) == [("A", "")]
    assert notes(file) == ["NotStarted; Mind"]


def test_a_remark_on_words_of_version_two_is_a_note() -> None:
    file = v2(
        "<unit id='u'><segment><source>A</source><target>Some "
        "<mrk id='m' type='comment' value='Mind &amp; gap'>words</mrk></target></segment>"
        "<segment><source>B</source><target>C</target></segment></unit>"
    )
    assert notes(file) == ["Mind & gap", ""]


PHRASE = v12(
    '<group><trans-unit id="1" m:confirmed="1" m:locked="false">'
    "<source>The {b&gt;bridge&lt;b} cost 5{1}.</source>"
    "<target>Die {b>Brücke&lt;b} kostete 5.</target></trans-unit></group>"
    '<trans-unit id="2" m:confirmed="0" m:locked="true"><source>A</source><target/></trans-unit>'
    '<trans-unit id="3" approved="yes"><source>C</source><target>D</target></trans-unit>',
    ' xmlns:m="http://www.memsource.com/mxlf/2.0"',
)


def test_codes_that_phrase_writes_as_text_are_codes() -> None:
    file = both(PHRASE)
    source, target = file.source.blocks[0], file.translations[0].blocks[0]
    assert (source.text, source.codes) == ("The bridge cost 5.", ("{b>", "<b}", "{1}"))
    assert (target.text, target.codes) == ("Die Brücke kostete 5.", ("{b>", "<b}"))
    assert ("inline_codes", "missing") in [(check, kind) for check, kind in findings(file)]
    assert after(PHRASE, "Brücke", "Fähre") == PHRASE.replace("Brücke", "Fähre")


def test_the_same_letters_are_text_in_another_programs_file() -> None:
    file = PHRASE.replace("memsource", "another")
    assert pairs(file)[0][0] == "The {b>bridge<b} cost 5{1}."


def test_states_that_are_switches_are_told_in_words() -> None:
    assert notes(PHRASE) == ["confirmed", "not confirmed", "approved"]
    assert [block.reason for block in both(PHRASE).translations[0].blocks] == ["", "locked", ""]


MARKED = '<mrk mtype="seg" mid="{}">{}</mrk>'


def parted(source: str, segments: str, target: str) -> str:
    inside = (
        f"<source>{source}</source><seg-source>{segments}</seg-source><target>{target}</target>"
    )
    return v12(f'<trans-unit id="1">{inside}</trans-unit>')


ONE, TWO = MARKED.format(1, "One house."), MARKED.format(2, "Two houses.")
EINS, ZWEI = MARKED.format(1, "Ein Haus."), MARKED.format(2, "Zwei Häuser.")


@pytest.mark.parametrize(
    ("segments", "target", "read"),
    [
        # A translation without marks is that of the whole unit.
        (
            f"{ONE} {TWO}",
            "Ein Haus. Zwei Häuser.",
            [("One house. Two houses.", "Ein Haus. Zwei Häuser.")],
        ),
        (ONE, "Ein Haus.", [("One house.", "Ein Haus.")]),
        # So is one with words beside its marks, on either side.
        (
            f"{ONE} {TWO}",
            f"{EINS} Und 500 Bäume. {ZWEI}",
            [("One house. Two houses.", "Ein Haus. Und 500 Bäume. Zwei Häuser.")],
        ),
        (f"One house. {TWO}", ZWEI, [("One house. Two houses.", "Zwei Häuser.")]),
        # What stands beside the marks and is no word is no text of its own.
        (f"• {ONE} <x id='1'/>", f"{EINS} – ", [("One house.", "Ein Haus.")]),
        # A unit that is not translated keeps its segments.
        (f"One house. {TWO}", "", [("Two houses.", "")]),
        (f"{ONE} {TWO}", MARKED.format(1, ""), [("One house.", ""), ("Two houses.", "")]),
        # A segment of the translation alone is there, too.
        (
            ONE,
            f"{EINS} {MARKED.format(3, 'Und 500 Bäume.')}",
            [("One house.", "Ein Haus."), ("", "Und 500 Bäume.")],
        ),
    ],
)
def test_no_word_of_a_unit_is_outside_of_what_is_read(
    segments: str, target: str, read: list[tuple[str, str]]
) -> None:
    assert pairs(parted("One house. Two houses.", segments, target)) == read


def test_a_unit_that_is_read_whole_has_what_is_said_of_its_segments() -> None:
    source = parted("", f"{ONE} {TWO}", "Ein Haus. Zwei Häuser.").replace(
        "</trans-unit>", "<seg-defs>{}</seg-defs></trans-unit>"
    )
    one, two = '<seg id="1" conf="Draft"/>', '<seg id="2" conf="Translated" locked="true"/>'
    target = both(source.format(one + two)).translations[0]
    assert [(each.note, each.reason) for each in target.blocks] == [("Draft; Translated", "")]
    locked = both(source.format(one.replace("/", ' locked="true"/') + two)).translations[0]
    assert [each.reason for each in locked.blocks] == ["locked"]


def test_a_translation_without_marks_is_edited_in_its_place() -> None:
    source = parted("", f"{ONE} {TWO}", f"{EINS} Und 500 Bäume. {ZWEI}")
    assert after(source, "500", "50") == source.replace("500", "50")
    assert after(source, "Zwei", "Drei") == source.replace("Zwei", "Drei")
