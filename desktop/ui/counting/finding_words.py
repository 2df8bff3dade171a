"""What the counting step says of a finding: neutral to whoever types, cause and next step to the head."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.errors import Problem
from desktop.rules.vote_state import VoteState as S
from desktop.services.counting.counting_views import CountingView
from desktop.services.counting.findings import FindingView
from desktop.ui.counting.count_lines import invalid_ballots, known_figures, line_number
from desktop.ui.counting.difference import doubted_entry
from desktop.ui.counting.fault_words import fault_words, line_names
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
        headline=say("Count", "Đọc lại {0} trên tờ giấy.").format(line_names(view, problem.fields)),
        sentence=say("Count", "Nếu giấy ghi đúng như vậy thì cứ ghi lượt nhập."),
        code=problem.code,
        target=problem,
    )


def differing(view: CountingView) -> list[Finding]:
    """Say what is wrong while two entries differ: errors of an entry first, then where they differ."""
    say = QCoreApplication.translate
    faults = [_of_an_entry(view, found) for found in view.findings]
    found = [fault for fault in faults if fault.kind == "wrong"]
    doubted = doubted_entry(view)
    boxes = say("Count", "một ô") if len(view.differing) == 1 else say("Count", "{0} ô")
    found.append(
        Finding(
            kind="attention",
            headline=say("Count", "Lượt {0} của {1} khác lượt kia ở {2}.").format(
                doubted.number, doubted.operator.name, line_names(view, view.differing)
            ),
            sentence=say("Count", "{0} đọc tờ giấy đã ký, gõ lại {1}. Chưa có kết quả.").format(
                doubted.operator.name, boxes.format(len(view.differing))
            ),
            code="W001",
            target=view.differing,
        )
    )
    if view.swapped:
        found.append(
            Finding(
                kind="attention",
                headline=say("Count", "Phiếu của hai người có vẻ bị đổi chỗ."),
                sentence=say("Count", "Đọc tên trước, rồi đọc số trên tờ giấy đã ký."),
                code="W207",
                target=view.differing,
            )
        )
    return [*found, *(fault for fault in faults if fault.kind != "wrong")]


def for_the_head(view: CountingView, found: FindingView) -> Finding:
    """Say to the head of the team the cause with its figures, and what comes next."""
    say = QCoreApplication.translate
    problem = found.problem
    kind = KINDS[problem.code[0]]
    words = fault_words(view, problem)
    if found.explanation is not None:
        explained = say("Count", "Đã giải trình, in vào biên bản: {0} ({1}).")
        return Finding(
            "done",
            _headline(view, problem, words),
            explained.format(found.explanation, found.by),
            problem.code,
            found,
        )
    if words:
        said = _next_step(problem)
    else:
        following = _rule_words(view, problem)[1]
        said = " ".join(part for part in (_figures(view, problem.fields), following) if part)
    parts = [said, *([how_to()] if kind != "same" else [])]
    return Finding(kind, _headline(view, problem, words), " ".join(parts), problem.code, found)


def how_to() -> str:
    """Say which key opens a finding."""
    return QCoreApplication.translate("Count", "Enter để sửa hoặc giải trình.")


def findings_of(view: CountingView, typed: Sequence[Problem] | None) -> list[Finding]:
    """List what is missing or wrong.

    Args:
        view: the count.
        typed: what does not fit in the figures being typed; None while nobody types.
    """
    if typed is not None:
        return [neutral(view, problem) for problem in typed]
    if view.state == S.DIFFERENT:
        return differing(view)
    return [*(for_the_head(view, found) for found in view.findings), *_left_open(view)]


def while_correcting(view: CountingView) -> list[Finding]:
    """List what whoever reads lines again is told: neutral, without arithmetic."""
    errors = [found.problem for found in view.findings if found.problem.code.startswith("E")]
    unlike = [found for found in differing(view) if found.code.startswith("W0")] if view.differing else []
    return [*(neutral(view, problem) for problem in errors), *unlike]


def faults_of(view: CountingView, typed: Sequence[Problem] | None) -> dict[str, tuple[str, str]]:
    """Return the kind and the code of the worst finding about each field.

    While entries differ these are the errors alone, about the lines in which both say the same.
    """
    if view.state == S.DIFFERENT:
        errors = [found.problem for found in view.findings if found.problem.code.startswith("E")]
        problems = [(problem, "wrong") for problem in errors]
    elif typed is not None:
        problems = [(problem, "attention") for problem in typed]
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
    if isinstance(problem, tuple):
        return problem
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


def _of_an_entry(view: CountingView, found: FindingView) -> Finding:
    say = QCoreApplication.translate
    problem = found.problem
    words = fault_words(view, problem, found.entries[0])
    headline = _headline(view, problem, words)
    if len(found.entries) == 1:
        said = words or f"{headline[:1].lower()}{headline[1:]}"
        headline = say("Count", "Lượt {0}: {1}").format(found.entries[0], said)
    doubted = [field for field in view.differing if field in problem.fields]
    if problem.code.startswith("E") and doubted:
        mend = say("Count", "Sửa {0} theo giấy.").format(line_names(view, doubted))
        said = f"{_next_step(problem)} {mend}"
    else:
        said = _next_step(problem)
    return Finding(KINDS[problem.code[0]], headline, said, problem.code, found)


def _headline(view: CountingView, problem: Problem, words: str) -> str:
    if words:
        return f"{words[:1].upper()}{words[1:]}"
    return _rule_words(view, problem)[0]


def _rule_words(view: CountingView, problem: Problem) -> tuple[str, str]:
    """Return the rule's own sentence in two: the cause, and what to do."""
    said = problem_sentence(problem, of_congress=view.base is not None)
    cause, _, following = said.partition("; ")
    return (
        cause if cause.endswith(".") else f"{cause}.",
        f"{following[:1].upper()}{following[1:]}",
    )


def _next_step(problem: Problem) -> str:
    say = QCoreApplication.translate
    if problem.code.startswith("E"):
        return say("Count", "Biên bản chưa lập được.")
    return say("Count", "Cần một dòng giải trình in vào biên bản.")


def _figures(view: CountingView, fields: Sequence[str]) -> str:
    say = QCoreApplication.translate
    known = known_figures(view)
    typed = view.figures[0] if view.figures else {}
    parts = []
    for field in fields:
        number, figure = line_number(view, field), known.get(field, typed.get(field))
        if number is not None:
            shown = say("Count", "để trống") if figure is None else str(figure)
            parts.append(say("Count", "mục {0} là {1}").format(number, shown))
    text = ", ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
