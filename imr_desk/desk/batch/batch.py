"""The batch check: one field over many letters, its values confirmed by the page, each page one step."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal

from imr_desk.desk.batch.cards import Card, CardKey, Fate
from imr_desk.desk.batch.dealing import Dealing
from imr_desk.desk.batch.step import Agreed, agreed
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.keeping.outbox import Saved
from imr_desk.desk.sitting import outcomes
from imr_desk.desk.sitting.naming import field_name
from imr_desk.desk.sitting.outcomes import NoValue
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.entry import Entry, Outcome, Value
from imr_desk.letter.field import spec_of
from imr_desk.letter.text import LetterText
from imr_desk.store.file.errors import StoreError


class Batch(Dealing):
    """Puts what the person says of the cards into their letters, through the session and its history."""

    stepped = Signal()
    """What was asked to be confirmed or corrected is done, as far as it could be."""

    def __init__(self, keeper: Keeper, reader: Keeper, session: Session, parent: QObject | None = None) -> None:
        super().__init__(keeper, reader, parent)
        self._session = session
        self._waiting: deque[Callable[[], None]] = deque()
        """Steps to be taken, the first of them under way: what one changes, the next must not take for another's."""
        session.saving_changed.connect(self._saved)

    @property
    def busy(self) -> bool:
        """Whether a step is on its way."""
        return bool(self._waiting)

    def confirm(self, keys: Collection[CardKey]) -> None:
        """Stand behind the values of these cards as one step; those changed elsewhere meanwhile are left out."""
        waiting = [self._cards[key] for key in keys if self._cards[key].fate is Fate.WAITS]
        name = QCoreApplication.translate("fields", self._field.spec.label) if self._field else ""
        title = self.tr("confirm {field} on {count} cards").format(field=name, count=len(waiting))
        self._step(title, {card.key: card.value.entry.confirmed() for card in waiting})

    def type_value(self, key: CardKey, words: str, text: LetterText) -> str:
        """Put the value that typed words say into a card's letter; why not, where they say none."""
        return self._correct(key, outcomes.typed(spec_of(key[1]), words, self._cards[key].value.entry, text))

    def choose_value(self, key: CardKey, value: Value, text: LetterText) -> str:
        """Put a value chosen from a list into a card's letter."""
        return self._correct(key, outcomes.chosen(spec_of(key[1]), value, self._cards[key].value.entry, text))

    def _correct(self, key: CardKey, outcome: Outcome | NoValue) -> str:
        if isinstance(outcome, NoValue):
            return outcomes.no_value_sentence(key[1], outcome.words)
        title = self.tr("correct {field}").format(field=field_name(key[1]))
        self._step(title, {key: self._cards[key].value.entry.corrected(outcome)})
        return ""

    def _step(self, title: str, new: Mapping[CardKey, Entry]) -> None:
        """Make these entries of the letters as one step, after those before it."""
        self._waiting.append(lambda: self._begin(title, new))
        if len(self._waiting) == 1:
            self._waiting[0]()

    def _begin(self, title: str, new: Mapping[CardKey, Entry]) -> None:
        """Ask whether the letters still say what the cards show, and only then make the step."""
        keys = sorted(new)
        letters = sorted({letter_id for letter_id, _ in keys})
        shown = {key: self._cards[key].value for key in keys}
        self._keeper.ask(
            lambda store: (store.values_at(keys), store.standings(letters)),
            lambda found: self._do(agreed(title, shown, new, *found)),
            self._on_refused,
        )

    def _do(self, agreed: Agreed) -> None:
        taken = not agreed.changes or self._session.do_many(agreed.title, agreed.changes)
        if taken:
            self._steps += 1
            aside = self.tr("Changed elsewhere meanwhile. Look at it again.")
            for key, value in agreed.values.items():
                self._cards[key] = Card(value, None if key in agreed.done else aside)
        if left_out := len(agreed.values) - len(agreed.done):
            said = self.tr("Left out, since they were changed elsewhere meanwhile: {count}. They are set aside.")
            self.said.emit(said.format(count=left_out))
        self.cards_changed.emit()
        self._end()

    def _on_refused(self, error: StoreError) -> None:
        self.said.emit(str(error))
        self._end()

    def _end(self) -> None:
        self._waiting.popleft()
        if self._waiting:
            self._waiting[0]()
        self.stepped.emit()

    def _saved(self) -> None:
        if isinstance(self._session.saving, Saved):
            self.refresh()
