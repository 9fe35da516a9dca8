"""Moments as the store writes them."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """This moment, as it is written."""
    return written(datetime.now(UTC))


def written(moment: datetime) -> str:
    """In UTC to the millisecond, so that moments sort as texts."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
