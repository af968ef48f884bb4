"""Read a profile from its file: TOML, written to be read by people.

name = "Harbour News"
based_on = "../house.toml"          # another profile below this one
glossaries = ["terms.csv"]          # beside the profile
approved = ["Tessarin"]             # right as it is, in every check

[checks]                            # off, info, minor, major or critical (at most)
whitespace = "off"

[checks.de]                         # for translations into German
names = "minor"

[style]                             # for all languages; [style.de] for German
quotes = "„…“"
numbers = "12.345"
address = "formal"                  # or informal

[[rules]]
name = "Percent"
target = "prozent"
report = "in_target"
languages = ["de"]
replacement = "%"
good = "3 %"
bad = "3 Prozent"

[mqm]                               # points of a finding in the score
critical = 25
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import reduce
from os.path import normpath
from pathlib import Path
from typing import Any

from reviewer.checks.own_rules import REPORTS, OwnRule, expression, found_by
from reviewer.checks.registry import DOCUMENT_CHECKS, REGISTRY
from reviewer.checks.style import STYLE_KEYS, StyleKey, written
from reviewer.domain import SEVERITIES, Pair
from reviewer.formats.file_bytes import only_file, why_unreadable
from reviewer.messages import Message, message
from reviewer.profiles.profile import ALL_LANGUAGES, Profile, ProfileError, Weight
from reviewer.terminology.reading import read_glossary
from reviewer.text.timed_pattern import PatternError

_KEYS = frozenset({"name", "based_on", "glossaries", "approved", "checks", "style", "rules", "mqm"})
_WEIGHTS: tuple[Weight, ...] = ("off", *SEVERITIES)
_EXAMPLES: dict[StyleKey, str] = {"quotes": "„…“", "numbers": "12.345", "address": "formal"}


@dataclass(frozen=True, slots=True)
class Layer:
    """A file and what it says itself, without what it is based on."""

    path: Path
    says: Profile


def read_profile(path: Path) -> Profile:
    """The profile in a file, over those that it is based on.

    Raises ProfileError (or GlossaryError) that says what is wrong, where, and what there is.
    """
    return _laid(layers(path))


def layers(path: Path) -> tuple[Layer, ...]:
    """What a file says itself, then each file that it is based on. Raises as `read_profile`."""
    return _read(path, ())


def parsed_profile(text: str, path: Path) -> Profile:
    """The profile in a text that is to be written to `path`; see `read_profile`."""
    return _laid(_parsed(text, path, ()))


def table_of(data: Mapping[str, Any], name: str = "") -> Profile:
    """The profile in a table of checks, approved words and points, without files.

    Raises ProfileError.
    """
    said = _Said(name)
    return Profile(
        name,
        _weights(said, said.table(data, "checks")),
        approved=frozenset(said.texts(data, "approved")),
        mqm=_points(said, said.table(data, "mqm")),
        style=_style(said, said.table(data, "style")),
    )


def rule_of(data: Mapping[str, Any], name: str = "") -> OwnRule:
    """The rule in a table. Raises ProfileError for what is none, or fails its own examples."""
    return _rule(_Said(name), data)


def _laid(found: tuple[Layer, ...]) -> Profile:
    return reduce(lambda lower, upper: upper.over(lower), [one.says for one in reversed(found)])


def _read(path: Path, above: tuple[Path, ...]) -> tuple[Layer, ...]:
    if path.resolve() in above:
        raise ProfileError(message("{profile}: it is based on itself.", profile=path.name))
    try:
        text = only_file(path).read_text("utf-8-sig")
    except OSError as error:
        raise ProfileError(why_unreadable(path, error)) from error
    except UnicodeDecodeError as error:
        raise ProfileError(
            message("The profile “{path}” cannot be read ({error}).", path=path, error=error)
        ) from error
    return _parsed(text, path, (*above, path.resolve()))


def _parsed(text: str, path: Path, above: tuple[Path, ...]) -> tuple[Layer, ...]:
    folder, name = path.parent, path.stem
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ProfileError(
            message("{profile} is no TOML file: {error}", profile=name, error=error)
        ) from error
    said = _Said(name)
    for key in data.keys() - _KEYS:
        said.wrong(message("there is no setting “{key}”", key=key))
    made = replace(
        table_of(data, said.text(data, "name") or name),
        glossaries=tuple(
            read_glossary(_beside(folder, file)) for file in said.texts(data, "glossaries")
        ),
        rules=tuple(_rule(said, one) for one in said.tables(data, "rules")),
    )
    lower = said.text(data, "based_on")
    return (Layer(path, made), *(_read(_beside(folder, lower), above) if lower else ()))


def _beside(folder: Path, file: str) -> Path:
    """A file that a profile names. The way to it must not lead through the profile's folder where
    that is made only when the profile is saved for the first time."""
    path = folder / file
    return path if folder.exists() else Path(normpath(path))


def _weights(said: _Said, table: Mapping[str, Any]) -> dict[str, dict[str, Weight]]:
    known = {check.id for check in (*REGISTRY, *DOCUMENT_CHECKS)}
    found: dict[str, dict[str, Weight]] = {}
    for key, value in table.items():
        inside = value if isinstance(value, dict) else {key: value}
        tag = key.lower() if isinstance(value, dict) else ALL_LANGUAGES
        for check, weight in inside.items():
            if check not in known:
                said.wrong(
                    message(
                        "there is no check “{check}”; there are {known}",
                        check=check,
                        known=", ".join(sorted(known)),
                    )
                )
            if weight not in _WEIGHTS:
                said.wrong(
                    message(
                        "“{check}” cannot be “{weight}”, but {known}",
                        check=check,
                        weight=weight,
                        known=", ".join(_WEIGHTS),
                    )
                )
            found.setdefault(tag, {})[check] = weight
    return found


def _style(said: _Said, table: Mapping[str, Any]) -> dict[str, dict[StyleKey, str]]:
    found: dict[str, dict[StyleKey, str]] = {}
    for name, value in table.items():
        inside = value if isinstance(value, dict) else {name: value}
        tag = name.lower() if isinstance(value, dict) else ALL_LANGUAGES
        for unknown in inside.keys() - set(STYLE_KEYS):
            said.wrong(
                message(
                    "there is no style “{key}”; there are {known}",
                    key=unknown,
                    known=", ".join(STYLE_KEYS),
                )
            )
        for key in STYLE_KEYS:
            if key not in inside:
                continue
            wanted = written(key, str(inside[key]))
            if wanted is None:
                said.wrong(
                    message(
                        "the style “{key}” cannot be “{text}”, but for example “{example}”",
                        key=key,
                        text=inside[key],
                        example=_EXAMPLES[key],
                    )
                )
            found.setdefault(tag, {})[key] = str(wanted)
    return found


def _rule(said: _Said, table: Mapping[str, Any]) -> OwnRule:
    names = {one.name for one in fields(OwnRule)}
    for key in table.keys() - names - {"message"}:
        said.wrong(message("a rule has no “{key}”", key=key))
    values = {key: value for key, value in table.items() if key != "message"}
    if "message" in table:
        values["words"] = table["message"]
    if not isinstance(values.get("name"), str) or not values["name"]:
        said.wrong(message("a rule has no name"))
    name = values["name"]
    for key, value in values.items():
        wanted: type = list if key == "languages" else bool if key == "regular" else str
        if not isinstance(value, wanted):
            said.wrong(message("rule “{name}”: “{key}” is of another kind", name=name, key=key))
    values["languages"] = tuple(str(one) for one in values.get("languages", ()))
    if values.get("report", "in_target") not in REPORTS:
        said.wrong(
            message("rule “{name}”: report is one of {known}", name=name, known=", ".join(REPORTS))
        )
    if values.get("severity", "minor") not in SEVERITIES:
        said.wrong(
            message(
                "rule “{name}”: severity is one of {known}",
                name=name,
                known=", ".join(SEVERITIES),
            )
        )
    rule = OwnRule(**values)
    if not rule.source and not rule.target:
        said.wrong(message("rule “{name}” looks for nothing: give it source or target", name=name))
    for problem in problems_of(rule):
        said.wrong(problem)
    return rule


def problems_of(rule: OwnRule) -> list[Message]:
    """What is wrong with a rule: its expressions, or examples that it does not tell apart."""
    if rule.regular:
        for words in filter(None, (rule.source, rule.target, rule.unless)):
            try:
                expression(words)
            except PatternError as error:
                return [message("rule “{name}”: {error}", name=rule.name, error=error)]
    found = []
    if rule.good and any(found_by(rule, _example(rule, rule.good))):
        found.append(message("rule “{name}” is not quiet on its good example", name=rule.name))
    if rule.bad and not any(found_by(rule, _example(rule, rule.bad))):
        found.append(message("rule “{name}” does not find its bad example", name=rule.name))
    return found


def _example(rule: OwnRule, text: str) -> Pair:
    source, arrow, target = text.partition("=>")
    language = rule.languages[0] if rule.languages else "en"
    return Pair(
        source.strip() if arrow else "", (target if arrow else text).strip(), "en", language
    )


def _points(said: _Said, table: Mapping[str, Any]) -> dict[Any, float]:
    for key, value in table.items():
        if key not in SEVERITIES or isinstance(value, bool) or not isinstance(value, int | float):
            said.wrong(message("the points of “{key}” make no sense", key=key))
    return {key: float(value) for key, value in table.items()}


class _Said:
    """Takes values of the right kind out of a table, or raises a ProfileError that names it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def wrong(self, what: Message) -> None:
        raise ProfileError(message("{profile}: {what}.", profile=self._name, what=what))

    def text(self, data: Mapping[str, Any], key: str) -> str:
        return str(self._of(data, key, str, ""))

    def texts(self, data: Mapping[str, Any], key: str) -> list[str]:
        found = self._of(data, key, list, [])
        if not all(isinstance(one, str) for one in found):
            self.wrong(message("“{key}” is a list of texts", key=key))
        return list(found)

    def table(self, data: Mapping[str, Any], key: str) -> dict[str, Any]:
        return dict(self._of(data, key, dict, {}))

    def tables(self, data: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
        found = self._of(data, key, list, [])
        if not all(isinstance(one, dict) for one in found):
            self.wrong(message("“{key}” is a list of tables", key=key))
        return list(found)

    def _of(self, data: Mapping[str, Any], key: str, kind: type, missing: Any) -> Any:
        value = data.get(key, missing)
        if not isinstance(value, kind):
            self.wrong(message("“{key}” is of another kind", key=key))
        return value
