"""What Linux programs and libraries say of themselves (ELF)."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from elftools.elf.dynamic import DynamicSection
from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerNeedSection


def elf_files(folder: Path) -> Iterator[Path]:
    """Every program and library below a folder, links left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as stream:
                if stream.read(4) == b"\x7fELF":
                    yield path


def needed(path: Path) -> set[str]:
    """The sonames that a file asks the linker for."""
    with path.open("rb") as stream:
        section = ELFFile(stream).get_section_by_name(".dynamic")
        if not isinstance(section, DynamicSection):
            return set()
        return {tag.needed for tag in section.iter_tags() if tag.entry.d_tag == "DT_NEEDED"}


def glibc(path: Path) -> tuple[int, int]:
    """The newest version of the C library that a file asks for; (0, 0) for none."""
    newest = (0, 0)
    with path.open("rb") as stream:
        section = ELFFile(stream).get_section_by_name(".gnu.version_r")
        if isinstance(section, GNUVerNeedSection):
            for _, versions in section.iter_versions():
                for one in versions:
                    if one.name.startswith("GLIBC_2."):
                        newest = max(newest, (2, int(one.name.split(".")[1])))
    return newest


def strip_symbols(folder: Path) -> None:
    """Take out of the files what only a debugger or a linker reads; others stay as they are.

    So does a library that the tool would leave where the loader refuses it: `strip` does not
    know how those that wheels bring along were rearranged.
    """
    for path in elf_files(folder):
        with path.open("rb") as stream:
            file = ELFFile(stream)
            sections = (".debug_info", ".symtab")
            has_it = any(file.get_section_by_name(name) is not None for name in sections)
        if has_it:
            stripped = path.with_name(f"{path.name}.stripped")
            subprocess.run(["strip", "--strip-unneeded", "-o", stripped, path], check=True)
            if _is_loadable(stripped):
                stripped.replace(path)
            else:
                stripped.unlink()


def _is_loadable(path: Path) -> bool:
    """Whether every part lies in the file as it is to lie in memory (System V ABI, p_align)."""
    with path.open("rb") as stream:
        return all(
            (part["p_offset"] - part["p_vaddr"]) % part["p_align"] == 0
            for part in ELFFile(stream).iter_segments("PT_LOAD")
        )
