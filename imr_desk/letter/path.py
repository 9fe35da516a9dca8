"""Field paths (`items[2].medication.strength`): the key to a field everywhere."""

from __future__ import annotations

import re
from functools import lru_cache

Step = str | int
_STEP = re.compile(r"\.?([a-z_]+)|\[(\d+)\]")


@lru_cache(maxsize=65536)
def steps(path: str) -> tuple[Step, ...]:
    """The names and list positions of a path, in order; ValueError where it is no path."""
    found = tuple(int(match[2]) if match[2] else match[1] for match in _STEP.finditer(path))
    if not found or join(found) != path:
        raise ValueError(f"no field path: {path!r}")
    return found


def join(parts: tuple[Step, ...]) -> str:
    """The path of these steps."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts).removeprefix(".")


@lru_cache(maxsize=65536)
def pattern(path: str) -> str:
    """The path with its list positions left out: `items[].medication.strength`."""
    return re.sub(r"\[\d+\]", "[]", path)


@lru_cache(maxsize=65536)
def lineage(path: str) -> tuple[str, ...]:
    """The path's ancestors from the outermost, itself last."""
    parts = steps(path)
    return tuple(join(parts[:length]) for length in range(1, len(parts) + 1))


def list_and_place(entry_path: str) -> tuple[str, int]:
    """A list entry's path as the list's path and the position: `items[2]` -> `("items", 2)`."""
    listing, _, place = entry_path.rpartition("[")
    return listing, int(place.removesuffix("]"))


@lru_cache(maxsize=65536)
def position(path: str, listing: str) -> int | None:
    """At which place of the list `listing` a path below it stands, or None where it stands elsewhere."""
    match = re.match(re.escape(listing) + r"\[(\d+)\]", path)
    return int(match[1]) if match else None
