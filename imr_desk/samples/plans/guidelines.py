"""Guideline blocks: what each side based its decision on, worded as the template words it, every citation marked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from random import Random

from imr_desk.samples.paper.passage import Passage, field, filled, joined
from imr_desk.samples.plans.phrasebook import Region, Topic
from imr_desk.samples.plans.variation import Template


class Basis(StrEnum):
    """What a decision was based on."""

    MTUS = "mtus"
    NON_MTUS = "non_mtus"
    BOTH = "both"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two who cite: its field, its name and the label of its block, and its name and pronoun in 2013."""

    field: str
    name: str
    label: str
    early_name: str
    early_whose: str


CLAIMS_ADMINISTRATOR = Side(
    "claims_administrator_guideline",
    "The Claims Administrator",
    "Claims Administrator guideline:",
    "The Claims Administrator",
    "its",
)
MAXIMUS = Side("maximus_guideline", "The Expert Reviewer", "MAXIMUS guideline:", "The Physician Reviewer", "his/her")

_UNCITED = "{name} did not cite any medical evidence for its decision."
_OUTSIDE = {
    Template.D1: "{name} did not base their decision on the MTUS. Decision based on Non-MTUS Citation {cited}.",
    Template.D2: "{name} did not base their decision on the MTUS. Decision based on Non-MTUS Citation {cited}.",
    Template.D3: "{name} based their decision on recommendation(s) outside of the MTUS Guidelines. "
    "Decision based on Non-MTUS Citation {cited}.",
}
_ODG_FORMS = (
    ("{source} (ODG), {title}, {section}", "{chapter}"),
    ("{source} (ODG) {title}, {section}", "{chapter} Chapter"),
    ("{source}, {title} - {section}", "{chapter}"),
    ("{source} (ODG), {title}", "{chapter} Chapter"),
    ("{source}, {title}", "{chapter}"),
)
"""How the ODG is cited, and how the form words the chapter's title."""
_AND_OTHER = " and Other Medical Treatment Guidelines "
_CHRONIC_PAIN = ("Chronic Pain Medical Treatment", 2016)
_OTHER_SOURCES = (
    "UpToDate",
    "www.drugs.com",
    "ACR Appropriateness Criteria",
    "https://medlineplus.gov/drug-information-by-name/index-of-drugs.html",
)


@dataclass(frozen=True, slots=True)
class Cited:
    """What there is to cite: the topic of the treatment and the injured region, in letters of a template."""

    topic: Topic
    region: Region
    template: Template

    @property
    def recent(self) -> bool:
        """Whether MTUS citations name sections (2016 on) rather than topics and pages."""
        return self.template in (Template.D3, Template.E)

    @property
    def in_mtus(self) -> bool:
        """Whether the MTUS of that time has something on it."""
        older = bool(self.topic.older) or self.topic.older_chapter == "Acupuncture Treatment Guidelines"
        return bool(self.topic.sections or self.topic.chapter) if self.recent else older


def guideline(side: Side, cited: Cited, basis: Basis, rng: Random) -> Passage:
    """The words of one side's block, marked `text`, `basis` and `citations[..]` below the side's field."""
    words = _worded(side, cited, basis, rng)
    return words.marked("text", words.text).knowing("basis", basis.value).under(side.field)


def early_guideline(side: Side, cited: Cited, rng: Random) -> Passage:
    """The sentence of letters of 2013 on what one side relied on; marked as `guideline` marks its block."""
    citation = _mtus(cited, rng)[0] if cited.in_mtus else _odg(cited, rng)
    basis = Basis.MTUS if cited.in_mtus else Basis.NON_MTUS
    sentence = filled("{name} based {whose} decision on the {citation}.", name=side.early_name, whose=side.early_whose,
                      citation=citation.under("citations[0]"))  # fmt: skip
    return sentence.marked("text", sentence.text).knowing("basis", basis.value).under(side.field)


