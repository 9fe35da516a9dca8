"""Remakes the pictures of the README and the guide.

`QT_QPA_PLATFORM=offscreen .venv/bin/python installer/pictures.py` takes them in the real window, of sample letters.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolButton, QWidget

from imr_desk.app import build
from imr_desk.demo.answers import Answers
from imr_desk.demo.clerk import Clerk
from imr_desk.demo.hands import wait_for
from imr_desk.samples.demo import demo_letters
from imr_desk.ui.message_bar import MessageBar

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "guide"
SIZE = (1600, 900)
_COMMON = 64
_NEARLY = 0xE0E0E0
PLAIN, CONFLICTING, LARGE = 0, 6, 4
"""Places of sample letters: one with little to do, one whose dates and conclusions conflict, one of four items."""


def main() -> int:
    """Sit at a desk with the sample letters and take a picture of each thing that the guide tells of."""
    with TemporaryDirectory() as folder:
        letters = _written(Path(folder))
        answers = Answers(files=letters, reason="As printed")
        clerk = Clerk(build(Path(folder, "letters.imrdesk"), answers), answers)
        clerk.desk.window.resize(*SIZE)
        clerk.sit_down()
        clerk.import_letters()
        _take(clerk, letters)
        clerk.stand_up()
    return 0


def _take(clerk: Clerk, letters: tuple[Path, ...]) -> None:
    work = clerk.desk.window.work
    clerk.hands.press("Ctrl+I")
    report = clerk.desk.window.importing.report_window
    wait_for("the report", report.isVisible)
    _keep(report, "went-in")
    report.close()
    _put_away_messages(clerk)
    _open(clerk, letters[LARGE])
    clerk.form.go_to("header.case_number")
    clerk.form.confirm()
    clerk.form.go_to("patient.age")
    clerk.form.confirm()
    clerk.form.go_to("patient.sex")
    _picture(clerk, "../desk")
    _keep(work.form, "form")
    _open(clerk, letters[CONFLICTING])
    clerk.form.go_to("header.decision_date")
    wait_for("a check", lambda: bool(clerk.session.open_findings))
    _picture(clerk, "check")
    _open(clerk, letters[PLAIN])
    _highlighted(clerk)
    _picture(clerk, "highlights")
    clerk.hands.press("Ctrl+W")
    wait_for("all letters", lambda: clerk.session.letter is None)
    _picture(clerk, "queue")


def _highlighted(clerk: Clerk) -> None:
    path = "items[0].conclusion"
    clerk.form.go_to(path)
    span = clerk.form.entry(path).span
    if span is not None:
        clerk.page.highlight(span, "1")
    clerk.form.go_to("items[0].decision")
    clerk.hands.press("Ctrl+H")


def _open(clerk: Clerk, letter: Path) -> None:
    clerk.open_letter(letter.name)
    clerk.show_all_letters()


def _written(folder: Path) -> tuple[Path, ...]:
    letters = demo_letters()
    for letter in letters:
        Path(folder, letter.file).write_bytes(letter.pdf)
    return tuple(Path(folder, letter.file) for letter in letters)


def _put_away_messages(clerk: Clerk) -> None:
    for bar in clerk.desk.window.findChildren(MessageBar):
        for close in bar.findChildren(QToolButton):
            if close.isVisible():
                clerk.hands.click(close)


def _picture(clerk: Clerk, name: str) -> None:
    clerk.wait_until_saved()
    if clerk.session.letter is not None:
        wait_for("the page to stand still", lambda: clerk.desk.window.work.page.canvas.resting)
        clerk.page.see()
    _keep(clerk.desk.window, name)


def _keep(widget: QWidget, name: str) -> None:
    """Save a picture in few colours, which makes it a third as large."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    few = picture.convertToFormat(QImage.Format.Format_Indexed8, _colours(picture), Qt.ImageConversionFlag.AvoidDither)
    file = (GUIDE / "pictures" / f"{name}.png").resolve()
    file.parent.mkdir(exist_ok=True)
    few.save(str(file), quality=0)
    print(file.relative_to(GUIDE))


def _colours(picture: QImage) -> list[int]:
    """At most 256 colours: of those that are nearly alike the one that the picture has most of."""
    counted = Counter(memoryview(picture.constBits()).cast("I")).most_common()
    alike: dict[int, int] = {}
    for colour, _ in counted:
        alike.setdefault(colour & _NEARLY, colour)
    first = [colour for colour, _ in counted[:_COMMON]]
    return list(dict.fromkeys((*first, *alike.values())))[:256]


if __name__ == "__main__":
    sys.exit(main())
