"""The translators of the window: one with the installed packages, one for the sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any

from reviewer.ui.background import sample


class Translators:
    """Each is made when it is first asked for, from any thread."""

    def __init__(self) -> None:
        self._made: dict[bool, Any] = {}
        self._cache: Any = None
        self._told: set[str] = set()
        self._lock = Lock()

    def at(self, path: Path) -> Callable[[], Any]:
        """What gives the translator of the review at `path`."""
        return self._sample if path == sample.review_path() else self._usual

    def refresh(self) -> None:
        """Packages were installed or removed."""
        if False in self._made:
            self._made[False].refresh()

    def close(self) -> None:
        """End the engines."""
        for translator in self._made.values():
            translator.close()
        self._made.clear()
        if self._cache:
            self._cache.close()

    def problems(self) -> list[str]:
        """What went wrong with packages, in words, each told once."""
        told = [words for made in self._made.values() for words in made.problems]
        fresh = [words for words in told if words not in self._told]
        self._told.update(fresh)
        return fresh

    def _usual(self) -> Any:
        return self._once(False, self._make)

    def _make(self) -> Any:
        from reviewer.machine_translation.translator import Translator
        from reviewer.store.translation_cache import TranslationFile

        self._cache = TranslationFile.of_this_user()
        return Translator([self._cache])

    def _sample(self) -> Any:
        return self._once(True, sample.translator)

    def _once(self, of_sample: bool, make: Callable[[], Any]) -> Any:
        with self._lock:
            if of_sample not in self._made:
                self._made[of_sample] = make()
            return self._made[of_sample]
