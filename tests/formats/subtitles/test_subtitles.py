"""Subtitles: cues are text, numbers and times are not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.domain import Block, Document, Edit, NewBlock, Span, TextEdit
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.subtitles.cues import seconds

SRT = (
    "1\r\n00:00:01,000 --> 00:00:03,500\r\n<i>The bridge</i> cost\r\n4.2 million.\r\n\r\n"
    "2\r\n00:00:04,000 --> 00:00:06,000 X1:40\r\n- Who paid?\r\n- {\\an8}We did.\r\n\r\n"
    "3\r\n00:00:07,000 --> 00:00:08,000\r\n\r\n"
)
VTT = (
    "WEBVTT - a title\n\nNOTE nobody\nsees this\n\nSTYLE\n::cue { color: red }\n\n"
    "intro\n00:01.000 --> 00:03.500 line:0\n<v Lena>Mind &amp; wait</v>\n\n"
    "01:00:04.000 --> 01:00:06.000\n<00:05.000><c.loud>It is 5 &lt; 6.</c>\n"
)


CUES = (
    "In 1912 the bridge cost 45 crowns,",
    "and 300 men had built it",
    "between the church and the mill",
    "in 17 months without one accident.",
)
GERMAN = (
    "1912 kostete die Brücke 45 Kronen,",
    "und 300 Männer hatten sie gebaut",
    "in 17 Monaten ohne einen Unfall.",
)


def text(source: str, name: str = "x.srt") -> Document:
    return formats.read_bytes(Path(name), source.encode())


def texts(source: str, name: str = "x.srt") -> list[str]:
    return [block.text for block in text(source, name).blocks]


def after(source: str, name: str, old: str, new: str) -> str:
    document = text(source, name)
    number, block = next((n, b) for n, b in enumerate(document.blocks) if old in b.text)
    start = block.text.index(old)
    edit = TextEdit(number, Span(start, start + len(old)), new)
    return formats.edited_bytes(document, [edit]).decode()


def test_the_lines_of_a_cue_are_one_block_and_speakers_two() -> None:
    assert texts(SRT) == ["The bridge cost 4.2 million.", "- Who paid?", "- We did."]
    assert texts(VTT, "x.vtt") == ["Mind & wait", "It is 5 < 6."]


def test_a_cue_that_is_left_out_is_called_no_heading() -> None:
    source = "".join(cue(n, f"0{n}", f"0{n}", line) for n, line in enumerate(CUES, start=1))
    target = "".join(cue(n, f"0{n}", f"0{n}", line) for n, line in enumerate(GERMAN, start=1))
    english = replace(text(source), language="en")
    german = replace(text(target), language="de")
    said = [
        str(finding.message)
        for found in analyse(english, [german]).translations[0].findings
        for finding in found
        if finding.check == "missing"
    ]
    assert said
    assert all("heading" not in one and " line " in one for one in said)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:03,000 --> 00:00:04,000\nB\n", ["A", "B"]),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nA\n\nB\nC\n\n\n"
            "2\n00:00:03,000 --> 00:00:04,000\n\nD\n",
            ["A", "B C", "D"],
        ),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nIn\n1990\n\n7\n00:00:03,000 --> 00:00:04,000\nB",
            ["In 1990", "B"],
        ),
        (
            "1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\nB\n\n3",
            ["B", "3"],
        ),
        ("00:00:01,000 --> 00:00:02,000\nno number\n", ["no number"]),
        ("1\n00:00:01,000 --> 00:00:02,000\nIn\n1999\n\n", ["In 1999"]),
        ("\ufeff1\n0:00:01.0 --> 0:00:02.0\nA", ["A"]),
        ("1\n00:00:01,000 --> 00:00:02,000\n2 < 3 & 4 > 1\n", ["2 < 3 & 4 > 1"]),
        ("1\n00:00:01,000 --> 00:00:02,000\nInter-\nnational\n", ["Inter- national"]),
        ("1\n00:00:01,000 --> 00:00:02,000\nA<br>B<br/>C\\Nd\\he\n", ["A B C d e"]),
        (
            "1\n00:00:01,000 --> 00:00:02,000\n<i>- Hi.</i>\n{\\i1}- Ho.{\\i0}\n",
            ["- Hi.", "- Ho."],
        ),
    ],
)
def test_shapes_of_subrip(source: str, read: list[str]) -> None:
    assert texts(source) == read


@pytest.mark.parametrize(
    "times",
    [
        "-00:00:01,000 --> 00:00:02,000",
        "00: 00: 02,500 --> 00: 00: 04,000",
        "00:00:02 --> 00:00:04",
        "00:00:02:500 --> 00:00:04:000",
        "00:00:02,500 -> 00:00:04,000",
        "00:00:02,500 - > 00:00:04,000",
        "00:00:02,500 —> 00:00:04,000",
        "00:02.500 --> 00:04.000",
    ],
)
def test_text_behind_times_that_a_hand_has_changed_is_not_lost(times: str) -> None:
    source = f"1\n{times}\nIt cost 5 million.\n\n2\n00:00:05,000 --> 00:00:06,000\nGone.\n"
    assert texts(source) == ["It cost 5 million.", "Gone."]


@pytest.mark.parametrize("line", ["5:30 -> 6:30", "The bus 14:05 --> 15:10", "10 -> 20"])
def test_times_that_somebody_says_are_text(line: str) -> None:
    assert texts(f"1\n00:00:01,000 --> 00:00:02,000\n{line}\n") == [line]


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("00:01:02,500", 62.5),
        ("1:00:00", 3600.0),
        ("01:02.5", 62.5),
        ("-00:00:01,250", -1.25),
        ("-01:00:01,250", -3601.25),
        ("00 : 00 : 02 , 500", 2.5),
        ("00:00:02:500", 2.5),
    ],
)
def test_seconds_of_a_time(time: str, expected: float) -> None:
    assert seconds(time) == expected


def test_how_a_sign_is_pronounced_is_no_text() -> None:
    assert texts(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<ruby>橋<rt>はし</rt></ruby>です。\n", "x.vtt"
    ) == ["橋です。"]


def test_an_edit_keeps_times_marks_and_line_breaks() -> None:
    assert after(SRT, "x.srt", "bridge", "tunnel") == SRT.replace("bridge", "tunnel")
    assert after(SRT, "x.srt", "We did", "They & I") == SRT.replace("We did", "They & I")
    assert after(VTT, "x.vtt", "Mind", "a <b> & c") == VTT.replace("Mind", "a &lt;b&gt; &amp; c")


def test_a_file_without_times_says_so() -> None:
    with pytest.raises(DamagedFileError, match="has no subtitles"):
        text("Just words.\n")


def test_other_programs_read_the_same() -> None:
    pysubs2 = pytest.importorskip("pysubs2")
    for source, form in ((SRT, "srt"), (VTT, "vtt")):
        events = pysubs2.SSAFile.from_string(source.replace("<00:05.000>", ""), form).events
        said = " ".join(event.plaintext.replace("\n", " ") for event in events if event.plaintext)
        assert (
            " ".join(texts(source, f"x.{form}")).split()
            == said.replace("&amp;", "&").replace("&lt;", "<").split()
        )


def test_text_behind_a_blank_line_belongs_to_a_cue_of_subrip_and_to_none_of_webvtt() -> None:
    """It stood in no block, and what was left out of it was left out in silence."""
    cue = "00:00:01.000 --> 00:00:02.000\nShown.\n\nAnd this.\n"
    assert texts(f"1\n{cue}") == ["Shown.", "And this."]
    assert texts(f"WEBVTT\n\n{cue}", "x.vtt") == ["Shown."]
    assert after(f"1\n{cue}", "x.srt", "this", "that") == f"1\n{cue.replace('this', 'that')}"


def cue(number: int, start: str, end: str, *lines: str) -> str:
    return "\n".join([str(number), f"00:00:{start},000 --> 00:00:{end},000", *lines]) + "\n\n"


def typed(target: str, block: int, source: Block | str, *, behind: bool = True) -> str:
    """`target` with "Was wir sehen." typed beside a block, for a source block or its times."""
    if isinstance(source, str):
        source = Block("What we see.", note=source)
    new = NewBlock(block, "Was wir\nsehen.", "paragraph", 0, behind, source)
    document = text(target)
    return formats.edited_bytes(document, [new]).decode()


def times(start: str, end: str) -> str:
    return f"00:00:{start},000 --> 00:00:{end},000"


ONE, TWO = cue(1, "01", "02", "Eins."), cue(3, "08", "09", "Drei.")
MANY = {
    "a cue with the times of its source and the number that is free": (
        ONE + TWO,
        (0, times("04", "06")),
        ONE + cue(2, "04", "06", "Was wir sehen.") + TWO,
    ),
    "numbers that are taken go on, and only those": (
        ONE + cue(2, "08", "09", "Drei.") + cue(7, "20", "21", "Vier."),
        (0, times("04", "06")),
        ONE
        + cue(2, "04", "06", "Was wir sehen.")
        + cue(3, "08", "09", "Drei.")
        + cue(7, "20", "21", "Vier."),
    ),
    "cut where its neighbours begin": (
        ONE + TWO,
        (0, times("01", "10")),
        ONE + cue(2, "02", "08", "Was wir sehen.") + TWO,
    ),
    "behind the last one": (
        ONE,
        (0, times("04", "06")),
        ONE + cue(2, "04", "06", "Was wir sehen."),
    ),
    "without times of its source as long as it is read": (
        ONE + TWO,
        (0, ""),
        ONE + "2\n00:00:02,000 --> 00:00:02,933\nWas wir sehen.\n\n" + TWO,
    ),
    "times of the source that lie elsewhere say nothing": (
        ONE + TWO,
        (0, times("50", "55")),
        ONE + "2\n00:00:02,000 --> 00:00:02,933\nWas wir sehen.\n\n" + TWO,
    ),
    "in the empty cue that has its times": (
        ONE + cue(2, "04", "06") + TWO,
        (0, times("04", "06")),
        ONE + cue(2, "04", "06", "Was wir sehen.") + TWO,
    ),
    "a line where the other speaker of its source is": (
        cue(1, "01", "02", "- <i>Eins.</i>"),
        (0, times("01", "02")),
        cue(1, "01", "02", "- <i>Eins.</i>", "Was wir sehen."),
    ),
    "in the cue beside where there is no time": (
        cue(1, "01", "02", "Eins.") + cue(2, "02", "03", "Zwei."),
        (0, ""),
        cue(1, "01", "02", "Eins. Was wir sehen.") + cue(2, "02", "03", "Zwei."),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("end", "same"), [("03,000", True), ("03,001", False)])
def test_a_line_joins_the_cue_that_is_shown_half_of_its_time(end: str, same: bool) -> None:
    shown = cue(1, "01", "02", "- Eins.")
    made = typed(shown, 0, f"00:00:01,000 --> 00:00:{end}")
    assert made.startswith(shown.rstrip() + "\nWas wir sehen.") == same


@pytest.mark.parametrize("case", MANY)
def test_a_cue_that_was_missing(case: str) -> None:
    target, (block, source), wanted = MANY[case]
    assert typed(target, block, source).rstrip() == wanted.rstrip()


def test_a_cue_before_the_first() -> None:
    first = cue(1, "05", "06", "Eins.")
    wanted = cue(1, "02", "03", "Was wir sehen.") + first.replace("1\n", "2\n", 1)
    assert typed(first, 0, times("02", "03"), behind=False) == wanted
    later = cue(2, "05", "06", "Eins.")
    wanted = cue(1, "02", "03", "Was wir sehen.") + later
    assert typed(later, 0, times("02", "03"), behind=False) == wanted
    wanted = "1\n00:00:04,067 --> 00:00:05,000\nWas wir sehen.\n\n" + later
    assert typed(later, 0, "", behind=False) == wanted
    tight = cue(1, "00", "06", "Eins.")
    assert typed(tight, 0, "", behind=False) == tight.replace("Eins.", "Was wir sehen. Eins.")


def test_several_at_one_place_share_the_time_and_stand_beside_an_edit() -> None:
    document = text(ONE + TWO)
    edits: list[Edit] = [
        TextEdit(0, Span(0, 5), "Eins und mehr."),
        NewBlock(0, "Zwei."),
        NewBlock(1, "Und noch zwei.", behind=False),
    ]
    made = formats.edited_bytes(document, edits).decode()
    assert texts(made) == ["Eins und mehr.", "Zwei.", "Und noch zwei.", "Drei."]
    assert [line for line in made.splitlines() if line.isdecimal()] == ["1", "2", "3", "4"]


def test_a_new_cue_of_webvtt_has_the_look_of_the_one_before() -> None:
    source = "WEBVTT\n\nintro\n00:01.000 --> 00:03.500 line:0\nEins &amp; so\n"
    document = text(source, "x.vtt")
    new = NewBlock(0, "A & b", source=Block("A and b", note="00:00:05.000 --> 00:00:06.250"))
    made = formats.edited_bytes(document, [new]).decode()
    assert made == f"{source.rstrip()}\n\n00:05.000 --> 00:06.250 line:0\nA &amp; b\n"


def test_other_programs_read_the_new_cues_at_their_times() -> None:
    pysubs2 = pytest.importorskip("pysubs2")
    made = typed(SRT, 0, "00:00:03,500 --> 00:00:04,000")
    events = pysubs2.SSAFile.from_string(made, "srt").events
    assert [(e.start, e.end) for e in events] == [
        (1000, 3500), (3500, 4000), (4000, 6000), (7000, 8000),
    ]  # fmt: skip
    assert events[1].plaintext.strip() == "Was wir sehen."
