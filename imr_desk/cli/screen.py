"""Whether there is a screen to show a window on."""

from __future__ import annotations

import os
import sys

OFFSCREEN = "offscreen"
_PLATFORM = "QT_QPA_PLATFORM"


def has_screen() -> bool:
    """Whether Qt will find a screen, or has been told to do without one; without either it ends the program."""
    told = (_PLATFORM, "DISPLAY", "WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in told)


def do_without_screen() -> None:
    """Have Qt draw where nobody sees it, if there is no screen."""
    if not has_screen():
        os.environ[_PLATFORM] = OFFSCREEN
