"""Glossaries as people have them: tables and TBX."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.terminology import GlossaryError
from reviewer.terminology.reading import read_glossary

TABLE = """en;de;de forbidden;note
central bank;Zentralbank|Notenbank;Bundesbank;ours is the ECB
strike;Streik;;
"""

OLD_TBX = """<?xml version="1.0"?>
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1"><note>Law</note>
 <langSet xml:lang="en"><tig><term>treaty</term></tig></langSet>
 <langSet xml:lang="de"><tig><term>Vertrag</term></tig>
  <tig><term>Pakt</term>
   <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
</termEntry></body></text></martif>
"""

NEW_TBX = """<?xml version="1.0" encoding="UTF-8"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en"><text><body>
<conceptEntry id="c1">
 <langSec xml:lang="en"><termSec><term>port authority</term></termSec></langSec>
 <langSec xml:lang="uk"><termSec><term>адміністрація порту</term></termSec></langSec>
</conceptEntry></body></text></tbx>
"""


def written(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def test_a_table_has_a_column_for_each_language(tmp_path: Path) -> None:
    glossary = read_glossary(written(tmp_path, "Bank.csv", TABLE))
    assert glossary.name == "Bank"
    bank, strike = glossary.terms
    assert bank.words("en") == ("central bank",)
    assert bank.words("de") == ("Zentralbank", "Notenbank")
    assert bank.forbidden_words("de") == ("Bundesbank",)
    assert bank.note == "ours is the ECB"
    assert strike.forbidden_words("de") == ()


@pytest.mark.parametrize(
    "head", ["en,de", "EN,DE", "English,German", "en-GB,de_AT", "source,en,de", "en,de,note"]
)
def test_columns_are_known_by_code_or_name(tmp_path: Path, head: str) -> None:
    cells = {"source": "7", "note": "said"}
    names = head.split(",")
    row = ",".join(cells.get(name, "bank" if "en" in name.lower() else "Bank") for name in names)
    row = row if "German" not in head else "bank,Bank"
    [term] = read_glossary(written(tmp_path, "g.csv", f"{head}\n{row}\n")).terms
    assert term.words("en") == ("bank",)
    assert term.words("de") == ("Bank",)


def test_the_country_of_a_language_counts_where_the_glossary_tells_them_apart(
    tmp_path: Path,
) -> None:
    [term] = read_glossary(
        written(tmp_path, "g.tsv", "en\tpt-PT\tpt-BR\nbus\tautocarro\tônibus\n")
    ).terms
    assert term.words("pt-BR") == ("ônibus",)
    assert term.words("pt") == ("autocarro",)


def test_both_editions_of_tbx_are_read(tmp_path: Path) -> None:
    [old] = read_glossary(written(tmp_path, "old.tbx", OLD_TBX)).terms
    assert (old.words("de"), old.forbidden_words("de")) == (("Vertrag",), ("Pakt",))
    assert old.note == "Law"
    [new] = read_glossary(written(tmp_path, "new.tbx", NEW_TBX)).terms
    assert new.words("uk") == ("адміністрація порту",)


@pytest.mark.parametrize(
    "nothing",
    [
        '<langSet xml:lang="de"><tig><term> </term></tig></langSet>',
        "<langSet><tig><term>Abkommen</term></tig></langSet>",
    ],
)
def test_a_term_without_words_or_language_is_passed_over(tmp_path: Path, nothing: str) -> None:
    text = OLD_TBX.replace("</termEntry>", f"{nothing}</termEntry>")
    [term] = read_glossary(written(tmp_path, "g.tbx", text)).terms
    assert term.words("de") == ("Vertrag",)
    assert term.words("") == ()


def test_a_workbook_is_a_table(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["en", "id", "id forbidden"], ["strike", "mogok kerja", "mogok"]):
        book.active.append(row)
    book.save(tmp_path / "g.xlsx")
    [term] = read_glossary(tmp_path / "g.xlsx").terms
    assert term.words("id") == ("mogok kerja",)
    assert term.forbidden_words("id") == ("mogok",)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("g.csv", "one,two\nbank,Bank\n", "holds no terms"),
        ("g.csv", "", "holds no terms"),
        ("g.csv", "en\nbank\n", "holds no terms"),
        ("g.tbx", "<tbx>", "damaged or no TBX"),
        ("g.tbx", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>', "g.tbx"),
        ("g.doc", "en,de\nbank,Bank\n", "no glossary that can be read"),
        ("g.xlsx", "no workbook", "g.xlsx"),
    ],
)
def test_what_is_no_glossary_is_said(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(GlossaryError, match=said):
        read_glossary(written(tmp_path, name, text))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="There is no file"):
        read_glossary(tmp_path / "not there.csv")


def test_space_around_names_and_cells_counts_for_nothing(tmp_path: Path) -> None:
    table = " en , de ,x, Note \n bank , Bank ,7,  ours  \n"
    [term] = read_glossary(written(tmp_path, "g.csv", table)).terms
    assert (term.allowed, term.note) == ({"en": ("bank",), "de": ("Bank",)}, "ours")


def test_a_tbx_as_other_programs_write_it(tmp_path: Path) -> None:
    text = (
        OLD_TBX.replace("<martif", '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif', 1)
        .replace('lang="de"', 'lang="DE"')
        .replace("<note>Law</note>", "<note> Law </note><note> </note>")
        .replace("<term>Vertrag</term>", '<term>Vertrag</term><termNote type="usageNote">Its '
                 "short form is obsolete</termNote>")
    )  # fmt: skip
    [term] = read_glossary(written(tmp_path, "OLD.TBX", text)).terms
    assert (term.allowed["de"], term.forbidden["de"]) == (("Vertrag",), ("Pakt",))
    assert term.note == "Law"


@pytest.mark.parametrize(
    ("size", "said"), [(100 * 2**20, "no glossary that can"), (100 * 2**20 + 1, "too large")]
)
def test_how_large_a_glossary_may_be(tmp_path: Path, size: int, said: str) -> None:
    with (tmp_path / "g.doc").open("wb") as file:
        file.truncate(size)
    with pytest.raises(GlossaryError, match=said):
        read_glossary(tmp_path / "g.doc")
