"""The program does its main job without a single try to reach a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

GUARD = """
import atexit, os, socket, sys

def noted(what):
    with open(os.environ["NETWORK_TRIES"], "a", encoding="utf-8") as tries:
        print(sys.argv[:3], what, file=tries)

def guard(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"):
        refuse(event, arguments)
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        refuse(event, arguments[1:])

def refuse(event, arguments):
    noted(f"{event} {arguments}")
    raise PermissionError("the program may reach no network")

def look_at_what_is_loaded():
    if "PySide6.QtNetwork" in sys.modules:
        noted("PySide6.QtNetwork is loaded")

sys.addaudithook(guard)
atexit.register(look_at_what_is_loaded)
"""
"""Read by every Python that the program starts, its workers too; it refuses and notes internet sockets and look-ups."""


def network_tries(command: list[str], folder: Path, *, cut_off: bool) -> list[str]:
    """Run a command under guard, without any network where the system can do so; what it tried to reach."""
    (folder / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    tries = folder / "tries"
    environment = {**os.environ, "PYTHONPATH": str(folder), "NETWORK_TRIES": str(tries)}
    alone = ["unshare", "--map-root-user", "--net"] if cut_off and can_be_cut_off() else []
    result = subprocess.run(
        [*alone, *command], env=environment, capture_output=True, text=True, cwd=folder, check=False
    )
    tried = tries.read_text(encoding="utf-8").splitlines() if tries.exists() else []
    assert tried or result.returncode == 0, result.stdout + result.stderr
    return tried


def can_be_cut_off() -> bool:
    """Whether a program can be run in a network of its own that has no way out (Linux, where it is allowed)."""
    unshare = shutil.which("unshare")
    return bool(unshare) and subprocess.run([unshare, "-rn", "true"], capture_output=True, check=False).returncode == 0


def test_main_job_reaches_no_network(tmp_path: Path) -> None:
    demo = [sys.executable, "-m", "imr_desk", "demo", "--out", str(tmp_path / "out")]
    assert not network_tries(demo, tmp_path, cut_off=True)


@pytest.mark.parametrize(
    "script",
    [
        "import socket; socket.socket(socket.AF_INET)",
        "import PySide6.QtNetwork",
        "import socket; socket.getaddrinfo('a', 1)",
    ],
)
def test_guard_sees_tries(script: str, tmp_path: Path) -> None:
    assert network_tries([sys.executable, "-c", script], tmp_path, cut_off=False)
