"""What a generated letter is to be like: the knobs a test, the demo or a benchmark turns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Template(StrEnum):
    """The generations of letters, as the parser names them."""

    A = "A"
    B = "B"
    C = "C"
    D1 = "D1"
    D2 = "D2"
    D3 = "D3"
    E = "E"


class Quirk(StrEnum):
    """An irregularity that real letters have."""

    MODIFIED = "modified"
    """Utilization review authorized a part: the heading tells of the original, the authorized and the rest."""
    COMPOUND = "compound"
    COLONS = "colons"
    """Colons inside requests."""
    OUTCOME_ALONE = "outcome_alone"
    """The outcome on a line of its own."""
    NUMBERED = "numbered"
    """Numbers printed before some of the requests, not always the right ones."""
    RETROSPECTIVE = "retrospective"
    MISSPELT = "misspelt"
    UNKNOWN_AGE = "unknown_age"
    UNCITED = "uncited"
    """A guideline block that cites nothing."""
    HYPHENS = "hyphens"
    """Dates with hyphens, which lines may break."""
    BAD_BREAKS = "bad_breaks"
    """Pages that end early, in the middle of whatever stands there."""
    BLANK_PAGE = "blank_page"
    CURLY = "curly"
    """Curly quotes, degree and multiplication signs."""
    GLUED = "glued"
    """No blank after some full stops, two after others."""
    AFTERTHOUGHT = "afterthought"
    """Sentences after the conclusion."""
    SHOUTED = "shouted"
    """`IS NOT` in capitals and other odd forms of the conclusion."""
    CONFLICTING_DATES = "conflicting_dates"
    """The summary's injury date is another than the header's."""
    CONTRADICTION = "contradiction"
    """One item's rationale concludes against its outcome; not in template C, which has no other outcome."""
    EXPEDITED = "expedited"


class Decisions(StrEnum):
    """How the items are decided; `AS_USUAL` upholds nine in ten."""

    AS_USUAL = "as_usual"
    UPHELD = "upheld"
    OVERTURNED = "overturned"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Variation:
    """The knobs. `items` is 1..25, or None for as many as letters usually have."""

    template: Template = Template.D3
    items: int | None = None
    header: bool = True
    decisions: Decisions = Decisions.AS_USUAL
    quirks: frozenset[Quirk] = frozenset()

    @property
    def key(self) -> str:
        """The variation in a word that tells it from all others."""
        quirks = ",".join(sorted(self.quirks))
        return f"{self.template}/{self.items}/{self.header}/{self.decisions}/{quirks}"

    def has(self, quirk: Quirk) -> bool:
        return quirk in self.quirks


PLAIN = Variation()
