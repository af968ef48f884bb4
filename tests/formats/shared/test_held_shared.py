"""What the parts that several formats share decide, one small question after the other.

`held_shared.txt` has lines that go on or do not, wrapped paragraphs, list numbers, raised text,
smallest changes, front matter with what edits write into it, block scalars, trees of elements,
tokens, archives at their limits, encodings of XML and what stands outside of links. After a change
on purpose: HELD=write pytest tests/formats/shared/test_held_shared.py
"""

from __future__ import annotations

import os
import random
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Block, Edit, ReviewerError, Span, TextEdit
from reviewer.formats.shared import archive, line_breaks, list_numbers, markup, wrapped, xml_source
from reviewer.formats.shared.changes import changes, edited, on_one_line
from reviewer.formats.shared.declared_language import believed, language_tag
from reviewer.formats.shared.elements import Tree
from reviewer.formats.shared.mapped import Mapping, SourcePatch, patched, patches
from reviewer.formats.shared.outside_links import outside_links
from reviewer.formats.shared.raised import Raised, lowered, lowered_beside, raised
from reviewer.formats.shared.short_lines import goes_on, is_sentence, is_short
from reviewer.formats.shared.symbol_fonts import is_symbol_font, sign, symbol
from reviewer.formats.shared.toml_strings import long_string
from reviewer.formats.shared.word_text import word_text

TABLE = Path(__file__).with_name("held_shared.txt")


def tried(work: Callable[[], object]) -> str:
    try:
        return repr(work())
    except (ReviewerError, xml_source.BrokenXmlError) as error:
        return f"{type(error).__name__}"


BEFORE = (
    "The ferry", "The ferry,", "He said:", "It left.", "It left!”", "(see", "a –", "x/", "and",
    "", "  ", "第一章", "渡" * 9, "渡" * 10, "a" * 19, "a" * 20, "a" * 39, "a" * 40, "渡" * 20,
    "ا" * 20, "wait…", "A & B &", "“So", "it’s",
)  # fmt: skip
BEHIND = (
    "left its pier.", "Left its pier.", "left", "Left", "12 days", "- one", "– two", "• x",
    "1. x", "1) x", "(12) x", "a) x", "(b) x", "1234. x", "ab. x", "1.5 m", "",
    "桥关闭。", "桥关闭",
    "غادر.", "غادر", "“So”", "*x", "* x",
)  # fmt: skip


def told_lines() -> Iterator[str]:
    for before in BEFORE:
        going = ("+" if line_breaks.goes_on(before, behind) else "-" for behind in BEHIND)
        yield f"goes on {before!r} | {''.join(going)}"
    texts = (
        *BEFORE,
        *("a" * n for n in (100, 101, 160, 161)),
        *("渡" * n for n in (50, 51, 80, 81)),
    )
    for text in texts:
        yield (
            f"short {text[:9]!r} {len(text)} | {goes_on(text)} {is_short(text)} "
            f"{is_short(text, 40)} {is_sentence(text)} {wrapped.columns(text)}"
        )
    for text in ("e\u0301", "ｶﾞ", "Ａ", "한글", "😀", "\u200b", "a\tb"):
        yield f"columns {text!r} | {wrapped.columns(text)} {wrapped.is_wide(text[0])}"


