"""From bytes to text and back, so that writing restores codec, byte order mark and line ends.

A text is decoded without touching its line ends; what stays unedited is encoded as it was.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from reviewer.formats.errors import BinaryFileError
from reviewer.formats.plain import legacy_scripts, vietnamese
from reviewer.formats.plain.latin_code_pages import latin_code_page
from reviewer.messages import message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b\x08", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"Rar!\x1a\x07", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)

_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_ENOUGH_TO_GUESS = 200_000
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the codec it was written in, and the byte order mark before it ("" codec: none).

    Bytes that the codec does not know are lone surrogates in `text`, as `surrogateescape`
    makes them, and are written as they were.
    """

    text: str
    codec: str
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """`text` in the codec of this one; in UTF-8 if that codec has not all its characters."""
        try:
            if self.codec == vietnamese.CODEC:
                return self.mark + vietnamese.encoded(text)
            return self.mark + text.encode(self.codec, "surrogateescape")
        except UnicodeEncodeError:
            return text.encode("utf-8", "surrogateescape")


def decode(data: bytes, *, codec: str = "", declared: str = "", path: str = "") -> Decoded:
    """The text of `data`.

    `codec` is what an earlier reading of the same bytes found; `declared` what the file says
    of itself. A byte order mark comes first, then UTF-8 where the bytes are valid UTF-8,
    then what is declared, then a guess. Raises `BinaryFileError` for what is no text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(Decoded(_lenient(data[len(mark) :], name), name, mark), path)
    if codec:
        return Decoded(_lenient(data, codec), codec)
    refuse_other_kinds(data, path)
    if b"\x00" in data:
        return _checked(_wide(data, path), path)
    for attempt in (_escaped_japanese, _utf8):
        found = attempt(data)
        if found:
            return _checked(found, path)
    if declared and (name := _known(declared)):
        return _checked(Decoded(_lenient(data, name), name), path)
    return _checked(_guessed(data, path), path)


def refuse_other_kinds(data: bytes, path: str) -> None:
    """Raise `BinaryFileError` where the first bytes are those of a well-known binary format."""
    for signature, words in _SIGNATURES:
        if data.startswith(signature):
            raise BinaryFileError(
                path,
                message(
                    "“{path}” is {words}, not a text file. Save it as docx, HTML or text first.",
                    path=path,
                    words=words,
                ),
            )


def _binary(path: str) -> BinaryFileError:
    return BinaryFileError(
        path,
        message(
            "“{path}” is not a text file. Choose a text, Markdown, HTML or docx file.", path=path
        ),
    )


def _checked(decoded: Decoded, path: str) -> Decoded:
    controls = len(_CONTROLS.findall(decoded.text))
    undecoded = sum(1 for _ in re.finditer("[\ud800-\udfff]", decoded.text))
    # A stray control character occurs in pasted text; one in a hundred does not.
    if (controls + undecoded) * 100 > len(decoded.text) + 100:
        raise _binary(path)
    return decoded


def _lenient(data: bytes, codec: str) -> str:
    if codec == vietnamese.CODEC:
        return vietnamese.decoded(data)
    try:
        return data.decode(codec, "surrogateescape")
    except UnicodeDecodeError:
        # UTF-16 and UTF-32 cannot escape: a cut last character is dropped, others replaced.
        return data.decode(codec, "replace")


def _utf8(data: bytes) -> Decoded | None:
    """UTF-8, also where a few bytes of an otherwise certain UTF-8 text are broken."""
    text = data.decode("utf-8", "surrogateescape")
    broken = sum(1 for _ in re.finditer("[\ud800-\udfff]", text))
    if broken and broken * 20 > len(_MULTIBYTE.findall(data)):
        return None
    return Decoded(text, "utf-8")


def _escaped_japanese(data: bytes) -> Decoded | None:
    if b"\x1b$" not in data:
        return None
    try:
        return Decoded(data.decode("iso2022_jp"), "iso2022_jp")
    except UnicodeDecodeError:
        return None


def _wide(data: bytes, path: str) -> Decoded:
    """UTF-16 or UTF-32 without a mark: the reading that looks like text."""
    best, best_share = None, 0.9
    for codec in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        share = _share_of_text(text[:20_000])
        if share > best_share:
            best, best_share = Decoded(text, codec), share
    if best is None:
        raise _binary(path)
    return best


def _share_of_text(text: str) -> float:
    """How much of `text` lies in ASCII and the two commonest other ranges of Unicode.

    Bytes read in the wrong order scatter over all of Unicode; a text keeps to its script.
    """
    ranges: dict[int, int] = {}
    for character in text:
        code = ord(character)
        if code == 0 or unicodedata.category(character) in ("Cn", "Co", "Cs"):
            continue
        if code < 0x80:
            area = -1
        elif 0x3000 <= code < 0xA000 or 0xFF00 <= code < 0xFFF0:
            area = -2
        elif 0xAC00 <= code < 0xD7B0:
            area = -3
        else:
            area = code >> 8
        ranges[area] = ranges.get(area, 0) + 1
    plain = ranges.pop(-1, 0)
    # Any text has spaces or line ends, and their bytes in the wrong order are no ASCII.
    if not plain:
        return 0.0
    return (plain + sum(sorted(ranges.values())[-2:])) / max(len(text), 1)


def _known(name: str) -> str:
    """Python's name of a codec that a file declares; "" for one that cannot be.

    Browsers read Latin 1 as Windows-1252 and so on (https://encoding.spec.whatwg.org/).
    """
    label = name.strip().strip("\"'").lower()
    label = _AS_BROWSERS_READ.get(label, label)
    try:
        found = codecs.lookup(label)
    except (LookupError, ValueError):
        return ""
    # The bytes are not valid UTF-8 and hold no NUL, whatever the file says.
    if not found._is_text_encoding or found.name.startswith(("utf", "idna", "punycode")):
        return ""
    return found.name


_AS_BROWSERS_READ = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
    "x-mac-cyrillic": "mac_cyrillic",
    "windows-874": "cp874",
}


def _guessed(data: bytes, path: str) -> Decoded:
    start = data[:_ENOUGH_TO_GUESS]
    codec = vietnamese.CODEC if vietnamese.is_vietnamese(data) else ""
    codec = codec or latin_code_page(data) or legacy_scripts.code_page(start)
    if not codec:
        from charset_normalizer import from_bytes

        # A long file says no more than its beginning, but takes its time.
        matches = [match.encoding for match in from_bytes(data[:_ENOUGH_TO_GUESS])]
        codec = next((codec for codec in matches if not codec.startswith("utf")), "")
    if not codec:
        raise _binary(path)
    return Decoded(_lenient(data, codec), codec)
