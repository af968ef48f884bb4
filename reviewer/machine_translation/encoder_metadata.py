"""What an encoder package says of itself (its metadata.json), checked before it is believed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from reviewer.machine_translation.errors import PackageError
from reviewer.machine_translation.metadata import LARGEST
from reviewer.messages import message

KIND = "encode"
"""The "type" of an encoder's metadata, where a translation package has "translate"."""

Pooling = Literal["mean", "first", "pooler"]
"""How the vectors of the pieces become that of the sentence: their mean, that of the first
piece, or what the model makes of the first (BERT's "pooler")."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+_-]{0,31}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class EncoderMetadata:
    """`prefix` stands before every text, `start` and `end` are the pieces around every one;
    `lowercase` is for a vocabulary without capitals, `most` the pieces that the model takes."""

    name: str
    version: str
    languages: tuple[str, ...]
    pooling: Pooling = "mean"
    prefix: str = ""
    start: str = "<s>"
    end: str = "</s>"
    lowercase: bool = False
    most: int = 512


def is_encoder(data: bytes) -> bool:
    """Whether the bytes of a metadata.json are an encoder's rather than a translation's."""
    try:
        described = json.loads(data[: LARGEST + 1].decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(described, dict) and described.get("type") == KIND


def parse_encoder(data: bytes) -> EncoderMetadata:
    """Read the bytes of a metadata.json; PackageError names the first field that is wrong."""
    try:
        described = json.loads(data[: LARGEST + 1].decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise PackageError(message("Its metadata.json cannot be read: it is not JSON.")) from error
    if not isinstance(described, Mapping) or described.get("type") != KIND:
        raise PackageError(message("Its metadata.json does not describe an encoder."))
    languages = described.get("languages")
    if (
        not isinstance(languages, list)
        or not 2 <= len(languages) <= 200
        or not all(isinstance(code, str) and _LANGUAGE.fullmatch(code) for code in languages)
    ):
        raise _unusable("languages")
    most = described.get("most", 512)
    if not isinstance(most, int) or isinstance(most, bool) or not 8 <= most <= 8192:
        raise _unusable("most")
    if not isinstance(described.get("lowercase", False), bool):
        raise _unusable("lowercase")
    pooling = _text(described, "pooling", "mean")
    if pooling not in get_args(Pooling):
        raise _unusable("pooling")
    return EncoderMetadata(
        name=_matching(described, "name", _NAME),
        version=_matching(described, "package_version", _VERSION),
        languages=tuple(dict.fromkeys(languages)),
        pooling=pooling,  # type: ignore[arg-type]
        prefix=_text(described, "prefix", ""),
        start=_text(described, "start", "<s>"),
        end=_text(described, "end", "</s>"),
        lowercase=described.get("lowercase", False),
        most=most,
    )


def _text(described: Mapping[str, object], field: str, usual: str) -> str:
    value = described.get(field, usual)
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise _unusable(field)
    return value


def _matching(described: Mapping[str, object], field: str, pattern: re.Pattern[str]) -> str:
    value = _text(described, field, "")
    if not pattern.fullmatch(value):
        raise _unusable(field)
    return value


def _unusable(field: str) -> PackageError:
    return PackageError(message("Its metadata.json has no usable “{field}”.", field=field))
