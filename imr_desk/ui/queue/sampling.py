"""Random samples in the list: drawn, gone through with a verdict on each letter, and what they say of all letters."""

from __future__ import annotations

import re
from random import SystemRandom

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from imr_desk.quality.intervals import at_most
from imr_desk.store.kept.stored import Sample, Verdict
from imr_desk.store.queue.query import QueueQuery
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.parts import Parts
from imr_desk.ui.queue.filter_words import conditions
from imr_desk.ui.queue.queue_view import QueueView

_SIZES = ("20", "60", "100", "300")
_SEEDS = 1_000_000
_SURE = 0.95


class Sampling(QObject):
    """Keeps the list's chip, menu and line in step with the samples of the store."""

    judged = Signal()
    """A verdict was given: on to the next letter."""
    not_done = Signal(str)

    def __init__(self, parts: Parts, view: QueueView, asking: Asking) -> None:
        super().__init__(view)
        self._parts = parts
        self._view = view
        self._asking = asking
        view.filter.filters.sample_wanted.connect(self.draw)
        parts.queue.counted.connect(self._look_up)

    def draw(self) -> None:
        """Ask how many letters, and draw them from those listed."""
        query, among = self._parts.queue.query, self._parts.queue.rowCount()
        title = self.tr("A random sample of {count} letters").format(count=QLocale().toString(among))
        question = self.tr(
            "How many letters? A number after it, the seed, draws the same letters again: 60 4711.\n"
            "60 letters without an error mean: at most 5 of 100 letters have one."
        )
        said = self._asking.choose_one(title, question, _SIZES, "60", free=True)
        numbers = [int(one) for one in re.findall(r"\d+", said or "")][:2]
        if said is None or not among:
            return
        if not numbers or not 1 <= numbers[0] <= among:
            self.not_done.emit(
                self.tr("A sample has between 1 and {count} letters. None was drawn.").format(count=among)
            )
            return
        size, seed = numbers[0], numbers[1] if len(numbers) > 1 else SystemRandom().randrange(1, _SEEDS)
        told, who = self._told(query), self._parts.session.who
        self._parts.keeper.ask(lambda store: store.draw_sample(query, size, seed, told, who), self._show)

    def judge(self, verdict: Verdict) -> None:
        """Note what the second look at the open letter found, and go on."""
        letter, sample = self._parts.session.letter, self._parts.queue.query.sample
        if letter is None or sample is None:
            self.not_done.emit(
                self.tr("No sample is shown. Draw one in the filters of the list, or choose an old one.")
            )
            return
        id, who = letter.id, self._parts.session.who
        self._parts.keeper.ask(lambda store: store.judge(sample, id, verdict, who))
        self._parts.queue.refresh()
        self.judged.emit()

    def _told(self, query: QueueQuery) -> str:
        words = [*(one.words for one in conditions(query)), query.words.strip()]
        return ", ".join(filter(None, words)) or self.tr("all letters")

    def _show(self, sample: Sample) -> None:
        query = self._parts.queue.query
        self._parts.queue.show_letters(QueueQuery(order=query.order, descending=query.descending, sample=sample.id))

    def _look_up(self) -> None:
        self._parts.keeper.ask(lambda store: store.samples(), self._tell)

    def _tell(self, samples: tuple[Sample, ...]) -> None:
        shown = next((one for one in samples if one.id == self._parts.queue.query.sample), None)
        self._view.filter.filters.show_samples(samples)
        self._view.filter.chips.show_sample(shown)
        self._view.say(*(finding(shown), in_short(shown)) if shown else ("", ""))


def finding(sample: Sample) -> str:
    """What a sample says so far of the letters that it was drawn from."""
    number = QLocale().toString
    drawn = _tr("{size} of {of} letters ({told}), seed {seed}, drawn by {who}.").format(
        size=number(sample.size), of=number(sample.of), told=sample.told, seed=sample.seed, who=sample.drawn_by
    )
    if not sample.checked:
        return drawn
    share = QLocale().toString(100 * at_most(sample.wrong, sample.checked, _SURE), "f", 1)
    said = _tr("{checked} checked, {wrong} with an error: at most {share} % of all have one (95 % sure).")
    return f"{drawn} {said.format(checked=number(sample.checked), wrong=number(sample.wrong), share=share)}"


def in_short(sample: Sample) -> str:
    """The seed, and the bound where there is one."""
    seed = _tr("seed {seed}").format(seed=sample.seed)
    share = QLocale().toString(100 * at_most(sample.wrong, sample.checked, _SURE), "f", 1)
    bound = _tr("at most {share} % with an error").format(share=share)
    return f"{seed} \N{MIDDLE DOT} {bound}" if sample.checked else seed


def _tr(text: str) -> str:
    return QCoreApplication.translate("sampling", text)
