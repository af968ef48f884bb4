"""A package's tokenizer, through argostranslate's own classes."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from reviewer.machine_translation.argos import argos_package
from reviewer.machine_translation.errors import PackageError
from reviewer.machine_translation.metadata import Metadata
from reviewer.messages import message


class Tokenizer(Protocol):
    """Text to the model's pieces and back."""

    def encode(self, sentence: str) -> list[str]:
        """The pieces of a sentence."""

    def decode(self, tokens: list[str]) -> str:
        """The sentence of the pieces."""


def tokenizer_of(folder: Path, metadata: Metadata) -> Tokenizer:
    """The tokenizer of an unpacked package: SentencePiece's if it has one, else BPE's."""
    argos = argos_package()
    if (folder / "sentencepiece.model").is_file():
        return _SentencePiece(argos.SentencePieceTokenizer(folder / "sentencepiece.model"))
    if (folder / "bpe.model").is_file():
        bpe: Tokenizer = argos.BPETokenizer(
            folder / "bpe.model", metadata.from_code, metadata.to_code
        )
        return bpe
    raise PackageError(message("Its tokenizer is missing (sentencepiece.model or bpe.model)."))


class _SentencePiece:
    """Argos's tokenizer without its habit of turning every underscore into a space."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer

    def encode(self, sentence: str) -> list[str]:
        return self._tokenizer.encode(sentence)

    def decode(self, tokens: list[str]) -> str:
        processor = self._tokenizer.lazy_processor()  # type: ignore[attr-defined]
        text: str = processor.decode_pieces(tokens)
        return text.replace("▁", " ")
