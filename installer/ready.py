"""Makes the checkout ready: what the system lacks, a private Python environment, the program and its tools in it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from system import SetUpError, provide

CHECKOUT = Path(__file__).resolve().parent.parent
ENVIRONMENT = CHECKOUT / ".venv"
OLDEST_PYTHON = (3, 11)
STAMP = ENVIRONMENT / "imr-desk-ready"
"""Written when all is installed; holds what it was installed for."""


def ready() -> Path:
    """The environment's Python, everything installed; offline and at once where it already is. Raises SetUpError."""
    if sys.version_info < OLDEST_PYTHON:
        raise SetUpError(f"IMR Desk needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    provide()
    python = _environment()
    if not _is_installed():
        _install(python)
    return python


def run(*command: str | Path, **environment: str) -> int:
    """Run a command in the checkout, its output going to ours; its exit status."""
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=CHECKOUT, env={**os.environ, **environment}, check=False).returncode


def _environment() -> Path:
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not _has_pip(python):
        print(f"Making a private Python environment in {ENVIRONMENT}", flush=True)
        if run(sys.executable, "-m", "venv", "--clear", ENVIRONMENT) != 0:
            raise SetUpError(f"No Python environment could be made in {ENVIRONMENT}; is the disk full?")
    return python


def _has_pip(python: Path) -> bool:
    if not python.exists():
        return False
    return subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0


def _is_installed() -> bool:
    return STAMP.exists() and STAMP.read_text() == _installed_for()


def _installed_for() -> str:
    """What an installation depends on: the declared packages, the Python, and where the checkout lies."""
    parts = ((CHECKOUT / "pyproject.toml").read_bytes(), sys.version.encode(), str(CHECKOUT).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _install(python: Path) -> None:
    print("Installing IMR Desk and its Python packages (about 400 MB, once)", flush=True)
    if not _pip_installs(python, ".[test]"):
        raise SetUpError(
            "The Python packages could not be installed; pip's own words stand above. "
            "If this computer is off the internet, connect it once and start again."
        )
    if not _pip_installs(python, ".[ocr]"):
        print("Scans will not be recognised; all else works. Pip's own words stand above.", flush=True)
    STAMP.write_text(_installed_for())


def _pip_installs(python: Path, what: str) -> bool:
    return run(python, "-m", "pip", "install", "--disable-pip-version-check", "--editable", what) == 0
