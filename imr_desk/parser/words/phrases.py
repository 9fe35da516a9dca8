"""What letters say, as lists of patterns in `resources/vocabulary/phrases.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from imr_desk import paths
from imr_desk.parser.words.printed import printed


def any_of(name: str) -> str:
    """A pattern for any phrase of a list, as whole words; lists are named `section.list`."""
    section, _, listing = name.partition(".")
    return rf"(?<!\w)(?:{'|'.join(_phrases()[section][listing])})(?!\w)"


@cache
def phrase(name: str) -> re.Pattern[str]:
    """The same, compiled."""
    return printed(any_of(name))


@cache
def _phrases() -> Mapping[str, Mapping[str, list[str]]]:
    data = tomllib.loads((paths.resources() / "vocabulary" / "phrases.toml").read_text("utf-8"))
    return {section: lists for section, lists in data.items() if isinstance(lists, dict)}
