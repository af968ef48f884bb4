"""Everything that can be exported of a review, one line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, Any

from reviewer.messages import Message, message
from reviewer.reports.file_names import fitting

if TYPE_CHECKING:
    from reviewer.review import Review, TranslationInfo


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may choose. `author` signs changes and comments, `at` is the time (ISO 8601,
    UTC) of what has none of its own; `findings` says whether open findings become comments;
    `form` is the suffix of the format that a corrected text is made in, "" for its own."""

    author: str
    at: str
    findings: bool = True
    form: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of export.

    `maker` names a "module.function" of this package: `make(review, translation ids, options)
    -> bytes`. `suffix` is that of its files ("" for one that depends on the text, which `maker`'s
    module tells by `suffix_of(document)`); `mark` stands before it in a name. A `whole` kind puts
    all translations into one file, another makes one for each. `corrects` says that it is the
    translation itself, corrected. `signed` says that an author's name
    is in it, `remarked` that open findings can be comments in it. `drawn` is a page that has to be
    printed by the window's own means.
    """

    name: str
    title: Message
    tip: Message
    suffix: str
    maker: str
    mark: str = "reviewed"
    whole: bool = False
    corrects: bool = False
    signed: bool = False
    remarked: bool = False
    drawn: bool = False

    def make(self, review: Review, translation_ids: Sequence[int], options: Options) -> bytes:
        """The bytes of the file for these translations."""
        maker: Callable[[Review, Sequence[int], Options], bytes] = _function(self.maker)
        return maker(review, translation_ids, options)

    def suffix_for(self, review: Review, translation_id: int) -> str:
        """The suffix of the file of a translation."""
        if self.suffix:
            return self.suffix
        module, _, _ = self.maker.partition(".")
        chosen: str = _function(f"{module}.suffix_of")(review.document(translation_id))
        return chosen

    def names(self, review: Review, translations: Sequence[TranslationInfo]) -> list[str]:
        """A file name for each of `translations`, or one for all: no two the same anywhere."""
        if self.whole:
            return [fitting(review.path.stem, f".{self.mark}{self.suffix}")]
        taken: set[str] = set()
        names = []
        for info in translations:
            stem, suffix = PureWindowsPath(info.path).stem, self.suffix_for(review, info.id)
            name, number = fitting(stem, f".{self.mark}{suffix}"), 1
            while name.casefold() in taken:
                again = info.language if number == 1 else f"{info.language}-{number}"
                name = fitting(stem, f".{again}.{self.mark}{suffix}")
                number += 1
            taken.add(name.casefold())
            names.append(name)
        return names


def _function(name: str) -> Any:
    # What a kind needs is loaded when it is asked for.
    module, _, function = name.partition(".")
    return getattr(import_module(f"reviewer.reports.{module}"), function)


KINDS: tuple[Kind, ...] = (
    Kind(
        "text",
        message("Corrected text"),
        message("In the format in which it came; everything that was not corrected stays as it is"),
        "",
        "corrected.corrected",
        corrects=True,
    ),
    Kind(
        "tracked",
        message("Corrected text with tracked changes"),
        message(
            "Word or OpenDocument: every correction can be accepted or rejected; comments and "
            "open findings stand beside their words"
        ),
        "",
        "tracked.tracked",
        mark="tracked",
        corrects=True,
        signed=True,
        remarked=True,
    ),
    Kind(
        "html",
        message("Report as a page"),
        message(
            "All rows side by side with findings, decisions, filter and charts, in one file for "
            "any browser"
        ),
        ".html",
        "page.page",
        mark="report",
        whole=True,
        signed=True,
    ),
    Kind(
        "pdf",
        message("Report as PDF"),
        message("The same for paper and for mail"),
        ".pdf",
        "print_page.print_page",
        mark="report",
        whole=True,
        signed=True,
        drawn=True,
    ),
    Kind(
        "table-docx",
        message("Table for Word or LibreOffice, to be edited and read back"),
        message(
            "A row for each sentence; corrections, comments and decisions made in it come back by "
            "“Apply a table”"
        ),
        ".docx",
        "table_docx.table_docx",
        mark="table",
    ),
    Kind(
        "table-xlsx",
        message("Table for Excel or LibreOffice, to be edited and read back"),
        message("The same as a workbook"),
        ".xlsx",
        "table_xlsx.table_xlsx",
        mark="table",
    ),
    Kind(
        "xliff",
        message("XLIFF 2.1 for other tools"),
        message("The corrected translation with states, notes and findings as ITS quality issues"),
        ".xlf",
        "xliff_out.xliff",
        signed=True,
    ),
    Kind(
        "tmx",
        message("Translation memory (TMX)"),
        message("All corrected translations in one memory, a unit for each sentence"),
        ".tmx",
        "tmx_out.tmx",
        whole=True,
        signed=True,
    ),
    Kind(
        "findings-xlsx",
        message("Findings as a workbook"),
        message("Every finding with what was decided, for Excel and other spreadsheets"),
        ".xlsx",
        "findings.as_xlsx",
        mark="findings",
        whole=True,
    ),
    Kind(
        "csv",
        message("Findings as a table"),
        message("Every finding with what was decided, for a spreadsheet"),
        ".csv",
        "findings.as_csv",
        mark="findings",
        whole=True,
    ),
    Kind(
        "json",
        message("Findings for programs (JSON)"),
        message("The same with places and identities; docs/exports.md describes it"),
        ".json",
        "findings.as_json",
        mark="findings",
        whole=True,
    ),
    Kind(
        "sarif",
        message("Findings for code hosts (SARIF)"),
        message("Shown by GitHub and others beside the files"),
        ".sarif",
        "sarif_and_junit.sarif",
        mark="findings",
        whole=True,
    ),
    Kind(
        "junit",
        message("Findings as test results (JUnit)"),
        message("Shown by every service that builds and tests"),
        ".xml",
        "sarif_and_junit.junit",
        mark="junit",
        whole=True,
    ),
)


def kind(name: str) -> Kind:
    """The kind of this name; raises KeyError."""
    return {one.name: one for one in KINDS}[name]
