"""The package of an Office document (docx, pptx, xlsx): its parts and their relationships."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from reviewer.formats.errors import DamagedFileError
from reviewer.formats.shared.archive import Archive
from reviewer.messages import message

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "officeDocument"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link of one part to another: its kind (last word of the type), the part's name, its id."""

    kind: str
    target: str
    id: str = ""


class Package(Archive):
    """The parts of an Office document in memory. Raises `FormatError`s for what is none."""

    def __init__(
        self, data: bytes, path: str, kind: str = "Word document", suffix: str = "docx"
    ) -> None:
        self.path, self.kind, self.suffix = path, kind, suffix
        if data.startswith(_OLE):
            # An encrypted document is an OLE container with this stream (MS-OFFCRYPTO, 2.3).
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise self.protected()
            raise self._old()
        super().__init__(data, path, kind, suffix)

    def _old(self) -> DamagedFileError:
        return DamagedFileError(
            self.path,
            message(
                "“{path}” is a {kind} of Office 97 to 2003, not a {suffix}. Open it in "
                "LibreOffice or Office and save it as {suffix_2}.",
                path=self.path,
                kind=self.kind,
                suffix=self.suffix,
                suffix_2=self.suffix,
            ),
        )

    def main(self) -> str:
        """The name of the part that the document begins with."""
        main = next((link.target for link in self.relationships() if link.kind == _MAIN), "")
        if main not in self:
            raise self.damaged()
        return main

    def relationships(self, name: str = "") -> list[Relationship]:
        """What the part `name` (the package itself: "") refers to inside the package."""
        folder, base = posixpath.split(name)
        listing = posixpath.join(folder, "_rels", f"{base}.rels")
        if listing not in self:
            return []
        return [
            Relationship(
                element.get("Type", "").rpartition("/")[2],
                self.joined(name, element.get("Target", "")),
                element.get("Id", ""),
            )
            for element in self.tree(listing).iter(_RELATIONSHIP)
            if element.get("TargetMode") != "External"
        ]
