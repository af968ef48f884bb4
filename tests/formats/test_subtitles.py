"""Subtitles: cues are text, numbers and times are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit
from reviewer.formats.errors import DamagedFileError

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
    ],
)
def test_shapes_of_subrip(source: str, read: list[str]) -> None:
    assert texts(source) == read


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
