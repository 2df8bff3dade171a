"""The lines of the paper form as the counting step shows them, numbered as on the paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.services.counting.cluster_figures import part_of
from desktop.services.counting.counting_views import CountingView
from desktop.ui.widgets.table.columns import Group
from desktop.vietnamese.numerals import whole_number

_MOST_DIGITS = 7
_BEFORE_VOTES = (
    "electorate",
    "base",
    "present",
    "printed",
    "issued",
    "unused",
    "returned",
    "valid",
    "invalid",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number and words, what is known without typing, what was typed.

    Attributes:
        field: named as in the facts.
        known: whether the figure stands in the roll or the ballot stock, so that nobody types it.
        first, second: figures of the two entries.
        typed: what stands in the box, as it was typed.
        to_type: whether it is to be typed now.
        differs: whether the two entries differ.
        wrong_in: the one entry in which an error stands about it, 0 where there is none.
        fault: kind of the worst finding about it (``wrong``, ``attention``), and its code.
    """

    number: int
    field: str
    words: str
    known: int | None = None
    first: int | None = None
    second: int | None = None
    typed: str = ""
    to_type: bool = False
    differs: bool = False
    wrong_in: int = 0
    fault: str = ""
    code: str = ""


def count_lines(
    view: CountingView,
    *,
    to_type: tuple[str, ...] = (),
    typed: Mapping[str, str] | None = None,
    faults: Mapping[str, tuple[str, str]] | None = None,
) -> list[Line | Group]:
    """Return the lines of the form of a count, with their headings.

    Args:
        view: the count.
        to_type: fields that are to be typed now.
        typed: what stands in the boxes, by field.
        faults: kind and code of the worst finding, by field.
    """
    known = known_figures(view)
    first = view.figures[0] if view.figures else {}
    second = view.figures[1] if len(view.figures) > 1 else {}
    lines: list[Line | Group] = []
    heading = ""
    for number, field in enumerate(form_fields(view), 1):
        if _heading(view, field) != heading:
            heading = _heading(view, field)
            lines.append(Group(heading))
        kind, code = (faults or {}).get(field, ("", ""))
        lines.append(
            Line(
                number=number,
                field=field,
                words=line_words(view, field),
                known=known.get(field),
                first=first.get(field),
                second=second.get(field),
                typed=(typed or {}).get(field, ""),
                to_type=field in to_type,
                differs=field in view.differing,
                wrong_in=_wrong_in(view, field),
                fault=kind,
                code=code,
            )
        )
    return lines


def form_fields(view: CountingView) -> tuple[str, ...]:
    """Name every line of the paper form, those that nobody types among them."""
    typed = tuple(dict.fromkeys(part_of(field) for field in view.fields))
    before = [
        field
        for field in _BEFORE_VOTES
        if field in typed
        or field == "electorate"
        or (field == "base" and view.base is not None)
        or _printed(view, field)
    ]
    whole = (*before, *(field for field in typed if "[" in field))
    if not view.clusters:
        return whole
    # Each cluster as its sheet has it, then what they add up to.
    of_clusters = [
        (
            f"clusters[{place}].electorate",
            *(one for one in view.fields if one.startswith(f"clusters[{place}].")),
        )
        for place in range(len(view.clusters))
    ]
    return (*(field for fields in of_clusters for field in fields), *whole)


def known_figures(view: CountingView) -> dict[str, int | None]:
    """Return the figures that stand in the roll, the plan of clusters or the ballot stock, by field."""
    sizes = {f"clusters[{place}].electorate": size for place, (_, size) in enumerate(view.clusters)}
    return {"electorate": view.electorate, "base": view.base, "printed": view.printed, **sizes}


def line_number(view: CountingView, field: str) -> int | None:
    """Return the number of a line on the paper form; None for what does not stand there."""
    fields = form_fields(view)
    return fields.index(field) + 1 if field in fields else None


