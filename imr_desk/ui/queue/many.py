"""What can be done to all letters chosen in the list at once; verifying is not among it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale, QObject, Signal

from imr_desk.desk.urgency import urgencies, urgency
from imr_desk.letter.change import LetterChange
from imr_desk.letter.review import CLOSED, DONE, LetterState, Review, ReviewChange
from imr_desk.letter.work import Work, WorkChange
from imr_desk.store.query import QueueQuery
from imr_desk.store.stored import Standing
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.dialogs.wording import Message
from imr_desk.ui.parts import Parts
from imr_desk.ui.queue.chosen import Chosen, Ids
from imr_desk.ui.queue.filter_words import counted

MOST = 2000
"""Letters that are changed as one step: it is one transaction, which holds up all others for some seconds."""


@dataclass(frozen=True, slots=True)
class _Move:
    """A step of the review for many letters: the states it starts from and leads to, and its words."""

    of: frozenset[LetterState]
    to: LetterState
    ask: str
    title: str
    done: str


class ManyLetters(QObject):
    """Asks with the count, does it as one step, and says what was done."""

    done = Signal(str)
    """What was done, in a sentence; it can be undone."""
    not_done = Signal(str)
    """Nothing was done; the sentence says why."""

    def __init__(self, parts: Parts, chosen: Chosen, asking: Asking) -> None:
        super().__init__(chosen)
        self._parts = parts
        self._chosen = chosen
        self._asking = asking

    def postpone(self) -> None:
        """Leave the letters for later, for one reason."""
        words = self.tr("Postpone {letters}"), self.tr("postpone {letters}"), self.tr("Postponed: {letters}.")
        move = _Move(frozenset(LetterState) - CLOSED, LetterState.POSTPONED, *words)
        usual = (self.tr("Pages missing"), self.tr("Hard to read"), self.tr("Ask the supervisor"))
        self._move(move, lambda title, why: self._asking.ask_reason(title, why, usual))

    def reject(self) -> None:
        """Declare that the letters do not belong here, for one reason."""
        words = self.tr("Reject {letters}"), self.tr("reject {letters}"), self.tr("Rejected: {letters}.")
        move = _Move(frozenset(LetterState) - DONE, LetterState.REJECTED, *words)
        usual = (self.tr("Not an IMR letter"), self.tr("Another copy is kept"))
        self._move(move, lambda title, why: self._asking.ask_reason(title, why, usual))

    def reopen(self) -> None:
        """Open the letters to changes again."""
        words = self.tr("Reopen {letters}"), self.tr("reopen {letters}"), self.tr("Reopened: {letters}.")
        move = _Move(CLOSED, LetterState.IN_REVIEW, *words)
        self._move(move, lambda title, why: "" if self._asking.agree(Message(title, why), self.tr("Reopen")) else None)

    def assign(self, standings: Sequence[Standing]) -> None:
        """Ask to whom these letters are given; nobody where no name is said."""
        self._parts.keeper.ask(lambda store: store.people(), lambda people: self._assign(standings, people))

    def prioritise(self, standings: Sequence[Standing]) -> None:
        """Ask how urgent these letters are."""
        known = urgencies()
        title = self.tr("Priority of {letters}").format(letters=named(standings))
        now = urgency(standings[0].work.priority).word
        word = self._asking.choose_one(title, self.tr("How soon is it to be done?"), [one.word for one in known], now)
        if word is not None:
            to = next(one.priority for one in known if one.word == word)
            said = self.tr("Priority {word}: {letters}.").format(word=word, letters="{letters}")
            step = self.tr("set the priority of {letters}")
            self._change(step, said, [(one, replace(one.work, priority=to)) for one in standings])

    def export(self) -> None:
        """Write the letters to a file, whatever their state."""
        self._chosen.ask(self._export)

    def read_again(self) -> None:
        """Have the program read the letters anew; what persons changed stays."""
        self._chosen.ask(self._read_again)

    def with_chosen(self, deed: Callable[[Sequence[Standing]], None]) -> None:
        """Do something to the chosen letters, once it is known where they stand."""
        self._chosen.ask(lambda ids: self.with_letters(ids, deed))

    def with_letters(self, ids: Ids, deed: Callable[[Sequence[Standing]], None]) -> None:
        """Do something to these letters, once it is known where they stand."""
        if len(ids) > MOST:
            said = self.tr("That are {letters}; at most {most} are changed at once. Nothing was changed; filter them.")
            self.not_done.emit(said.format(letters=counted(len(ids)), most=QLocale().toString(MOST)))
        elif ids:
            self._parts.keeper.ask(lambda store: store.standings(ids), deed)

    def _move(self, move: _Move, ask: Callable[[str, str], str | None]) -> None:
        self.with_chosen(lambda standings: self._moved(move, ask, standings))

    def _moved(self, move: _Move, ask: Callable[[str, str], str | None], standings: Sequence[Standing]) -> None:
        meant = [one for one in standings if one.review.state in move.of]
        title = move.ask.format(letters=named(meant or standings))
        if not meant:
            self.not_done.emit(self.tr("{title}: none of them is in a state for it.").format(title=title))
            return
        others = len(standings) - len(meant)
        one, some = self.tr("stays as it is: its state"), self.tr("stay as they are: their state")
        kept = self.tr("{others} {stay} does not allow it.").format(
            others=counted(others), stay=one if others == 1 else some
        )
        reason = ask(self.tr("{title}?").format(title=title), kept if others else self.tr("One undo takes it back."))
        if reason is not None:
            step = move.title.format(letters=named(meant))
            new = Review(move.to, reason)
            self._do(step, move.done, [(one.id, ReviewChange(step, one.review, new)) for one in meant])

    def _assign(self, standings: Sequence[Standing], people: Sequence[str]) -> None:
        who = self._parts.session.who
        names = tuple(dict.fromkeys((who, *people)))
        title = self.tr("Assign {letters}").format(letters=named(standings))
        question = self.tr("To whom? Without a name they are nobody's.")
        name = self._asking.choose_one(title, question, names, standings[0].work.assignee or who, free=True)
        if name is not None:
            said = self.tr("Assigned to {name}: {letters}.") if name else self.tr("Nobody's now: {letters}.")
            changes = [(one, replace(one.work, assignee=name.strip())) for one in standings]
            self._change(self.tr("assign {letters}"), said.replace("{name}", name), changes)

    def _change(self, step: str, said: str, works: Sequence[tuple[Standing, Work]]) -> None:
        meant = [(one, new) for one, new in works if one.work != new]
        title = step.format(letters=named([one for one, _ in meant]))
        self._do(title, said, [(one.id, WorkChange(title, one.work, new)) for one, new in meant])

    def _do(self, title: str, said: str, changes: Sequence[tuple[int, LetterChange]]) -> None:
        if self._parts.session.do_many(title, changes):
            self.done.emit(said.format(letters=counted(len(changes))))

    def _export(self, ids: Ids) -> None:
        name = self._parts.keeper.path.with_name("letters.jsonl").name
        target = self._asking.choose_target(name) if ids else None
        if target is not None:
            self._parts.exporter.start(target, QueueQuery(only=frozenset(ids)))

    def _read_again(self, ids: Ids) -> None:
        title = self.tr("Read {letters} again").format(letters=counted(len(ids)))
        text = self.tr("The program reads them anew, one after another. What persons changed stays.")
        if ids and self._asking.agree(Message(title, text), self.tr("Read again")):
            self._parts.rereader.start(ids)


def named(standings: Sequence[Standing]) -> str:
    """One letter by its name, several by their number."""
    if len(standings) == 1:
        return standings[0].case_number or standings[0].file
    return counted(len(standings))
