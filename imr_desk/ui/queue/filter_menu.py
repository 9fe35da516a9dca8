"""The button beside the words: filters by name, and every condition that a filter can have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from imr_desk.store.kept.stored import Sample
from imr_desk.store.queue.query import QueueQuery, Trait
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.dialogs.wording import Message
from imr_desk.ui.parts import Parts
from imr_desk.ui.queue.filter_words import urgency_words


class FilterButton(QToolButton):
    """Shows the filter's name, and a menu to choose, save, rename and delete filters from."""

    sample_wanted = Signal()

    def __init__(self, parts: Parts, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = parts.queue
        self._filters = parts.filters
        self._keeper = parts.keeper
        self._asking = asking
        self._who = parts.session.who
        self._people: tuple[str, ...] = ()
        self._samples: tuple[Sample, ...] = ()
        self._short = False
        self.setAccessibleName(self.tr("Filters"))
        parts.keys.hint(self, self.tr("Filters of the letters"), "filters")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("role", "filter")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._model.query_changed.connect(self._name)
        self._filters.changed.connect(self._name)
        self._model.counted.connect(self._look_up_people)
        self._name()

    def set_short(self, short: bool) -> None:
        """Say only that there are filters; the chips tell which."""
        self._short = short
        self._name()

    def show_samples(self, samples: tuple[Sample, ...]) -> None:
        """Offer these samples, the latest first."""
        self._samples = samples

    def save(self) -> None:
        """Ask for a name and keep the present filter under it."""
        name = self._ask_name(self.tr("Save the filter"), self._filters.find(self._model.query) or "")
        if name:
            self._filters.save(name, self._model.query)

    def rename(self, name: str) -> None:
        """Ask for another name for a saved filter."""
        new = self._ask_name(self.tr("Rename the filter"), name)
        if new and new != name:
            self._filters.rename(name, new)

    def remove(self, name: str) -> None:
        """Forget a saved filter, once the person has said so."""
        text = self.tr("Delete the filter {name}? The letters are not affected.").format(name=name)
        if self._asking.agree(Message(self.tr("Delete the filter"), text), self.tr("Delete")):
            self._filters.remove(name)

    def _ask_name(self, title: str, name: str) -> str:
        known = tuple(self._filters.own)
        question = self.tr("Its name; one that is there already is replaced.")
        return (self._asking.choose_one(title, question, known, name, free=True) or "").strip()

    def _name(self) -> None:
        name = self._filters.find(self._model.query)
        some = self.tr("Filtered") if self._model.query.filtered else self.tr("Filters")
        self.setText(self.tr("Filter") if self._short else name or some)

    def _look_up_people(self) -> None:
        self._keeper.ask(lambda store: store.people(), self._know)

    def _know(self, people: tuple[str, ...]) -> None:
        self._people = people

    def _fill(self) -> None:
        menu, query = self._menu, self._model.query
        menu.clear()
        self._offer(menu, self.tr("&All letters"), query.all_letters)
        menu.addSeparator()
        self._list(menu, self._filters.built_in)
        if self._filters.own:
            menu.addSeparator()
            self._list(menu, self._filters.own)
        menu.addSeparator()
        self._fill_people(menu.addMenu(self.tr("Assi&gned to")))
        self._fill_urgency(menu.addMenu(self.tr("&Priority")))
        self._fill_traits(menu.addMenu(self.tr("&Only letters that")))
        menu.addSeparator()
        menu.addAction(self.tr("A &random sample\N{HORIZONTAL ELLIPSIS}"), self.sample_wanted.emit)
        self._fill_samples(menu.addMenu(self.tr("Sa&mples")))
        menu.addAction(self.tr("&Save this filter\N{HORIZONTAL ELLIPSIS}"), self.save)
        self._fill_own(menu.addMenu(self.tr("&Rename")), self.rename)
        self._fill_own(menu.addMenu(self.tr("&Delete")), self.remove)

    def _list(self, menu: QMenu, filters: Mapping[str, QueueQuery]) -> None:
        for name, query in filters.items():
            self._offer(menu, name.replace("&", "&&"), query)

    def _fill_people(self, menu: QMenu) -> None:
        query = self._model.query
        self._offer(menu, self.tr("&Anybody"), replace(query, assignee=None))
        self._offer(menu, self.tr("&Nobody"), replace(query, assignee=""))
        self._offer(menu, self.tr("&Me ({name})").format(name=self._who), replace(query, assignee=self._who))
        for name in self._people:
            if name != self._who:
                self._offer(menu, name.replace("&", "&&"), replace(query, assignee=name))

    def _fill_urgency(self, menu: QMenu) -> None:
        query = self._model.query
        self._offer(menu, self.tr("&Any"), replace(query, urgency=None))
        for least in (2, 1):
            self._offer(menu, urgency_words(least).capitalize(), replace(query, urgency=least))

    def _fill_traits(self, menu: QMenu) -> None:
        query = self._model.query
        words = {
            Trait.ATTENTION: self.tr("need a &look"),
            Trait.OPEN_ERRORS: self.tr("have &errors open"),
            Trait.SAME_CASE: self.tr("were &re-issued"),
        }
        for trait, said in words.items():
            self._offer(menu, said, replace(query, traits=query.traits ^ {trait}), trait in query.traits)

    def _fill_samples(self, menu: QMenu) -> None:
        query = self._model.query
        menu.setEnabled(bool(self._samples))
        said = self.tr("{number}: {size} of {of}, {told}; {checked} checked")
        for one in self._samples:
            about = {"number": one.id, "size": one.size, "of": one.of, "told": one.told, "checked": one.checked}
            self._offer(menu, said.format(**about).replace("&", "&&"), replace(query.all_letters, sample=one.id))

    def _fill_own(self, menu: QMenu, deed: Callable[[str], None]) -> None:
        menu.setEnabled(bool(self._filters.own))
        for name in self._filters.own:
            menu.addAction(name.replace("&", "&&") + "\N{HORIZONTAL ELLIPSIS}", partial(deed, name))

    def _offer(self, menu: QMenu, words: str, query: QueueQuery, ticked: bool | None = None) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(query == self._model.query if ticked is None else ticked)
        action.triggered.connect(lambda: self._model.show_letters(query))
