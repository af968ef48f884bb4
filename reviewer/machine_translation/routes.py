"""Ways from one language to another through the installed packages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.machine_translation.packages import InstalledPackage

ARGOS_CODES = {
    "pt-br": ("pb", "pt"),
    "zh-hant": ("zt",),
    "zh-tw": ("zt",),
    "zh-hk": ("zt",),
    "nb": ("nb", "no"),
    "no": ("nb", "no"),
    "nn": ("nn", "nb", "no"),
    "fil": ("tl", "fil"),
}
"""BCP 47 tags whose Argos codes are others, in the order to try (codes of Argos's index)."""


@dataclass(frozen=True, slots=True)
class Route:
    """The packages to apply one after the other; two when there is a pivot language."""

    packages: tuple[InstalledPackage, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """Argos's codes on the way: ("uk", "en", "de")."""
        return (
            self.packages[0].metadata.from_code,
            *(package.metadata.to_code for package in self.packages),
        )

    @property
    def pivot(self) -> str:
        """The language between, or "" when one package does it."""
        return self.languages[1] if len(self.packages) > 1 else ""

    @property
    def package(self) -> str:
        """The packages' names: "translate-uk_en+translate-en_de"."""
        return "+".join(package.metadata.name for package in self.packages)

    @property
    def version(self) -> str:
        """The packages' versions: "1.9+1.0"."""
        return "+".join(package.metadata.version for package in self.packages)

    @property
    def evidence(self) -> str:
        """How reports name it: "argos PACKAGE VERSION"."""
        return f"argos {self.package} {self.version}"

    def __str__(self) -> str:
        return " → ".join(self.languages)


def argos_codes(tag: str) -> tuple[str, ...]:
    """The codes under which Argos may know a language, best first ("pt-BR": pb, pt)."""
    parts = tag.replace("_", "-").lower().split("-")
    for length in range(len(parts), 0, -1):
        known = ARGOS_CODES.get("-".join(parts[:length]))
        if known:
            return known
    return (parts[0],)


def find_route(
    packages: Iterable[InstalledPackage], from_language: str, to_language: str
) -> Route | None:
    """The best way between two languages (BCP 47), or None.

    One package if there is one; else two with a pivot, English before others, since Argos's
    packages are trained towards it. Longer ways lose too much to be evidence of anything.
    """
    by_pair = {package.metadata.pair: package for package in packages}
    starts, ends = argos_codes(from_language), argos_codes(to_language)
    for start in starts:
        for end in ends:
            if start != end and (start, end) in by_pair:
                return Route((by_pair[start, end],))
    between = sorted({pair[1] for pair in by_pair}, key=lambda code: (code != "en", code))
    for start in starts:
        for end in ends:
            for pivot in between:
                if start != end and {(start, pivot), (pivot, end)} <= by_pair.keys():
                    return Route((by_pair[start, pivot], by_pair[pivot, end]))
    return None


def indirect_routes(packages: Sequence[InstalledPackage]) -> list[Route]:
    """The routes through a third language, for pairs that none of the usable `packages` has."""
    direct = {package.metadata.pair for package in packages}
    codes = sorted({code for pair in direct for code in pair})
    found = (
        find_route(packages, start, end)
        for start in codes
        for end in codes
        if start != end and (start, end) not in direct
    )
    return [route for route in found if route]
