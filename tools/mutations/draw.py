"""Draw small mistakes by chance from the program's own text, for a list that nobody has chosen.

    python tools/mutations/draw.py --seed 3 --count 60 > tools/mutations/NAME.toml

Every place that a small change is possible at is found in the syntax tree: a number a little
larger or smaller, a comparison turned, `and` for `or`, a condition denied, a statement or a call
left out, a switch set the other way, `min` for `max`, `sorted` left out, plus for minus. The dice
choose the room first (by the root of its lines), then the kind of change, then the place, so that
neither a large room nor a frequent kind fills the list. The same seed on the same tree gives the
same list. With `--in-turn` each room gives as many, and only the kinds of CHANGED are drawn;
`--below formats/html store` takes folders in place of rooms, and draws in them alone.

What is drawn and cannot be noticed by anybody (a buffer, a cache, the words of a log) stays in the
list with the reason as `refused`, and the next one takes its place: draw more than are wanted.
`tests` is left empty: fill it with the tests that come by the line.
"""

from __future__ import annotations

import argparse
import ast
import math
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "reviewer"
TURNED = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"), ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"),
}  # fmt: skip
EXCHANGED = {"min": "max", "max": "min", "any": "all", "all": "any"}
CHANGED = {
    "a comparison", "a number", "plus, minus", "min, max, any, all", "a switch the other way",
    "a call left out", "and, or",
}  # fmt: skip
"""The kinds of `--in-turn`: no condition is denied and no statement left out."""

LEFT_OUT = {"sorted", "strip", "lower", "casefold", "abs", "rstrip", "lstrip"}


@dataclass(frozen=True)
class Place:
    """One change of one file: the letters from `start` to `end` become `new`."""

    file: str
    kind: str
    start: int
    end: int
    new: str
    function: str


