"""A fault in one line with its figures, as the head of the team reads it: which lines, what they come to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.errors import Problem
from desktop.services.counting.cluster_figures import part_of
from desktop.services.counting.counting_views import CountingView
from desktop.ui.counting.count_lines import known_figures, line_number

_Say = Callable[[str, str], str]


def fault_words(view: CountingView, problem: Problem, entry: int = 1) -> str:
    """Say what does not fit in an entry; empty where there is no shorter way than the rule's own sentence.

    Args:
        view: the count.
        problem: an error or a warning.
        entry: number of the entry whose figures are told.
    """
    say: _Say = QCoreApplication.translate
    known = known_figures(view)
    typed = view.figures[entry - 1] if len(view.figures) >= entry else {}
    # Of one cluster's figures, its own lines are told.
    first = problem.fields[0] if problem.fields else ""
    of = first.removesuffix(part_of(first))
    lines = {field: f"{of}{field}" for field in _FIELDS.get(problem.code, ())}
    told = {field: known.get(line, typed.get(line)) for field, line in lines.items()}
    numbers = {field: line_number(view, line) for field, line in lines.items()}
    if not told or None in told.values() or None in numbers.values():
        return ""
    return _TEMPLATES[problem.code](say).format_map(_figures(told, numbers))


def line_names(view: CountingView, fields: Sequence[str]) -> str:
    """Name lines of the paper form: ``mục 7 và mục 10``; the form itself where none is meant."""
    say: _Say = QCoreApplication.translate
    known = [number for field in fields if (number := line_number(view, field)) is not None]
    names = [say("Count", "mục {0}").format(number) for number in known]
    if not names:
        return say("Count", "tờ kiểm phiếu")
    return (
        names[0] if len(names) == 1 else say("Count", "{0} và {1}").format(", ".join(names[:-1]), names[-1])
    )


_FIELDS = {
    "E201": ("valid", "invalid", "returned"),
    "E202": ("returned", "issued"),
    "E203": ("issued", "unused", "printed"),
    "E204": ("present", "electorate"),
    "E205": ("issued", "present"),
    "W201": ("invalid", "returned"),
    "W203": ("issued", "returned"),
}
_TEMPLATES: dict[str, Callable[[_Say], str]] = {
    "E201": lambda say: say(
        "Count", "mục {valid_no} cộng mục {invalid_no} là {valid_invalid}, hòm có {returned}."
    ),
    "E202": lambda say: say(
        "Count", "mục {returned_no} và {issued_no}: thu về {returned}, chỉ phát {issued}."
    ),
    "E203": lambda say: say(
        "Count", "mục {issued_no} cộng mục {unused_no} là {issued_unused}, đã in {printed}."
    ),
    "E204": lambda say: say("Count", "mục {present_no}: có mặt {present}, danh sách chỉ có {electorate}."),
    "E205": lambda say: say("Count", "mục {issued_no}: phát {issued}, chỉ có mặt {present}."),
    "W201": lambda say: say("Count", "mục {invalid_no}: {invalid} phiếu không hợp lệ trên {returned} phiếu."),
    "W203": lambda say: say(
        "Count", "mục {issued_no} và {returned_no}: phát {issued}, thu về {returned}, thiếu {missing} phiếu."
    ),
}


def _figures(told: Mapping[str, int | None], numbers: Mapping[str, int | None]) -> dict[str, object]:
    figures: dict[str, object] = {**told, **{f"{field}_no": number for field, number in numbers.items()}}
    for first, second in (("valid", "invalid"), ("issued", "unused")):
        figures[f"{first}_{second}"] = (told.get(first) or 0) + (told.get(second) or 0)
    figures["missing"] = (told.get("issued") or 0) - (told.get("returned") or 0)
    return figures
