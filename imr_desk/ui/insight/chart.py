"""A chart as what it says, before anything is drawn: bars of parts, each part with the letters behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from imr_desk.quality.intervals import Share
from imr_desk.store.figures.facet import Facet


class Shape(StrEnum):
    """How a chart is drawn."""

    SHARES = "shares"
    """A bar a row, filled to its share of 0 to 100 %."""
    DOTS = "dots"
    """A dot a row at its share, near 100 %."""
    AMOUNTS = "amounts"
    """A bar a row, as long as its amount."""
    SHARES_IN_TIME = "shares_in_time"
    """A column a month, filled to its share."""
    AMOUNTS_IN_TIME = "amounts_in_time"
    """A column a day, as high as its amount."""

    @property
    def upright(self) -> bool:
        """Whether its bars stand beside each other."""
        return self in (Shape.SHARES_IN_TIME, Shape.AMOUNTS_IN_TIME)


class Fill(StrEnum):
    """How a part is filled, so that it can be told without its colour."""

    SOLID = "solid"
    TINT = "tint"
    HATCHED = "hatched"


@dataclass(frozen=True, slots=True)
class Tone:
    """A part's colour, by the name of a theme's token, and how it is filled."""

    token: str
    fill: Fill = Fill.SOLID


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: its words, how much it is, and the letters behind it: how many, and how the queue finds them."""

    words: str
    tone: Tone
    count: int
    letters: int
    facet: Facet


@dataclass(frozen=True, slots=True)
class Bar:
    """One row or column: its name, its parts, its share where it has one, and what is written beside it.

    `tick` and `era` are its name under a column: `Oct`, and `2016` where a new one begins.
    """

    name: str
    parts: tuple[Part, ...]
    share: Share | None = None
    figure: str = ""
    counted: str = ""
    tick: str = ""
    era: str = ""

    @property
    def amount(self) -> int:
        return sum(part.count for part in self.parts)

    def ends(self, *, of_all: bool) -> tuple[float, ...]:
        """Where its parts meet, from 0 on: in what they count, or as shares of all of it."""
        total = (self.amount or 1) if of_all else 1
        return tuple(count / total for count in accumulate((part.count for part in self.parts), initial=0))

    @property
    def few(self) -> bool:
        """Whether it is too little to tell anything."""
        return self.share is not None and self.share.of < FEW

    def share_of(self, part: Part) -> Share | None:
        """What part of the bar a part is; None where the bar is an amount."""
        return Share(part.count, self.share.of) if self.share else None


FEW = 10
"""Shares of fewer than this are drawn hollow: their interval spans most of the chart."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A question answered: its id, title and sentence, what its parts count, its bars, and a share to compare with."""

    id: str
    title: str
    told: str
    shape: Shape
    unit: str
    bars: tuple[Bar, ...]
    reference: Share | None = None
    nothing: str = ""

    @property
    def legend(self) -> tuple[tuple[str, Tone], ...]:
        """The words and tones of its parts, each once; none where the bars have but one kind, or say it by name."""
        parts = ((part.words, part.tone) for bar in self.bars for part in bar.parts if part.words != bar.name)
        kinds = dict.fromkeys(parts)
        return tuple(kinds) if len(kinds) > 1 else ()