def told_wrapped() -> Iterator[str]:
    dice = random.Random("wrapped")
    for number in range(60):
        width = dice.choice((28, 29, 30, 31, 50, 72, 99, 100, 101, 102))
        word = dice.choice(("word", "渡", "ferries", "ice")) if dice.random() < 0.3 else ""
        words = [word or dice.choice(("a", "ice", "ferry", "together")) for _ in range(90)]
        lines = wrapped.filled(" ".join(words), width)
        some = dice.choice((2, 3, 4, 20, 22))
        lines = lines[:some]
        for _ in range(dice.choice((0, 0, 1, 2))):
            at = dice.randrange(len(lines))
            lines[at] += dice.choice((" x", " http://example.org/longer", "y" * 300, "y" * 340))
        found = wrapped.wrap_width([lines, lines[: dice.choice((1, 2))]])
        yield f"wrapped {number} {width} {len(lines)} | {found} {list(map(len, lines))[:5]}"
    for text in (
        "one two three",
        "one  two\tthree",
        "",
        "one",
        "thirteen two",
        " one two ",
        "渡 渡 渡 渡",
    ):
        yield f"filled {text!r} | {[wrapped.filled(text, width) for width in (3, 7, 8, 9, 99)]}"
    for number in range(24):
        source = "".join(
            dice.choice(("ferry", "ice", "a")) + dice.choice((" ", " ", "\n", "\r\n", " \n"))
            for _ in range(12)
        ).strip()  # fmt: skip
        mapping = Mapping()
        mapping.add_run(source, 0)
        lined = Mapping()
        for character, start, end in zip(
            mapping.characters, mapping.starts, mapping.ends, strict=True
        ):
            lined.add(" " if character in "\n\r" else character, start, end)
        at = dice.randrange(len(source))
        made = [SourcePatch(at, min(len(source), at + 3), dice.choice(("", "new words", "x\ny")))]
        again = wrapped.wrapped_again(source, lined, made, 16)
        yield f"again {number} {source!r} {at} | {patched(source, again)!r}"
    yield f"again none | {wrapped.wrapped_again('a', Mapping(), [], 9)}"


def told_signs() -> Iterator[str]:
    numbers = (*range(-2, 60), 99, 100, 399, 400, 499, 500, 899, 900, 999, 1000, 3998, 3999, 4000)
    ways = (list_numbers.decimal, list_numbers.padded, list_numbers.letters, list_numbers.roman,
            list_numbers.capital(list_numbers.roman))  # fmt: skip
    for number in numbers:
        yield f"number {number} | {' '.join(way(number) for way in ways)}"
    hows: tuple[Raised, ...] = ("superscript", "subscript", "")
    for text in (
        "12",
        "1er",
        "nd",
        "a",
        "q",
        " b ",
        "x2",
        "-3",
        "−3",
        "+",
        "1 2",
        "",
        "é",
        "(2)",
        "(n)",
    ):
        yield f"raised {text!r} | " + " ".join(
            repr(raised(text, how, letters=letters)) for how in hows for letters in (True, False)
        )
    for one in "1a²₂ᵃ⁻-q":
        yield f"lowered {one} | {[lowered(one, how) for how in hows]}"
        yield f"beside {one} | {[lowered_beside(one, w, '3 ⁴ ₅ b') for w in '12a-']}"
    fonts = ("Symbol", " wingdings ", "WEBDINGS", "Arial", "")
    for code in (0, 31, 32, 33, 97, 254, 255, 256, 0xF000, 0xF020, 0xF061, 0xF0FF, 0xF100, 0xD800,
                 0xDFFF, 0xE000, 0x10FFFF, 0x110000):  # fmt: skip
        yield f"symbol {code:x} | {[symbol(code, font) for font in fonts]}"
    yield f"fonts | {[is_symbol_font(font) for font in fonts]}"
    for char in ("F061", "f0", "", "x", "1234567", "110000", "D800"):
        yield f"sign {char} | {[sign(char, font) for font in fonts]}"
    for text in ("a<b", "é", "\uf061x", "\uefff\uf000\uf0ff\uf100", "x\uf061"):
        written = word_text(text), word_text(text, "", "t", "A&B"), word_text(text, font="Symbol")
        yield f"word {text!r} | {' '.join(written)}"
    for tag in ("en", "EN_gb", " de ", "zh-Hans-CN", "e", "engl", "en-", "en-x", "en-ab",
                "en-123456789",
                "en-12345678", "x-klingon", "", "fil"):  # fmt: skip
        yield f"tag {tag!r} | {language_tag(tag)!r}"
    english = "The ferry left its pier before noon and nobody on board knew of the ice. "
    german = "Die Fähre verließ vor Mittag ihren Anleger, und niemand an Bord wusste vom Eis. "
    indonesian = "Kapal itu meninggalkan dermaga sebelum siang dan tidak ada yang tahu tentang es. "
    for name, text in (("en", english), ("de", german), ("id", indonesian)):
        for size in (10, 80, 81, 199, 200, 201, 600):
            body = (text * 9)[:size]
            for tag in ("en", "de-AT", "ms", ""):
                kept = [
                    believed(tag, [Block(body, chrome=chrome), *more], unasked=unasked)
                    for chrome in (False, True)
                    for more in ((), [Block("Menü und Suche")] * 20, [Block(german * 2)])
                    for unasked in (False, True)
                ]
                yield f"believed {name} {size} {tag} | {' '.join(one or '-' for one in kept)}"


