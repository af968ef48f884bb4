"""What the control words of RTF mean (Rich Text Format Specification 1.9.1)."""

from __future__ import annotations

from reviewer.formats.shared.markup import words

CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""The code pages of fonts, by the numbers of their character sets; of others the document's."""

WHOLE_FILE = {"ansi": "cp1252", "mac": "mac-roman", "pc": "cp437", "pca": "cp850"}

CHARACTERS = {
    "~": "\u00a0", "-": "\u00ad", "_": "\u2011", "tab": "\t", "emdash": "—", "endash": "–",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d",
    "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f", "{": "{", "}": "}", "\\": "\\",
}  # fmt: skip

LINES = frozenset({"line", "softline", "lbr", "page", "column"})
ENDS = frozenset({"par", "sect", "cell", "nestcell", "row", "nestrow", "\n", "\r"})
"""What ends a paragraph; a stroke at the end of a line is how macOS writes it."""

UNREAD = words(
    "fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl info generator header "
    "headerl headerr headerf footer footerl footerr footerf pict objdata objclass objname fldinst "
    "listtext pntext pn pnseclvl annotation atnid atnauthor atnref atndate atntime atnicn "
    "atnparent atrfstart atrfend bkmkstart bkmkend xe tc tcn txe rxe nonshppict shprslt sp "
    "themedata colorschememapping datastore latentstyles filetbl xmlnstbl ftnsep ftnsepc ftncn "
    "aftnsep aftnsepc aftncn private template title subject author mmathPr nextfile keycode "
    "fontemb fontfile falt panose passwordhash userprops docvar wgrffmtfilter ffname ffdeftext "
    "ffformat ffhelptext ffstattext ffentrymcr ffexitmcr ffl mmathPict blipuid"
)
"""Destinations without text of the document. A page shows numbers and bullets of lists, and none
of them is a part of the text."""

NOTES = frozenset({"footnote", "shptxt", "dptxbxtext"})
"""Destinations whose text stands apart: behind the paragraphs."""

STARRED = NOTES | {"shpinst", "ud", "moMath", "moMathPara", "do", "shppict", "nesttableprops"}
"""Destinations that older programs pass over and that hold text."""

FORMULAS = words(
    "mf mnum mden msSup msSub msSubSup msPre me msup msub mrad mdeg mnary md mlimLow mlimUpp mlim "
    "mfunc mfName mm mmr meqArr mbox mborderBox mbar macc mgroupChr mphant mr moMath "
    "moMathPara"
)
FORMULA_NAMES = {
    "msSup": "m:sSup", "msSub": "m:sSub", "msSubSup": "m:sSubSup", "msPre": "m:sPre",
    "msup": "m:sup", "msub": "m:sub", "mlimLow": "m:limLow", "mlimUpp": "m:limUpp",
    "moMath": "m:oMath", "moMathPara": "m:oMathPara",
}  # fmt: skip
"""How Office's formulas call what RTF calls otherwise than with an m before it."""


def formula_name(word: str) -> str:
    """The name of an element of a formula in OMML."""
    return FORMULA_NAMES.get(word, f"m:{word[1:]}")
