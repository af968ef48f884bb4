"""The one place that opens zips: their sizes bounded, written with only some parts changed."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from reviewer.formats.errors import DamagedFileError, PasswordProtectedError, TooLargeError
from reviewer.formats.shared import xml_source
from reviewer.messages import Message, message, plural

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_PART = 32 * 1024 * 1024
"""Bytes of one XML part; the document.xml of a 1,000-page book has about 10 MB."""

LARGEST_WHOLE = 512 * 1024 * 1024
LARGEST_RATIO = 100
"""Unpacked to packed size of files beyond `RATIO_COUNTS_FROM`; XML reaches about 30."""

RATIO_COUNTS_FROM = 32 * 1024 * 1024

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of a part that is new, so that the same edits give the same bytes."""

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


def not_there(path: str, names: Iterable[str], archive: Archive) -> Message | None:
    """What has to be said where parts that a file lists (`names`) are not in it."""
    missing = sum(name not in archive for name in names)
    if not missing:
        return None
    return plural(
        "“{path}”: a part with text that it lists is not in the file, and so is not read.",
        "“{path}”: {n} parts with text that it lists are not in the file, and so are not read.",
        missing,
        path=path,
    )


class Archive:
    """The parts of a zipped document in memory. Raises `FormatError`s for what is none.

    `kind` says in words what the file should be, `suffix` how it is named.
    """

    def __init__(self, data: bytes, path: str, kind: str, suffix: str) -> None:
        self.path = path
        self.kind = kind
        self.suffix = suffix
        self._data = data
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            members = self._zip.infolist()
        except _FAULTS as error:
            raise self.damaged() from error
        self.names = tuple(member.filename for member in members)
        if len(set(self.names)) != len(self.names):
            raise self.damaged()
        if any(member.flag_bits & 1 for member in members):
            raise self.protected()
        whole = sum(member.file_size for member in members)
        if whole > LARGEST_WHOLE or (
            whole > RATIO_COUNTS_FROM and whole > LARGEST_RATIO * len(data)
        ):
            raise self._too_large()
        self._check_members()

    def _check_members(self) -> None:
        """What has a part that cannot be read could not be written either, after the work."""
        try:
            broken = self._zip.testzip()
        except _FAULTS as error:
            raise self.damaged() from error
        if broken is not None:
            raise self.damaged()

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def damaged(self) -> DamagedFileError:
        """The error that says that this file is not what its name says."""
        return DamagedFileError(
            self.path,
            message(
                "“{path}” is damaged or no {kind}. Open it in the program that made it "
                "and save it again as {suffix}.",
                path=self.path,
                kind=self.kind,
                suffix=self.suffix,
            ),
        )

    def protected(self) -> PasswordProtectedError:
        """The error that says that this file has a password."""
        return PasswordProtectedError(
            self.path,
            message(
                "“{path}” is protected by a password. Open it in the program that made "
                "it and save it without one.",
                path=self.path,
            ),
        )

    def _too_large(self) -> TooLargeError:
        return TooLargeError(
            self.path,
            message(
                "“{path}” unpacks to more than a document should hold. Split it, or save "
                "it again in the program that made it.",
                path=self.path,
            ),
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

    def tree(self, name: str, *, doctype: bool = False) -> _Element:
        """The root element of an XML part."""
        return self.parsed(self.part(name), doctype=doctype)

    def parsed(self, data: bytes, *, doctype: bool = False) -> _Element:
        """The root of the XML in `data`, which is or will be a part."""
        try:
            return xml_source.parsed(data, doctype=doctype)
        except xml_source.BrokenXmlError as error:
            raise self.damaged() from error

    def source(self, name: str, *, doctype: bool = False) -> str:
        """The XML of a part as text."""
        try:
            return xml_source.source_of(self.part(name), doctype=doctype)
        except xml_source.BrokenXmlError as error:
            raise self.damaged() from error

    def joined(self, base: str, target: str) -> str:
        """The name of the part that `target`, as it stands in part `base`, refers to."""
        folder = posixpath.join("/", posixpath.dirname(base))
        return posixpath.normpath(posixpath.join(folder, target)).lstrip("/")

    def with_xml(self, parts: Mapping[str, bytes]) -> bytes:
        """`with_parts`, of XML: what an edit made is read again before it is given out."""
        for data in parts.values():
            self.parsed(data)
        return self.with_parts(parts)

    def with_sources(self, sources: Mapping[str, str]) -> bytes:
        """The same of parts as text."""
        return self.with_xml(
            {name: xml_source.encoded(each, self.part(name)) for name, each in sources.items()}
        )

    def with_parts(self, parts: Mapping[str, bytes]) -> bytes:
        """The bytes of this package with the content of `parts` in place of its own.

        A part that it does not have comes last.
        """
        buffer = BytesIO()
        try:
            with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as written:
                for member in self._zip.infolist():
                    data = parts.get(member.filename)
                    if data is None:
                        data = self._zip.read(member)
                    written.writestr(_like(member), data)
                for name in parts.keys() - set(self.names):
                    new = zipfile.ZipInfo(name, _EARLIEST)
                    new.compress_type = zipfile.ZIP_DEFLATED
                    written.writestr(new, parts[name])
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
