"""The words that a user has taught: one file for each language, a word on a line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reviewer.folders import data_folder
from reviewer.formats.atomic import make_folder_of, write_text
from reviewer.formats.file_bytes import only_file
from reviewer.text.languages import base


class OwnWords:
    """Read once; written whenever a word is learnt or forgotten. Capitals count: who teaches a
    word in small letters means it at the beginning of a sentence as well."""

    def __init__(self, language: str) -> None:
        """`language` is a BCP 47 tag; its regions share their words."""
        self._path = _folder() / f"{base(language) or 'und'}.txt"
        self._words = set(_read(self._path))

    def knows(self, word: str) -> bool:
        """Whether a word was learnt as it is, or in small letters."""
        return word in self._words or word[:1].lower() + word[1:] in self._words

    def words(self) -> list[str]:
        """All of them, by the alphabet."""
        return sorted(self._words, key=str.casefold)

    def learn(self, words: Iterable[str]) -> None:
        """Take words in. Raises a FormatError where the file cannot be written."""
        self._write(self._words | set(words))

    def forget(self, words: Iterable[str]) -> None:
        """Ask for these words again. Raises as `learn` does."""
        self._write(self._words - set(words))

    def _write(self, words: set[str]) -> None:
        # Another window may have taught some meanwhile.
        merged = (set(_read(self._path)) - (self._words - words)) | words
        make_folder_of(self._path)
        write_text(self._path, "".join(f"{word}\n" for word in sorted(merged)))
        self._words = merged


def learnt_words() -> dict[str, list[str]]:
    """All words that were learnt, by their language's code, each by the alphabet."""
    files = sorted(_folder().glob("*.txt"))
    found = {path.stem: sorted(set(_read(path)), key=str.casefold) for path in files}
    return {language: words for language, words in found.items() if words}


def _folder() -> Path:
    return data_folder() / "words"


def _read(path: Path) -> list[str]:
    try:
        lines = only_file(path).read_text("utf-8-sig", "replace").splitlines()
    except OSError:
        return []
    return [word for line in lines if (word := line.strip())]
