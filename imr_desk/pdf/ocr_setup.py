"""Whether this machine can recognise scans, and what to run where it cannot; loads no Tesseract itself."""

from __future__ import annotations

import os
import shlex
import sys
from importlib.util import find_spec
from pathlib import Path

LANGUAGE = "eng"
_FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "C:/Program Files/Tesseract-OCR/tessdata",
)
"""Where Debian, Fedora, Arch, Homebrew and the Windows installer put the language data."""
_DATA_COMMANDS = {
    "linux": "sudo apt-get install tesseract-ocr",
    "darwin": "brew install tesseract",
    "win32": "winget install UB-Mannheim.TesseractOCR",
}


def tessdata() -> Path | None:
    """The folder with the data of English print; `TESSDATA_PREFIX` in the environment names one of one's own."""
    own = os.environ.get("TESSDATA_PREFIX")
    folders = [Path(own)] if own else [Path(folder) for folder in _FOLDERS]
    return next((folder for folder in folders if (folder / f"{LANGUAGE}.traineddata").is_file()), None)


def missing_command() -> str | None:
    """The one command that makes this machine recognise scans; None where it does already."""
    lacking = []
    if tessdata() is None:
        lacking.append(_DATA_COMMANDS.get(sys.platform, _DATA_COMMANDS["linux"]))
    if find_spec("tesserocr") is None:
        lacking.append(f"{shlex.quote(sys.executable)} -m pip install tesserocr")
    return " && ".join(lacking) or None
