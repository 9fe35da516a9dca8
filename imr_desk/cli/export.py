"""`imr-desk export`: what people made of the letters, out of a store."""

from __future__ import annotations

from pathlib import Path

from imr_desk.cli.printing import print_lines, say
from imr_desk.desk.going_out.exporting import ALL, VERIFIED, lines_of
from imr_desk.exchange.lines import write_whole
from imr_desk.store.store import Store


def run(path: Path, out: Path | None, *, everything: bool) -> int:
    """Print or write the letters in the order they came in; 1 where a damaged one had to be left out."""
    left_out: list[str] = []
    with Store.open(path) as store:
        lines = lines_of(store, ALL if everything else VERIFIED, left_out)
        if out is None:
            print_lines(lines)
        else:
            write_whole(out, lines)
    for sentence in left_out:
        say(sentence)
    return 1 if left_out else 0
