"""What the commands print: sentences for the person, lines for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable


def say(sentence: str) -> None:
    """Tell the person, beside the output."""
    print(sentence, file=sys.stderr, flush=True)


def print_lines(lines: Iterable[str]) -> None:
    """Print each line as soon as it is there."""
    for each in lines:
        print(each, flush=True)
