"""The figures behind the charts, counted in a store: small drugs by their class, what is rare together. Knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from imr_desk.letter.review import LetterState
from imr_desk.parser.words.drugs import drug_named
from imr_desk.store.figures.facts import Dimension
from imr_desk.store.figures.tallies import Tally
from imr_desk.store.kept.stored import TrackRecord
from imr_desk.store.kept.work import WorkDone
from imr_desk.store.store import Store

MOST = 14
"""So many groups are counted each for itself; what is rarer is counted together."""
OTHERS = "\N{HORIZONTAL ELLIPSIS}others"
"""The name of what is counted together."""
UNCLASSED = "\N{HORIZONTAL ELLIPSIS}unclassed"
"""The class of drugs that the drug table does not know."""


@dataclass(frozen=True)
class Grouped:
    """A dimension's outcomes by group, and the values that each group is made of."""

    dimension: Dimension
    tallies: tuple[Tally, ...]
    members: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Counts:
    """All that the charts show, of the verified letters or of all as read; the rest is the same for both.

    `fields` has the parser's record by field pattern, `corrected` in how many letters a person put another value,
    `uncounted` how many letters of an older store are in none of the figures yet.
    """

    verified: bool
    outcomes: Mapping[Dimension, Grouped]
    findings: tuple[Tally, ...]
    fields: Mapping[str, TrackRecord]
    corrected: Mapping[str, int]
    work: tuple[WorkDone, ...]
    states: Mapping[LetterState, int]
    uncounted: int = 0


def counts(store: Store, verified: bool) -> Counts:
    """Count everything; raises StoreError."""
    plain = (Dimension.ALL, Dimension.CATEGORY, Dimension.SPECIALTY, Dimension.REVIEWED)
    outcomes = {one: counted(store, one, verified) for one in plain}
    outcomes[Dimension.DRUG] = counted(store, Dimension.DRUG, verified, drug_class)
    outcomes[Dimension.MONTH] = counted(store, Dimension.MONTH, verified, most=None)
    return Counts(
        verified,
        outcomes,
        store.tallies(Dimension.FINDING, verified),
        store.field_records(),
        {tally.value: tally.letters for tally in store.tallies(Dimension.CORRECTED, True)},
        store.work(),
        store.counts(),
        store.uncounted(),
    )


def counted(
    store: Store,
    dimension: Dimension,
    verified: bool,
    group_of: Callable[[str], str] = str,
    most: int | None = MOST,
) -> Grouped:
    """Count a dimension by group; the rarest groups together where there are more than `most`."""
    by_value = store.tallies(dimension, verified)
    sizes: Counter[str] = Counter()
    for tally in by_value:
        sizes[group_of(tally.value)] += tally.times
    shown = {name for name, _ in sizes.most_common(most if most and len(sizes) > most + 1 else None)}
    groups = {tally.value: name if (name := group_of(tally.value)) in shown else OTHERS for tally in by_value}
    plain = all(value == name for value, name in groups.items())
    found = by_value if plain else store.tallies(dimension, verified, groups)
    members = {name: tuple(value for value in groups if groups[value] == name) for name in set(groups.values())}
    return Grouped(dimension, found, members)


@lru_cache(maxsize=8192)
def drug_class(name: str) -> str:
    """The class of the drug of that name, by the names of the state's search form."""
    drug = drug_named(name)
    return drug.drug_class if drug else UNCLASSED