WORDS = (
    "The",
    "ferry",
    "12",
    "4.5",
    "1,200",
    "left",
    "its",
    "pier",
    "ice",
    "Ferrys",
    "...",
    "“so”",
    "é",
)


def told_changes() -> Iterator[str]:
    dice = random.Random("changes")
    for number in range(70):
        old = " ".join(dice.choices(WORDS, k=8))
        edits: list[TextEdit] = []
        position = 0
        for _ in range(dice.choice((1, 1, 2))):
            start = min(len(old), position + dice.randrange(9))
            end = min(len(old), start + dice.randrange(14))
            new = dice.choice((
                "", old[start:end], " ".join(dice.choices(WORDS, k=3)), old[start:end] + "s",
                "a\nb", old[start:end].replace("i", "ii"), old[start:end][1:],
            ))  # fmt: skip
            inserted = ((0, Span(0, len(new))),) if new and dice.random() < 0.15 else ()
            edits.append(TextEdit(0, Span(start, end), new, inserted))
            position = end
        for whole in (False, True):
            found = changes(old, edits, whole_words=whole)
            told = [f"{one.start}-{one.end}{'!' * one.sentence}{one.text!r}" for one in found]
            yield f"change {number} | {' '.join(told)} {edited(old, found)!r}"
    for spans in (
        ((0, 2), (2, 3)),
        ((0, 2), (1, 3)),
        ((2, 1),),
        ((-1, 1),),
        ((0, 4),),
        ((0, 5),),
        ((4, 4),),
    ):
        made = [TextEdit(0, Span(*span), "x") for span in spans]
        yield f"fits {spans} | {tried(partial(changes, 'abcd', made))}"
    for text in ("a\nb", "a  \n b", "a\r\n\r\nb", "a\x85b", "a\u2028 b", "a\tb", "\na\n", "a\x1cb"):
        put = changes("x", [TextEdit(0, Span(0, 1), text)])
        yield f"one line {text!r} | {on_one_line(text)!r} {edited('x', put)!r}"


VALUES = (
    "title: The ferry", "title: 'It''s'", 'title: "A \\"b\\" \\u00e9\\n\\ud83d\\ude00"',
    "title:", "title: ''", "title: >\n  one\n  two\n\n  three",
    "title: |\n  one\n  two\n   three", "title: >-\n    a\n  b", "title: |2\n    a\n  b",
    "title: > # why\n  a", "title: !x >\n  a", "title: one\n  two", "title: 'one\n  two'",
    "title: \"one\n  two", "title:\n  - a\n  - b", "title:\n  a: b", "title:\n  text\n  more",
    "title:\n\n  text", "TITLE: x", "Subtitle: x # why", "description: a #b", "summary: a:b",
    "tags: [a, b]", "draft: true", "excerpt: one\n  two # no", "tagline: [x]", "abstract:x",
    "title : x", " title: x", "# note", "title: >\n\n  one\n\n\n    two\n  three\n",
    "list:\n  - title: no", "title: \"\"", "title: \\x",
)  # fmt: skip
TOML = (
    'title = "The ferry"', "title = 'It'", 'title = """one\ntwo"""', "title = '''one\ntwo'''",
    'title = """\none \\\n  two"""', 'title = """a""b"""', 'title = """a"""""', 'title = """a',
    "x = 1", 'description = """a \\\\\nb\\"c"""', "title = '''a'' '''", 'title = "a" # b',
    '[title]', 'date = """a\nb"""',
)  # fmt: skip
JSON = (
    '{"title": "The ferry"}', '{"title": "A \\"b\\"", "x": {"title": "no"}, "summary": "s"}',
    '{"title": 1}', '{\n "title":\n "a"\n}', '{"title": "a"} x', '{"title": "a"', '["title"]',
    '{ "a": ["title", "b"], "title": "c"}', '{"title": "title", "description": ""}',
    '{"TITLE": "x", "subtitle": "y"}',
)  # fmt: skip


