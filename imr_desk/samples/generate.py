"""Makes a letter from a seed: its PDF, and everything that is true of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property, partial
from random import Random

from imr_desk.letter.record import Record
from imr_desk.letter.text import LetterText
from imr_desk.samples import truth
from imr_desk.samples.paper.paragraph import PageBreak
from imr_desk.samples.paper.printing import printed
from imr_desk.samples.paper.scan import Scan, scanned
from imr_desk.samples.paper.typesetter import BOTTOM, MARGIN, SetLetter, typeset
from imr_desk.samples.plans.author import Author
from imr_desk.samples.plans.dates import DateStyle
from imr_desk.samples.plans.phrasebook import phrasebook
from imr_desk.samples.plans.plan import LetterPlan, planned
from imr_desk.samples.plans.variation import PLAIN, Quirk, Variation
from imr_desk.samples.templates.composition import composed, footer

_LATER = 21
"""Days from a letter to the one that takes its place."""


@dataclass(frozen=True)
class SampleLetter:
    """A letter of our own making; what is true of it was known before it was printed."""

    seed: int
    plan: LetterPlan
    letter: SetLetter
    scan: Scan | None = None

    @property
    def file(self) -> str:
        """A name for the file: the case number's."""
        return f"{self.plan.case_number}.pdf"

    @cached_property
    def pdf(self) -> bytes:
        """The letter as a PDF file; the same bytes for the same seed, variation and scan."""
        pdf = printed(self.letter)
        return scanned(pdf, self.scan, self.seed) if self.scan else pdf

    @cached_property
    def text(self) -> LetterText:
        """What reading the PDF gives, or recognising the scan should, by the typesetter's own measure."""
        return truth.letter_text(self.letter, self.scan.moved if self.scan else None)

    @cached_property
    def truth(self) -> Record:
        """Every field, its spans in `text`."""
        return truth.record(self.letter)

    def scanned(self, scan: Scan) -> SampleLetter:
        """The same letter as pictures of its pages."""
        return replace(self, scan=scan)


def generate(seed: int, variation: Variation = PLAIN) -> SampleLetter:
    """The letter of that seed and variation: always the same one."""
    return _made(seed, variation, lambda plan: plan)


def reissued(seed: int, variation: Variation = PLAIN) -> SampleLetter:
    """That letter as it is sent anew: the same case, decided later, and its first item the other way."""
    return _made(seed, variation, _decided_anew)


def _decided_anew(plan: LetterPlan) -> LetterPlan:
    first, *others = plan.items
    days = replace(plan.days, decision=plan.days.decision + timedelta(_LATER))
    return replace(plan, days=days, items=(replace(first, upheld=not first.upheld), *others))


def _made(seed: int, variation: Variation, amended: Callable[[LetterPlan], LetterPlan]) -> SampleLetter:
    rng, book = Random(f"{seed} {variation.key}"), phrasebook()
    plan = amended(planned(rng, variation, book))
    author = Author(plan, book, _date_style(variation, rng), rng.choice(book.sentences["subjects"]), rng)
    blocks = composed(plan, author)
    if variation.has(Quirk.BLANK_PAGE):
        blocks.append(PageBreak())
    return SampleLetter(seed, plan, typeset(blocks, _bottoms(variation, seed), partial(footer, plan)))


def _date_style(variation: Variation, rng: Random) -> DateStyle:
    hyphens = [DateStyle.HYPHENS, DateStyle.SHORT_HYPHENS]
    return rng.choice(hyphens if variation.has(Quirk.HYPHENS) else list(DateStyle))


def _bottoms(variation: Variation, seed: int) -> Callable[[int], float]:
    """How far down each page is filled: to the margin, or to wherever chance breaks it."""
    if not variation.has(Quirk.BAD_BREAKS):
        return lambda _page: BOTTOM
    return lambda page: Random(f"{seed} {page}").uniform(MARGIN + 200, BOTTOM)
