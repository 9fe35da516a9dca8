"""Reasons that people give again and again, to be taken by one key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def for_postponing() -> tuple[str, ...]:
    """Why a letter is left for later."""
    return _translated("Pages missing", "Hard to read", "Ask the supervisor")


def for_rejecting() -> tuple[str, ...]:
    """Why a letter does not belong here."""
    return _translated("Not an IMR letter", "Another copy is kept")


def for_acknowledging() -> tuple[str, ...]:
    """Why a check may stand."""
    return _translated("As printed", "Checked against the page")


def _translated(*reasons: str) -> tuple[str, ...]:
    return tuple(QCoreApplication.translate("usual_reasons", reason) for reason in reasons)
