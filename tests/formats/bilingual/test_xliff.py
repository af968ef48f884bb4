"""XLIFF: segments are pairs, inline codes stay, what is locked is set aside."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.domain import Document, Span, TextEdit
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.registry import format_of
from tests.formats.bilingual.xliff_files import after, both, findings, pairs, unit, v2, v12


@pytest.mark.parametrize(
    ("source", "read"),
    [
        (v12(unit("One &amp; two.", "Eins &amp; zwei.")), [("One & two.", "Eins & zwei.")]),
        (v12(unit("One.")), [("One.", "")]),
        (v12(unit("One.", "")), [("One.", "")]),
        (v12("<trans-unit id='1'><source>One.</source><target/></trans-unit>"), [("One.", "")]),
        (v12(unit("", "")), []),
        (
            v12(unit("<g id='1'>A <x id='2'/></g>b", "<ph id='3'>&lt;br&gt;</ph>c<it>no</it>")),
            [("A b", "c")],
        ),
        (
            v12(unit("One.", "Eins.", "", "<alt-trans><source>no</source><target>no</target>"
                                          "</alt-trans>")),
            [("One.", "Eins.")],
        ),
        (
            v12("<bin-unit id='b' mime-type='x'><bin-source><external-file href='a.png'/>"
                f"</bin-source>{unit('One.', 'Eins.')}</bin-unit>"),
            [("One.", "Eins.")],
        ),
        (
            v12('<trans-unit id="1"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1">'
                'A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source><target>'
                '<mrk mtype="seg" mid="1">C.</mrk> <mrk mtype="seg" mid="2"/></target>'
                "</trans-unit>"),
            [("A.", "C."), ("B.", "")],
        ),
        (
            v2("<unit id='u'><segment><source>A <pc id='1'>b</pc></source><target>C</target>"
               "</segment><ignorable><source>no</source></ignorable><segment><source>D"
               "<cp hex='0041'/></source></segment></unit>"),
            [("A b", "C"), ("DA", "")],
        ),
    ],
)  # fmt: skip
def test_segments_are_pairs(source: str, read: list[tuple[str, str]]) -> None:
    if read:
        assert pairs(source) == read
    else:
        with pytest.raises(DamagedFileError, match="no segments"):
            pairs(source)


def test_languages_come_from_the_file() -> None:
    file = both(v12(unit("One.", "Eins.")))
    assert (file.source.language, file.translations[0].language) == ("en", "de-DE")
    nameless = v12(unit("One.", "Eins.")).replace(' source-language="en"', "")
    nameless = nameless.replace(' target-language="de-DE"', "")
    file = both(nameless)
    assert (file.source.language, file.translations[0].language) == ("", "")


@pytest.mark.parametrize(
    ("source", "old", "new", "written"),
    [
        (unit("A", "B <g id='1'>c</g>"), "c", "<&", "<target>B <g id='1'>&lt;&amp;</g></target>"),
        (unit("A", "B<x id='1'/> c"), "B c", "D", "<target>D<x id='1'/></target>"),
        (unit("A"), "", "B", "<source>A</source><target>B</target>"),
        (unit("A", ""), "", "B", "<target>B</target>"),
        (
            "<trans-unit id='1'><source>A</source><target state='new'/></trans-unit>",
            "",
            "B",
            "<target state='translated'>B</target></trans-unit>",
        ),
        (
            '<trans-unit id="1"><source/><seg-source><mrk mtype="seg" mid="7">A</mrk>'
            "</seg-source></trans-unit>",
            "",
            "B",
            '</seg-source><target><mrk mtype="seg" mid="7">B</mrk></target></trans-unit>',
        ),
        (
            '<trans-unit id="1"><source/><seg-source><mrk mtype="seg" mid="7">A</mrk>'
            '</seg-source><target><mrk mtype="seg" mid="7"/></target></trans-unit>',
            "",
            "B",
            '<target><mrk mtype="seg" mid="7">B</mrk></target></trans-unit>',
        ),
    ],
)
def test_a_translation_goes_into_its_unit(source: str, old: str, new: str, written: str) -> None:
    whole = v12(source)
    result = after(whole, old, new)
    assert written in result
    assert pairs(result)[0][1] == (new if not old else pairs(whole)[0][1].replace(old, new))


def test_a_new_target_has_the_prefix_of_its_source() -> None:
    source = (
        '<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2"><x:file source-language="en" '
        'target-language="de"><x:body><x:trans-unit id="1"><x:source>A</x:source></x:trans-unit>'
        "</x:body></x:file></x:xliff>"
    )
    assert "</x:source><x:target>B</x:target>" in after(source, "", "B")


def test_notes_and_states_of_version_two() -> None:
    source = v2(
        "<unit id='u'><notes><note>Careful</note></notes><segment state='final'><source>A</source>"
        "<target>B</target></segment></unit>"
    )
    assert both(source).translations[0].blocks[0].note == "final; Careful"


ROWS = [
    ("The bridge cost 4 million.", "Die Brücke kostete 4 Millionen."),
    ("Nobody was hurt.", ""),
    ("It rained all day. The road was closed.", "Es regnete den ganzen Tag."),
    ("The ferry stops on Sunday.", "Die Fähre fährt am Sonntag nicht."),
]


def test_units_are_fixed_points_and_an_empty_one_is_untranslated() -> None:
    file = both(v12("".join(unit(one, other) for one, other in ROWS)))
    analysis = analyse(file.source, file.translations)
    comparison = analysis.translations[0]
    assert [(bead.source, bead.target) for bead in comparison.beads] == [
        ((0,), (0,)),
        ((1,), ()),
        ((2,), (1,)),
        ((3,), ()),
        ((4,), (2,)),
    ]
    found = [[(each.check, each.kind) for each in row] for row in comparison.findings]
    assert found == [[], [("untranslated", "empty")], [], [("missing", "sentence")], []]


def test_codes_are_compared() -> None:
    def of(source: str, target: str) -> list[tuple[str, str]]:
        return findings(both(v12(unit(source, target))))

    whole = "<g id='1'>The bridge</g> is <x id='2'/>open."
    assert of(whole, "<g id='1'>Die Brücke</g> ist <x id='2'/>offen.") == []
    assert of(whole, "<x id='2'/>Die <g id='1'>Brücke</g> ist offen.") == []
    assert of(whole, "<g id='1'>Die Brücke</g> ist offen.") == [("inline_codes", "missing")]
    assert of("The bridge is open.", "Die Brücke ist <x id='9'/>offen.") == [
        ("inline_codes", "extra")
    ]


def test_a_file_that_is_not_translated_at_all() -> None:
    assert (
        findings(both(v12(unit("The bridge is open.") + unit("It rained."))))
        == [("untranslated", "empty")] * 2
    )


@pytest.mark.parametrize(
    "data",
    [b"", b"<xliff", b"plain", b'<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>', b"<xliff/>"],
)
def test_what_is_no_xliff_says_so(data: bytes) -> None:
    with pytest.raises(DamagedFileError):
        format_of(Path("x.xlf")).read_both("x.xlf", data)


LETTERS = st.text(st.sampled_from("ab cX é.<>&\"'ж中\t\u00a0]"), max_size=12)


@settings(max_examples=60)
@given(st.lists(st.tuples(LETTERS, LETTERS), min_size=1, max_size=4), st.data())
def test_any_text_survives_and_any_edit_reads_back(
    rows: list[tuple[str, str]], data: st.DataObject
) -> None:
    from html import escape

    source = v12("".join(unit(f"s{escape(one)}", escape(other)) for one, other in rows))
    target: Document = both(source).translations[0]
    assert [" ".join(each.text.split()) for each in target.blocks] == [
        " ".join(other.split()) for _, other in rows
    ]
    number = data.draw(st.integers(0, len(rows) - 1))
    new = data.draw(LETTERS)
    edit = TextEdit(number, Span(0, len(target.blocks[number].text)), new)
    written = formats.edited_bytes(target, [edit])
    etree.fromstring(written)
    again = format_of(Path("x.xlf")).read_both("x.xlf", written).translations[0]
    assert " ".join(again.blocks[number].text.split()) == " ".join(new.split())


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ('<target state="needs-translation"/>', '<target state="translated">Ein Haus</target>'),
        ('<target state="new"></target>', '<target state="translated">Ein Haus</target>'),
        ('<target state="final"/>', '<target state="final">Ein Haus</target>'),
        ("", "<target>Ein Haus</target>"),
    ],
)
def test_a_unit_that_is_translated_says_so(before: str, wanted: str) -> None:
    head = '<xliff version="1.2"><file source-language="en" target-language="de"><body>'
    unit = '<trans-unit id="1"><source>A house</source>{}</trans-unit></body></file></xliff>'
    assert after(head + unit.format(before), "", "Ein Haus") == head + unit.format(wanted)


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ('<segment state="initial">', '<segment state="translated">'),
        ("<segment>", '<segment state="translated">'),
        ('<segment id="s" state="final">', '<segment id="s" state="final">'),
    ],
)
def test_a_segment_of_version_two_that_is_translated_says_so(before: str, wanted: str) -> None:
    head = '<xliff version="2.0" srcLang="en" trgLang="de"><file id="f"><unit id="1">'
    rest = "<source>A house</source>{}</segment></unit></file></xliff>"
    made = after(head + before + rest.format(""), "", "Ein Haus")
    assert made == head + wanted + rest.format("<target>Ein Haus</target>")


@pytest.mark.parametrize(
    ("source", "target", "codes"),
    [
        ('<pc id="1">a</pc>', '<sc id="1"/>a<ec startRef="1"/>', [("1", "/1"), ("1", "/1")]),
        ('<pc id="1">a</pc>', '<sc id="1"/>a', [("1", "/1"), ("1",)]),
        ('<pc id="1"/>a', '<pc id="1"/>a', [("1",), ("1",)]),
    ],
)
def test_a_code_that_does_not_close_is_another(
    source: str, target: str, codes: list[tuple[str, ...]]
) -> None:
    segment = f"<segment><source>{source}</source><target>{target}</target></segment>"
    both = format_of(Path("x.xlf")).read_both(
        "x.xlf", v2(f'<unit id="1">{segment}</unit>').encode()
    )
    assert [document.blocks[0].codes for document in (both.source, *both.translations)] == codes


@pytest.mark.parametrize(("other", "several"), [("fr", True), ("de-AT", False), ("", False)])
def test_translations_into_several_languages_are_refused_by_their_names(
    other: str, several: bool
) -> None:
    """The French was called German."""
    first = v12(unit("One.", "Eins."))
    start, end = first.index("<file"), first.index("</xliff>")
    said = f'target-language="{other}"' if other else ""
    second = first[start:end].replace('target-language="de-DE"', said)
    data = first[:end] + second + first[end:]
    if several:
        with pytest.raises(DamagedFileError, match=r"several languages \(de-DE, fr\)"):
            both(data)
    else:
        assert len(both(data).source.blocks) == 2