def fronts() -> Iterator[str]:
    yield from (f"---\n{value}\n---\n\nText.\n" for value in VALUES)
    yield from (f"---\r\n{value}\r\nx: y\r\n...\r\nText.\r\n" for value in VALUES[:14])
    yield from (f"+++\n{value}\n+++\nText.\n" for value in TOML)
    yield from (f"{value}\n\nText.\n" for value in JSON)
    yield from (
        "---\ntitle: x\n",
        "---\n---\nText.",
        "--- x\ntitle: x\n---\n\na",
        "\n---\ntitle: x\n---\n\na",
    )


def told_fronts() -> Iterator[str]:
    for source in fronts():
        document = formats.read_bytes(Path("a.md"), source.encode())
        told = [f"{b.role[:4]}{b.level}{'!' * b.chrome} {b.text!r}" for b in document.blocks]
        yield f"front {source!r} | {' '.join(told)}"
        for index, block in enumerate(document.blocks):
            if block.chrome or block.text == "Text.":
                continue
            size = len(block.text)
            made: list[str] = []
            for start, end, new in (
                (0, size, "a: b"),
                (size, size, " 'q' \"d\" \\"),
                (0, 1, ""),
                (0, size, ""),
            ):
                edit: list[Edit] = [TextEdit(index, Span(start, end), new)]
                made.append(tried(partial(formats.edited_bytes, document, edit)))
            yield f"front {source!r} {index} | {' '.join(made)}"
    for source in TOML:
        yield f"toml {source!r} | {long_string(source, 0, len(source))}"


PIECES = (
    "<p>", "</p>", "<div class='a'>", "</div>", "<b>", "</b>", "<br>", "<br/>", "<li>", "</li>",
    "<ul>", "</ul>", "<td>", "<tr>", "</tr>", "<table>", "</table>", "<a href=x>", "</a>",
    "text", " & ", "&amp;", "<h1>", "</h1>", "<tbody>", "<dt>", "<dd>", "<!-- <p> -->",
    "<![CDATA[<p>]]>", "<?x <p>?>", "<", ">", "<script>'<p>'</script>", "<title>a<b></title>",
    "</x", "<!doctype html>", "<option>", "&#233;", "&eacute", "&nope;", "<button>", "<x:p/>",
    "<p a=\"1>2\" b='c'>", "<p a='>", "&lt;", "<textarea>", "<body>", "<select>",
    "<img alt=\"a\">",
)  # fmt: skip


