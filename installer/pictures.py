"""Takes a picture of every view of the desk, in each theme and size, of sample letters.

usage: QT_QPA_PLATFORM=offscreen .venv/bin/python installer/pictures.py [FOLDER] [--looks LOOK ...]

All pictures go into FOLDER (`pictures` unless given), as `light-1366x768/review.png`; those that the guide shows are
made anew in `docs/guide`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from scene import Scene, staged, stocked
from small_png import save_small
from views import DAY, FIRST_START, View

from imr_desk.ui.look.theme import ThemeChoice

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "guide" / "pictures"
SMALL, LARGE = (1366, 768), (2560, 1440)
LOOKS = {
    f"{theme.value.replace('_', '-')}-{width}x{height}": (theme, (width, height))
    for theme, (width, height) in (
        (ThemeChoice.LIGHT, SMALL),
        (ThemeChoice.DARK, SMALL),
        (ThemeChoice.LIGHT, LARGE),
        (ThemeChoice.DARK, LARGE),
        (ThemeChoice.HIGH_CONTRAST, SMALL),
        (ThemeChoice.HIGH_CONTRAST, LARGE),
    )
}
SHOWN = {
    **{view.name: f"light-1366x768/{view.name}.png" for view in (*FIRST_START, *DAY)},
    "dark": "dark-1366x768/review.png",
    "high-contrast": "high-contrast-1366x768/check.png",
    "desk": "light-2560x1440/review.png",
}
"""The guide's pictures by name, and which of all they are."""


def main(arguments: list[str]) -> int:
    """Go through a day in each look and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("pictures"))
    parser.add_argument("--looks", nargs="+", default=[*LOOKS], choices=[*LOOKS])
    asked = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        stock = stocked(Path(folder))
        for look in asked.looks:
            theme, size = LOOKS[look]
            with staged(theme, size) as scene:
                _take(scene, FIRST_START, asked.folder / look)
            with staged(theme, size, stock) as scene:
                _take(scene, DAY, asked.folder / look)
    for name, taken in SHOWN.items():
        if (asked.folder / taken).exists():
            shutil.copy(asked.folder / taken, GUIDE / f"{name}.png")
    return 0


def _take(scene: Scene, views: tuple[View, ...], folder: Path) -> None:
    for view in views:
        file = folder / f"{view.name}.png"
        view.show(scene, lambda part=None, file=file: save_small(scene.picture(part), file))
        print(file, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
