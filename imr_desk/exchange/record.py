"""A record in the annotation shape, and back: the shape's tree walked along the record's paths.

`besides` holds by path what the shape has no room for, so that reading back yields the very same record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from imr_desk.exchange.errors import NotInShape
from imr_desk.exchange.leaf import GIVEN, entry_json, entry_of
from imr_desk.exchange.places import Json
from imr_desk.exchange.shape import LETTER, Group, Leaf, Many, Node
from imr_desk.letter import path as paths
from imr_desk.letter.entry import NOTHING, Absent, Entry, Found, Origin
from imr_desk.letter.record import Record
from imr_desk.letter.text import LetterText

_BARE = frozenset(
    {"ur_events[].text", "items[].category", "items[].retrospective", "items[].medication.ingredients[]"}
    | {f"items[].{side}_guideline.basis" for side in ("claims_administrator", "maximus")}
    | {
        f"items[].{side}_guideline.citations[].{member}"
        for side in ("claims_administrator", "maximus")
        for member in ("source", "title", "year", "sections[]", "pages")
    }
)
"""Fields that the shape gives as a value only, without words or place."""
_KIND = "items[].kind"
"""Not in the shape: it tells which of `medication` and `service` is."""
_PARTS = {"medication": "drug", "service": "service"}


def record_json(record: Record, text: LetterText) -> Json:
    """The record in the shape, and `besides` what the shape has no room for."""
    besides = {
        path: entry_json(entry, text)
        for path, entry in record.entries.items()
        if entry != NOTHING and not _has_room(path, entry, record)
    }
    shaped: Json = _json(LETTER, "", record, text)
    return {**shaped, "besides": besides}


def read_record(data: Mapping[str, Any], text: LetterText | None) -> Record:
    """The record that the object tells: the inverse of `record_json`, and a reader of the gold labels.

    Fields that the object leaves out are not found. Places are found again in `text`; without it only the spans
    that are given by their offsets are known. Raises NotInShape.
    """
    try:
        return _record(data, text)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotInShape(f"This is no letter in the annotation shape ({type(error).__name__}: {error}).") from error


def _record(data: Mapping[str, Any], text: LetterText | None) -> Record:
    entries = dict(_entries(LETTER, "", data, text))
    besides = {path: entry_of(leaf, text) for path, leaf in data.get("besides", {}).items()}
    if "besides" in data:
        unsaid = [path for path in entries if path.endswith(".retrospective") and path not in besides]
        entries |= dict.fromkeys(unsaid, NOTHING)
    return Record({**entries, **besides})


def _json(node: Node, path: str, record: Record, text: LetterText) -> Any:
    match node:
        case Leaf(pattern):
            return _leaf_json(pattern, record.at(path), text)
        case Many(entry):
            return [_json(entry, each, record, text) for each in record.each(path)]
        case Group(members):
            if not _is_there(path, record):
                return None
            inner = {name: _json(member, _below(path, name), record, text) for name, member in members.items()}
            return _group_json(path, inner)


def _group_json(path: str, members: Json) -> Json:
    if path.endswith("_guideline"):
        return {"text": None, **(members["text"] or {}), **{name: members[name] for name in ("basis", "citations")}}
    return {name: member for name, member in members.items() if name != "kind"}


def _leaf_json(pattern: str, entry: Entry, text: LetterText) -> Any:
    if pattern in _BARE:
        return bool(entry.value) if pattern.endswith(".retrospective") else entry.value
    if isinstance(entry.outcome, Absent):
        return None
    leaf = entry_json(entry, text)
    return {**leaf, "polarity": entry.value} if pattern.endswith(".conclusion") else leaf


def _is_there(path: str, record: Record) -> bool:
    """Whether a part of an item that may be missing is there."""
    item, _, name = path.rpartition(".")
    if name in _PARTS:
        return record.at(f"{item}.kind").value == _PARTS[name]
    return name != "modification" or any(record.at(below).value is not None for below in record.under(path))


def _has_room(path: str, entry: Entry, record: Record) -> bool:
    """Whether the shape tells all of the entry."""
    pattern = paths.pattern(path)
    if isinstance(entry.outcome, Absent) or pattern in _BARE or pattern == _KIND:
        return False
    return all(_is_there(ancestor, record) for ancestor in paths.lineage(path))


def _entries(node: Node, path: str, data: Any, text: LetterText | None) -> Iterator[tuple[str, Entry]]:
    match node:
        case Leaf(pattern):
            yield path, _entry(pattern, data, text)
        case Many(entry):
            for place, one in enumerate(data or ()):
                yield from _entries(entry, f"{path}[{place}]", one, text)
        case Group(members):
            for name, member in members.items():
                yield from _entries(member, _below(path, name), _member(path, name, data or {}), text)


def _member(path: str, name: str, data: Mapping[str, Any]) -> Any:
    if path.endswith("_guideline") and name == "text":
        return data if data.get("text") is not None else None
    if name == "kind":
        return next((kind for part, kind in _PARTS.items() if data.get(part) is not None), None)
    return data.get(name)


def _entry(pattern: str, data: Any, text: LetterText | None) -> Entry:
    if data is None:
        return NOTHING
    if pattern in _BARE or pattern == _KIND:
        return Entry(Found(data, None, GIVEN, 1.0, Origin.COMPUTED))
    if pattern.endswith(".conclusion"):
        return entry_of({"value": data["polarity"], **data}, text)
    return entry_of(data, text)


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
