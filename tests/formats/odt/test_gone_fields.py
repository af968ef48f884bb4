"""A field of an OpenDocument text goes with its result; LibreOffice would compute it anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit
from reviewer.formats.shared.tracked import Remark, Tracking
from tests.formats.docx.test_docx import replaced
from tests.formats.odt.test_odt import flat, texts
from tests.formats.shared.test_tracked_places import odt
from tests.libreoffice import LibreOffice, needs_libreoffice

AT = "2026-11-29T10:00:00+00:00"
REF = '<text:bookmark-ref text:reference-format="page" text:ref-name="a">12</text:bookmark-ref>'
LABELS = '<text:label text:value="11"/><text:label text:value="12"/>'
GONE = {
    "bookmark-ref": REF,
    "reference-ref": REF.replace("bookmark-ref", "reference-ref"),
    "sequence-ref": REF.replace("bookmark-ref", "sequence-ref"),
    "note-ref": REF.replace("bookmark-ref", "note-ref"),
    "page-number": '<text:page-number text:select-page="current">12</text:page-number>',
    "sequence": '<text:sequence text:name="Figure">12</text:sequence>',
    "creation-date": "<text:creation-date>12</text:creation-date>",
    "drop-down": f'<text:drop-down text:name="x">{LABELS}12</text:drop-down>',
    "in a span": f'<text:span text:style-name="T1">{REF}</text:span>',
    "in a link": f'<text:a xlink:href="#a">{REF}</text:a>',
    "with a span in it": REF.replace("12", "1<text:span>2</text:span>"),
}
FIELD = r"<text:[\w-]+-(ref|number|date|down)\b|<text:sequence "
NOTE = (
    "<text:meta-field>12<text:note><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:meta-field>"
)


def document(inside: str, before: str = "See page ") -> Document:
    return flat(f"<text:p>{before}{inside} there. It stays.</text:p>")


def tracked(of: Document, edit: TextEdit, remarks: tuple[Remark, ...] = ()) -> Document:
    return formats.read_bytes(
        Path(of.path), formats.tracked_bytes(of, [edit], Tracking("Ann Lee", AT, {}, remarks))
    )


@pytest.mark.parametrize("case", GONE)
@pytest.mark.parametrize(
    ("old", "new"),
    [("See page 12 there. ", ""), ("page 12", ""), ("page 12", "it"), ("12", "")],
)
def test_a_field_goes_with_its_result(case: str, old: str, new: str) -> None:
    of = document(GONE[case])
    edit = replaced(of, old, new)
    result = "See page 12 there. It stays.".replace(old, new)
    plain = formats.edited_bytes(of, [edit])
    assert not re.search(FIELD, plain.decode())
    assert texts(formats.read_bytes(Path(of.path), plain)) == [result]
    change = tracked(of, edit)
    assert texts(change) == [result]
    taken = re.sub("<text:tracked-changes.*</text:tracked-changes>", "", change.original.decode())
    assert not re.search(FIELD, taken)
    assert re.search(FIELD, change.original.decode())


@pytest.mark.parametrize("case", GONE)
@pytest.mark.parametrize(
    ("old", "new"),
    [("page ", ""), (" there", ""), ("12", "13"), ("2", ""), ("12 there", "13 here")],
)
def test_a_field_with_a_result_stays(case: str, old: str, new: str) -> None:
    of = document(GONE[case])
    edit = replaced(of, old, new)
    assert re.search(FIELD, formats.edited_bytes(of, [edit]).decode())
    taken = tracked(of, edit).original.decode()
    assert re.search(FIELD, re.sub("<text:tracked-changes.*</text:tracked-changes>", "", taken))


def test_a_field_at_the_start_of_a_paragraph_goes() -> None:
    of = document(GONE["sequence"], "")
    edit = replaced(of, "12 there. ", "")
    assert "<text:p>It stays." in formats.edited_bytes(of, [edit]).decode()
    assert texts(tracked(of, edit)) == ["It stays."]


def test_a_field_that_holds_more_than_its_result_stays() -> None:
    of = document(NOTE)
    edit = replaced(of, "page 12", "")
    assert "A note." in formats.edited_bytes(of, [edit]).decode()
    assert "A note." in texts(tracked(of, edit))


@pytest.mark.parametrize("old", ["12", "See page 12 there. "])
def test_a_remark_on_what_goes_stands_outside_of_the_field(old: str) -> None:
    of = document(REF)
    edit = replaced(of, old, "")
    remarks = tuple(Remark(0, Span(n, n + 3), "Why?", "Bo", AT) for n in range(12))
    data = tracked(of, edit, remarks).original.decode()
    assert not re.search(r"<text:bookmark-ref [^>]*>[^<]*<(?!/text:bookmark-ref)", data)
    assert data.count("<office:annotation ") == data.count("<office:annotation-end ") == 12


@needs_libreoffice
def test_libreoffice_takes_and_refuses_it(libreoffice: LibreOffice, tmp_path: Path) -> None:
    start = '<text:p><text:bookmark text:name="a"/>Start.</text:p>'
    jobs = []
    kinds = ("bookmark-ref", "page-number", "sequence", "in a span", "in a link")
    for number, case in enumerate(kinds):
        of = odt(f"{start}<text:p>See page {GONE[case]} there. It stays.</text:p>")
        edit = replaced(of, "See page 12 there. ", "")
        source = tmp_path / f"{number}.odt"
        source.write_bytes(tracked(of, edit).original)
        plain = tmp_path / f"{number}-plain.odt"
        plain.write_bytes(formats.edited_bytes(of, [edit]))
        jobs += [
            (source, tmp_path / f"{number}-True.txt", True),
            (source, tmp_path / f"{number}-False.txt", False),
            (plain, tmp_path / f"{number}-None.txt", None),
        ]
    libreoffice.settle(jobs)
    for _, target, accept in jobs:
        said = target.read_text("utf-8-sig").split("\n")[1].strip()
        if accept is False:
            assert re.fullmatch(r"See page \d+ there\. It stays\.", said)
        else:
            assert said == "It stays."
