"""Build the wheel and the sdist twice, compare them, and try the wheel: `make dist`.

The trial is an environment of its own with what the wheel's metadata asks for, in the pinned
versions, and nothing else. So it shows what `pip install` and pipx give.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from project import ROOT, reproducible, version

DIST = ROOT / "dist"
NEVER = {"torch", "spacy", "stanza", "minisbd", "onnxruntime", "argostranslate"}
"""What an installation by pip must not get: gigabytes, and a licence that is not ours."""
SAMPLE_LANGUAGES = ("de", "uk")


def build(folder: Path) -> dict[str, str]:
    """Build both into a folder; returns their names and hashes."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        check=True,
        cwd=ROOT,
        env=reproducible(),
        stdout=subprocess.DEVNULL,
    )
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def try_wheel(wheel: Path, folder: Path) -> list[str]:
    """Install the wheel in `folder` and use it; returns what is wrong, in words."""
    venv.create(folder, with_pip=True)
    binaries = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [str(binaries / "python"), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    pins = folder / "pins.txt"
    pins.write_text(_pins((ROOT / "packaging/requirements/app.txt").read_text("utf-8")), "utf-8")
    subprocess.run([*pip, "install", "--constraint", str(pins), str(wheel)], check=True)
    found = []
    packages = {line.split("==")[0].lower() for line in _says(*pip, "list", "--format=freeze")}
    found += [f"pip brought {name}." for name in sorted(NEVER & packages)]
    for entry in ("reviewer", "reviewer-desktop"):
        if not list(binaries.glob(f"{entry}*")):
            found.append(f"The command {entry} is missing.")
    reviewer = str(binaries / "reviewer")
    if _says(reviewer, "--version") != [f"reviewer {version()}"]:
        found.append("`reviewer --version` says something else.")
    where = "import reviewer, pathlib; print(pathlib.Path(reviewer.__file__).parent)"
    resources = Path(_says(str(binaries / "python"), "-P", "-c", where)[0], "_resources")
    sample = resources / "sample"
    data = {"REVIEWER_DATA": str(folder / "data")}
    for language in SAMPLE_LANGUAGES:
        package = resources / "packages" / f"translate-{language}_en-toy.argosmodel"
        _says(reviewer, "packages", "install", str(package), **data)
    files = (str(sample / f"article.{end}") for end in ("en.html", "de.docx", "uk.md"))
    report = "\n".join(_says(reviewer, "check", *files, **data))
    if report.count("argos") < len(SAMPLE_LANGUAGES):
        found.append("The sample is checked without back-translations.")
    return found


def _pins(requirements: str) -> str:
    """The versions without their hashes: a wheel of ours has none among them."""
    lines = re.sub(r"\\\n\s*--hash=\S+", "", requirements).splitlines()
    return "\n".join(line.rstrip(" \\") for line in lines if line.strip()[:2] != "--") + "\n"


def _says(*command: str, **variables: str) -> list[str]:
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=reproducible() | variables
    )
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return done.stdout.splitlines()


def main() -> int:
    """Build, compare, try; returns the exit code."""
    with tempfile.TemporaryDirectory() as temporary:
        first, second, trial = (Path(temporary, name) for name in ("first", "second", "trial"))
        made = build(first)
        if build(second) != made:
            print("Two builds differ.")
            return 1
        wheel = next(first.glob("*.whl"))
        problems = try_wheel(wheel, trial)
        for words in problems:
            print(words)
        if problems:
            return 1
        DIST.mkdir(exist_ok=True)
        for path in first.iterdir():
            shutil.copyfile(path, DIST / path.name)
            print(f"dist/{path.name}: {path.stat().st_size / 1e6:.1f} MB, the same bytes twice")
    print("The wheel was installed in an environment of its own and checked the sample.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
