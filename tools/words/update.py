"""Bring the catalogues of the interface up to date with the patterns of the program.

    python tools/words/update.py           adds new patterns, drops old ones, compiles
    python tools/words/update.py --check   writes nothing; exit 1 where something would change

A catalogue (`reviewer/wording/catalogues/xx.po`) is edited by hand or with any editor of
gettext catalogues. What has no translation yet is said in English.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from collect import Pattern, collected  # noqa: E402

from reviewer.wording.language import LANGUAGES  # noqa: E402

CATALOGUES = ROOT / "reviewer" / "wording" / "catalogues"

_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""The same words give the same bytes."""

PLURAL_FORMS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3"
    " : n%100>=11 ? 4 : 5);",
    "de": "nplurals=2; plural=(n != 1);",
    "id": "nplurals=1; plural=0;",
    "uk": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 &&"
    " (n%100<10 || n%100>=20) ? 1 : 2);",
    "vi": "nplurals=1; plural=0;",
}
"""As gettext's own manual has them; Babel's for Arabic has two forms exchanged."""


def read(language: str) -> Catalog:
    """The committed catalogue; an empty one where there is none."""
    path = CATALOGUES / f"{language}.po"
    if not path.exists():
        return _empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(old: Catalog, language: str, patterns: list[Pattern]) -> Catalog:
    """A catalogue with these patterns, translated where `old` has them."""
    made = _empty(language)
    for pattern in patterns:
        name = (pattern.one, pattern.many) if pattern.many else pattern.one
        known = old.get(pattern.one)
        same = known is not None and known.id == name
        translated = known.string if known and same else None
        entry = made.add(name, translated, locations=[(pattern.place, None)])
        # Babel takes "{percent} % of" for a directive of the % operator, which no message uses.
        entry.flags.discard("python-format")
    return made


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as text, without line numbers and dates, so that it changes only by words."""
    file = io.BytesIO()
    write_po(file, catalogue, width=100, omit_header=True, include_lineno=False)
    head = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalogue.locale}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {PLURAL_FORMS[str(catalogue.locale)]}\\n"\n\n'
    )
    return head.encode() + file.getvalue()


def as_mo(text: bytes) -> bytes:
    """The compiled form of a .po text, without what is not translated.

    Babel would put English into the forms of a counting pattern that has no translation.
    """
    catalogue = read_po(io.BytesIO(text))
    for entry in list(catalogue):
        strings = entry.string if isinstance(entry.string, tuple | list) else (entry.string,)
        if entry.id and not all(strings):
            name = entry.id[0] if isinstance(entry.id, tuple | list) else entry.id
            catalogue.delete(name)
    catalogue.project, catalogue.version = "Reviewer", ""
    catalogue.last_translator = catalogue.language_team = catalogue.msgid_bugs_address = ""
    catalogue.creation_date = catalogue.revision_date = _NO_DATE
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def files() -> dict[Path, bytes]:
    """Every catalogue as it should be, by path."""
    patterns = collected()
    made = {}
    for language in PLURAL_FORMS:
        text = as_po(updated(read(language), language, patterns))
        made[CATALOGUES / f"{language}.po"] = text
        made[CATALOGUES / f"{language}.mo"] = as_mo(text)
    return made


def _empty(language: str) -> Catalog:
    catalogue = Catalog(locale=language, header_comment="", fuzzy=False)
    count, rule = PLURAL_FORMS[language].removesuffix(";").split("; ", 1)
    catalogue._num_plurals = int(count.removeprefix("nplurals="))
    catalogue._plural_expr = rule.removeprefix("plural=").strip()
    return catalogue


def main(arguments: list[str]) -> int:
    assert set(PLURAL_FORMS) == set(LANGUAGES) - {"en"}
    stale = {p: b for p, b in files().items() if not p.exists() or p.read_bytes() != b}
    if "--check" in arguments:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not up to date: run make words")
        return 1 if stale else 0
    for path, content in stale.items():
        path.write_bytes(content)
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