def possible_basis(cited: Cited, rng: Random, uncited: float) -> Basis:
    """What that side may well have cited; `uncited` is the share that cites nothing."""
    if rng.random() < uncited:
        return Basis.NONE
    return rng.choice([Basis.MTUS] * 4 + [Basis.BOTH, Basis.NON_MTUS]) if cited.in_mtus else Basis.NON_MTUS


def _worded(side: Side, cited: Cited, basis: Basis, rng: Random) -> Passage:
    if basis is Basis.NONE:
        return filled(_UNCITED, name=side.name)
    mtus = [] if basis is Basis.NON_MTUS else _mtus(cited, rng)
    others = [] if basis is Basis.MTUS else _non_mtus(cited, rng)
    numbered = [citation.under(f"citations[{place}]") for place, citation in enumerate([*mtus, *others])]
    inside, outside = joined(", and ", numbered[: len(mtus)]), joined(_AND_OTHER, numbered[len(mtus) :])
    match basis:
        case Basis.MTUS:
            return filled("Decision based on {inside}.", inside=inside)
        case Basis.NON_MTUS:
            return filled(_OUTSIDE.get(cited.template, _OUTSIDE[Template.D3]), name=side.name, cited=outside)
        case Basis.BOTH:
            both = "Decision based on {inside}. Decision based on Non-MTUS Citation {outside}."
            return filled(both, inside=inside, outside=outside)


def _mtus(cited: Cited, rng: Random) -> list[Passage]:
    """One chapter of the MTUS, now and then two; the word MTUS is printed before the first."""
    if not cited.recent:
        return [field("source", "MTUS") + " " + _topics(cited.topic, rng)]
    chapter = cited.region.guideline if cited.topic.regional else cited.topic.chapter or _CHRONIC_PAIN
    first = field("source", "MTUS") + " " + _chapter(chapter, _some(cited.topic.sections, rng))
    second = _chapter(_CHRONIC_PAIN, ("Introduction",)).knowing("source", "MTUS")
    return [first, second] if chapter != _CHRONIC_PAIN and rng.random() < 0.15 else [first]


def _chapter(chapter: tuple[str, int], sections: tuple[str, ...]) -> Passage:
    title, year = chapter
    whole = field("title", title) + " " + field("year", str(year), year)
    return whole + ", Section(s): " + _listed(sections, ", ") if sections else whole


def _topics(topic: Topic, rng: Random) -> Passage:
    """The form of 2014-15: topics parted by semicolons, and mostly pages."""
    whole = joined(" ", [field("title", topic.older_chapter), _listed(_some(topic.older, rng), "; ")])
    printed = topic.pages and rng.random() < 0.8
    return whole + " Page(s): " + field("pages", rng.choice(topic.pages)) if printed else whole


def _non_mtus(cited: Cited, rng: Random) -> list[Passage]:
    """The ODG, now and then with or instead of another source."""
    chance = rng.random()
    if chance < 0.12:
        return [field("title", rng.choice(_OTHER_SOURCES)).knowing("source", "other")]
    if chance < 0.2:
        return [field("source", "ACOEM") + " " + field("title", cited.region.acoem) + ", page " + field("pages", "137")]
    acoem = field("source", "ACOEM") + " " + field("title", cited.region.acoem)
    return [_odg(cited, rng), acoem] if chance < 0.25 else [_odg(cited, rng)]


def _odg(cited: Cited, rng: Random) -> Passage:
    chapter = cited.topic.odg_chapter or (cited.region.odg if cited.topic.regional else "Pain")
    form, name = rng.choice(_ODG_FORMS)
    return filled(
        form,
        source=field("source", "Official Disability Guidelines", "ODG"),
        title=field("title", name.format(chapter=chapter)),
        section=field("sections[0]", cited.topic.odg),
    )


def _listed(sections: tuple[str, ...], glue: str) -> Passage:
    return joined(glue, [field(f"sections[{place}]", section) for place, section in enumerate(sections)])


def _some(names: tuple[str, ...], rng: Random) -> tuple[str, ...]:
    return names[: rng.randint(1, len(names))] if names else ()
