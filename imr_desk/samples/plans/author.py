"""The author of a letter: writes the clinical case summary and the rationales, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from imr_desk.samples.paper.passage import Passage, field, filled, joined, passage, unknown
from imr_desk.samples.plans.dates import DateStyle, date_field, written
from imr_desk.samples.plans.phrasebook import Phrasebook
from imr_desk.samples.plans.plan import ItemPlan, LetterPlan
from imr_desk.samples.plans.variation import Quirk

_QUIRKY = {Quirk.CURLY: "signs", Quirk.MISSPELT: "slips"}
"""Sentences that some quirks add to the summary."""


@dataclass(frozen=True, slots=True)
class Author:
    """Knows the facts, has the phrases, keeps to one style of dates and one word for the patient."""

    plan: LetterPlan
    book: Phrasebook
    style: DateStyle
    subject: str
    rng: Random

    def summary(self) -> Passage:
        """The whole case summary; its fields are the patient's, the diagnoses and what utilization review did."""
        wishes = _wishes(self.plan.items)
        return self._told([
            self._opening(),
            self._say("diagnoses", diagnoses=self._diagnoses()),
            self._say("treatments", treatments=listed(self.rng.sample(self.book.sentences["past_care"], 3))),
            self._visit(),
            *self.rng.sample([self._say("pain", score=str(self.rng.randint(3, 8))), self._say("work")], 2),
            *self._small_talk(),
            self._say("plans", requests=wishes, rfa_date=written(self.plan.days.requested, self.style)),
            *self._ur_events(),
            self._say("applications", application_date=written(self.plan.days.application, self.style)),
        ])  # fmt: skip

    def rationale(self, item: ItemPlan) -> Passage:
        """The whole rationale, its last ruling sentence marked as the conclusion."""
        topic, necessary = self.book.topics[item.request.topic], item.upheld == item.contradicted
        facts = topic.present if necessary else topic.lacking
        sentences = [self.rng.choice(topic.guidance), *self.rng.sample(facts, self.rng.randint(1, len(facts)))]
        after = (
            [topic.afterthought or self._any_of("conclusions.afterthoughts")]
            if self.plan.variation.has(Quirk.AFTERTHOUGHT)
            else []
        )
        whole = self._told([*sentences, self._conclusion(item, necessary), *after])
        return whole.marked("rationale", whole.text)

    def _told(self, sentences: Iterable[Passage | str]) -> Passage:
        """The sentences one after another, parted as carefully as the letter was typed."""
        gaps = ["", " ", "  "] if self.plan.variation.has(Quirk.GLUED) else [" "]
        whole, *others = sentences
        for sentence in others:
            whole = whole + self.rng.choice(gaps) + sentence
        return passage(whole)

    def _any_of(self, name: str) -> str:
        return self.rng.choice(self.book.sentences[name])

    def _say(self, name: str, **parts: Passage | str) -> Passage:
        return filled(self._any_of(name), subject=self.subject, **self._pronouns(), **parts)

    def _pronouns(self) -> dict[str, str]:
        return dict(they="she", They="She", them="her") if self.plan.female else dict(they="he", They="He", them="him")

    def _opening(self) -> Passage:
        told = date_field("patient.injury_date", self.plan.told_injury, self.style)
        mechanism = self.rng.choice(self.plan.region.mechanisms)
        return self._say("openings", person=self._person(), injury_date=told, mechanism=mechanism)

    def _person(self) -> Passage:
        """`54-year-old male`, or `man of unknown age`."""
        value, words = ("female", ["female", "woman"]) if self.plan.female else ("male", ["male", "man"])
        age = self.plan.age
        if age is None:
            return field("patient.sex", words[1], value) + " of " + unknown("patient.age", "unknown age")
        form = self.rng.choice(["{}-year-old", "{} year old", "{} year-old"])
        return field("patient.age", form.format(age), age) + " " + field("patient.sex", self.rng.choice(words), value)

    def _diagnoses(self) -> Passage:
        named = [field(f"diagnoses[{place}]", one, one.lower()) for place, one in enumerate(self.plan.diagnoses)]
        return joined("; ", named) if self.rng.random() < 0.2 else listed(named)

    def _visit(self) -> Passage:
        region = self.plan.region
        return self._say(
            "visits",
            report_date=written(self.plan.days.report, self.style),
            complaint=filled(self.rng.choice(region.complaints), **self._pronouns()),
            finding=self.rng.choice(region.findings),
        )

    def _small_talk(self) -> Iterable[Passage]:
        chosen = self.rng.sample(self.book.sentences["more"], self.rng.randint(1, 6))
        chosen += [self._any_of(name) for quirk, name in _QUIRKY.items() if self.plan.variation.has(quirk)]
        return (filled(one, **self._pronouns()) for one in chosen)

    def _ur_events(self) -> Iterable[Passage]:
        """One sentence for what was denied, one for what was modified."""
        modified = [item for item in self.plan.items if item.request.modified]
        denied = [item for item in self.plan.items if not item.request.modified]
        told = [(action, items) for action, items in (("denied", denied), ("modified", modified)) if items]
        return (self._ur_event(*both).under(f"ur_events[{place}]") for place, both in enumerate(told))

    def _ur_event(self, action: str, items: Sequence[ItemPlan]) -> Passage:
        sentence = self._say(
            "reviews",
            ur_date=date_field("date", self.plan.days.ur_denial, self.style),
            action=field("action", self._any_of(f"actions.{action}"), action),
            requests=_wishes(items),
        )
        return sentence.marked("text", sentence.text)

    def _conclusion(self, item: ItemPlan, necessary: bool) -> Passage:
        usual = "upheld_shouted" if self.plan.variation.has(Quirk.SHOUTED) else "upheld"
        sentence = filled(
            self._any_of(f"conclusions.{'overturned' if necessary else usual}"), request=item.request.mention
        )
        return sentence.marked("conclusion", "necessary" if necessary else "not_necessary")


def listed(parts: Sequence[Passage | str]) -> Passage:
    """`a`, `a and b`, `a, b, and c`."""
    if len(parts) < 3:
        return joined(" and ", parts)
    return joined(", ", parts[:-1]) + ", and " + parts[-1]


def _wishes(items: Iterable[ItemPlan]) -> Passage:
    return listed([item.request.mention for item in items])
