"""A clerk at the desk: what a person does there, in a person's verbs, by key and mouse alone."""

from __future__ import annotations

from collections.abc import Callable

from shiboken6 import isValid

from imr_desk.app.composition import Desk
from imr_desk.app.demo.answers import Answers
from imr_desk.app.demo.at_batch import AtBatch
from imr_desk.app.demo.at_form import AtForm
from imr_desk.app.demo.at_import import AtImport
from imr_desk.app.demo.at_insight import AtInsight
from imr_desk.app.demo.at_letters import AtLetters
from imr_desk.app.demo.at_lists import AtLists
from imr_desk.app.demo.at_menu import AtMenu
from imr_desk.app.demo.at_page import AtPage
from imr_desk.app.demo.hands import Hands, Stuck, wait_for
from imr_desk.desk.keeping.outbox import Saved
from imr_desk.desk.sitting.bookmark import Outlook
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.review import LetterState


class Clerk:
    """Sits at a desk and works at its form and its pages; what the desk asks is answered from `answers`."""

    def __init__(self, desk: Desk, answers: Answers) -> None:
        self.desk = desk
        self.answers = answers
        self.hands = Hands(desk.window)
        self.intake = AtImport(desk, self.hands)
        self.form = AtForm(desk, self.hands)
        self.lists = AtLists(self.form, desk.window.work.form, self.hands)
        self.page = AtPage(desk, self.hands)
        self.menu = AtMenu(desk, self.hands)
        self.letters = AtLetters(desk, self.hands)
        self.insight = AtInsight(desk, self.hands, answers)
        self.batch = AtBatch(desk, self.hands)

    @property
    def session(self) -> Session:
        return self.desk.parts.session

    @property
    def letter_id(self) -> int:
        """The letter on the desk; raises Stuck where there is none."""
        letter = self.session.letter
        if letter is None:
            raise Stuck("no letter is on the desk")
        return letter.id

    @property
    def sits(self) -> bool:
        """Whether the desk's window is still there."""
        return isValid(self.desk.window)

    def sit_down(self) -> None:
        """Show the window and wait until it can be worked at."""
        self.desk.begin()
        self.desk.window.activateWindow()
        wait_for("the window", self.desk.window.isActiveWindow)

    def stand_up(self) -> None:
        """Close the window and leave the desk."""
        closed: list[bool] = []
        self.desk.window.closed.connect(lambda: closed.append(True))
        self.desk.window.close()
        wait_for("the window to close", lambda: bool(closed))
        self.desk.clear_away()

    def import_letters(self) -> None:
        """Import the files that the answers hold, and wait until all of them are in."""
        finished: list[object] = []
        self.desk.window.importing.done.connect(finished.append)
        self.hands.press("Ctrl+O")
        wait_for("the end of the import", lambda: bool(finished))
        self.see_letter()

    def look_up(self, words: str) -> None:
        """Open the letter of which these words tell, and have all letters listed again."""
        self.open_letter(words)
        self.show_all_letters()
        self.hands.press("F6")

    def open_letter(self, words: str) -> None:
        """Look a letter up in the queue, by its file or its case number, and open it."""
        self._go_to_look_up()
        self.hands.retype(words)
        model = self.desk.parts.queue

        def found() -> bool:
            row = model.row_at(0) if model.rowCount() == 1 else None
            return row is not None and words in (row.file, row.case_number)

        wait_for("one letter", found)
        row = model.row_at(0)
        self.hands.press("Down", "Enter")
        self._see_letter(lambda: row is not None and self.session.letter is not None and self.letter_id == row.id)

    def see_letter(self) -> None:
        """Wait for the letter that opens by itself."""
        self._see_letter(lambda: self.session.letter is not None)

    def relabel(self, place: int) -> None:
        """Give the first highlight of the list the label at a place, from 1, of the labels."""
        self.hands.press("Ctrl+H")
        labels = self.desk.window.work.highlights.label
        self.hands.click(labels)
        self.hands.press("Home", *["Down"] * (place - 1), "Return")
        wait_for("the other label", lambda: labels.currentIndex() == place - 1)

    def show_all_letters(self) -> None:
        """Empty the box that letters are looked up in."""
        self._go_to_look_up()
        self.hands.press("Escape")
        queue = self.desk.parts.queue
        wait_for("all letters", lambda: not queue.query.words)

    def verify(self) -> int:
        """Declare the letter verified and see the next; the verified one's number in the store."""
        verified = self.letter_id
        states: list[LetterState | None] = []
        self.session.review_changed.connect(lambda: states.append(self.session.state))
        self.hands.press("F12")
        wait_for("the letter to be verified", lambda: LetterState.VERIFIED in states)
        self.wait_until_saved()
        return verified

    @property
    def told(self) -> str:
        """The sentence that lies over the line below the work."""
        return self.desk.window.messages.text

    @property
    def outlook(self) -> Outlook:
        """What is seen of the letter, once the pages stand still."""
        self.page.see()
        return self.desk.window.work.standpoint.look()

    @property
    def title(self) -> str:
        """What the window is called; an asterisk where not everything is saved."""
        window = self.desk.window
        return window.windowTitle().replace("[*]", "*" if window.isWindowModified() else "")

    def wait_until_saved(self) -> None:
        """Wait until the bar shows that all is saved."""
        wait_for("everything to be saved", lambda: self.session.saving == Saved())

    def _go_to_look_up(self) -> None:
        words = self.desk.window.work.queue.filter.words
        self.hands.press_until("Ctrl+L", "the box to look letters up in", words.hasFocus)

    def _see_letter(self, shown: Callable[[], bool]) -> None:
        wait_for("the letter", shown)
        self.page.see()
