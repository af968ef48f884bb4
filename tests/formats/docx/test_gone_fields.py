"""A field of Word whose result is deleted goes as a whole; it would come back when Word prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, TextEdit
from reviewer.formats.shared.tracked import Tracking
from tests.formats.docx.test_docx import edited_xml, made, paragraph, replaced, run, texts
from tests.formats.docx.test_docx_fields import char, code, field
from tests.formats.docx.wordprocessing import faults
from tests.formats.shared.test_tracked_places import word
from tests.libreoffice import LibreOffice, needs_libreoffice

AT = "2026-11-29T10:00:00+00:00"
PAGE = field(" PAGEREF a \\h ", result="12")
LOOK = "<w:rPr><w:b/></w:rPr>"
GONE = {
    "of characters": PAGE,
    "with a look": PAGE.replace("<w:r>", f"<w:r>{LOOK}"),
    "simple": f'<w:fldSimple w:instr=" PAGEREF &quot;a&quot; ">{run("12")}</w:fldSimple>',
    "in a link": f'<w:hyperlink w:anchor="a">{PAGE}</w:hyperlink>',
    "in a field": char("begin") + code(" HYPERLINK b ") + char("separate") + PAGE + char("end"),
    "with its result in two runs": char("begin")
    + code(" PAGE", "REF a ")
    + char("separate")
    + run("1")
    + run("2")
    + char("end"),
}
STAYS = {
    "begun in another paragraph": (char("begin") + code(" TOC ") + char("separate"), char("end")),
    "with a mark in its code": (
        char("begin") + '<w:bookmarkStart w:id="1" w:name="x"/>' + code(" REF a ")
        + char("separate") + run("12") + char("end"),
        "",
    ),
}  # fmt: skip


def document(inside: str) -> Document:
    return word(paragraph(run("See page "), inside, run(" there. It stays.")))


def tracked(of: Document, edit: TextEdit) -> Document:
    data = formats.tracked_bytes(of, [edit], Tracking("Ann Lee", AT, {}, ()))
    assert faults(data) == []
    return formats.read_bytes(Path(of.path), data)


@pytest.mark.parametrize("case", GONE)
@pytest.mark.parametrize(
    ("old", "new"),
    [("See page 12 there. ", ""), ("page 12", ""), ("page 12", "it"), ("12", "")],
)
def test_a_field_goes_with_its_result(case: str, old: str, new: str) -> None:
    of = document(GONE[case])
    edit = replaced(of, old, new)
    written = edited_xml(of, edit)
    assert not re.search("fldChar|fldSimple|instrText", written)
    assert "It stays." in written
    change = tracked(of, edit)
    assert texts(change) == ["See page 12 there. It stays.".replace(old, new)]
    written = edited_xml(change)
    taken = re.sub(r"<w:del .*?</w:del>", "", written)
    assert not re.search("fldChar|fldSimple|instrText", taken)
    assert "fldSimple" not in written
    refused = re.sub(r"<w:ins .*?</w:ins>|</?w:del\b[^>]*>", "", written)
    kinds = re.findall(r'fldCharType="(\w+)"|<w:del(InstrText)', refused)
    assert [one or other for one, other in kinds[:1] + kinds[-1:]] == ["begin", "end"]
    assert "PAGEREF" in refused.replace(
        "PAGE</w:delInstrText></w:r><w:r><w:delInstrText>REF", "PAGEREF"
    )


@pytest.mark.parametrize("case", GONE)
@pytest.mark.parametrize(
    ("old", "new"),
    [("page ", ""), (" there", ""), ("12", "13"), ("2", ""), ("12 there", "13 here")],
)
def test_a_field_with_a_result_stays(case: str, old: str, new: str) -> None:
    of = document(GONE[case])
    edit = replaced(of, old, new)
    assert re.search("fldChar|fldSimple", edited_xml(of, edit))
    assert "delInstrText" not in edited_xml(tracked(of, edit))


@pytest.mark.parametrize("case", STAYS)
def test_a_field_that_does_not_stand_by_itself_stays(case: str) -> None:
    inside, behind = STAYS[case]
    of = made(paragraph(run("See page "), inside, run(" there.")) + paragraph(run("End."), behind))
    edit = replaced(of, of.blocks[0].text, "")
    assert edited_xml(of, edit).count("fldChar") == edited_xml(of).count("fldChar")
    assert "delInstrText" not in edited_xml(tracked(of, edit))


def test_a_formula_that_a_code_shows_is_no_result() -> None:
    of = document(field("EQ \\f(1,2)"))
    assert "QUOTE" in edited_xml(of, replaced(of, "1/2", ""))


@needs_libreoffice
def test_libreoffice_takes_and_refuses_it(libreoffice: LibreOffice, tmp_path: Path) -> None:
    jobs = []
    for number, inside in enumerate(GONE.values()):
        of = document(inside)
        path = tmp_path / f"{number}.docx"
        path.write_bytes(tracked(of, replaced(of, "See page 12 there. ", "")).original)
        jobs += [(path, tmp_path / f"{number}.{accept}.txt", accept) for accept in (True, False)]
    libreoffice.settle(jobs)
    for _, target, accept in jobs:
        said = target.read_text("utf-8-sig").strip()
        # LibreOffice computes the page anew, and there is no place that it could name.
        assert said == "It stays." if accept else said.startswith("See page ")
