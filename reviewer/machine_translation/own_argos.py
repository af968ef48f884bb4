"""What this room uses of argostranslate, for an installation that has none.

A wheel that named argostranslate would pull gigabytes (docs/decisions/environment.md), so one
installed by pip alone comes without. The names and what they give are argostranslate's own; its
classes are the oracle in the tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

remote_package_index = (
    "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
)
"""The address of Argos's index."""

_END = "</w>"
_JOINED = "@@"


class AvailablePackage:
    """A package as its metadata.json or an index describes it; the fields that we read."""

    def __init__(self, metadata: Mapping[str, Any]) -> None:
        self.package_version = metadata.get("package_version", "")
        self.from_code = metadata.get("from_code")
        self.from_name = metadata.get("from_name", "")
        self.to_code = metadata.get("to_code")
        self.to_name = metadata.get("to_name", "")
        self.links = metadata.get("links", [])
        self.target_prefix = metadata.get("target_prefix", "")


class SentencePieceTokenizer:
    """A SentencePiece model's pieces. Its file is read when it is first needed."""

    def __init__(self, model_file: Path) -> None:
        self._file = model_file

    @cached_property
    def _processor(self) -> Any:
        from sentencepiece import SentencePieceProcessor

        return SentencePieceProcessor(model_file=str(self._file))

    def lazy_processor(self) -> Any:
        """The library's own object."""
        return self._processor

    def encode(self, sentence: str) -> list[str]:
        """The pieces of a sentence."""
        pieces: list[str] = self._processor.encode(sentence, out_type=str)
        return pieces

    def decode(self, tokens: list[str]) -> str:
        """The sentence of the pieces."""
        text: str = self._processor.decode_pieces(tokens)
        return text.replace("▁", " ").replace("_", " ")


class BPETokenizer:
    """Moses's words, cut by byte pair encoding. Its file is read when it is first needed."""

    def __init__(self, model_file: Path, from_code: str, to_code: str) -> None:
        self._file = model_file
        self._from, self._to = from_code, to_code

    @cached_property
    def _normalizer(self) -> Any:
        return _moses("normalize", "MosesPunctNormalizer", self._from)

    @cached_property
    def _tokenizer(self) -> Any:
        return _moses("tokenize", "MosesTokenizer", self._from)

    @cached_property
    def _detokenizer(self) -> Any:
        return _moses("tokenize", "MosesDetokenizer", self._to)

    @cached_property
    def _pairs(self) -> BytePairs:
        return BytePairs(self._file.read_text("utf-8").splitlines())

    def encode(self, sentence: str) -> list[str]:
        """The pieces of a sentence; all of a word but the last end in "@@"."""
        words = " ".join(self._tokenizer.tokenize(self._normalizer.normalize(sentence)))
        return [piece for word in words.split(" ") if word for piece in self._pairs.cut(word)]

    def decode(self, tokens: list[str]) -> str:
        """The sentence of the pieces."""
        words = " ".join(tokens).replace(f"{_JOINED} ", "").split(" ")
        text: str = self._detokenizer.detokenize(words)
        return text


class BytePairs:
    """The merges of a BPE model, the most frequent first, applied to words.

    R. Sennrich, B. Haddow, A. Birch: Neural Machine Translation of Rare Words with Subword
    Units, ACL 2016. `lines` are those of a codes file of subword-nmt, version 0.1 or 0.2.
    Raises ValueError for others.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        merges = list(lines)
        self._apart = not (merges and merges[0].startswith("#version:"))
        if not self._apart and merges.pop(0).split()[-1] != "0.2":
            raise ValueError("bpe.model is of an unknown version")
        pairs = [tuple(line.strip("\r\n ").split(" ")) for line in merges]
        if any(len(pair) != 2 for pair in pairs):
            raise ValueError("bpe.model is damaged")
        self._ranks = {pair: rank for rank, pair in reversed(list(enumerate(pairs)))}
        self.cut = lru_cache(maxsize=50_000)(self._cut)

    def _cut(self, word: str) -> tuple[str, ...]:
        """The word's pieces; all but the last end in "@@"."""
        # Version 0.1 has the mark of the word's end as a piece of its own.
        pieces = [*word, _END] if self._apart else [*word[:-1], word[-1] + _END]
        while len(pieces) > 1:
            best = min(pairwise(pieces), key=self._rank)
            if best not in self._ranks:
                break
            pieces = _merged(pieces, best)
        pieces[-1] = pieces[-1].removesuffix(_END)
        if not pieces[-1]:
            pieces.pop()
        return (*(piece + _JOINED for piece in pieces[:-1]), pieces[-1])

    def _rank(self, pair: tuple[str, str]) -> float:
        return self._ranks.get(pair, float("inf"))


def _moses(module: str, name: str, language: str) -> Any:
    return getattr(import_module(f"sacremoses.{module}"), name)(language)


def _merged(pieces: list[str], pair: tuple[str, str]) -> list[str]:
    merged: list[str] = []
    place = 0
    while place < len(pieces):
        found = tuple(pieces[place : place + 2]) == pair
        merged.append("".join(pair) if found else pieces[place])
        place += 2 if found else 1
    return merged
