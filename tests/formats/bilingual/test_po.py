"""Gettext catalogues: messages are units, placeholders are codes."""

from __future__ import annotations

import shutil
from pathlib import Path
from subprocess import run

import polib
import pytest

from reviewer import formats
from reviewer.domain import Span, TextEdit
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.registry import format_of
from reviewer.formats.shared.units import BilingualFile

MSGFMT = shutil.which("msgfmt")

PO = r"""# Translators
msgid ""
msgstr ""
"Language: de\n"
"Content-Type: text/plain; charset=UTF-8\n"

#. shown in the menu
#: a.c:1
#, c-format
msgid "Open %s"
msgstr "Öffne %s"

#, fuzzy
msgctxt "verb"
msgid ""
"Say \"no\"\n"
"and go."
msgstr ""
"Sag \"nein\"\n"
"und geh."

#, c-format
msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d Datei"
msgstr[1] "%d Dateien"

msgid "Empty"
msgstr ""

#~ msgid "gone"
#~ msgstr "weg"
"""


def both(source: str) -> BilingualFile:
    return format_of(Path("x.po")).read_both("x.po", source.encode())


def test_messages_are_units() -> None:
    file = both(PO)
    target = file.translations[0]
    assert (file.source.language, target.language) == ("", "de")
    rows = zip(file.source.blocks, target.blocks, strict=True)
    assert [(one.text, other.text, other.codes, one.note) for one, other in rows] == [
        ("Open %s", "Öffne %s", ("%s",), "shown in the menu"),
        ('Say "no" and go.', 'Sag "nein" und geh.', (), "fuzzy; verb"),
        ("%d file", "%d Datei", ("%d",), ""),
        ("%d files", "%d Dateien", ("%d",), ""),
        ("Empty", "", (), ""),
    ]


def test_polib_reads_the_same() -> None:
    entries = [each for each in polib.pofile(PO) if not each.obsolete]
    said = [
        text
        for each in entries
        for text in (each.msgstr_plural.values() if each.msgid_plural else [each.msgstr])
    ]
    blocks = both(PO).translations[0].blocks
    assert [" ".join(text.split()) for text in said] == [
        " ".join(block.text.split()) for block in blocks
    ]


@pytest.mark.parametrize(
    ("number", "span", "new", "old_text", "new_text"),
    [
        (0, Span(0, 5), 'Er "öffnet"', '"Öffne %s"', r'"Er \"öffnet\" %s"'),
        (3, Span(3, 10), "Akten", '"%d Dateien"', '"%d Akten"'),
        (4, Span(0, 0), "Leer", 'msgid "Empty"\nmsgstr ""', 'msgid "Empty"\nmsgstr "Leer"'),
    ],
)
def test_an_edit_changes_its_string_alone(
    number: int, span: Span, new: str, old_text: str, new_text: str
) -> None:
    document = both(PO).translations[0]
    written = formats.edited_bytes(document, [TextEdit(number, span, new)]).decode()
    assert written == PO.replace(old_text, new_text)
    polib.pofile(written)


def test_a_line_break_within_a_message_stays() -> None:
    target = both(PO).translations[0]
    written = formats.edited_bytes(target, [TextEdit(1, Span(11, 14), "und\\")]).decode()
    assert '"Sag \\"nein\\"\\n"\n"und\\\\ geh."' in written


