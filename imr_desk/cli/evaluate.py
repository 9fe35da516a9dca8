"""`imr-desk evaluate`: how well the parser reads letters whose true values are known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path, PurePath

from rich.console import Console, Group

from imr_desk.cli.printing import print_lines, say
from imr_desk.cli.tables import table
from imr_desk.exchange.annotation import from_json
from imr_desk.exchange.errors import NotInShape
from imr_desk.exchange.lines import write_whole
from imr_desk.intake.bulk import read_each
from imr_desk.intake.source import found_in
from imr_desk.letter.reading import Failure, Reading
from imr_desk.letter.record import Record
from imr_desk.letter.text import LetterText
from imr_desk.quality.evaluation import Evaluation, Labelled, evaluate, judged_by_labels
from imr_desk.quality.intervals import Share
from imr_desk.quality.page import as_html
from imr_desk.quality.report import as_json, rows, summary
from imr_desk.store.store import Store


def run(truth: Path, pdfs: Path | None, older: Path | None, workers: int, form: str, out: Path | None) -> int:
    """Print how well the letters are read; 1 where there was none to judge by, or one could not be read."""
    failed: list[Failure] = []
    labelled = _of_labels(truth, pdfs or truth.parent / "pdf", workers, failed)
    letters = labelled if truth.is_dir() else _of_store(truth)
    evaluation = evaluate(letters, None if older is None else dict(_records(older)))
    for failure in failed:
        say(failure.message)
    if not evaluation.accuracy.letters:
        say(f"There is no letter in {truth} whose true values are known.")
        return 1
    _print(evaluation, form, out)
    return 1 if failed else 0


def _of_labels(labels: Path, pdfs: Path, workers: int, failed: list[Failure]) -> Iterator[Labelled]:
    """The letters of a folder of labels, each read anew from its PDF."""
    truths = {path.stem: path for path in sorted(labels.glob("*.json"))}
    for _, outcome in read_each(found_in(pdfs / f"{name}.pdf" for name in truths), workers):
        if isinstance(outcome, Failure):
            failed.append(outcome)
        else:
            yield _labelled(outcome, truths[_name(outcome.source.file)])


def _labelled(reading: Reading, label: Path) -> Labelled:
    truth = _told_by(label, label.read_text("utf-8"), reading.text)
    return Labelled(label.stem, judged_by_labels(truth), judged_by_labels(reading.record), reading.text)


def _told_by(path: Path, line: str, text: LetterText | None) -> Record:
    try:
        return from_json(json.loads(line), text)
    except ValueError as error:
        raise NotInShape(f"{path} cannot be read as letters in the annotation shape ({error}).") from error


def _of_store(path: Path) -> Iterator[Labelled]:
    """The verified letters of a store: what the parser read, and what people made of it."""
    with Store.open(path) as store:
        for letter in store.verified():
            if isinstance(letter.outcome, Reading):
                yield Labelled(_name(letter.file), letter.record, letter.outcome.record, letter.outcome.text)


def _records(lines: Path) -> Iterator[tuple[str, Record]]:
    """The records that an older `parse` printed, by the letters' names."""
    for line in lines.read_text("utf-8").splitlines():
        record = _told_by(lines, line, None)
        source = json.loads(line).get("source", {})
        yield _name(source.get("file", "")), judged_by_labels(record)


def _name(file: str) -> str:
    return PurePath(file).stem


def _print(evaluation: Evaluation, form: str, out: Path | None) -> None:
    lines = _lines(evaluation, form)
    if out is None:
        print_lines(lines)
    else:
        write_whole(out, lines)


def _lines(evaluation: Evaluation, form: str) -> Iterator[str]:
    match form:
        case "json":
            yield json.dumps(as_json(evaluation), ensure_ascii=False, indent=1)
        case "html":
            yield as_html(evaluation)
        case _:
            console = Console()
            with console.capture() as captured:
                console.print(_tables(evaluation))
            yield captured.get()


def _tables(evaluation: Evaluation) -> Group:
    fields = (
        (pattern, f"{share.right}/{share.of}", _interval(share), f"{precision:.3f}", f"{recall:.3f}")
        for pattern, share, precision, recall in rows(evaluation)
    )
    figures = ((name, _figure(figure)) for name, figure in summary(evaluation).items())
    return Group(
        table(["Field", "Right", "95 %", "Precision", "Recall"], fields),
        table(["All fields", ""], figures),
        table(["Claimed", "Right", "", "95 %"], _reliability(evaluation)),
        *([table(["Field", "Letter", "Was", "Is", ""], _moves(evaluation))] if evaluation.moved else []),
    )


def _reliability(evaluation: Evaluation) -> Iterator[tuple[str, ...]]:
    """Fields by the confidence that they were given, and how many of them were right."""
    for one in evaluation.bins:
        share = one.share
        yield f"{one.claimed:.3f}", f"{share.value:.3f}", f"{share.right}/{share.of}", _interval(share)


def _moves(evaluation: Evaluation) -> Iterator[tuple[str, ...]]:
    """What an older reading had otherwise, what became worse first."""
    for moved in evaluation.worse_first:
        yield moved.path, moved.letter, moved.older, moved.newer, moved.verdict


def _figure(figure: Share | float) -> str:
    if isinstance(figure, Share):
        return f"{figure.right}/{figure.of} = {figure.value:.4f} ({_interval(figure)})"
    return f"{figure:.4f}"


def _interval(share: Share) -> str:
    low, high = share.interval
    return f"{low:.3f}-{high:.3f}"
