"""What ECMA-376 part 1 asks of the parts of a Word document that the program writes."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark headers cellIns cellDel cellMerge tcPrChange"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription tblPrChange"
    ),
}
"""The children of properties in the order of the schema (17.3.1.26, 17.4.70, 17.4.60)."""

FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr", "tr": "trPr", "tbl": "tblPr"}
"""What stands before all else in an element."""

TRACKED = ("ins", "del", "moveFrom", "moveTo")
AROUND_TRACKED = frozenset(
    {"p", "hyperlink", "smartTag", "sdtContent", "fldSimple", "customXml", "rPr", "trPr"}
    | {"ins", "del", "moveTo", "moveFrom", "oMath", "bdo", "dir", "numPr"}
)
_TEXT = re.compile(r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?\Z")


def faults(data: bytes) -> list[str]:
    """What is wrong in a document, in words."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    found = list(_of_comments(parts))
    for name in parts:
        if re.fullmatch(
            r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml", name
        ):
            found += (f"{name}: {one}" for one in _of_part(etree.fromstring(parts[name])))
    return found


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2] if str(element.tag).startswith(W) else ""


def _of_part(root: etree._Element) -> Iterator[str]:
    numbers = Counter(each.get(f"{W}id") for name in TRACKED for each in root.iter(f"{W}{name}"))
    yield from (f"two tracked changes have the id {n}" for n, many in numbers.items() if many > 1)
    for each in root.iter(f"{W}*"):
        name = _local(each)
        children = [_local(one) for one in each]
        if name in ORDER:
            places = [
                ORDER[name].split().index(one) for one in children if one in ORDER[name].split()
            ]
            if places != sorted(set(places)):
                yield f"{name} has its children out of order: {children}"
        first = FIRST.get(name)
        if first in children[1:]:
            yield f"{first} is not the first in {name}: {children}"
        if name == "tc" and children[-1:] != ["p"]:
            yield f"a cell does not end with a paragraph: {children}"
        if name == "rPr" and _local(each.getparent()) == "pPr":  # type: ignore[arg-type]
            marks = [one in TRACKED for one in children]
            if marks != sorted(marks, reverse=True):
                yield f"the mark of a paragraph has its change behind its look: {children}"
        if name in TRACKED:
            yield from _of_change(each, name)
        above = {_local(one) for one in each.iterancestors()}
        if name in ("t", "delText", "instrText") and children:
            yield f"{children} in {name}"
        if name == "t" and "del" in above:
            yield "w:t in w:del"
        if name == "delText" and "del" not in above:
            yield "w:delText outside of w:del"
        if name in ("p", "tbl") and "r" in above and "txbxContent" not in above:
            yield f"{name} in a run"


def _of_change(each: etree._Element, name: str) -> Iterator[str]:
    outer = each.getparent()
    around = _local(outer) if outer is not None else ""
    if around not in AROUND_TRACKED:
        yield f"{name} stands in {around}"
    if around == name:
        yield f"{name} in {name}"
    if not each.get(f"{W}author") or not _DATE.match(each.get(f"{W}date", "")):
        yield f"{name} without an author or a date: {dict(each.attrib)}"


def _of_comments(parts: dict[str, bytes]) -> Iterator[str]:
    document = etree.fromstring(parts["word/document.xml"])
    named = {each.get(f"{W}id") for each in document.iter(f"{W}commentReference")}
    if "word/comments.xml" not in parts:
        if named:
            yield "comments are named, and there are none"
        return
    comments = etree.fromstring(parts["word/comments.xml"])
    ids = [each.get(f"{W}id") for each in comments.iter(f"{W}comment")]
    if len(set(ids)) < len(ids) or set(ids) != named:
        yield f"comments {ids} are not those that are named: {sorted(map(str, named))}"
    if any(each.find(f"{W}p") is None for each in comments.iter(f"{W}comment")):
        yield "a comment without a paragraph"
    marks = [
        (_local(each), each.get(f"{W}id"))
        for each in document.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd")
    ]
    for number in named:
        kinds = [kind for kind, of in marks if of == number]
        if kinds not in ([], ["commentRangeStart", "commentRangeEnd"]):
            yield f"the range of comment {number} is {kinds}"
    if COMMENTS.encode() not in parts["[Content_Types].xml"]:
        yield "the type of the part with comments is not said"
    links = etree.fromstring(parts["word/_rels/document.xml.rels"])
    kinds = [each.get("Type", "").rpartition("/")[2] for each in links]
    names = [each.get("Id") for each in links]
    if kinds.count("comments") != 1:
        yield f"{kinds.count('comments')} links to comments"
    if len(set(names)) < len(names):
        yield "two links with one name"