def told_markup() -> Iterator[str]:
    dice = random.Random("markup")
    for number in range(120):
        source = "".join(dice.choices(PIECES, k=9))
        for xml in (False, True):
            told = [
                f"{one.kind[0]}{one.start}-{one.end}{one.name}{'/' * one.closed}"
                for one in markup.tokens(source, xml=xml)
            ]
            tree = Tree(source, xml=xml)
            held = [f"{e.name}{e.start}-{e.inside}-{e.last}-{e.end}" for e in tree.elements]
            middle = len(source) // 2
            at, before = tree.at(middle), tree.before(middle)
            more = f"{at and at.start} {before and before.start} {len(tree.between(0, middle))}"
            more += f" {[len(tree.inside(one)) for one in tree.elements]}"
            yield f"markup {number} {xml:d} | {' '.join(told)} | {' '.join(held)} | {more}"
        written = list(markup.characters(source, 0, len(source)))
        yield f"characters {number} {source!r} | {''.join(one for one, _, _ in written)!r}"
    ends = (
        "</a>",
        "</b></a>",
        " </b> </a> x",
        "</p></a>",
        "</text:a></text:span>",
        "x</a>",
        "</a",
        "</hyperlink>",
    )
    for end in ends:
        yield f"outside {end!r} | {outside_links('one' + end, 3, behind=True)}"
    for begin in ("<a>", "<a href='x'><b>", "<p><a>", "<a><p>", "<a/>",
                  "<w:hyperlink r:id='1'><w:r><w:t>", "<a> ", f"<a x='{'y' * 1_980}'>",
                  f"<a x='{'y' * 2_100}'>", "<br><a>",
                  "a>", ""):  # fmt: skip
        found = outside_links(begin + "one", len(begin), behind=False)
        yield f"outside {begin[:20]!r} {len(begin)} | {found}"


def told_mapped() -> Iterator[str]:
    dice = random.Random("mapped")
    for number in range(40):
        mapping, source = Mapping(), ""
        for _ in range(9):
            piece = dice.choice(("ab", " ", "&x;", "<b>", "é", "\ud800", "  "))
            if piece == "&x;":  # one piece that gives two characters
                mapping.add("x", len(source), len(source) + 3)
                mapping.add("y", len(source) + 3, len(source) + 3)
            elif piece != "<b>":
                mapping.add_run(piece, len(source))
            source += piece
        if dice.random() < 0.5 and len(mapping):
            mapping.more[dice.randrange(len(mapping))] = [(len(source), len(source) + 1)]
            source += "_"
        trimmed, left = mapping.trimmed(), mapping.trimmed_left()
        cut = mapping.behind(2)
        told = f"{trimmed.text!r} {list(trimmed.starts)} {trimmed.more} {left.text!r}"
        told += f" {cut.text!r} {cut.more}"
        size = len(mapping)
        start = dice.randrange(size + 1)
        end = min(size, start + dice.randrange(4))
        new = mapping.text[:start] + dice.choice(("", "NEW")) + mapping.text[end:]
        found = changes(mapping.text, [TextEdit(0, Span(0, size), new)])
        for at_start in (None, 0):
            made = patches(
                mapping, found, lambda text, n, how: f"[{how} {n} {text}]", at_start=at_start
            )
            told += f" {patched(source, made)!r}"
        yield f"mapped {number} {source!r} {start}-{end} | {told}"
        mapping.append(cut)
        mapping.insert(1, "_", 7)
        mapping.truncate(4)
        places = list(zip(mapping.starts, mapping.ends, strict=True))
        yield f"mapped {number} | {mapping.text!r} {places} {mapping.more}"


def tag_of(data: bytes, *, doctype: bool) -> object:
    return xml_source.parsed(data, doctype=doctype).tag


def told_xml() -> Iterator[str]:
    body = "<a>x<![CDATA[b & <c>]]>é<!-- <![CDATA[no]]> --></a>"
    for codec in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "latin-1", "ascii"):
        for declared in ("", "UTF-8", "utf8", "UTF-16", "ISO-8859-1", "us-ascii", "nope"):
            head = f"<?xml version='1.0' encoding='{declared}'?>" if declared else ""
            data = (head + body).encode(codec, "xmlcharrefreplace")
            marked = (b"\xfe\xff" if codec == "utf-16-be" else b"") + data

            def again(marked: bytes = marked) -> tuple[str, bytes]:
                source = xml_source.source_of(marked)
                new = source.replace("b &amp;", "Ł ]]&gt;").replace("x", "é")
                return source, xml_source.encoded(new, marked)

            yield f"xml {codec} {declared} | {tried(again)}"
    for text in ("<a/>", "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<a>", "",
                 "<a>&x;</a>",
                 "<a>&#1;</a>", "x", "<a/><b/>"):  # fmt: skip
        kinds = (
            tried(partial(tag_of, text.encode(), doctype=doctype)) for doctype in (False, True)
        )
        yield f"xml {text} | {' '.join(kinds)}"
    signs = (0, 8, 9, 10, 31, 32, 0xFFFE)
    yield f"possible | {[xml_source.possible(f'a{chr(sign)}b') for sign in signs]}"


