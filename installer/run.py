"""Opens the desk; where there is no display, does its main job offscreen and shows what it did."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ready import ready, run
from system import SetUpError


def main(letters: list[str]) -> int:
    """Get ready and start the program; its exit status, or 1 with a sentence on what is missing."""
    paths = [str(Path(letter).resolve()) for letter in letters]
    try:
        python = ready()
    except SetUpError as reason:
        print(reason, file=sys.stderr)
        return 1
    if has_display():
        return run(python, "-m", "imr_desk", "open", "--samples", *paths)
    print("There is no display: the desk does its main job by itself, offscreen.", flush=True)
    return run(python, "-m", "imr_desk", "demo", *paths, QT_QPA_PLATFORM="offscreen")


def has_display() -> bool:
    """Whether a window can open here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
