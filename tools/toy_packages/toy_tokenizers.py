"""The two tokenizers that Argos packages come with, trained on the toy corpus."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import sentencepiece
from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer

Encode = Callable[[str], list[str]]


def train_sentencepiece(sentences: list[str], size: int, folder: Path) -> tuple[Encode, Encode]:
    """Write sentencepiece.model; (encoder of the source, encoder of English)."""
    path = folder / "sentencepiece.model"
    with path.open("wb") as file:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(sentences),
            model_writer=file,
            vocab_size=size,
            character_coverage=1.0,
            split_digits=True,
            hard_vocab_limit=False,
            num_threads=1,
            minloglevel=2,
        )
    encode = SentencePieceTokenizer(path).encode
    return encode, encode


def train_bpe(
    sentences: list[str], merges: int, folder: Path, language: str
) -> tuple[Encode, Encode]:
    """Write bpe.model (byte pair encoding, Sennrich et al. 2016); the two encoders."""
    path = folder / "bpe.model"
    path.write_text("#version: 0.2\n", encoding="utf-8")
    splitter = BPETokenizer(path, language, "en")
    splitter.lazy_load()
    words: Counter[str] = Counter()
    for sentence in sentences:
        words.update(splitter.tokenizer.tokenize(splitter.normalizer.normalize(sentence)))
    pieces = {word: (*word[:-1], word[-1] + "</w>") for word in words if not word[0].isdigit()}
    lines = ["#version: 0.2"]
    for _ in range(merges):
        pairs: Counter[tuple[str, str]] = Counter()
        for word, parts in pieces.items():
            for pair in itertools.pairwise(parts):
                pairs[pair] += words[word]
        if not pairs:
            break
        best = max(pairs, key=lambda pair: (pairs[pair], pair))
        lines.append(" ".join(best))
        pieces = {word: merged(parts, best) for word, parts in pieces.items()}
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return BPETokenizer(path, language, "en").encode, BPETokenizer(path, "en", "en").encode


def merged(parts: tuple[str, ...], pair: tuple[str, str]) -> tuple[str, ...]:
    """`parts` with every occurrence of the pair joined."""
    result: list[str] = []
    for part in parts:
        if result and (result[-1], part) == pair:
            result[-1] += part
        else:
            result.append(part)
    return tuple(result)