class Places(ast.NodeVisitor):
    """Every place of a file that a small change is possible at."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.lines = [0]
        for line in text.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line.encode()))
        self.data = text.encode()
        self.function = ""
        self.found: list[Place] = []
        self.visit(ast.parse(text))

    def offset(self, line: int, column: int) -> int:
        """Where a place of the syntax tree (its columns are bytes) is in the text."""
        return len(self.data[: self.lines[line - 1] + column].decode())

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        end_line, end_column = node.end_lineno or 0, node.end_col_offset or 0
        return self.offset(node.lineno, node.col_offset), self.offset(end_line, end_column)

    def put(self, kind: str, node: ast.expr | ast.stmt, new: str) -> None:
        start, end = self.span(node)
        self.found.append(Place(self.file, kind, start, end, new, self.function))

    def source(self, node: ast.expr) -> str:
        start, end = self.span(node)
        return self.text[start:end]

    def between(self, kind: str, left: ast.expr, right: ast.expr, old: str, new: str) -> None:
        """Put `new` for the operator `old` that stands between two expressions."""
        start, end = self.span(left)[1], self.span(right)[0]
        gap = self.text[start:end]
        if gap.count(old) == 1 and "#" not in gap:
            at = start + gap.index(old)
            self.found.append(Place(self.file, kind, at, at + len(old), new, self.function))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        before, self.function = self.function, f"{self.function}.{node.name}".strip(".")
        for one in node.body + node.args.defaults + [d for d in node.args.kw_defaults if d]:
            self.visit(one)
        self.function = before

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        before, self.function = self.function, f"{self.function}.{node.name}".strip(".")
        for one in node.body:
            self.visit(one)
        self.function = before

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, bool):
            self.put("a switch the other way", node, str(not value))
        elif isinstance(value, int):
            self.put("a number", node, str(value + 1))
            if value:
                self.put("a number", node, str(value - 1))
        elif isinstance(value, float):
            self.put("a number", node, repr(float(f"{value * 1.1:.6g}")))
            self.put("a number", node, repr(float(f"{value * 0.9:.6g}")))

    def visit_Compare(self, node: ast.Compare) -> None:
        sides = [node.left, *node.comparators]
        for number, operator in enumerate(node.ops):
            turned = TURNED[type(operator)]
            self.between("a comparison", sides[number], sides[number + 1], *turned)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            if len(node.values) == 2:
                self.between("and, or", left, right, old, new)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.put("a condition denied", node, f"({self.source(node.operand)})")
        self.generic_visit(node)

    def denied(self, test: ast.expr) -> None:
        """Put the opposite of a condition that is no comparison (that is a kind of its own)."""
        if not isinstance(test, ast.Compare | ast.UnaryOp) and "TYPE_CHECKING" not in self.source(
            test
        ):
            self.put("a condition denied", test, f"(not ({self.source(test)}))")

    def visit_If(self, node: ast.If) -> None:
        self.denied(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.denied(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self.denied(test)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        words = (ast.JoinedStr, ast.List, ast.Tuple)
        texts = any(
            isinstance(one, words) or (isinstance(one, ast.Constant) and isinstance(one.value, str))
            for one in (node.left, node.right)
        )
        if not texts and isinstance(node.op, ast.Add | ast.Sub):
            old, new = ("+", "-") if isinstance(node.op, ast.Add) else ("-", "+")
            self.between("plus, minus", node.left, node.right, old, new)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if name in EXCHANGED:
            self.put("min, max, any, all", node.func, EXCHANGED[name])
        elif name in LEFT_OUT and node.args:
            self.put("a call left out", node, self.source(node.args[0]))
        elif method in LEFT_OUT and isinstance(node.func, ast.Attribute):
            self.put("a call left out", node, self.source(node.func.value))
        for each in (node.func, *node.args, *(one.value for one in node.keywords)):
            if name != "zip" or not isinstance(each, ast.Constant):
                self.visit(each)  # that both are as long, a zip only asserts

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Call):
            if "logging" not in self.source(node.value) and "_log." not in self.source(node.value):
                self.put("a statement left out", node, "pass")
            self.visit(node.value)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.put("a statement left out", node, "pass")
        self.generic_visit(node)

    def visit_Continue(self, node: ast.Continue) -> None:
        self.put("a statement left out", node, "pass")

    def visit_Break(self, node: ast.Break) -> None:
        self.put("a statement left out", node, "pass")


def places() -> dict[str, dict[str, list[Place]]]:
    """All places by room and by kind of change, in the order of the files."""
    found: defaultdict[str, defaultdict[str, list[Place]]]
    found = defaultdict(lambda: defaultdict(list))
    for path in sorted(ROOT.rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        for place in Places(file, path.read_text("utf-8")).found:
            found[file.split("/")[0]][place.kind].append(place)
    return found


def in_turn(seed: int, count: int, below: Sequence[str] = ()) -> Iterator[Place]:
    """`count` different lines, from one room after the other; files that are no room are one.

    `below` are folders that are drawn from in place of the rooms.
    """
    dice = random.Random(seed)
    rooms: dict[str, list[Place]] = {}
    for name, kinds in places().items():
        for place in [each for kind, found in kinds.items() if kind in CHANGED for each in found]:
            folders = [one for one in below if place.file.startswith(f"{one}/")]
            if folders or not below:
                room = folders[0] if folders else "" if name.endswith(".py") else name
                rooms.setdefault(room, []).append(place)
    seen: set[tuple[str, int]] = set()
    while len(seen) < count:
        room = rooms[sorted(rooms)[len(seen) % len(rooms)]]
        kind = dice.choice(sorted({place.kind for place in room}))
        place = dice.choice([place for place in room if place.kind == kind])
        line = (ROOT / place.file).read_text("utf-8").count("\n", 0, place.start)
        if (place.file, line) not in seen:
            seen.add((place.file, line))
            yield place


def drawn(seed: int, count: int) -> Iterator[Place]:
    """`count` different lines to make a mistake in, one after the other."""
    dice = random.Random(seed)
    rooms = places()
    weights = [math.sqrt(sum(map(len, kinds.values()))) for kinds in rooms.values()]
    seen: set[tuple[str, int]] = set()
    while len(seen) < count:
        kinds = rooms[dice.choices(list(rooms), weights)[0]]
        place = dice.choice(kinds[dice.choice(sorted(kinds))])
        line = (ROOT / place.file).read_text("utf-8").count("\n", 0, place.start)
        if (place.file, line) not in seen:
            seen.add((place.file, line))
            yield place


def replacement(place: Place) -> tuple[str, str]:
    """The lines of the change before and after it, with as many around as make them unique."""
    text = (ROOT / place.file).read_text("utf-8")
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end) + 1
    changed = text[start : place.start] + place.new + text[place.end : end]
    while text.count(text[start:end]) > 1:
        earlier = text.rfind("\n", 0, start - 1) + 1
        changed = text[earlier:start] + changed
        start = earlier
    return text[start:end], changed


def quoted(text: str) -> str:
    """As TOML writes it in one line."""
    for letter, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(letter, written)
    return f'"{text}"'


def entry(place: Place) -> str:
    """One mistake as the lists have it."""
    text = (ROOT / place.file).read_text("utf-8")
    old, new = replacement(place)
    line = text[text.rfind("\n", 0, place.start) + 1 : text.find("\n", place.end)].strip()
    became = place.new if len(place.new) < 30 else "the opposite"
    where = f"{place.function}: " if place.function else ""
    what = f"{where}{place.kind}: {' '.join(line.split())} → {became}"
    fields = {"file": place.file, "old": old, "new": new, "what": what, "tests": ""}
    return "[[mutation]]\n" + "".join(f"{name} = {quoted(text)}\n" for name, text in fields.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--in-turn", action="store_true", help="as many from each room")
    parser.add_argument("--below", nargs="+", default=(), help="folders in place of rooms")
    options = parser.parse_args()
    if options.in_turn or options.below:
        found = in_turn(options.seed, options.count, options.below)
    else:
        found = drawn(options.seed, options.count)
    print("\n".join(map(entry, found)), end="")


if __name__ == "__main__":
    main()
