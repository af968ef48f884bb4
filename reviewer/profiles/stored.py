"""A profile as JSON values, as a review keeps its own copy of it: glossaries included."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from reviewer.checks.own_rules import OwnRule
from reviewer.messages import message
from reviewer.profiles.profile import Profile, ProfileError
from reviewer.profiles.reading import rule_of, table_of
from reviewer.terminology.glossary import Glossary, Term


def as_data(profile: Profile) -> dict[str, Any]:
    """The profile as JSON values."""
    unset = {one.name: one.default for one in fields(OwnRule)}
    style = {tag: dict(wanted) for tag, wanted in profile.style.items()}
    return {
        "name": profile.name,
        "checks": {tag: dict(weights) for tag, weights in profile.weights.items()},
        "glossaries": [
            {"name": glossary.name, "terms": [_term(term) for term in glossary.terms]}
            for glossary in profile.glossaries
        ],
        "rules": [
            {
                key: list(value) if isinstance(value, tuple) else value
                for key, value in asdict(rule).items()
                if value != unset[key]
            }
            for rule in profile.rules
        ],
        "approved": sorted(profile.approved),
        "mqm": dict(profile.mqm),
        # Not told where nothing is wanted, as before there was a style: the digest stays the same.
        **({"style": style} if style else {}),
    }


def from_data(data: object) -> Profile:
    """The profile that `as_data` wrote. Raises ProfileError for anything else."""
    try:
        assert isinstance(data, Mapping)
        glossaries = tuple(
            Glossary(str(one["name"]), tuple(map(_term_of, one["terms"])))
            for one in data["glossaries"]
        )
        plain = table_of(
            {
                "style": data.get("style", {}),
                **{key: data[key] for key in ("checks", "approved", "mqm")},
            }
        )
        rules = tuple(map(rule_of, data["rules"]))
        return Profile(
            str(data["name"]),
            plain.weights,
            glossaries,
            rules,
            plain.approved,
            plain.mqm,
            plain.style,
        )
    except (AssertionError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ProfileError(
            message("The profile in this review makes no sense. Choose it again.")
        ) from error


def digest_of(profile: Profile) -> str:
    """What tells whether two profiles are the same."""
    text = json.dumps(as_data(profile), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _term(term: Term) -> dict[str, Any]:
    return {
        "allowed": {tag: list(words) for tag, words in term.allowed.items()},
        "forbidden": {tag: list(words) for tag, words in term.forbidden.items()},
        "note": term.note,
    }


def _term_of(data: Mapping[str, Any]) -> Term:
    return Term(_words(data["allowed"]), _words(data["forbidden"]), str(data["note"]))


def _words(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {str(tag): tuple(map(str, words)) for tag, words in data.items()}
