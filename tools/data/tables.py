"""The tables that are written by hand, one word a line in `tables/`, as the program reads them."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from babel import Locale

TABLES = Path(__file__).parent / "tables"

_Words = dict[str, list[str]]

_WORDS = frozenset({"mar", "set", "out", "des", "ag", "лист", "серп"})
"""Abbreviated months that are words as well, which may end a sentence."""


def made() -> dict[str, str]:
    """The files, by path below `reviewer/`."""
    doubled = _read("doubled_words.toml")
    return {
        "text/data/function_words.json": _json(
            "function_words.toml", {"languages": _joined(_read("function_words.toml"))}
        ),
        "text/data/abbreviations.json": _json(
            "abbreviations.toml",
            {
                "languages": {
                    language: _joined(_with_months(language, kinds))
                    for language, kinds in _read("abbreviations.toml").items()
                }
            },
        ),
        "checks/data/doubled_words.json": _json(
            "doubled_words.toml",
            {
                "doubling": " ".join(doubled["doubling"]),
                "usual": _joined(doubled["usual"]),
                "relative": _joined(doubled["relative"]),
                "undoubled": _joined(doubled["undoubled"]),
            },
        ),
        "alignment/common_words.json": _common_words(),
    }


def _common_words() -> str:
    """The forms of each concept, in the order of the English table, by language."""
    tables = {path.stem: _read(f"common_words/{path.name}") for path in _common()}
    concepts = list(tables["en"])
    for language, table in tables.items():
        if set(table) != set(concepts):
            raise ValueError(f"common_words/{language}.toml: {set(table) ^ set(concepts)}")
    lists = {language: [table[one] for one in concepts] for language, table in tables.items()}
    lines = [f"{json.dumps(language)}:{_compact(forms)}" for language, forms in lists.items()]
    source = json.dumps("tools/data/tables/common_words")
    return f'{{"source":{source},\n"languages":{{\n' + ",\n".join(lines) + "\n}}\n"


def _common() -> list[Path]:
    return sorted((TABLES / "common_words").glob("*.toml"))


def _with_months(language: str, kinds: _Words) -> _Words:
    """The abbreviations of a language with those of its months (CLDR), which no number behind
    them ends a sentence after: "5 трав. 1990"."""
    known = {word for words in kinds.values() for word in words}
    forms = Locale.parse(language).months
    short = {
        name for form in ("format", "stand-alone") for name in forms[form]["abbreviated"].values()
    }
    months = {
        name.rstrip(".").casefold() for name in short if name.endswith(".") and " " not in name
    }
    more = sorted(months - known - _WORDS)
    return {**kinds, "number": [*kinds.get("number", []), *more]} if more else kinds


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((TABLES / name).read_text("utf-8"))


def _joined(lists: _Words) -> dict[str, str]:
    return {key: " ".join(words) for key, words in lists.items()}


def _json(source: str, content: dict[str, Any]) -> str:
    told = {"source": f"tools/data/tables/{source}", **content}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _compact(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
