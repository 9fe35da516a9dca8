"""Letters by the thousand: every template and every irregularity in turn, for benchmarks and property tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from imr_desk.samples.generate import SampleLetter, generate
from imr_desk.samples.paper.scan import Scan
from imr_desk.samples.plans.variation import Decisions, Quirk, Template, Variation


def many(count: int, first_seed: int = 0, templates: Sequence[Template] = tuple(Template)) -> Iterator[SampleLetter]:
    """So many letters, one at a time, the templates taking turns; a seed's letter is always the same."""
    for seed in range(first_seed, first_seed + count):
        yield generate(seed, any_variation(seed, templates[seed % len(templates)]))


def any_variation(seed: int, template: Template) -> Variation:
    """A variation with none to four irregularities, as letters have them."""
    rng = Random(f"variation {seed}")
    return Variation(
        template=template,
        header=rng.random() < 0.8,
        decisions=rng.choice([Decisions.AS_USUAL] * 4 + [Decisions.MIXED]),
        quirks=frozenset(rng.sample(list(Quirk), rng.choice([0, 0, 1, 1, 2, 3, 4]))),
    )


def any_scan(seed: int, dpi: int = 200) -> Scan:
    """A scan of that resolution, a little askew and dirty; every fourth came by fax."""
    rng = Random(f"scan {seed}")
    return Scan(
        dpi=dpi,
        skew=rng.uniform(-1.2, 1.2),
        noise=rng.randint(0, 25),
        specks=rng.choice([0.0, 0.1, 0.5]),
        fax=seed % 4 == 3,
    )
