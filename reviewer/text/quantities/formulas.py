"""Chemical formulas: CO2, N2O, C6H12O6, with the whole of them known and not only a figure."""

from __future__ import annotations

import re

_ELEMENT = (
    "(?:He|Li|Be|Ne|Na|Mg|Al|Si|Cl|Ar|Ca|Sc|Ti|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|As|Se|Br|Kr|Rb|Sr|Zr|"
    "Nb|Mo|Tc|Ru|Rh|Pd|Ag|Cd|In|Sn|Sb|Te|Xe|Cs|Ba|La|Ce|Pr|Nd|Pm|Sm|Eu|Gd|Tb|Dy|Ho|Er|Tm|Yb|"
    "Lu|Hf|Ta|Re|Os|Ir|Pt|Au|Hg|Tl|Pb|Bi|Po|At|Rn|Fr|Ra|Ac|Th|Pa|Np|Pu|Am|Cm|Bk|Cf|Es|Fm|Md|"
    "No|Lr|Rf|Db|Sg|Bh|Hs|Mt|Ds|Rg|Cn|Nh|Fl|Mc|Lv|Ts|Og|H|B|C|N|O|F|P|S|K|V|Y|I|W|U)"
)
"""The symbols of the elements (IUPAC, 2016), those of two letters first: Co is no carbon."""
_FORMULA = re.compile(rf"(?<![A-Za-z0-9])(?:{_ELEMENT}\d{{0,2}}){{2,8}}(?![A-Za-z0-9])")
_LONGEST = 20


def formula(text: str, start: int) -> tuple[int, int] | None:
    """Where the formula of two elements and more stands to whose figures the digit at `start`
    belongs; None for any other figure, and for what is a year in a code (FY24)."""
    before = text[start - 1 : start]
    if not (before.isascii() and before.isalpha()):
        return None
    first = max(0, start - _LONGEST)
    for found in _FORMULA.finditer(text, first, start + _LONGEST):
        if found.start() < start < found.end():
            numbers = re.findall(r"\d+", found.group())
            return None if len(numbers) == 1 and len(numbers[0]) > 1 else found.span()
    return None
