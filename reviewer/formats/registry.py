"""Every file format, and which one a file is by its name."""

from __future__ import annotations

from pathlib import Path

from reviewer.domain import Document
from reviewer.formats.errors import UnknownFormatError
from reviewer.formats.file_format import LARGEST_TEXT, Format
from reviewer.formats.ways_out import WAYS_OUT
from reviewer.messages import message

FORMATS: tuple[Format, ...] = (
    Format(
        "docx",
        "Word document",
        "docx.document",
        (".docx", ".docm"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        new_blocks=True,
        hangs=True,
        maker="docx.form.as_docx",
        tracker="docx.tracked.write_tracked",
        in_table="docx.table.read_both",
        made_suffixes=(".docx",),
        unread="comments, deleted and hidden text, marks of notes, charts, SmartArt, "
        "alternative texts, files that Word shows within the text",
        may_keep_back=True,
        changed="a changed formula becomes text; a new text takes the look of the word it replaces",
    ),
    Format(
        "odt",
        "OpenDocument text",
        "odt.document",
        (".odt", ".ott", ".fodt"),
        "application/vnd.oasis.opendocument.text",
        new_blocks=True,
        tracker="odt.tracked.write_tracked",
        hangs=True,
        unread="comments, deleted and hidden text, marks of notes, formulas, charts",
        may_keep_back=True,
    ),
    Format(
        "pptx",
        "PowerPoint presentation",
        "pptx.document",
        (".pptx", ".pptm", ".ppsx"),
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        new_blocks=True,
        all_text=True,
        unread="masters, comments, charts, formulas, alternative texts; hidden slides are set "
        "aside",
        changed="the drawn copy of SmartArt where it says the same",
        may_keep_back=True,
    ),
    Format(
        "epub",
        "Electronic book",
        "epub",
        (".epub",),
        "application/epub+zip",
        new_blocks=True,
        hangs=True,
        unread="hidden text, alternative texts, the table of contents as text",
        may_keep_back=True,
    ),
    Format(
        "idml",
        "InDesign markup",
        "idml.document",
        (".idml",),
        "application/vnd.adobe.indesign-idml-package",
        new_blocks=True,
        all_text=True,
        unread="notes, deleted and hidden text, text variables; master pages, hidden layers and "
        "frames are set aside",
        changed="a new text that needs a row of a table stands in the cell beside it",
        may_keep_back=True,
    ),
    Format(
        "xliff",
        "XLIFF",
        "bilingual.xliff",
        (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"),
        "application/xliff+xml",
        bilingual=True,
        unread="alternative translations, the codes themselves",
    ),
    Format(
        "xlsx",
        "Excel workbook",
        "tables.xlsx",
        (".xlsx", ".xlsm"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        new_blocks=True,
        all_text=True,
        bilingual=True,
        unread="formulas, numbers, dates (in a pair the words of a formula are read, and a number "
        "beside a number), comments, charts; hidden rows, columns and sheets of a "
        "text are set aside",
        changed="looks of single words in an edited cell are lost; a new text that needs a row "
        "between others stands in the cell beside it",
        may_keep_back=True,
    ),
    Format(
        "delimited",
        "Table of text",
        "tables.delimited",
        (".tsv", ".tab", ".csv"),
        "text/tab-separated-values",
        LARGEST_TEXT,
        new_blocks=True,
        all_text=True,
        bilingual=True,
        unread="cells without words",
    ),
    Format(
        "rtf",
        "Rich text",
        "rtf.document",
        (".rtf",),
        "application/rtf",
        read_only=True,
        unread="headers and footers, deleted and hidden text, comments, marks of notes, pictures, "
        "styles",
    ),
    Format(
        "pdf",
        "PDF",
        "pdf.document",
        (".pdf",),
        "application/pdf",
        read_only=True,
        unread="pictures and scans, styles, order of tables",
    ),
    Format(
        "tmx",
        "Translation memory (TMX)",
        "bilingual.tmx",
        (".tmx",),
        "application/x-tmx+xml",
        bilingual=True,
        unread="the codes themselves, properties, a second variant in the same language",
        may_keep_back=True,
    ),
    Format(
        "po",
        "Gettext catalogue",
        "bilingual.po",
        (".po", ".pot"),
        "text/x-gettext-translation",
        LARGEST_TEXT,
        bilingual=True,
        unread="obsolete messages, references to the program",
    ),
    Format(
        "subtitles",
        "Subtitles",
        "subtitles.document",
        (".srt", ".vtt"),
        "application/x-subrip",
        LARGEST_TEXT,
        new_blocks=True,
        all_text=True,
        unread="numbers, times, positions, comments",
        changed="the numbers behind a new subtitle, which is shown when its source is or between "
        "its neighbours",
    ),
    Format(
        "html",
        "Web page",
        "html.page",
        (".html", ".htm", ".xhtml", ".xht"),
        "text/html",
        new_blocks=True,
        hangs=True,
        maker="plain_forms.as_html",
        made_suffixes=(".html", ".htm"),
        unread="scripts, styles, hidden text, alternative texts",
        may_keep_back=True,
    ),
    Format(
        "web_archives",
        "Web page in one file",
        "html.web_archives",
        (".mhtml", ".mht", ".webarchive"),
        "multipart/related",
        new_blocks=True,
        hangs=True,
    ),
    Format(
        "markdown",
        "Markdown",
        "markdown.document",
        (".md", ".markdown", ".mdown", ".mkd", ".mdx"),
        "text/markdown",
        LARGEST_TEXT,
        new_blocks=True,
        hangs=True,
        maker="plain_forms.as_markdown",
        made_suffixes=(".md", ".markdown"),
        unread="addresses of links, comments, tags of components and short codes but for the words "
        "in them",
        changed="new text that looks like a mark is escaped",
    ),
    Format(
        "text",
        "Plain text",
        "plain.text",
        (".txt", ".text"),
        "text/plain",
        LARGEST_TEXT,
        new_blocks=True,
        maker="plain_forms.as_text",
        made_suffixes=(".txt", ".text"),
        changed="wrapped paragraphs are wrapped again; a character that the code page lacks makes "
        "the file UTF-8",
    ),
)


def format_of(path: Path) -> Format:
    """The format of the file at `path` by its name; raises `UnknownFormatError`."""
    for known in FORMATS:
        if path.suffix.lower() in known.suffixes:
            return known
    way_out = WAYS_OUT.get(path.suffix.lower())
    if way_out:
        raise UnknownFormatError(
            path, message("“{path}” cannot be read. {way_out}", path=path, way_out=way_out)
        )
    kinds = ", ".join(suffix for known in FORMATS for suffix in known.suffixes)
    raise UnknownFormatError(
        path,
        message(
            "“{path}” is of a kind that cannot be read. What can be read: {kinds}.",
            path=path,
            kinds=kinds,
        ),
    )


def format_named(name: str) -> Format | None:
    """The format that documents name so (`Document.format`), None for one that is not known."""
    return next((known for known in FORMATS if known.name == name), None)


def format_of_document(document: Document) -> Format | None:
    """The format that read `document`; of one that an earlier version called otherwise, the
    format of a file of its name. None for one that is not known."""
    path = Path(document.path)
    return format_named(document.format) or format_named(format_name(path))


def is_all_text(name: str) -> bool:
    """Whether files of the format that documents name so hold nothing around their text."""
    known = format_named(name)
    return known is not None and known.all_text


def format_name(path: Path) -> str:
    """The name (`Document.format`) of the format of a file of this name, "" if unknown."""
    suffix = Path(path).suffix.lower()
    return next((known.name for known in FORMATS if suffix in known.suffixes), "")


def can_read(path: Path) -> bool:
    """Whether a file of this name is of a format that `read` knows."""
    return bool(format_name(path))


def has_a_form(path: Path) -> bool:
    """Whether a file of this name shows by its content what it is, or has no name that says so
    (copies and exports are called .bak, .orig, .log): a plain text with such a name is one."""
    return format_name(path) not in ("text", "markdown", "delimited")


def file_dialog_filters() -> list[tuple[str, list[str]]]:
    """(title, globs) for a file dialog: all readable files first, then each format."""
    each = [(known.title, [f"*{suffix}" for suffix in known.suffixes]) for known in FORMATS]
    return [("Documents", [glob for _, globs in each for glob in globs]), *each]


def made_forms() -> list[tuple[str, str]]:
    """(title, suffix) of each form in which a text of any format can be written."""
    return [(known.title, known.made_suffixes[0]) for known in FORMATS if known.maker]


def may_be_bilingual(path: Path) -> bool:
    """Whether a file of this name may hold a text together with its translation, in a table."""
    return can_read(path) and bool(format_of(path).bilingual or format_of(path).in_table)
