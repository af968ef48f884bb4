"""What a package says of itself (its metadata.json), checked before it is believed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.machine_translation.argos import argos_package
from reviewer.machine_translation.errors import PackageError
from reviewer.messages import message

LARGEST = 1_000_000
"""More bytes than this are no metadata: real ones have some hundred."""

_CODE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+_-]{0,31}")
_REQUIRED = ("package_version", "from_code", "to_code")
_OPTIONAL = ("argos_version", "from_name", "to_name", "type", "target_prefix")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A translation package's own description. `links` are where it can be fetched."""

    from_code: str
    to_code: str
    version: str
    from_name: str = ""
    to_name: str = ""
    target_prefix: str = ""
    links: tuple[str, ...] = ()
    sha256: str = ""
    size: int = 0

    @property
    def name(self) -> str:
        """The package's name as Argos writes it: `translate-id_en`."""
        return f"translate-{self.from_code}_{self.to_code}"

    @property
    def pair(self) -> tuple[str, str]:
        """The languages it translates from and to, by Argos's codes."""
        return self.from_code, self.to_code


def parse_metadata(data: bytes) -> Metadata:
    """Read the bytes of a metadata.json. Raises PackageError when they are not usable."""
    if len(data) > LARGEST:
        raise PackageError(message("Its metadata.json is far too large for one."))
    try:
        described = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise PackageError(message("Its metadata.json cannot be read: it is not JSON.")) from error
    return interpret(described)


def interpret(described: object) -> Metadata:
    """Check one package's description against what we rely on.

    Also takes an entry of an index, which may carry `sha256` and `size` beside what Argos
    writes. Raises PackageError naming the first field that is wrong.
    """
    if not isinstance(described, Mapping):
        raise PackageError(message("Its metadata.json does not hold a description."))
    for field in (*_REQUIRED, *_OPTIONAL):
        value = described.get(field, None if field in _REQUIRED else "")
        if not isinstance(value, str) or len(value) > 200:
            raise PackageError(message("Its metadata.json has no usable “{field}”.", field=field))
    if described.get("type", "translate") != "translate":
        raise PackageError(message("It is not a package that translates."))
    links = described.get("links", [])
    if not isinstance(links, list) or not all(isinstance(link, str) for link in links):
        raise PackageError(message("Its metadata.json has no usable “links”."))
    entry = argos_package().AvailablePackage(described)
    for code in (entry.from_code, entry.to_code):
        if not _CODE.fullmatch(code):
            raise PackageError(
                message("“{code}” in its metadata.json is not a language code.", code=code)
            )
    if not _VERSION.fullmatch(entry.package_version):
        raise PackageError(message("Its metadata.json has no usable “package_version”."))
    sha256, size = described.get("sha256", ""), described.get("size", 0)
    return Metadata(
        from_code=entry.from_code,
        to_code=entry.to_code,
        version=entry.package_version,
        from_name=entry.from_name,
        to_name=entry.to_name,
        target_prefix=entry.target_prefix,
        links=tuple(entry.links),
        sha256=sha256.lower() if isinstance(sha256, str) else "",
        size=size if isinstance(size, int) and size > 0 else 0,
    )


def newness(version: str) -> tuple[int, ...]:
    """A key that sorts versions from old to new ("1.9" before "1.10")."""
    return tuple(int(number) for number in re.findall(r"\d+", version)[:4])
