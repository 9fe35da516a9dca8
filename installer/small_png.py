"""Pictures of windows in few colours: a third as large, and not to be told from the original."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

_COMMON = 64
_NEARLY = 0xE0E0E0


def save_small(picture: QImage, file: Path) -> None:
    """Write the picture with at most 256 colours."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    few = plain.convertToFormat(QImage.Format.Format_Indexed8, _colours(plain), Qt.ImageConversionFlag.AvoidDither)
    file.parent.mkdir(parents=True, exist_ok=True)
    if not few.save(str(file), quality=0):
        raise OSError(f"{file} could not be written")


def _colours(picture: QImage) -> list[int]:
    """Of colours that are nearly alike the one that the picture has most of."""
    counted = Counter(memoryview(picture.constBits()).cast("I")).most_common()
    alike: dict[int, int] = {}
    for colour, _ in counted:
        alike.setdefault(colour & _NEARLY, colour)
    first = [colour for colour, _ in counted[:_COMMON]]
    return list(dict.fromkeys((*first, *alike.values())))[:256]
