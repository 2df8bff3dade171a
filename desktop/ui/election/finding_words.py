"""What the counting step says of a finding: neutral to whoever types, cause and next step to the head."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.errors import Problem
from desktop.services.counting_views import CountingView, FindingView
from desktop.ui.election.count_lines import invalid_ballots, line_number
from desktop.ui.widgets.findings import Finding
from desktop.wording import problem_sentence

REASONS = "reasons"
"""Target of the finding that opens the invalid ballots by reason."""

KINDS = {"E": "wrong", "W": "attention", "N": "same"}


def neutral(view: CountingView, problem: Problem) -> Finding:
    """Say to the typist which lines to read again, without arithmetic."""
    say = QCoreApplication.translate
    return Finding(
        kind="attention",
        headline=say("Count", "Đọc lại {0} trên tờ giấy.").format(_named(view, problem.fields)),
        sentence=say("Count", "Nếu giấy ghi đúng như vậy thì cứ ghi lượt nhập."),
        code=problem.code,
        target=problem,
    )


def differing(view: CountingView) -> list[Finding]:
    """Say which lines two entries differ in, a finding for each, and whether votes look swapped."""
    say = QCoreApplication.translate
    found = []
    for field in view.differing:
        number = line_number(view, field)
        found.append(
            Finding(
                kind="wrong",
                headline=say("Count", "Hai lần nhập khác nhau ở mục {0}.").format(number),
                sentence=say("Count", "Chưa có kết quả. Đọc tờ giấy đã ký, gõ lại ô này."),
                code="W001",
                target=field,
            )
        )
    if view.swapped:
        found.append(
            Finding(
                kind="attention",
                headline=say("Count", "Phiếu của hai người có vẻ bị đổi chỗ."),
                sentence=say("Count", "Đọc tên trước, rồi đọc số trên tờ giấy đã ký."),
                code="W207",
                target=view.differing[0],
            )
        )
    return found


def for_the_head(view: CountingView, found: FindingView) -> Finding:
    """Say to the head of the team the cause with its figures, and what comes next."""
    say = QCoreApplication.translate
    problem = found.problem
    cause, _, following = problem_sentence(problem).rpartition(" (")[0].partition("; ")
    figures = _figures(view, problem.fields)
    if found.explanation is not None:
        kind = "done"
        said = say("Count", "Đã giải trình, in vào biên bản: {0} ({1}).").format(found.explanation, found.by)
    else:
        kind = KINDS[problem.code[0]]
        parts = [figures, f"{following[:1].upper()}{following[1:]}"]
        if kind != "same":
            parts.append(how_to())
        said = " ".join(part for part in parts if part)
    headline = cause if cause.endswith(".") else f"{cause}."
    return Finding(kind, headline, said, problem.code, found)


def how_to() -> str:
    """Say which key opens a finding."""
    return QCoreApplication.translate("Count", "Enter để sửa hoặc giải trình.")


def findings_of(view: CountingView, at_desk: Sequence[Problem] | None) -> list[Finding]:
    """List what is missing or wrong.

    Args:
        view: the count.
        at_desk: what does not fit in the figures being typed; None while nobody types.
    """
    if at_desk is not None:
        return [neutral(view, problem) for problem in at_desk]
    if view.differing:
        return differing(view)
    return [*(for_the_head(view, found) for found in view.findings), *_left_open(view)]


def faults_of(view: CountingView, at_desk: Sequence[Problem] | None) -> dict[str, tuple[str, str]]:
    """Return the kind and the code of the worst finding about each field."""
    if at_desk is not None:
        problems = [(problem, "attention") for problem in at_desk]
    else:
        unexplained = [found.problem for found in view.findings if found.explanation is None]
        problems = [(problem, KINDS[problem.code[0]]) for problem in unexplained]
    worst: dict[str, tuple[str, str]] = {}
    for problem, kind in sorted(problems, key=lambda pair: pair[1] != "wrong"):
        if kind in ("wrong", "attention"):
            for field in problem.fields:
                worst.setdefault(field, (kind, problem.code))
    return worst


def fields_of(finding: Finding) -> tuple[str, ...]:
    """Return the fields that a finding speaks of."""
    target = finding.target
    problem = target.problem if isinstance(target, FindingView) else target
    if isinstance(problem, Problem):
        return problem.fields
    return ("invalid",) if problem == REASONS else (str(problem),)


def _left_open(view: CountingView) -> list[Finding]:
    say = QCoreApplication.translate
    found = []
    if view.missing is not None:
        headline = say("Count", "Còn mục để trống nên chưa tính được kết quả.")
        sentence = say("Count", "Đọc lại tờ giấy và gõ mục đó. Enter để sửa.")
        found.append(Finding("wrong", headline, sentence, "E206", view.missing))
    invalid, written = invalid_ballots(view), sum(one.count for one in view.invalid_reasons)
    if view.made is None and invalid and written != invalid:
        headline = say("Count", "Lý do phiếu không hợp lệ: đã ghi {0}/{1} phiếu.").format(written, invalid)
        sentence = say("Count", "In vào biên bản. Enter để ghi.")
        found.append(Finding("attention" if written else "not_yet", headline, sentence, "", REASONS))
    return found


def _named(view: CountingView, fields: Sequence[str]) -> str:
    say = QCoreApplication.translate
    numbers = [str(number) for field in fields if (number := line_number(view, field)) is not None]
    if not numbers:
        return say("Count", "tờ kiểm phiếu")
    if len(numbers) == 1:
        return say("Count", "mục {0}").format(numbers[0])
    return say("Count", "mục {0} và {1}").format(", ".join(numbers[:-1]), numbers[-1])


def _figures(view: CountingView, fields: Sequence[str]) -> str:
    say = QCoreApplication.translate
    known = {"electorate": view.electorate, "printed": view.printed}
    typed = view.figures[0] if view.figures else {}
    parts = []
    for field in fields:
        number, figure = line_number(view, field), known.get(field, typed.get(field))
        if number is not None:
            shown = say("Count", "để trống") if figure is None else str(figure)
            parts.append(say("Count", "mục {0} là {1}").format(number, shown))
    text = ", ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
