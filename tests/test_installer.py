"""The two commands: what they do on a first run, on a later one, and when a step fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent

PYTHON = """#!/bin/sh
echo "$QT_QPA_PLATFORM $*" >> "$(dirname "$0")/calls"
case "$*" in *"$FAILING"*) exit 1;; esac
"""
"""Stands in for the environment's Python: notes what it is asked, and fails where the test wants it to."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")


@dataclass(frozen=True)
class Checkout:
    """A checkout with an environment whose Python only notes what it is asked."""

    folder: Path

    def start(
        self, script: str, *words: str, failing: str = "nothing", display: str = ""
    ) -> tuple[int, str, list[str]]:
        """Run one of the two commands; its exit status, what it said, and what it asked of Python."""
        calls = self.folder / ".venv" / "bin" / "calls"
        calls.unlink(missing_ok=True)
        environment = {
            **os.environ,
            "DISPLAY": display,
            "WAYLAND_DISPLAY": "",
            "FAILING": failing,
            "QT_QPA_PLATFORM": "",
        }
        command = [sys.executable, str(self.folder / "installer" / script), *words]
        done = subprocess.run(command, env=environment, cwd="/", capture_output=True, text=True, check=False)
        asked = [line.strip() for line in calls.read_text().splitlines() if "pip --version" not in line]
        return done.returncode, done.stdout + done.stderr, asked


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    shutil.copytree(CHECKOUT / "installer", tmp_path / "installer")
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(PYTHON)
    python.chmod(0o755)
    return Checkout(tmp_path)


def test_first_run_installs_and_later_ones_need_no_network(checkout: Checkout) -> None:
    _, _, first = checkout.start("run.py")
    _, _, second = checkout.start("run.py")
    assert "-m pip install" in first[0]
    assert second == ["offscreen -m imr_desk demo"]


def test_changed_needs_are_installed(checkout: Checkout) -> None:
    checkout.start("run.py")
    with (checkout.folder / "pyproject.toml").open("a") as declared:
        declared.write("# one more package\n")
    _, _, asked = checkout.start("run.py")
    assert "-m pip install" in asked[0]


def test_failed_installation_says_what_helps_and_is_tried_again(checkout: Checkout) -> None:
    status, said, _ = checkout.start("run.py", failing="pip install")
    assert status == 1
    assert "connect it once and start again" in said
    assert "Traceback" not in said
    _, _, asked = checkout.start("run.py")
    assert "-m pip install" in asked[0]


def test_desk_opens_even_where_scans_cannot_be_recognised(checkout: Checkout) -> None:
    status, said, asked = checkout.start("run.py", failing="[ocr]")
    assert status == 0
    assert "Scans will not be recognised" in said
    assert asked[-1] == "offscreen -m imr_desk demo"


def test_letters_are_passed_on_from_wherever_it_is_started(checkout: Checkout) -> None:
    _, _, asked = checkout.start("run.py", "letters/a b.pdf")
    assert asked[-1] == "offscreen -m imr_desk demo /letters/a b.pdf"


def test_desk_opens_where_there_is_a_display(checkout: Checkout) -> None:
    _, _, asked = checkout.start("run.py", display=":0")
    assert asked[-1] == "-m imr_desk open --samples"


def test_exit_status_is_the_demos(checkout: Checkout) -> None:
    status, _, _ = checkout.start("run.py", failing="imr_desk demo")
    assert status == 1


def test_all_checks_run_even_where_one_fails(checkout: Checkout) -> None:
    status, said, asked = checkout.start("test.py", failing="-m mypy")
    assert status == 1
    assert "FAILED Types" in said
    assert "4 passed, 1 failed" in said
    assert "pytest" in asked[-1]


def test_missing_python_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "dirname").symlink_to(shutil.which("dirname") or "")
    shell = shutil.which("sh") or ""
    done = subprocess.run(
        [shell, str(CHECKOUT / "installer" / "run")],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "needs Python 3.11 or later" in done.stderr
