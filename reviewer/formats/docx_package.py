"""The zip file of a docx: opened with its sizes bounded, written with only some parts changed."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reviewer.formats.errors import DamagedFileError, PasswordProtectedError, TooLargeError

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_PART = 32 * 1024 * 1024
"""Bytes of one XML part; the document.xml of a 1,000-page book has about 10 MB."""

LARGEST_WHOLE = 512 * 1024 * 1024
LARGEST_RATIO = 100
"""Unpacked to packed size of files beyond `RATIO_COUNTS_FROM`; XML reaches about 30."""

RATIO_COUNTS_FROM = 32 * 1024 * 1024

_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises for archives that are damaged or packed in unknown ways."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link of one part to another: its kind (last word of the type) and the part's name."""

    kind: str
    target: str


class Package:
    """The parts of a docx in memory. Raises `FormatError`s for what is no sound docx."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self._data = data
        if data.startswith(_OLE):
            raise _ole_error(data, path)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            members = self._zip.infolist()
        except _FAULTS as e:
            raise self.damaged() from e
        names = [member.filename for member in members]
        if len(set(names)) != len(names):
            raise self.damaged()
        self._names = frozenset(names)
        if any(member.flag_bits & 1 for member in members):
            raise _protected(path)
        whole = sum(member.file_size for member in members)
        if whole > LARGEST_WHOLE or (
            whole > RATIO_COUNTS_FROM and whole > LARGEST_RATIO * len(data)
        ):
            raise self._too_large()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def damaged(self) -> DamagedFileError:
        """The error that says that this file is no sound docx."""
        return DamagedFileError(
            self.path,
            f"“{self.path}” is damaged or no Word document. Open it in the program that made "
            "it and save it again as docx.",
        )

    def _too_large(self) -> TooLargeError:
        return TooLargeError(
            self.path,
            f"“{self.path}” unpacks to more than a document should hold. Split it, or "
            "save it again in the program that made it.",
        )

    def part(self, name: str) -> bytes:
        """The bytes of a part, never more than `LARGEST_PART`."""
        try:
            with self._zip.open(name) as member:
                data = member.read(LARGEST_PART + 1)
        except _FAULTS as error:
            raise self.damaged() from error
        if len(data) > LARGEST_PART:
            raise self._too_large()
        return data

    def tree(self, name: str) -> _Element:
        """The root element of an XML part: nothing expanded, nothing fetched."""
        return parsed(self.part(name), self)

    def relationships(self, name: str = "") -> list[Relationship]:
        """What the part `name` (the package itself: "") refers to inside the package."""
        folder, base = posixpath.split(name)
        listing = posixpath.join(folder, "_rels", f"{base}.rels")
        if listing not in self:
            return []
        found = []
        for element in self.tree(listing).iter(_RELATIONSHIP):
            if element.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
            found.append(
                Relationship(element.get("Type", "").rpartition("/")[2], target.lstrip("/"))
            )
        return found

    def with_parts(self, parts: Mapping[str, bytes]) -> bytes:
        """The bytes of this package with the content of `parts` in place of its own."""
        buffer = BytesIO()
        try:
            with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as written:
                for member in self._zip.infolist():
                    data = parts.get(member.filename)
                    if data is None:
                        data = self._zip.read(member)
                    written.writestr(_like(member), data)
        except _FAULTS as error:
            raise self.damaged() from error
        return buffer.getvalue()


def _like(member: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A fresh directory entry with the name, date and way of packing of `member`."""
    info = zipfile.ZipInfo(member.filename, member.date_time)
    stored = member.compress_type == zipfile.ZIP_STORED
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    info.external_attr = member.external_attr
    info.create_system = member.create_system
    info.comment = member.comment
    return info


def parsed(data: bytes, package: Package) -> _Element:
    """The root of the XML in `data`; a document type, which no docx has, is refused."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise package.damaged() from error
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise package.damaged()
    return root


def _ole_error(data: bytes, path: str) -> DamagedFileError | PasswordProtectedError:
    # An encrypted docx is an OLE container with this stream (MS-OFFCRYPTO, 2.3).
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _protected(path)
    return DamagedFileError(
        path,
        f"“{path}” is a document of Word 97 to 2003, not a docx. Open it in a word processor "
        "and save it as docx.",
    )


def _protected(path: str) -> PasswordProtectedError:
    return PasswordProtectedError(
        path,
        f"“{path}” is protected by a password. Open it in a word processor and save it "
        "without one.",
    )
