"""How a person mends a field or a list that is not as the letter prints it: the cheapest way there is."""

from __future__ import annotations

from imr_desk.app.demo.clerk import Clerk
from imr_desk.letter import path as paths
from imr_desk.letter.entry import Value
from imr_desk.letter.field import Kind, is_field, spec_of
from imr_desk.letter.record import is_under
from imr_desk.parser.words.vocabulary import load_vocabulary
from tests.verifying.alignment import Alignment, in_any_order, in_order
from tests.verifying.labels import Label, heads

_DIGITS = 9


class Mending:
    """Holds the form against a label, and puts right what differs: chosen by its number, else marked, else typed."""

    def __init__(self, clerk: Clerk, label: Label) -> None:
        self._clerk = clerk
        self._hands = clerk.hands
        self._form = clerk.form
        self._eyes = clerk.form.eyes
        self._label = label

    def mend(self, path: str) -> None:
        """Put a field right that has been looked at; an entry too many is taken out."""
        if not self._label.tells(path):
            return
        entry = self._too_many(path)
        if entry is not None:
            self._clerk.lists.remove(path)
        elif spec_of(path).repeated:
            self._mend_entry(path)
        elif not self._label.agrees(path, self._eyes.value(path)):
            self.correct(path, path)

    def correct(self, path: str, right: str) -> None:
        """Put in the value that the label has at `right`."""
        spec, value = spec_of(path), self._label.value(right)
        if value is None:
            self._form.mark_absent(path)
        elif (number := _number(spec.kind, spec.choices, value)) <= _DIGITS:
            self._form.choose(path, number)
        elif not self._filled(path, right):
            self._type(path, right)

    def settle_lists(self, part: str) -> None:
        """Bring the lists of a section or item to the right number of entries, and plain ones to the right values."""
        counts = {**self._label.truth.counts, **self._clerk.session.record.counts}
        for listing in sorted(counts, key=lambda one: one.count("[")):
            if is_under(listing, part) and self._label.tells_of(listing) and self._clerk.lists.shows(listing):
                self.settle(listing)

    def settle(self, listing: str) -> None:
        """Take out entries too many, add those that are missing; entries of a plain list get their values."""
        plan = self._plan(listing)
        if _is_plain(listing):
            for here, there in plan.pairs:
                path, right = f"{listing}[{here}]", f"{listing}[{there}]"
                if not self._label.agrees(right, self._eyes.value(path)):
                    self._hands.think()
                    self.correct(path, right)
        for place in sorted(plan.gone, reverse=True):
            self._hands.think()
            self._clerk.lists.remove(self._first_field(f"{listing}[{place}]"))
        for place in plan.missing:
            self._hands.think()
            new = self._added(listing, place)
            if _is_plain(listing):
                self.correct(new, f"{listing}[{place}]")

    def _added(self, listing: str, place: int) -> str:
        """A blank entry: at its place where the order counts, else at the end; its first field."""
        there = len(self._entries(listing))
        if not there:
            return self._clerk.lists.add_first(listing)
        before = there - 1 if _is_plain(listing) else max(0, min(place, there) - 1)
        new = self._clerk.lists.add_below(self._first_field(f"{listing}[{before}]"))
        return self._clerk.lists.move_up(new) if place == 0 and not _is_plain(listing) else new

    def _mend_entry(self, path: str) -> None:
        """An entry of a plain list: it may stay, say something else, or go."""
        listing, _, place = path.rpartition("[")
        here = int(place.removesuffix("]"))
        plan = self._plan(listing)
        right = dict(plan.pairs).get(here)
        if right is None:
            self._clerk.lists.remove(path)
        elif not self._label.agrees(f"{listing}[{right}]", self._eyes.value(path)):
            self.correct(path, f"{listing}[{right}]")

    def _plan(self, listing: str) -> Alignment:
        shown, right = self._entries(listing), self._label.truth.each(listing)
        if _is_plain(listing):
            return in_any_order([self._eyes.value(path) for path in shown], [self._label.shown(path) for path in right])
        if listing == "items":
            requests = [(head.summary.request if head.summary else "",) for head in self._eyes.items]
            return in_order(requests, [(self._label.shown(f"{item}.request"),) for item in right])
        said = [tuple(self._eyes.value(path) for path in heads(self._eyes.fields(entry), entry)) for entry in shown]
        told = [
            tuple(self._label.shown(path) for path in heads(self._label.truth.under(entry), entry)) for entry in right
        ]
        return in_order(said, told)

    def _entries(self, listing: str) -> tuple[str, ...]:
        if listing == "items":
            return tuple(f"items[{place}]" for place in range(len(self._eyes.items)))
        return self._eyes.entries(listing)

    def _too_many(self, path: str) -> str | None:
        """The entry of a list of records that the field stands in, where the letter has no such entry."""
        for entry in paths.lineage(path):
            listing, _, place = entry.rpartition("[")
            if entry.endswith("]") and not _is_plain(listing) and int(place[:-1]) >= self._label.truth.count(listing):
                return entry
        return None

    def _first_field(self, entry: str) -> str:
        if entry.startswith("items[") and entry.count("[") == 1:
            self._form.open_item(int(entry[6:-1]))
        return self._eyes.fields(entry)[0]

    def _filled(self, path: str, right: str) -> bool:
        """Mark the words on the page, where they are printed; whether the field says the right thing now."""
        place = self._label.place(right)
        if place is None:
            return False
        self._form.be_at(path)
        return self._clerk.page.try_filling(path, place) and self._label.agrees(right, self._eyes.value(path))

    def _type(self, path: str, right: str) -> None:
        if spec_of(path).kind is Kind.CHOICE:
            self._form.pick(path, self._label.shown(right))
        else:
            self._form.type_over(path, self._label.shown(right))


def _is_plain(listing: str) -> bool:
    """Whether each entry of the list is a single field."""
    return is_field(f"{listing}[0]")


def _number(kind: Kind, choices: str | None, value: Value) -> int:
    """The number that a value of a closed list has on it, from 1; beyond all digits where it has none."""
    match kind:
        case Kind.FLAG:
            return 1 if value else 2
        case Kind.CHOICE:
            values = [choice.value for choice in load_vocabulary().choices(choices or "")]
            return values.index(str(value)) + 1 if value in values else _DIGITS + 1
        case _:
            return _DIGITS + 1
