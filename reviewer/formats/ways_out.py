"""Kinds of files that are not read, and what makes of them what is."""

from __future__ import annotations

from reviewer.messages import Message, message

_WORD_PROCESSOR = message("Open it in LibreOffice or Word and save it as docx.")
WAYS_OUT: dict[str, Message] = {
    **dict.fromkeys((".doc", ".dot", ".wps", ".wpd", ".lwp", ".sxw", ".hwp"), _WORD_PROCESSOR),
    **dict.fromkeys(
        (".ppt", ".pps", ".odp", ".fodp", ".sxi"),
        message("Open it in LibreOffice or PowerPoint and save it as pptx."),
    ),
    **dict.fromkeys(
        (".xls", ".ods", ".fods", ".sxc"),
        message("Open it in LibreOffice or Excel and save it as xlsx."),
    ),
    ".pages": message("Open it in Pages and export it as Word (docx)."),
    ".key": message("Open it in Keynote and export it as PowerPoint (pptx)."),
    ".numbers": message("Open it in Numbers and export it as Excel (xlsx)."),
    **dict.fromkeys(
        (".indd", ".indt", ".icml", ".icma", ".inx", ".incx"),
        message("Open it in InDesign and save a copy as InDesign Markup (idml)."),
    ),
    ".pub": message("Open it in Publisher and save it as Word document (docx)."),
    **dict.fromkeys(
        (".mobi", ".azw", ".azw3", ".fb2"), message("Open it in Calibre and convert it to epub.")
    ),
    **dict.fromkeys(
        (".ass", ".ssa", ".sub", ".sbv", ".ttml", ".dfxp"),
        message("Open it in Subtitle Edit or Aegisub and save it as srt."),
    ),
    **dict.fromkeys(
        (".tex", ".rst", ".adoc", ".docbook"),
        message("Convert it with Pandoc to docx or Markdown."),
    ),
    **dict.fromkeys(
        (".ttx", ".itd"), message("Open it in Trados Studio and export it as sdlxliff.")
    ),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp", ".heic"),
        message("It is a picture: run text recognition (OCR) over it and save the text as docx."),
    ),
    **dict.fromkeys(
        (".zip", ".7z", ".rar", ".gz", ".tar"), message("Unpack it and choose the document in it.")
    ),
    ".mqxlz": message("It is a zip: rename it to .zip, unpack it, and choose the mqxliff in it."),
    **dict.fromkeys(
        (".sdlppx", ".sdlrpx", ".wsxz"),
        message("It is a package: open it in Trados and save the sdlxliff."),
    ),
    **dict.fromkeys(
        (".review", ".reviewset"),
        message("It is a review: open it in the window, or with `reviewer report`."),
    ),
}
"""By the suffix: the program that opens them and what to save them as."""
