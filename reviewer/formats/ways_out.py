"""Kinds of files that are not read, and what makes of them what is."""

from __future__ import annotations

_WORD_PROCESSOR = "Open it in LibreOffice or Word and save it as docx."
WAYS_OUT: dict[str, str] = {
    **dict.fromkeys((".doc", ".dot", ".wps", ".wpd", ".lwp", ".sxw", ".hwp"), _WORD_PROCESSOR),
    **dict.fromkeys(
        (".ppt", ".pps", ".odp", ".fodp", ".sxi"),
        "Open it in LibreOffice or PowerPoint and save it as pptx.",
    ),
    **dict.fromkeys(
        (".xls", ".ods", ".fods", ".sxc"), "Open it in LibreOffice or Excel and save it as xlsx."
    ),
    ".pages": "Open it in Pages and export it as Word (docx).",
    ".key": "Open it in Keynote and export it as PowerPoint (pptx).",
    ".numbers": "Open it in Numbers and export it as Excel (xlsx).",
    ".indd": "Open it in InDesign and save a copy as InDesign Markup (idml).",
    ".pub": "Open it in Publisher and save it as Word document (docx).",
    **dict.fromkeys(
        (".mobi", ".azw", ".azw3", ".fb2"), "Open it in Calibre and convert it to epub."
    ),
    **dict.fromkeys(
        (".ass", ".ssa", ".sub", ".sbv", ".ttml", ".dfxp"),
        "Open it in Subtitle Edit or Aegisub and save it as srt.",
    ),
    **dict.fromkeys(
        (".tex", ".rst", ".adoc", ".docbook"), "Convert it with Pandoc to docx or Markdown."
    ),
    **dict.fromkeys((".ttx", ".itd"), "Open it in Trados Studio and export it as sdlxliff."),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp", ".heic"),
        "It is a picture: run text recognition (OCR) over it and save the text as docx.",
    ),
    **dict.fromkeys(
        (".zip", ".7z", ".rar", ".gz", ".tar"), "Unpack it and choose the document in it."
    ),
    ".mqxlz": "It is a zip: rename it to .zip, unpack it, and choose the mqxliff in it.",
    **dict.fromkeys(
        (".sdlppx", ".sdlrpx", ".wsxz"), "It is a package: open it in Trados and save the sdlxliff."
    ),
}
"""By the suffix: the program that opens them and what to save them as."""
