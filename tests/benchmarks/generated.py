"""How the parser does on letters of our own making, over all templates and quirks, whose true values are known.

`python -m tests.benchmarks.generated [COUNT] [FIRST_SEED]` prints whole letters by template and the fields missed.
"""

from __future__ import annotations

import sys
from collections import Counter

from imr_desk.letter import path as paths
from imr_desk.parser.parse import parse
from imr_desk.quality.accuracy import Accuracy, compare, together
from imr_desk.samples.bulk import many


def main(count: int = 1000, first_seed: int = 500_000) -> None:
    """Parse so many letters and print what became of them."""
    by_template: dict[str, list[Accuracy]] = {}
    for letter in many(count, first_seed):
        template = letter.plan.variation.template.value
        read = parse(letter.text).record
        by_template.setdefault(template, []).append(compare(letter.file, letter.truth, read))
    every = together(score for scores in by_template.values() for score in scores)
    for template, scores in sorted(by_template.items()):
        whole = sum(score.whole for score in scores)
        print(f"{template:4} core letters {whole}/{len(scores)}")
    print(f"all  core letters {every.whole}/{every.letters} = {every.whole / every.letters:.4f}")
    print(f"slots right {every.single.right}/{every.single.slots}, list F1 {every.lists.f1:.4f}")
    for field, missed in Counter(paths.pattern(miss.path) for miss in every.misses).most_common(12):
        print(f"  missed {missed:3}  {field}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
