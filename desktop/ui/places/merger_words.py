"""What is said of a plan of mergers: what is to be decided, and the sums beneath the table."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.services.places.mergers import Merger, MergerPlan, Trouble
from desktop.ui.widgets.findings import Finding
from desktop.vietnamese.numerals import grouped
from desktop.wording import words


def merger_findings(plan: MergerPlan, without: Collection[str]) -> tuple[Finding, ...]:
    """Return what is to be decided; the target of each are the full names of the new hamlets it is of.

    Hamlets below the law's measure are one thing: the same reason is asked for each.
    """
    shown = [one for one in plan.mergers if one.full_name not in without]
    small = [one for one in shown if any(trouble is Trouble.SMALL for trouble, _ in one.troubles)]
    found = [
        Finding(
            "attention" if one.is_possible else "wrong",
            one.full_name,
            words(f"merger.{trouble}", where=about),
            trouble.code,
            (one.full_name,),
        )
        for one in shown
        for trouble, about in one.troubles
        if trouble is not Trouble.SMALL or len(small) == 1
    ]
    if len(small) > 1:
        found.insert(
            0,
            Finding(
                "attention",
                _tr("{0} nơi dưới mức số hộ.").format(len(small)),
                words("merger.several_small"),
                Trouble.SMALL.code,
                tuple(one.full_name for one in small),
            ),
        )
    return tuple(found)


def totals_of(plan: MergerPlan, written: Sequence[Merger]) -> str:
    """Sum up what goes along, and name what of the file isn't among it."""
    olds, homes = sum(len(one.olds) for one in written), sum(one.households for one in written)
    people = sum(one.people for one in written)
    said = _tr("{0} thôn cũ thành {1} thôn mới, {2} hộ theo sang, {3} nhân khẩu").format(
        olds, len(written), grouped(homes), grouped(people)
    )
    party = len(frozenset().union(*(old.party for one in written for old in one.olds)))
    said += _tr(", {0} đảng viên.").format(grouped(party)) if party else "."
    for count, sentence in (
        (len(plan.untouched), _tr("{0} thôn giữ nguyên.")),
        (plan.unread, _tr("{0} dòng của tệp không đọc được.")),
        (plan.written, _tr("{0} thôn mới đã ghi từ trước, không ghi lại.")),
    ):
        if count:
            said += " " + sentence.format(count)
    return said


def _tr(text: str) -> str:
    return QCoreApplication.translate("Mergers", text)
