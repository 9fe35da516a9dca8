"""The window in step with its letter: what is in front, which actions make sense, what the title says."""

from __future__ import annotations

from imr_desk.desk.keeping.outbox import NotSaved, Saved
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.parts import Parts
from imr_desk.ui.window.action_set import Situation
from imr_desk.ui.window.letter_name import letter_name
from imr_desk.ui.window.window_parts import WindowParts


class InStep(WindowParts):
    """A window that follows the session, the stage and the list."""

    def __init__(self, parts: Parts, asking: Asking | None = None) -> None:
        super().__init__(parts, asking)
        self._session = session = parts.session
        session.letter_wanted.connect(self._make_room)
        session.refused.connect(self._take_room_back)
        session.letter_shown.connect(self._show_letter)
        session.letter_settled.connect(self._give_keyboard)
        session.review_changed.connect(self._show_standing)
        session.saving_changed.connect(self._show_saving)
        session.history_changed.connect(self._show_standing)
        self.work.queue.chosen.changed.connect(self._show_standing)
        self.work.queue.table.attended.connect(self._show_standing)
        self.stage.changed.connect(self._show_stage)
        self.figures.counted.connect(self._show_or_welcome)

    def _make_room(self) -> None:
        """While the first letter is fetched."""
        if self._session.letter is None and self.stage.view is None:
            self.work.make_room()
            self.stage.show_work()

    def _take_room_back(self) -> None:
        if not self.work.updatesEnabled():
            self._show_desk()

    def _show_desk(self) -> None:
        """What lies on it, where no signal tells."""
        self._show_letter()
        self._give_keyboard()

    def _show_letter(self) -> None:
        letter = self._session.letter
        if letter is not None:
            self.stage.show_work()
        self.work.show_letter(letter is not None)
        self.work.queue.mark_open(letter.id if letter else None)
        self.parts.queue.catch_up()
        self._show_standing()
        self._show_saving()
        self.work.side.show_form()

    def _give_keyboard(self) -> None:
        """To the field in focus, which is known by now; where no letter is, to the list or the welcome in its place."""
        welcomed = self.stage.currentWidget() is self.welcome
        without = self.welcome if welcomed else self.work.queue.table
        (self.work.form if self._session.letter else without).setFocus()

    def _show_standing(self) -> None:
        stage, history = self.stage, self._session.history
        state = self._session.state if stage.view is None else None
        away = stage.view is not None or stage.waiting is not None
        chosen = stage.view is None and self.work.queue.aimed_at
        self.actions_.refresh(Situation(state, bool(history.last), bool(history.next), away, chosen))
        self._name_undo()

    def _show_stage(self) -> None:
        view, waiting = self.stage.view, self.stage.waiting
        self.top_bar.show_view(view.title if view else None, waiting.title if waiting else None)
        self.status_line.show_view(view.hint if view else None)
        if view is not None:
            self.messages.outlive()
        self._show_standing()

    def _show_saving(self) -> None:
        saving = self._session.saving
        why = self.tr("not saved: {reason}").format(reason=saving.reason) if isinstance(saving, NotSaved) else ""
        names = [letter_name(self._session) if self._session.letter else "", self.parts.keeper.path.name, why]
        self.setWindowTitle(" \N{EN DASH} ".join(name for name in names if name) + "[*]")
        self.setWindowModified(not isinstance(saving, Saved))
        if isinstance(saving, Saved):
            self.parts.queue.refresh_soon()

    def _show_or_welcome(self, letters: int) -> None:
        begins = self.stage.bare
        self.stage.welcome(not letters and self._session.letter is None)
        if begins:
            self._give_keyboard()

    def _name_undo(self) -> None:
        history = self._session.history
        for id, words, step in (
            ("undo", self.tr("&Undo {step}"), history.last),
            ("redo", self.tr("&Redo {step}"), history.next),
        ):
            self.actions_.of(id).setText(words.format(step=step.title if step else "").strip())
