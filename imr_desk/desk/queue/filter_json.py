"""A query as JSON text and back: what a saved filter is kept as."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, assert_never

from imr_desk.letter.review import LetterState
from imr_desk.store.figures.facet import Facet, OfFacts, OfState, OfWork
from imr_desk.store.figures.facts import Dimension
from imr_desk.store.kept.work import Deed
from imr_desk.store.queue.query import Order, QueueQuery, Trait


def query_json(query: QueueQuery) -> dict[str, Any]:
    """The query as plain values; what is as usual is left out, and so are letters that were picked one by one."""
    usual = _plain(QueueQuery())
    return {name: plain for name, plain in _plain(query).items() if plain != usual[name]}


def read_query(plain: Mapping[str, Any]) -> QueueQuery:
    """The inverse of `query_json`; ValueError, KeyError or TypeError where it is none."""
    return QueueQuery(
        states=frozenset(map(LetterState, plain.get("states", ()))),
        words=str(plain.get("words", "")),
        order=Order(plain.get("order", Order.ID)),
        descending=bool(plain.get("descending", False)),
        assignee=_or_none(plain.get("assignee"), str),
        urgency=_or_none(plain.get("urgency"), int),
        traits=frozenset(map(Trait, plain.get("traits", ()))),
        facet=_or_none(plain.get("facet"), _read_facet),
        sample=_or_none(plain.get("sample"), int),
    )


def written(queries: Mapping[str, QueueQuery]) -> str:
    """Queries by name, as JSON text."""
    return json.dumps([{"name": name, **query_json(query)} for name, query in queries.items()], ensure_ascii=False)


def read(text: str) -> dict[str, QueueQuery]:
    """The queries by name; one that a later version wrote, or nobody, is left out."""
    try:
        listed = json.loads(text)
    except ValueError:
        return {}
    found: dict[str, QueueQuery] = {}
    for plain in listed if isinstance(listed, list) else ():
        try:
            found[str(plain["name"])] = read_query(plain)
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
    return found


def _plain(query: QueueQuery) -> dict[str, Any]:
    return {
        "states": sorted(query.states),
        "words": query.words,
        "order": query.order.value,
        "descending": query.descending,
        "assignee": query.assignee,
        "urgency": query.urgency,
        "traits": sorted(query.traits),
        "facet": None if query.facet is None else _facet_json(query.facet),
        "sample": query.sample,
    }


def _facet_json(facet: Facet) -> dict[str, Any]:
    match facet:
        case OfFacts(dimension, name, values, outcome, verified):
            about = {"dimension": dimension.value, "called": name, "outcome": outcome, "verified": verified}
            return {"of": "facts", "values": None if values is None else list(values), **about}
        case OfWork(day, deed, who):
            return {"of": "work", "day": day.isoformat(), "deed": deed.value, "who": who}
        case OfState(state):
            return {"of": "state", "state": state.value}
        case _:
            assert_never(facet)


def _read_facet(plain: Mapping[str, Any]) -> Facet:
    match plain["of"]:
        case "facts":
            values = None if plain["values"] is None else tuple(map(str, plain["values"]))
            dimension = Dimension(plain["dimension"])
            return OfFacts(dimension, str(plain["called"]), values, plain["outcome"], bool(plain["verified"]))
        case "work":
            return OfWork(date.fromisoformat(plain["day"]), Deed(plain["deed"]), plain["who"])
        case "state":
            return OfState(LetterState(plain["state"]))
        case other:
            raise ValueError(f"no letters are told by {other}")


def _or_none(plain: Any, read_as: Any) -> Any:
    return None if plain is None else read_as(plain)
