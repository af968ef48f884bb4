"""How long a person waits for an analysis: whole processes, started as a person starts them.

python -m pytest -m benchmark -s tests/benchmarks/test_analysis_speed.py
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from reviewer import formats
from reviewer.analysis import Cancelled, analyse
from tests.benchmarks.articles import SHARED, flores, long_text
from tests.benchmarks.whole_process import machine, said, timed

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(3600)]

_REVIEWER = str(Path(sys.executable).with_name("reviewer"))

_ENGLISH = """Harbour report

The harbour of Kell handled 1,204 ships in 2023. That is 5 per cent more than in the year before.

The council wants to build a second quay by 12 May 2026. It will cost 3.5 million euros. Nobody \
has said yet who will pay for it.

A storm damaged two cranes in November. They were repaired within three weeks.
"""
_GERMAN = """Hafenbericht

Der Hafen von Kell fertigte 2023 insgesamt 1.204 Schiffe ab. Das sind 5 Prozent mehr als im Jahr \
davor.

Der Rat will bis zum 12. Mai 2026 einen zweiten Kai bauen. Er wird 3,5 Millionen Euro kosten. \
Noch hat niemand gesagt, wer ihn bezahlen wird.

Im November beschädigte ein Sturm zwei Kräne. Sie wurden innerhalb von drei Wochen repariert.
"""


def test_two_small_files(tmp_path: Path) -> None:
    files = [tmp_path / "en.txt", tmp_path / "de.txt"]
    for file, text in zip(files, (_ENGLISH, _GERMAN), strict=True):
        file.write_text(text, "utf-8")
    command = [_REVIEWER, "check", *map(str, files)]
    print(f"\n{machine()}")
    first = [
        timed(command, {"REVIEWER_DATA": str(tmp_path / f"data {number}")}) for number in range(3)
    ]
    print(said("two small files, nothing unpacked yet", first))
    data = {"REVIEWER_DATA": str(tmp_path / "data 0")}
    print(said("two small files", [timed(command, data) for _ in range(9)]))
    bare = [timed([sys.executable, "-c", "import numpy"]) for _ in range(9)]
    print(said("Python and numpy alone", bare))


needs_flores = pytest.mark.skipif(not SHARED.exists(), reason="the FLORES sentences are not here")
_TRANSLATIONS = ("id", "de", "uk", "vi", "ar")


def _paragraphs(sentences: list[str]) -> str:
    return "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5))


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """flores-dev in English and five translations, of which every fiftieth sentence is gone."""
    folder = tmp_path_factory.mktemp("thousand")
    files = [folder / f"{language}.txt" for language in ("en", *_TRANSLATIONS)]
    files[0].write_text(_paragraphs([line[0] for line in flores("id")]), "utf-8")
    for language, file in zip(_TRANSLATIONS, files[1:], strict=True):
        kept = [line[1] for n, line in enumerate(flores(language)) if n % 50 != 17]
        file.write_text(_paragraphs(kept), "utf-8")
    return files


@needs_flores
def test_five_translations_of_a_thousand_sentences(thousand: list[Path], tmp_path: Path) -> None:
    command = [_REVIEWER, "check", *map(str, thousand)]
    data = {"REVIEWER_DATA": str(tmp_path)}
    timed(command, data)
    print(f"\n{machine()}")
    print(said("five translations of 1,000 sentences", [timed(command, data) for _ in range(3)]))


@needs_flores
def test_ten_thousand_sentences(tmp_path: Path) -> None:
    source, target, _ = long_text(10_000)
    files = [tmp_path / "en.txt", tmp_path / "de.txt"]
    for file, sentences in zip(files, (source, target), strict=True):
        file.write_text(_paragraphs(sentences), "utf-8")
    said_languages = ["--source-language", "en", "--language", "de"]
    command = [_REVIEWER, "check", *map(str, files), *said_languages]
    print(f"\n{machine()}")
    runs = [timed(command, {"REVIEWER_DATA": str(tmp_path / "data")})]
    print(said("10,000 sentences", runs), f"; {runs[0].megabytes:.0f} MB in its largest process")


@needs_flores
def test_how_soon_a_cancelled_analysis_ends(thousand: list[Path]) -> None:
    """From the cancel to the end, asked for at different moments of the analysis."""
    documents = [formats.read(path) for path in thousand]
    waited = []
    for moment in (0.3, 1.5, 3.0, 5.0, 8.0):
        stop, ended = Event(), []

        def run(stop: Event = stop, ended: list[float] = ended) -> None:
            try:
                analyse(documents[0], documents[1:], cancelled=stop.is_set)
            except Cancelled:
                ended.append(time.perf_counter())

        thread = Thread(target=run)
        thread.start()
        thread.join(moment)
        asked = time.perf_counter()
        stop.set()
        thread.join()
        if ended:
            waited.append(ended[0] - asked)
    print(f"\n{machine()}")
    print(f"cancelled: ended after {', '.join(f'{seconds:.2f}' for seconds in waited)} s")
