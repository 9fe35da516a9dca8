"""What can be done to all letters chosen in the list at once; verifying is not among it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.keeping.bulk import BulkEnd
from imr_desk.desk.queue.urgency import urgencies, urgency
from imr_desk.desk.sitting.naming import letters_name
from imr_desk.letter.review import CLOSED, DONE, LetterState, Review, ReviewChange
from imr_desk.letter.work import Work, WorkChange
from imr_desk.store.kept.stored import Standing, Wish
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.dialogs.usual_reasons import for_postponing, for_rejecting
from imr_desk.ui.dialogs.wording import Message, bulk_rest
from imr_desk.ui.parts import Parts
from imr_desk.ui.queue.chosen import Chosen, Ids


@dataclass(frozen=True, slots=True)
class Meant:
    """The letters that something is to be done to: their numbers, how the first stands, how many are in which state.

    `letters` is how many of them it concerns, as far as is known.
    """

    ids: Ids
    first: Standing
    states: Mapping[LetterState, int]
    letters: int

    def named(self, letters: int) -> str:
        """One letter by its name where it is meant alone, several by their number."""
        return self.first.case_number or self.first.file if len(self.ids) == 1 else letters_name(letters)


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
        self._move(move, lambda title, why: self._asking.ask_reason(title, why, for_postponing()))

    def reject(self) -> None:
        """Declare that the letters do not belong here, for one reason."""
        words = self.tr("Reject {letters}"), self.tr("reject {letters}"), self.tr("Rejected: {letters}.")
        move = _Move(frozenset(LetterState) - DONE, LetterState.REJECTED, *words)
        self._move(move, lambda title, why: self._asking.ask_reason(title, why, for_rejecting()))

    def reopen(self) -> None:
        """Open the letters to changes again."""
        words = self.tr("Reopen {letters}"), self.tr("reopen {letters}"), self.tr("Reopened: {letters}.")
        move = _Move(CLOSED, LetterState.IN_REVIEW, *words)
        self._move(move, lambda title, why: "" if self._asking.agree(Message(title, why), self.tr("Reopen")) else None)

    def assign(self, meant: Meant) -> None:
        """Ask to whom these letters are given; nobody where no name is said."""
        self._parts.keeper.ask(lambda store: store.people(), lambda people: self._assign(meant, people))

    def prioritise(self, meant: Meant) -> None:
        """Ask how urgent these letters are."""
        known = urgencies()
        title = self.tr("Priority of {letters}").format(letters=meant.named(len(meant.ids)))
        now = urgency(meant.first.work.priority).word
        word = self._asking.choose_one(title, self.tr("How soon is it to be done?"), [one.word for one in known], now)
        if word is not None:
            to = next(one.priority for one in known if one.word == word)
            said = self.tr("Priority {word}: {letters}.").format(word=word, letters="{letters}")
            self._work(meant, self.tr("set the priority of {letters}"), said, lambda work: replace(work, priority=to))

    def export(self) -> None:
        """Write the letters to a file, whatever their state."""
        self._chosen.ask(self._export)

    def read_again(self) -> None:
        """Have the program read the letters anew; what people changed stays."""
        self._chosen.ask(self._read_again)

    def with_chosen(self, deed: Callable[[Meant], None]) -> None:
        """Do something to the chosen letters, once it is known where they stand."""
        self._chosen.ask(lambda ids: self.with_letters(ids, deed))

    def with_letters(self, ids: Ids, deed: Callable[[Meant], None]) -> None:
        """Do something to these letters, once it is known where they stand; not while others are being changed."""
        if ids and not self._parts.session.is_at_many():
            self._parts.keeper.ask(lambda store: _meant(store, ids), deed)

    def _move(self, move: _Move, ask: Callable[[str, str], str | None]) -> None:
        self.with_chosen(lambda meant: self._moved(move, ask, meant))

    def _moved(self, move: _Move, ask: Callable[[str, str], str | None], meant: Meant) -> None:
        moved = sum(count for state, count in meant.states.items() if state in move.of)
        title = move.ask.format(letters=meant.named(moved or len(meant.ids)))
        if not moved:
            self.not_done.emit(self.tr("{title}: none of them is in a state for it.").format(title=title))
            return
        others = len(meant.ids) - moved
        one, some = self.tr("stays as it is: its state"), self.tr("stay as they are: their state")
        kept = self.tr("{others} {stay} does not allow it.").format(
            others=letters_name(others), stay=one if others == 1 else some
        )
        reason = ask(self.tr("{title}?").format(title=title), kept if others else self.tr("One undo takes it back."))
        if reason is not None:
            step = move.title.format(letters=meant.named(moved))
            wish = _moving(step, move.of, Review(move.to, reason))
            self._change(replace(meant, letters=moved), move.title, move.done, wish)

    def _assign(self, meant: Meant, people: Sequence[str]) -> None:
        who = self._parts.session.who
        names = tuple(dict.fromkeys((who, *people)))
        title = self.tr("Assign {letters}").format(letters=meant.named(len(meant.ids)))
        question = self.tr("To whom? Leave it empty to assign them to nobody.")
        said = self._asking.choose_one(title, question, names, meant.first.work.assignee or who, free=True)
        if said is not None:
            name = said.strip()
            done = self.tr("Assigned to {name}: {letters}.") if name else self.tr("Nobody's now: {letters}.")
            step, done = self.tr("assign {letters}"), done.replace("{name}", name.replace("{", "{{").replace("}", "}}"))
            self._work(meant, step, done, lambda work: replace(work, assignee=name))

    def _work(self, meant: Meant, step: str, said: str, to: Callable[[Work], Work]) -> None:
        self._change(meant, step, said, _working(step.format(letters=meant.named(len(meant.ids))), to))

    def _change(self, meant: Meant, step: str, said: str, wish: Wish) -> None:
        """Change the letters, and say how many were; those that were so already are not counted."""
        self._parts.session.change_each(
            lambda letters: step.format(letters=meant.named(letters)),
            meant.letters,
            meant.ids,
            wish,
            lambda end: self._tell(said, end),
        )

    def _tell(self, said: str, end: BulkEnd) -> None:
        rest = bulk_rest(end)
        if end.changes:
            self.done.emit(" ".join((said.format(letters=letters_name(len(end.changes))), *rest)))
        else:
            self.not_done.emit(" ".join(rest) or self.tr("That was so for all of them already; nothing was changed."))

    def _export(self, ids: Ids) -> None:
        name = self._parts.keeper.path.with_name("letters.jsonl").name
        target = self._asking.choose_target(name) if ids else None
        if target is not None:
            self._parts.exporter.start(target, QueueQuery(only=frozenset(ids)))

    def _read_again(self, ids: Ids) -> None:
        title = self.tr("Read {letters} again").format(letters=letters_name(len(ids)))
        text = self.tr("The program reads them again, one after another. What people changed stays.")
        if ids and self._asking.agree(Message(title, text), self.tr("Read again")):
            self._parts.rereader.start(ids)


def _meant(store: Store, ids: Ids) -> Meant:
    return Meant(ids, store.standings(ids[:1])[0], store.states_of(ids), len(ids))


def _moving(title: str, of: frozenset[LetterState], to: Review) -> Wish:
    """Letters in these states come into another one."""
    return lambda one: ReviewChange(title, one.review, to) if one.review.state in of else None


def _working(title: str, to: Callable[[Work], Work]) -> Wish:
    """Letters come to another place in the work."""

    def wish(one: Standing) -> WorkChange | None:
        new = to(one.work)
        return WorkChange(title, one.work, new) if new != one.work else None

    return wish
