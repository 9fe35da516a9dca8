"""A person's way through the letters: verify and next, postpone, reject, and the next thing to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.queue.queue_model import QueueModel
from imr_desk.desk.sitting.attention import obstacle, obstacle_field
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.attention import wants_a_person
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.record import Record
from imr_desk.letter.review import LetterState
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.dialogs.usual_reasons import for_acknowledging, for_postponing, for_rejecting
from imr_desk.ui.window.letter_name import letter_name

_CheckStep = tuple[Finding, str | None]
"""A finding, and one of its fields where it has any."""


class ReviewFlow(QObject):
    """Knows what comes next."""

    held_back = Signal(object)
    """The letter is not verified; this `Obstacle` stands in the way."""
    nothing_left = Signal(bool)
    """No letter listed waits for a review any more; whether the list leaves letters out."""
    no_check_open = Signal()
    left_verified = Signal(str)
    """The person has gone on from the letter of that name, which is verified now."""
    check_reached = Signal(object, object)
    """The `Finding` that the person has been led to, and at which of its fields; None where it has none."""

    def __init__(
        self, keeper: Keeper, session: Session, focus: Focus, queue: QueueModel, asking: Asking, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._session = session
        self._focus = focus
        self._queue = queue
        self._asking = asking
        self._check: _CheckStep | None = None
        self._check_at = 0
        """Where the finding that was last reached begins among the steps."""
        self._verified = ""
        session.letter_shown.connect(self._begin)

    def verify(self) -> None:
        """Verify the letter and go to the next; where something stands in the way, go there."""
        if self._session.state is LetterState.VERIFIED:
            self.next_to_review()
            return
        if self._session.verify():
            self._verified = letter_name(self._session)
            self.next_to_review()
            return
        stands = obstacle(self._session.record, self._session.open_findings)
        if stands is not None:
            self._focus.set(obstacle_field(stands))
            self.held_back.emit(stands)

    def next_to_review(self) -> None:
        """Open the next letter that waits for a person."""
        letter, query, who = self._session.letter, self._queue.query, self._session.who
        here = letter.id if letter else None
        self._find(lambda store: store.next_to_review(query, here, who), lambda found: self._open_next(here, found))

    def next_of_all(self) -> None:
        """List all letters, and open the next of them that waits for a person."""
        self._queue.show_letters(self._queue.query.all_letters)
        self.next_to_review()

    def step(self, by: int) -> None:
        """Open the letter so many places down the list."""
        letter, query = self._session.letter, self._queue.query
        if letter is not None:
            self._find(lambda store: _beside(store, query, letter.id, by), self._open)

    def postpone(self) -> None:
        """Leave the letter for later, for a reason, and go on."""
        question = self.tr("Why is this letter left for later?")
        reason = self._asking.ask_reason(self.tr("Postpone"), question, for_postponing())
        if reason and self._session.postpone(reason):
            self.next_to_review()

    def reject(self) -> None:
        """Declare that the letter does not belong here, for a reason, and go on."""
        question = self.tr("Why does this letter not belong here? It stays in the store.")
        reason = self._asking.ask_reason(self.tr("Reject"), question, for_rejecting())
        if reason and self._session.reject(reason):
            self.next_to_review()

    def next_unverified(self) -> None:
        """Go to the next field that no person stands behind."""
        path = next_unverified(self._session.record, self._focus.path)
        if path is not None:
            self._focus.set(path)

    def next_check(self) -> None:
        """Go to the next field of the open checks, one check after another, round to the first."""
        steps = _check_steps(self._session.open_findings)
        if not steps:
            self.no_check_open.emit()
            return
        finding, field = self._check = steps[_place_after(steps, self._check, self._check_at)]
        self._check_at = next(at for at, (one, _) in enumerate(steps) if one.key == finding.key)
        if field:
            self._focus.set(field)
        self.check_reached.emit(finding, field)

    def acknowledge(self, finding: Finding) -> None:
        """Ask why a check may stand, and let it."""
        title = self.tr("Acknowledge {rule}").format(rule=finding.rule)
        reason = self._asking.ask_reason(title, finding.message, for_acknowledging())
        if reason:
            self._session.acknowledge(finding, reason)

    def _begin(self) -> None:
        self._check = None
        if self._verified:
            self.left_verified.emit(self._verified)
            self._verified = ""

    def _find(self, find: Callable[[Store], int | None], go_on: Callable[[int | None], None]) -> None:
        """Ask the store for a letter, and go on with it unless the person has turned to another one meanwhile."""
        wanted = self._session.wanted
        self._keeper.ask(find, lambda found: go_on(found) if self._session.wanted == wanted else None)

    def _open_next(self, here: int | None, found: int | None) -> None:
        if found is None or found == here:
            self.nothing_left.emit(self._queue.query.filtered)
        else:
            self._session.show(found)

    def _open(self, found: int | None) -> None:
        if found is not None:
            self._session.show(found)


def next_unverified(record: Record, path: str | None) -> str | None:
    """The field after `path`, round to the start, that no person stands behind; fields left out do not count."""
    paths = list(record)
    start = paths.index(path) + 1 if path is not None and path in record else 0
    around = chain(paths[start:], paths[:start])
    return next((one for one in around if one != path and _unverified(record, one)), None)


def _unverified(record: Record, path: str) -> bool:
    entry = record.at(path)
    return not entry.by_person and wants_a_person(path, entry)


def _check_steps(findings: Sequence[Finding]) -> list[_CheckStep]:
    """Every field of every finding that asks for something, errors first; one without fields is a step of its own."""
    asking = [finding for finding in findings if finding.severity is not Severity.INFO]
    asking.sort(key=lambda finding: finding.severity is not Severity.ERROR)
    return [(finding, field) for finding in asking for field in (finding.fields or (None,))]


def _place_after(steps: Sequence[_CheckStep], last: _CheckStep | None, began: int) -> int:
    """The step after the last one, round to the first; where that is settled by now, what has moved into its place."""
    known = [(finding.key, field) for finding, field in steps]
    if last is None:
        return 0
    here = (last[0].key, last[1])
    return (known.index(here) + 1 if here in known else began) % len(steps)


def _beside(store: Store, query: QueueQuery, letter_id: int, by: int) -> int | None:
    """The letter so many places from this one in the query's order, where there is one."""
    place = store.queue_place(query, letter_id)
    if place is None or place + by < 0:
        return None
    return next((row.id for row in store.queue(query, place + by, 1)), None)
