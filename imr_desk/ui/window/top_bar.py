"""The bar above the work: which letter, how far, how much today, and whether all of it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from imr_desk.desk.keeping.outbox import NotSaved, Saved, Saving
from imr_desk.desk.queue.urgency import marked
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.review import CLOSED, TO_DO, LetterState
from imr_desk.store.kept.stored import SecondLook, Verdict
from imr_desk.ui.arrows_stay import ArrowsStay
from imr_desk.ui.form.findings.letter_notes import look_words
from imr_desk.ui.keyboard.keys import Keys
from imr_desk.ui.look.states import state_look
from imr_desk.ui.plain_label import plain_label
from imr_desk.ui.queue.row_painter import verdict_words
from imr_desk.ui.soon import Soon
from imr_desk.ui.window.letter_name import letter_name

_ANY_WIDTH = 16777215
"""Qt's own word for a width without limit."""


class TopBar(QFrame):
    """Shows the open letter's name and state, and holds the two buttons that end its review."""

    back_requested = Signal()
    verify_requested = Signal()
    postpone_requested = Signal()
    reopen_requested = Signal()
    today_requested = Signal()
    """A person wants to see what was done today, and on other days."""

    def __init__(self, session: Session, keys: Keys, store: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._session = session
        self._keys = keys
        self._counts: Mapping[LetterState, int] = {}
        self._view: str | None = None
        self.back, self.today = _quiet_button(), _quiet_button()
        self.back.clicked.connect(self.back_requested)
        self.case = plain_label("title")
        self.state = plain_label("badge")
        self.second_look = plain_label()
        self.work = plain_label("muted")
        self.place = plain_label("muted")
        self.store = plain_label("muted")
        self.store.setText(self.tr("Store: {name}").format(name=store.stem))
        self.store.setToolTip(str(store))
        self.today.setToolTip(self.tr("The work by day"))
        self.today.clicked.connect(self.today_requested)
        self.saved = plain_label("muted")
        self.who = plain_label("muted")
        self.who.setText(session.who)
        self.who.setToolTip(self.tr("What you do is recorded under this name"))
        self.postpone = QPushButton(self.tr("Postpone"))
        keys.hint(self.postpone, self.tr("Leave the letter for later, with a reason"), "postpone")
        self.postpone.clicked.connect(self.postpone_requested)
        self.reopen = QPushButton(self.tr("Reopen"))
        self.reopen.clicked.connect(self.reopen_requested)
        self.verify = QPushButton()
        self.verify.setProperty("role", "primary")
        self.verify.clicked.connect(self.verify_requested)
        self._arrange()
        self._follow(session, keys)
        self.show_view(None, None)
        self._show_saving()

    def show_view(self, view: str | None, waiting: str | None) -> None:
        """The title of the view in the letter's place, or of the one that was left for the letter; None for none."""
        self._view = view
        self.back.setVisible(view is not None or waiting is not None)
        arrow = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}"
        back = self.tr("{arrow} Back   Esc").format(arrow=arrow)
        self.back.setText(self._keys.after(f"{arrow} {waiting}", "back") if waiting else back)
        self._show_letter()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keyboard on to the first button that is shown."""
        buttons = (self.back, self.today, self.reopen, self.postpone, self.verify)
        shown = next((button for button in buttons if button.isVisible()), None)
        if shown is not None:
            shown.setFocus(event.reason())

    @override
    def sizeHint(self) -> QSize:
        """As high with a letter as without one, so that nothing below it moves."""
        hint, margins = super().sizeHint(), self.contentsMargins() + self._line.contentsMargins()
        high = max(one.sizeHint().height() for one in (self.state, self.postpone, self.verify))
        return QSize(hint.width(), max(hint.height(), high + margins.top() + margins.bottom()))

    @override
    def event(self, event: QEvent) -> bool:
        """Where there is not room for all, what is known from elsewhere makes way."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._make_room()
        return done

    def show_place(self, place: int | None, count: int) -> None:
        """Which letter of how many this is, counted from 0; None where it is not, or not yet, among those listed."""
        known = place is not None and place < count
        number = QLocale().toString
        shown = self.tr("letter {place} of {count}").format(place=number((place or 0) + 1), count=number(count))
        self.place.setText(shown if known else "")

    def show_counts(self, counts: Mapping[LetterState, int]) -> None:
        """How many letters there are; said where no letter is open."""
        self._counts = counts
        if self._session.letter is None:
            to_do = sum(count for state, count in counts.items() if state in TO_DO)
            said = self.tr("{count} in the store \N{MIDDLE DOT} {to_do} to do")
            number = QLocale().toString
            self.place.setText(said.format(count=number(sum(counts.values())), to_do=number(to_do)))

    def show_today(self, verified: int) -> None:
        """How many letters have been verified today."""
        self.today.setText(self.tr("{count} verified today").format(count=verified))
        self._line.activate()  # it would be painted once as wide as it was

    def _make_room(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        gap = layout.spacing()
        shown = [one for one in self.findChildren(QWidget) if one.isVisible()]
        yielding = [one for one in (self.place, self.today, self.store, self.who) if one in shown]
        margins = layout.contentsMargins()
        used = margins.left() + margins.right() + sum(one.sizeHint().width() + gap for one in shown)
        used -= sum(one.sizeHint().width() for one in yielding)
        for one in yielding:
            used += one.sizeHint().width()
            fits = used <= self.width()
            one.setMaximumWidth(_ANY_WIDTH if fits else 0)
            one.setEnabled(fits)
            used -= 0 if fits else one.sizeHint().width()

    def _arrange(self) -> None:
        self._line = layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 8)
        layout.setSpacing(12)
        for widget in (self.back, self.case, self.state, self.second_look, self.work, self.place, self.store):
            layout.addWidget(widget)
        layout.addStretch(1)
        for widget in (self.today, self.who, self.saved, self.reopen, self.postpone, self.verify):
            layout.addWidget(widget)
        ArrowsStay(self)

    def _follow(self, session: Session, keys: Keys) -> None:
        session.letter_shown.connect(self._show_letter)
        session.review_changed.connect(self._show_letter)
        session.work_changed.connect(self._show_letter)
        session.fields_changed.connect(Soon(self._show_letter, self).ask)
        session.saving_changed.connect(self._show_saving)
        keys.keys_changed.connect(self._show_letter)

    def _show_letter(self) -> None:
        session, state = self._session, self._session.state
        shown = session.letter is not None and self._view is None
        self.case.setText(self._view or letter_name(session))
        if state is not None:
            look = state_look(state)
            self.state.setText(f"{look.mark}  {look.words}")
        for widget in (self.state, self.verify):
            widget.setVisible(shown)
        self._show_second_look(session.second_look if shown else None)
        self.work.setText(" \N{MIDDLE DOT} ".join(filter(None, (marked(session.work.priority), session.work.assignee))))
        self.work.setVisible(shown and bool(self.work.text()))
        self.place.setVisible(self._view is None)
        self.saved.setVisible(session.letter is not None)
        if session.letter is None:
            self.show_counts(self._counts)
        self.postpone.setVisible(shown and state not in CLOSED)
        self.reopen.setVisible(shown and state in CLOSED)
        verified = state is LetterState.VERIFIED
        words = self.tr("Next letter") if verified else self.tr("Verify and next")
        self.verify.setText(self._keys.after(words, "verify"))

    def _show_second_look(self, look: SecondLook | None) -> None:
        self.second_look.setVisible(look is not None)
        if look is not None:
            self.second_look.setText(self.tr("second look: {found}").format(found=verdict_words(look.verdict)))
            self.second_look.setToolTip(look_words(look))
            self.second_look.setProperty("role", "error" if look.verdict is Verdict.WRONG else "confirmed")
            self.second_look.style().polish(self.second_look)

    def _show_saving(self) -> None:
        words = saving_words(self._session.saving)
        self.saved.setText(words.text)
        self.saved.setToolTip(words.more)
        self.saved.setProperty("role", words.role)
        self.saved.style().polish(self.saved)


@dataclass(frozen=True, slots=True)
class Words:
    """A few words, the role of the label that shows them, and what more there is to say."""

    text: str
    role: str
    more: str = ""


def saving_words(saving: Saved | Saving | NotSaved) -> Words:
    """Whether all is on disk, and if not, why."""
    match saving:
        case Saved():
            return Words(_tr("\N{CHECK MARK} Saved"), "muted")
        case Saving():
            return Words(_tr("Saving\N{HORIZONTAL ELLIPSIS}"), "muted")
        case NotSaved(reason):
            return Words(_tr("! Not saved"), "error", reason)
        case _:
            assert_never(saving)


def _quiet_button() -> QPushButton:
    button = QPushButton()
    button.setProperty("role", "link")
    return button


def _tr(text: str) -> str:
    return QCoreApplication.translate("TopBar", text)