def line_words(view: CountingView, field: str) -> str:
    """Return the words of a line."""
    say = QCoreApplication.translate
    words = {
        "electorate": say("Count", "Tổng số trong danh sách"),
        "base": say("Count", "Căn cứ tính trúng cử"),
        "present": say("Count", "Có mặt"),
        "printed": say("Count", "In và đóng dấu"),
        "issued": say("Count", "Phát ra"),
        "unused": say("Count", "Không dùng, đã đổi"),
        "returned": say("Count", "Thu về trong hòm"),
        "valid": say("Count", "Hợp lệ"),
        "invalid": say("Count", "Không hợp lệ"),
    }
    if view.handed_out:
        # No seal is asked of a slip, and what comes back comes from the houses.
        words["printed"], words["returned"] = say("Count", "Đã in"), say("Count", "Thu về")
    if view.base is not None:
        words["electorate"], words["present"] = say("Count", "Được triệu tập"), say("Count", "Có mặt lúc bầu")
        taken_off = view.electorate - view.base
        if taken_off:
            words["base"] = say("Count", "Căn cứ, trừ {0} người có nêu tên").format(taken_off)
    field = part_of(field)
    if field in words:
        return words[field]
    place, _, mark = field.removeprefix("candidates[").partition("].")
    name = view.candidates[int(place)]
    if view.ballot == "strike":
        return name
    marks = {
        ("agree", "votes"): say("Count", "{0}: đồng ý"),
        ("agree", "against"): say("Count", "{0}: không đồng ý"),
        ("hands", "votes"): say("Count", "{0}: tán thành"),
        ("hands", "against"): say("Count", "{0}: không tán thành"),
        ("hands", "abstain"): say("Count", "{0}: không biểu quyết"),
    }
    return marks[view.ballot, mark].format(name)


def invalid_ballots(view: CountingView) -> int:
    """Return how many ballots were invalid, as far as the figures may be shown."""
    return (view.figures[0].get("invalid") or 0) if view.figures else 0


def typists(view: CountingView) -> tuple[int, ...]:
    """Return the keys of the operators who made an entry."""
    return tuple(made.operator.id for made in view.entries)


def pasted_figures(
    rows: Sequence[Line | Group], here: Line, block: Sequence[Sequence[str]]
) -> dict[str, str]:
    """Lay a block of a workbook over the boxes from a line downwards; its last column counts."""
    lines = [line for line in rows if isinstance(line, Line)]
    below = (line for line in lines[lines.index(here) :] if line.to_type)
    return {line.field: row[-1] for line, row in zip(below, block, strict=False)}


def read_figure(text: str) -> tuple[int | None, bool]:
    """Read what was typed: the figure, and whether it can be one; an empty box is no figure and can be."""
    if not text.strip():
        return None, True
    number = whole_number(text, _MOST_DIGITS)
    return number, number is not None


def _wrong_in(view: CountingView, field: str) -> int:
    errors = [found for found in view.findings if found.problem.code.startswith("E")]
    alone = [
        found.entries[0] for found in errors if len(found.entries) == 1 and field in found.problem.fields
    ]
    return alone[0] if alone else 0


def _printed(view: CountingView, field: str) -> bool:
    return field == "printed" and view.printed is not None and view.ballot != "hands"


def _heading(view: CountingView, field: str) -> str:
    say = QCoreApplication.translate
    if view.clusters:
        if not field.startswith("clusters["):
            return say("Count", "Cộng các cụm")
        return view.clusters[int(field.removeprefix("clusters[").partition("]")[0])][0]
    if field in ("electorate", "base", "present"):
        return _electors(view)
    if view.handed_out:
        return say("Count", "Ý kiến về") if "[" in field else say("Count", "Phiếu lấy ý kiến")
    return say("Count", "Phiếu bầu cho") if "[" in field else say("Count", "Phiếu")


def _electors(view: CountingView) -> str:
    say = QCoreApplication.translate
    if view.base is not None:
        return say("Count", "Đảng viên chính thức")
    if view.voters:
        return say("Count", "Cử tri")
    return say("Count", "Hộ gia đình") if view.handed_out else say("Count", "Đại diện hộ")
