"""The house holds its own rules: who knows whom, how large things may grow, and what is not written."""

from __future__ import annotations

import ast
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import imr_desk

CHECKOUT = Path(__file__).resolve().parent.parent
PROGRAM = CHECKOUT / "imr_desk"
ROOMS_WITHOUT_QT = ("letter", "pdf", "parser", "checks", "intake", "store", "exchange", "quality", "samples", "cli")

LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
MOST_METHODS = 20
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "misc"}
UNWANTED = {
    r"\bTODO\b|\bFIXME\b|\bXXX\b": "do it now or write it up as an issue",
    r"processEvents": "let the event loop run: split the work or give it to a worker",
    r"\.parent\(\)\s*\.parent\(\)|\.parentWidget\(\)\s*\.parent": "pass the collaborator in by constructor",
    r"\bqWait\b|\btime\.sleep\b": "wait for what is meant, with waitUntil or waitSignal",
}


def sources(*folders: Path) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def definitions(*kinds: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    for path in sources(PROGRAM, CHECKOUT / "installer"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, kinds):
                yield f"{named(path)}:{node.lineno} {node.name}", node  # type: ignore[attr-defined]


def test_import_contracts_hold() -> None:
    script = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    lint = [sys.executable, "-c", script, "--no-logo", "--no-cache"]
    result = subprocess.run(lint, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, f"move the import to the room that may know it:\n{result.stdout}{result.stderr}"


@pytest.mark.parametrize("room", ROOMS_WITHOUT_QT)
def test_room_loads_without_qt(room: str) -> None:
    modules = [name for _, name, _ in pkgutil.walk_packages(imr_desk.__path__, "imr_desk.")]
    own = [name for name in modules if f"{name}.".startswith(f"imr_desk.{room}.")]
    script = f"import {', '.join(['sys', *own])}\nprint(*(name for name in sys.modules if name.startswith('PySide6')))"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert not result.stdout.split(), f"imr_desk.{room} loads Qt: `python -X importtime -c 'import ...'` shows by whom"


def test_desk_draws_no_widgets() -> None:
    drawing = [named(path) for path in sources(PROGRAM / "desk") if "QtWidgets" in path.read_text(encoding="utf-8")]
    assert not drawing, f"move what is seen to ui: {drawing}"


def test_modules_are_short() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources(PROGRAM)}
    long = {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE}
    assert not long, f"split these by what they know: {long}"


def test_functions_are_short() -> None:
    lengths = {name: lines_of(node) for name, node in definitions(ast.FunctionDef, ast.AsyncFunctionDef)}
    long = {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION}
    assert not long, f"give the steps of these functions names of their own: {long}"


def test_classes_have_few_methods() -> None:
    crowded = {name: methods_of(node) for name, node in definitions(ast.ClassDef) if methods_of(node) >= MOST_METHODS}
    assert not crowded, f"these classes do more than one thing: {crowded}"


def test_package_files_hold_only_a_docstring() -> None:
    full = [named(path) for path in PROGRAM.rglob("__init__.py") if path.parent != PROGRAM and not only_docstring(path)]
    assert not full, f"move the code of these to modules, so that importing one thing loads one thing: {full}"


def test_modules_are_named_for_what_they_know() -> None:
    vague = [named(path) for path in sources(PROGRAM) if path.stem in VAGUE_NAMES or path.parent.name in VAGUE_NAMES]
    assert not vague, f"name these after their subject: {vague}"


@pytest.mark.parametrize("pattern", UNWANTED)
def test_unwanted_word_is_nowhere(pattern: str) -> None:
    here = Path(__file__).resolve()
    files = [path for path in sources(PROGRAM, CHECKOUT / "tests", CHECKOUT / "installer") if path != here]
    found = [named(path) for path in files if re.search(pattern, path.read_text(encoding="utf-8"))]
    assert not found, f"{UNWANTED[pattern]}: {found}"


def test_style_sheet_is_set_in_one_place() -> None:
    setters = [named(path) for path in sources(PROGRAM) if "setStyleSheet(" in path.read_text(encoding="utf-8")]
    assert len(setters) <= 1, f"put these styles into resources/style instead: {setters}"


def lines_of(node: ast.AST) -> int:
    assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    return (node.end_lineno or node.lineno) - node.lineno + 1


def methods_of(node: ast.AST) -> int:
    assert isinstance(node, ast.ClassDef)
    return sum(isinstance(member, ast.FunctionDef | ast.AsyncFunctionDef) for member in node.body)


def only_docstring(path: Path) -> bool:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return len(body) == 1 and ast.get_docstring(ast.Module(body, [])) is not None
