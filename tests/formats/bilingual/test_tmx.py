"""Translation memories: units with a variant for each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Span, TextEdit
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.registry import format_of
from reviewer.formats.shared.units import BilingualFile

TMX = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    '<tmx version="1.4"><header srclang="en" datatype="plaintext"><note>no</note></header><body>'
    '<tu><note>Mind</note><tuv xml:lang="de"><seg>Die <bpt i="1">&lt;b></bpt>Brücke<ept i="1">'
    '&lt;/b></ept>.</seg></tuv><tuv xml:lang="en-GB"><seg>The <bpt i="1">&lt;b></bpt>bridge'
    '<ept i="1">&lt;/b></ept>.</seg></tuv><tuv xml:lang="fr"><seg>Le pont.</seg></tuv></tu>'
    '<tu><tuv xml:lang="en-GB"><seg>It &amp; I.</seg></tuv><tuv xml:lang="de"><seg/></tuv></tu>'
    "</body></tmx>\n"
)


def both(source: str) -> BilingualFile:
    return format_of(Path("x.tmx")).read_both("x.tmx", source.encode())


def test_each_other_language_is_a_translation() -> None:
    file = both(TMX)
    assert file.source.language == "en-GB"
    assert [block.text for block in file.source.blocks] == ["The bridge.", "It & I."]
    assert {each.language: [b.text for b in each.blocks] for each in file.translations} == {
        "de": ["Die Brücke.", ""],
        "fr": ["Le pont.", ""],
    }
    assert file.source.blocks[0].codes == ("1", "/1")
    assert file.translations[1].blocks[0].codes == ()
    assert file.source.blocks[0].note == "Mind"


@pytest.mark.parametrize(
    ("language", "number", "span", "new", "old_xml", "new_xml"),
    [
        ("de", 0, Span(4, 10), "<Straße>", ">Brücke<", ">&lt;Straße&gt;<"),
        ("fr", 0, Span(0, 2), "Un", ">Le pont", ">Un pont"),
        ("de", 1, Span(0, 0), "Es.", "<seg/>", "<seg>Es.</seg>"),
        (
            "fr",
            1,
            Span(0, 0),
            "Lui.",
            "<seg/></tuv>",
            '<seg/></tuv><tuv xml:lang="fr"><seg>Lui.</seg></tuv>',
        ),
    ],
)
def test_an_edit_changes_its_variant_alone(
    language: str, number: int, span: Span, new: str, old_xml: str, new_xml: str
) -> None:
    file = both(TMX)
    document = next(each for each in file.translations if each.language == language)
    written = formats.edited_bytes(document, [TextEdit(number, span, new)]).decode()
    assert written == TMX.replace(old_xml, new_xml)


def test_the_source_is_the_first_language_where_the_header_names_none() -> None:
    assert both(TMX.replace('srclang="en"', 'srclang="*all*"')).source.language == "de"


ALL = (
    {"de": "Eins.", "en": "One.", "fr": "Un."},
    {"fr": "Deux.", "en": "Two."},
    {"en": "Three.", "de": "Drei."},
)


@pytest.mark.parametrize(
    ("of_units", "source"),
    [
        (["en-US", "", ""], "en"),
        (["de", "fr", "fr"], "fr"),
        (["", "DE", ""], "de"),
        # Nothing that the file has: what most units have, not what stands first.
        (["xx", "", ""], "en"),
        (["", "", ""], "en"),
    ],
)
def test_units_name_their_source_where_the_header_names_all(
    of_units: list[str], source: str
) -> None:
    made = memory(*ALL, of="*all*").replace('"en"', '"en-US"')
    for said in of_units:
        made = made.replace("<tu>", f'<tu srclang="{said}">' if said else "<tu >", 1)
    file = both(made)
    assert file.source.language.split("-")[0] == source
    header = made.replace("*all*", "de")
    assert both(header).source.language == "de"


@pytest.mark.parametrize("source", ["<tmx/>", "no", TMX.replace("<seg>", "<x>")])
def test_what_is_no_memory_says_so(source: str) -> None:
    with pytest.raises(DamagedFileError):
        both(source)


def test_of_two_variants_in_one_language_the_first_counts_and_both_stay() -> None:
    second = '<tuv xml:lang="fr"><seg>Un pont.</seg></tuv>'
    source = TMX.replace("Le pont.</seg></tuv>", f"Le pont.</seg></tuv>{second}")
    file = both(source)
    french = next(each for each in file.translations if each.language == "fr")
    assert [block.text for block in french.blocks] == ["Le pont.", ""]
    made = formats.edited_bytes(french, [TextEdit(0, Span(0, 2), "Ce")]).decode()
    assert made == source.replace("Le pont", "Ce pont")


def memory(*units: dict[str, str], of: str = "en") -> str:
    return (
        f'<tmx version="1.4"><header srclang="{of}"/><body>'
        + "".join(
            "<tu>" + "".join(f'<tuv xml:lang="{k}"><seg>{v}</seg></tuv>' for k, v in unit.items())
            + "</tu>"
            for unit in units
        )
        + "</body></tmx>"
    )  # fmt: skip


MIXED = memory(
    {"en-GB": "One.", "de-DE": "Eins."},
    {"en-US": "Two.", "de-AT": "Zwei."},
    {"en": "Three.", "de": "Drei."},
)


def test_one_language_of_several_countries_is_one_side() -> None:
    file = both(MIXED)
    assert [block.text for block in file.source.blocks] == ["One.", "Two.", "Three."]
    (german,) = file.translations
    assert (german.language, [block.text for block in german.blocks]) == (
        "de-DE",
        ["Eins.", "Zwei.", "Drei."],
    )
    edited = formats.edited_bytes(german, [TextEdit(1, Span(0, 4), "Zwo")]).decode()
    assert edited == MIXED.replace("Zwei", "Zwo")


def test_two_countries_that_one_unit_has_both_are_two_translations() -> None:
    file = both(memory({"en": "A lift.", "pt-BR": "Um elevador.", "pt-PT": "Um ascensor."}))
    assert [each.language for each in file.translations] == ["pt-BR", "pt-PT"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (MIXED, None),
        (
            memory({"en": "One.", "de": "Eins."}, {"de": "Zwei.", "fr": "Deux."}),
            "“x.tmx”: a unit has no text in the language of the source and is not shown.",
        ),
        (
            memory({"en": "One.", "de": "Eins."}, {"de": "Zwei."}, {"fr": "Trois."}),
            "“x.tmx”: 2 units have no text in the language of the source and are not shown.",
        ),
    ],
)
def test_units_without_a_source_are_said(source: str, said: str | None) -> None:
    file = both(source)
    assert [formats.not_read(each) for each in (file.source, file.translations[0])] == [said] * 2


OMEGAT = (
    '<tmx version="1.1"><header creationtool="OmegaT" srclang="EN"/><body><tu>'
    "<note>A &amp; B</note>"
    '<tuv lang="EN"><seg>The &lt;b0&gt;bridge&lt;/b0&gt; &lt;t1/&gt; cost 5 &lt; 6.</seg></tuv>'
    '<tuv lang="DE"><seg>Die &lt;b0&gt;Brücke kostete 5 &lt; 6.</seg></tuv></tu></body></tmx>'
)


def test_codes_that_omegat_writes_as_text_are_codes() -> None:
    file = format_of(Path("x.tmx")).read_both("x.tmx", OMEGAT.encode())
    [source], [target] = file.source.blocks, file.translations[0].blocks
    assert (source.text, source.codes) == (
        "The bridge  cost 5 < 6.",
        ("<b0>", "</b0>", "<t1/>"),
    )
    assert (target.text, target.codes) == ("Die Brücke kostete 5 < 6.", ("<b0>",))
    assert target.note == "A & B"
    start = target.text.index("Brücke")
    edit = TextEdit(0, Span(start, start + 6), "Fähre")
    written = formats.edited_bytes(file.translations[0], [edit]).decode()
    assert written == OMEGAT.replace("Brücke", "Fähre")


def test_the_same_letters_are_text_in_another_programs_memory() -> None:
    data = OMEGAT.replace("OmegaT", "Another").encode()
    file = format_of(Path("x.tmx")).read_both("x.tmx", data)
    assert file.source.blocks[0].text.startswith("The <b0>bridge</b0>")
