"""Change the file of a profile, and keep everything in it that is not changed: comments, order."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from reviewer.checks.own_rules import OwnRule
from reviewer.checks.style import StyleKey
from reviewer.formats.atomic import write_text
from reviewer.formats.file_bytes import only_file, why_unreadable
from reviewer.messages import message
from reviewer.profiles.profile import ALL_LANGUAGES, Profile, ProfileError, Weight
from reviewer.profiles.reading import parsed_profile

_HEAD = "What the client wants. Reviewer reads it; it may be changed by hand."


class ProfileFile:
    """The text of a profile and where it is kept. Nothing is written before `save`."""

    def __init__(self, path: Path, text: str | None = None) -> None:
        """The profile of a file; with `text` that text, which is to be written there.

        Raises ProfileError for a file that cannot be read.
        """
        self.path = path
        try:
            self._data = tomlkit.parse(
                only_file(path).read_text("utf-8-sig") if text is None else text
            )
        except OSError as error:
            raise ProfileError(why_unreadable(path, error)) from error
        except (UnicodeDecodeError, TOMLKitError) as error:
            raise ProfileError(
                message("The profile “{path}” cannot be read ({error}).", path=path, error=error)
            ) from error

    @classmethod
    def new(cls, path: Path) -> ProfileFile:
        """A profile that says nothing yet, to be written to `path`."""
        made = cls(path, f"# {_HEAD}\n")
        made._data["name"] = path.stem
        return made

    def profile(self) -> Profile:
        """The profile as it stands now. Raises ProfileError that says what is wrong."""
        return parsed_profile(self.text(), self.path)

    def text(self) -> str:
        """The file as it would be written."""
        return tomlkit.dumps(self._data)

    def save(self) -> None:
        """Write the file. Raises UnwritableFileError."""
        with suppress(OSError):  # the writing says what is wrong
            self.path.parent.mkdir(parents=True)
        write_text(self.path, self.text())

    def texts(self, key: str) -> list[str]:
        """A list of texts: `glossaries` or `approved`."""
        return [str(one) for one in self._data.get(key, [])]

    def set_texts(self, key: str, texts: Sequence[str]) -> None:
        """Put another list in its place."""
        if list(texts) != self.texts(key):
            self._put(key, list(texts))

    def weight(self, check: str, language: str = ALL_LANGUAGES) -> Weight | None:
        """What a check counts in this very file, for all languages or for one as the file
        writes it."""
        table = self._data.get("checks", {})
        found = (table if language == ALL_LANGUAGES else table.get(language, {})).get(check)
        return None if found is None else str(found)  # type: ignore[return-value]

    def weighed_by_language(self) -> list[tuple[str, str]]:
        """The languages, as the file writes them, with each check of which it says something
        for that language alone."""
        table = self._data.get("checks", {})
        return [
            (str(tag), str(check))
            for tag, inside in table.items()
            if isinstance(inside, dict)
            for check in inside
        ]

    def set_weight(self, check: str, weight: Weight | None, language: str = ALL_LANGUAGES) -> None:
        """Say what a check counts; None leaves it to the check."""
        table = self._data.setdefault("checks", tomlkit.table())
        if language != ALL_LANGUAGES:
            table = table.setdefault(language, tomlkit.table())
        if weight is None:
            table.pop(check, None)
        else:
            table[check] = weight

    def styles(self) -> list[str]:
        """The languages for which this very file wants a style; "*" for all."""
        table = self._data.get("style", {})
        tags = [str(tag) for tag, one in table.items() if isinstance(one, dict)]
        return [*([ALL_LANGUAGES] if len(tags) < len(table) else []), *tags]

    def style(self, key: StyleKey, language: str) -> str:
        """What this very file wants in a language ("*" for all); "" for nothing."""
        table = self._data.get("style", {})
        found = (table if language == ALL_LANGUAGES else table.get(language, {})).get(key)
        return "" if found is None else str(found)

    def set_style(self, key: StyleKey, language: str, text: str) -> None:
        """Say what is wanted in a language ("*" for all); "" for nothing."""
        if text == self.style(key, language):
            return
        whole = self._data.setdefault("style", tomlkit.table())
        table = whole
        if language != ALL_LANGUAGES:
            table = whole.setdefault(language, tomlkit.table())
        if text:
            table[key] = text
        else:
            table.pop(key, None)

    def rules(self) -> list[dict[str, Any]]:
        """The rules of this very file, with the names that it uses."""
        return [dict(one) for one in self._data.get("rules", [])]

    def set_rules(self, rules: Sequence[OwnRule]) -> None:
        """Put other rules in their place."""
        unset = {one.name: one.default for one in fields(OwnRule)}
        kept = tomlkit.aot()
        for rule in rules:
            table = tomlkit.table()
            for key, value in asdict(rule).items():
                if value != unset[key]:
                    name = "message" if key == "words" else key
                    table[name] = list(value) if isinstance(value, tuple) else value
            kept.append(table)
        self._data.pop("rules", None)
        if rules:
            self._data["rules"] = kept

    def _put(self, key: str, value: object) -> None:
        """Values must stand before the first table, or they would belong to it."""
        if key in self._data:
            self._data[key] = value
            return
        tables = [name for name, one in self._data.items() if isinstance(one, dict | list)]
        later = {name: self._data.pop(name) for name in tables}
        self._data[key] = value
        for name, table in later.items():
            self._data[name] = table
