"""What is still to do before a letter is verified: the next field to look at, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from imr_desk.desk.sitting.naming import field_name
from imr_desk.letter.field import form_order, is_field
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.record import Record


@dataclass(frozen=True, slots=True)
class FieldsToLookAt:
    """Fields of which the parser is not sure and that nobody has looked at."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenError:
    """An error that nobody has corrected or acknowledged."""

    finding: Finding


Obstacle = FieldsToLookAt | OpenError
_ERRORS = frozenset({Severity.ERROR})
_OTHERS = frozenset({Severity.WARNING, Severity.REVIEW})


def obstacle(record: Record, open_findings: tuple[Finding, ...]) -> Obstacle | None:
    """What keeps the letter from being verified, if anything: an open error first, then fields to look at."""
    error = next((finding for finding in open_findings if finding.severity is Severity.ERROR), None)
    if error is not None:
        return OpenError(error)
    doubtful = record.to_look_at
    return FieldsToLookAt(doubtful) if doubtful else None


def obstacle_field(stands: Obstacle) -> str | None:
    """The field to go to for an obstacle."""
    fields = stands.paths if isinstance(stands, FieldsToLookAt) else stands.finding.fields
    return next(iter(fields), None)


def sentence(stands: Obstacle) -> str:
    """Why the letter is not verified yet, and what to do."""
    match stands:
        case OpenError(finding):
            say = _tr("Not verified: check {rule} is open. {message} Correct it, or acknowledge it with a reason.")
            return say.format(rule=finding.rule, message=finding.message)
        case FieldsToLookAt(paths):
            names = "; ".join(field_name(path) for path in paths[:3])
            more = "; ..." if len(paths) > 3 else "."
            say = _tr("Not verified: fields still to look at: {count}. Enter goes through them: {names}{more}")
            return say.format(count=len(paths), names=names, more=more)
        case _:
            assert_never(stands)


def next_field(
    record: Record, open_findings: tuple[Finding, ...], path: str | None, backwards: bool = False
) -> str | None:
    """The next to look at after `path`, round to the start: doubtful fields, then those of open errors, then those of
    other open checks, as long as nobody stands behind them."""
    errors, others = _named(open_findings, _ERRORS), _named(open_findings, _OTHERS)
    unseen = tuple(field for field in others if not record.at(field).by_person)
    waiting = (record.to_look_at, errors, unseen)
    return next(filter(None, (_after(fields, path, backwards) for fields in waiting)), None)


def _named(findings: tuple[Finding, ...], severities: frozenset[Severity]) -> tuple[str, ...]:
    """The first field that each finding of these severities names, in the form's order."""
    first = {field for one in findings if one.severity in severities for field in one.fields[:1] if is_field(field)}
    return tuple(sorted(first, key=form_order))


def _after(candidates: tuple[str, ...], path: str | None, backwards: bool) -> str | None:
    others = [field for field in candidates if field != path]
    if path is None or not others:
        return next(iter(reversed(others) if backwards else others), None)
    here = form_order(path)
    if backwards:
        return next((one for one in reversed(others) if form_order(one) < here), others[-1])
    return next((one for one in others if form_order(one) > here), others[0])


def _tr(text: str) -> str:
    return QCoreApplication.translate("attention", text)
