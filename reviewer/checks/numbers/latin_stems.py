"""Latin and Greek numbers inside words of many languages (biennial, quintuple, centenary).

The beginnings are those of the international vocabulary, as dictionaries list them; a word
that has one may answer for the number and never asks for it.
"""

from __future__ import annotations

import unicodedata

_STEMS: dict[int, tuple[str, ...]] = {
    2: ("bienn", "bian", "bimes", "bimonth", "biweek", "bilat", "biling", "bilog", "bipart",
        "bisex", "bicycl", "bicam", "dupl", "doubl", "dopp", "dobl", "dual", "duet", "duo", "dyad"),
    3: ("trienn", "trian", "trimes", "triling", "tripart", "triath", "tripl", "tercet",
        "trilog", "triang", "trilat", "tricol", "treb", "trium", "triad", "trio", "trij"),
    4: ("quadrienn", "quadrenn", "quadrupl", "cuadrupl", "quadrat", "quadril", "quartet", "cuartet",
        "tetra", "cuatrien", "quadran", "kvart", "kwart"),
    5: ("quinquenn", "quinquen", "quintupl", "quintet", "kvintet", "penta", "lustr", "quinta"),
    6: ("sextupl", "sestupl", "sextet", "sexenn", "sexen", "hexa", "semest"),
    7: ("septupl", "settupl", "septenn", "septet", "hepta", "settenn"),
    8: ("octupl", "ottupl", "octet", "octag", "octogon", "oktet"),
    9: ("nonupl", "nonet", "nonagon"),
    10: ("decupl", "decenn", "decen", "decad", "dekad", "decath", "dezenn", "dizain", "decalog"),
    12: ("dodeca", "douzain", "dozen"),
    15: ("quinzain", "quincen"),
    20: ("vicenn", "vingtain", "veinten", "venten", "veintean"),
    30: ("trentain", "tricenn", "treinten", "trenten", "treintan"),
    40: ("quarantain", "quadrag", "cuarenten", "quaranten", "cuarentan"),
    60: ("sexag", "sexagen", "sessanten", "soixanten"),
    70: ("septuag", "settanten"),
    80: ("octogen", "octogén", "ottanten", "oktogen"),
    90: ("nonagen", "nonagén", "novanten"),
    50: ("quinquag", "cinquanten", "cinquantain", "cincuenten", "semicenten"),
    100: ("centen", "centupl", "centur", "secular", "zenten", "hundredth", "seculair"),
    150: ("sesquicent",),
    200: ("bicenten", "bicent"),
    300: ("tricent", "tercent", "tercenten"),
    400: ("quadricent", "quatercent"),
    500: ("quincent", "quingent", "quinquecent"),
    1000: ("millenn", "milenn", "milen", "millen", "jahrtausend"),
}  # fmt: skip


_ENDS: dict[int, tuple[str, ...]] = {
    2: ("duo", "duett"),
    3: ("trio",),
    4: ("quartett", "kvartett", "kwartet", "kvartet"),
    5: ("quintett", "kvintett", "kwintet", "kvintet"),
    6: ("sextett", "sekstett"),
}
"""Those that compounds end with (Jazztrio, stråkkvartett)."""
_LONGER = 2
"""Letters that a compound has before such an end at least."""


def says(value: int, words: list[str], *, compounds: bool = False) -> bool:
    """Whether one of the folded words begins with the number or, in a language that joins words,
    ends with it."""
    stems = _STEMS.get(value)
    if stems is None:
        return False
    if any(_bare(word).startswith(stems) for word in words):
        return True
    ends = _ENDS.get(value, ()) if compounds else ()
    return any(
        word.endswith(end) and len(word) - len(end) >= _LONGER for word in words for end in ends
    )


def _bare(word: str) -> str:
    """The word without its accents."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
