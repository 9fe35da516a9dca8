"""The keys of every action: those of the table, but for those that a person changed; none ever means two things."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from imr_desk.ui.actions import ACTIONS, ActionSpec
from imr_desk.ui.keyboard.spoken_for import normal, spoken_for

Changes = Mapping[str, tuple[str, ...]]
SPECS: Mapping[str, ActionSpec] = MappingProxyType({spec.id: spec for spec in ACTIONS})


@dataclass(frozen=True, slots=True)
class Refused:
    """A key that an action cannot have: why, and the action that has it, where it is one of the table."""

    sentence: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class KeyTable:
    """The keys in force; `changed` holds only actions whose keys are not the table's."""

    changed: Changes = field(default_factory=dict)

    def keys(self, id: str) -> tuple[str, ...]:
        """The keys of an action, the first one to be shown; KeyError where the table has none of that id."""
        own = SPECS[id].keys
        return self.changed.get(id, own)

    def owner(self, key: str) -> str | None:
        """The action that hears a key."""
        return next((id for id in SPECS if key.lower() in map(str.lower, self.keys(id))), None)

    def with_key(self, id: str, key: str) -> KeyTable | Refused:
        """Another key for an action, after those it has."""
        spelled = normal(key)
        refused = self._refusal(id, spelled)
        if refused is not None:
            return refused
        return self if spelled in self.keys(id) else self._with(id, (*self.keys(id), spelled))

    def without_key(self, id: str, key: str) -> KeyTable:
        """One key fewer for an action."""
        return self._with(id, tuple(one for one in self.keys(id) if one != key))

    def reset(self, id: str) -> KeyTable | Refused:
        """The table's own keys for an action again; refused where another has got one of them meanwhile."""
        refusals = (self._refusal(id, key) for key in SPECS[id].keys)
        return next((one for one in refusals if one is not None), None) or self._with(id, SPECS[id].keys)

    def _with(self, id: str, keys: tuple[str, ...]) -> KeyTable:
        changed = {**self.changed, id: keys}
        if keys == SPECS[id].keys:
            del changed[id]
        return KeyTable(changed)

    def _refusal(self, id: str, key: str) -> Refused | None:
        if not key:
            return Refused(_tr("That key cannot be told apart from others."))
        owner = self.owner(key)
        if owner is not None and owner != id:
            sentence = _tr("{key} is a key of “{action}”. Take it away there first, or press another.")
            return Refused(sentence.format(key=key, action=said(SPECS[owner])), owner)
        other = None if key in SPECS[id].keys else spoken_for(key)
        return None if other is None else Refused(other)


def said(spec: ActionSpec) -> str:
    """An action's words, without the mark of its mnemonic."""
    return QCoreApplication.translate("actions", spec.text).replace("&", "").rstrip(".")


def written(table: KeyTable) -> str:
    """What a person changed, as words to be remembered."""
    return json.dumps(dict(table.changed)) if table.changed else ""


def recalled(words: str) -> tuple[KeyTable, tuple[str, ...]]:
    """The table from remembered words, and the names of what did not fit into it any more: there the own keys stand.

    A change does not fit where its action is gone, its keys are none, or they now belong to something else.
    """
    changes, lost = _read(words)
    while clashing := _clashing(changes):
        lost.extend(clashing)
        changes = {id: keys for id, keys in changes.items() if id not in clashing}
    return KeyTable(changes), tuple(lost)


def _read(words: str) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The changes that make sense each by itself, and the names of those that do not."""
    if not words:
        return {}, []
    try:
        kept = json.loads(words)
    except ValueError:
        return {}, [_tr("all of them")]
    if not isinstance(kept, dict):
        return {}, [_tr("all of them")]
    good = {id: tuple(dict.fromkeys(keys)) for id, keys in kept.items() if id in SPECS and _could_be(id, keys)}
    return good, [str(id) for id in kept if id not in good]


def _could_be(id: str, keys: object) -> bool:
    return isinstance(keys, list) and all(isinstance(key, str) and _fits(id, key) for key in keys)


def _fits(id: str, key: str) -> bool:
    return key in SPECS[id].keys or (bool(key) and normal(key) == key and spoken_for(key) is None)


def _clashing(changes: Changes) -> list[str]:
    """The changed actions that share a key with another."""
    table = KeyTable(changes)
    users: dict[str, list[str]] = {}
    for id in SPECS:
        for key in _once(table.keys(id)):
            users.setdefault(key, []).append(id)
    shared = {id for ids in users.values() if len(ids) > 1 for id in ids}
    return [id for id in changes if id in shared]


def _once(keys: Iterable[str]) -> set[str]:
    return {key.lower() for key in keys}


def _tr(text: str) -> str:
    return QCoreApplication.translate("keys", text)
