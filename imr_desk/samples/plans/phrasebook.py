"""What sample letters are made of: body regions, drugs, services, topics and sentences from `resources/samples/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from imr_desk.paths import resources


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the body and what is said of it; `guideline` is its MTUS chapter and year."""

    parts: tuple[str, ...]
    sided: bool
    limbs: str
    guideline: tuple[str, int]
    odg: str
    acoem: str
    diagnoses: tuple[str, ...]
    mechanisms: tuple[str, ...]
    complaints: tuple[str, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drug:
    """A drug that letters dispute; `misspelt` is a wrong spelling of its name, where it has one."""

    name: str
    ingredients: tuple[str, ...]
    strengths: tuple[str, ...]
    forms: tuple[str, ...]
    quantities: tuple[int, ...]
    topic: str
    misspelt: str = ""
    schedule_2: bool = False


@dataclass(frozen=True, slots=True)
class Compound:
    """What compounded creams are mixed of."""

    topic: str
    patterns: tuple[str, ...]
    colons: tuple[str, ...]
    ingredients: tuple[str, ...]
    percentages: tuple[str, ...]
    grams: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Service:
    """A treatment that is no drug: its category and the wordings it is requested in.

    `portion` words a share of its sessions; `colons` are wordings with a colon inside.
    """

    topic: str
    category: str
    requests: tuple[str, ...]
    portion: str = ""
    colons: tuple[str, ...] = ()
    sided: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """What guidelines and reviewers say of a kind of treatment; see `topics.toml` for what each list holds."""

    sections: tuple[str, ...]
    older: tuple[str, ...]
    pages: tuple[str, ...]
    odg: str
    guidance: tuple[str, ...]
    lacking: tuple[str, ...]
    present: tuple[str, ...]
    regional: bool = False
    chapter: tuple[str, int] | None = None
    older_chapter: str = "Chronic Pain Treatment Guidelines"
    odg_chapter: str = ""
    afterthought: str = ""


@dataclass(frozen=True)
class Fixed:
    """The fixed paragraphs, and what reviewers are: states by postal code, specialties."""

    how: str
    summary: str
    items: str
    specialties: tuple[str, ...]
    states: Mapping[str, str]


@dataclass(frozen=True)
class Phrasebook:
    """All of it; `sentences` are lists by name, `conclusions.upheld` for nested ones."""

    regions: tuple[Region, ...]
    drugs: tuple[Drug, ...]
    forms: Mapping[str, str]
    compound: Compound
    services: tuple[Service, ...]
    topics: Mapping[str, Topic]
    fixed: Fixed
    sentences: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def phrasebook() -> Phrasebook:
    """The phrases as shipped, read once."""
    drugs = _read("drugs.toml")
    return Phrasebook(
        regions=tuple(Region(**entry) for entry in _read("regions.toml")["regions"]),
        drugs=tuple(Drug(**entry) for entry in drugs["drugs"]),
        forms=drugs["forms"],
        compound=Compound(**drugs["compound"]),
        services=tuple(Service(**entry) for entry in _read("services.toml")["services"]),
        topics={name: Topic(**entry) for name, entry in _read("topics.toml").items()},
        fixed=Fixed(**_read("fixed.toml")),
        sentences=_flat(_read("phrases.toml")),
    )


def _read(file: str) -> dict[str, Any]:
    content = tomllib.loads((resources() / "samples" / file).read_text(encoding="utf-8"))
    return {name: _frozen(value) for name, value in content.items()}


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(one) for one in value)
    if isinstance(value, dict):
        return {name: _frozen(one) for name, one in value.items()}
    return value


def _flat(tables: Mapping[str, Any], prefix: str = "") -> dict[str, tuple[str, ...]]:
    flat: dict[str, tuple[str, ...]] = {}
    for name, value in tables.items():
        flat |= _flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name: value}
    return flat
