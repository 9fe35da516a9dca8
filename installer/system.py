"""What Qt and Python need from the operating system, and how it is put there."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path


class SetUpError(Exception):
    """A step of the set-up failed; the message tells a person what to do."""


QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Without these Qt does not load at all; shared library -> Debian package."""

WINDOW_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}
"""Without these Qt opens no window on an X display; it still runs without one."""

TESSDATA = ("tesseract-ocr/*/tessdata", "tessdata", "tesseract/tessdata")
TESSERACT_PACKAGE = "tesseract-ocr"
"""What recognises scans; without it they are pages to look at, and all else works."""

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_PACKAGE = "fonts-dejavu-core"


def provide() -> None:
    """Install what is missing by apt where that is allowed, otherwise name it; SetUpError where nothing runs so."""
    if not sys.platform.startswith("linux"):
        return
    needed = [*_missing(QT_LIBRARIES), *_missing_venv(), *_missing_font()]
    wanted = [*needed, *_missing(WINDOW_LIBRARIES), *_missing_tesseract()]
    if not wanted:
        return
    if apt := _apt():
        _install(apt, wanted)
    elif needed:
        raise SetUpError(_please_install(wanted))
    else:
        print(f"Windows or scans may not open yet. {_please_install(wanted)}", flush=True)


def _missing(libraries: dict[str, str]) -> list[str]:
    return [package for library, package in libraries.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _missing_venv() -> list[str]:
    """Debian parts `ensurepip` from Python; without it a virtual environment has no pip."""
    return [] if importlib.util.find_spec("ensurepip") else [f"python3.{sys.version_info.minor}-venv"]


def _missing_font() -> list[str]:
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return [] if any(any(folder.rglob("*.[to]tf")) for folder in folders) else [FONT_PACKAGE]


def _missing_tesseract() -> list[str]:
    share = Path("/usr/share")
    found = any(any(share.glob(f"{folder}/eng.traineddata")) for folder in TESSDATA)
    return [] if found else [TESSERACT_PACKAGE]


def _apt() -> list[str]:
    """The command that installs packages, or nothing where we may not."""
    if not shutil.which("apt-get"):
        return []
    if os.geteuid() == 0:
        return ["apt-get"]
    free = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n", "apt-get"] if free and free.returncode == 0 else []


def _install(apt: list[str], packages: list[str]) -> None:
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*apt, "update", "-qq"], env=quiet, check=False)
    command = [*apt, "install", "-y", "-qq", "--no-install-recommends", *packages]
    if subprocess.run(command, env=quiet, check=False).returncode != 0:
        raise SetUpError(f"apt-get failed; its own words stand above. {_please_install(packages)}")


def _please_install(packages: list[str]) -> str:
    return f"Please install these, then start again: sudo apt-get install {' '.join(packages)}"