def test_what_is_no_catalogue_says_so() -> None:
    with pytest.raises(DamagedFileError, match="no messages"):
        both("just words\n")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ('msgid "It cost 5', 4),
        ('msgid "He said "no" to 5"', 4),
        ("<<<<<<< HEAD", 4),
        ("msgid It cost 5", 4),
        ('msgid "It" cost "5"', 4),
        ('msgid "It cost"\n# 5', 6),
    ],
)
def test_a_line_that_no_catalogue_has_is_told(line: str, number: int) -> None:
    """What was behind the quote was lost in silence."""
    start = 'msgid ""\nmsgstr ""\n\n'
    with pytest.raises(DamagedFileError, match=f"line {number} is no line of a catalogue"):
        formats.read_bytes(Path("x.po"), f'{start}{line}\nmsgstr "Es kostete 5"\n'.encode())


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ('msgid "a" "b"\nmsgstr "c" "d"\n', [("ab", "cd")]),
        ('msgid "a""b"\nmsgstr ""  "c"\n"d" "e"\n', [("ab", "cde")]),
        ('msgid\r\n"a"\r\nmsgstr\r\n\t"b"\r\n', [("a", "b")]),
        ('msgid "a" msgstr "b" msgid "c" msgstr "d"', [("a", "b"), ("c", "d")]),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr [ 0 ] "x" "y" msgstr[1]"z"\n',
            [("a", "xy"), ("b", "z")],
        ),
        ('  #, fuzzy\nmsgctxt "k" "l" msgid "a"\nmsgstr "c"\n', [("a", "c")]),
        ('msgid "a" msgstr "b" #, fuzzy\nmsgid "c" msgstr "d"\n', [("a", "b"), ("c", "d")]),
        ('domain "x"\nmsgid "a"\nmsgstr "b"\n', [("a", "b")]),
        ('msgid "a" "b"\nmsgstr "c"\n#~ msgid "x" "y"\n#~ msgstr "z"\n', [("ab", "c")]),
    ],
)
def test_strings_and_keywords_stand_where_they_will(
    written: str, texts: list[tuple[str, str]]
) -> None:
    """As msgfmt reads them; such catalogues were refused."""
    written = 'msgid "" msgstr "Language: de\\n" "Project: x\\n"\n\n' + written
    file = both(written)
    target = file.translations[0]
    assert target.language == "de"
    both_texts = zip(file.source.blocks, target.blocks, strict=True)
    assert [(one.text, other.text) for one, other in both_texts] == texts
    assert formats.edited_bytes(target, []).decode() == written
    edits = [TextEdit(n, Span(0, len(text)), f"W{n}") for n, (_, text) in enumerate(texts)]
    again = formats.edited_bytes(target, edits)
    assert [block.text for block in formats.read_bytes(Path("x.po"), again).blocks] == [
        f"W{n}" for n in range(len(texts))
    ]
    assert b"fuzzy" not in again
    if MSGFMT:
        for data in (written.encode(), again):
            run([MSGFMT, "-o", "-", "-"], input=data, check=True, capture_output=True)


@pytest.mark.parametrize(
    ("message", "written"),
    [
        (r"Nobody was hurt.", r"Niemand."),
        (r"Nobody was hurt.\n", r"Niemand.\n"),
        (r"\nNobody was hurt.\n", r"\nNiemand.\n"),
        (r"Nobody was hurt.\\n", r"Niemand."),
        (r"Nobody\nwas hurt.", r"Niemand."),
    ],
)
def test_a_translation_that_is_typed_has_the_line_breaks_around_its_message(
    message: str, written: str
) -> None:
    source = f'msgid "{message}"\nmsgstr ""\n'
    target = both(source).translations[0]
    edit = TextEdit(0, Span(0, 0), "Niemand.")
    assert formats.edited_bytes(target, [edit]).decode() == source.replace(
        'msgstr ""', f'msgstr "{written}"'
    )


@pytest.mark.parametrize(
    ("flags", "left"),
    [
        ("#, fuzzy\n", ""),
        ("#,fuzzy\r\n", ""),
        ("#, fuzzy, c-format\n", "#, c-format\n"),
        ("#, c-format, fuzzy\n", "#, c-format\n"),
        ("#, c-format, fuzzy, no-wrap\n", "#, c-format, no-wrap\n"),
        ("#, fuzzy\n#, c-format\n", "#, c-format\n"),
        ("#, c-format\n", "#, c-format\n"),
        ("# fuzzy\n", "# fuzzy\n"),
    ],
)
def test_a_message_that_is_edited_is_fuzzy_no_more(flags: str, left: str) -> None:
    """msgfmt leaves out what is fuzzy: the correction was in no program."""
    other = '#, fuzzy\nmsgid "No"\nmsgstr "Nein"\n'
    source = f'{other}\n{flags}#| msgid "Yeah"\nmsgid "Yes"\nmsgstr "Ja."\n'
    target = both(source).translations[0]
    edit = TextEdit(1, Span(2, 3), "")
    assert formats.edited_bytes(target, [edit]).decode() == source.replace("Ja.", "Ja").replace(
        f"\n\n{flags}", f"\n\n{left}"
    )
    assert formats.edited_bytes(target, [TextEdit(1, Span(0, 3), "Ja.")]).decode() == source


def test_plural_forms_and_empty_translations_are_fuzzy_no_more_once() -> None:
    source = (
        '#, fuzzy\nmsgid "%d a"\nmsgid_plural "%d as"\nmsgstr[0] "%d x"\nmsgstr[1] "%d y"\n\n'
        '#, fuzzy\nmsgid "Yes"\nmsgstr ""\n'
    )
    target = both(source).translations[0]
    edits = [TextEdit(n, Span(0, len(target.blocks[n].text)), "z") for n in range(3)]
    written = formats.edited_bytes(target, edits).decode()
    assert written == (
        'msgid "%d a"\nmsgid_plural "%d as"\nmsgstr[0] "z"\nmsgstr[1] "z"\n\n'
        'msgid "Yes"\nmsgstr "z"\n'
    )
