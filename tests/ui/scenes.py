"""Every view and dialog of the desk, brought to the front one by one, for tests that walk all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from imr_desk.desk.coming_in.import_report import ImportReport
from imr_desk.intake.read import attempt
from imr_desk.letter.batch import batch_field
from imr_desk.letter.review import TO_DO
from imr_desk.samples.generate import reissued
from imr_desk.store.queue.query import QueueQuery
from imr_desk.ui.dialogs.import_report import ImportReportWindow
from imr_desk.ui.dialogs.palette import Palette
from imr_desk.ui.dialogs.reason_dialog import ReasonDialog
from imr_desk.ui.dialogs.stores_window import StoresWindow
from imr_desk.ui.guide.guide_window import GuideWindow
from imr_desk.ui.keyboard.key_editor import KeyEditor
from imr_desk.ui.keyboard.key_map import KeyMapWindow
from tests.ui.window import WholeDesk

Scene = Callable[[WholeDesk], QWidget]


def _letter(desk: WholeDesk) -> QWidget:
    desk.open(desk.add(1, 2)[0])
    return desk.window


def _letters(desk: WholeDesk) -> QWidget:
    desk.add(1, 2)
    desk.parts.queue.refresh()
    desk.window.figures.look_up()
    return desk.window


def _filtered(desk: WholeDesk) -> QWidget:
    """The letters with conditions, each a chip."""
    _letters(desk)
    desk.parts.queue.show_letters(QueueQuery(states=TO_DO, words="CM"))
    return desk.window


def _cards(desk: WholeDesk) -> QWidget:
    """The batch check beyond the choice of a field."""
    _letters_with("batch_check")(desk)
    view = desk.window.batch.body
    assert view is not None
    desk.parts.batch.choose(QueueQuery(), batch_field("patient.age"))
    assert view.cards.isVisible()
    return desk.window


def _compared(desk: WholeDesk) -> QWidget:
    """Two letters of one case."""
    (first,) = desk.add(3)
    again = reissued(3)
    desk.store.add(again.pdf, again.file, attempt(again.pdf, again.file), "clerk")
    desk.open(first)
    desk.trigger("compare")
    assert desk.window.comparing.body.isVisible()
    return desk.window


def _welcome(desk: WholeDesk) -> QWidget:
    return desk.window


def _letter_with(action: str) -> Scene:
    def scene(desk: WholeDesk) -> QWidget:
        _letter(desk)
        desk.trigger(action)
        return desk.window

    return scene


def _letters_with(action: str) -> Scene:
    def scene(desk: WholeDesk) -> QWidget:
        _letters(desk)
        desk.trigger(action)
        return desk.window

    return scene


def _dialog(kind: type[QDialog], action: str) -> Scene:
    def scene(desk: WholeDesk) -> QWidget:
        desk.window.stores.recent.note(desk.store.path)
        desk.trigger(action)
        (shown,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
        return shown

    return scene


def _reason(desk: WholeDesk) -> QWidget:
    asked = ReasonDialog("Postpone", "Why is this letter left for later?", ("Pages missing",), desk.window)
    asked.open()
    return asked


def _report(desk: WholeDesk) -> QWidget:
    shown = ImportReportWindow(desk.window)
    shown.show_report(ImportReport((), False))
    shown.show()
    return shown


SCENES: dict[str, Scene] = {
    "welcome": _welcome,
    "letters": _letters,
    "filtered": _filtered,
    "letter": _letter,
    "highlights": _letter_with("show_highlights"),
    "find": _letter_with("find"),
    "history": _letter_with("show_history"),
    "search": _letters_with("search"),
    "insight": _letters_with("insight"),
    "batch": _letters_with("batch_check"),
    "batch cards": _cards,
    "compare": _compared,
    "guide": _dialog(GuideWindow, "guide"),
    "keys": _dialog(KeyMapWindow, "key_map"),
    "key editor": _dialog(KeyEditor, "edit_keys"),
    "palette": _dialog(Palette, "palette"),
    "stores": _dialog(StoresWindow, "recent_stores"),
    "reason": _reason,
    "import report": _report,
}
