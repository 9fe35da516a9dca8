"""Takes a picture of every view of the desk, in each theme and size, of sample letters.

usage: QT_QPA_PLATFORM=offscreen .venv/bin/python installer/pictures.py [FOLDER] [--only VIEW ...]

All pictures go into FOLDER (`pictures` unless given), as `light-1366x768/review.png`; those that the guide shows are
made anew in `docs/guide`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scene import staged
from small_png import save_small
from views import VIEWS

from imr_desk.ui.theme import ThemeChoice

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "guide" / "pictures"
SMALL, LARGE = (1366, 768), (2560, 1440)
LOOKS = (
    (ThemeChoice.LIGHT, SMALL),
    (ThemeChoice.DARK, SMALL),
    (ThemeChoice.LIGHT, LARGE),
    (ThemeChoice.DARK, LARGE),
    (ThemeChoice.HIGH_CONTRAST, SMALL),
)


def main(arguments: list[str]) -> int:
    """Go through a day in each look and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("pictures"))
    parser.add_argument(
        "--looks", nargs="+", default=[f"{theme.value}-{width}x{height}" for theme, (width, height) in LOOKS]
    )
    asked = parser.parse_args(arguments)
    for theme, size in LOOKS:
        look = f"{theme.value}-{size[0]}x{size[1]}"
        if look in asked.looks:
            _take(asked.folder / look, theme, size)
    return 0


def _take(folder: Path, theme: ThemeChoice, size: tuple[int, int]) -> None:
    with staged(theme, size) as scene:
        for view in VIEWS:
            file = folder / f"{view.name}.png"
            view.show(scene, lambda file=file: save_small(scene.picture(), file))
            print(file, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
