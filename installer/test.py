"""Runs every check, each with its time, all of them even where one fails, and closes with a summary."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from ready import ready, run
from system import SetUpError

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Style (ruff check)", ("-m", "ruff", "check", ".")),
    ("Layout (ruff format)", ("-m", "ruff", "format", "--check", ".")),
    ("Types (mypy --strict)", ("-m", "mypy")),
    ("Rooms (import contracts)", ("-c", LINT_IMPORTS, "--no-logo")),
    ("Tests (pytest)", ("-m", "pytest", "-n", "2")),
)


def main() -> int:
    """Get ready and run the checks; 0 only where all of them hold."""
    try:
        python = ready()
    except SetUpError as reason:
        print(reason, file=sys.stderr)
        return 1
    results = [(title, *timed(python, title, arguments)) for title, arguments in CHECKS]
    print("\nSummary")
    for title, status, seconds in results:
        print(f"  {'ok    ' if status == 0 else 'FAILED'} {title:<28} {seconds:7.1f} s")
    failed = sum(status != 0 for _, status, _ in results)
    print(f"\nChecks: {len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


def timed(python: Path, title: str, arguments: tuple[str, ...]) -> tuple[int, float]:
    """Run one check; its exit status and its seconds."""
    print(f"\n== {title}", flush=True)
    start = time.monotonic()
    status = run(python, *arguments, QT_QPA_PLATFORM="offscreen")
    return status, time.monotonic() - start


if __name__ == "__main__":
    sys.exit(main())
