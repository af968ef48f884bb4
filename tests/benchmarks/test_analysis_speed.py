"""How long a person waits for an analysis: whole processes, started as a person starts them.

python -m pytest -m benchmark -s tests/benchmarks/test_analysis_speed.py
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from whole_process import machine, said, timed

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
