"""What every picture is taken of: a desk with the sample letters, worked at by the demo's hands."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from imr_desk.app.composition import Desk
from imr_desk.app.demo.answers import Answers
from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import wait_for
from imr_desk.app.demo.seat import seated
from imr_desk.checks.check import check
from imr_desk.intake.read import attempt
from imr_desk.letter.edits import edit
from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.samples.bulk import many
from imr_desk.samples.demo import demo_letters
from imr_desk.samples.generate import SampleLetter, reissued
from imr_desk.store.store import Store
from imr_desk.ui.dialogs.reason_dialog import ReasonDialog
from imr_desk.ui.look.theme import ThemeChoice, colour
from imr_desk.ui.window.message_bar import MessageBar

PLAIN, CONFLICTING, FOUR_ITEMS, MANY_ITEMS = 0, 6, 4, 7
"""Places of sample letters: one with little to do, one that contradicts itself, one of four items, one of twelve."""
_LOOKS, _LOOK_EVERY = 3, 300
"""Looks at least, and milliseconds from one to the next."""
_VERIFIED = 40
"""Letters that are done already."""


@dataclass
class Shown(Answers):
    """Answers that have their dialog seen before it is closed again."""

    seen: Callable[[], None] = lambda: None
    window: list[QWidget] = field(default_factory=list)

    def ask_reason(self, title: str, question: str, usual: Sequence[str] = ()) -> str | None:
        """The question as it is asked; the person would rather not."""
        dialog = ReasonDialog(title, question, usual, *self.window)
        dialog.show()
        wait_for("the question", dialog.isActiveWindow)
        self.seen()
        dialog.close()
        return None


class Scene:
    """A desk, its clerk, its letters, and a camera."""

    def __init__(self, clerk: Clerk, answers: Shown, letters: tuple[Path, ...]) -> None:
        self.clerk = clerk
        self.answers = answers
        self.letters = letters

    @property
    def desk(self) -> Desk:
        return self.clerk.desk

    def press(self, *keys: str) -> None:
        """Press keys."""
        self.clerk.hands.press(*keys)

    def open(self, place: int) -> None:
        """Open the sample letter at a place, all letters listed again."""
        self.clerk.open_letter(self.letters[place].name)
        self.clerk.show_all_letters()
        queue = self.desk.parts.queue
        wait_for("all letters in the list", lambda: queue.rowCount() >= len(self.letters))

    def rest(self) -> None:
        """Wait until everything is saved and the pages are sharp and stand still."""
        self.clerk.wait_until_saved()
        if self.clerk.session.letter is not None:
            wait_for("the page to stand still", lambda: self.desk.window.work.page.canvas.glide.resting)
            self.clerk.page.see()
            self.clerk.form.eyes.rest_on_the_form()

    def rest_on_stage(self) -> None:
        """Wait until what has the window for a while looks the same twice."""
        looks: list[QImage] = []

        def the_same_again() -> bool:
            looks.append(self.desk.window.grab().toImage())
            return len(looks) > _LOOKS and looks[-1] == looks[-2] == looks[-3]

        wait_for("the view", the_same_again, _LOOK_EVERY)

    def picture(self, part: QWidget | None = None) -> QImage:
        """The window, and what stands over it; or a part of it alone."""
        window = self.desk.window
        if part is not None:
            return part.grab().toImage()
        picture = window.grab().toImage()
        painter = QPainter(picture)
        for over in QApplication.topLevelWidgets():
            if over is not window and over.isVisible():
                popup = over.windowType() is Qt.WindowType.Popup
                spot = window.mapFromGlobal(over.pos()) if popup else window.rect().center() - over.rect().center()
                painter.drawPixmap(spot, over.grab())
                painter.setPen(colour("edge"))
                painter.drawRect(over.rect().translated(spot).adjusted(-1, -1, 0, 0))
        painter.end()
        return picture

    def put_away_messages(self) -> None:
        """Close what is said over the line below the work."""
        for bar in self.desk.window.findChildren(MessageBar):
            for close in bar.findChildren(QToolButton):
                if close.isVisible():
                    self.clerk.hands.click(close)


@contextmanager
def staged(theme: ThemeChoice, size: tuple[int, int], stock: Path | None = None) -> Iterator[Scene]:
    """A desk of that look and size, always of the same person, on a copy of the stock or on a new store."""
    with TemporaryDirectory() as folder:
        os.environ |= {"IMR_DESK_DATA": folder, "LOGNAME": "clerk"}
        store = Path(folder, "letters.imrdesk")
        if stock is not None:
            shutil.copy(stock, store)
        answers = Shown(files=_written(Path(folder)))
        with seated(store, answers, size) as clerk:
            answers.window = [clerk.desk.window]
            clerk.desk.parts.theme.choose(theme)
            yield Scene(clerk, answers, answers.files)


def stocked(folder: Path) -> Path:
    """A store with the sample letters, one of them issued twice, and letters that were verified before."""
    path = folder / "stock.imrdesk"
    with Store.create(path, check) as store:
        letters = demo_letters()
        again = reissued(letters[PLAIN].seed, letters[PLAIN].plan.variation)
        for letter in letters:
            _put_in(store, letter, letter.file)
        _put_in(store, again, again.file.replace(".pdf", "-amended.pdf"))
        for letter in many(_VERIFIED, first_seed=700):
            _verify(store, _put_in(store, letter, letter.file), letter)
    return path


def _put_in(store: Store, letter: SampleLetter, file: str) -> int:
    """Read the letter and add it; its number in the store."""
    return store.add(letter.pdf, file, attempt(letter.pdf, file), "clerk").letter_id


def _verify(store: Store, letter_id: int, letter: SampleLetter) -> None:
    """Leave the letter as a person would who looked at what asks for it and put right what was wrong."""
    record, truth = store.letter(letter_id).record, letter.truth
    wrong = [path for path in record if path in truth and record.at(path).value != truth.at(path).value]
    looked = {path: record.at(path).confirmed() for path in record.to_look_at}
    mended = {path: record.at(path).corrected(truth.at(path).outcome) for path in wrong}
    store.commit(letter_id, edit("look", record, {**looked, **mended}), "clerk")
    begun = store.letter(letter_id).state
    store.commit(letter_id, ReviewChange("verify", Review(begun), Review(LetterState.VERIFIED)), "clerk")


def _written(folder: Path) -> tuple[Path, ...]:
    letters = demo_letters()
    for letter in letters:
        Path(folder, letter.file).write_bytes(letter.pdf)
    return tuple(Path(folder, letter.file) for letter in letters)