def zipped(*parts: tuple[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as file:
        for name, data in parts:
            file.writestr(name, data)
    return buffer.getvalue()


def told_archives(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(archive, "LARGEST_PART", 1_000)
    monkeypatch.setattr(archive, "LARGEST_WHOLE", 3_000)
    monkeypatch.setattr(archive, "RATIO_COUNTS_FROM", 2_000)
    monkeypatch.setattr(archive, "LARGEST_RATIO", 5)
    noise = random.Random("noise").randbytes(4_000)
    made = {
        "part of 1000": zipped(("a", noise[:1_000])), "part of 1001": zipped(("a", noise[:1_001])),
        "whole of 3000": zipped(("a", noise[:1_000]), ("b", noise[:2_000]), how=zipfile.ZIP_STORED),
        "whole of 3001": zipped(("a", noise[:1_000]), ("b", noise[:2_001]), how=zipfile.ZIP_STORED),
        "empty": zipped(), "no zip": b"PK\x03\x04", "nothing": b"",
        "thin": zipped(("a", bytes(900))),
        "thin, 2000": zipped(("a", bytes(1_000)), ("b", bytes(1_000))),
        "thin, 2001": zipped(("a", bytes(1_000)), ("b", bytes(1_001))),
    }  # fmt: skip
    for extra in range(0, 300, 60):
        made[f"thin with {extra}"] = zipped(
            ("a", bytes(1_000)), ("b", bytes(1_200)), ("c", noise[:extra])
        )
    damaged = bytearray(zipped(("a", noise[:500]), how=zipfile.ZIP_STORED))
    damaged[100] ^= 1
    made["damaged"] = bytes(damaged)
    encrypted = bytearray(zipped(("a", b"x")))
    at = encrypted.index(b"PK\x01\x02")
    encrypted[at + 8] |= 1
    made["protected"] = bytes(encrypted)
    for name, data in made.items():

        def size(data: bytes = data) -> list[int]:
            found = archive.Archive(data, "p", "text", "docx")
            return [len(found.part(one)) for one in found.names if one in "ac"]

        yield f"archive {name} | {tried(size)}"
    found = archive.Archive(
        zipped(("a/b.xml", b"<x/>"), ("c", b"y"), how=zipfile.ZIP_STORED), "p", "t", "s"
    )
    for base, target in (("a/b.xml", "c.xml"), ("a/b.xml", "../c.xml"), ("a/b.xml", "/c.xml"),
                         ("", "c.xml"),
                         ("a/b.xml", "../../../c.xml"), ("a/b/c", "./d//e")):  # fmt: skip
        yield f"joined {base} {target} | {found.joined(base, target)}"
    for parts in ({}, {"c": b"zz"}, {"new": b"n", "c": b"q"}):
        with zipfile.ZipFile(BytesIO(found.with_parts(parts))) as file:
            told = [
                (m.filename, m.compress_type, m.date_time[0] == 1980, file.read(m))
                for m in file.infolist()
            ]
        yield f"with {parts} | {told}"
    for names in ((), ("c",), ("d",), ("d", "e")):
        yield f"not there {names} | {archive.not_there('p', names, found)}"


def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    yield from told_lines()
    yield from told_wrapped()
    yield from told_signs()
    yield from told_changes()
    yield from told_fronts()
    yield from told_markup()
    yield from told_mapped()
    yield from told_xml()
    yield from told_archives(monkeypatch)


def test_they_answer_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        line.encode("utf-8", "backslashreplace").decode().replace("\n", "⏎").replace("\r", "␍")
        for line in lines(monkeypatch)
    ]
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert found == TABLE.read_text("utf-8").splitlines()
